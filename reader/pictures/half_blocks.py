"""Pictures in half blocks: each cell shows two pixels, one above the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.pictures.fitting import PixelSize

if TYPE_CHECKING:
    from reader.pictures.fitting import CellBox, Excerpt

    Colour = tuple[int, int, int]
    """Red, green and blue, each from 0 to 255."""


_LEVELS = bytes(value & 0xF8 | value >> 5 for value in range(256))


class HalfBlock(NamedTuple):
    """The colours of a cell's upper and lower half."""

    upper: Colour
    lower: Colour


class Pixels(NamedTuple):
    """A picture as it is drawn: three bytes a pixel, row by row, in an even number of rows."""

    width: int
    data: bytes


def size_in_blocks(picture: PixelSize, box: CellBox, view: Excerpt) -> PixelSize:
    """Returns the pixels, in half blocks, of a picture or a part of it in a box: an even number of rows."""
    across, down = view.shares
    width, height = picture.width * across, picture.height * down
    scale = min(box.columns / width, 2 * box.rows / height)
    return PixelSize(
        max(1, min(box.columns, round(width * scale))), max(2, min(2 * box.rows, 2 * round(height * scale / 2)))
    )


def half_blocks(pixels: Pixels) -> list[list[HalfBlock]]:
    """Returns a picture as rows of cells, in colours of 32 levels: each pair of colours is a style of its own."""
    width, data = pixels.width, pixels.data.translate(_LEVELS)

    def colour(x: int, y: int) -> Colour:
        at = 3 * (y * width + x)
        return data[at], data[at + 1], data[at + 2]

    height = len(data) // (3 * width)
    return [[HalfBlock(colour(x, y), colour(x, y + 1)) for x in range(width)] for y in range(0, height, 2)]
