"""The rows that the items of a column will have, estimated from the lengths of their texts."""

from __future__ import annotations

import math

from reader.layout.bars import second_cells
from reader.layout.parts import PART_CHARS
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
    from reader.layout.spaces import Side

_SAMPLE_TEXTS = 48
"""Number of texts in the sample for the mean width of a character."""
_MAX_ESTIMATED_CHARS = 4 * PART_CHARS
"""Length from which texts are estimated alike."""
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
        return [rows_of_left[length] for length in left]
    ((right, rows_of_right),) = others
    both = zip(left, right, strict=True)
    if geometry.parallel:
        return [a if (a := rows_of_left[m]) > (b := rows_of_right[n]) else b for m, n in both]
    return [rows_of_left[m] + rows_of_right[n] - 1.0 for m, n in both]


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
