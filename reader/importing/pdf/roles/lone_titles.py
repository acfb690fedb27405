"""Titles in the size of headings, where a document has no larger text: the first text of a page, and those like it."""

from __future__ import annotations

from itertools import dropwhile

from reader.importing.pdf.blocks.article_labels import heads_abstract
from reader.importing.pdf.blocks.numbered_lines import begins_with_number, is_section_heading
from reader.importing.pdf.blocks.text_blocks import is_of_style
from reader.importing.pdf.roles.stacked_titles import with_stacked_titles
from reader.importing.pdf.weights import roles as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region


def titled_as_headed(pages: Sequence[Sequence[Region]]) -> list[list[Region]]:
    """Returns the regions of the pages of a document; if it has no title, the headings like its first one are titles.

    That is the first text of the first page, without a number, and clearly larger than the running text.
    """
    regions = [region for page in pages for region in page]
    first = _first_heading(pages[0]) if pages else None
    if first is None or any(region.role == "title" for region in regions):
        return [list(page) for page in pages]
    titled = [
        [replace(region, role="title") if _is_like(region, first) else region for region in page] for page in pages
    ]
    return [with_stacked_titles(page) for page in titled]


def _first_heading(page: Iterable[Region]) -> TextBlock | None:
    """Returns the heading that a page begins with; None if it begins with anything else."""
    regions = sorted((region for region in page if region.role not in _UNREAD), key=lambda region: region.block.top)
    texts = [region.block for region in regions if region.role == "body"]
    if not texts or not regions or regions[0].role != "heading":
        return None
    block = regions[0].block
    size = max(texts, key=lambda text: len(text.text)).size
    if begins_with_number(block.text) or is_section_heading(block) or heads_abstract(block.text):
        return None
    others = dropwhile(lambda region: _is_like(region, block), regions)
    is_only = not any(_is_like(other, block) for other in others)
    ratio = (
        weights.ONLY_TITLE_BOLD_MIN_RATIO
        if block.bold and is_only and len(regions) > weights.ONLY_TITLE_MIN_REGIONS
        else weights.ONLY_TITLE_MIN_RATIO
    )
    return block if block.size >= ratio * size else None


_UNREAD = ("running", "other", "byline", "caption", "table")
"""Roles of texts that may be over a title."""


def _is_like(region: Region, first: TextBlock) -> bool:
    return region.role == "heading" and is_of_style(region.block, first) and not begins_with_number(region.block.text)
