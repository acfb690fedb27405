"""Hypotheses of the beam search: possible readings of the lines so far, and the scores of columns that get no line.

Columns of one language have their lines at one distance, so those that do not share baselines take turns.
"""

from __future__ import annotations

from typing import NamedTuple

from reader.importing.text import weights
from reader.importing.text.fragments import HEADING_LINE, OUTSIDE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.importing.text.fragment_scores import LastFragment
    from reader.importing.text.fragments import Assignment, Fragment

_MOST_COUNTED = 6
"""Maximum that lines and missed turns are counted to."""
_SKIPPED_TURNS, _SKIPPED_BESIDE_TURNS = 3, 5
"""A column that missed more turns has ended, off the baselines of others and on them."""


class ColumnEnd(NamedTuple):
    """The end of a column so far."""

    last: LastFragment
    lines_ago: int
    """Number of lines since its last fragment."""
    partners: int
    """The columns with text in that line, as bits."""
    missed: int
    """Number of turns since then in which it got nothing."""


class Turn(NamedTuple):
    """The columns that get text in a line."""

    served: int
    """These columns, as bits."""
    lines_ago: int
    """Number of lines since the latest of them got text before."""


class Hypothesis:
    """A reading of the lines so far: the end of each column, and the hypothesis before it."""

    __slots__ = ("assignments", "columns", "parent", "score")

    def __init__(
        self,
        columns: tuple[ColumnEnd | None, ...],
        score: float,
        parent: Hypothesis | None,
        assignments: tuple[Assignment, ...],
    ) -> None:
        """Takes the ends of the columns, None for those without text, and the assignments of the last line."""
        self.columns = columns
        self.score = score
        self.parent = parent
        self.assignments = assignments

    def lines(self) -> Iterator[tuple[Assignment, ...]]:
        """Yields the assignments of each line, the last line first."""
        step = self
        while step.parent:
            yield step.assignments
            step = step.parent

    def turn(self, columns: Sequence[int]) -> Turn:
        """Returns the turn of some columns."""
        served, lines_ago = 0, _MOST_COUNTED if columns else 0
        for column in columns:
            served |= 1 << column
            end = self.columns[column]
            lines_ago = min(lines_ago, end.lines_ago) if end else 0
        return Turn(served, lines_ago)

    def skip_score(self, columns: Sequence[int]) -> float:
        """Returns the score of giving a line to some columns and nothing to the others."""
        if not columns:
            return 0.0
        turn = self.turn(columns)
        score = 0.0
        for column, end in enumerate(self.columns):
            if end and column not in columns:
                score += _skipped(end, turn)
        return score

    def end_score(self) -> float:
        """Returns the score of an end of the page here: a sentence may continue at the head of the next column."""
        heads: dict[int, Fragment] = {}
        for assignments in self.lines():
            heads.update((column, fragment) for fragment, column, role in assignments if role != OUTSIDE)
        score = 0.0
        for column, end in enumerate(self.columns):
            if end is None:
                score += weights.COLUMN_EMPTY
            elif not end.last.fragment.is_closed:
                next_head = heads.get(column + 1)
                score += next_head.continuation_score(end.last.fragment) if next_head else weights.PAGE_END_OPEN
        return score


def gap_score(end: ColumnEnd) -> float:
    """Returns the score of a continuation in a column that missed some turns."""
    if end.last.role == HEADING_LINE:  # there is space below it
        return weights.GAP_CLOSED * end.missed
    score = (weights.GAP_CLOSED if end.last.fragment.is_closed else weights.GAP_OPEN) * end.missed
    return score + (weights.GAP_SHARED_BASELINE if end.partners and end.missed else 0.0)


def passed(end: ColumnEnd, turn: Turn) -> ColumnEnd:
    """Returns the end of a column after a line in which other columns got text."""
    missed = min(end.missed + _misses(end, turn), _MOST_COUNTED)
    return ColumnEnd(end.last, min(end.lines_ago + 1, _MOST_COUNTED), end.partners, missed)


def _misses(end: ColumnEnd, turn: Turn) -> bool:
    """Whether a column misses its turn: one on its baselines gets text, or one that had text later than it."""
    return bool(end.partners & turn.served) or turn.lines_ago < end.lines_ago


def _skipped(end: ColumnEnd, turn: Turn) -> float:
    """Returns the score of a column getting nothing in a line."""
    missed = end.missed
    is_at_rest = end.last.fragment.is_closed or end.last.role == HEADING_LINE
    if end.partners & turn.served:
        is_free = missed >= _SKIPPED_BESIDE_TURNS or (is_at_rest and missed == 0)
        return 0.0 if is_free else weights.SKIPPED_BESIDE
    if missed >= _SKIPPED_TURNS:
        return 0.0
    if not _misses(end, turn):
        return weights.SKIPPED_NO_TURN
    score = weights.SKIPPED_TURN * weights.SKIPPED_TURN_DECAY**missed
    return score * (weights.SKIPPED_AT_REST_SHARE if is_at_rest else 1.0)
