"""The bytes of pictures: read from the issue's own folder only, within a bound."""

from __future__ import annotations

import os
from stat import S_ISREG

from reader.errors import UnusableError
from reader.source.picture_paths import leads_out

MAX_FILE_BYTES = 30_000_000


def picture_bytes(folder: str, name: str) -> bytes:
    """Returns the bytes of a picture of an issue.

    It is opened once, through no link that was put there after the look at its path, and read as it was opened.

    Args:
        folder: The folder of the issue's pictures.
        name: The name of a file in it.

    Raises:
        UnusableError: If it is missing, leads out of the folder, is no file, or is too large.
    """
    try:
        if os.path.basename(name) != name or leads_out(folder, os.path.join(folder, name)):
            raise UnusableError("not in the issue's folder")
        flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(os.path.realpath(os.path.join(folder, name)), flags), "rb") as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                raise UnusableError("no file")
            data = file.read(MAX_FILE_BYTES + 1)
    except (OSError, ValueError):
        raise UnusableError(f"missing, or larger than {MAX_FILE_BYTES:,} bytes") from None
    if len(data) > MAX_FILE_BYTES:
        raise UnusableError(f"missing, or larger than {MAX_FILE_BYTES:,} bytes")
    return data
