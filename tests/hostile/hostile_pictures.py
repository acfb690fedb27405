"""Picture files that are made to harm their reader, each of one kind."""

from __future__ import annotations

import io
import struct
import zlib
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Callable


class HostilePicture(NamedTuple):
    """A kind of file, and the pattern of its refusal; empty where it is drawn."""

    make: Callable[[], bytes]
    refusal: str = ""


def saved(kind: str, size: tuple[int, int] = (40, 20), **choices: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, "red").save(data, kind, **choices)
    return data.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, more: bytes = b"", lines: int = 1) -> bytes:
    """Returns a PNG of some size with a few lines of data, and other chunks before it."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    data = zlib.compress(bytes(3 * min(width, 10_000) + 1) * lines)
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def repeated_scans(times: int) -> bytes:
    """A progressive JPEG whose last scan is repeated: each is a pass over all pixels."""
    whole = saved("JPEG", (600, 600), progressive=True, quality=1)
    last, end = whole.rindex(b"\xff\xda"), whole.rindex(b"\xff\xd9")
    return whole[:end] + whole[last:end] * times + whole[end:]


def many_frames(kind: str, count: int) -> bytes:
    """A moving picture of many frames: the second one is repeated in the file."""
    frames = [Image.new("P", (8, 8), colour) for colour in range(3)]
    data = io.BytesIO()
    frames[0].save(data, kind, save_all=True, append_images=frames[1:], duration=10, disposal=1)
    whole = data.getvalue()
    if kind != "GIF":
        return whole
    last = whole.rindex(b"\x21\xf9")
    return whole[:last] + whole[last:-1] * count + whole[-1:]


def apng(count: int) -> bytes:
    """A PNG that tells of many frames, each with its data."""
    control = struct.pack(">IIIIIHHBB", 0, 1, 1, 0, 0, 1, 10, 0, 0)
    frames = b"".join(
        chunk(b"fcTL", struct.pack(">I", at) + control[4:]) + chunk(b"fdAT", struct.pack(">I", at) + b"x")
        for at in range(1, count)
    )
    return png(1, 1, chunk(b"acTL", struct.pack(">II", count, 0)) + chunk(b"fcTL", control)).replace(
        chunk(b"IEND", b""), frames + chunk(b"IEND", b"")
    )


def looping_exif() -> bytes:
    """Exif data whose list of directories leads to itself."""
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x8769, 4, 1, 8, 8)


def bomb(size: int) -> bytes:
    return zlib.compress(bytes(size), 9)


HOSTILE: dict[str, HostilePicture] = {
    "repeated scans": HostilePicture(lambda: repeated_scans(6000), "more than 100 scans"),
    "some more scans": HostilePicture(lambda: repeated_scans(80)),
    "very many pixels": HostilePicture(lambda: png(100_000, 100_000), "more than"),
    "many pixels in a file without them": HostilePicture(lambda: png(4000, 4000)),
    "a long side": HostilePicture(lambda: png(2**31 - 1, 1), "more than|damaged"),
    "no size": HostilePicture(lambda: png(0, 0), "."),
    "more lines than told": HostilePicture(lambda: png(100, 100, lines=100_000)),
    "colour profile that unpacks": HostilePicture(
        lambda: png(1, 1, chunk(b"iCCP", b"a\0\0" + bomb(40_000_000))), "damaged, or not whole"
    ),
    "text that unpacks": HostilePicture(
        lambda: png(1, 1, chunk(b"zTXt", b"a\0\0" + bomb(40_000_000))), "damaged, or not whole"
    ),
    "many texts": HostilePicture(
        lambda: png(1, 1, chunk(b"zTXt", b"a\0\0" + bomb(900_000)) * 200), "damaged, or not whole"
    ),
    "Exif in a circle": HostilePicture(lambda: saved("JPEG", exif=looping_exif())),
    "profile of noise": HostilePicture(lambda: saved("JPEG", icc_profile=bytes(range(256)) * 20_000)),
    "GIF of 100,000 frames": HostilePicture(lambda: many_frames("GIF", 100_000)),
    "APNG of 20,000 frames": HostilePicture(lambda: apng(20_000)),
    "APNG of four billion frames": HostilePicture(lambda: png(1, 1, chunk(b"acTL", struct.pack(">II", 2**31, 0)))),
    "cut off JPEG": HostilePicture(lambda: saved("JPEG", (2000, 2000))[:9000], "damaged, or not whole"),
    "cut off WebP": HostilePicture(lambda: saved("WEBP", (2000, 2000))[:300], "."),
    "TIFF": HostilePicture(lambda: b"II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 256, 4, 1, 1, 8), "no PNG"),
    "SVG": HostilePicture(lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", "no PNG, JPEG, GIF or WebP picture"),
    "nothing": HostilePicture(lambda: b"", "no PNG, JPEG, GIF or WebP picture"),
}
