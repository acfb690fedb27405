"""Classification of the text blocks of a page by role: the certain ones first, then the rest."""

from __future__ import annotations

import re

from reader.importing.bullets import has_bullet
from reader.importing.credits import divided, is_byline, is_text_byline
from reader.importing.dates import is_date
from reader.importing.pdf.blocks.article_labels import begins_abstract, begins_entry
from reader.importing.pdf.blocks.diagrams import is_numbered_caption
from reader.importing.pdf.blocks.numbered_lines import is_numbered_heading, is_section_heading
from reader.importing.pdf.blocks.references import is_reference_list
from reader.importing.pdf.blocks.text_blocks import begins_subtitle
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.authors import is_dated_byline, is_named_writer, may_be_names, names_in, with_authors
from reader.importing.pdf.roles.biographies import with_biographies
from reader.importing.pdf.roles.block_forms import (
    SENTENCE_MARK_AT_END,
    has_figure,
    has_items,
    is_caption_by_number,
    is_head,
    is_in_capitals,
    is_list,
    is_short_as_heading,
    is_sign,
)
from reader.importing.pdf.roles.box_layout import with_boxed_text
from reader.importing.pdf.roles.centred_heads import with_centred_heads
from reader.importing.pdf.roles.contacts import with_contacts
from reader.importing.pdf.roles.continued_captions import with_captions_continued
from reader.importing.pdf.roles.continued_titles import with_continued_titles
from reader.importing.pdf.roles.footnotes import with_footnotes
from reader.importing.pdf.roles.front_matter import (
    with_abstracts,
    with_front_matter,
    with_titles_over_abstracts,
)
from reader.importing.pdf.roles.furniture import with_furniture
from reader.importing.pdf.roles.heading_series import with_headings_alike
from reader.importing.pdf.roles.key_figures import with_figures_explained
from reader.importing.pdf.roles.lower_levels import with_lower_levels
from reader.importing.pdf.roles.mastheads import is_issue, with_mastheads, with_names_in_parts
from reader.importing.pdf.roles.outer_rows import with_outer_rows
from reader.importing.pdf.roles.paper_heads import is_labelled_abstract
from reader.importing.pdf.roles.regions import (
    has_pictures,
    is_between_lines_of_column,
    is_body_size,
    is_flush_over_text,
    is_in_column,
    is_in_margin,
    is_near_picture,
    is_near_title,
    is_one_column,
    is_over_all_text,
    is_over_text,
)
from reader.importing.pdf.roles.running_on import runs_on
from reader.importing.pdf.roles.signatures import with_signatures
from reader.importing.pdf.roles.smaller_columns import with_smaller_columns
from reader.importing.pdf.roles.stacked_titles import with_stacked_titles
from reader.importing.pdf.roles.table_titles import is_table_title, is_table_unit, with_table_titles
from reader.importing.pdf.roles.text_boxes import with_sidebars, without_text_frames
from reader.importing.pdf.roles.title_words import has_address, is_lone_letter, is_worded
from reader.importing.pdf.roles.titles import body_grams, is_pull_quote, with_titles
from reader.importing.pdf.text_lines.leaders import is_entry
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import LATIN
from reader.model.record import replace
from reader.model.scripts import HAN_UNIFIED, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.table_grids import TableGrid
    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region, RegionRole
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

_NOTE = re.compile(r"[①-⑳*†‡※]|[\[(（]?\d{1,2}[\])）.．、]\s*\S|(?:注|註|Notes?)\s*[:：]")
"""Beginning of a note at the foot of a text."""
_QUESTION = re.compile(rf"(?:[问問]|Q\d*|[{HAN_UNIFIED}]{{2,6}})\s*[：:]|.*[？?]\s*\Z")
"""A question of an interview."""
_SPEAKER = re.compile(r"[A-Z][\w .]{1,24}:\s")
"""The name of a speaker before a question."""
_ROMAN_NUMBER = re.compile(r"[IVX]{1,5}\.\s+[A-Z]{2}")
"""Beginning of the heading of a section in small capitals."""
_ROW_OF_SIGNS = re.compile(r"(\S)\1{7,}\s*\Z")
"""Signs of one kind in a row, which are a rule."""


