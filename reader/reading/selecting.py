"""Selections from cells of the screen and from keys. Pure functions on a window."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from reader.layout.column import Place
from reader.layout.graphemes import boundaries
from reader.layout.pointing import cell_of, offset_at
from reader.layout.spaces import LEFT, RIGHT, ItemIndex, ItemRow, LineCell, TextOffset
from reader.model.record import replace
from reader.reading.selection import Selection, Spot

if TYPE_CHECKING:
    from reader.layout.column import Column
    from reader.layout.piece import Line
    from reader.layout.spaces import Side, SpreadCell, WindowRow
    from reader.reading.direction import Direction
    from reader.reading.selection import TextSpan
    from reader.reading.window import Window

BEYOND_CELLS = 1_000_000
"""A cell behind the end of every line."""


def begun_at(window: Window, x: SpreadCell, y: WindowRow) -> Selection | None:
    """Returns an empty selection at a cell (``x``) and a row (``y``) of the window; None where there is no text."""
    return _pointed(window, x, y)


def extended_to(window: Window, selection: Selection, x: SpreadCell, y: WindowRow) -> Selection:
    """Returns the selection up to a cell of the window; over whole pairs if the cell is in the other column."""
    found = _pointed(window, x, y)
    if found is None or found.column != selection.column:
        return selection  # sides in columns of their own have no pairs
    return replace(selection, head=found.head, pairs=found.side != selection.side and window.geometry.parallel)


def whole(window: Window, selection: Selection, pairs: bool) -> Selection:
    """Returns the whole paragraphs that a selection touches; with their counterparts if ``pairs``."""
    column, (first, last) = window.spread.columns[selection.column], selection.ends
    start, end = _extent(column, first.item, selection.side)[0], _extent(column, last.item, selection.side)[1]
    both = pairs and len(column.sides) > 1
    return Selection(selection.column, selection.side, Spot(first.item, start), Spot(last.item, end), both)


def of_paragraph(window: Window) -> Selection | None:
    """Returns the current paragraph as a selection: its left side if it has one; None without text."""
    item, number = window.item, window.place.side
    if item is None:
        return None
    shown = window.column.sides
    side = next((side for side in shown if (cell := item.cells[side]) and not cell.note), None)
    if side is None:
        return None
    here = Spot(window.index, TextOffset(0))
    return whole(window, Selection(number, side, here, here), pairs=False)


def on_next_side(window: Window, selection: Selection) -> Selection:
    """Returns the same paragraphs of the other side, then whole pairs, then the paragraphs of the first side again."""
    column = window.spread.columns[selection.column]
    if len(column.sides) == 1:
        return selection
    if not selection.pairs and selection.side == column.sides[-1]:
        return replace(selection, pairs=True)
    side = column.sides[0] if selection.pairs else column.sides[-1]
    return whole(window, replace(selection, side=side), pairs=False)


def by_clusters(window: Window, selection: Selection, by: Direction) -> Selection:
    """Returns the selection with its head a grapheme cluster further (1) or back (-1)."""
    column, (index, offset) = window.spread.columns[selection.column], selection.head
    cell = column.items[index].cells[selection.side]
    if cell is None:
        return selection
    edges = boundaries(cell.prose.text)
    here = offset - cell.offset
    found = bisect_right(edges, here) if by > 0 else bisect_left(edges, here) - 1
    if 0 <= found < len(edges):
        return replace(selection, head=Spot(index, TextOffset(cell.offset + edges[found])))
    return _in_neighbour(column, selection, by)


def by_paragraphs(window: Window, selection: Selection, by: Direction) -> Selection:
    """Returns the selection with its head at the next end of a paragraph, or at the beginning before."""
    column, (index, offset) = window.spread.columns[selection.column], selection.head
    start, end = _extent(column, index, selection.side)
    if by > 0 and offset < end:
        return replace(selection, head=Spot(index, end))
    if by < 0 and offset > start:
        return replace(selection, head=Spot(index, start))
    return _in_neighbour(column, selection, by, whole=True)


def by_lines(window: Window, selection: Selection, by: Direction) -> Selection:
    """Returns the selection with its head a line further (1) or back (-1), in the same cell or at the line's end."""
    column, head = window.spread.columns[selection.column], selection.head
    place = column.row_of(head.item, selection.side, head.offset)
    cell = cell_of(_line(column, place, selection.side), head.offset)
    index, row = place.item, place.row + by
    while True:
        if row < 0 or row >= len(column.rows(index)):
            index = ItemIndex(index + by)
            if not 0 <= index < len(column.items):
                return by_paragraphs(window, selection, by)
            row = 0 if by > 0 else len(column.rows(index)) - 1
        found = column.items[index].cells[selection.side]
        offset = offset_at(_line(column, Place(index, ItemRow(row)), selection.side), cell)
        if offset is not None and found and not found.note:
            return replace(selection, head=Spot(index, offset))
        row += by


def _pointed(window: Window, x: SpreadCell, y: WindowRow) -> Selection | None:
    """Returns an empty selection at a cell of the window, or at the end of the nearest row above with text."""
    geometry = window.geometry
    is_right = geometry.parallel and x >= geometry.starts_cells[1] - 1
    for number in range(min(y, len(window.rows) - 1), -1, -1):
        row = window.rows[number]
        right = is_right and not row.spans
        cell = x - geometry.starts_cells[right]
        line, index, side = (row.right, row.at[1], row.sides[1]) if right else (row.left, row.at[0], row.sides[0])
        cell += window.shift_cells if line.wide else 0
        offset = offset_at(line, LineCell(cell if number == y else BEYOND_CELLS))
        if offset is not None and index >= 0:
            spot = Spot(index, offset)
            return Selection(RIGHT if right and window.can_unlink else LEFT, side, spot, spot)
    return None


def _line(column: Column, place: Place, side: Side) -> Line:
    return column.rows(place.item)[place.row].line_of(side)


def _extent(column: Column, index: ItemIndex, side: Side) -> TextSpan:
    """Returns the half-open range of an item's side in the passage's text."""
    cell = column.items[index].cells[side]
    begin = cell.offset if cell else TextOffset(0)
    return begin, TextOffset(begin + (len(cell.prose.text) if cell else 0))


def _in_neighbour(column: Column, selection: Selection, by: Direction, whole: bool = False) -> Selection:
    """Returns the selection with its head at the near end of its side's next text; if ``whole``, at the far end."""
    index = ItemIndex(selection.head.item + by)
    while 0 <= index < len(column.items):
        cell = column.items[index].cells[selection.side]
        if cell and not cell.note:
            start, end = _extent(column, index, selection.side)
            return replace(selection, head=Spot(index, end if (by > 0) == whole else start))
        index = ItemIndex(index + by)
    return selection
