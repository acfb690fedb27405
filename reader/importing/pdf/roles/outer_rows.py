"""Text in the margins that is furniture by its place beside other furniture, though it looks like text of the page."""

from __future__ import annotations

import re

from reader.importing.dates import is_date
from reader.importing.pdf.blocks.text_blocks import are_beside
from reader.importing.pdf.weights import roles as weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\Z|\S+@\S+\.\w+\Z", re.IGNORECASE)
"""An address of the net or of mail, and nothing else."""
_HEADS = ("heading", "caption", "other", "pull")
"""Roles of text that is furniture if it is in a row with a running head, over all text of the page."""


def with_outer_rows(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions with more furniture found.

    It is text under the number at the foot of a page or under its foot, a lone address beside a running head, other
    text in a row with one over all text of the page, and a title below all text.
    """
    outer = _OuterRows(regions, page)
    return [
        replace(region, role="running", box=None)
        if region.role not in ("running", "label") and (outer.has_in_foot(region) or outer.has_in_head(region))
        else region
        for region in regions
    ]


class _OuterRows:
    """The furniture of a page, and where its text is."""

    def __init__(self, regions: Sequence[Region], page: PrintedPage) -> None:
        margin = text_lines_weights.MARGIN_SHARE * page.height
        self._running = [
            region.block for region in regions if region.role == "running" and 0 <= region.block.top <= page.height
        ]
        self._head, self._foot = margin, page.height - margin
        self._bodies = [region.block for region in regions if region.role in ("body", "sidebar", "caption")]
        texts = [region.block.top for region in regions if region.role in ("body", "title", "deck", "byline")]
        self._first = min([*texts, page.height / 2])

    def has_in_foot(self, region: Region) -> bool:
        """Whether a text is in the lower margin, under furniture or beside the number, or is a title below all text."""
        block = region.block
        if block.top <= self._foot:
            return False
        if region.role == "title":
            above = max((body.bottom for body in self._bodies if body.top < block.top), default=0.0)
            is_last = not any(body.top > block.top for body in self._bodies)
            return is_last and block.top - above >= weights.OUTER_TITLE_CLEAR_EM * block.size
        feet = [running for running in self._running if running.top > self._foot]
        is_under = any(foot.bottom <= block.top + block.size / 2 for foot in feet)
        is_dated = is_date(block.text) and any(foot.text.isdecimal() and are_beside(block, foot) for foot in feet)
        return len(block.lines) <= weights.OUTER_ROWS_MAX_LINES and (is_under or is_dated)

    def has_in_head(self, region: Region) -> bool:
        """Whether a text is in a row with a running head over all text, or an address close to one."""
        block = region.block
        if block.top > self._foot:
            return False
        is_over = region.role in _HEADS and block.bottom <= self._first
        if is_over and any(are_beside(block, running) for running in self._running):
            return True
        heads = [running for running in self._running if running.bottom < self._head]
        is_address = block.bottom < self._head and bool(_ADDRESS.match(block.text))
        return is_address and any(
            abs(head.bottom - block.bottom) <= weights.OUTER_TITLE_CLEAR_EM * head.size for head in heads
        )
