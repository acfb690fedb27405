"""Titles right under each other: the number of a chapter and its title, or a title and its subtitle."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.pdf.blocks.text_blocks import block_of, is_of_style
from reader.importing.pdf.page.geometry import bounding_box, shared_width
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.roles.regions import Region


def with_stacked_titles(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; of two titles with nothing between them, the lower one is of the same article.

    A smaller one is a deck, unless it is in the style of other titles or headings; else both are one title.
    """
    found = list(regions)
    titles = sorted((region for region in regions if region.role == "title"), key=lambda title: title.block.top)
    for above, below in pairwise(titles):
        at, next_at = _place(found, above), _place(found, below)
        if at is None or next_at is None or not _are_stacked(above, below, regions):
            continue
        if below.block.size >= weights.SMALL_RATIO * above.block.size:
            found[next_at] = replace(below, block=block_of([*above.block.lines, *below.block.lines]))
            del found[at]
        elif not _has_likes(below, regions):
            found[next_at] = replace(below, role="deck")
    return found


def _place(regions: Sequence[Region], wanted: Region) -> int | None:
    """Returns the index of a region; None if it was changed."""
    return next((at for at, region in enumerate(regions) if region is wanted), None)


def _are_stacked(above: Region, below: Region, regions: Sequence[Region]) -> bool:
    """Whether two titles in one script are close under each other, with nothing else in their rows of the column."""
    one, other = above.block, below.block
    gap = (other.top - one.bottom) / one.size
    if one.script != other.script or not -weights.OVER_TEXT_OVERLAP_EM <= gap <= weights.TITLE_REACH_EM:
        return False
    wide = bounding_box((one, other))
    return shared_width(one, other) > 0 and not any(
        region.block.bottom > one.top and region.block.top < other.bottom and shared_width(region.block, wide) > 0
        for region in regions
        if region is not above and region is not below and region.role != "label"
    )


def _has_likes(title: Region, regions: Sequence[Region]) -> bool:
    return any(
        region is not title and region.role in ("title", "heading") and is_of_style(region.block, title.block)
        for region in regions
    )
