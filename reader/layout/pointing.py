"""From a cell of a line to the character that stands there, and back."""

from __future__ import annotations

from bisect import bisect_right

from reader.layout.piece import ORNAMENT, Line
from reader.layout.width import prefix_widths


def offset_at(line: Line, cell: int) -> int | None:
    """Returns the offset in the passage's text of the character at a cell of a line; None if the line has no text.

    Left of the text it is the first character, right of it the end of the line; on a blank that is not of the text
    it is the character after it.
    """
    here = 0
    found: int | None = None
    for piece in line.pieces:
        widths = prefix_widths(piece.text)
        if piece.start != ORNAMENT:
            if cell < here + widths[-1]:
                return piece.start + max(0, bisect_right(widths, max(0, cell - here)) - 1)
            found = piece.start + len(piece.text)
        here += widths[-1]
    return found


def cell_of(line: Line, offset: int) -> int:
    """Returns the cell at which a character begins in a line that holds it; else the nearest one."""
    here = found = 0
    for piece in line.pieces:
        widths = prefix_widths(piece.text)
        if piece.start != ORNAMENT and piece.start <= offset:
            found = here + widths[min(offset - piece.start, len(piece.text))]
        here += widths[-1]
    return found
