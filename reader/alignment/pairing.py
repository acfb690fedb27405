"""Pairs of blocks: those in order by the cheapest path, then blocks left alone whose order is swapped."""

from __future__ import annotations

import math
from bisect import bisect_left

from reader.alignment import weights
from reader.alignment.best_path import cheapest_path
from reader.alignment.block import AlignedPair
from reader.alignment.comparing import compared, limits_of
from reader.alignment.features import length_ratio
from reader.model.language import is_ideographic
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.anchors import Anchor
    from reader.alignment.best_path import Move
    from reader.alignment.block import SideBlock
    from reader.alignment.scores import Scores
    from reader.model.magazine import Relation


MAX_SWAP_ROWS = 40
"""Number of pairs between two blocks in swapped order."""


@record
class Alignment:
    """The blocks of both sides in pairs, in the order of the first side, and how well they fit, from 0 to 1."""

    pairs: tuple[AlignedPair, ...]
    fit: float
    is_whole: bool = True
    """Whether the lengths are those of a text and its whole translation."""

    @property
    def is_aligned(self) -> bool:
        """Whether the sides correspond block by block."""
        return self.is_whole and self.fit >= weights.ALIGNED_SHARE


def align(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> Alignment:
    """Pairs the blocks of two texts; ``languages`` are their tags.

    The order is that of both sides, but for blocks in swapped order: each is beside its counterpart, in the order of
    the ideographic side if there is one, else of the first.
    """
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        swapped = align(right, left, (languages[1], languages[0]))
        turned = [AlignedPair(pair.right, pair.left, pair.continues) for pair in swapped.pairs]
        return Alignment(tuple(turned), swapped.fit, swapped.is_whole)
    ratio = length_ratio(left, right, languages)
    if not ratio or math.isinf(ratio):
        alone = [AlignedPair(at, None) for at in range(len(left))] + [AlignedPair(None, at) for at in range(len(right))]
        return Alignment(tuple(alone), 0.0, is_whole=False)
    limits = limits_of(languages)
    scores, anchors = compared(left, right, languages)
    pairs, paired = _in_pairs(scores, anchors)
    is_whole = limits.least <= ratio <= limits.most
    return Alignment(tuple(pairs), paired / (len(left) + len(right)), is_whole)


def relation(left: Sequence[SideBlock], right: Sequence[SideBlock], languages: tuple[str, str]) -> Relation:
    """Returns the relation of the two sides of a body which are not aligned."""
    if is_ideographic(languages[1]) and not is_ideographic(languages[0]):
        left, right, languages = right, left, (languages[1], languages[0])
    limits = limits_of(languages)
    return "adapted" if limits.abridged <= length_ratio(left, right, languages) <= limits.most else "abridged"


def _in_pairs(scores: Scores, anchors: Sequence[Anchor]) -> tuple[list[AlignedPair], int]:
    """Returns all blocks in pairs, and the number of blocks whose counterpart fits."""
    pairs, paired = _along(cheapest_path(scores, anchors, may_swap=True), scores)
    swaps = _swaps(pairs, scores)
    linked = set(swaps.values())
    found = [
        replace(pair, right=swaps[pair.left]) if pair.right is None and pair.left in swaps else pair
        for pair in pairs
        if pair.left is not None or pair.right not in linked
    ]
    found, beside = _beside_each_other(found, scores)
    return found, paired + 2 * len(swaps) + 2 * beside


def _beside_each_other(pairs: Sequence[AlignedPair], scores: Scores) -> tuple[list[AlignedPair], int]:
    """Returns pairs in which one block of each side that are alone beside each other go together, and their number.

    Both are between blocks that have counterparts, and fit by their kinds and lengths: a translation in free words has
    none in common with its original.
    """
    found: list[AlignedPair] = []
    count = at = 0
    while at < len(pairs):
        one, other = pairs[at], pairs[at + 1] if at + 1 < len(pairs) else None
        if (
            other
            and _is_alone(one)
            and _is_alone(other)
            and (one.left is None) != (other.left is None)
            and (at == 0 or _is_whole(pairs[at - 1]))
            and (at + 2 == len(pairs) or _is_whole(pairs[at + 2]))
            and _fit(one, other, scores)
        ):
            i, j = (one.left, other.right) if one.left is not None else (other.left, one.right)
            found.append(AlignedPair(i, j))
            count += 1
            at += 2
            continue
        found.append(one)
        at += 1
    return found, count


def _is_alone(pair: AlignedPair) -> bool:
    return None in (pair.left, pair.right) and not pair.continues


def _is_whole(pair: AlignedPair) -> bool:
    return None not in (pair.left, pair.right)


def _fit(one: AlignedPair, other: AlignedPair, scores: Scores) -> bool:
    i, j = (one.left, other.right) if one.left is not None else (other.left, one.right)
    return i is not None and j is not None and scores.cost(range(i, i + 1), range(j, j + 1)) < weights.BESIDE_COST


def _along(path: Sequence[Move], scores: Scores) -> tuple[list[AlignedPair], int]:
    """Returns the pairs of a path, and the number of blocks whose counterpart fits."""
    pairs: list[AlignedPair] = []
    paired = i = j = 0
    for move in path:
        left, right = range(i, i + move.first), range(j, j + move.second)
        i, j = left.stop, right.stop
        if move.crosses:
            pairs += [AlignedPair(left[0], right[1]), AlignedPair(left[1], right[0])]
            paired += 4
            continue
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
