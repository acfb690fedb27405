"""Decoding pictures: within bounds of their size, and of the work that their file makes.

It runs in a confined process (:mod:`reader.pictures.confined_pictures`), which holds whatever is forgotten here.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from reader.confined import Reply
from reader.errors import UnusableError
from reader.pictures.half_blocks import scaled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from reader.confined import Json

MAX_PIXELS = 24_000_000
MAX_SIDE_PIXELS = 16_000
MAX_SCANS = 100
"""Maximum number of scans of a JPEG, each of which may be a pass over all pixels; cameras and programs write ten."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_TOO_MANY_PIXELS = f"more than {MAX_PIXELS:,} pixels, or {MAX_SIDE_PIXELS:,} on a side"
_JPEG_MARK, _SCAN_MARK = b"\xff\xd8", b"\xff\xda"


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Opens the bytes of a picture: only its header is read, and held to the bounds.

    Raises:
        UnusableError: If it is too large, or is no picture; also for what fails inside the context.
    """
    from PIL import Image, UnidentifiedImageError

    if data.startswith(_JPEG_MARK) and data.count(_SCAN_MARK) > MAX_SCANS:
        raise UnusableError(f"more than {MAX_SCANS} scans")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE_PIXELS:
                    raise UnusableError(_TOO_MANY_PIXELS)
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusableError(_TOO_MANY_PIXELS) from error
    except UnidentifiedImageError as error:
        raise UnusableError("no PNG, JPEG, GIF or WebP picture, or a damaged one") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise UnusableError("damaged, or not whole") from error


def decoded(data: bytes, width_pixels: int, height_pixels: int) -> Image:
    """Decodes the bytes of a picture, scaled down by a whole number for a size in which it is to be drawn.

    Args:
        data: The bytes of its file.
        width_pixels: The width of the drawing; a larger picture stays at least twice as wide.
        height_pixels: The height of the drawing; a larger picture stays at least twice as high.

    Raises:
        UnusableError: If it is too large, or is no picture.
    """
    with opened(data) as picture:
        picture.draft("RGB", (2 * width_pixels, 2 * height_pixels))  # a JPEG is decoded small
        factor = max(1, min(picture.width // (2 * width_pixels), picture.height // (2 * height_pixels)))
        small = picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGBA")
        return small.reduce(factor).convert("RGBA") if factor > 1 else small.convert("RGBA")


def answer(request: dict[str, Json], data: bytes) -> Reply:
    """Replies with the width of a picture in the size of some cells, and its pixels."""
    numbers = request["numbers"]
    assert isinstance(numbers, list)
    width_cells, height_rows, red, green, blue = (int(str(number)) for number in numbers)
    picture = decoded(data, width_cells, 2 * height_rows)
    pixels = scaled(picture, width_cells, height_rows, (red, green, blue))
    return Reply(pixels.width, pixels.data)


def inspect(request: dict[str, Json], data: bytes) -> Reply:
    """Replies with the format and the number of pixels of a picture; decodes it if it has at most ``decoded`` pixels.

    It is decoded as for the smallest drawing: as far as any drawing would be, but for the parts that a JPEG's smaller
    forms leave out.
    """
    most = int(str(request["decoded"]))
    with opened(data) as picture:
        name, pixels = str(picture.format), picture.width * picture.height
    if pixels <= most:
        decoded(data, 1, 1)
    return Reply([name, pixels])
