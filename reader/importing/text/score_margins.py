"""Score margins: the confidence of the search for columns, by the score that the best other reading lost.

For each line the hypotheses that were kept a few lines further on are compared with the one that was chosen, by what
they read otherwise: the column of a fragment, its join to the fragment before, or whether it is in a column at all.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from reader.importing.text import weights
from reader.importing.text.fragments import NO_COLUMN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from reader.importing.text.fragments import Assignment
    from reader.importing.text.text_runs import WordSpan

    Alternative = Literal["caption", "column", "join"]
    """An open question of a reading: whether a fragment is in a column at all; which column it is in, or where its line
    is cut; whether a paragraph or a heading begins with it.
    """

COLUMN: Alternative = "column"
JOIN: Alternative = "join"
CAPTION: Alternative = "caption"
LOOKAHEAD_LINES = 6
"""Number of lines after which hypotheses are compared, because later lines help to read earlier ones."""


class RecentReading(NamedTuple):
    """A hypothesis that was kept after a line."""

    score: float
    lines: list[tuple[Assignment, ...]]
    """The assignments of the last few lines, in order."""


class Doubt(NamedTuple):
    """Confidence of a reading from 0 to 1, and its likeliest error; None if there is none."""

    confidence: float
    alternative: Alternative | None


class _Loss(NamedTuple):
    """The score that another reading lost, in nats, and the number of lines for which it was kept."""

    nats: float
    lines: int


class ScoreMargins:
    """The margins of fragments in nats, by the possible error."""

    def __init__(self) -> None:
        self._nats: dict[WordSpan, dict[Alternative, float]] = {}

    def record(self, readings: Sequence[Sequence[RecentReading]], chosen: Sequence[tuple[Assignment, ...]]) -> None:
        """Takes the readings that were kept after each line, and the assignments of each line that were chosen."""
        for at, assignments in enumerate(chosen):
            further = readings[at : at + LOOKAHEAD_LINES + 1]
            for (span, alternative), loss in _losses(assignments, further).items():
                nats = max(0.0, loss.nats)
                if loss.lines < len(further) - 1:
                    nats += weights.MARGIN_DROPPED
                self._nats.setdefault(span, {})[alternative] = nats

    def least(self, spans: Iterable[WordSpan], *alternatives: Alternative) -> Doubt:
        """Returns the confidence that none of some alternatives holds for some words."""
        margins = [
            (nats, alternative)
            for span in spans
            for alternative, nats in self._nats.get(span, {}).items()
            if alternative in alternatives
        ]
        if not margins:
            return Doubt(1.0, None)
        nats, alternative = min(margins)
        return Doubt(round(1 / (1 + math.exp(-nats)), 2), alternative)


def _losses(
    assignments: tuple[Assignment, ...], further: Sequence[Sequence[RecentReading]]
) -> dict[tuple[WordSpan, Alternative], _Loss]:
    """Returns the losses of the best other readings of a line, for as many lines as they were kept."""
    lost: dict[tuple[WordSpan, Alternative], _Loss] = {}
    for ahead, kept in enumerate(further):
        same = max((each.score for each in kept if each.lines[-1 - ahead] == assignments), default=None)
        if same is None:
            continue
        for each in kept:
            nats = same - each.score
            for difference in _differences(assignments, each.lines[-1 - ahead]):
                known = lost.get(difference)
                if not known or known.lines < ahead or nats < known.nats:
                    lost[difference] = _Loss(nats, ahead)
    return lost


def _differences(
    assignments: tuple[Assignment, ...], others: tuple[Assignment, ...]
) -> Iterator[tuple[WordSpan, Alternative]]:
    there = {fragment.span: (column, role) for fragment, column, role in others}
    for fragment, column, role in assignments:
        if fragment.span not in there:
            yield fragment.span, COLUMN
            continue
        its_column, its_role = there[fragment.span]
        if its_column != column:
            yield fragment.span, CAPTION if NO_COLUMN in (column, its_column) else COLUMN
        elif its_role != role:
            yield fragment.span, JOIN