def classified(
    page: PrintedPage, blocks: Sequence[TextBlock], body: BodySizes, grids: Sequence[TableGrid]
) -> list[Region]:
    """Returns the blocks of a page with their roles; no block is of a table in ``grids``."""
    regions = with_footnotes(with_sidebars(page, blocks, body), page, body)
    regions = [_with_certain_body(region, page, body) for region in regions]
    regions = with_smaller_columns(with_furniture(with_boxed_text(regions, body), page, body), body)
    regions = with_names_in_parts(with_titles(regions, body), page)
    regions = with_continued_titles(with_titles_over_abstracts(regions, body))
    seen = without_text_frames(page, [region.block for region in regions if region.role == "body"])
    regions = with_authors(_with_the_rest(with_authors(regions), seen, body))
    regions = with_outer_rows(with_mastheads(with_front_matter(regions, page), page), page)
    regions = with_captions_continued(with_abstracts(with_biographies(regions)), body)
    regions = with_figures_explained(regions)
    regions = [replace(region, doubt=_doubt(region, page, body)) for region in regions]
    regions = with_headings_alike(with_centred_heads(with_table_titles(regions, grids)), grids)
    regions = with_stacked_titles(with_lower_levels(regions))
    return with_signatures(with_contacts(regions))


def _with_certain_body(region: Region, page: PrintedPage, body: BodySizes) -> Region:
    """Returns a region as running text if it is so whatever else is on the page."""
    block = region.block
    if region.role is None and _is_text_by_form(block):
        return replace(region, role="body")
    if region.role is None and not block.bold and is_labelled_abstract(block):
        return replace(region, role="body")
    if region.role or is_in_margin(block, page) or not is_body_size(block, body) or block.bold:
        return region
    is_short = len(block.lines) <= weights.CREDITED_MAX_LINES
    if is_short and is_near_picture(block, page) and divided(block.text)[1]:
        return region
    if is_caption_by_number(block):
        return region
    if is_table_unit(block.text):
        return replace(region, role="other")
    if begins_subtitle(block.text) and is_short_as_heading(block):
        return region
    if len(block.lines) == 1 and (
        is_date(block.text) or is_byline(block.text) or is_named_writer(block.text) or is_numbered_heading(block.text)
    ):
        return region
    return replace(region, role="body")


def _is_text_by_form(block: TextBlock) -> bool:
    """Whether a block is a formula, references, or entries of a list of contents."""
    is_list = is_reference_list(block.lines) or any(is_entry(line.text) for line in block.lines)
    return block.lines[0].is_formula or is_list


def _with_the_rest(regions: Sequence[Region], page: PrintedPage, body: BodySizes) -> list[Region]:
    """Returns the regions with a role for each that has none."""
    classifier = _Classifier(regions, page, body)
    return [region if region.role else replace(region, role=classifier.role(region.block)) for region in regions]


