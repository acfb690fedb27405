"""Centred heads: short lines about the middle of a column, apart from the text above and below."""

from __future__ import annotations

from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.authors import names_in
from reader.importing.pdf.roles.title_words import is_worded
from reader.importing.pdf.weights import headings as headings_weights
from reader.importing.scripts import LATIN, count_han
from reader.model.record import replace
from reader.model.scripts import PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region


def with_centred_heads(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a centred line between running texts, taken for a caption or small print, is a heading."""
    return [replace(region, role="heading") if _is_head(region, regions) else region for region in regions]


def _is_head(region: Region, regions: Sequence[Region]) -> bool:
    block = region.block
    if region.role not in ("caption", "sidebar", "other") or region.box is not None or not _may_head(block):
        return False
    texts = [
        other.block
        for other in regions
        if other.role == "body"
        and len(other.block.lines) >= headings_weights.CENTRED_HEAD_COLUMN_MIN_LINES
        and shared_width(other.block, block) > 0
    ]
    above = max((text for text in texts if text.bottom <= block.top), key=lambda text: text.bottom, default=None)
    near = [
        other.block
        for other in regions
        if other is not region and other.block.top >= block.bottom and shared_width(other.block, block) > 0
    ]
    below = min(near, key=lambda text: text.top, default=None)
    if above is None or below is None or not any(text.top >= block.bottom for text in texts):
        return False
    middle = (above.left + above.right) / 2
    return (
        block.size >= headings_weights.CENTRED_HEAD_MIN_SIZE_RATIO * above.size
        and abs((block.left + block.right) / 2 - middle) <= headings_weights.CENTRED_HEAD_MIDDLE_EM * block.size
        and block.left - above.left >= headings_weights.CENTRED_HEAD_MIN_INDENT_EM * block.size
        and block.top - above.bottom >= headings_weights.CENTRED_HEAD_MIN_ABOVE_EM * block.size
        and headings_weights.CENTRED_HEAD_MIN_BELOW_EM * block.size
        <= below.top - block.bottom
        <= headings_weights.CENTRED_HEAD_REACH_EM * block.size
    )


def _may_head(block: TextBlock) -> bool:
    """Whether a text is a short line of words that ends no sentence, and no mere name."""
    text = block.text
    is_line = len(block.lines) == 1 and block.script == LATIN and len(text) <= headings_weights.CENTRED_HEAD_MAX_LETTERS
    is_open = not ends_sentence(text) and text[-1:] not in PAUSES_LATIN and "://" not in text and not count_han(text)
    return is_line and is_open and is_worded(text) and not names_in(text)
