"""Pages set in boxes: the text in each is running text, and is read box by box."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.pdf import weights
from reader.importing.pdf.regions import largest_size
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.pdf.body_sizes import BodySizes
    from reader.importing.pdf.regions import Region

_ALIGNED_PT = 3.0
"""Maximum difference of the edges of boxes in a row."""


def with_boxed_text(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions; text in boxes of a page set in boxes is running text, bold and large lines left out."""
    most = weights.LARGE_RATIO * largest_size(body)
    return [
        replace(region, role="body")
        if region.frame and region.role is None and not region.block.bold and region.block.size < most
        else region
        for region in regions
    ]


def in_boxes(regions: Sequence[Region]) -> list[list[Region]]:
    """Returns regions in groups in reading order: those of a box together, and each one beside the boxes by itself."""
    groups: dict[int, list[Region]] = {}
    for at, region in enumerate(regions):
        groups.setdefault(-1 - at if region.box is None else region.box, []).append(region)
    placed = [_Group(group) for group in groups.values()]
    return [group.regions for group in _ordered(placed)]


class _Group:
    """Regions of a box, and its edges."""

    def __init__(self, regions: list[Region]) -> None:
        first = regions[0]
        frame = first.frame or first.block
        self.regions = regions
        self.left, self.top, self.right, self.bottom = frame.left, frame.top, frame.right, frame.bottom


def _ordered(groups: Sequence[_Group], depth: int = 0) -> list[_Group]:
    """Returns groups by a recursive cut: rows of equal boxes first, then columns, then bands."""
    if len(groups) < 2 or depth == _MAX_DEPTH:
        return sorted(groups, key=lambda group: (group.top, group.left))
    bands = _cut(groups, lambda group: (group.top, group.bottom))
    if len(bands) > 1 and all(map(_is_row, bands)) and any(len(band) > 1 for band in bands):
        return [group for band in bands for group in sorted(band, key=lambda group: group.left)]
    columns = _cut(groups, lambda group: (group.left, group.right))
    if len(columns) > 1:
        return [group for column in columns for group in _ordered(column, depth + 1)]
    if len(bands) < 2:
        return sorted(groups, key=lambda group: (group.top, group.left))
    return [group for band in _columns_joined(bands) for group in _ordered(band, depth + 1)]


_MAX_DEPTH = 20
"""Maximum number of cuts inside each other."""


def _columns_joined(bands: Sequence[Sequence[_Group]]) -> list[list[_Group]]:
    """Returns bands; those under each other whose columns continue are one."""
    found = [list(bands[0])]
    for band in bands[1:]:
        joined = [*found[-1], *band]
        is_continued = len(found[-1]) > 1 and len(band) > 1 and len(_cut(joined, lambda g: (g.left, g.right))) > 1
        if is_continued and not (_is_row(found[-1]) and _is_row(band)):
            found[-1] = joined
        else:
            found.append(list(band))
    return found


def _is_row(band: Sequence[_Group]) -> bool:
    """Whether boxes have their upper and lower edges in common."""
    return all(
        abs(one.top - other.top) <= _ALIGNED_PT and abs(one.bottom - other.bottom) <= _ALIGNED_PT
        for one, other in pairwise(band)
    )


def _cut(groups: Sequence[_Group], edges: Callable[[_Group], tuple[float, float]]) -> list[list[_Group]]:
    """Divides groups at straight cuts that meet none of them."""
    found: list[list[_Group]] = []
    reach = float("-inf")
    for group in sorted(groups, key=edges):
        start, end = edges(group)
        if found and start < reach - weights.BLOCK_OVERLAP_PT:
            found[-1].append(group)
        else:
            found.append([group])
        reach = max(reach, end)
    return found