class _Classifier:
    """Tells the role of single blocks by the regions whose role is known."""

    def __init__(self, regions: Sequence[Region], page: PrintedPage, body: BodySizes) -> None:
        self._page, self._body = page, body
        self._heads = [region for region in regions if region.role in ("title", "body")]
        self._titles = [region for region in self._heads if region.role == "title"]
        self._is_one_column = is_one_column(regions)
        self._grams = body_grams(self._heads)

    def role(self, block: TextBlock) -> RegionRole:
        """Returns the role of a block."""
        own_size = self._body.get(block.script) if block.script else None
        size = own_size or max(self._body.values(), default=block.size)
        if not any(map(str.isalnum, block.text)) and not _is_drawn_sign(block.text):
            return "label"
        if is_lone_letter(block.text):
            return "label"
        is_dated = is_date(block.text) or (is_issue(block.text) and block.size < size)
        is_apart = block.bold or not is_body_size(block, self._body) or not is_over_text(block, self._heads)
        is_date_line = len(block.lines) == 1 and is_dated and is_apart
        if is_date_line and all(head.block.top >= block.bottom for head in self._heads if head.role == "body"):
            return "running" if not is_over_text(block, self._heads) else "heading"
        is_short = len(block.lines) <= weights.BYLINE_MAX_LINES
        if is_named_writer(block.text) or (is_short and is_text_byline(block.text)):
            return "byline"
        if is_caption_by_number(block) and block.size < weights.LARGE_RATIO * size:
            return "table" if is_table_title(block.text) else "caption"
        if divided(block.text)[1] and block.size < weights.CREDITED_MAX_RATIO * size:
            return "byline" if is_near_title(block, self._titles) and is_byline(block.text) else "caption"
        if block.size >= weights.LARGER_RATIO * size and is_section_heading(block):
            return "heading"
        if block.size < weights.SMALL_RATIO * size:
            return "heading" if self._is_small_heading(block, size) else self._role_of_small(block)
        return self._role_of_large(block, size) or self._role_of_usual(block)

    def _is_small_heading(self, block: TextBlock, size: float) -> bool:
        """Whether bold text, or capitals, smaller than the running text is close over it and by no picture."""
        if len(block.lines) == 1 and block.text.isupper() and _ROMAN_NUMBER.match(block.text):
            return any(head.role == "body" and _is_below(head.block, block) for head in self._heads)
        is_candidate = block.bold and block.size >= weights.SMALL_HEADING_RATIO * size
        is_capitals = block.size >= weights.CAPITALS_HEADING_RATIO * size and _heads_in_capitals(block, self._heads)
        if not is_capitals and not (is_candidate and _is_heading(block, self._heads, size)):
            return False
        is_over = is_over_text(block, self._heads) or is_flush_over_text(block, self._heads)
        return is_over and not is_near_picture(block, self._page, weights.OVER_TEXT_GAP_EM)

    def _role_of_small(self, block: TextBlock) -> RegionRole:
        """Returns the role of a block that is smaller than the running text."""
        if is_sign(block.text) or (len(block.lines) == 1 and not is_worded(block.text)):
            return "label"
        if begins_abstract(block.text):
            return "body"
        if begins_entry(block.text):
            return "other"
        if is_dated_byline(block.text) and is_over_text(block, self._heads):
            return "byline"
        if is_near_picture(block, self._page):
            is_short = len(block.lines) <= weights.CAPTION_MAX_LINES
            return "caption" if is_short and not has_items(block) else "sidebar"
        if is_near_title(block, self._titles) and len(block.lines) <= weights.BYLINE_MAX_LINES and may_be_names(block):
            return "byline"
        if _NOTE.match(block.text):
            return "other"
        if len(block.lines) == 1 and block.script == LATIN and names_in(block.text):
            return "other"
        texts = [head.block for head in self._heads if head.role == "body"]
        if not is_numbered_caption(block.text) and (
            any(is_in_column(block, text) for text in texts) or is_between_lines_of_column(block, texts)
        ):
            return "body"
        is_short = len(block.lines) <= weights.SMALL_NOTE_MAX_LINES
        return "other" if is_short and not has_pictures(self._page) else "sidebar"

    def _role_of_large(self, block: TextBlock, size: float) -> RegionRole | None:
        """Returns the role of a block that is larger than the running text, or a heading; None if it is neither."""
        is_large = block.size >= weights.LARGE_RATIO * size
        if is_large and (self._is_paragraph_of_page(block) or runs_on(block)):
            return "body"
        if is_large and has_figure(block):
            return "pull"
        if is_large and is_list(block):
            return "body"
        is_heading = _is_heading(block, self._heads, size)
        is_bold_heading = block.bold and block.size < weights.BOLD_HEADING_MAX_RATIO * size
        is_first = all(region.block.top >= block.bottom for region in self._heads)
        is_over = self._is_one_column or is_over_text(block, self._heads)
        heads_text = is_heading and (is_over or is_bold_heading or is_first)
        if is_large and is_first and (block.bold or not self._titles) and is_head(block):
            return "heading"
        if is_large and is_over_all_text(block, self._heads) and self._is_under_title(block) and not is_heading:
            return "deck"
        if is_large and is_pull_quote(block, self._grams, may_repeat=heads_text):
            return "pull"
        if is_large and not block.bold and _is_deck(block, self._heads):
            return "deck"
        if is_heading:
            return "heading"
        if is_large and has_address(block.text):
            return "other"
        if is_large:
            is_deck = self._is_under_title(block)
            is_pull = ends_sentence(block.text) or not is_short_as_heading(block)
            return "deck" if is_deck else "pull" if is_pull else "heading"
        return None

    def _is_paragraph_of_page(self, block: TextBlock) -> bool:
        """Whether larger text is a paragraph of a page without columns: lines that end a sentence, and no deck."""
        is_closed = len(block.lines) > 1 and ends_sentence(block.text)
        is_last = not any(head.role == "body" and head.block.top >= block.bottom for head in self._heads)
        return is_closed and self._is_one_column and (is_last or not self._is_under_title(block))

    def _is_under_title(self, block: TextBlock) -> bool:
        """Whether a block is near a title in its own column."""
        near = [title for title in self._titles if is_near_title(block, [title])]
        return any(shared_width(title.block, block) > 0 for title in near)

    def _role_of_usual(self, block: TextBlock) -> RegionRole:
        """Returns the role of a block that is about as large as the running text."""
        is_apart = not is_body_size(block, self._body) or begins_subtitle(block.text)
        if self._is_under_title(block) and is_apart and not runs_on(block):
            return "deck"
        if is_body_size(block, self._body) or len(block.lines) > weights.LOOSE_MAX_LINES:
            return "body"
        return "caption" if is_near_picture(block, self._page) else "other"


