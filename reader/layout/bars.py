"""The bars at the left of texts: quotations, boxes, and the second language of a column that holds both."""

from __future__ import annotations

from reader.layout.piece import Piece

QUOTATION_BAR = "│ "
ASIDE_BAR = "┃ "
SECOND_BAR = "▏ "
"""Bar before the second language of a pair, where it follows the first one in the same column."""
MIN_BAR_CELLS = 13
"""Width of the narrowest column in which a bar is drawn before a text."""


def second_lead(width_cells: int) -> tuple[Piece, ...]:
    """Returns the bar before the second language in a column; nothing where there is no room for it."""
    return (Piece(SECOND_BAR, style="second"),) if width_cells >= MIN_BAR_CELLS else ()


def second_cells(width_cells: int) -> int:
    """Returns the width of the bar before the second language in a column."""
    return len(SECOND_BAR) if width_cells >= MIN_BAR_CELLS else 0
