"""Titles of a lower level on a page of one column: they are headings."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import is_of_style
from reader.importing.pdf.roles.regions import is_one_column, is_over_all_text
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import HAN
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.roles.regions import Region


def with_lower_levels(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; on a page of one column titles of a lower level are headings.

    They are smaller than the title over them, and in the style of headings or right over one; or they are one of
    several Chinese ones in the style of that title.
    """
    titles = [region for region in regions if region.role == "title"]
    if len(titles) < 2 or not is_one_column(regions):
        return list(regions)
    headings = [region.block for region in regions if region.role == "heading"]
    bodies = [region.block for region in regions if region.role == "body"]
    first = min(titles, key=lambda title: title.block.top)
    alike = [title for title in titles if title.block.script == HAN and is_of_style(title.block, first.block)]
    is_outline = len(alike) >= weights.OUTLINE_MIN_TITLES and is_over_all_text(first.block, regions)
    found = {id(title) for title in alike if is_outline and title is not first}
    for region in sorted(titles, key=lambda title: -title.block.top):
        block = region.block
        is_lesser = any(
            block.size <= weights.LESSER_TITLE_RATIO * title.block.size and title.block.bottom <= block.top
            for title in titles
        )
        is_level = any(
            is_of_style(block, heading)
            or (
                block.bottom <= heading.top
                and heading.size < block.size
                and not any(block.top < body.top < heading.top for body in bodies)
            )
            for heading in headings
        )
        if is_lesser and is_level:
            headings.append(block)
            found.add(id(region))
    return [replace(region, role="heading") if id(region) in found else region for region in regions]
