"""Bold lines that head nothing: names over their addresses, and last lines of boxes."""

from __future__ import annotations

import re

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_ADDRESS = re.compile(
    r"(?:(?:tel|phone|fax|mobile|e-?mail|mail|web|telefon|电话|電話|邮箱|郵箱|网址|網址)\w*\.?\s*[:：]?\s*)?"
    r"(?:\S+@\S+\.\w+|(?:https?://|www\.)\S+|\+?\(?\d(?:[\s()/.-]*\d){8,})[.,;]?",
    re.IGNORECASE,
)
"""An address of mail or of the net, or a number of a telephone, and nothing else."""


def with_contacts(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a heading over mere addresses is an entry with them, one at the end of a box is text."""
    joined: dict[int, Region] = {}
    addresses: set[int] = set()
    found = list(regions)
    for at, region in enumerate(regions):
        if region.role != "heading":
            continue
        below = _next_below(region, regions)
        if below is None:
            if region.frame and any(_is_over(other, region) for other in regions):
                found[at] = replace(region, role="body")
        elif is_addresses(below.block) and id(below) not in addresses:
            addresses.add(id(below))
            joined[at] = replace(region, role="other", block=block_of([*region.block.lines, *below.block.lines]))
    return [
        joined.get(at, region) for at, region in enumerate(found) if at in joined or id(regions[at]) not in addresses
    ]


def _next_below(region: Region, regions: Sequence[Region]) -> Region | None:
    """Returns the next text in the box and in the column of a region, not far below it."""
    block = region.block
    reach = weights.HEADING_REACH_EM * block.size
    below = [
        other
        for other in regions
        if other.box == region.box
        and other.role in ("body", "heading")
        and 0 < other.block.lines[0].baseline - block.lines[-1].baseline <= reach
        and shared_width(other.block, block) > 0
    ]
    return min(below, key=lambda other: other.block.top, default=None)


def _is_over(other: Region, region: Region) -> bool:
    """Whether running text is over a region in its box, and in the same column."""
    return (
        other.role == "body"
        and other.box == region.box
        and other.block.top < region.block.top
        and shared_width(other.block, region.block) > 0
    )


def is_addresses(block: TextBlock) -> bool:
    """Whether each line of a block is an address or a number of a telephone, and nothing else."""
    return all(_ADDRESS.fullmatch(line.text.strip()) for line in block.lines)
