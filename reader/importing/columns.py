"""Columns that are woven into each other line by line, taken apart again.

Which piece of a line belongs to which column is searched: each way to cut the lines and to give the pieces to columns
is weighed by what the pieces say together (does the sentence go on, is a line full, does a paragraph end where it may),
and the best ways are kept from line to line (a beam).
"""

from __future__ import annotations

import re
from heapq import nlargest
from itertools import combinations, islice, pairwise
from operator import itemgetter

from reader.importing import following
from reader.importing.measures import Measure, measures
from reader.importing.page import CHINESE
from reader.importing.runs import width_em
from reader.importing.words import closes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.runs import Run

BEAM, _NARROW_BEAM = 20, 8
BODY, FIRST, HEAD, OUT = "body", "first", "head", "out"
"""What a piece is: a line that goes on a paragraph or begins one, a heading, or in no column."""
_MOST_CUTS, _FEW_CUTS = 12, 8
"""Ways to cut one line that are weighed at most."""
_NUMBERS_EM = 2.0
"""So much wider than measured a line may be in which numbers and spaces stand between Chinese."""
_MOST_PLACES = 2000
_ENOUGH_RUNS, _MANY_RUNS = 60, 120
"""So many runs tell how the columns are measured; of more than so many the rest is read with a narrow beam."""
_HARDLY = -6.0
"""Pieces that are less likely than this to be in no column are given to one, if there is one for them."""
_OUT_OF_TURN = (2.4, 1.2, 0.6)
"""What it costs that a column got nothing while one that had its turn later got a line, by how long ago its turn was.

Columns of one language have their lines at one distance, so that those that do not stand side by side take turns.
"""
_CLOSERS = "”’」』）)\"'》"
_TERMINAL = frozenset("。！？…；.?!:：")


class Piece:
    """What one column, or a caption, has in one line."""

    __slots__ = (
        "chinese",
        "closed",
        "first",
        "head_em",
        "language",
        "last",
        "line",
        "narrow",
        "place",
        "text",
        "width",
    )

    def __init__(self, run: Run, start: int, end: int) -> None:
        self.line = run.line
        self.place = (run.place, run.start + start)
        words = run.words[start:end]
        self.text = " ".join(words)
        self.width = run.width(start, end)
        self.narrow = run.narrow if start == 0 else 0.0
        self.language = run.language
        self.chinese = run.language == CHINESE
        self.first = words[0]
        self.last = words[-1]
        bare = self.text.rstrip(_CLOSERS) or self.text
        self.closed = bare[-1] in _TERMINAL
        self.head_em = 1.0 if self.chinese else 0.25 + width_em(self.first.split("-")[0], False)
        """The width of the least that would have had to fit on the line before."""

    def follows(self, before: Piece) -> float:
        """Returns how likely this goes on what ``before`` began."""
        if self.chinese:
            return following.chinese(before.text[-1], self.text[0])
        return following.english(before.last, self.first)


def _gap(end: _End) -> float:
    """Returns what speaks against going on in a column that had nothing in some lines in which it had its turn."""
    piece, role, _, partners, missed = end
    if role == HEAD:  # there is space below it
        return -0.2 * missed
    return (-0.2 if piece.closed else -0.6) * missed - (0.4 if partners and missed else 0.0)


def _misses(end: _End, served: int, turn: int) -> bool:
    """Whether a column misses its turn in a line for others (bits), of which the latest had theirs so long ago."""
    return bool(end[3] & served) or turn < end[2]


def _left_out(end: _End, served: int, turn: int) -> float:
    """Returns what it costs that a column gets nothing in a line."""
    piece, role, _, partners, missed = end
    at_rest = piece.closed or role == HEAD
    if partners & served:
        return 0.4 if missed < 5 and not (at_rest and missed == 0) else 0.0
    if missed >= len(_OUT_OF_TURN):
        return 0.0
    return _OUT_OF_TURN[missed] * (0.4 if at_rest else 1.0) if _misses(end, served, turn) else 0.1


def _marked(word: str) -> bool:
    return bool(re.search("[，。、；：！？,.;:!?]", word))


