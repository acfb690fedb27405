"""Lines as they are drawn: pieces in one style each, with their offsets in the text."""

from __future__ import annotations

from bisect import bisect_right

from reader.layout.graphemes import boundaries
from reader.layout.spaces import TextOffset
from reader.layout.width import cell_width, prefix_widths
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.layout.spaces import LineCell
    from reader.model.text import Prose, Span, SpanKind

ORNAMENT = TextOffset(-1)
"""Start of a piece that is not part of the article's text: a sign, an indent, a blank, a hyphen."""


@record
class Piece:
    """A run of characters of a line in one style."""

    text: str
    start: TextOffset = ORNAMENT
    """Offset of the first character in the passage's text, or :data:`ORNAMENT`."""
    style: str = ""
    """Names of styles with spaces between them, or empty: a ``SpanKind``, ``head``, ``rule``, ``bar``, ``sign``."""
    other: TextOffset = ORNAMENT
    """Offset of the first character in the text of the other side, where both share it; else :data:`ORNAMENT`."""


@record
class Insert:
    """A sign or blanks drawn in a text: behind the character before an offset, or before the character at it."""

    offset: int
    text: str
    style: str
    is_before: bool = False
    """Whether it stays with the character at the offset where a line begins there."""

    def is_in(self, start: int, end: int) -> bool:
        """Whether it is drawn in the line of the text from ``start`` to ``end``, half-open."""
        return start <= self.offset < end if self.is_before else start < self.offset <= end


@record
class PictureLine:
    """A row of the cells that the picture of a figure takes in a column."""

    figure: str
    """Id of the figure."""
    row: int
    """Number of the row in the picture, from 0."""
    columns: int
    """Width of the picture in cells."""
    rows: int
    """Height of the picture in rows."""
    left: int
    """Width left blank before it, which centres it in its column."""


@record
class Line:
    """A line of a column: pieces from the left edge, with the blanks between them as pieces, too."""

    pieces: tuple[Piece, ...] = ()
    wide: bool = False
    """Whether the line is of a table or code that is wider than its column; :func:`clipped` has the visible part."""
    picture: PictureLine | None = None
    """The row of a picture on the line, which has no pieces then."""
    is_inner: bool = False
    """Whether the line is blank beside a line of the other side, and lines of its own side follow in the same text."""

    @property
    def is_annotation(self) -> bool:
        """Whether the line is a row of readings or glosses above the next one."""
        return any(piece.style in ("reading", "gloss") for piece in self.pieces)

    @property
    def text(self) -> str:
        """Characters of the line, ornaments included."""
        return "".join(piece.text for piece in self.pieces)


EMPTY = Line()
INNER = Line(is_inner=True)
_UNSTYLED: frozenset[SpanKind] = frozenset({"superior", "inferior", "reading", "gloss"})
"""Kinds of markup without a style of their own."""


def rows_above(lines: Sequence[Line]) -> int:
    """Returns the number of rows of readings that lines begin with."""
    return next((number for number, line in enumerate(lines) if not line.is_annotation), len(lines))


class Marked:
    """A prose cut at the edges of its spans; cutting a line from it costs no more where the prose has many spans."""

    __slots__ = ("_edges", "_styles", "text")

    def __init__(self, prose: Prose) -> None:
        self.text = prose.text
        self._edges = [0]
        self._styles = [""]
        spans = [span for span in prose.spans if span.start < span.end and span.kind not in _UNSTYLED]
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
        self,
        start: int,
        end: int,
        base: int = 0,
        style: str = "",
        blanks: Sequence[tuple[int, int]] = (),
        inserts: Sequence[Insert] = (),
    ) -> list[Piece]:
        """Returns ``text[start:end]`` in pieces, each in one style.

        Args:
            start: First character, counted in the prose.
            end: End of the characters, half-open.
            base: Offset of the prose in the passage's text, added to the start of each piece.
            style: Style of all pieces, before those of the spans.
            blanks: Cells left blank, as ``(offset in the prose, cells)``, ascending, between ``start`` and ``end``.
            inserts: Signs drawn in the prose, ascending; those outside the line are left out.
        """
        if inserts:
            return self._with_inserts(start, end, base, style, blanks, inserts)
        edges = self._edges
        index = bisect_right(edges, start) - 1
        found = []
        for at, cells in (*blanks, (end, 0)):
            while start < at:
                stop = min(at, edges[index + 1]) if index + 1 < len(edges) else at
                found.append(
                    Piece(self.text[start:stop], TextOffset(start + base), _joined(style, self._styles[index]))
                )
                start = stop
                if index + 1 < len(edges) and edges[index + 1] == start:
                    index += 1
            if cells:
                around = self._styles[index]
                if edges[index] == start:
                    around = _common(self._styles[index - 1], around)
                found.append(Piece(" " * cells, style=_joined(style, around)))
        return found

    def _with_inserts(
        self,
        start: int,
        end: int,
        base: int,
        style: str,
        blanks: Sequence[tuple[int, int]],
        inserts: Sequence[Insert],
    ) -> list[Piece]:
        """Returns the pieces of a line and its inserts: a sign behind a character comes before a blank, else after."""
        found: list[Piece] = []
        here = start
        for insert in inserts:
            if not insert.is_in(start, end):
                continue
            at = insert.offset
            between = [blank for blank in blanks if here <= blank[0] and blank[0] < at + insert.is_before]
            blanks = [blank for blank in blanks if blank not in between]
            found += self.pieces(here, at, base, style, between)
            found.append(Piece(insert.text, style=_joined(style, insert.style)))
            here = at
        return [*found, *self.pieces(here, end, base, style, blanks)]


def _joined(style: str, marks: str) -> str:
    """Returns two lists of style names as one."""
    return f"{style} {marks}" if style and marks else style or marks


def _common(left: str, right: str) -> str:
    """Returns the styles that two neighbouring pieces share: spans nest, so these come first in both."""
    words = zip(left.split(), right.split(), strict=False)
    return " ".join(a for a, b in words if a == b)


def clipped(line: Line, first_cell: LineCell, width_cells: int) -> Line:
    """Returns the cells of a line from ``first_cell`` on; a character that is cut in half becomes a blank."""
    end_cell = first_cell + width_cells
    shown: list[Piece] = []
    here = 0
    for piece in line.pieces:
        after = here + cell_width(piece.text)
        if first_cell <= here and after <= end_cell:
            shown.append(piece)
        elif after > first_cell and here < end_cell:
            shown += _clipped(piece, first_cell - here, end_cell - here)
        here = after
    return Line(tuple(shown), line.wide)


def _clipped(piece: Piece, first_cell: int, end_cell: int) -> Iterator[Piece]:
    """Yields the part of a piece between two of its cells, half-open, with blanks for halves of characters."""
    cells = prefix_widths(piece.text)
    edges = boundaries(piece.text)
    inside = [edge for edge in edges if first_cell <= cells[edge] <= end_cell]
    first_cell, end_cell = max(0, first_cell), min(cells[-1], end_cell)
    if not inside:
        yield Piece(" " * (end_cell - first_cell), style=piece.style)
        return
    start, end = inside[0], inside[-1]
    if before := cells[start] - first_cell:
        yield Piece(" " * before, style=piece.style)
    if start < end:
        offset = piece.start if piece.start == ORNAMENT else TextOffset(piece.start + start)
        other = piece.other if piece.other == ORNAMENT else TextOffset(piece.other + start)
        yield replace(piece, text=piece.text[start:end], start=offset, other=other)
    if behind := end_cell - cells[end]:
        yield Piece(" " * behind, style=piece.style)
