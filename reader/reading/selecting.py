"""Making a selection: from cells of the screen and from keys. Pure functions over a viewport."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.layout.column import Place
from reader.layout.graphemes import boundaries
from reader.layout.pointing import cell_of, offset_at
from reader.layout.spaces import SIDES, ItemIndex, ItemRow, LineCell, TextOffset
from reader.model.record import replace
from reader.reading.selection import Selection, Spot

if TYPE_CHECKING:
    from reader.layout.column import Column
    from reader.layout.piece import Line
    from reader.reading.viewport import Viewport


def begun_at(viewport: Viewport, x: int, y: int) -> Selection | None:
    """Returns a selection of nothing at a cell and a row of the window; None where there is no text."""
    found = _pointed(viewport, x, y)
    if found is None:
        return None
    column, side, spot = found
    return Selection(column, side, spot, spot)


def extended_to(viewport: Viewport, selection: Selection, x: int, y: int) -> Selection:
    """Returns the selection up to a cell of the window: over whole pairs if that is in the other column."""
    found = _pointed(viewport, x, y)
    if found is None:
        return selection
    column, side, spot = found
    if column != selection.column:
        return selection  # sides that flow apart have no pairs
    return replace(selection, head=spot, pairs=side != selection.side and viewport.geometry.parallel)


def whole(viewport: Viewport, selection: Selection, pairs: bool) -> Selection:
    """Returns the whole paragraphs that a selection touches; with their counterparts if ``pairs``."""
    column, (first, last) = viewport.spread.columns[selection.column], selection.ends
    start, end = _extent(column, first.item, selection.side)[0], _extent(column, last.item, selection.side)[1]
    both = pairs and len(column.sides) > 1
    return Selection(selection.column, selection.side, Spot(first.item, start), Spot(last.item, end), both)


def of_paragraph(viewport: Viewport) -> Selection | None:
    """Returns the current paragraph as a selection: on the left side if it has one."""
    item, number = viewport.item, viewport.place.side
    if item is None:
        return None
    shown = viewport.column.sides
    side = next((side for side in shown if (cell := item.cells[side]) and not cell.note), None)
    if side is None:
        return None
    here = Spot(viewport.index, 0)
    return whole(viewport, Selection(number, side, here, here), pairs=False)


def on_next_side(viewport: Viewport, selection: Selection) -> Selection:
    """Returns the same paragraphs of the other side, then whole pairs, then the paragraphs of the first side again."""
    column = viewport.spread.columns[selection.column]
    if len(column.sides) == 1:
        return selection
    if not selection.pairs and selection.side == column.sides[-1]:
        return replace(selection, pairs=True)
    side = column.sides[0] if selection.pairs else column.sides[-1]
    return whole(viewport, replace(selection, side=side), pairs=False)


def by_clusters(viewport: Viewport, selection: Selection, by: int) -> Selection:
    """Returns the selection with its head a grapheme cluster further (1) or back (-1)."""
    column, (index, offset) = viewport.spread.columns[selection.column], selection.head
    cell = column.items[index].cells[selection.side]
    if cell is None:
        return selection
    edges = boundaries(cell.prose.text)
    here = offset - cell.offset
    found = bisect_right(edges, here) if by > 0 else bisect_left(edges, here) - 1
    if 0 <= found < len(edges):
        return replace(selection, head=Spot(index, cell.offset + edges[found]))
    return _in_neighbour(column, selection, by)


def by_paragraphs(viewport: Viewport, selection: Selection, by: int) -> Selection:
    """Returns the selection with its head at the next end of a paragraph, or at the beginning before."""
    column, (index, offset) = viewport.spread.columns[selection.column], selection.head
    start, end = _extent(column, index, selection.side)
    if by > 0 and offset < end:
        return replace(selection, head=Spot(index, end))
    if by < 0 and offset > start:
        return replace(selection, head=Spot(index, start))
    return _in_neighbour(column, selection, by, whole=True)


def by_lines(viewport: Viewport, selection: Selection, by: int) -> Selection:
    """Returns the selection with its head a line further or back, in the same cell if the line is long enough."""
    column, head = viewport.spread.columns[selection.column], selection.head
    offset = TextOffset(head.offset)
    place = column.row_of(ItemIndex(head.item), SIDES[selection.side], offset)
    cell = cell_of(_line(column, place, selection.side), offset)
    index, row = place.item, place.row + by
    while True:
        if row < 0 or row >= len(column.rows(index)):
            index = ItemIndex(index + by)
            if not 0 <= index < len(column.items):
                return by_paragraphs(viewport, selection, by)
            row = 0 if by > 0 else len(column.rows(index)) - 1
        found = column.items[index].cells[selection.side]
        target = offset_at(_line(column, Place(index, ItemRow(row)), selection.side), cell)
        if target is not None and found and not found.note:
            return replace(selection, head=Spot(index, target))
        row += by


def _pointed(viewport: Viewport, x: int, y: int) -> tuple[int, int, Spot] | None:
    """Returns the column, side and spot under a cell of the window, or in the nearest row above that has text."""
    geometry = viewport.geometry
    right = geometry.parallel and x >= geometry.starts_cells[1] - 1
    cell = x - geometry.starts_cells[right]
    for number in range(min(y, len(viewport.rows) - 1), -1, -1):
        row = viewport.rows[number]
        line, index, side = (row.right, row.at[1], row.sides[1]) if right else (row.left, row.at[0], row.sides[0])
        offset = offset_at(line, LineCell(cell if number == y else 1_000_000))
        if offset is not None and index >= 0:
            return (len(viewport.spread.columns) - 1 if right else 0), side, Spot(index, offset)
    return None


def _line(column: Column, place: Place, side: int) -> Line:
    row = column.rows(place.item)[place.row]
    return row.right if column.parallel and side == 1 else row.left if side == row.sides[0] else row.right


def _extent(column: Column, index: int, side: int) -> tuple[int, int]:
    """Returns where an item's side begins and ends, in the passage's text."""
    cell = column.items[index].cells[side]
    return (cell.offset, cell.offset + len(cell.prose.text)) if cell else (0, 0)


def _in_neighbour(column: Column, selection: Selection, by: int, whole: bool = False) -> Selection:
    """Returns the selection with its head at the near end of its side's next text; if ``whole``, at the far end."""
    index = selection.head.item + by
    while 0 <= index < len(column.items):
        cell = column.items[index].cells[selection.side]
        if cell and not cell.note:
            start, end = _extent(column, index, selection.side)
            return replace(selection, head=Spot(index, end if (by > 0) == whole else start))
        index += by
    return selection
