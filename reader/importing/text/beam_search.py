"""Beam search: separates columns whose lines are woven into each other.

Each way to cut a line and to give its fragments to columns extends each hypothesis; the extensions are scored by what
the fragments are together (does the sentence go on, is a line full, does a paragraph end where it may), and the best
hypotheses are kept from line to line.
"""

from __future__ import annotations

import math
from heapq import heappush, heapreplace
from itertools import combinations, islice, product
from operator import itemgetter
from typing import NamedTuple

from reader.importing.text import weights
from reader.importing.text.fragment_scores import FragmentScorer, LastFragment
from reader.importing.text.fragments import NO_COLUMN, OUTSIDE, Assignment
from reader.importing.text.hypotheses import ColumnEnd, Hypothesis, gap_score, passed
from reader.importing.text.line_cuts import LineCutter
from reader.importing.text.score_margins import LOOKAHEAD_LINES, RecentReading, ScoreMargins
from reader.importing.text.speakers import speaker_labels
from reader.importing.text.text_runs import lines_of_runs
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.importing.text.column_layout import ColumnLayout
    from reader.importing.text.fragment_scores import LineWidths, ScoredRole
    from reader.importing.text.fragments import Fragment, FragmentRole
    from reader.importing.text.line_cuts import LineCut
    from reader.importing.text.text_runs import TextRun, WordSpan

WIDE_BEAM, NARROW_BEAM = 20, 8
"""Hypotheses that are kept after a line."""
_MOST_CUTS, _FEW_CUTS = 12, 8
"""Maximum number of cuts of a line, with a wide and with a narrow beam."""
_EXTENSIONS_OF_BEAM = 4
"""Extensions of a line that are kept for each hypothesis of the beam; many lead to the same column ends."""
_MOST_FRAGMENTS = 8
"""Maximum number of fragments of a line in columns."""


@record
class ColumnReading:
    """The columns of one language, as a search has read them."""

    layout: ColumnLayout
    assignments: tuple[Assignment, ...]
    """All fragments in the order of the page."""
    margins: ScoreMargins
    score: float = 0.0
    """The score of the reading, in nats."""


class _Choice(NamedTuple):
    """The fragments of a line that are in columns, by their index, and the score of the others outside."""

    inside: tuple[int, ...]
    score: float


class _ScoredCut(NamedTuple):
    """A cut of a line, the score of each fragment outside all columns, and which may be in columns."""

    fragments: tuple[Fragment, ...]
    score: float
    outside: list[float]
    choices: list[_Choice]


class Extension(NamedTuple):
    """A hypothesis extended by a line."""

    score: float
    hypothesis: Hypothesis
    fragments: tuple[Fragment, ...]
    inside: tuple[int, ...]
    """Indices of the fragments in columns."""
    columns: tuple[int, ...]
    """The column of each of these."""
    roles: tuple[FragmentRole, ...]


