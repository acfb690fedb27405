"""Lines as they are drawn: pieces in one style each, with their place in the text."""

from __future__ import annotations

from bisect import bisect_right

from reader.layout.graphemes import boundaries
from reader.layout.width import cell_width, prefix_widths
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Prose, Span

ORNAMENT = -1
"""The start of a piece that is not the article's text."""


@record
class Piece:
    """A stretch of a line in one style; ``start`` is its offset in the cell's text, or :data:`ORNAMENT`."""

    text: str
    start: int = ORNAMENT
    style: str = ""
    """Words among ``emphasis``, ``strong``, ``link``, ``head``, ``rule``, ``bar``, ``sign``; may be several or none."""


@record
class Line:
    """One line of a column: its pieces from the left edge, with the blanks between them as pieces too."""

    pieces: tuple[Piece, ...] = ()
    wide: bool = False
    """Whether it belongs to a table that is wider than its column: :func:`clipped` cuts what is seen of it."""

    @property
    def text(self) -> str:
        """The line as it is seen."""
        return "".join(piece.text for piece in self.pieces)


EMPTY = Line()


class Marked:
    """A prose cut at the edges of its marks; a stretch of it costs its own pieces, however many marks there are."""

    __slots__ = ("_edges", "_styles", "text")

    def __init__(self, prose: Prose) -> None:
        self.text = prose.text
        self._edges = [0]
        self._styles = [""]
        spans = [span for span in prose.spans if span.start < span.end]
        if not spans:
            return
        following = 0
        opened: list[Span] = []
        for edge in sorted({0, *(span.start for span in spans), *(span.end for span in spans)}):
            opened = [span for span in opened if span.end > edge]
            while following < len(spans) and spans[following].start == edge:
                opened.append(spans[following])
                following += 1
            style = " ".join(span.kind for span in opened)
            if edge:
                self._edges.append(edge)
                self._styles.append(style)
            else:
                self._styles[0] = style

    def pieces(
        self, start: int, end: int, offset: int = 0, style: str = "", blanks: Sequence[tuple[int, int]] = ()
    ) -> list[Piece]:
        """Returns ``text[start:end]`` in pieces, each in one style and with its start counted from ``offset``.

        ``blanks`` tells where cells are left free: ``(offset in the text, cells)``, ascending, between start and end.
        """
        edges = self._edges
        index = bisect_right(edges, start) - 1
        found = []
        for at, cells in (*blanks, (end, 0)):
            while start < at:
                stop = min(at, edges[index + 1]) if index + 1 < len(edges) else at
                found.append(Piece(self.text[start:stop], start + offset, _joined(style, self._styles[index])))
                start = stop
                if index + 1 < len(edges) and edges[index + 1] == start:
                    index += 1
            if cells:
                around = self._styles[index]
                if edges[index] == start:
                    around = _common(self._styles[index - 1], around)
                found.append(Piece(" " * cells, style=_joined(style, around)))
        return found


def _joined(style: str, marks: str) -> str:
    return f"{style} {marks}" if style and marks else style or marks


def _common(left: str, right: str) -> str:
    """Returns the marks that go on from one stretch to the next: those nest, so they come first in both."""
    words = zip(left.split(), right.split(), strict=False)
    return " ".join(a for a, b in words if a == b)


def clipped(line: Line, first_cell: int, width_cells: int) -> Line:
    """Returns what a window shows of a line: its cells from ``first_cell`` on; a character cut in half is a blank."""
    last_cell = first_cell + width_cells
    shown: list[Piece] = []
    here = 0
    for piece in line.pieces:
        after = here + cell_width(piece.text)
        if first_cell <= here and after <= last_cell:
            shown.append(piece)
        elif after > first_cell and here < last_cell:
            shown += _window(piece, first_cell - here, last_cell - here)
        here = after
    return Line(tuple(shown), line.wide)


def _window(piece: Piece, first_cell: int, last_cell: int) -> Iterator[Piece]:
    """Yields what stands between two cells of a piece, with blanks for the halves of characters."""
    cells = prefix_widths(piece.text)
    edges = boundaries(piece.text)
    inside = [edge for edge in edges if first_cell <= cells[edge] <= last_cell]
    first_cell, last_cell = max(0, first_cell), min(cells[-1], last_cell)
    if not inside:
        yield Piece(" " * (last_cell - first_cell), style=piece.style)
        return
    start, end = inside[0], inside[-1]
    if before := cells[start] - first_cell:
        yield Piece(" " * before, style=piece.style)
    if start < end:
        found = piece.text[start:end]
        yield replace(piece, text=found, start=piece.start if piece.start == ORNAMENT else piece.start + start)
    if behind := last_cell - cells[end]:
        yield Piece(" " * behind, style=piece.style)
