"""Pictures in half blocks, which are text: each cell shows two pixels, one above the other. Pure.

Where a terminal gives a half block two cells, a cell is a blank on the colour of both.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import UnusableError
from reader.pictures.fitting import PixelSize
from reader.pictures.indexed_colours import index_of, index_of_sixteen

if TYPE_CHECKING:
    from reader.pictures.fitting import CellBox, Excerpt

    Colour = tuple[int, int, int]
    """Red, green and blue, each from 0 to 255."""
    BlockRows = tuple[str, ...]
    """The cells of each row with the sequences that colour them, which end with those of a terminal that is reset."""

BLOCK, BLANK = "▀", " "
_RESET = "\x1b[m"
_LEVELS = bytes(value & 0xF8 | value >> 5 for value in range(256))
"""32 levels of each colour: cells that are nearly alike are written with one sequence."""
_ROW = re.compile(rf"(?:\x1b\[[0-9;]{{1,40}}m[{BLOCK} ]+)+\x1b\[m")


class BlockForm(NamedTuple):
    """The form of half blocks that a terminal shows."""

    colours: int = 0
    """Its number of colours: 256 or 16; 0 for all."""
    in_blanks: bool = False
    """Whether it gives a half block two cells."""


class Pixels(NamedTuple):
    """A picture as it is drawn: three bytes a pixel, row by row; for half blocks in an even number of rows."""

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


def block_rows(pixels: Pixels, form: BlockForm) -> BlockRows:
    """Returns the rows of cells of a picture: two of its rows are one of half blocks, or one is a row of blanks."""
    width, data = pixels.width, pixels.data.translate(_LEVELS)
    colours = [(data[at], data[at + 1], data[at + 2]) for at in range(0, len(data), 3)]
    rows = [colours[at : at + width] for at in range(0, len(colours), width)]
    if form.in_blanks:
        return tuple(_row([(None, colour) for colour in row], form.colours) for row in rows)
    return tuple(
        _row(list(zip(upper, lower, strict=True)), form.colours)
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    )


def _row(cells: list[tuple[Colour | None, Colour]], colours: int) -> str:
    """Returns a row of cells, by the colours of their text and their ground; those without text are blanks."""
    parts = []
    before: tuple[Colour | None, Colour | None] = None, None
    for (upper, lower), same in groupby(cells):
        codes = []
        if upper is not None and upper != before[0]:
            codes.append(_code(upper, colours, 30))
        if lower != before[1]:
            codes.append(_code(lower, colours, 40))
        before = upper, lower
        parts.append(f"\x1b[{';'.join(codes)}m{(BLANK if upper is None else BLOCK) * len(list(same))}")
    return "".join(parts) + _RESET


def _code(colour: Colour, colours: int, base: int) -> str:
    """Returns the parameters of a colour; ``base`` is the first code of the colours of text, or of those of grounds."""
    if colours == 256:
        return f"{base + 8};5;{index_of(*colour)}"
    if colours == 16:
        index = index_of_sixteen(*colour)
        return str(base + index if index < 8 else base + 60 + index - 8)
    return f"{base + 8};2;{';'.join(map(str, colour))}"


def checked(data: bytes, size: CellBox) -> BlockRows:
    """Returns the rows that another process has made, each with a line break behind it but the last.

    Raises:
        UnusableError: If they are anything else: they are written to the terminal.
    """
    rows = tuple(data.decode("utf-8", "replace").split("\n"))
    if len(rows) != size.rows or not all(_ROW.fullmatch(row) and _cells(row) == size.columns for row in rows):
        raise UnusableError("gives no picture")
    return rows


def _cells(row: str) -> int:
    return row.count(BLOCK) + row.count(BLANK)
