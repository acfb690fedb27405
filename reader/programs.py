"""Programs of the reader's own choice, each in a process group of its own, which ends with all that it began."""

from __future__ import annotations

import os
import signal
from contextlib import suppress

TYPE_CHECKING = False
if TYPE_CHECKING:
    import subprocess
    from collections.abc import Mapping, Sequence
    from typing import IO


def start(
    arguments: Sequence[str],
    stdin: int | IO[bytes],
    stdout: int | IO[bytes],
    stderr: int | IO[bytes],
    environment: Mapping[str, str] | None = None,
) -> subprocess.Popen[bytes]:
    """Starts a program; no shell reads its arguments.

    Args:
        arguments: The program and its arguments.
        stdin: Its standard input, as for :class:`subprocess.Popen`.
        stdout: Its standard output.
        stderr: Its standard error.
        environment: Its environment; that of this process if None.

    Raises:
        OSError: If it cannot be started.
        ValueError: If an argument has a NUL.
    """
    import subprocess  # takes long to load

    return subprocess.Popen(  # noqa: S603 (the program that its user has set)
        arguments, stdin=stdin, stdout=stdout, stderr=stderr, start_new_session=True, env=environment
    )


def finish(program: subprocess.Popen[bytes]) -> int:
    """Waits until a program has ended, ends the processes that it has left, and returns its exit code."""
    if hasattr(os, "waitid"):
        with suppress(ChildProcessError):
            os.waitid(os.P_PID, program.pid, os.WEXITED | os.WNOWAIT)  # its number is its own until it is waited for
        end(program)
    return program.wait()


def end(program: subprocess.Popen[bytes]) -> None:
    """Ends a program at once, with all programs that it began, though it may have ended itself before them."""
    if program.returncode is not None:
        return  # its number may be another's by now
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(program.pid, signal.SIGKILL)
    else:
        program.kill()
    program.wait()
