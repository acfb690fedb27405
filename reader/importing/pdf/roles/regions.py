"""Regions of a page: text blocks with their roles, and the measures by which roles are distinguished."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import is_same_size
from reader.importing.pdf.page import font_metrics
from reader.importing.pdf.page.geometry import shared_width, vertical_gap
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Final, Literal

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

    RegionRole = Literal[
        "body", "heading", "title", "deck", "byline", "caption", "running", "pull", "sidebar", "table", "label", "other"
    ]
    """Role of a region. ``running`` is furniture: heads, feet and page numbers; ``table`` is the title of a table, or a
    note under it; ``label`` is a word in a diagram; ``other`` is small text that fits nowhere else."""

FLOWING: Final[tuple[RegionRole, RegionRole]] = ("body", "heading")
"""Roles of the running text of an article."""


@record
class Region:
    """A text block and its role, None while it is unknown."""

    block: TextBlock
    role: RegionRole | None
    box: int | None = None
    """Index of the text box that it is in, among those of its page."""
    frame: Box | None = None
    """That box, on a page set in boxes: text in it belongs together."""
    doubt: str = ""
    """A few words on why the role is unsure."""


def is_body_size(block: TextBlock, body: BodySizes) -> bool:
    """Whether a block has the font size of the running text in its script."""
    size = body.get(block.script, 0.0) if block.script else max(body.values(), default=0.0)
    return bool(size) and is_same_size(block.size, size, size)


def largest_size(body: BodySizes) -> float:
    """Returns the size of the largest running text in points."""
    return max(body.values(), default=font_metrics.DEFAULT_SIZE_PT)


def is_in_margin(block: TextBlock, page: PrintedPage) -> bool:
    """Whether a block of a line or two is in the upper or lower margin."""
    margin = text_lines_weights.MARGIN_SHARE * page.height
    is_outside = block.bottom < margin or block.top > (1 - text_lines_weights.MARGIN_SHARE) * page.height
    return len(block.lines) <= weights.MARGIN_MAX_LINES and is_outside


def has_pictures(page: PrintedPage) -> bool:
    """Whether anything on a page may be a picture."""
    return page.has_pictures


def is_near_picture(block: TextBlock, page: PrintedPage, reach_em: float | None = None) -> bool:
    """Whether a block is within some sizes of anything that may be a picture."""
    near = (weights.PICTURE_REACH_EM if reach_em is None else reach_em) * block.size
    return any(
        box.left - near <= block.right
        and block.left <= box.right + near
        and box.top - near <= block.bottom
        and block.top <= box.bottom + near
        for box in page.large_boxes
    )


def is_near_title(block: TextBlock, regions: Iterable[Region]) -> bool:
    """Whether a block is beside or close under a title."""
    above, below = weights.TITLE_ABOVE_EM, weights.TITLE_BELOW_EM
    return any(
        region.role == "title"
        and -above * region.block.size < block.top - region.block.bottom <= below * region.block.size
        for region in regions
    )


def is_over_text(block: TextBlock, regions: Iterable[Region]) -> bool:
    """Whether running text in the script of a block continues close under it."""
    return any(
        region.role == "body"
        and region.block.script == block.script
        and -weights.OVER_TEXT_OVERLAP_EM * block.size
        < region.block.top - block.bottom
        < weights.OVER_TEXT_GAP_EM * block.size
        and shared_width(region.block, block) > 0
        for region in regions
    )


def is_flush_over_text(block: TextBlock, regions: Iterable[Region]) -> bool:
    """Whether running text in the script of a block begins at its left edge, not far under it."""
    return any(
        region.role == "body"
        and region.block.script == block.script
        and 0 <= region.block.top - block.bottom <= weights.FLUSH_HEADING_GAP_EM * block.size
        and abs(region.block.left - block.left) <= weights.FLUSH_EM * block.size
        for region in regions
    )


def is_over_all_text(block: TextBlock, regions: Iterable[Region]) -> bool:
    """Whether a block is over all running text of a page."""
    return all(region.block.top >= block.bottom for region in regions if region.role == "body")


def is_one_column(regions: Iterable[Region]) -> bool:
    """Whether no running text of a page is beside other text, or beside a sidebar."""
    texts = (region.block for region in regions if region.role in ("body", "sidebar"))
    bodies = sorted(texts, key=lambda block: block.top)
    bottom = reach = float("-inf")
    left = float("inf")
    for block in bodies:
        if block.top < bottom - block.size and (block.left >= reach or block.right <= left):
            return False
        if block.top >= bottom - block.size:
            left, reach = block.left, block.right
        left, reach = min(left, block.left), max(reach, block.right)
        bottom = max(bottom, block.bottom)
    return bool(bodies)


def is_in_column(block: TextBlock, text: TextBlock) -> bool:
    """Whether text in a little smaller letters goes on in a column: close below its lines, or as far to the right."""
    reach = weights.IN_COLUMN_EDGE_EM * text.size
    if block.size < weights.IN_COLUMN_MIN_RATIO * text.size or not text.left - reach <= block.left < text.right:
        return False
    is_close = block.top > text.top and vertical_gap(block, text) <= weights.IN_COLUMN_GAP_EM * text.size
    is_full = len(block.lines) > 1 and abs(block.right - text.right) <= reach
    is_long = len(text.lines) > 1 and text.width >= weights.IN_COLUMN_MIN_WIDTH_EM * text.size
    return is_long and block.right <= text.right + reach and (is_close or is_full)


def is_between_lines_of_column(block: TextBlock, texts: Iterable[TextBlock]) -> bool:
    """Whether lines in a little smaller letters are as wide as a column, whose text is over them and under them."""
    column = [
        text
        for text in texts
        if block.size >= weights.IN_COLUMN_MIN_RATIO * text.size
        and text.left - weights.IN_COLUMN_EDGE_EM * text.size <= block.left < text.right
        and len(text.lines) > 1
    ]
    right, left = max((text.right for text in column), default=0.0), min((text.left for text in column), default=0.0)
    return (
        len(block.lines) > 1
        and block.right <= right + block.size
        and block.width >= blocks_weights.TEXT_COLUMN_MIN_FILL * (right - left)
        and any(text.top < block.top for text in column)
        and any(text.top > block.top for text in column)
    )
