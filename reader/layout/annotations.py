"""Readings and glosses above a text: each over its base, on a row above the line, so that none touches the next one.

A gloss is above the reading of the same base. Where a text has glosses alone, they are on one row.

A base gets as wide as its reading needs, by blanks around it and, between full-width characters, inside it. A line may
end at the same places as without readings; a reading whose base is on two lines is divided.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.layout.graphemes import boundaries
from reader.layout.piece import Line, Piece
from reader.layout.width import cell_width, clip, prefix_widths
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Prose, SpanKind

ANNOTATION_KINDS: tuple[SpanKind, ...] = ("gloss", "reading")
"""Kinds of spans whose targets are above the text, the uppermost row first."""
SYLLABLE_EDGE = "\u200b"
"""Character that is not drawn, at which a reading in one word may be divided."""
APOSTROPHE = "'"
"""Sign before a syllable inside a word, which none is that begins a line."""
GAP_CELLS = 1
"""Width between two readings."""
FULL_WIDTH_CELLS = 2


@record
class Annotation:
    """A reading and a gloss over ``text[start:end]``, with the blanks that make room for them; one may be empty."""

    start: int
    end: int
    reading: str
    gloss: str = ""
    blanks: tuple[tuple[int, int], ...] = ()
    """Blanks as ``(offset, cells)``, ascending: at the start before the base, elsewhere behind a character of it."""
    cells: int = 0
    """Width of the base with its blanks that has room for its texts, also where it is on two lines."""

    def cells_at(self, offset: int) -> int:
        """Returns the number of blank cells at an offset."""
        return sum(cells for at, cells in self.blanks if at == offset)


def annotations_of(prose: Prose, room_cells: int) -> list[Annotation]:
    """Returns the annotations of a text in order, none wider than a line of ``room_cells``."""
    if not any(span.kind in ANNOTATION_KINDS for span in prose.spans):
        return []
    edges = boundaries(prose.text)
    found = list(_wholes(prose, edges))
    widths = prefix_widths(prose.text)
    following = [other.start for other in found[1:]] + [-1]
    return [
        _with_room(each, edges, widths, room_cells, is_followed=each.end == after, text=prose.text)
        for each, after in zip(found, following, strict=True)
    ]


def _wholes(prose: Prose, edges: Sequence[int]) -> Iterator[Annotation]:
    """Yields the annotations of a text without their blanks; one for each character where only readings allow it."""
    whole = frozenset(edges)
    texts: dict[tuple[int, int], dict[str, str]] = {}
    for span in prose.spans:
        if span.kind in ANNOTATION_KINDS and span.start in whole and span.end in whole:
            texts.setdefault((span.start, span.end), {})[span.kind] = span.target
    for (start, end), texts_here in texts.items():
        found = Annotation(start, end, texts_here.get("reading", ""), texts_here.get("gloss", ""))
        if found.gloss:
            yield found
        else:
            yield from _by_syllables(found, edges)


def _by_syllables(whole: Annotation, edges: Sequence[int]) -> Iterator[Annotation]:
    """Yields an annotation of its own for each character, where the reading has as many syllables; else the whole."""
    inner = edges[bisect_left(edges, whole.start) : bisect_left(edges, whole.end) + 1]
    syllables = whole.reading.split(" ")
    if len(syllables) == len(inner) - 1:
        for (start, end), syllable in zip(pairwise(inner), syllables, strict=True):
            yield Annotation(start, end, syllable)
    else:
        yield whole


def _with_room(
    each: Annotation, edges: Sequence[int], widths: Sequence[int], room_cells: int, *, is_followed: bool, text: str
) -> Annotation:
    """Returns an annotation with the blanks that its reading needs; cuts a reading that is wider than a line."""
    reading, gloss = (_within(text, room_cells) for text in (each.reading, each.gloss))
    widest = max(reading, gloss, key=cell_width)
    inner = edges[bisect_left(edges, each.start) : bisect_left(edges, each.end) + 1]
    gap = GAP_CELLS if is_followed else 0
    # A part of a reading may leave a cell beside a full-width character.
    gap += is_followed and len(inner) > 2 and cell_width(widest) > len(widest)
    base = widths[each.end] - widths[each.start]
    lost = gap + text.count(" ", each.start, each.end)  # a blank at the end of a line is not drawn
    needed = cell_width(widest) + lost - base
    if needed <= 0:
        return Annotation(each.start, each.end, reading, gloss, cells=base - lost)
    shared = max(0, needed - gap)
    clusters = len(inner) - 1
    if any(widths[end] - widths[start] != FULL_WIDTH_CELLS for start, end in pairwise(inner)):
        clusters = 1
    before = [shared * (2 * k + 1) // (2 * clusters) for k in range(clusters)]  # cells before each character
    blanks = [(each.start, before[0])]
    blanks += [(inner[k], before[k] - before[k - 1]) for k in range(1, clusters)]
    blanks.append((each.end, needed - before[-1]))
    held = tuple(blank for blank in blanks if blank[1])
    return Annotation(each.start, each.end, reading, gloss, held, base + needed - lost)


def _within(text: str, room_cells: int) -> str:
    """Returns a text, cut if it is wider than a line."""
    return _fitted(text, room_cells - GAP_CELLS)


def _fitted(text: str, room_cells: int) -> str:
    """Returns a text; where there is too little room for it, its beginning and an ellipsis, or nothing."""
    if cell_width(text) <= room_cells:
        return text
    return f"{clip(text, room_cells - 1)}…" if room_cells > 1 else ""


class ReadingRows:
    """Sets the rows of readings above the lines of a text, from its first line to its last."""

    def __init__(self, annotations: Sequence[Annotation], base: int, width_cells: int) -> None:
        """Takes the annotations of a text that begins at the offset ``base`` of its passage."""
        self.annotations, self._base, self._width_cells = annotations, base, width_cells
        self._set: dict[tuple[SpanKind, int], int] = {}
        """Number of characters of a reading or gloss that are above lines before, by the start of its base."""
        self._left: dict[tuple[SpanKind, int], int] = {}
        """Width of the part of a base that is not on lines before, by its start."""

    def above(self, line: Line, start: int, end: int) -> list[Line]:
        """Returns the rows above the line ``text[start:end]``: its glosses, then its readings; none without any."""
        here = [each for each in self.annotations if max(each.start, start) < min(each.end, end)]
        if not here:
            return []
        cells = _Cells(line)
        rows = (self._row(kind, here, cells, (start, end)) for kind in ANNOTATION_KINDS)
        return [row for row in rows if row.pieces]

    def _row(self, kind: SpanKind, here: Sequence[Annotation], cells: _Cells, extent: tuple[int, int]) -> Line:
        """Returns a row above a line, given its annotations; an empty one without texts of the kind."""
        pieces: list[Piece] = []
        used = 0
        for each in here:
            first, last = max(each.start, extent[0]), min(each.end, extent[1])
            text = each.gloss if kind == "gloss" else each.reading
            if not text:
                continue
            left = cells.of_start(first + self._base) - (each.cells_at(first) if first == each.start else 0)
            right = cells.of_end(last + self._base) + each.cells_at(last)
            free = used + GAP_CELLS if used else 0
            which, room = (kind, each.start), max(0, self._width_cells - max(left, free))
            self._left[which] = self._left.get(which, each.cells) - (right - left)
            over = min(right - left, room)
            text = self._part(which, text, (over, room), is_last=last == each.end)
            place = left + max(0, right - left - cell_width(text)) // 2
            place = max(min(place, self._width_cells - cell_width(text)), free)
            text = _fitted(text, max(0, self._width_cells - place))
            if text:
                pieces += [Piece(" " * (place - used)), Piece(text, style=kind)]
                used = place + cell_width(text)
        return Line(tuple(piece for piece in pieces if piece.text))

    def _part(self, which: tuple[SpanKind, int], text: str, room: tuple[int, int], *, is_last: bool) -> str:
        """Returns the part of a reading or gloss over a part of its base.

        That of a reading without syllables leaves no more for the lines below than the rest of its base has room for.

        Args:
            which: The kind, and the start of the base.
            text: The whole reading or gloss.
            room: The width of the part of the base, and the one up to the edge of the column.
            is_last: Whether the base ends in the line.
        """
        cells, most = room
        done = self._set.get(which, 0)
        rest = text[done:]
        if is_last or cell_width(rest) <= cells:
            taken = len(rest)
        else:
            taken = len(clip(rest, cells))
            edge = max(rest.rfind(" ", 0, taken + 1), rest.rfind(SYLLABLE_EDGE, 0, taken + 1)) + 1
            below = self._left[which]
            is_whole = which[0] == "gloss" or SYLLABLE_EDGE in text
            if is_whole or (edge and cell_width(rest[edge:]) <= below):
                taken = edge
            else:
                while cell_width(rest[taken:]) > below and cell_width(rest[: taken + 1]) <= most and taken < len(rest):
                    taken += 1
        self._set[which] = done + taken
        shown = rest[:taken].replace(SYLLABLE_EDGE, "").strip(" ")
        return shown.removeprefix(APOSTROPHE) if text[:done].endswith(SYLLABLE_EDGE) else shown


class _Cells:
    """The cells of the characters of a line."""

    def __init__(self, line: Line) -> None:
        self._starts: dict[int, int] = {}
        self._ends: dict[int, int] = {}
        here = 0
        for piece in line.pieces:
            widths = prefix_widths(piece.text)
            if piece.start >= 0:
                for number, (first, last) in enumerate(pairwise(widths), piece.start):
                    self._starts[number], self._ends[number + 1] = here + first, here + last
            here += widths[-1]

    def of_start(self, offset: int) -> int:
        """Returns the cell at which a character begins; 0 for one that is not in the line."""
        return self._starts.get(offset, 0)

    def of_end(self, offset: int) -> int:
        """Returns the cell behind the character before an offset; 0 for one that is not in the line."""
        return self._ends.get(offset, 0)
