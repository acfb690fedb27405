"""Text in the margins that is furniture by its place beside other furniture, though it looks like text of the page."""

from __future__ import annotations

import re

from reader.importing.dates import is_date
from reader.importing.pdf import weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z|\S+@\S+\.\w+\Z", re.IGNORECASE)
"""An address of the net or of mail, and nothing else."""
_HEADS = ("heading", "caption", "other", "pull")
"""Roles of text that is furniture if it is in a row with a running head, over all text of the page."""
_MAX_LINES = 4
"""Maximum number of lines of text under the foot of a page."""
_CLEAR_EM = 2.0
"""Minimum distance of a title at the foot of a page from the text above it."""


def with_outer_rows(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions with more furniture found.

    It is text under the number at the foot of a page or under its foot, a lone address beside a running head, other
    text in a row with one over all text of the page, and a title below all text.
    """
    margin = weights.MARGIN_SHARE * page.height
    furniture = [
        region.block for region in regions if region.role == "running" and 0 <= region.block.top <= page.height
    ]
    feet = [block for block in furniture if block.top > page.height - margin]
    heads = [block for block in furniture if block.bottom < margin]
    bodies = [region.block for region in regions if region.role in ("body", "sidebar", "caption")]
    texts = [region.block.top for region in regions if region.role in ("body", "title", "deck", "byline")]
    first = min([*texts, page.height / 2])

    def is_furniture(region: Region) -> bool:
        block = region.block
        if block.top > page.height - margin:
            if region.role == "title":
                above = max((body.bottom for body in bodies if body.top < block.top), default=0.0)
                return block.top - above >= _CLEAR_EM * block.size and not any(body.top > block.top for body in bodies)
            is_under = any(foot.bottom <= block.top + block.size / 2 for foot in feet)
            near = weights.ROW_BASELINE_EM * block.size
            is_beside = is_date(block.text) and any(
                foot.text.isdecimal() and abs(foot.lines[0].baseline - block.lines[0].baseline) <= near for foot in feet
            )
            return len(block.lines) <= _MAX_LINES and (is_under or is_beside)
        if region.role in _HEADS and block.bottom <= first and any(_is_in_row(block, head) for head in furniture):
            return True
        is_address = block.bottom < margin and bool(_ADDRESS.match(block.text))
        return is_address and any(abs(head.bottom - block.bottom) <= _CLEAR_EM * head.size for head in heads)

    return [
        replace(region, role="running", box=None)
        if region.role not in ("running", "label") and is_furniture(region)
        else region
        for region in regions
    ]


def _is_in_row(block: TextBlock, head: TextBlock) -> bool:
    """Whether a line of a text is in a row with a line of a running head."""
    return any(
        abs(line.baseline - other.baseline) <= weights.ROW_BASELINE_EM * block.size
        for line in block.lines
        for other in head.lines
    )
