"""Evidence by words: the information that two blocks have in common, over the mean of all candidates. Pure.

A unit of one block that a share of the other side's blocks has, too, gives the logarithm of that share's inverse: rare
ones say much, those of every block nothing. The mean over all candidates, for blocks of their size, is subtracted, the
rest measured in standard deviations of chance, and compared with the expectation for a translation.
"""

from __future__ import annotations

import math
from array import array
from collections import defaultdict

from reader.alignment import weights
from reader.alignment.anchors import Anchor
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.glossary import TextUnit

MAX_HITS = 150
"""Number of blocks from which on a unit that they all have is too common to be counted."""


@record
class _Sum:
    """The sums over the units of a block."""

    capacity: float
    """Information that a block of the other side could have in common with it."""
    chance: float
    """Information that one of mean size has in common with it by chance."""
    size: float
    """Number of its units, divided by the mean of its side."""


class Evidence:
    """The common information of each two blocks of two texts."""

    def __init__(self, first: Sequence[Sequence[TextUnit]], second: Sequence[Sequence[TextUnit]]) -> None:
        """Counts the units of the blocks of both sides."""
        self._common = [array("f", bytes(4 * len(second))) for _ in first]
        self._gains: dict[tuple[int, int], float] = {}
        self._first = self._count(first, second, is_turned=False)
        self._second = self._count(second, first, is_turned=True)

    def _count(
        self, ours: Sequence[Sequence[TextUnit]], theirs: Sequence[Sequence[TextUnit]], *, is_turned: bool
    ) -> list[_Sum]:
        """Adds the information of the units of one side that the other has; returns the sums of each block."""
        holders: defaultdict[str, list[int]] = defaultdict(list)
        for at, units in enumerate(theirs):
            for key in frozenset[str]().union(*(unit.keys for unit in units)):
                holders[key].append(at)
        hits: dict[frozenset[str], list[int]] = {}
        mean_size = sum(map(len, ours)) / len(ours) or 1.0
        sums = []
        for at, units in enumerate(ours):
            capacity = chance = 0.0
            for unit in units:
                if unit.keys not in hits:
                    hits[unit.keys] = _union([holders[key] for key in unit.keys if key in holders])
                found = hits[unit.keys]
                share = _share(unit, len(found), len(theirs))
                information = -math.log(share) * (weights.MARK_FACTOR if unit.is_mark else 1.0)
                if not found:
                    capacity += 0.0 if unit.is_mark else information * weights.LOST_SHARE
                elif len(found) <= MAX_HITS:
                    capacity += information
                    chance += information * share
                    for other in found:
                        row, column = (other, at) if is_turned else (at, other)
                        self._common[row][column] += information
            sums.append(_Sum(capacity, chance, len(units) / mean_size))
        return sums

    def gain(self, i: int, j: int) -> float:
        """Returns the evidence that two blocks translate each other, or a part: negative if they do not."""
        if (known := self._gains.get((i, j))) is not None:
            return known
        one, other = self._first[i], self._second[j]
        chance = one.chance * other.size + other.chance * one.size
        deviation = math.sqrt(weights.CHANCE_FLOOR + chance * weights.CHANCE_VARIANCE)
        capacity = 2 * min(one.capacity, other.capacity)
        expected = min(weights.MAX_EXPECTED, weights.EXPECTED_SHARE * capacity / deviation)
        gain = expected * ((self._common[i][j] - chance) / deviation - expected / 2)
        if gain < 0:
            gain *= weights.MISSING_SHARE
        self._gains[i, j] = gain = max(-weights.MAX_EVIDENCE, min(gain, weights.MAX_EVIDENCE))
        return gain

    def anchors(self) -> list[Anchor]:
        """Returns the blocks that have most in common with each other on both sides, in the order of the first side."""
        best_rows = [max(range(len(row)), key=row.__getitem__, default=0) for row in self._common]
        best: dict[int, int] = {}
        for i, j in enumerate(best_rows):
            if j not in best or self._common[i][j] > self._common[best[j]][j]:
                best[j] = i
        sure = weights.MAX_EVIDENCE / 2
        return [Anchor(i, j) for i, j in enumerate(best_rows) if best.get(j) == i and self.gain(i, j) >= sure]


def _share(unit: TextUnit, found: int, blocks: int) -> float:
    """Returns the expected share of the blocks that have a unit by chance."""
    prior = weights.PRIOR_MARK if unit.is_mark else weights.PRIOR_WORD + weights.PRIOR_KEY * len(unit.keys)
    return min(1.0, (found + weights.PRIOR_BLOCKS * prior) / (blocks + weights.PRIOR_BLOCKS))


def _union(lists: Sequence[list[int]]) -> list[int]:
    return lists[0] if len(lists) == 1 else sorted(set().union(*lists))