def _is_drawn_sign(text: str) -> bool:
    """Whether signs are some of a keyboard, and neither one alone nor a row of one: they may be a figure."""
    return len(text) > 1 and text.isascii() and text.isprintable() and not _ROW_OF_SIGNS.match(text)


def _is_heading(block: TextBlock, regions: Sequence[Region], size: float) -> bool:
    """Whether a block heads running text: short, no sentence, bold or with text of its column below it."""
    text = block.text
    if not is_short_as_heading(block) or not is_worded(text) or has_address(text) or has_bullet(text):
        return False
    if begins_entry(text):
        return False
    if block.lines[0].has_drop_cap:
        return False
    is_larger = block.size >= weights.LARGER_RATIO * size
    is_line = block.bold and len(block.lines) == 1 and is_over_text(block, regions)
    is_label = is_line and text[-1] in ":："
    if SENTENCE_MARK_AT_END.search(text) and not is_label:
        return False
    if not (is_larger or is_label) and (_QUESTION.match(text) or (_SPEAKER.match(text) and not is_line)):
        return False
    if block.bold or (len(block.lines) == 1 and is_numbered_heading(text)):
        return True
    return is_larger and any(
        region.role == "body"
        and 0 <= region.block.top - block.top <= weights.HEADING_REACH_EM * block.size
        and shared_width(region.block, block) > 0
        for region in regions
    )


def _heads_in_capitals(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether capitals are at the left edge of running text right under them, not over all of it."""
    is_below = any(region.block.top < block.bottom for region in regions)
    edge = weights.COLUMN_HEADING_EDGE_EM * block.size
    return (
        is_in_capitals(block)
        and is_below
        and any(
            region.role == "body" and abs(region.block.left - block.left) <= edge and is_over_text(block, [region])
            for region in regions
        )
    )


def _is_deck(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether a large line belongs to the title above it, not to the text below it."""
    to_title = min(
        (
            block.top - region.block.bottom
            for region in regions
            if region.role == "title" and region.block.top < block.top
        ),
        default=None,
    )
    to_text = min(
        (
            region.block.top - block.bottom
            for region in regions
            if region.role == "body" and region.block.top > block.top
        ),
        default=0.0,
    )
    if to_title is None or to_title > weights.DECK_REACH_EM * block.size:
        return False
    return to_text > weights.DECK_TEXT_GAP_RATIO * to_title


def _is_below(block: TextBlock, head: TextBlock) -> bool:
    gap = block.top - head.bottom
    return 0 <= gap <= weights.ABSTRACT_REACH_EM * head.size and shared_width(block, head) > 0


def _doubt(region: Region, page: PrintedPage, body: BodySizes) -> str:
    """Returns a few words on a role that is unsure; empty if another one is not likely."""
    block = region.block
    if region.role == "caption" and not is_near_picture(block, page) and not divided(block.text)[1]:
        return "a caption, though it stands by no picture" if has_pictures(page) else ""
    if region.role == "sidebar" and region.box is None:
        return "small text that stands in no box: it may be a caption, or running text"
    if region.role == "body" and body and not is_body_size(block, body):
        return "set unlike the rest of the text: it may not belong to it"
    return ""
