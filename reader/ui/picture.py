"""Pictures: opened only from the issue's own folder, bounded, and drawn in half blocks."""

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

Colour = tuple[int, int, int]


def open_picture(folder: str, name: str, width: int, height: int) -> Image:
    """Opens a picture of an issue, scaled down to fit into a size in pixels.

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
                picture.draft("RGB", (2 * width, 2 * height))  # a JPEG is decoded small
                factor = max(1, min(picture.width // (2 * width), picture.height // (2 * height)))
                small = picture if picture.mode in ("L", "RGB", "RGBA") else picture.convert("RGBA")
                return small.reduce(factor).convert("RGBA") if factor > 1 else small.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusableError(f"{name}: {type(error).__name__}") from error


def half_blocks(
    picture: Image, width_cells: int, height_rows: int, background: Colour
) -> list[list[tuple[Colour, Colour]]]:
    """Returns rows of cells, each with the colours of its upper and its lower half.

    The picture keeps its proportions (a cell is taken to be twice as high as wide) and fits into the size.
    """
    from PIL import Image

    scale = min(width_cells / picture.width, 2 * height_rows / picture.height)
    width = max(1, int(picture.width * scale))
    height = max(2, int(picture.height * scale) // 2 * 2)
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    flat = Image.new("RGBA", small.size, (*background, 255))
    flat.alpha_composite(small)
    data = flat.convert("RGB").tobytes()

    def colour(x: int, y: int) -> Colour:
        at = 3 * (y * width + x)
        return data[at], data[at + 1], data[at + 2]

    return [[(colour(x, y), colour(x, y + 1)) for x in range(width)] for y in range(0, height, 2)]
