"""Signatures: names of writers, or dates, at the end of a text, under it or at the right edge of its column."""

from __future__ import annotations

from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.authors import names_in
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace
from reader.model.scripts import PAUSES_HAN, PAUSES_LATIN, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region


def with_signatures(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a name or date at the end of a text is a signature: it heads nothing, begins no text."""
    return [replace(region, role="other") if _is_signature(region, regions) else region for region in regions]


def _is_signature(region: Region, regions: Sequence[Region]) -> bool:
    block = region.block
    if region.role not in ("heading", "body") or len(block.lines) > 1 or not block.script:
        return False
    text = _text_above(region, regions)
    if text is None or block.size > weights.LARGER_RATIO * text.size:
        return False
    columns = [
        other.block
        for other in regions
        if other.role == "body"
        and abs(other.block.left - text.left) <= weights.SIGNATURE_EDGE_EM * block.size
        and len(other.block.lines) > 1
    ]
    if _is_at_right(block, text, columns) and (region.role == "body" or not _heads_text(region, text, regions)):
        return True
    if region.role == "body":
        return False
    is_under = block.top - text.bottom <= weights.SIGNATURE_REACH_EM * block.size and ends_sentence(text.text)
    return is_under and len(names_in(block.text)) == 1 and not _heads_text(region, block, regions)


def _text_above(region: Region, regions: Sequence[Region]) -> TextBlock | None:
    """Returns the running text right above a region, in its column and its box; None if something else is there."""
    block = region.block
    above = [
        other
        for other in regions
        if other is not region
        and other.box == region.box
        and other.block.bottom <= block.top + block.size / 2
        and shared_width(other.block, block) > 0
    ]
    nearest = max(above, key=lambda other: other.block.bottom, default=None)
    return nearest.block if nearest and nearest.role == "body" else None


def _is_at_right(block: TextBlock, text: TextBlock, columns: Iterable[TextBlock]) -> bool:
    """Whether a few words are at the right edge of the text over them, by themselves, and are no part of a sentence.

    ``columns`` are the texts that begin at its left edge: one of them may show the right edge, where lines are ragged.
    """
    gap = block.top - text.bottom
    is_apart = weights.SIGNATURE_RIGHT_MIN_GAP_EM * block.size <= gap <= weights.SIGNATURE_RIGHT_REACH_EM * block.size
    is_right = any(abs(other.right - block.right) <= weights.SIGNATURE_EDGE_EM * block.size for other in columns)
    is_closed = ends_sentence(block.text) or block.text[-1] in PAUSES_HAN + PAUSES_LATIN
    return (
        is_apart
        and is_right
        and len(text.lines) > 1
        and block.left - text.left >= weights.SIGNATURE_MIN_INDENT_SHARE * text.width
        and len(block.text) <= weights.SIGNATURE_MAX_LETTERS
        and block.text[0].isupper()
        and not is_closed
    )


def _heads_text(region: Region, column: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether running text is the next below a heading in a column, not far from it."""
    block = region.block
    below = [
        other
        for other in regions
        if other.box == region.box
        and other.role in ("body", "heading")
        and 0 < other.block.lines[0].baseline - block.lines[-1].baseline <= weights.HEADING_REACH_EM * block.size
        and shared_width(other.block, column) > 0
    ]
    nearest = min(below, key=lambda other: other.block.top, default=None)
    return nearest is not None and nearest.role == "body"
