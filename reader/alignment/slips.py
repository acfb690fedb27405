"""Runs of pairs in which each translation fits the original of a neighbour better: texts that have slipped by one.

Where lengths and marks leave room for a slip, the scores of the alignment decide, by the words of the two texts. In
languages without a dictionary the numbers, names and words of one origin find further slips; lengths and marks find
long runs of texts that share nothing of these.

By lengths and marks it is a likelihood ratio after Gale and Church (1993): the logarithm of the ratio of two lengths is
about normal where one text translates the other, and shared numbers and Latin names speak for a pair. The variance is
that of the run itself, so that an uneven translation, whose lengths say little, gives little evidence either way.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache

from reader.alignment.comparing import pair_scores
from reader.model.record import record
from reader.model.scripts import HAN_UNIFIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.alignment.comparing import PairScores

    Step = Literal[-1, 1]


@record
class ContentGain:
    """The gain of a run, by the content of its texts, if the second ones belonged to the neighbours of the first."""

    whole: float
    rest: float
    """Its part without the pair with the most: two neighbours in swapped order are no slip."""


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
SUSPECT_EVIDENCE = 0.05
"""Evidence by lengths and marks from which on the words are compared: texts in their places seldom have so much."""
MISSING_TEXT_LOSS = 15.0
"""Loss of a run without a dictionary at a pair that lacks its second text: a slip ends there, texts may be joined."""
EXCHANGED_SHARE = 0.5
"""Share of the gain of a pair that its neighbour has the other way from which on the two are in swapped order."""
MIN_RUN_BY_CONTENT = 2
"""Minimum number of pairs that have slipped where words, or numbers and names, are compared."""
LEAST_BY_WORDS = ContentGain(15.0, 5.0)
"""By the words of a dictionary: texts in their places have no gain, slipped ones mostly 20."""
LEAST_BY_SHARED_CONTENT = ContentGain(9.0, 2.5)
"""By the content that two languages share: texts in their places reach 2."""
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


def slip(pairs: Sequence[tuple[str, str]], languages: tuple[str, str]) -> Slip | None:
    """Returns the run of pairs that most surely has slipped by one, or None. A missing text is an empty one."""
    full = [(one, other) for one, other in pairs if one and other]
    if len(full) <= MIN_RUN_BY_CONTENT:
        return None
    sides = [(_side(one), _side(other)) for one, other in pairs]
    lengths = [sum(map(_length, side)) for side in zip(*full, strict=True)]
    ratio = math.log(lengths[1] / lengths[0])
    runs = [_suspect(sides, ratio, step) for step in _STEPS]
    by_lengths = [found for run in runs if len(full) > MIN_RUN and (found := run.slip())]
    found = max(by_lengths, key=_evidence_of, default=None)
    if not any(run.gain >= SUSPECT_EVIDENCE for run in runs):
        return found
    content = pair_scores(pairs, languages)
    if not content or (found and not content.is_by_words):
        return found
    by_content = [better for step in _STEPS if (better := _slip_by_content(pairs, content, step))]
    if by_content:
        return max(by_content, key=_evidence_of)
    if not found or sum(content.gain(at, at) for at in _run_of(found)) > 0:
        return None  # the words of the run are those of its own originals
    return found if _is_supported(found, content) else None


def _is_supported(found: Slip, content: PairScores) -> bool:
    """Whether the content of a run speaks for its neighbours' originals."""
    return sum(content.gain(at + found.step, at) for at in _run_of(found)) > 0


def _run_of(found: Slip) -> range:
    return range(found.first, found.first + found.count)


_STEPS: tuple[Step, ...] = (1, -1)


@lru_cache(KEPT_TEXTS)
def _length(text: str) -> float:
    """Returns a text's length in Han characters, with each letter of another script as a part of one."""
    han = 0 if text.isascii() else sum(map(len, _HAN.findall(text)))
    return SHORT_TEXT_HAN + han + (len(text) - han) / LETTERS_TO_HAN


@lru_cache(KEPT_TEXTS)
def _side(text: str) -> _Side | None:
    return _Side(math.log(_length(text)), frozenset(_MARK.findall(text))) if text else None


@record
class _Suspect:
    """The run of pairs with the most evidence for a slip by lengths and marks."""

    first: int
    step: Step
    gain: float
    """Evidence by the variance of a common translation."""
    own: Sequence[float]
    """Squared deviation of each pair of the run, as it is."""
    moved: Sequence[float]
    """The same with the neighbour's original."""
    marks: int
    """Number of marks shared with the neighbour's original, less those with the own one."""

    def slip(self) -> Slip | None:
        """Returns the run if its evidence, by its own variance, is enough."""
        count = len(self.own)
        if count < MIN_RUN:
            return None
        least = LEAST_VARIANCE * count
        by_lengths = count / 2 * math.log((sum(self.own) + least) / (sum(self.moved) + least))
        evidence = by_lengths + SHARED_MARK_EVIDENCE * self.marks
        if evidence < MIN_EVIDENCE + EVIDENCE_PER_ROOT * math.sqrt(count):
            return None
        return Slip(self.first, count, self.step, evidence)


def _suspect(sides: Sequence[tuple[_Side | None, _Side | None]], ratio: float, step: Step) -> _Suspect:
    """Returns the run with the most evidence that its second texts belong ``step`` pairs away."""
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
    gains = [
        (o - m) / (2 * EXPECTED_VARIANCE) + SHARED_MARK_EVIDENCE * k for o, m, k in zip(own, moved, marks, strict=True)
    ]
    start, end = _densest(gains)
    return _Suspect(start, step, sum(gains[start:end]), own[start:end], moved[start:end], sum(marks[start:end]))


def _slip_by_content(pairs: Sequence[tuple[str, str]], content: PairScores, step: Step) -> Slip | None:
    """Returns the run whose second texts fit the first ones ``step`` pairs away best, if the scores are enough."""
    gains = []
    for at, (one, other) in enumerate(pairs):
        away = at + step
        if not (one and other and 0 <= away < len(pairs) and pairs[away][0]):
            gains.append(0.0 if other or content.is_by_words else -MISSING_TEXT_LOSS)
            continue
        gain = content.fit(away, at) - content.fit(at, at)
        is_of_both = not (content.is_by_words or pairs[away][1]) and content.gain(at, at) > 0  # two paragraphs in one
        is_exchanged = pairs[away][1] and content.fit(at, away) - content.fit(away, away) > EXCHANGED_SHARE * gain
        gains.append(min(gain, 0.0) if is_of_both or is_exchanged else gain)
    start, end = _densest(gains)
    run = gains[start:end]
    gain = sum(run)
    least = LEAST_BY_WORDS if content.is_by_words else LEAST_BY_SHARED_CONTENT
    if len(run) < MIN_RUN_BY_CONTENT or gain < least.whole or gain - max(run) < least.rest:
        return None
    found = Slip(start, len(run), step, gain)
    return found if _is_supported(found, content) else None


def _evidence_of(found: Slip) -> float:
    return found.evidence


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
