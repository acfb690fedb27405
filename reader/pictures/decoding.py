"""Opening pictures: from the issue's own folder only, within bounds of size."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING

from reader.errors import UnusableError
from reader.source.picture_paths import leads_out

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

    path = os.path.join(folder, name)
    try:
        if os.path.basename(name) != name or leads_out(folder, path):
            raise UnusableError(f"{name}: not in the issue's folder")
        if not os.path.isfile(path) or os.path.getsize(path) > MAX_FILE_BYTES:
            raise UnusableError(f"{name}: missing, or larger than {MAX_FILE_BYTES:,} bytes")
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE_PIXELS:
                    raise UnusableError(f"{name}: more than {MAX_PIXELS:,} pixels, or {MAX_SIDE_PIXELS:,} on a side")
                picture.draft("RGB", (2 * width_pixels, 2 * height_pixels))  # a JPEG is decoded small
                factor = max(1, min(picture.width // (2 * width_pixels), picture.height // (2 * height_pixels)))
                small = picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGBA")
                return small.reduce(factor).convert("RGBA") if factor > 1 else small.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusableError(f"{name}: {type(error).__name__}") from error
