"""The rows that the items of a column will have, estimated from the lengths of their texts."""

from __future__ import annotations

import math

from reader.layout.bars import second_cells
from reader.layout.blank_rows import space_before
from reader.layout.parts import PART_CHARS
from reader.layout.picture_lines import picture_lines
from reader.layout.sampling import sampled
from reader.layout.setting import IDEOGRAPHIC_INDENT_CELLS
from reader.layout.spaces import RIGHT
from reader.layout.width import cell_width
from reader.model.language import is_ideographic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.flow import Items
    from reader.layout.geometry import Geometry
    from reader.layout.item import Item
    from reader.layout.spaces import Side

_SAMPLE_TEXTS = 48
"""Number of texts in the sample for the mean width of a character."""
_MAX_ESTIMATED_CHARS = 4 * PART_CHARS
"""Length from which texts are estimated alike."""
MAX_LOOKED_AT_ITEMS = 128
"""Number of items that are made for an estimate; in longer lists the rows of pictures and tables are not to be seen."""
_ROWS_BESIDE_TABLE = 4.0
"""Rows of a table's caption, the blank row below it, and the rules."""
_IDEOGRAPHIC_WASTE_CELLS = 0.6
"""Mean number of cells that a line of ideographs leaves empty at its end; measured."""
_WORD_WASTE_CELLS = 2.6
"""Mean number of cells that a line of words leaves empty at its end; measured."""


def estimates(items: Items, geometry: Geometry, sides: tuple[Side, ...], *, is_hidden: bool) -> list[float]:
    """Returns an estimate of the rows of each item, with the blank row above it.

    Args:
        items: The items.
        geometry: Widths of the columns of the spread.
        sides: Sides whose cells are set.
        is_hidden: Whether the second side is hidden.
    """
    (left, rows_of_left), *others = (_lengths_and_rows(items, geometry, side, sides) for side in sides)
    if not others or is_hidden:
        found = [rows_of_left[length] for length in left]
    else:
        ((right, rows_of_right),) = others
        both = zip(left, right, strict=True)
        if geometry.parallel:
            found = [a if (a := rows_of_left[m]) > (b := rows_of_right[n]) else b for m, n in both]
        else:
            found = [rows_of_left[m] + rows_of_right[n] - 1.0 for m, n in both]
    return _looked_at(items, geometry, sides, found) if len(found) <= MAX_LOOKED_AT_ITEMS else found


def _looked_at(items: Items, geometry: Geometry, sides: tuple[Side, ...], by_lengths: list[float]) -> list[float]:
    """Returns the estimates of few items, each looked at for the blank rows above it, its picture and its table."""
    parallel = geometry.parallel and len(sides) == 2
    room_cells = geometry.across_cells if parallel else geometry.columns_cells[sides[0]]
    found: list[float] = []
    previous: Item | None = None
    for item, estimate in zip(items, by_lengths, strict=True):
        picture = sum(1 for _ in picture_lines(item, geometry.figures, room_cells))
        rows = max(estimate - 1.0, _rows_of_table(item, sides, parallel=parallel))
        found.append(max(1.0, space_before(item, previous) + picture + rows))
        previous = item
    return found


def _rows_of_table(item: Item, sides: tuple[Side, ...], *, parallel: bool) -> float:
    """Returns the least number of rows of an item's tables with their captions; 0 for other items."""
    tables = [table for side in sides if (cell := item.cells[side]) and (table := cell.table)]
    if not tables:
        return 0.0
    rows, columns = len(tables[0].rows), len(tables[0].header or tables[0].rows[0])
    if len(tables) == 2 and not parallel:
        return rows * (columns + 1.0)  # a record has a line for each column, and a blank row
    return len(tables) * (rows + 1.0) + _ROWS_BESIDE_TABLE


def _lengths_and_rows(
    items: Items, geometry: Geometry, side: Side, sides: tuple[Side, ...]
) -> tuple[Sequence[int], Sequence[float]]:
    """Returns the length of each item's text on a side, and the rows of a text of each length, by estimate.

    The blank row above is one of them. The mean width of a character is taken from a sample.
    """
    sample = "".join(items.texts_at(sampled(len(items), _SAMPLE_TEXTS), side))[:PART_CHARS]
    char_cells = cell_width(sample) / max(1, len(sample))
    ideographic = is_ideographic(items.languages[side])
    indent = IDEOGRAPHIC_INDENT_CELLS if ideographic else 0
    waste = _IDEOGRAPHIC_WASTE_CELLS if ideographic else _WORD_WASTE_CELLS
    width = geometry.columns_cells[side]
    if side == RIGHT and len(sides) == 2 and not geometry.parallel:
        width -= second_cells(width)
    room = max(1.0, width - waste)
    lengths = items.lengths(side)
    longest = max(lengths, default=0)
    if longest > _MAX_ESTIMATED_CHARS:
        longest = _MAX_ESTIMATED_CHARS
        lengths = [min(length, longest) for length in lengths]
    rows = [1.0 + math.ceil((length * char_cells + indent) / room) for length in range(longest + 1)]
    rows[0] = 1.0 if len(sides) == 1 else 2.0  # a side without a text has a note
    return lengths, rows
