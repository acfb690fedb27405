"""The cursor of the look-up: a word of the article, as a selection; the texts that it moves through. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.spaces import LEFT, ItemIndex, TextOffset, other_side
from reader.model.record import record, replace
from reader.reading.direction import BACKWARD, FORWARD
from reader.reading.selecting import by_lines
from reader.reading.selection import Selection, Spot

if TYPE_CHECKING:
    from typing import Literal

    from reader.layout.column import Column
    from reader.layout.item import Cell
    from reader.layout.spaces import Side
    from reader.reading.direction import Direction
    from reader.reading.viewport import Viewport
    from reader.reading.window import Window
    from reader.reading.words import WordSpan

    Way = Literal["at", "behind", "before"]
    """Where a word is sought from a place: at it (else behind it), behind it, before it."""


@record
class Sought:
    """A place from which a word is sought."""

    place: Selection
    """Empty selection."""
    way: Way


def text_at(column: Column, index: ItemIndex, side: Side) -> Cell | None:
    """Returns the text of a passage that the cursor can be in; None for heads, tables, code and notes of the page."""
    item = column.items[index]
    cell = item.cells[side]
    is_text = cell and item.number and not (cell.note or cell.table or cell.code_language)
    return cell if is_text and cell and cell.prose.text else None


def begun(viewport: Viewport, selection: Selection | None, first: Side = LEFT) -> Selection | None:
    """Returns an empty selection to begin at; None if there is no text.

    It is at the beginning of the reader's selection, else at the current match, else at that of the current paragraph,
    on the ``first`` side if that has its text.
    """
    window, match, spot = viewport.window, viewport.match, viewport.match_spot
    if selection:
        column, wanted, here = selection.column, selection.side, selection.ends[0]
    elif match and spot and not viewport.strayed:
        column, wanted, here = match.column, match.side, spot
    else:
        column, wanted, here = window.place.side if window.can_unlink else LEFT, None, Spot(window.index, TextOffset(0))
    held = window.spread.columns[column]
    behind, before = range(here.item, len(held.items)), range(here.item - 1, -1, -1)
    for index in map(ItemIndex, (*behind, *before)):
        for side in sorted(held.sides, key=lambda side: side != first) if wanted is None else (wanted,):
            if cell := text_at(held, index, side):
                spot = here if index == here.item and here.offset > cell.offset else Spot(index, cell.offset)
                return Selection(column, side, spot, spot)
    return None


def neighbour(window: Window, selection: Selection, by: Direction) -> Selection | None:
    """Returns an empty selection in the next text (1) or in the one before (-1): at the end that is nearer."""
    column = window.spread.columns[selection.column]
    index = ItemIndex(selection.head.item + by)
    while 0 <= index < len(column.items):
        if cell := text_at(column, index, selection.side):
            length = 0 if by > 0 else len(cell.prose.text)
            spot = Spot(index, TextOffset(cell.offset + length))
            return replace(selection, anchor=spot, head=spot)
        index = ItemIndex(index + by)
    return None


def to_next(_window: Window, selection: Selection) -> Sought:
    """Returns the place of the next word."""
    return Sought(_empty(selection, selection.ends[1]), "behind")


def to_previous(_window: Window, selection: Selection) -> Sought:
    """Returns the place of the word before."""
    return Sought(_empty(selection, selection.ends[0]), "before")


def to_line_below(window: Window, selection: Selection) -> Sought:
    """Returns the place below the word."""
    return Sought(_by_line(window, selection, FORWARD), "at")


def to_line_above(window: Window, selection: Selection) -> Sought:
    """Returns the place above the word."""
    return Sought(_by_line(window, selection, BACKWARD), "at")


def across(window: Window, selection: Selection) -> Sought:
    """Returns the beginning of the counterpart; the word itself where that is not in the same column."""
    column = window.spread.columns[selection.column]
    side, index = other_side(selection.side), selection.head.item
    cell = text_at(column, index, side) if side in column.sides else None
    if cell is None:
        return Sought(_empty(selection, selection.ends[0]), "at")
    return Sought(_empty(replace(selection, side=side), Spot(index, cell.offset)), "at")


def _by_line(window: Window, selection: Selection, by: Direction) -> Selection:
    """Returns an empty selection a line further (1) or back (-1); at the word where there is no text there."""
    here = _empty(selection, selection.ends[0])
    there = by_lines(window, here, by)
    column = window.spread.columns[selection.column]
    return _empty(there, there.head) if text_at(column, there.head.item, there.side) else here


def _empty(selection: Selection, spot: Spot) -> Selection:
    return replace(selection, anchor=spot, head=spot, pairs=False)


def on_word(selection: Selection, cell: Cell, word: WordSpan) -> Selection:
    """Returns the selection of a word of a text; its moving end is within the word, so that it is at its row."""
    index = selection.head.item
    start, end = (Spot(index, TextOffset(cell.offset + offset)) for offset in word)
    return replace(selection, anchor=end, head=start)
