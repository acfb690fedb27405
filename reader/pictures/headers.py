"""The size of a picture by the first bytes of its file: PNG, JPEG, GIF and WebP, without decoding anything.

A layout needs the proportions of a picture before it is drawn, and at a start nothing may be decoded.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import UnusableError
from reader.picture_paths import open_picture_file
from reader.pictures.fitting import PixelSize

if TYPE_CHECKING:
    from typing import IO

HEAD_BYTES = 64
MAX_SEGMENTS = 300
"""Maximum number of segments of a JPEG that are looked at, and of chunks of a PNG or a WebP."""
MAX_EXIF_BYTES = 65_536
_EXIF, _CRC_BYTES, _WEBP_EXIF = b"Exif\0\0", 4, 0x08
_PNG, JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_STARTS_OF_FRAME = frozenset({0xC0, 0xC1, 0xC2, 0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_EXIF_SEGMENT = 0xE1
_ORIENTATION = 0x0112
TURNED = range(5, 9)
"""The orientations whose width and height change places."""


class PictureFile(NamedTuple):
    """A picture of an issue."""

    folder: str
    name: str
    size: PixelSize
    state: tuple[int, ...] = ()
    """Numbers of which one is another when the file has changed."""


class PictureHead(NamedTuple):
    """The facts about a picture before its pixels."""

    size: PixelSize
    """Its size as it is seen."""
    orientation: int
    """The way in which its camera was turned, as Exif has it; 0 if it is not noted."""


def picture_file(folder: str, name: str) -> PictureFile | None:
    """Returns a picture of an issue with its size; None if its file cannot be read, or has no such head.

    Args:
        folder: The folder of the issue's pictures.
        name: The name of a file in it.
    """
    try:
        with open(open_picture_file(folder, name), "rb") as file:
            found = os.fstat(file.fileno())
            size = size_in(file)
    except (OSError, ValueError, UnusableError):
        return None
    if size is None or size.width < 1 or size.height < 1:
        return None
    return PictureFile(folder, name, size, (found.st_ino, found.st_size, found.st_mtime_ns))


def size_in(file: IO[bytes]) -> PixelSize | None:
    """Returns the size of the picture in a file that is open for reading; None if its head is of no known format."""
    found = head_in(file)
    return found.size if found else None


def head_in(file: IO[bytes]) -> PictureHead | None:
    """Returns the head of the picture in a file that is open for reading; None if it is of no known format."""
    head = file.read(HEAD_BYTES)
    if head.startswith(_PNG) and head[12:16] == b"IHDR":
        size = PixelSize(int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big"))
        return _seen(size, _png_orientation(file))
    if head.startswith((b"GIF87a", b"GIF89a")):
        return _seen(PixelSize(int.from_bytes(head[6:8], "little"), int.from_bytes(head[8:10], "little")), 0)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        known = _of_webp(head)
        has_exif = head[12:16] == b"VP8X" and int.from_bytes(head[20:21], "big") & _WEBP_EXIF
        return known and _seen(known, _webp_orientation(file) if has_exif else 0)
    return _jpeg_head(file) if head.startswith(JPEG) else None


def _seen(size: PixelSize, orientation: int) -> PictureHead:
    """Returns the head of a picture of a size in its file."""
    return PictureHead(PixelSize(size.height, size.width) if orientation in TURNED else size, orientation)


def _png_orientation(file: IO[bytes]) -> int:
    """Returns the orientation in a PNG, before its pixels; 0 if there is none."""
    file.seek(len(_PNG))
    for _ in range(MAX_SEGMENTS):
        head = file.read(8)
        length = int.from_bytes(head[:4], "big")
        if head[4:] == b"eXIf":
            return _orientation(file.read(min(length, MAX_EXIF_BYTES)))
        if len(head) < 8 or head[4:] in (b"IDAT", b"IEND"):
            return 0
        file.seek(length + _CRC_BYTES, 1)
    return 0


def _webp_orientation(file: IO[bytes]) -> int:
    """Returns the orientation in a WebP, behind its pixels; 0 if there is none."""
    file.seek(12)
    for _ in range(MAX_SEGMENTS):
        head = file.read(8)
        length = int.from_bytes(head[4:], "little")
        if head[:4] == b"EXIF":
            return _orientation(file.read(min(length, MAX_EXIF_BYTES)).removeprefix(_EXIF))
        if len(head) < 8:
            return 0
        file.seek(length + length % 2, 1)
    return 0


def _of_webp(head: bytes) -> PixelSize | None:
    """Returns the size in one of the three kinds of a WebP file."""
    kind = head[12:16]
    if kind == b"VP8X":
        return PixelSize(1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little"))
    if kind == b"VP8L" and head[20:21] == b"\x2f":
        bits = int.from_bytes(head[21:25], "little")
        return PixelSize(1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF))
    if kind == b"VP8 " and head[23:26] == b"\x9d\x01\x2a":
        width, height = (int.from_bytes(head[at : at + 2], "little") & 0x3FFF for at in (26, 28))
        return PixelSize(width, height)
    return None


def _jpeg_head(file: IO[bytes]) -> PictureHead | None:
    """Returns the head of a JPEG, whose segments are passed one by one; None if there is none."""
    file.seek(2)
    orientation = 0
    for _ in range(MAX_SEGMENTS):
        mark = file.read(2)
        while mark[1:] == b"\xff":  # fill bytes
            mark = mark[1:] + file.read(1)
        if len(mark) < 2 or mark[0] != 0xFF:
            return None
        length = int.from_bytes(file.read(2), "big") - 2
        if length < 0:
            return None
        if mark[1] in _STARTS_OF_FRAME:
            frame = file.read(5)
            height, width = int.from_bytes(frame[1:3], "big"), int.from_bytes(frame[3:5], "big")
            return _seen(PixelSize(width, height), orientation)
        if mark[1] == _EXIF_SEGMENT and not orientation:
            segment = file.read(length)
            orientation = _orientation(segment.removeprefix(_EXIF)) if segment.startswith(_EXIF) else 0
        else:
            file.seek(length, 1)
    return None


def _orientation(exif: bytes) -> int:
    """Returns the orientation in Exif's data; 0 if there is none."""
    if not exif.startswith((b"II*\0", b"MM\0*")):
        return 0

    def number(at: int, size: int) -> int:
        return int.from_bytes(exif[at : at + size], "little" if exif.startswith(b"II") else "big")

    first = number(4, 4)
    for entry in range(first + 2, min(first + 2 + 12 * number(first, 2), len(exif)), 12):
        if number(entry, 2) == _ORIENTATION:
            return number(entry + 8, 2)
    return 0
