"""Pictures in half blocks: each cell shows two pixels, one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from PIL.Image import Image

    Colour = tuple[int, int, int]
    """Red, green and blue, each from 0 to 255."""


class HalfBlock(NamedTuple):
    """The colours of a cell's upper and lower half."""

    upper: Colour
    lower: Colour


class Pixels(NamedTuple):
    """A picture as it is drawn: three bytes a pixel, row by row, in an even number of rows."""

    width: int
    data: bytes


def scaled(picture: Image, width_cells: int, height_rows: int, background: Colour) -> Pixels:
    """Returns a picture in the largest size that fits into some cells.

    The picture keeps its proportions, on cells that are twice as high as wide. Where it is transparent, the background
    is seen.
    """
    from PIL import Image

    scale = min(width_cells / picture.width, 2 * height_rows / picture.height)
    width = max(1, int(picture.width * scale))
    height = max(2, int(picture.height * scale) // 2 * 2)
    small = picture.resize((width, height), Image.Resampling.LANCZOS)
    flat = Image.new("RGBA", small.size, (*background, 255))
    flat.alpha_composite(small)
    return Pixels(width, flat.convert("RGB").tobytes())


def half_blocks(pixels: Pixels) -> list[list[HalfBlock]]:
    """Returns a picture as rows of cells."""
    width, data = pixels

    def colour(x: int, y: int) -> Colour:
        at = 3 * (y * width + x)
        return data[at], data[at + 1], data[at + 2]

    height = len(data) // (3 * width)
    return [[HalfBlock(colour(x, y), colour(x, y + 1)) for x in range(width)] for y in range(0, height, 2)]
