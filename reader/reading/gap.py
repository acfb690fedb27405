"""The gap below a paragraph, in which a box lies: its row, and the move that brings the paragraph above it. Pure."""

from __future__ import annotations

from reader.layout.column import Place
from reader.layout.spaces import ItemIndex, ItemRow, WindowRow, other_side
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.column import Column
    from reader.reading.window import Window


@record
class BoxGap:
    """Rows of a widget without text, below some paragraphs."""

    anchors: frozenset[str]
    """Anchors of the paragraphs."""
    height: int
    """Number of rows."""


@record
class GapPlace:
    """The place of a gap on the widget."""

    row: int
    """First row of the gap, from the top of the widget."""
    cell: int
    """First cell of the text above it."""
    width_cells: int
    """Width of the text above it: from the left column's first cell to the last cell of the right one."""


def row_below(window: Window, anchors: frozenset[str]) -> WindowRow:
    """Returns the row of a window below the last text of some paragraphs; below the last row if none is in sight."""
    below = len(window.rows)
    for number, row in enumerate(window.rows):
        for line, item in ((row.left, row.left_item), (row.right, row.right_item)):
            if item and item.number and item.anchor in anchors and line.pieces:
                below = number + 1
    return WindowRow(below)


def bring_above(window: Window, anchors: frozenset[str]) -> None:
    """Moves a window as little as needed to have all rows of some paragraphs in sight.

    If the window has too few rows for that, the last ones are in sight: they are beside the gap.
    """
    side = window.place.side
    found = _indices(window.spread.columns[side], anchors)
    if not found and window.can_unlink:
        side = other_side(side)
        found = _indices(window.spread.columns[side], anchors)
    if not found:
        return
    window.lead(side)
    column, top = window.spread.columns[side], window.places[side if window.can_unlink else 0]
    first, last = column.start(found[0]), _last_row(column, found[-1])
    if first.position < top.position:
        top = first
    if _rows_between(column, top, last, window.height) >= window.height:
        top = column.move(last, 1 - window.height, window.height)
    if top.position != window.places[side if window.can_unlink else 0].position:
        window.put(Place(top.item, top.row, side))
    window.choose(found[-1])


def _indices(column: Column, anchors: frozenset[str]) -> list[ItemIndex]:
    items = column.items
    return [ItemIndex(k) for k in range(len(items)) if items[k].number and items[k].anchor in anchors]


def _last_row(column: Column, index: ItemIndex) -> Place:
    """Returns the place of the last row of an item that has text."""
    rows = column.rows(index)
    inked = [k for k, row in enumerate(rows) if row.left.pieces or row.right.pieces]
    return Place(index, ItemRow(inked[-1] if inked else 0))


def _rows_between(column: Column, first: Place, last: Place, most: int) -> int:
    """Returns the number of rows from one place to another that is not before it; at least ``most`` if it is more."""
    count, index = last.row - first.row, first.item
    while index < last.item and count - last.row < most:
        count += len(column.rows(index))
        index = ItemIndex(index + 1)
    return count
