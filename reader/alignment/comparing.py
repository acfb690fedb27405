"""Two texts compared block by block: their scores, and the blocks that surely go together."""

from __future__ import annotations

import math

from reader.alignment import weights
from reader.alignment.anchors import in_order
from reader.alignment.block import PARAGRAPH, SideBlock
from reader.alignment.evidence import Evidence
from reader.alignment.features import features, length_ratio
from reader.alignment.glossary import units
from reader.alignment.scores import Scores
from reader.alignment.shared_words import shared_units
from reader.alignment.signs import speakers
from reader.model.language import is_ideographic, matches
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.anchors import Anchor
    from reader.alignment.features import Features


@record
class LengthRatio:
    """Length of a translation divided by the length of its original, over whole texts."""

    least: float
    """Below this, neither text is a translation of the other, block by block."""
    abridged: float
    """Below this, the second text leaves out some of the first."""
    most: float
    """Above this, neither text is a translation of the other, or the first leaves out some of the second."""


HAN_TO_OTHERS = LengthRatio(0.64, 0.74, 1.48)
"""Ratios of a text in Han characters and one in letters, divided by the usual one: 2 to 4.6 for Chinese and English."""
ALIKE = LengthRatio(0.6, 0.7, 1.7)
"""Ratios of two texts in letters, or of two in Han characters, divided by the usual one."""


def limits_of(languages: tuple[str, str]) -> LengthRatio:
    """Returns the ratios of lengths of two languages."""
    limits = HAN_TO_OTHERS if is_ideographic(languages[0]) != is_ideographic(languages[1]) else ALIKE
    usual = _usual_ratio(languages)
    return LengthRatio(limits.least * usual, limits.abridged * usual, limits.most * usual)


def compared(
    left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]
) -> tuple[Scores, list[Anchor]]:
    """Returns the scores of two texts, the ideographic one first, and their blocks that surely go together in order."""
    limits = limits_of(languages)
    turns = speakers([block.text for block in left], [block.text for block in right])
    first = [features(block, languages[0], turn) for block, turn in zip(left, turns[0], strict=True)]
    second = [features(block, languages[1], turn) for block, turn in zip(right, turns[1], strict=True)]
    by_words = _evidence(left, right, languages)
    evidence = by_words or Evidence(
        *shared_units([block.text for block in left], [block.text for block in right], languages)
    )
    anchors = in_order(evidence.anchors())
    ratio = (
        _ratio_of(first, second, anchors)
        if by_words
        else _ratio_without_words(first, second, anchors, length_ratio(left, right, languages), languages)
    )
    ratio = min(limits.most, max(limits.least, ratio))
    return Scores(first, second, ratio, evidence, is_by_words=bool(by_words)), anchors


@record
class PairScores:
    """The scores of paragraphs that are compared by their content, in the order of their own languages."""

    scores: Scores
    evidence: Evidence
    is_turned: bool
    """Whether the scores have the second language first."""

    @property
    def is_by_words(self) -> bool:
        """Whether the words of a dictionary are compared; else only the content that two languages share."""
        return self.scores.is_by_words

    def fit(self, first: int, second: int) -> float:
        """Returns how well two texts fit each other, by their indices.

        Without a dictionary their lengths do not count: they are even in one text, and free in the next.
        """
        one, other = (second, first) if self.is_turned else (first, second)
        if self.is_by_words:
            return -self.scores.cost(range(one, one + 1), range(other, other + 1))
        gain = self.evidence.gain(one, other)
        return gain * (weights.SHARED_UNITS_SHARE if gain > 0 else weights.MISSING_UNITS_SHARE)

    def gain(self, first: int, second: int) -> float:
        """Returns the evidence by content that two texts belong together, by their indices."""
        return self.evidence.gain(second, first) if self.is_turned else self.evidence.gain(first, second)


def pair_scores(pairs: Sequence[tuple[str, str]], languages: tuple[str, str]) -> PairScores | None:
    """Returns the scores of pairs of texts, of which some may be empty; None where nothing is compared."""
    sides = [[SideBlock(PARAGRAPH, text) for text in side] for side in zip(*pairs, strict=True)]
    is_turned = is_ideographic(languages[1]) and not is_ideographic(languages[0])
    if is_turned:
        sides.reverse()
        languages = languages[1], languages[0]
    scores, _ = compared(sides[0], sides[1], languages)
    return PairScores(scores, scores.evidence, is_turned) if scores.evidence else None


def _evidence(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> Evidence | None:
    """Returns the evidence by words of a Chinese or Japanese and an English text; None for others, or no dictionary."""
    if not (any(matches(tag, languages[0]) for tag in ("zh", "ja")) and matches("en", languages[1])):
        return None
    found = units([block.text for block in left], [block.text for block in right])
    return Evidence(*found) if found else None


def _ratio_of(first: Sequence[Features], second: Sequence[Features], anchors: Sequence[Anchor]) -> float:
    """Returns the ratio of the lengths of blocks that surely go together; of few of them, about the usual one."""
    ours = weights.USUAL_LENGTH + sum(first[anchor.first].length for anchor in anchors)
    theirs = weights.USUAL_LENGTH * weights.USUAL_RATIO + sum(second[anchor.second].length for anchor in anchors)
    return theirs / ours


def _ratio_without_words(
    first: Sequence[Features],
    second: Sequence[Features],
    anchors: Sequence[Anchor],
    whole: float,
    languages: tuple[str, str],
) -> float:
    """Returns the ratio of lengths that two languages usually have, near that of the whole texts if it may be so.

    An abridgement is not shorter block by block.
    """
    usual = _usual_ratio(languages)
    size = weights.USUAL_LENGTH / math.sqrt(usual)
    ours = size + sum(first[anchor.first].length for anchor in anchors)
    theirs = size * usual + sum(second[anchor.second].length for anchor in anchors)
    found = theirs / ours
    return math.sqrt(found * whole) if 1 / weights.LIKELY_RATIO < whole / found < weights.LIKELY_RATIO else found


def _usual_ratio(languages: tuple[str, str]) -> float:
    first, second = (weights.RELATIVE_LENGTHS.get(tag.split("-")[0], 1.0) for tag in languages)
    return second / first
