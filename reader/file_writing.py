"""The one writer of the user's files: each is written whole, or is left as it was.

A file is written under another name in the same folder, synced, and then gets its name. Links are followed to their
target, which keeps its mode, owner, group and extended attributes. Anything but a regular file is refused. All steps
name files relative to the open folder, so that nobody can put another folder or a link in its place meanwhile.
``docs/decisions/0021-writing-files.md`` has the reasons.
"""

from __future__ import annotations

import errno
import os
import stat
import sys
import time
from contextlib import contextmanager, suppress

from reader.errors import ReaderError
from reader.gate import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_LINKS = 40
"""Number of links that are followed one after the other, which is Linux's."""
PRIVATE_MODE = 0o600
_PUBLIC_MODE = 0o666
"""Mode of a new file, of which the system takes away the user's umask."""
_ACL = "system.posix_acl_access"
_HAS_OWNERS = hasattr(os, "fchown")
_BY_FOLDER = os.open in os.supports_dir_fd and os.link in os.supports_dir_fd
_FOLDER_FLAGS = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_PATH", 0) | getattr(os, "O_CLOEXEC", 0)
_NEW_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_LOOK_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_HARD_LINKS = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.EXDEV)
"""Errors of file systems without hard links."""
_WAITS_SECONDS = (0.01, 0.04, 0.15, 0.3, 0.5) if sys.platform == "win32" else ()
"""Waits before a name is given once more, where an open file keeps its name; elsewhere a refusal is final."""
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES, errno.EPERM, errno.EISDIR)
"""Errors where a folder cannot be synced at all."""


class WriteError(ReaderError):
    """A file that could not be written, and is as it was."""


class TakenError(WriteError):
    """A new file whose name is taken."""


class ChangedError(WriteError):
    """A file that another program changed meanwhile."""


def write_new(path: str, data: Iterable[bytes], *, private: bool = False) -> None:
    """Writes a new file; never over another one, and not through a link.

    Args:
        path: The file.
        data: Its content, piece by piece.
        private: Whether only the user may read it; else the umask decides.

    Raises:
        TakenError: If anything has that name.
        WriteError: If it cannot be written; then there is no such file.
    """
    with _told(path), _opened_folder(path) as (folder, name):
        if folder.look(name):
            raise FileExistsError
        with _fresh_file(folder, data, PRIVATE_MODE if private else _PUBLIC_MODE, None) as fresh:
            folder.give_new_name(fresh, name)
        folder.sync()


def replace_file(
    path: str, data: Iterable[bytes], *, private: bool = False, check: Callable[[], None] | None = None
) -> None:
    """Writes a file in the place of an old one, through links; a missing one is made.

    Args:
        path: The file, or a link to it.
        data: Its content, piece by piece.
        private: Whether only the user may read it if it is new; an old one keeps its mode.
        check: Called when all is written, just before the old file is replaced; raises an error to keep it.

    Raises:
        ChangedError: If another program replaced the file meanwhile.
        WriteError: If it is no regular file or cannot be written; then it is as it was.
    """
    with _told(path):
        seen = _regular(path)
        with _opened_folder(path) as (folder, name):
            name = folder.follow(name)
            old = folder.look(name)
            if _identity(old) != _identity(seen):
                raise ChangedError(f"{shown_path(path)}: was changed meanwhile, and is left as it is")
            if old and not folder.may_write(name):
                raise PermissionError(errno.EACCES, "it is read-only")
            with _fresh_file(
                folder, data, PRIVATE_MODE if private or old else _PUBLIC_MODE, name if old else None
            ) as fresh:
                if check:
                    check()
                if _identity(folder.look(name)) != _identity(old):
                    raise ChangedError(f"{shown_path(path)}: was changed meanwhile, and is left as it is")
                folder.give_name(fresh, name)
            folder.sync()


def make_private(path: str) -> None:
    """Makes an empty file that only the user may read; one that exists stays as it is.

    Raises:
        OSError: If it cannot be made.
    """
    with suppress(FileExistsError):
        os.close(os.open(os.path.realpath(path), _NEW_FLAGS, PRIVATE_MODE))


