"""Columns that are woven into each other line by line, taken apart again.

Which piece of a line belongs to which column is searched: each way to cut the lines and to give the pieces to columns
is weighed by what the pieces say together (does the sentence go on, is a line full, does a paragraph end where it may),
and the best ways are kept from line to line (a beam).
"""

from __future__ import annotations

from heapq import heappush, heapreplace
from itertools import combinations, islice, pairwise, product
from operator import itemgetter

from reader.importing.text.cutting import Cutting
from reader.importing.text.margins import AHEAD, Margins
from reader.importing.text.measures import Measure, measures
from reader.importing.text.pieces import BODY, FIRST, HEAD, OUT, Piece
from reader.importing.text.speakers import speakers
from reader.importing.text.weighing import Weighing
from reader.importing.text.words import CHINESE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.importing.text.margins import Given
    from reader.importing.text.pieces import Key
    from reader.importing.text.runs import Run

BEAM, _NARROW_BEAM = 20, 8
_MOST_CUTS, _FEW_CUTS = 12, 8
"""Ways to cut one line that are weighed at most."""
_MOST_PIECES = 8
"""Of a line cut into more, so many may be in columns."""
_ENOUGH_RUNS, _MANY_RUNS = 60, 120
"""So many runs tell how the columns are measured; of more than so many the rest is read with a narrow beam."""
_HARDLY = -6.0
"""Pieces that are less likely than this to be in no column are given to one, if there is one for them."""
_OUT_OF_TURN = (2.4, 1.2, 0.6)
"""What it costs that a column got nothing while one that had its turn later got a line, by how long ago its turn was.

Columns of one language have their lines at one distance, so that those that do not stand side by side take turns.
"""


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
        given: Given,
    ) -> None:
        self.columns = columns
        self.score = score
        self.parent = parent
        self.given = given

    def lines(self) -> Iterator[Given]:
        """Yields what it gives in each line, the last one first."""
        step = self
        while step.parent:
            yield step.given
            step = step.parent


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

    def __init__(
        self,
        runs: list[Run],
        measured: Measure,
        aside: dict[Key, float],
        usual: tuple[float, float] | None = None,
    ) -> None:
        """Takes runs and what :class:`~reader.importing.text.weighing.Weighing` wants to know of them."""
        self.measure = measured
        self.runs = runs
        chinese = bool(runs) and runs[0].language == CHINESE
        self._weighing = Weighing(measured, chinese, aside, usual, speakers(runs))
        self.width, self.tolerance = self._weighing.width, self._weighing.tolerance
        self._cutting = Cutting(measured.columns, self.width, self.tolerance, usual is not None, aside)
        columns = range(measured.columns)
        self._places = [list(combinations(columns, size)) for size in range(measured.columns + 1)]
        """Which columns so many pieces may go to."""
        self.margins = Margins()
        self.total = 0.0
        """How much speaks for what was found, in nats."""

    def find(self, beam: int) -> list[tuple[Piece, int, str]]:
        """Returns all pieces in the order of the page, each with its column and its role."""
        kept: list[list[tuple[float, list[Given]]]] = []
        states = [_State((None,) * self.measure.columns, 0.0, None, ())]
        lines: dict[int, list[Run]] = {}
        for run in self.runs:
            lines.setdefault(run.line, []).append(run)
        for some in lines.values():
            cuts = list(self._cutting.ways(some, _MOST_CUTS if beam == BEAM else _FEW_CUTS))
            states = self._best(self._options(states, cuts, 4 * beam), beam)
            kept.append([(state.score, list(islice(state.lines(), AHEAD + 1))[::-1]) for state in states])
        self.total, last = max(((state.score + self._ended(state), state) for state in states), key=itemgetter(0))
        given = list(last.lines())[::-1]
        self.margins.tell(kept, given)
        return [each for line in given for each in line]

    def _options(self, states: list[_State], cuts: list[tuple[tuple[Piece, ...], float]], most: int) -> list[_Option]:
        """Returns the best ways to go on with a line, best first, so many at most."""
        ways = [(pieces, cost, *self._divided(pieces)) for pieces, cost in cuts]
        heap: list[tuple[float, int, _Option]] = []
        order = 0  # of equals the first is kept
        for state in states:
            skipped = {where: self._skipped(state, where) for places in self._places for where in places}
            ends = [(end[:2], _gap(end)) if end else (None, 0.0) for end in state.columns]
            for pieces, cost, outs, divided in ways:
                base = state.score + cost
                roles_ = [[(gap, self._weighing.roles(before, piece)) for before, gap in ends] for piece in pieces]
                most_of = [max(gap + some[0][1] for gap, some in each) for each in roles_]
                if len(heap) == most and base + sum(map(max, outs, most_of)) <= heap[0][0]:
                    continue
                for chosen, out in divided:
                    for where in self._places[len(chosen)]:
                        score = base + out + skipped[where]
                        each = []
                        highest = score
                        for index, column in zip(chosen, where, strict=True):
                            gap, some = roles_[index][column]
                            score += gap
                            highest += gap + some[0][1]
                            each.append(some)
                        if len(heap) == most and highest <= heap[0][0]:
                            continue
                        for roles in product(*each):
                            total = score + sum([more for _, more in roles])
                            if len(heap) < most or total > heap[0][0]:
                                order -= 1
                                option = (total, state, pieces, chosen, where, tuple(role for role, _ in roles))
                                (heappush if len(heap) < most else heapreplace)(heap, (total, order, option))
        return [option for _, _, option in sorted(heap, reverse=True, key=itemgetter(0, 1))]

    def _divided(self, pieces: tuple[Piece, ...]) -> tuple[list[float], list[tuple[tuple[int, ...], float]]]:
        """Returns what speaks for each piece of a line being in no column, and which may be in columns.

        With these comes what speaks for the others being in none.
        """
        size, number = len(pieces), self.measure.columns
        outs = [self._weighing.out(piece) for piece in pieces]
        able = sorted(sorted(range(size), key=lambda index: outs[index])[:_MOST_PIECES])
        least = min(number, sum(out < _HARDLY for out in outs))
        divided = [
            (chosen, sum(outs[index] for index in range(size) if index not in chosen))
            for inside in range(min(len(able), number), least - 1, -1)
            for chosen in combinations(able, inside)
        ]
        return outs, divided

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
        for score, state, pieces, chosen, where, roles in options:
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

    def _ended(self, state: _State) -> float:
        """Returns what speaks for the ends of the columns: a sentence goes on at the head of the next."""
        heads: dict[int, Piece] = {}
        for given in state.lines():
            heads.update((column, piece) for piece, column, role in given if role != OUT)
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


def searched(runs: list[Run], measured: Measure, hint: dict[Key, float]) -> tuple[Search, list[tuple[Piece, int, str]]]:
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
    search = Search(runs, Measure(top, measured.columns), hint, (middle, spread))
    return search, search.find(beam)


def _filled(found: list[tuple[Piece, int, str]], measured: Measure) -> list[float]:
    """Returns the widths, ascending, of lines that go on in the next, for these fill the column."""
    widths = []
    for column in range(measured.columns):
        pieces = [piece for piece, at, role in found if at == column and role in (BODY, FIRST) and not piece.narrow]
        widths += [a.width for a, b in pairwise(pieces) if not a.closed and b.line - a.line < 4]
    return sorted(width for width in widths if width > 0.7 * measured.width)
