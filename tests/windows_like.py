"""A stand-in for Windows on other systems: what it lacks is taken away, and names of open files cannot be given away.

``python tests/windows_like.py ARGUMENTS`` runs the program so; :func:`make_windows_like` changes this process.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

MODULES = ("curses", "_curses", "fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
OF_OS = (
    "fork forkpty geteuid getegid getgid getgroups killpg setsid getsid getpgid setpgid getpgrp openpty sync fdatasync"
    " fchown chown lchown fchmod fchdir mkfifo mknod statvfs fstatvfs uname sched_getaffinity listxattr getxattr"
    " setxattr removexattr pread pwrite fpathconf pathconf sysconf confstr ttyname ctermid tcgetpgrp tcsetpgrp"
    " register_at_fork getpriority nice wait3 wait4 waitid set_blocking get_blocking O_NOFOLLOW O_NONBLOCK O_CLOEXEC"
    " O_DIRECTORY O_NOCTTY O_PATH O_SYNC O_DSYNC O_TMPFILE"
)
OF_SIGNAL = (
    "SIGHUP SIGKILL SIGALRM SIGCHLD SIGTSTP SIGCONT SIGWINCH SIGUSR1 SIGUSR2 SIGQUIT SIGPIPE SIGSTOP SIGTTIN SIGTTOU"
    " alarm setitimer pthread_sigmask sigwait siginterrupt"
)


_KILL = os.kill


class _Absent:
    """A finder of modules that Windows has not."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def make_windows_like() -> None:
    """Takes away from this process whatever Windows has not."""
    import asyncio.unix_events  # the standard library knows its system already
    import concurrent.futures.process  # noqa: F401
    import logging.handlers  # noqa: F401
    import multiprocessing.popen_spawn_posix  # noqa: F401
    import shutil
    import subprocess
    import tempfile  # noqa: F401

    known = SimpleNamespace(**vars(signal))
    for module in (asyncio.unix_events, subprocess):
        module.signal = known
    shutil._use_fd_functions = False
    sys.meta_path.insert(0, _Absent())
    for name in MODULES:
        sys.modules.pop(name, None)
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names.split():
            if hasattr(module, name):
                delattr(module, name)
    os.supports_dir_fd = set()
    os.supports_fd = set()
    os.supports_follow_symlinks = {os.stat}
    for function in ("open", "stat", "access", "readlink", "unlink", "replace", "rename", "link"):
        setattr(os, function, _without_folders(getattr(os, function)))
    for function in ("replace", "rename"):
        setattr(os, function, _refusing_open(getattr(os, function), from_=0, to=1))
    for function in ("unlink", "remove"):
        setattr(os, function, _refusing_open(getattr(os, function), from_=0))
    os.kill = _kill


def _without_folders(function: Callable[..., Any]) -> Callable[..., Any]:
    """Returns a function of the system that takes no open folder."""

    def called(*arguments: Any, dir_fd: int | None = None, **named: Any) -> Any:
        if dir_fd is not None or any(named.pop(name, None) is not None for name in ("src_dir_fd", "dst_dir_fd")):
            raise NotImplementedError("dir_fd unavailable on this platform")
        return function(*arguments, **named)

    return called


def _refusing_open(function: Callable[..., Any], **places: int) -> Callable[..., Any]:
    """Returns a function of the system that refuses files which this process or a child of it has open."""

    def called(*arguments: Any, **named: Any) -> Any:
        for path in (arguments[at] for at in places.values() if at < len(arguments)):
            if _is_open(path):
                raise PermissionError(13, "the file is in use by a program", os.fspath(path))
        return function(*arguments, **named)

    return called


def _is_open(path: str | os.PathLike[str]) -> bool:
    try:
        wanted = os.stat(path)
    except OSError:
        return False
    for descriptor in Path("/proc/self/fd").iterdir():
        try:
            found = os.fstat(int(descriptor.name))
        except OSError:
            continue
        if (found.st_dev, found.st_ino) == (wanted.st_dev, wanted.st_ino):
            return True
    return False


def _kill(process: int, number: int) -> None:
    """Ends a process, as ``os.kill`` does on Windows with any number; 0 is never meant so."""
    if number == 0:
        raise AssertionError(f"os.kill({process}, 0) would end that process")
    _KILL(process, number)


if __name__ == "__main__":
    make_windows_like()
    from reader.cli.main import main

    sys.exit(main())
