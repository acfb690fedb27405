"""The place of a small panel beside a word: below or above it, over no row that goes with it. Pure."""

from __future__ import annotations

from reader.layout.spaces import TextOffset
from reader.model.record import record
from reader.reading.selection import Spot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.spaces import SpreadCell, WindowRow
    from reader.reading.selection import Selection
    from reader.reading.window import Window

MIN_CELLS = 28
"""Smallest width of the panel, where there is as much."""
MARGIN_CELLS = 2
"""Width at each side of the panel's text, so that this begins below that of the word."""
ENOUGH_ROWS = 8
"""Number of rows below a word from which on the panel is there, though there may be more above."""
MIN_ROWS = 5
"""Number of rows that a panel needs to keep the counterpart of the word in sight, too."""


@record
class PanelPlace:
    """The upper left cell of the panel in the window, and its size."""

    x: int
    y: int
    """Row; negative above the first row of the window."""
    width_cells: int
    height: int


def place_beside(window: Window, selection: Selection, wanted_rows: int, top: int, bottom: int) -> PanelPlace:
    """Returns the place of a panel for a word that is in sight.

    In two columns the panel is on the column of the word, so that the counterpart beside it stays in sight. In one
    column the counterpart is above or below the word; it stays in sight where there is room for that. The panel is
    below the rows that it leaves free if there are enough for it, else where there is more room.

    Args:
        window: The window on the article.
        selection: The word.
        wanted_rows: The number of rows that the content of the panel needs.
        top: The first row that the panel may take; negative above the first row of the window.
        bottom: The row behind the last one that it may take.
    """
    x, width = columns_beside(window, selection)
    word = _rows_of_word(window, selection)
    pair = word if window.geometry.parallel else _rows_of_pair(window, selection, word)
    least = min(wanted_rows, MIN_ROWS)
    first, end = pair if max(bottom - pair[1], pair[0] - top) >= least else word
    below, above = bottom - end, first - top
    is_below = below >= min(wanted_rows, ENOUGH_ROWS) or below >= above
    height = max(1, min(wanted_rows, below if is_below else above))
    return PanelPlace(x, end if is_below else first - height, width, height)


def columns_beside(window: Window, selection: Selection) -> tuple[int, int]:
    """Returns the first cell of the panel of a word, and its width."""
    geometry = window.geometry
    starts: tuple[SpreadCell, SpreadCell] = geometry.starts_cells
    text_cells = geometry.columns_cells[selection.side] + geometry.hang_cells
    width = min(geometry.width_cells, max(MIN_CELLS, MARGIN_CELLS + text_cells))
    return max(0, min(starts[selection.side] - MARGIN_CELLS, geometry.width_cells - width)), width


def _rows_of_word(window: Window, selection: Selection) -> tuple[int, int]:
    """Returns the first row of a word, and the row behind its last one."""
    start, end = selection.ends
    spots = (start, Spot(end.item, TextOffset(end.offset - 1)))
    places = [window.row_of_spot(selection.column, selection.side, spot) for spot in spots]
    rows: list[WindowRow] = [row for row in places if row is not None]
    return (min(rows), max(rows) + 1) if rows else (0, 1)


def _rows_of_pair(window: Window, selection: Selection, word: tuple[int, int]) -> tuple[int, int]:
    """Returns the rows from a word to the end of its counterpart that is nearer to it."""
    item, side = selection.head.item, selection.side
    others = [n for n, row in enumerate(window.rows) if row.at[0] == item and row.sides[0] != side and row.left.pieces]
    if not others:
        return word
    return min(word[0], others[0]), max(word[1], others[-1] + 1)
