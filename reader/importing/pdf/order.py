"""The order in which parts of a page are read: columns from the left, bands between what spans them from the top."""

from __future__ import annotations

from itertools import pairwise
from statistics import median_high

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.pdf.sheets import Box
    from reader.importing.pdf.stacks import Stack

    Fits = Callable[[Stack, Stack], float]

DOUBT = 0.5
"""By how much bands must fit better: most text is set in columns."""
MARGIN = 1.0
"""What an order must fit better by than the other one not to be doubted: as much as one sentence that goes on."""
BAND_GAP = 2.5
"""Sizes between bands, at least, that may be meant as such: gaps between paragraphs are narrower."""
_HANGING = 0.06
"""The share of its width by which the text of a column may reach over the edge of the next one."""
_OVERLAP = 2.0
"""Points that parts may overlap and still lie beside each other, or under each other."""


def in_order(parts: Sequence[Stack], fits: Fits, others: Sequence[Box] = ()) -> list[tuple[Stack, float]]:
    """Returns the parts as they are read, each with how much better it fits there than in another order.

    ``others`` is what else stands on the page, between parts or beside them.

    Where they can be cut both into columns and into bands, ``fits`` decides: it says how well a part goes on in the
    next, below 0 if badly. With :data:`MARGIN` a place is not doubted.
    """
    found = _ordered(parts, fits, others)
    heads = [after for (before, _), (after, _) in pairwise(found) if _is_elsewhere(before, after)]
    for at, ((before, _), (after, _)) in enumerate(pairwise(found), 1):
        rivals = [head for head in heads if head is not after]
        if len(rivals) < len(heads) and fits(before, after) < 0 and any(fits(before, head) > 0 for head in rivals):
            found[at] = (after, 0.0)
    return found


def _ordered(parts: Sequence[Stack], fits: Fits, others: Sequence[Box]) -> list[tuple[Stack, float]]:
    if len(parts) < 2:
        return [(part, MARGIN) for part in parts]
    columns = _cut(parts, lambda part: part.left + _HANGING * part.width, _edge)
    bands = _cut(parts, lambda part: part.top, lambda part: part.bottom)
    by_columns = [placed for group in columns for placed in _ordered(group, fits, others)] if len(columns) > 1 else []
    by_bands = [placed for group in bands for placed in _ordered(group, fits, others)] if len(bands) > 1 else []
    if not by_columns or not by_bands:
        alone = [(part, MARGIN) for part in sorted(parts, key=lambda part: (part.top, part.left))]
        return by_columns or by_bands or alone
    better = _worth(by_bands, fits) - _worth(by_columns, fits)
    if better > DOUBT:
        return _weighed(by_bands, by_columns, better)
    return _weighed(by_columns, by_bands, -better) if _is_apart(bands, others) else by_columns


def _worth(parts: Sequence[tuple[Stack, float]], fits: Fits) -> float:
    return sum(fits(before, after) for (before, _), (after, _) in pairwise(parts))


def _weighed(
    chosen: Sequence[tuple[Stack, float]], other: Sequence[tuple[Stack, float]], margin: float
) -> list[tuple[Stack, float]]:
    """Returns the chosen order with the margin for parts that would follow another one in the other order."""
    others = {id(after): id(before) for (before, _), (after, _) in pairwise(other)}
    found = list(chosen)
    for at, ((before, _), (after, own)) in enumerate(pairwise(chosen), 1):
        if others.get(id(after)) != id(before):
            found[at] = (after, min(own, max(0.0, margin)))
    return found


def _is_elsewhere(before: Stack, after: Stack) -> bool:
    """Whether a part does not stand right under the one before."""
    return after.top < before.bottom - _OVERLAP or after.left > _edge(before) or before.left > _edge(after)


def _is_apart(bands: Sequence[Sequence[Stack]], others: Sequence[Box]) -> bool:
    """Whether bands may be meant: a gap wider than those between paragraphs, and the first column goes on under it.

    What stands in the gap in the first column only, such as a picture, explains it.
    """
    for above, below in pairwise(bands):
        first = min((*above, *below), key=lambda part: part.left)
        top, bottom = max(part.bottom for part in above), min(part.top for part in below)
        near = first.left + BAND_GAP * first.size
        if bottom - top <= BAND_GAP * first.size or not all(
            any(part.left < near for part in band) for band in (above, below)
        ):
            continue
        inside = [box for box in others if box.left < _edge(first) and box.top < bottom and box.bottom > top]
        if not inside or max(box.right for box in inside) > _edge(first) + BAND_GAP * first.size:
            return True
    return False


def _edge(part: Stack) -> float:
    """Returns where most lines of a part end: single ones may reach over the edge of their column."""
    return median_high(line.right for line in part.lines)


def _cut(parts: Sequence[Stack], start: Callable[[Stack], float], end: Callable[[Stack], float]) -> list[list[Stack]]:
    """Divides parts where a straight cut between them meets none."""
    groups: list[list[Stack]] = []
    reach = float("-inf")
    for part in sorted(parts, key=start):
        if groups and start(part) < reach - _OVERLAP:
            groups[-1].append(part)
        else:
            groups.append([part])
        reach = max(reach, end(part))
    return groups
