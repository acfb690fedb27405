"""Line cuts: the ways to cut a line into fragments that are no wider than their columns."""

from __future__ import annotations

import re
from heapq import nlargest
from itertools import pairwise
from typing import NamedTuple

from reader.importing.text import weights
from reader.importing.text.fragments import Fragment, is_closed
from reader.importing.text.word_classes import closing_mark
from reader.model.scripts import SENTENCE_MARKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from reader.importing.text.column_layout import ColumnLayout
    from reader.importing.text.text_runs import TextRun, WordSpan

    Prefix = tuple[float, float, tuple[int, ...]]
    """Cuts of the words up to one of them: the score, the part of it that the cuts cost, and the edges between words.

    A plain tuple, for a line has thousands of them.
    """

_MOST_HAN_CUTS = 64


class LineCut(NamedTuple):
    """A line or a run cut into fragments."""

    fragments: tuple[Fragment, ...]
    score: float
    """Score of the cuts in nats, without the scores of the fragments."""


class _RunCut(NamedTuple):
    """A run cut before some of its words."""

    edges: tuple[int, ...]
    """The index of each fragment's first word, then the number of words."""
    score: float


class LineCutter:
    """Cuts lines of one language; remembers fragments, so that the same words are always the same one."""

    def __init__(self, layout: ColumnLayout, is_measured: bool, outside: Mapping[WordSpan, float]) -> None:
        """Takes the columns of the language, and the scores of words outside them.

        ``is_measured`` if the width of the columns was measured in lines that an earlier search found.
        """
        self._columns, self._width_em = layout.columns, layout.width_em
        self._short_em = weights.FULL_LINE_TOLERANCES * layout.tolerance_em
        slack_em = weights.LIMIT_TOLERANCES * layout.tolerance_em
        self._limit_em = (
            self._width_em + weights.LIMIT_MEASURED_EM
            if is_measured
            else self._width_em * weights.LIMIT_SHARE + slack_em
        )
        self._outside = outside
        self._hints: dict[tuple[int, int], list[WordSpan]] = {}
        for span, score in outside.items():
            if score > 0:
                self._hints.setdefault((span.line, span.run), []).append(span)
        self._fragments: dict[tuple[TextRun, int, int], Fragment] = {}

    def cut_line(self, runs: Iterable[TextRun], most: int) -> list[LineCut]:
        """Returns up to ``most`` ways to cut the runs of a line."""
        cuts = [LineCut((), 0.0)]
        for run in runs:
            own = self._cut_run(run, most)
            cuts = [LineCut(a + b, score + more) for a, score in cuts for b, more in own][:most]
        return cuts

    def _cut_run(self, run: TextRun, most: int) -> list[LineCut]:
        """Returns the best ways to cut a run, best first."""
        cuts = self._cut_han(run) if run.is_han else self._cut_latin(run, most)
        lines = [
            LineCut(tuple(self._fragment(run, start, end) for start, end in pairwise(edges)), score)
            for edges, score in cuts
        ]
        return nlargest(most, lines, key=lambda line: line.score + sum(map(self._fragment_score, line.fragments)))

    def _cut_han(self, run: TextRun) -> list[_RunCut]:
        """Returns ways to cut Chinese: at its gutters, and elsewhere where it would be too wide."""
        size = len(run.words)
        cuts = [_RunCut((0,), 0.0)]
        for start, end in pairwise([0, *sorted(run.gutters), size]):
            options = self._cut_han_part(run, start, end)
            cuts = [_RunCut(a + b, score + more) for a, score in cuts for b, more in options][:_MOST_HAN_CUTS]
        has_marks = any(re.search(f"[{SENTENCE_MARKS}]", word) for word in run.words[:-1])
        if run.gutters and run.width_em(0, size) <= self._limit_em and not has_marks:
            cuts.append(_RunCut((0, size), weights.GUTTER_IGNORED))
        return cuts

    def _cut_han_part(self, run: TextRun, start: int, end: int) -> list[_RunCut]:
        """Returns ways to cut Chinese between two gutters, each by its edges after the first."""
        whole = _RunCut((end,), 0.0)
        width = run.width_em(start, end)
        if width <= self._limit_em:
            return [whole]
        options = [
            _RunCut((cut, end), weights.CUT_WITHOUT_GUTTER)
            for cut in range(start + 1, end)
            if run.width_em(start, cut) <= self._limit_em and run.width_em(cut, end) <= self._limit_em
        ] or [whole]
        if width <= self._limit_em + weights.LIMIT_NUMBERS_EM:
            options.append(whole)
        return options

    def _cut_latin(self, run: TextRun, most: int) -> list[_RunCut]:
        """Returns the best ways to cut English into as many parts as there are columns, and one more for a caption.

        The best ways to end at a word go on from the best ways to end at a word before it (a dynamic programme).
        """
        size = len(run.words)
        is_narrow = run.width_em(0, size) <= self._limit_em
        whole = _RunCut((0, size), 0.0)
        cuts = [whole] if is_narrow or size < 2 else []
        hinted = self._hinted(run)
        is_short = run.width_em(0, size) <= self._width_em * weights.SHORT_RUN_SHARE
        if size < 2 or (is_short and self._columns < 2 and not hinted):
            return cuts
        prefixes = _Prefixes(self, run, [self._cut_score(run, cut, cut in hinted, is_narrow) for cut in range(1, size)])
        for _ in range(self._columns + (self._columns < 2 and not is_narrow)):
            cuts += [_RunCut(edges, score) for _, score, edges in prefixes.extend(most)]
        if not is_narrow:
            cuts.append(_RunCut((0, size), weights.LINE_TOO_WIDE))
        return cuts

    @staticmethod
    def _cut_score(run: TextRun, cut: int, is_hinted: bool, is_narrow: bool) -> float:
        """Returns the score of cutting English before a word; ``is_narrow`` if nothing needs to be cut."""
        before, after = run.words[cut - 1], run.words[cut]
        score = weights.CUT_HINTED if is_hinted else weights.CUT
        score -= weights.CUT_CONTINUATION * run.language.continuation(before, after)
        if is_narrow:
            is_likely = is_hinted or closing_mark(before) in (".", "?", "!")
            score += weights.CUT_NARROW_LIKELY if is_likely else weights.CUT_NARROW
        return score

    def _fragment(self, run: TextRun, start: int, end: int) -> Fragment:
        key = (run, start, end)
        if key not in self._fragments:
            self._fragments[key] = Fragment(run, start, end)
        return self._fragments[key]

    def _fragment_score(self, fragment: Fragment) -> float:
        """Returns the score of a fragment by itself: it fills its line, or ends as a paragraph may."""
        if self._width_em - fragment.width_em < self._short_em:
            return 0.0
        score = weights.SHORT_CLOSED if fragment.is_closed else weights.SHORT_OPEN
        return max(score, self._hinted_score(fragment.span))

    def words_score(self, run: TextRun, start: int, end: int, closed: bool) -> float:
        """Returns the same score for words of a run; ``closed`` if a paragraph may end after them."""
        if self._width_em - run.width_em(start, end) < self._short_em:
            return 0.0
        score = weights.SHORT_CLOSED if closed else weights.SHORT_OPEN
        if (run.line, run.number) not in self._hints:
            return score
        return max(score, self._hinted_score(run.span(start, end)))

    def _hinted_score(self, span: WordSpan) -> float:
        """Returns the score of short words that may be outside columns, by that likelihood."""
        hint = self._outside.get(span, 0.0)
        return min(0.0, hint + weights.SHORT_HINTED) if hint > 0 else weights.IMPOSSIBLE

    @property
    def limit_em(self) -> float:
        """The width of the widest fragment."""
        return self._limit_em

    def _hinted(self, run: TextRun) -> set[int]:
        """Returns the words before which words outside columns may begin, or after which they may end."""
        spans = self._hints.get((run.line, run.number), ())
        own = [span for span in spans if run.start <= span.start and span.end <= run.end]
        return {at - run.start for span in own for at in (span.start, span.end)} - {0, len(run.words)}