@contextmanager
def _told(path: str) -> Iterator[None]:
    """Turns errors of the system into ours, in one line."""
    try:
        _refuse_no_name(path)
        yield
    except FileExistsError as error:
        raise TakenError(f"{shown_path(path)}: is there already, and is left as it is") from error
    except OSError as error:
        kept = ", and is left as it is" if os.path.exists(path) else ""
        raise WriteError(f"{shown_path(path)}: cannot be written{kept}: {error.strerror}") from error


def _refuse_no_name(path: str) -> None:
    """Refuses a NUL, and a character that the file system has not, for which Python raises other errors."""
    try:
        is_name = b"\0" not in os.fsencode(path)
    except UnicodeEncodeError:
        is_name = False
    if not is_name or os.path.basename(path) in ("", os.curdir, os.pardir):
        raise OSError(errno.EINVAL, "it is no name of a file")


def _regular(path: str) -> os.stat_result | None:
    """Returns the state of the file that a path leads to; None without one.

    Raises:
        WriteError: If it is no regular file.
        OSError: If it cannot be looked at.
    """
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    if stat.S_ISREG(found.st_mode):
        return found
    kinds = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
    kind = kinds.get(stat.S_IFMT(found.st_mode), "a device")
    raise WriteError(f"{shown_path(path)}: it is {kind}, not a file; nothing was written")


def _identity(state: os.stat_result | None) -> tuple[int, int] | None:
    return (state.st_dev, state.st_ino) if state else None


class _Folder:
    """An open folder. Where the system cannot name files relative to it, they are named by their paths."""

    def __init__(self, path: str, within: int | None = None) -> None:
        self.path = path or "."
        self.descriptor = os.open(self.path, _FOLDER_FLAGS, dir_fd=within) if _BY_FOLDER else None

    def close(self) -> None:
        if self.descriptor is not None:
            os.close(self.descriptor)
            self.descriptor = None

    def at(self, name: str) -> str:
        """Returns the name of a file for calls that are given the descriptor."""
        return name if _BY_FOLDER else os.path.join(self.path, name)

    def look(self, name: str) -> os.stat_result | None:
        """Returns the state of a file, of the link itself if it is one; None without a file."""
        try:
            return os.stat(self.at(name), dir_fd=self.descriptor, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def may_write(self, name: str) -> bool:
        """Whether the user may write a file."""
        return os.access(self.at(name), os.W_OK, dir_fd=self.descriptor)

    def follow(self, name: str) -> str:
        """Follows a link to its target, in whose folder it then is; returns the target's name.

        Raises:
            OSError: If links lead to each other, or to a folder that does not exist.
        """
        for _ in range(MAX_LINKS):
            state = self.look(name)
            if state is None or not stat.S_ISLNK(state.st_mode):
                return name
            self._refuse_foreign(state)
            target = os.readlink(self.at(name), dir_fd=self.descriptor)
            head, name = os.path.split(target)
            if head:
                there = _Folder(head if _BY_FOLDER else os.path.join(self.path, head), self.descriptor)
                self.close()
                self.path, self.descriptor = there.path, there.descriptor
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))

    def _refuse_foreign(self, link: os.stat_result) -> None:
        """Refuses a link that another user laid in a folder such as ``/tmp``, as Linux does."""
        if self.descriptor is None:
            return
        here = os.fstat(self.descriptor)
        is_shared = here.st_mode & stat.S_ISVTX and here.st_mode & stat.S_IWOTH
        if is_shared and link.st_uid not in (os.geteuid(), here.st_uid):
            raise PermissionError(errno.EACCES, "it is a link of another user, in a folder that all may write")

    def give_name(self, fresh: str, name: str) -> None:
        """Renames a file over another one."""
        here = self.descriptor
        patiently(lambda: os.replace(self.at(fresh), self.at(name), src_dir_fd=here, dst_dir_fd=here))

    def give_new_name(self, fresh: str, name: str) -> None:
        """Gives a file a second name, or renames it; fails if the name is taken."""
        here = self.descriptor
        try:
            os.link(self.at(fresh), self.at(name), src_dir_fd=here, dst_dir_fd=here, follow_symlinks=False)
        except FileExistsError:
            raise
        except (OSError, NotImplementedError) as error:
            if isinstance(error, OSError) and error.errno not in _NO_HARD_LINKS:
                raise
            os.close(os.open(self.at(name), _NEW_FLAGS, PRIVATE_MODE, dir_fd=here))  # nobody else has it now
            try:
                self.give_name(fresh, name)
            except BaseException:
                os.unlink(self.at(name), dir_fd=here)
                raise

    def sync(self) -> None:
        """Writes the names of the files to the disk, where folders can be synced."""
        if self.descriptor is None:
            return
        try:
            descriptor = os.open(".", os.O_RDONLY, dir_fd=self.descriptor)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        except OSError as error:
            if error.errno not in _NO_FOLDER_SYNC:
                raise


