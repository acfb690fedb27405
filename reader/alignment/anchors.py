"""Blocks that surely go together, around which the search keeps. Pure."""

from __future__ import annotations

from bisect import bisect_left

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


@record
class Anchor:
    """A block of either side: two that surely go together, or the ends of both texts."""

    first: int
    second: int


def in_order(anchors: Sequence[Anchor]) -> list[Anchor]:
    """Returns the longest part of anchors, sorted by their first blocks, whose second blocks are in order, too."""
    tails: list[int] = []
    lasts: list[int] = []
    before = [-1] * len(anchors)
    for at, anchor in enumerate(anchors):
        place = bisect_left(tails, anchor.second)
        before[at] = lasts[place - 1] if place else -1
        tails[place : place + 1] = [anchor.second]
        lasts[place : place + 1] = [at]
    found = []
    at = lasts[-1] if lasts else -1
    while at >= 0:
        found.append(anchors[at])
        at = before[at]
    return found[::-1]
