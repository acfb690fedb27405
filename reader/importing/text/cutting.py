"""The ways in which one line of a page's text may be cut into the pieces of its columns."""

from __future__ import annotations

import re
from heapq import nlargest
from itertools import pairwise

from reader.importing.text import following
from reader.importing.text.pieces import Piece, is_closed
from reader.importing.text.words import CHINESE, closes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.text.pieces import Key
    from reader.importing.text.runs import Run

_NUMBERS_EM = 2.0
"""So much wider than measured a line may be in which numbers and spaces stand between Chinese."""
_MOST_WAYS = 64

_Spans = tuple[tuple[int, int], ...]
_Way = tuple[tuple["Piece", ...], float]
_Prefix = tuple[float, float, tuple[int, ...]]
"""What speaks for the parts so far, what the cuts cost of it, and the words between which the parts stand."""


class Cutting:
    """Cuts lines into pieces that are no wider than their columns."""

    def __init__(self, columns: int, width: float, tolerance: float, is_sure: bool, aside: dict[Key, float]) -> None:
        """Takes how many columns of a language there are, and how wide, in ems; ``is_sure`` if found lines told it.

        ``aside`` is what speaks for pieces being in no column, by their keys.
        """
        self._aside = aside
        self._asides: dict[tuple[int, int], list[Key]] = {}
        for key, nats in aside.items():
            if nats > 0:
                self._asides.setdefault(key[:2], []).append(key)
        self._columns, self._width, self._tolerance, self._is_sure = columns, width, tolerance, is_sure
        self._pieces: dict[tuple[Run, int, int], Piece] = {}

    def ways(self, runs: list[Run], most: int) -> Iterator[tuple[tuple[Piece, ...], float]]:
        """Yields the ways to cut a line, each with its cost."""
        ways: list[tuple[tuple[Piece, ...], float]] = [((), 0.0)]
        for run in runs:
            each = self._cut(run, most)
            ways = [(a + b, x + y) for a, x in ways for b, y in each][:most]
        yield from ways

    def _cut(self, run: Run, most: int) -> list[_Way]:
        """Returns the best ways to cut a run, best first."""
        limit = self._width + 1.0 if self._is_sure else self._width * 1.02 + self._tolerance * 0.7
        spans = self._chinese(run, limit) if run.language == CHINESE else self._english(run, limit, most)
        ways = [(tuple(self._piece(run, a, b) for a, b in each), cost) for each, cost in spans]
        return nlargest(most, ways, key=lambda way: way[1] + sum(map(self._whole, way[0])))

    def _chinese(self, run: Run, limit: float) -> list[tuple[_Spans, float]]:
        """Returns ways to cut Chinese: at its gutters, and where else it would be too wide."""
        size = len(run.words)
        sure = sorted(run.gutters)
        ways: list[tuple[_Spans, float]] = [((), 0.0)]
        for start, end in pairwise([0, *sure, size]):
            options: list[tuple[_Spans, float]] = [(((start, end),), 0.0)]
            if run.width(start, end) > limit:
                options = [
                    (((start, cut), (cut, end)), -1.5)
                    for cut in range(start + 1, end)
                    if run.width(start, cut) <= limit and run.width(cut, end) <= limit
                ] or options
                if run.width(start, end) <= limit + _NUMBERS_EM:  # with numbers in it a line is often a bit wider
                    options.append((((start, end),), 0.0))
            ways = [(a + b, x + y) for a, x in ways for b, y in options][:_MOST_WAYS]
        if sure and run.width(0, size) <= limit and not any(_marked(word) for word in run.words[:-1]):
            ways.append((((0, size),), -5.0))
        return ways

    def _english(self, run: Run, limit: float, most: int) -> list[tuple[_Spans, float]]:
        """Returns the best ways to cut English into so many parts as there are columns, and one more for what is aside.

        What ends at a word is best in the best ways to end at the word before it (a dynamic programme).
        """
        size = len(run.words)
        whole = run.width(0, size)
        ways: list[tuple[_Spans, float]] = [(((0, size),), 0.0)] if whole <= limit or size < 2 else []
        hinted = self._hinted(run)
        if size < 2 or (whole <= self._width * 0.5 and self._columns < 2 and not hinted):
            return ways
        closed = [is_closed(word) for word in run.words]
        costs = [0.0, *(self._cost(run, cut, cut in hinted, whole <= limit) for cut in range(1, size))]
        ends: list[list[_Prefix]] = [[] for _ in range(size + 1)]
        for end in range(1, size + 1):
            if run.width(0, end) <= limit:
                ends[end] = [(self._fills(run, 0, end, closed), 0.0, (0, end))]
        for _ in range(self._columns + (self._columns < 2 and whole > limit)):
            further: list[list[_Prefix]] = [[] for _ in range(size + 1)]
            for end in range(2, size + 1):
                options: list[_Prefix] = []
                for cut in range(end - 1, 0, -1):
                    if run.width(cut, end) > limit:
                        break
                    more = costs[cut] + self._fills(run, cut, end, closed)
                    options += [(value + more, cost + costs[cut], (*cuts, end)) for value, cost, cuts in ends[cut]]
                further[end] = nlargest(most, options) if len(options) > most else options
            ends = further
            ways += [(tuple(pairwise(cuts)), cost) for _, cost, cuts in ends[size]]
        if whole > limit:
            ways.append((((0, size),), -12.0))
        return ways

    @staticmethod
    def _cost(run: Run, cut: int, is_hinted: bool, is_narrow: bool) -> float:
        """Returns what speaks against cutting English before a word; ``is_narrow`` if nothing needs to be cut."""
        cost = (-0.3 if is_hinted else -1.2) - 0.6 * following.english(run.words[cut - 1], run.words[cut])
        if is_narrow:
            cost -= 0.3 if is_hinted or closes(run.words[cut - 1]) in (".", "?", "!") else 2.0
        return cost

    def _piece(self, run: Run, start: int, end: int) -> Piece:
        key = (run, start, end)
        if key not in self._pieces:
            self._pieces[key] = Piece(run, start, end)
        return self._pieces[key]

    def _whole(self, piece: Piece) -> float:
        """Returns what speaks for a piece by itself: it fills its line, or ends as a paragraph may."""
        return self._filling(piece.width, piece.closed, piece.key)

    def _fills(self, run: Run, start: int, end: int, closed: list[bool]) -> float:
        """Returns the same for words of a run; ``closed`` tells after which of them a paragraph may end."""
        key = (run.line, run.place, run.start + start, run.start + end)
        return self._filling(run.width(start, end), closed[end - 1], key)

    def _filling(self, width: float, closed: bool, key: Key) -> float:
        lacking = self._width - width
        whole = 0.0 if lacking < 2 * self._tolerance else -0.6 if closed else -2.0
        return max(whole, min(0.0, self._aside.get(key, 0.0) - 2.0))

    def _hinted(self, run: Run) -> set[int]:
        """Returns the words before which what may be in no column begins, or after which it ends."""
        keys = [key for key in self._asides.get((run.line, run.place), ()) if run.start <= key[2] and key[3] <= run.end]
        return {at - run.start for _, _, start, end in keys for at in (start, end)} - {0, len(run.words)}


def _marked(word: str) -> bool:
    return bool(re.search("[，。、；：！？,.;:!?]", word))
