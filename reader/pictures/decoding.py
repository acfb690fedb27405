"""Opening pictures: from the issue's own folder only, within bounds of size."""

from __future__ import annotations

import warnings
from io import BytesIO
from typing import TYPE_CHECKING

from reader.errors import UnusableError
from reader.source.picture_paths import open_picture_file

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 24_000_000
MAX_SIDE_PIXELS = 16_000
MAX_FILE_BYTES = 30_000_000
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")


def open_picture(folder: str, name: str, width_pixels: int, height_pixels: int) -> Image:
    """Opens a picture of an issue, scaled down by a whole number for a size in which it is to be drawn.

    Args:
        folder: The folder of the issue's pictures.
        name: The name of a file in it.
        width_pixels: The width of the drawing; a larger picture stays at least twice as wide.
        height_pixels: The height of the drawing; a larger picture stays at least twice as high.

    Raises:
        UnusableError: If it is missing, leads out of the folder, is too large, or is no picture.
    """
    from PIL import Image

    try:
        with open(open_picture_file(folder, name), "rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)  # whole: it may be changed while it is decoded
        if len(data) > MAX_FILE_BYTES:
            raise UnusableError(f"{name}: larger than {MAX_FILE_BYTES:,} bytes")
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE_PIXELS:
                    raise UnusableError(f"{name}: more than {MAX_PIXELS:,} pixels, or {MAX_SIDE_PIXELS:,} on a side")
                picture.draft("RGB", (2 * width_pixels, 2 * height_pixels))  # a JPEG is decoded small
                factor = max(1, min(picture.width // (2 * width_pixels), picture.height // (2 * height_pixels)))
                small = picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGBA")
                return small.reduce(factor).convert("RGBA") if factor > 1 else small.convert("RGBA")
    except FileNotFoundError as error:
        raise UnusableError(f"{name}: missing") from error
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusableError(f"{name}: {type(error).__name__}") from error
