"""Columns of running text in a smaller size: short news beside longer ones, each under a headline of its own."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.regions import largest_size
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region
    from reader.importing.pdf.text_lines.body_sizes import BodySizes


def with_smaller_columns(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions; paragraphs a little smaller than the running text, under a headline, are some too.

    No other text is below the first of them in their column; those below it in its size, between its edges, follow it.
    """
    size = largest_size(body)
    small = [region for region in regions if region.role is None and _is_small_text(region.block, size)]
    firsts = [region.block for region in small if _is_under_headline(region.block, regions, size)]
    heads = [first for first in firsts if not _has_text_below(first, regions)]
    return [
        replace(region, role="body")
        if region in small and any(_is_of_column(region.block, head) for head in heads)
        else region
        for region in regions
    ]


def _is_small_text(block: TextBlock, size: float) -> bool:
    """Whether a block is plain lines a little smaller than the running text."""
    is_small = weights.SMALL_HEADING_RATIO * size <= block.size < weights.SMALL_RATIO * size
    return is_small and not block.bold and len(block.lines) > weights.BYLINE_MAX_LINES


def _is_under_headline(block: TextBlock, regions: Sequence[Region], size: float) -> bool:
    """Whether a headline is the next above a text, at its left edge, maybe with large lines between."""
    above = [
        region.block
        for region in regions
        if region.block.bottom <= block.top + block.size / 2 and shared_width(region.block, block) > 0
    ]
    above.sort(key=lambda other: -other.bottom)
    below = block
    for other in above:
        is_at_edge = abs(other.left - block.left) <= weights.COLUMN_HEADING_EDGE_EM * block.size
        is_close = below.top - other.bottom <= weights.DECK_REACH_EM * other.size
        if not is_at_edge or not is_close or other.size < weights.LARGE_RATIO * size:
            return False
        if other.size >= weights.TITLE_RATIO * size:
            return True
        below = other
    return False


def _has_text_below(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether running text in the usual size is under a block, more than a line of it."""
    return any(
        region.role == "body"
        and len(region.block.lines) > 1
        and region.block.top >= block.bottom
        and shared_width(region.block, block) > 0
        for region in regions
    )


def _is_of_column(block: TextBlock, head: TextBlock) -> bool:
    """Whether a block is the first text of a column, or below it in its size and between its edges."""
    slack = weights.COLUMN_HEADING_EDGE_EM * block.size
    is_inside = head.left - slack <= block.left and block.right <= head.right + slack
    return block is head or (is_inside and block.top >= head.bottom and is_same_size(block.size, head.size, head.size))