def patiently(give_name: Callable[[], None], waits: Iterable[float] = _WAITS_SECONDS) -> None:
    """Gives a file its name; waits for a program that has the old file open, as virus scanners do for a moment.

    Raises:
        OSError: If that is not possible, also after the last wait.
    """
    for seconds in waits:
        try:
            give_name()
        except PermissionError:
            time.sleep(seconds)
        else:
            return
    give_name()


@contextmanager
def _opened_folder(path: str) -> Iterator[tuple[_Folder, str]]:
    """Opens the folder of a file, and closes it; gives the file's name, too."""
    head, name = os.path.split(path)
    folder = _Folder(head)
    try:
        yield folder, name
    finally:
        folder.close()


@contextmanager
def _fresh_file(folder: _Folder, data: Iterable[bytes], mode: int, old: str | None) -> Iterator[str]:
    """Writes a file under a name of its own, on the disk when its context begins; removes that name at the end.

    Args:
        folder: The folder.
        data: The content.
        mode: The mode of a new file.
        old: The name of the file whose rights it takes; None if there is none.
    """
    fresh = f".{os.urandom(8).hex()}.new"
    descriptor = os.open(folder.at(fresh), _NEW_FLAGS, mode, dir_fd=folder.descriptor)
    try:
        with open(descriptor, "wb") as file:
            file.writelines(data)
            file.flush()
            if old is not None:
                _take_rights(descriptor, folder, old)
            os.fsync(descriptor)
        yield fresh
    finally:
        with suppress(FileNotFoundError):  # it has another name now
            os.unlink(folder.at(fresh), dir_fd=folder.descriptor)


def _take_rights(descriptor: int, folder: _Folder, old: str) -> None:
    """Gives a file the mode of an old one, and its owner, group and attributes as far as that is allowed.

    Where the group cannot be kept, it may do no more than others may: it is another group.
    """
    was = folder.look(old)
    if was is None or not _HAS_OWNERS:
        return
    mode = stat.S_IMODE(was.st_mode)
    now = os.fstat(descriptor)
    if (now.st_uid, now.st_gid) != (was.st_uid, was.st_gid):
        try:
            os.fchown(descriptor, was.st_uid, was.st_gid)
        except OSError:
            mode &= 0o777
            try:
                os.fchown(descriptor, -1, was.st_gid)
            except OSError:
                mode = _for_another_group(mode)
    if not _take_attributes(descriptor, folder, old):
        mode = _for_another_group(mode)
    os.fchmod(descriptor, mode)


def _for_another_group(mode: int) -> int:
    return mode & ~0o070 | (mode & 0o007) << 3


def _take_attributes(descriptor: int, folder: _Folder, old: str) -> bool:
    """Copies extended attributes and the access control list; returns whether the list is the old one."""
    if not hasattr(os, "listxattr"):
        return True
    theirs: dict[str, bytes] = {}
    with suppress(OSError):  # a file system without attributes, or a file that may not be read
        source = os.open(folder.at(old), _LOOK_FLAGS, dir_fd=folder.descriptor)
        try:
            theirs = {name: os.getxattr(source, name) for name in os.listxattr(source)}
        finally:
            os.close(source)
    kept = True
    for name, value in theirs.items():
        try:
            os.setxattr(descriptor, name, value)
        except OSError:
            kept = kept and name != _ACL
    if _ACL not in theirs:
        with suppress(OSError):
            os.removexattr(descriptor, _ACL)  # the one of new files in this folder
    return kept
