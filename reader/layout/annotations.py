"""Readings above a text: each over its base, on a row above the line, so that no reading touches the next one.

A base gets as wide as its reading needs, by blanks around it and, between full-width characters, inside it. A line may
end at the same places as without readings; a reading whose base is on two lines is divided.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.layout.graphemes import boundaries
from reader.layout.piece import Line, Piece
from reader.layout.pointing import cell_of
from reader.layout.spaces import TextOffset
from reader.layout.width import cell_width, clip, prefix_widths
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Prose

GAP_CELLS = 1
"""Width between two readings."""
FULL_WIDTH_CELLS = 2


@record
class Annotation:
    """A reading over ``text[start:end]``, with the blanks that make room for it."""

    start: int
    end: int
    reading: str
    blanks: tuple[tuple[int, int], ...] = ()
    """Blanks as ``(offset, cells)``, ascending: at the start before the base, elsewhere behind a character of it."""
    cells: int = 0
    """Width of the base with its blanks."""

    def cells_at(self, offset: int) -> int:
        """Returns the number of blank cells at an offset."""
        return sum(cells for at, cells in self.blanks if at == offset)


def annotations_of(prose: Prose, room_cells: int) -> list[Annotation]:
    """Returns the annotations of a text in order, none wider than a line of ``room_cells``."""
    spans = [span for span in prose.spans if span.kind == "reading"]
    if not spans:
        return []
    edges = boundaries(prose.text)
    whole = frozenset(edges)
    found = [
        part
        for span in spans
        if span.start in whole and span.end in whole
        for part in _by_syllables(Annotation(span.start, span.end, span.target), edges)
    ]
    widths = prefix_widths(prose.text)
    following = [other.start for other in found[1:]] + [-1]
    return [
        _with_room(each, edges, widths, room_cells, is_followed=each.end == after)
        for each, after in zip(found, following, strict=True)
    ]


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
    each: Annotation, edges: Sequence[int], widths: Sequence[int], room_cells: int, *, is_followed: bool
) -> Annotation:
    """Returns an annotation with the blanks that its reading needs; cuts a reading that is wider than a line."""
    reading = each.reading
    if cell_width(reading) + GAP_CELLS > room_cells:
        reading = f"{clip(reading, max(0, room_cells - 1 - GAP_CELLS))}…"
    inner = edges[bisect_left(edges, each.start) : bisect_left(edges, each.end) + 1]
    gap = GAP_CELLS if is_followed else 0
    # A part of a reading may leave a cell beside a full-width character.
    gap += is_followed and len(inner) > 2 and cell_width(reading) > len(reading)
    base = widths[each.end] - widths[each.start]
    needed = cell_width(reading) + gap - base
    if needed <= 0:
        return Annotation(each.start, each.end, reading, cells=base)
    shared = max(0, needed - gap)
    clusters = len(inner) - 1
    if any(widths[end] - widths[start] != FULL_WIDTH_CELLS for start, end in pairwise(inner)):
        clusters = 1
    before = [shared * (2 * k + 1) // (2 * clusters) for k in range(clusters)]  # cells before each character
    blanks = [(each.start, before[0])]
    blanks += [(inner[k], before[k] - before[k - 1]) for k in range(1, clusters)]
    blanks.append((each.end, needed - before[-1]))
    return Annotation(each.start, each.end, reading, tuple(blank for blank in blanks if blank[1]), base + needed)


class ReadingRows:
    """Sets the rows of readings above the lines of a text, from its first line to its last."""

    def __init__(self, annotations: Sequence[Annotation], base: int, width_cells: int) -> None:
        """Takes the annotations of a text that begins at the offset ``base`` of its passage."""
        self.annotations, self._base, self._width_cells = annotations, base, width_cells
        self._set: dict[int, int] = {}
        """Number of characters of a reading that are above lines before, by the start of its base."""
        self._left: dict[int, int] = {}
        """Width of the part of a base that is not on lines before, by its start."""

    def above(self, line: Line, start: int, end: int) -> Line | None:
        """Returns the row above the line ``text[start:end]``; None without readings."""
        pieces: list[Piece] = []
        used = 0
        for each in self.annotations:
            first, last = max(each.start, start), min(each.end, end)
            if first >= last:
                continue
            left = cell_of(line, TextOffset(first + self._base)) - (each.cells_at(first) if first == each.start else 0)
            right = _end_cell(line, last + self._base) + each.cells_at(last)
            free = used + GAP_CELLS if used else 0
            room = max(0, self._width_cells - free)
            reading = self._part(each, min(right - left, room), is_last=last == each.end)
            place = left + max(0, right - left - cell_width(reading)) // 2
            place = max(min(place, self._width_cells - cell_width(reading)), free)
            reading = clip(reading, max(0, self._width_cells - place))
            if reading:
                pieces += [Piece(" " * (place - used)), Piece(reading, style="reading")]
                used = place + cell_width(reading)
        return Line(tuple(piece for piece in pieces if piece.text)) if pieces else None

    def _part(self, each: Annotation, cells: int, *, is_last: bool) -> str:
        """Returns the part of a reading over a part of its base that is some cells wide.

        It ends at a blank, if there is room for the rest over the rest of the base.
        """
        done = self._set.get(each.start, 0)
        rest = each.reading[done:]
        left = self._left[each.start] = self._left.get(each.start, each.cells) - cells
        if is_last or cell_width(rest) <= cells:
            taken = len(rest)
        else:
            taken = len(clip(rest, cells))
            blank = rest.rfind(" ", 0, taken + 1) + 1
            taken = blank if blank and cell_width(rest[blank:]) <= left else taken
        self._set[each.start] = done + taken
        return rest[:taken].strip(" ")


def _end_cell(line: Line, offset: int) -> int:
    """Returns the cell behind the character before an offset, in a line that has it."""
    here = found = 0
    for piece in line.pieces:
        widths = prefix_widths(piece.text)
        if 0 <= piece.start < offset <= piece.start + len(piece.text):
            found = here + widths[offset - piece.start]
        here += widths[-1]
    return found
