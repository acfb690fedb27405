"""Justification: distributes the cells that a line lacks over places where blanks are inconspicuous.

Latin text gets them at its word spaces. Ideographs are set on a grid of two cells a character: text of an odd width is
made even where it meets ideographs, and blanks of a whole character go after punctuation marks, as in print. A line
with too few such places stays ragged.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.model.scripts import (
    CLOSING_BRACKETS_HAN,
    CLOSING_QUOTES,
    FIRST_EAST_ASIAN,
    OPENING_QUOTES,
    PAUSES_HAN,
    SENTENCE_ENDS_HAN,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.lines import Measured

    Blanks = list[tuple[int, int]]
    """Blanks as ``(offset, cells)``, ascending: the number of cells left blank before the character at the offset."""

MAX_GAP_CELLS = 3
"""Maximum width of a gap between two words."""
PLACES_PER_CELL = 4
"""Minimum number of places between characters for each single cell that is put there."""

_CLOSING = frozenset(SENTENCE_ENDS_HAN + PAUSES_HAN + CLOSING_BRACKETS_HAN)
_JOINED = frozenset("—…·")
"""Narrow marks between ideographs: no gap of words is opened beside them."""


def justified(text: Measured, start: int, end: int, missing: int, *, number: int, on_grid: bool) -> Blanks | None:
    """Returns the blanks of the line ``text[start:end]`` that make it full; None if it is better left ragged.

    Args:
        text: Text of the paragraph.
        start: First character of the line.
        end: End of the line, half-open.
        missing: Number of cells that the line lacks.
        number: Number of the line in its paragraph: a remainder goes to the right in one line and to the left in the
            next, so that gaps do not line up.
        on_grid: Whether the text is set on the grid of ideographs.
    """
    line = _Places(text, start, end)
    if on_grid:
        missing = line.even(missing)
        if missing % 2 and (gap := next(line.open_gaps(reverse=True), None)) is not None:
            line.widen([gap])
            missing -= 1
        pairs = min(missing // 2, len(line.marks))
        line.widen(_spread(line.marks, pairs, number), 2)
        missing -= 2 * pairs
    while missing and (gaps := list(line.open_gaps())):
        taken = _spread(gaps, min(missing, len(gaps)), number)
        line.widen(taken)
        missing -= len(taken)
    if missing and on_grid:
        taken = _spread(line.marks, min(missing, len(line.marks)), number)
        line.widen(taken)
        missing -= len(taken)
    if missing and on_grid and missing * PLACES_PER_CELL <= len(line.plain):
        line.widen(_spread(line.plain, missing, number))
        missing = 0
    return None if missing else sorted(line.blanks.items())


def _spread(places: list[int], count: int, number: int) -> list[int]:
    """Returns ``count`` of the places at even distances, from the left in even lines and from the right in odd ones."""
    ordered = places[::-1] if number % 2 else places
    return [ordered[k * len(places) // count] for k in range(count)]


class _Places:
    """Places of a line that can take blanks; all are line-break opportunities, so no unit is pulled apart."""

    def __init__(self, text: Measured, start: int, end: int) -> None:
        self._text, self._start = text, start
        self.blanks = dict(text.blanks(start, end))
        """Cells of blank before each offset: the gaps between scripts, and those added here."""
        self.gaps: dict[int, int] = {}
        """Width of the gap before each offset, between words or scripts; beside a quotation mark it takes one cell."""
        self.marks: list[int] = []
        """Offsets after closing marks."""
        self.plain: list[int] = []
        """Offsets between two ideographs."""
        string, breaks = text.text, text.breaks
        for offset in breaks[bisect_right(breaks, start) : bisect_left(breaks, end)]:
            before, after = string[offset - 1], string[offset]
            if before == " ":
                if string[start:offset].strip(" "):
                    self.gaps[offset] = 1 + (string[offset - 2] == " ")
            elif offset in self.blanks:
                self.gaps[offset] = 1
            elif after in OPENING_QUOTES or before in CLOSING_QUOTES:
                self.gaps[offset] = MAX_GAP_CELLS - 1
            elif before in _CLOSING:
                self.marks.append(offset)
            elif (before < FIRST_EAST_ASIAN) != (after < FIRST_EAST_ASIAN):
                if before not in _JOINED and after not in _JOINED:
                    self.gaps[offset] = 0
            elif before >= FIRST_EAST_ASIAN:
                self.plain.append(offset)

    def open_gaps(self, reverse: bool = False) -> Iterator[int]:
        """Yields the offsets of the gaps that may still be widened."""
        offsets = reversed(self.gaps) if reverse else iter(self.gaps)
        return (offset for offset in offsets if self.gaps[offset] < MAX_GAP_CELLS)

    def widen(self, offsets: list[int], cells: int = 1) -> None:
        """Adds a number of cells at each place."""
        for offset in offsets:
            self.blanks[offset] = self.blanks.get(offset, 0) + cells
            if offset in self.gaps:
                self.gaps[offset] += cells

    def even(self, missing: int) -> int:
        """Adds single cells so that ideographs begin on even cells; returns the number of cells still missing.

        A quotation mark is one cell wide: an opening one gets a cell before it, a closing one a cell after it.
        """
        string, cells = self._text.text, self._text.start_cells
        given = 0
        for offset in list(self.gaps):
            if given == missing:
                break
            odd = (cells[offset] - cells[self._start] + given) % 2
            wide = string[offset] >= FIRST_EAST_ASIAN
            if (wide and odd) or (string[offset] in OPENING_QUOTES and not odd):
                self.widen([offset])
                given += 1
        return missing - given
