"""The cells that a line lacks, given to places where the eye does not mind them.

Latin gets them at its word spaces. Chinese stands on a grid of its own, two cells a character: what takes an odd
number of cells is made even where it meets Chinese, and whole characters' room goes behind punctuation marks, as in
print. A line that has too few such places stays ragged.
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

MAX_GAP_CELLS = 3
"""The widest gap between two words."""
PLACES_PER_CELL = 4
"""Single cells go between characters only where at most every fourth place takes one."""

_CLOSING = frozenset(SENTENCE_ENDS_HAN + PAUSES_HAN + CLOSING_BRACKETS_HAN)
_JOINED = frozenset("—…·")  # narrow, but no words


def justified(text: Measured, start: int, end: int, missing: int, number: int, on_grid: bool) -> Blanks | None:
    """Returns the blanks of the line ``text[start:end]`` with the cells that it lacks: ``(offset, cells)``, ascending.

    ``number`` is the line's number in its paragraph: what cannot be spread evenly goes to the right in one line and
    to the left in the next, so that no gaps stand above each other. None if the line is better left ragged.
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
    """Returns so many of the places, at even distances, from the left in even lines and from the right in odd ones."""
    ordered = places[::-1] if number % 2 else places
    return [ordered[k * len(places) // count] for k in range(count)]


class _Places:
    """The places of a line that can take cells; all are line-break opportunities, so nothing whole is opened."""

    def __init__(self, text: Measured, start: int, end: int) -> None:
        self._text, self._start = text, start
        self.blanks = dict(text.blanks(start, end))
        """The blanks of the line: those it has by itself, and those it was given."""
        self.gaps: dict[int, int] = {}
        """Offset → width of a gap between words or between Chinese and Latin; a quotation mark takes one cell more."""
        self.marks: list[int] = []
        """The offsets behind closing marks."""
        self.plain: list[int] = []
        """The offsets between two characters."""
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
        """Yields the offsets of the gaps that may still be wider."""
        offsets = reversed(self.gaps) if reverse else iter(self.gaps)
        return (offset for offset in offsets if self.gaps[offset] < MAX_GAP_CELLS)

    def widen(self, offsets: list[int], cells: int = 1) -> None:
        """Gives so many cells to each place."""
        for offset in offsets:
            self.blanks[offset] = self.blanks.get(offset, 0) + cells
            if offset in self.gaps:
                self.gaps[offset] += cells

    def even(self, missing: int) -> int:
        """Gives single cells to gaps so that the Chinese after them stands on even cells; returns how many are left.

        An opening quotation mark takes one cell: it gets another before it, a closing one behind it.
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
