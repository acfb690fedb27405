"""The order in which parts of a page are read: columns from the left, bands between what spans them from the top."""

from __future__ import annotations

from itertools import pairwise
from statistics import median_high

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.printed.stacks import Stack

DOUBT = 0.5
"""By how much bands must fit better: most text is set in columns."""
_OVERLAP = 2.0
"""Points that parts may overlap and still lie beside each other, or under each other."""


def in_order(parts: Sequence[Stack], fits: Callable[[Stack, Stack], float]) -> list[Stack]:
    """Returns the parts as they are read.

    Where they can be cut both into columns and into bands, ``fits`` decides: it says how well a part goes on in the
    next, below 0 if badly.
    """
    if len(parts) < 2:
        return list(parts)
    columns = _cut(parts, lambda part: part.left, _edge)
    bands = _cut(parts, lambda part: part.top, lambda part: part.bottom)
    if len(columns) > 1 and len(bands) > 1:
        by_columns = [part for group in columns for part in in_order(group, fits)]
        by_bands = [part for group in bands for part in in_order(group, fits)]
        return by_bands if _worth(by_bands, fits) > _worth(by_columns, fits) + DOUBT else by_columns
    groups = columns if len(columns) > 1 else bands
    if len(groups) > 1:
        return [part for group in groups for part in in_order(group, fits)]
    return sorted(parts, key=lambda part: (part.top, part.left))


def _worth(parts: Sequence[Stack], fits: Callable[[Stack, Stack], float]) -> float:
    return sum(fits(before, after) for before, after in pairwise(parts))


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
