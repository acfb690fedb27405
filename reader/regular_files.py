"""Opens files that another program may replace at any moment: without waiting, and regular files only.

A pipe would wait for a writer, and to open a device may have an effect. So a path is looked at before it is opened;
and because it may be the path of something else by then, it is opened without blocking, and the open file decides.
"""

from __future__ import annotations

import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

_NOT_BLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)
_FLAGS = os.O_RDONLY | _NOT_BLOCKING | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class IrregularError(OSError):
    """A path of a folder, a pipe, a socket or a device; ``strerror`` names the kind."""


def open_regular(path: str, folder: int | None = None, follows_links: bool = True) -> int:
    """Returns the descriptor of a regular file, open for reading.

    Args:
        path: The file.
        folder: The descriptor of an open folder that a relative path begins at.
        follows_links: Whether the last part of the path may be a link.

    Raises:
        IrregularError: If it is no regular file.
        OSError: If it is missing, cannot be opened, or is a link that is not to be followed.
        ValueError: If the path is invalid, for example has a null character in it.
    """
    _check(os.stat(path, dir_fd=folder, follow_symlinks=follows_links).st_mode, path, follows_links)
    descriptor = os.open(path, _FLAGS | (0 if follows_links else _NO_LINK), dir_fd=folder)
    try:
        _check(os.fstat(descriptor).st_mode, path)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


def read_regular(path: str, limit_bytes: int) -> bytes:
    """Returns the first bytes of a regular file, ``limit_bytes`` at most.

    Raises:
        OSError: As :func:`open_regular`.
        ValueError: As :func:`open_regular`.
    """
    with open(open_regular(path), "rb") as file:
        return read_at_once(file, limit_bytes)


def read_at_once(file: BinaryIO, limit_bytes: int) -> bytes:
    """Returns the next bytes of a regular file, ``limit_bytes`` at most.

    Raises:
        OSError: If it cannot be read, or not without waiting, as some files of ``/proc``.
    """
    data: bytes | None = file.read(limit_bytes)
    if data is None:
        raise BlockingIOError(0, "nothing to read at once")
    return data


def _check(mode: int, path: str, is_followed: bool = True) -> None:
    if stat.S_ISREG(mode) or (stat.S_ISLNK(mode) and not is_followed):  # opening the link fails, with its own error
        return
    raise IrregularError(0, "this is a folder" if stat.S_ISDIR(mode) else "this is not an ordinary file", path)