_End = tuple["Piece", str, int, int, int]
"""What a column ends with: its last piece and the piece's role, how many lines ago that was, which columns had text in
the same line (bits), and how often it got nothing since when its turn was.
"""


class _State:
    """A way to read the lines so far: what each column ends with, and how it came to be."""

    __slots__ = ("columns", "given", "parent", "score")

    def __init__(
        self,
        columns: tuple[_End | None, ...],
        score: float,
        parent: _State | None,
        given: tuple[tuple[Piece, int, str], ...],
    ) -> None:
        self.columns = columns
        self.score = score
        self.parent = parent
        self.given = given


def _turn(state: _State, where: tuple[int, ...]) -> tuple[int, int]:
    """Returns the columns that get something as bits, and how many lines ago the latest of them had its turn."""
    served = sum(1 << column for column in where)
    return served, min((end[2] if (end := state.columns[column]) else 0 for column in where), default=0)


def _later(end: _End, served: int, turn: int) -> _End:
    piece, role, ago, partners, missed = end
    return piece, role, min(ago + 1, 6), partners, min(missed + _misses(end, served, turn), 6)


_Option = tuple[float, _State, tuple[Piece, ...], tuple[int, ...], tuple[int, ...], tuple[str, ...]]
"""A score, where it begins, the pieces of a line, which of them go to which columns, and as what."""


