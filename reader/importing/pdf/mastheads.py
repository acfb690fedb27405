"""Mastheads and large running heads: the name of a newspaper or of a maker over the titles of a page."""

from __future__ import annotations

from reader.importing.pdf.regions import is_in_margin
from reader.importing.pdf.text_blocks import is_of_style
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.printed_pages import PrintedPage
    from reader.importing.pdf.regions import Region

_HEAD_SHARE = 0.16
"""Share of the height, from above, in which the name of a newspaper is."""
_MASTHEAD_RATIO = 1.8
"""Minimum size of the name of a newspaper divided by that of its headlines."""
_RIVAL_RATIO = 0.8
"""Minimum size of a title below a running head divided by that of the head."""
_MIN_HEADLINES = 2


def with_mastheads(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions; a title over headlines in another style, or in the margin over a title, is furniture."""
    found = [replace(region, role="running") if _is_masthead(region, regions, page) else region for region in regions]
    return found if any(region.role in ("title", "heading") for region in found) else list(regions)


def _is_masthead(region: Region, regions: Sequence[Region], page: PrintedPage) -> bool:
    block = region.block
    if region.role != "title" or block.bottom > _HEAD_SHARE * page.height or len(block.lines) > 1:
        return False
    below = [
        other
        for other in regions
        if other.role in ("title", "heading") and other.block.top >= block.bottom and other.block.script == block.script
    ]
    headlines = [other for other in below if other.role == "title" and block.size >= _MASTHEAD_RATIO * other.block.size]
    is_over_headlines = len(headlines) >= _MIN_HEADLINES and all(
        is_of_style(headlines[0].block, other.block) for other in headlines
    )
    is_at_right = block.left > (page.left + page.right) / 2
    is_over_title = is_in_margin(block, page) and any(
        other.block.size >= _RIVAL_RATIO * block.size
        and (is_at_right or not is_of_style(block, other.block))
        and not any(
            region.role == "body" and block.bottom <= region.block.top < other.block.top - other.block.size
            for region in regions
        )
        for other in below
    )
    return is_over_headlines or is_over_title
