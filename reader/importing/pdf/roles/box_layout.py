"""Pages set in boxes: the text in each is running text, and is read box by box."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.roles.regions import largest_size
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.body_sizes import BodySizes


def with_boxed_text(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions; text in boxes of a page set in boxes is running text, bold and large lines left out.

    Text in the usual size of its own box is no large line. A short line apart over the text of a box heads it.
    """
    most = weights.LARGE_RATIO * largest_size(body)
    boxes: dict[int, list[Region]] = {}
    for region in regions:
        if region.frame and region.role in (None, "body") and region.box is not None:
            boxes.setdefault(region.box, []).append(region)
    usual = {box: _usual_size(inside) for box, inside in boxes.items()}
    heads = {id(head) for inside in boxes.values() if (head := _head_of(inside))}
    found = []
    for region in regions:
        block = region.block
        if id(region) in heads:
            region = replace(region, role="heading")
        elif (
            region.frame
            and region.role is None
            and not block.bold
            and (block.size < most or is_same_size(block.size, usual.get(region.box or 0, 0.0), block.size))
        ):
            region = replace(region, role="body")
        found.append(region)
    return found


def _usual_size(inside: Sequence[Region]) -> float:
    """Returns the size of the longest text in a box; 0 if there is only little text."""
    longest = max((region.block for region in inside), key=lambda block: len(block.text))
    return longest.size if len(longest.text) >= weights.BOX_USUAL_MIN_LETTERS else 0.0


def _head_of(inside: Sequence[Region]) -> Region | None:
    """Returns the first text of a box if it is a short line, apart from the text below it, that ends no sentence."""
    first, *rest = sorted(inside, key=lambda region: region.block.top)
    text = first.block.text
    below = min((region.block for region in rest), key=lambda block: block.top, default=None)
    if (
        below is None
        or len(below.text) < weights.BOX_USUAL_MIN_LETTERS
        or len(first.block.lines) > 1
        or first.block.bold
    ):
        return None
    is_open = not ends_sentence(text) and text[-1] not in PAUSES_HAN + PAUSES_LATIN
    step = below.lines[0].baseline - first.block.lines[0].baseline
    is_apart = weights.BOX_HEAD_APART_EM * first.block.size <= step <= weights.HEADING_REACH_EM * first.block.size
    is_short = len(text) <= weights.BOX_HEAD_MAX_LETTERS and any(map(str.isalpha, text)) and "@" not in text
    return first if is_open and is_apart and is_short else None


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
        abs(one.top - other.top) <= weights.BOX_ALIGNED_PT and abs(one.bottom - other.bottom) <= weights.BOX_ALIGNED_PT
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