class _BestExtensions:
    """The best extensions so far, up to a number of them; of equal ones the first."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._heap: list[tuple[float, int, Extension]] = []
        self._order = 0
        self.least = -math.inf
        """The score that another extension must exceed."""

    def add(self, extension: Extension) -> None:
        self._order -= 1
        entry = extension.score, self._order, extension
        if len(self._heap) < self._most:
            heappush(self._heap, entry)
        else:
            heapreplace(self._heap, entry)
        if len(self._heap) == self._most:
            self.least = self._heap[0][0]

    def sorted(self) -> list[Extension]:
        return [extension for _, _, extension in sorted(self._heap, reverse=True, key=itemgetter(0, 1))]


class BeamSearch:
    """A search for the columns of one language."""

    def __init__(
        self,
        runs: Sequence[TextRun],
        layout: ColumnLayout,
        outside: Mapping[WordSpan, float],
        measured: LineWidths | None = None,
    ) -> None:
        """Takes the runs of the language, its columns, and the scores of words outside all columns."""
        self._runs, self._layout = runs, layout
        self._scorer = FragmentScorer(layout, outside, measured=measured, speakers=speaker_labels(runs))
        self._cutter = LineCutter(layout, measured is not None, outside)
        columns = range(layout.columns)
        self._columns = [list(combinations(columns, size)) for size in range(layout.columns + 1)]
        """The columns that a number of fragments may be in."""

    def read(self, beam: int) -> ColumnReading:
        """Returns the best reading of all lines."""
        most_cuts = _MOST_CUTS if beam == WIDE_BEAM else _FEW_CUTS
        hypotheses = [Hypothesis((None,) * self._layout.columns, 0.0, None, ())]
        kept: list[list[RecentReading]] = []
        for runs in lines_of_runs(self._runs).values():
            cuts = [self._scored(cut) for cut in self._cutter.cut_line(runs, most_cuts)]
            best = _BestExtensions(_EXTENSIONS_OF_BEAM * beam)
            for hypothesis in hypotheses:
                self._extend(hypothesis, cuts, best)
            hypotheses = _kept(best.sorted(), beam)
            kept.append([_recent(hypothesis) for hypothesis in hypotheses])
        score, last = max(((each.score + each.end_score(), each) for each in hypotheses), key=itemgetter(0))
        lines = list(last.lines())[::-1]
        margins = ScoreMargins()
        margins.record(kept, lines)
        return ColumnReading(self._layout, tuple(each for line in lines for each in line), margins, score)

    def _scored(self, cut: LineCut) -> _ScoredCut:
        """Returns a cut of a line with the fragments that may be in columns."""
        size, columns = len(cut.fragments), self._layout.columns
        outside = [self._scorer.outside(fragment) for fragment in cut.fragments]
        able = sorted(sorted(range(size), key=lambda index: outside[index])[:_MOST_FRAGMENTS])
        fewest = min(columns, sum(score < weights.OUTSIDE_HARDLY for score in outside))
        choices = [
            _Choice(inside, sum(outside[index] for index in range(size) if index not in inside))
            for number in range(min(len(able), columns), fewest - 1, -1)
            for inside in combinations(able, number)
        ]
        return _ScoredCut(cut.fragments, cut.score, outside, choices)

    def _extend(self, hypothesis: Hypothesis, cuts: Sequence[_ScoredCut], best: _BestExtensions) -> None:
        """Adds the extensions of a hypothesis by a line that are among the best."""
        skipped = {where: hypothesis.skip_score(where) for places in self._columns for where in places}
        gaps = [gap_score(end) if end else 0.0 for end in hypothesis.columns]
        last = [end.last if end else None for end in hypothesis.columns]
        roles_of: dict[Fragment, list[list[ScoredRole]]] = {}
        """The roles of a fragment in each column, the likeliest first."""
        best_of: dict[Fragment, list[float]] = {}
        """The score of the likeliest role in each column, with the column's gap."""
        for cut in cuts:
            base = hypothesis.score + cut.score
            for fragment in cut.fragments:
                if fragment not in roles_of:
                    roles = [self._scorer.roles(each, fragment) for each in last]
                    roles_of[fragment] = roles
                    best_of[fragment] = [gap + own[0][1] for gap, own in zip(gaps, roles, strict=True)]
            best_in = [best_of[fragment] for fragment in cut.fragments]
            if base + sum(map(max, cut.outside, map(max, best_in))) <= best.least:
                continue
            for inside, outside in cut.choices:
                for where in self._columns[len(inside)]:
                    score = highest = base + outside + skipped[where]
                    for index, column in zip(inside, where, strict=True):
                        highest += best_in[index][column]
                    if highest <= best.least:
                        continue
                    for column in where:
                        score += gaps[column]
                    options = [
                        roles_of[cut.fragments[index]][column] for index, column in zip(inside, where, strict=True)
                    ]
                    for scored in product(*options):
                        total = score + sum([more for _, more in scored])
                        if total > best.least:
                            roles_ = tuple([role for role, _ in scored])
                            best.add(Extension(total, hypothesis, cut.fragments, inside, where, roles_))


def _kept(extensions: Sequence[Extension], beam: int) -> list[Hypothesis]:
    """Returns the hypotheses that the best extensions lead to, one for each way that the columns may end."""
    kept: dict[tuple[LastFragment | None, ...], Hypothesis] = {}
    for extension in extensions:
        last = [end and end.last for end in extension.hypothesis.columns]
        for index, column, role in zip(extension.inside, extension.columns, extension.roles, strict=True):
            last[column] = LastFragment(extension.fragments[index], role)
        key = tuple(last)
        if key not in kept:
            ends = tuple(_column_ends(extension, key))
            kept[key] = Hypothesis(ends, extension.score, extension.hypothesis, _assignments(extension))
            if len(kept) == beam:
                break
    return list(kept.values())


def _column_ends(extension: Extension, last: Sequence[LastFragment | None]) -> Iterator[ColumnEnd | None]:
    """Yields how the columns end after an extension; ``last`` are their last fragments."""
    turn = extension.hypothesis.turn(extension.columns)
    for column, (end, own) in enumerate(zip(extension.hypothesis.columns, last, strict=True)):
        if own and column in extension.columns:
            yield ColumnEnd(own, 0, turn.served & ~(1 << column), 0)
        else:
            yield passed(end, turn) if end and extension.columns else end


def _assignments(extension: Extension) -> tuple[Assignment, ...]:
    """Returns the fragments of the line of an extension in their columns."""
    assignments = [Assignment(fragment, NO_COLUMN, OUTSIDE) for fragment in extension.fragments]
    for index, column, role in zip(extension.inside, extension.columns, extension.roles, strict=True):
        assignments[index] = Assignment(extension.fragments[index], column, role)
    return tuple(assignments)


def _recent(hypothesis: Hypothesis) -> RecentReading:
    return RecentReading(hypothesis.score, list(islice(hypothesis.lines(), LOOKAHEAD_LINES + 1))[::-1])