class _Prefixes:
    """The best ways to cut the words of a run up to each of them into a number of parts, which grows by one."""

    def __init__(self, cutter: LineCutter, run: TextRun, cut_scores: Sequence[float]) -> None:
        self._cutter, self._run = cutter, run
        self._size = len(run.words)
        self._cut_scores = [0.0, *cut_scores]
        self._closed = [is_closed(word) for word in run.words]
        self._ends: list[list[Prefix]] = [[] for _ in range(self._size + 1)]
        for end in range(1, self._size + 1):
            if run.width_em(0, end) <= cutter.limit_em:
                self._ends[end] = [(cutter.words_score(run, 0, end, self._closed[end - 1]), 0.0, (0, end))]

    def extend(self, most: int) -> list[Prefix]:
        """Adds a part to each way; returns those that have all words."""
        run, limit_em = self._run, self._cutter.limit_em
        further: list[list[Prefix]] = [[] for _ in range(self._size + 1)]
        for end in range(2, self._size + 1):
            options: list[Prefix] = []
            for cut in range(end - 1, 0, -1):
                if run.width_em(cut, end) > limit_em:
                    break
                own = self._cut_scores[cut]
                more = own + self._cutter.words_score(run, cut, end, self._closed[end - 1])
                options += [(score + more, cost + own, (*edges, end)) for score, cost, edges in self._ends[cut]]
            further[end] = nlargest(most, options) if len(options) > most else options
        self._ends = further
        return further[self._size]
