"""Runs of pairs in which each translation fits the original of a neighbour better: texts that have slipped by one.

A likelihood ratio after Gale and Church (1993): the logarithm of the ratio of two lengths is about normal where one
text translates the other, and shared numbers and Latin names speak for a pair. The variance is that of the run itself,
so that an uneven translation, whose lengths say little, gives little evidence either way.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from reader.model.record import record
from reader.model.scripts import HAN_UNIFIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    Step = Literal[-1, 1]

KEPT_TEXTS = 2000
"""Number of texts whose features are kept: the paragraphs of an article are compared more than once."""
MIN_RUN = 6
"""Minimum number of pairs that have slipped."""
SHORT_TEXT_HAN = 4
"""Han characters that are added to each length, so that the lengths of short texts count less."""
LETTERS_TO_HAN = 3.0
"""Letters for each Han character, about; it only sets how much short texts count."""
MAX_DEVIATION = 1.6
"""Largest deviation of the logarithm of a ratio of lengths that counts: more is an exception of one pair."""
EXPECTED_VARIANCE = 0.12
"""Variance of that logarithm in a common translation, by which the run with the most evidence is found."""
LEAST_VARIANCE = 0.03
"""Least variance that the lengths of a run are given: exact agreement is chance."""
SHARED_MARK_EVIDENCE = 1.5
"""Evidence of each number or Latin name that a text shares with its neighbour's original and not with its own."""
MAX_MARKS = 3
"""Maximum number of those that count for a pair."""
MIN_EVIDENCE = 3.5
"""Least evidence for a slip, as the logarithm of a likelihood ratio: good texts, very free ones too, reach 2.8."""
EVIDENCE_PER_ROOT = 1.5
"""Further evidence needed for each square root of the run's length: chance adds up with it."""
_HAN = re.compile(f"[{HAN_UNIFIED}]+")
_MARK = re.compile(r"\d[\d,.]*\d|[A-Z][A-Za-z]+")


@record
class Slip:
    """A run of pairs whose second texts belong ``step`` pairs further on (or back)."""

    first: int
    """Index of its first pair."""
    count: int
    step: Step
    evidence: float
    """Logarithm of the likelihood ratio."""


@record
class _Side:
    """The features of a text that are compared: the logarithm of its length, its numbers and Latin names."""

    length: float
    marks: frozenset[str]


def slip(pairs: Sequence[tuple[str, str]]) -> Slip | None:
    """Returns the run of pairs that most surely has slipped by one, or None. A missing text is an empty one."""
    full = [(one, other) for one, other in pairs if one and other]
    if len(full) <= MIN_RUN:
        return None
    sides = [(_side(one), _side(other)) for one, other in pairs]
    lengths = [sum(map(_length, side)) for side in zip(*full, strict=True)]
    ratio = math.log(lengths[1] / lengths[0])
    found = [run for step in _STEPS if (run := _best_run(sides, ratio, step))]
    return max(found, key=lambda run: run.evidence, default=None)


_STEPS: tuple[Step, ...] = (1, -1)


@lru_cache(KEPT_TEXTS)
def _length(text: str) -> float:
    """Returns a text's length in Han characters, with each letter of another script as a part of one."""
    han = 0 if text.isascii() else sum(map(len, _HAN.findall(text)))
    return SHORT_TEXT_HAN + han + (len(text) - han) / LETTERS_TO_HAN


@lru_cache(KEPT_TEXTS)
def _side(text: str) -> _Side | None:
    return _Side(math.log(_length(text)), frozenset(_MARK.findall(text))) if text else None


def _best_run(sides: Sequence[tuple[_Side | None, _Side | None]], ratio: float, step: Step) -> Slip | None:
    """Returns the run with the most evidence that its second texts belong ``step`` pairs away, if it is enough."""
    own: list[float] = []
    moved: list[float] = []
    marks: list[int] = []
    for at in range(len(sides)):
        first, second = sides[at]
        away = sides[at + step][0] if 0 <= at + step < len(sides) else None
        if not (first and second and away):
            own.append(0.0)
            moved.append(0.0)
            marks.append(0)
            continue
        own.append(_deviation(first, second, ratio))
        moved.append(_deviation(away, second, ratio))
        gained = len(second.marks & away.marks) - len(second.marks & first.marks)
        marks.append(max(-MAX_MARKS, min(gained, MAX_MARKS)))
    start, end = _densest(
        [
            (o - m) / (2 * EXPECTED_VARIANCE) + SHARED_MARK_EVIDENCE * k
            for o, m, k in zip(own, moved, marks, strict=True)
        ]
    )
    count = end - start
    if count < MIN_RUN:
        return None
    least = LEAST_VARIANCE * count
    by_lengths = count / 2 * math.log((sum(own[start:end]) + least) / (sum(moved[start:end]) + least))
    evidence = by_lengths + SHARED_MARK_EVIDENCE * sum(marks[start:end])
    if evidence < MIN_EVIDENCE + EVIDENCE_PER_ROOT * math.sqrt(count):
        return None
    return Slip(start, count, step, evidence)


def _deviation(first: _Side, second: _Side, ratio: float) -> float:
    """Returns the squared deviation of a pair's ratio of lengths from that of the whole texts."""
    return min(abs(second.length - first.length - ratio), MAX_DEVIATION) ** 2


def _densest(gains: Sequence[float]) -> tuple[int, int]:
    """Returns the bounds of the part with the largest sum (Kadane's algorithm); empty if no gain is positive."""
    best = 0.0
    bounds = (0, 0)
    total, start = 0.0, 0
    for at, gain in enumerate(gains):
        if total <= 0:
            total, start = 0.0, at
        total += gain
        if total > best:
            best, bounds = total, (start, at + 1)
    return bounds
