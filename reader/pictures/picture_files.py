"""The bytes of pictures: read from the issue's own folder only, within a bound."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.picture_paths import open_picture_file

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
        with open(open_picture_file(folder, name), "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)  # whole: it may be changed while it is decoded
    except (OSError, ValueError):
        raise UnusableError("missing, or no file that can be read") from None
    if len(data) > MAX_FILE_BYTES:
        raise UnusableError(f"larger than {MAX_FILE_BYTES:,} bytes")
    return data
