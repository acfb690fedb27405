"""The ways in which one line of a page's text may be cut into the pieces of its columns."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from reader.importing import following
from reader.importing.page import CHINESE
from reader.importing.pieces import Piece
from reader.importing.words import closes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.runs import Run

_NUMBERS_EM = 2.0
"""So much wider than measured a line may be in which numbers and spaces stand between Chinese."""
_MOST_PLACES = 2000


class Cutting:
    """Cuts lines into pieces that are no wider than their columns."""

    def __init__(
        self, columns: int, width: float, tolerance: float, is_sure: bool, aside: dict[tuple[int, int, int, int], float]
    ) -> None:
        """Takes how many columns of a language there are, and how wide, in ems; ``is_sure`` if found lines told it.

        ``aside`` is what speaks for pieces being in no column, by their keys.
        """
        self._aside = aside
        self._asides: dict[tuple[int, int], list[tuple[int, int, int, int]]] = {}
        for key, nats in aside.items():
            if nats > 0:
                self._asides.setdefault(key[:2], []).append(key)
        self._columns, self._width, self._tolerance, self._is_sure = columns, width, tolerance, is_sure
        self._pieces: dict[tuple[Run, int, int], Piece] = {}

    def ways(self, runs: list[Run], most: int) -> Iterator[tuple[tuple[Piece, ...], float]]:
        """Yields the ways to cut a line, each with its cost."""
        ways: list[tuple[tuple[Piece, ...], float]] = [((), 0.0)]
        for run in runs:
            each = sorted(self._cut(run), key=lambda way: -way[1] - sum(map(self._whole, way[0])))[:most]
            ways = [(a + b, x + y) for a, x in ways for b, y in each][:most]
        yield from ways

    def _cut(self, run: Run) -> Iterator[tuple[tuple[Piece, ...], float]]:
        size = len(run.words)
        limit = self._width + 1.0 if self._is_sure else self._width * 1.02 + self._tolerance * 0.7
        if run.language == CHINESE:
            sure = sorted(run.gutters)
            edges = [0, *sure, size]
            parts = list(pairwise(edges))
            ways: list[tuple[tuple[tuple[int, int], ...], float]] = [((), 0.0)]
            for start, end in parts:
                options: list[tuple[tuple[tuple[int, int], ...], float]] = [(((start, end),), 0.0)]
                if run.width(start, end) > limit:
                    options = [
                        (((start, cut), (cut, end)), -1.5)
                        for cut in range(start + 1, end)
                        if run.width(start, cut) <= limit and run.width(cut, end) <= limit
                    ] or options
                    if run.width(start, end) <= limit + _NUMBERS_EM:  # with numbers in it a line is often a bit wider
                        options.append((((start, end),), 0.0))
                ways = [(a + b, x + y) for a, x in ways for b, y in options]
            if sure and run.width(0, size) <= limit and not any(_marked(word) for word in run.words[:-1]):
                ways.append((((0, size),), -5.0))
            for spans, cost in ways:
                yield tuple(self._piece(run, a, b) for a, b in spans), cost
            return
        whole = run.width(0, size)
        if whole <= limit or size < 2:
            yield (self._piece(run, 0, size),), 0.0
        hinted = self._hinted(run)
        if size < 2 or (whole <= self._width * 0.5 and self._columns < 2 and not hinted):
            return
        for number in range(1, self._columns + 1 + (self._columns < 2 and whole > limit)):
            for cuts in islice(self._places(run, number, limit), _MOST_PLACES):
                edges = [0, *cuts, size]
                cost = sum(
                    (-0.3 if cut in hinted else -1.2) - 0.6 * following.english(run.words[cut - 1], run.words[cut])
                    for cut in cuts
                )
                if whole <= limit:
                    cost -= sum(
                        0.3 if closes(run.words[cut - 1]) in (".", "?", "!") or cut in hinted else 2.0 for cut in cuts
                    )
                yield tuple(self._piece(run, a, b) for a, b in pairwise(edges)), cost
        if whole > limit:
            yield (self._piece(run, 0, size),), -12.0

    def _piece(self, run: Run, start: int, end: int) -> Piece:
        key = (run, start, end)
        if key not in self._pieces:
            self._pieces[key] = Piece(run, start, end)
        return self._pieces[key]

    def _whole(self, piece: Piece) -> float:
        """Returns what speaks for a piece by itself: it fills its line, or ends as a paragraph may."""
        lacking = self._width - piece.width
        whole = 0.0 if lacking < 2 * self._tolerance else -0.6 if piece.closed else -2.0
        return max(whole, min(0.0, self._aside.get(piece.key, 0.0) - 2.0))

    def _hinted(self, run: Run) -> set[int]:
        """Returns the words before which what may be in no column begins, or after which it ends."""
        keys = [key for key in self._asides.get((run.line, run.place), ()) if run.start <= key[2] and key[3] <= run.end]
        return {at - run.start for _, _, start, end in keys for at in (start, end)} - {0, len(run.words)}

    def _places(self, run: Run, number: int, limit: float, start: int = 0) -> Iterator[tuple[int, ...]]:
        """Yields ``number`` places to cut so that no part is wider than the limit."""
        size = len(run.words)
        if number == 0:
            if run.width(start, size) <= limit:
                yield ()
            return
        for cut in range(start + 1, size - number + 1):
            if run.width(start, cut) > limit:
                break
            for rest in self._places(run, number - 1, limit, cut):
                yield (cut, *rest)


def _marked(word: str) -> bool:
    return bool(re.search("[，。、；：！？,.;:!?]", word))
