"""Pairs of blocks: those in order by the cheapest path, then blocks left alone whose order is swapped."""

from __future__ import annotations

import math
from bisect import bisect_left

from reader.alignment import weights
from reader.alignment.anchors import in_order
from reader.alignment.best_path import cheapest_path
from reader.alignment.block import AlignedPair
from reader.alignment.evidence import Evidence
from reader.alignment.features import features, length_ratio
from reader.alignment.glossary import units
from reader.alignment.scores import Scores
from reader.model.language import is_ideographic, matches
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.anchors import Anchor
    from reader.alignment.best_path import Move
    from reader.alignment.block import SideBlock
    from reader.alignment.features import Features
    from reader.model.magazine import Relation


@record
class LengthRatio:
    """Length of a translation divided by the length of its original, over whole texts."""

    least: float
    """Below this, neither text is a translation of the other, block by block."""
    abridged: float
    """Below this, the second text leaves out some of the first."""
    most: float
    """Above this, neither text is a translation of the other, or the first leaves out some of the second."""


LETTERS_TO_A_CHARACTER = LengthRatio(2.0, 2.3, 4.6)
"""Letters and blanks of an alphabetic text for each Han character of the other; about three usually."""
LETTERS_TO_A_LETTER = LengthRatio(0.6, 0.7, 1.7)
"""Letters and blanks of one alphabetic text for each one of the other, or Han characters of two ideographic texts."""
MAX_SWAP_ROWS = 40
"""Number of pairs between two blocks in swapped order."""


@record
class Alignment:
    """The blocks of both sides in pairs, in the order of the first side, and how well they fit, from 0 to 1."""

    pairs: tuple[AlignedPair, ...]
    fit: float

    @property
    def is_aligned(self) -> bool:
        """Whether the sides correspond block by block."""
        return self.fit >= weights.ALIGNED_SHARE


def align(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> Alignment:
    """Pairs the blocks of two texts; ``languages`` are their tags.

    The order is that of both sides, but for blocks in swapped order: each is beside its counterpart, in the order of
    the ideographic side if there is one, else of the first.
    """
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        swapped = align(right, left, (languages[1], languages[0]))
        turned = [AlignedPair(pair.right, pair.left, pair.continues) for pair in swapped.pairs]
        return Alignment(tuple(turned), swapped.fit)
    ratio = length_ratio(left, right, languages)
    if not ratio or math.isinf(ratio):
        alone = [AlignedPair(at, None) for at in range(len(left))] + [AlignedPair(None, at) for at in range(len(right))]
        return Alignment(tuple(alone), 0.0)
    limits = _limits(languages)
    first = [features(block, languages[0]) for block in left]
    second = [features(block, languages[1]) for block in right]
    evidence = _evidence(left, right, languages)
    anchors = in_order(evidence.anchors()) if evidence else []
    common = _ratio_of(first, second, anchors) if evidence else ratio
    scores = Scores(first, second, min(limits.most, max(limits.least, common)), evidence)
    pairs, paired = _in_pairs(scores, anchors)
    return Alignment(tuple(pairs), paired / (len(left) + len(right)) if limits.least <= ratio <= limits.most else 0.0)


def relation(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> Relation:
    """Returns the relation of the two sides of a body which are not aligned."""
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        left, right, languages = right, left, (languages[1], languages[0])
    limits = _limits(languages)
    return "adapted" if limits.abridged <= length_ratio(left, right, languages) <= limits.most else "abridged"


def _limits(languages: tuple[str, str]) -> LengthRatio:
    is_mixed = is_ideographic(languages[0]) != is_ideographic(languages[1])
    return LETTERS_TO_A_CHARACTER if is_mixed else LETTERS_TO_A_LETTER


def _evidence(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> Evidence | None:
    """Returns the evidence by words of a Chinese and an English text; None for others, and without a dictionary."""
    if not (matches("zh", languages[0]) and matches("en", languages[1])):
        return None
    found = units([block.text for block in left], [block.text for block in right])
    return Evidence(*found) if found else None


def _ratio_of(first: Sequence[Features], second: Sequence[Features], anchors: Sequence[Anchor]) -> float:
    """Returns the ratio of the lengths of blocks that surely go together; of few of them, about the usual one."""
    ours = weights.USUAL_LENGTH + sum(first[anchor.first].length for anchor in anchors)
    theirs = weights.USUAL_LENGTH * weights.USUAL_RATIO + sum(second[anchor.second].length for anchor in anchors)
    return theirs / ours


def _in_pairs(scores: Scores, anchors: Sequence[Anchor]) -> tuple[list[AlignedPair], int]:
    """Returns all blocks in pairs, and the number of blocks whose counterpart fits."""
    pairs, paired = _along(cheapest_path(scores, anchors), scores)
    swaps = _swaps(pairs, scores)
    linked = set(swaps.values())
    found = [
        replace(pair, right=swaps[pair.left]) if pair.right is None and pair.left in swaps else pair
        for pair in pairs
        if pair.left is not None or pair.right not in linked
    ]
    return found, paired + 2 * len(swaps)


def _along(path: Sequence[Move], scores: Scores) -> tuple[list[AlignedPair], int]:
    """Returns the pairs of a path, and the number of blocks whose counterpart fits."""
    pairs: list[AlignedPair] = []
    paired = i = j = 0
    for move in path:
        left, right = range(i, i + move.first), range(j, j + move.second)
        i, j = left.stop, right.stop
        is_good = bool(left and right) and scores.cost(left, right) < weights.MAX_PAIR_COST
        paired += (move.first + move.second) * is_good
        rest = [AlignedPair(at, None) for at in left[1:]] + [AlignedPair(None, at) for at in right[1:]]
        pairs.append(AlignedPair(left[0] if left else None, right[0] if right else None))
        pairs += [replace(pair, continues=is_good) for pair in rest]
    return pairs, paired


def _swaps(pairs: Sequence[AlignedPair], scores: Scores) -> dict[int, int]:
    """Returns the second block of each first block that is left alone and has a counterpart in swapped order."""
    if not scores.evidence:
        return {}
    alone = [(at, pair) for at, pair in enumerate(pairs) if None in (pair.left, pair.right) and not pair.continues]
    seconds = [(at, pair.right) for at, pair in alone if pair.right is not None]
    places = [at for at, _ in seconds]
    found = []
    for at, pair in alone:
        i = pair.left
        if i is None:
            continue
        near = slice(bisect_left(places, at - MAX_SWAP_ROWS), bisect_left(places, at + MAX_SWAP_ROWS + 1))
        for _, j in seconds[near]:
            cost = scores.cost(range(i, i + 1), range(j, j + 1))
            if cost <= -weights.SWAP_GAIN:
                found.append((cost, i, j))
    swaps: dict[int, int] = {}
    taken = set()
    for _, i, j in sorted(found):
        if i not in swaps and j not in taken:
            swaps[i] = j
            taken.add(j)
    return swaps
