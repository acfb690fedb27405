"""Coordinate spaces of a layout, each a type of its own, so that mypy refuses to mix them.

The maps from text to screen are stacked; each line names the space and the module whose map leads to the next:

    passage     TextOffset   parts.py: a long text is set in parts, each beginning at its cell's ``offset``
    line        LineCell     lines.py, piece.py: text into lines; back by pointing.py
    item        ItemRow      setting.py, column.py: the lines of an item under each other, in rows
    column      ItemIndex    column.py: items under each other; (ItemIndex, ItemRow) is a ``Place``
    column      ColumnRow    heights.py: rows above a place, by estimate
    window      WindowRow    spread.py: the rows that are shown from a place of each column
    spread      SpreadCell   geometry.py: margin, columns and gutter beside each other

While a program runs, all are plain ``int`` or ``float``. Arithmetic gives a plain number: it is put into a space again
where it leaves a function, and loops inside a function may count in plain numbers.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, NewType

    TextOffset = NewType("TextOffset", int)
    """Code points from the beginning of a passage's text in one language."""
    LineCell = NewType("LineCell", int)
    """Terminal cells from the left edge of a line of a column."""
    ItemRow = NewType("ItemRow", int)
    """Rows from the first row of an item; the blank rows above its text come first."""
    ItemIndex = NewType("ItemIndex", int)
    """Position of an item in the list that a column sets, from 0."""
    ColumnRow = NewType("ColumnRow", float)
    """Rows from the top of a column by estimate, a fraction."""
    WindowRow = NewType("WindowRow", int)
    """Rows from the top of the window on a spread."""
    SpreadCell = NewType("SpreadCell", int)
    """Terminal cells from the left edge of a spread."""

    Side = Literal[0, 1]
    """The left (0) or the right (1) language of a spread; also the column that holds it, where each has its own."""
else:
    TextOffset = LineCell = ItemRow = ItemIndex = WindowRow = SpreadCell = int
    ColumnRow = float

LEFT: Side = 0
RIGHT: Side = 1
SIDES: tuple[Side, Side] = (LEFT, RIGHT)


def other_side(side: Side) -> Side:
    """Returns the side across the gutter."""
    return LEFT if side else RIGHT