class Search:
    """The search in the runs of one language."""

    def __init__(self, runs: list[Run], measured: Measure, aside: dict[tuple[int, int, int], float]) -> None:
        self.measure = measured
        self.runs = runs
        self.aside = aside
        """How likely a piece is no part of a column, by its line and place, in nats."""
        self.width = measured.width
        self.tolerance = 1.3 if runs and runs[0].language == CHINESE else 0.4 + 0.03 * self.width
        self._indented = measured.indented
        chinese = bool(runs) and runs[0].language == CHINESE
        self._indent = 2.0 if chinese and measured.indented else 0.0 if chinese else 1.2
        self.total = 0.0
        """How much speaks for what was found, in nats."""
        self.usual: tuple[float, float] | None = None
        """The middle width of lines that fill their column, and how far they are off it mostly; None if not known."""
        self._known: dict[tuple[tuple[Piece, str] | None, Piece], list[tuple[str, float]]] = {}
        self._pieces: dict[tuple[Run, int, int], Piece] = {}

    def find(self, beam: int) -> list[tuple[Piece, int, str]]:
        """Returns all pieces in the order of the page, each with its column and its role."""
        states = [_State((None,) * self.measure.columns, 0.0, None, ())]
        lines: dict[int, list[Run]] = {}
        for run in self.runs:
            lines.setdefault(run.line, []).append(run)
        for some in lines.values():
            cuts = list(self._cuts(some, _MOST_CUTS if beam == BEAM else _FEW_CUTS))
            options = [
                option for state in states for pieces, cost in cuts for option in self._give(state, pieces, cost)
            ]
            states = self._best(options, beam)
        self.total, last = max(((state.score + self._ended(state), state) for state in states), key=itemgetter(0))
        found: list[tuple[Piece, int, str]] = []
        step: _State | None = last
        while step:
            found += reversed(step.given)
            step = step.parent
        return found[::-1]

    def _cuts(self, runs: list[Run], most: int) -> Iterator[tuple[tuple[Piece, ...], float]]:
        """Yields the ways to cut a line, each with its cost."""
        ways: list[tuple[tuple[Piece, ...], float]] = [((), 0.0)]
        for run in runs:
            each = sorted(self._cut(run), key=lambda way: -way[1] - sum(map(self._whole, way[0])))[:most]
            ways = [(a + b, x + y) for a, x in ways for b, y in each][:most]
        yield from ways

    def _cut(self, run: Run) -> Iterator[tuple[tuple[Piece, ...], float]]:
        size = len(run.words)
        limit = self.width + 1.0 if self.usual else self.width * 1.02 + self.tolerance * 0.7
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
        if size < 2 or (whole <= self.width * 0.5 and self.measure.columns < 2):
            return
        for number in range(1, self.measure.columns + 1):
            for cuts in islice(self._places(run, number, limit), _MOST_PLACES):
                edges = [0, *cuts, size]
                cost = sum(-1.2 - 0.6 * following.english(run.words[cut - 1], run.words[cut]) for cut in cuts)
                if whole <= limit:
                    cost -= sum(0.3 if closes(run.words[cut - 1]) in (".", "?", "!") else 2.0 for cut in cuts)
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
        lacking = self.width - piece.width
        return 0.0 if lacking < 2 * self.tolerance else -0.6 if piece.closed else -2.0

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

    def _give(self, state: _State, pieces: tuple[Piece, ...], cost: float) -> Iterator[_Option]:
        """Yields the ways to give the pieces of a line to columns, left to right, or to none."""
        number = len(state.columns)
        size = len(pieces)
        outs = [self._out(piece) for piece in pieces]
        least = min(number, sum(out < _HARDLY for out in outs))
        for inside in range(min(size, number), least - 1, -1):
            for chosen in combinations(range(size), inside):
                out = state.score + cost + sum(outs[index] for index in range(size) if index not in chosen)
                for where in combinations(range(number), inside):
                    ways: list[tuple[float, tuple[str, ...]]] = [(out + self._skipped(state, where), ())]
                    for index, column in zip(chosen, where, strict=True):
                        before = state.columns[column]
                        some = self._roles(before, pieces[index])
                        gap = _gap(before) if before else 0.0
                        ways = [(score + gap + more, (*roles, role)) for score, roles in ways for role, more in some]
                    for score, roles in ways:
                        yield score, state, pieces, chosen, where, roles

    @staticmethod
    def _skipped(state: _State, where: tuple[int, ...]) -> float:
        """Returns what speaks against leaving out the columns that are not among ``where``."""
        if not where:
            return 0.0
        served, turn = _turn(state, where)
        against = 0.0
        for column, end in enumerate(state.columns):
            if end and column not in where:
                against += _left_out(end, served, turn)
        return -against

    @staticmethod
    def _best(options: list[_Option], beam: int) -> list[_State]:
        """Returns the states that the best options lead to, one for each way that the columns may end."""
        kept: dict[tuple[tuple[int, str] | None, ...], _State] = {}
        for score, state, pieces, chosen, where, roles in nlargest(4 * beam, options, key=itemgetter(0)):
            served, turn = _turn(state, where)
            columns = [end and (_later(end, served, turn) if where else end) for end in state.columns]
            given = [(piece, -1, OUT) for piece in pieces]
            for index, column, role in zip(chosen, where, roles, strict=True):
                columns[column] = (pieces[index], role, 0, served & ~(1 << column), 0)
                given[index] = (pieces[index], column, role)
            key = tuple(each and (id(each[0]), each[1]) for each in columns)
            if key not in kept:
                kept[key] = _State(tuple(columns), score, state, tuple(given))
                if len(kept) == beam:
                    break
        return list(kept.values())

    def _out(self, piece: Piece) -> float:
        hint = self.aside.get((piece.line, *piece.place), 0.0)
        share = piece.width / self.width if self.width else 1.0
        if hint >= 1.5:
            return hint - 2.8
        return hint - 2.8 - (4.0 if share > 0.85 else 1.0 if share > 0.6 else 0.0)

    def _roles(self, before: _End | None, piece: Piece) -> list[tuple[str, float]]:
        key = (before and (before[0], before[1]), piece)
        if key not in self._known:
            self._known[key] = list(self._weigh(before, piece))
        return self._known[key]

    def _weigh(self, before: _End | None, piece: Piece) -> Iterator[tuple[str, float]]:
        """Yields what a piece may be in a column after what is there, with what speaks for it."""
        hint = self._unusual(piece) - 0.5 * max(0.0, self.aside.get((piece.line, *piece.place), 0.0))
        start = self._starts(piece) + hint
        short = piece.width < 0.8 * self.width
        if before is None:
            yield FIRST, start - 0.8
            yield BODY, (-1.2 if piece.width < self.width - self.tolerance else -0.9) + hint
            if short and not piece.closed:
                yield HEAD, -1.5 + hint
            return
        last, role, *_ = before
        if role == HEAD:
            yield FIRST, start
            if short and not piece.closed:
                yield HEAD, -3.0 + hint
            return
        joined = piece.follows(last)
        room = self.width - self.tolerance - last.width - last.narrow - piece.head_em
        if role == FIRST:
            room -= self._indent
        if last.closed:
            room += self.tolerance / 2
            yield FIRST, start - (0.3 if room < 0 else 0.0)
            if room < 0:
                yield BODY, joined + 0.2 + hint
        elif room >= 0:
            yield BODY, min(joined, 0.5) - 5.0 + hint
        else:
            full = piece.width + piece.narrow > self.width - self.tolerance or piece.closed
            yield BODY, joined + 0.8 + hint + (0.3 if full else -0.6)
        if last.closed and short and not piece.closed:
            yield HEAD, -0.8 + hint

    def _unusual(self, piece: Piece) -> float:
        """Returns what speaks against a line that goes on and is wider or narrower than such lines are."""
        if not self.usual or piece.closed or piece.narrow or piece.width < 0.75 * self.width:
            return 0.0
        middle, spread = self.usual
        return -min(3.0, 0.25 * ((piece.width - middle) / spread) ** 2)

    def _starts(self, piece: Piece) -> float:
        """Returns what speaks for a paragraph that begins with this piece."""
        first = piece.text.lstrip("\"'“‘「『(（《")[:1]
        if not piece.chinese and first.islower():
            return -3.0
        lacking = self.width - piece.width - piece.narrow
        if self._indented and lacking < self.tolerance + 2.2:
            return 0.6 if lacking > self.tolerance else -0.8
        if lacking < self.tolerance + 2.2:
            return 0.2
        return -0.8 if piece.closed else -3.5

    def _ended(self, state: _State) -> float:
        """Returns what speaks for the ends of the columns: a sentence goes on at the head of the next."""
        heads: dict[int, Piece] = {}
        step: _State | None = state
        while step:
            heads.update((column, piece) for piece, column, role in step.given if role != OUT)
            step = step.parent
        score = 0.0
        for column, each in enumerate(state.columns):
            if each is None:
                score -= 3.0
            elif not each[0].closed:
                next_head = heads.get(column + 1)
                score += next_head.follows(each[0]) if next_head else -1.5
        return score


