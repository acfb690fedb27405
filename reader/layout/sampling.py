"""A sample of the items of an article: groups of neighbours, spread evenly, as neighbours are stored together."""

from __future__ import annotations

from reader.layout.spaces import ItemIndex

GROUPS = 8
"""Number of groups of a sample."""


def sampled(count: int, size: int) -> list[ItemIndex]:
    """Returns the indices of a sample of ``count`` items, ascending; all of them if they are no more than its size.

    Args:
        count: The number of items.
        size: The size of the sample, a multiple of :data:`GROUPS`.
    """
    if count <= size:
        return list(map(ItemIndex, range(count)))
    each = size // GROUPS
    middles = (count * (2 * group + 1) // (2 * GROUPS) for group in range(GROUPS))
    return [ItemIndex(middle - each // 2 + k) for middle in middles for k in range(each)]
