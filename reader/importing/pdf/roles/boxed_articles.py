"""Boxed articles: boxes with a headline and text like those beside them are grounds of articles, not sidebars."""

from __future__ import annotations

from reader.importing.pdf.blocks.text_blocks import is_of_style
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import roles as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock


def is_boxed_article(held: Sequence[TextBlock], beside: Sequence[TextBlock]) -> bool:
    """Whether the blocks of a box begin with a headline, and go on with text, both set as in the blocks beside it."""
    if len(held) < 2:
        return False
    head, *rest = sorted(held, key=lambda block: block.top)
    heads = [other for other in beside if _is_headline_like(other, head)]
    texts = [block for block in rest if head.size >= weights.TITLE_RATIO * block.size]
    if not heads or len(texts) < len(rest) or not any(len(block.lines) > 1 for block in texts):
        return False
    longest = max(texts, key=lambda block: len(block.text))
    return any(
        is_of_style(longest, other) and len(other.lines) > 1 and _is_under(other, headline)
        for headline in heads
        for other in beside
    )


def _is_headline_like(other: TextBlock, head: TextBlock) -> bool:
    """Whether a block is set in the font and colour of a headline, and about as large."""
    first, own = other.lines[0], head.lines[0]
    is_as_large = max(other.size, head.size) < weights.TITLE_RATIO * min(other.size, head.size)
    return is_as_large and (first.font, first.color, first.bold) == (own.font, own.color, own.bold)


def _is_under(block: TextBlock, headline: TextBlock) -> bool:
    """Whether text is close under a headline."""
    gap = block.top - headline.bottom
    return -headline.size / 2 <= gap <= weights.HEADING_REACH_EM * headline.size and (
        shared_width(block, headline) * 2 >= min(block.width, headline.width)
    )