def chosen(runs: list[Run]) -> Measure:
    """Returns the best of the ways in which the columns of one language may be measured: each is tried briefly."""
    options = measures(runs)
    if len(options) < 2:
        return options[0]
    tried = [Search(runs[:_ENOUGH_RUNS], each, {}) for each in options]
    for search in tried:
        search.find(_NARROW_BEAM)
    return max(tried, key=lambda search: search.total + search.measure.prior).measure


def searched(
    runs: list[Run], measured: Measure, hint: dict[tuple[int, int, int], float]
) -> tuple[Search, list[tuple[Piece, int, str]]]:
    """Returns the search in runs of one language and what it found; lines are measured again at what was found."""
    search = Search(runs, measured, hint)
    beam = BEAM if len(runs) <= _MANY_RUNS else _NARROW_BEAM
    found = search.find(beam) if runs else []
    filled = _filled(found, measured)
    if len(filled) < 5 or runs[0].language == CHINESE or beam < BEAM:
        return search, found
    middle = filled[len(filled) // 2]
    spread = max(0.5, 1.5 * sorted(abs(width - middle) for width in filled)[len(filled) // 2])
    top = max(width for width in filled if width <= middle + 2.5 * spread)
    search = Search(runs, Measure(top, measured.columns), hint)
    search.usual = (middle, spread)
    return search, search.find(beam)


def _filled(found: list[tuple[Piece, int, str]], measured: Measure) -> list[float]:
    """Returns the widths, ascending, of lines that go on in the next, for these fill the column."""
    widths = []
    for column in range(measured.columns):
        pieces = [piece for piece, at, role in found if at == column and role in (BODY, FIRST) and not piece.narrow]
        widths += [a.width for a, b in pairwise(pieces) if not a.closed and b.line - a.line < 4]
    return sorted(width for width in widths if width > 0.7 * measured.width)
