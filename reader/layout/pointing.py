"""Maps a cell of a line to the character that is drawn there, and back."""

from __future__ import annotations

from bisect import bisect_right

from reader.layout.piece import ORNAMENT
from reader.layout.spaces import LineCell, TextOffset
from reader.layout.width import prefix_widths

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.piece import Line


def offset_at(line: Line, cell: LineCell) -> TextOffset | None:
    """Returns the offset of the character at a cell of a line; None if the line has no text.

    Left of the text this is the first character, right of it the end of the line, and on a blank that is not part of
    the text the character after the blank.
    """
    here = 0
    found: TextOffset | None = None
    for piece in line.pieces:
        widths = prefix_widths(piece.text)
        if piece.start != ORNAMENT:
            if cell < here + widths[-1]:
                return TextOffset(piece.start + max(0, bisect_right(widths, max(0, cell - here)) - 1))
            found = TextOffset(piece.start + len(piece.text))
        here += widths[-1]
    return found


def cell_of(line: Line, offset: TextOffset) -> LineCell:
    """Returns the cell at which a character begins in a line that holds it, else the nearest cell before it."""
    here = found = 0
    for piece in line.pieces:
        widths = prefix_widths(piece.text)
        if piece.start != ORNAMENT and piece.start <= offset:
            found = here + widths[min(offset - piece.start, len(piece.text))]
        here += widths[-1]
    return LineCell(found)
