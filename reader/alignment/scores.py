"""Scores of blocks that may go together: lengths after Gale and Church (1993), marks, words. Pure."""

from __future__ import annotations

import math
from collections import Counter

from reader.alignment import weights
from reader.alignment.block import PARAGRAPH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.evidence import Evidence
    from reader.alignment.features import Features

UNLIKE = 100.0
"""Cost of two blocks of different kinds: more than both alone."""


_TEXTS = frozenset({PARAGRAPH, "item", "quotation", "verse"})
"""Kinds that a translator or a program may take for each other."""


class Scores:
    """Costs of the blocks of two sides as pairs; the first one's lengths are the unit of ``ratio``."""

    def __init__(
        self,
        first: Sequence[Features],
        second: Sequence[Features],
        ratio: float,
        evidence: Evidence | None = None,
        *,
        is_by_words: bool = False,
    ) -> None:
        """Takes the features of both sides and the evidence of their units, which may be the words of a dictionary."""
        self.first, self.second, self._ratio = first, second, ratio
        self.evidence, self.is_by_words = evidence, is_by_words
        self._ranks = _ranks(first), _ranks(second)
        uneven = abs(len(first) - len(second)) / max(1, len(first) + len(second))
        by_shape = weights.UNPAIRED_COST - weights.UNEVEN_GAIN * uneven
        self.alone = weights.UNPAIRED_COST_BY_WORDS if is_by_words else by_shape
        """Cost of a block without a counterpart."""

    def cost(self, left: range, right: range) -> float:
        """Returns the cost of pairing blocks; only paragraphs are paired two with one, others one with its kind."""
        first, second = self.first[left.start : left.stop], self.second[right.start : right.stop]
        kind = first[0].kind
        other_kind = 0.0
        if any(block.kind != kind for block in (*first, *second)):
            if len(first) + len(second) > 2 or not {kind, second[0].kind} <= _TEXTS:
                return UNLIKE
            kind, other_kind = PARAGRAPH, weights.OTHER_KIND_COST
        if kind != PARAGRAPH and len(first) + len(second) > 2:
            return UNLIKE
        length = max(1, sum(block.length for block in first))
        expected = length * self._ratio
        distance = (sum(block.length for block in second) - expected) / math.sqrt(
            length * weights.LENGTH_VARIANCE * self._ratio
        )
        if kind != PARAGRAPH:
            distance /= weights.HEADING_TOLERANCE
        by_length = min(distance * distance / 2, 2 * weights.UNPAIRED_COST) + other_kind
        if kind == PARAGRAPH:
            by_length += _cost_of_ends(first, second)
        if kind != PARAGRAPH:
            by_length -= weights.SAME_RANK_GAIN * (self._ranks[0][left.start] == self._ranks[1][right.start])
        if self.evidence:
            gain = sum(self.evidence.gain(i, j) for i in left for j in right)
            if self.is_by_words:
                return by_length * weights.LENGTH_SHARE - gain + _cost_of_marks(first, second)
            gain *= weights.SHARED_UNITS_SHARE if gain > 0 else weights.MISSING_UNITS_SHARE
            return by_length - gain + _cost_of_marks(first, second)
        marks = _cost_of_marks(first, second)
        if len(first) + len(second) > 2:  # marks that one of two blocks has say nothing on the other one
            marks += _gain_of_one(first, second)
        return max(0.0, by_length + marks)


def _ranks(blocks: Sequence[Features]) -> list[tuple[int, int]]:
    """Returns, for each block, its place among those of its kind, and their number."""
    counts: Counter[str] = Counter()
    places = []
    for block in blocks:
        places.append(counts[block.kind])
        counts[block.kind] += 1
    return [(place, counts[block.kind]) for place, block in zip(places, blocks, strict=True)]


def _cost_of_marks(first: Sequence[Features], second: Sequence[Features]) -> float:
    """Returns the cost of numbers on one side only, less the gain of marks on both."""
    ours, theirs = _marks(first), _marks(second)
    others = weights.OTHER_LABEL_COST * _have_other_labels(first[0], second[0])
    if not ours and not theirs:
        return others
    lost = sum(isinstance(mark, int) for mark in ours ^ theirs)
    shared = len(ours & theirs)
    gain = weights.SHARED_MARK_GAIN * min(shared, weights.MAX_MARKS)
    return others + weights.LOST_NUMBER_COST * min(lost, weights.MAX_MARKS) - gain


def _cost_of_ends(first: Sequence[Features], second: Sequence[Features]) -> float:
    """Returns the cost of a title with a sentence, and of a title that is one with the paragraph below it."""
    differ = first[-1].is_sentence != second[-1].is_sentence
    shape = (first[0].is_quoted != second[0].is_quoted) + (first[-1].asks != second[-1].asks)
    inner = any(not block.is_sentence for side in (first, second) for block in side[:-1])
    return weights.OTHER_END_COST * differ + weights.OTHER_SHAPE_COST * shape + weights.TITLE_IN_TEXT_COST * inner


def _have_other_labels(one: Features, other: Features) -> bool:
    """Whether two blocks begin with different numbers, or are of different speakers."""
    is_other_number = one.number and other.number and one.number != other.number
    return bool(is_other_number or (one.speaker and other.speaker and one.speaker != other.speaker))


def _gain_of_one(first: Sequence[Features], second: Sequence[Features]) -> float:
    """Returns the gain of the marks on both sides of the better one of two blocks with their common counterpart."""
    shared = max(len(one.marks & other.marks) for one in first for other in second)
    return weights.SHARED_MARK_GAIN * min(shared, weights.MAX_MARKS)


def _marks(blocks: Sequence[Features]) -> frozenset[int | str]:
    if len(blocks) == 1:
        return blocks[0].marks
    return frozenset[int | str]().union(*(block.marks for block in blocks))
