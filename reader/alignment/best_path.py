"""The cheapest path through two texts: dynamic programming in a band around blocks that surely go together. Pure."""

from __future__ import annotations

import math
from array import array
from itertools import pairwise

from reader.alignment import weights
from reader.alignment.anchors import Anchor
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.alignment.scores import Scores

BAND_BLOCKS = 40
"""Blocks by which a counterpart may be before or after its proportional place between two anchors."""


@record
class Move:
    """A number of blocks of either side that may go together, and its own cost."""

    first: int
    second: int
    cost: float
    crosses: bool = False
    """Whether they are two of either side in swapped order: the first goes with the second one's second, and so on."""


@record
class _BandRow:
    """The best costs up to the blocks of a range of the second side, and the moves that they end with."""

    start: int
    costs: array[float]
    moves: bytearray


def cheapest_path(scores: Scores, anchors: Sequence[Anchor], *, may_swap: bool = False) -> list[Move]:
    """Returns the moves from the first blocks to the last ones that cost least.

    With ``may_swap`` neighbours may be in swapped order, where words are compared.
    """
    moves = _moves(scores.alone, may_swap=may_swap and scores.evidence is not None)
    rows: list[_BandRow] = []
    for i, bounds in enumerate(_band(len(scores.first), len(scores.second), anchors)):
        row = _BandRow(bounds.start, array("d", [math.inf] * len(bounds)), bytearray(len(bounds)))
        rows.append(row)
        for j in bounds:
            if not i and not j:
                row.costs[0] = 0.0
                continue
            least = math.inf
            for number, move in enumerate(moves):
                before_i, before_j = i - move.first, j - move.second
                if before_i < 0 or before_j < 0:
                    continue
                before = rows[before_i]
                at = before_j - before.start
                if not 0 <= at < len(before.costs):
                    continue
                cost = before.costs[at] + move.cost
                if move.crosses:
                    cost += _crossed(scores, i, j) if cost - 2 * weights.MAX_EVIDENCE < least else 0.0
                elif move.first and move.second and cost - 2 * weights.MAX_EVIDENCE < least:
                    cost += scores.cost(range(before_i, i), range(before_j, j))
                if cost < least:
                    least = cost
                    row.moves[j - bounds.start] = number
            row.costs[j - bounds.start] = least
    return _traced(rows, moves)


def _crossed(scores: Scores, i: int, j: int) -> float:
    """Returns the cost of the last two blocks of either side as pairs in swapped order."""
    assert scores.evidence
    if scores.evidence.gain(i - 2, j - 1) + scores.evidence.gain(i - 1, j - 2) < weights.CROSSING_GAIN:
        return math.inf
    one = scores.cost(range(i - 2, i - 1), range(j - 1, j))
    return one + scores.cost(range(i - 1, i), range(j - 2, j - 1))


def _moves(alone: float, *, may_swap: bool) -> tuple[Move, ...]:
    """Returns the moves; of two that cost the same, the first is taken."""
    crossing = (Move(2, 2, weights.CROSSING_COST, crosses=True),) if may_swap else ()
    return (
        Move(0, 1, alone),
        Move(1, 0, alone),
        Move(1, 1, 0.0),
        Move(1, 2, weights.SPLIT_COST),
        Move(2, 1, weights.SPLIT_COST),
        *crossing,
    )


def _traced(rows: Sequence[_BandRow], moves: Sequence[Move]) -> list[Move]:
    i, row = len(rows) - 1, rows[-1]
    j = row.start + len(row.costs) - 1
    path = []
    while i or j:
        row = rows[i]
        move = moves[row.moves[j - row.start]]
        path.append(move)
        i, j = i - move.first, j - move.second
    return path[::-1]


def _band(rows: int, columns: int, anchors: Sequence[Anchor]) -> list[range]:
    """Returns, for each number of blocks of the first side, the numbers of blocks of the second that are tried."""
    ends = [Anchor(0, 0), *anchors, Anchor(rows, columns)]
    centres = [0.0] * (rows + 1)
    for one, other in pairwise(ends):
        slope = (other.second - one.second) / max(1, other.first - one.first)
        for i in range(one.first, other.first + 1):
            centres[i] = one.second + slope * (i - one.first)
    return [
        range(
            max(0, int(centres[max(0, i - 1)]) - BAND_BLOCKS),
            min(columns, int(centres[min(rows, i + 1)]) + BAND_BLOCKS) + 1,
        )
        for i in range(rows + 1)
    ]
