"""Mastheads and large running heads: the name of a newspaper or of a maker over the titles of a page, or in a logo."""

from __future__ import annotations

import re

from reader.importing.dates import is_date
from reader.importing.pdf.blocks.article_labels import heads_abstract
from reader.importing.pdf.blocks.numbered_lines import is_section_heading
from reader.importing.pdf.blocks.text_blocks import is_of_style
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.regions import is_in_margin
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.roles.regions import Region, RegionRole
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

_ISSUE = re.compile(
    r"\bvol(?:ume\b|\.)?\s*[\divxlc]+|\b(?:no|nr|issue|ausgabe|num[ée]ro)\b\.?\s*#?\d|第\s*[\d一二三四五六七八九十百]+\s*[期卷]",
    re.IGNORECASE,
)
"""The number of an issue."""


def with_names_in_parts(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions; the name of a newsletter in two sizes is furniture, and the lines between it and a title."""
    is_in_parts = sum(region.role == "title" for region in regions) > 1
    return _with_dated_name(regions, page) if is_in_parts else list(regions)


def _with_dated_name(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions; the name of a newsletter over the date of the issue and a title is furniture."""
    names, titles = _titles_under_dated_name(regions, page)
    if not titles:
        return list(regions)
    roles: dict[int, RegionRole] = {id(name): "running" for name in names}
    if len(names) > 1:
        roles |= {id(region): "running" for region in regions if _is_between(region.block, names, titles[0].block)}
    roles |= {id(title): "title" for title in titles}
    return [replace(region, role=roles[id(region)]) if id(region) in roles else region for region in regions]


def _is_between(block: TextBlock, names: Sequence[Region], title: TextBlock) -> bool:
    """Whether a line is under the name of a newsletter and over the title of the first text, or beside that."""
    top = min(name.block.top for name in names)
    return len(block.lines) == 1 and block.top >= top and block.bottom <= title.top


def with_mastheads(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions with mastheads as furniture.

    They are a title over headlines in another style, one in the margin over a title, and the words of a logo.
    """
    regions = _with_dated_name(regions, page)
    found = [replace(region, role="running") if _is_masthead(region, regions, page) else region for region in regions]
    found = [replace(region, role="running") if _is_kicker(region, found, page) else region for region in found]
    return _without_logos(found, page)


def _without_logos(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions; titles that are words of logos, and the lines close under them, are furniture."""
    logos = [region.block for region in regions if _is_logo(region, regions, page)]
    furniture = {id(logo) for logo in logos}
    for region in regions:
        block = region.block
        if region.role in ("byline", "deck", "heading") and any(
            shared_width(block, logo) > 0
            and len(block.lines) == 1
            and logo.top < block.top
            and block.top - logo.bottom <= weights.LOGO_LINE_GAP_EM * block.size
            for logo in logos
        ):
            furniture.add(id(block))
    return [replace(region, role="running") if id(region.block) in furniture else region for region in regions]


def _is_logo(region: Region, regions: Sequence[Region], page: PrintedPage) -> bool:
    """Whether a title is a word or two in the head of a page that a drawing touches, beside another title."""
    block = region.block
    if (
        region.role != "title"
        or block.bottom > weights.MASTHEAD_HEAD_SHARE * page.height
        or len(block.lines) > 1
        or len(block.text) > weights.LOGO_MAX_LETTERS
    ):
        return False
    has_rival = any(
        other.role == "title"
        and other.block is not block
        and other.block.script == block.script
        and not is_of_style(block, other.block)
        for other in regions
    )
    return has_rival and any(_touches(box, block) for box in page.picture_boxes)


def _touches(box: Box, block: TextBlock) -> bool:
    """Whether a drawing about as high as a line is at one of its ends, without room between them."""
    if not weights.LOGO_MIN_HEIGHT_EM * block.size <= box.height <= weights.LOGO_MAX_HEIGHT_EM * block.size:
        return False
    gap, slack = weights.LOGO_GAP_EM * block.size, weights.LOGO_OVERLAP_EM * block.size
    is_at_end = -slack <= box.left - block.right <= gap or -slack <= block.left - box.right <= gap
    shared = min(box.bottom, block.bottom) - max(box.top, block.top)
    return is_at_end and shared >= weights.LOGO_ROW_SHARE * box.height


def _is_kicker(region: Region, regions: Sequence[Region], page: PrintedPage) -> bool:
    """Whether a heading is a few words over the title of a page, and over all text: the section or the kind of text."""
    block = region.block
    is_short = len(block.lines) == 1 and len(block.text) <= weights.KICKER_MAX_LETTERS and not block.text[0].isdecimal()
    is_marked = region.role == "heading" or (region.role == "title" and _is_before_rule(block, page))
    if not is_marked or not is_short or block.bottom > weights.DATED_NAME_SHARE * page.height:
        return False
    titles = [other.block for other in regions if other.role == "title" and other.block is not block]
    below = [other.block for other in regions if other.role == "body"]
    return (
        bool(titles)
        and all(block.bottom <= title.top and block.size < title.size for title in titles)
        and all(block.bottom <= body.top for body in below)
    )


def _is_before_rule(block: TextBlock, page: PrintedPage) -> bool:
    """Whether a rule goes on in the row of a text, from its end on."""
    return any(
        box.height <= page_weights.RULE_MAX_PT
        and box.width >= weights.KICKER_RULE_MIN_EM * block.size
        and block.top <= box.top
        and box.bottom <= block.bottom
        and 0 <= box.left - block.right <= weights.KICKER_RULE_REACH_EM * block.size
        for box in page.boxes
    )


def _is_masthead(region: Region, regions: Sequence[Region], page: PrintedPage) -> bool:
    block = region.block
    if region.role != "title" or block.bottom > weights.MASTHEAD_HEAD_SHARE * page.height or len(block.lines) > 1:
        return False
    below = [
        other
        for other in regions
        if other.role in ("title", "heading", "deck")
        and other.block.top >= block.bottom
        and other.block.script == block.script
        and (other.role != "deck" or other.block.size >= block.size)
        and not (other.role == "heading" and (heads_abstract(other.block.text) or is_section_heading(other.block)))
    ]
    headlines = [
        other for other in below if other.role == "title" and block.size >= weights.MASTHEAD_RATIO * other.block.size
    ]
    is_over_headlines = len(headlines) >= weights.MASTHEAD_MIN_HEADLINES and all(
        is_of_style(headlines[0].block, other.block) for other in headlines
    )
    is_at_right = block.left > (page.left + page.right) / 2
    is_over_title = is_in_margin(block, page) and any(
        other.block.size >= weights.MASTHEAD_RIVAL_RATIO * block.size
        and (is_at_right or not is_of_style(block, other.block))
        and not any(
            region.role == "body" and block.bottom <= region.block.top < other.block.top - other.block.size
            for region in regions
        )
        for other in below
    )
    return is_over_headlines or is_over_title or _is_beside_furniture(block, regions, page)


def _is_beside_furniture(block: TextBlock, regions: Sequence[Region], page: PrintedPage) -> bool:
    """Whether a few words in the margin are in one row with furniture, such as the date of an issue."""
    return is_in_margin(block, page) and any(
        other.role == "running"
        and 0 <= other.block.bottom <= page.height
        and min(other.block.bottom, block.bottom) - max(other.block.top, block.top)
        >= weights.MASTHEAD_ROW_SHARE * other.block.size
        and not other.block.text.isdecimal()
        for other in regions
    )


def _titles_under_dated_name(regions: Sequence[Region], page: PrintedPage) -> tuple[list[Region], list[Region]]:
    """Returns the name of a newsletter, with the date of the issue by it, and the titles of the texts below.

    The name may be in two sizes, its parts beside each other. There are no titles if there is no such name.
    """
    names = [region for region in regions if region.role == "title"]
    bodies = [region.block for region in regions if region.role == "body"]
    if not names or not bodies or max(name.block.bottom for name in names) > weights.DATED_NAME_SHARE * page.height:
        return [], []
    name = max((each.block for each in names), key=lambda block: block.bottom)
    is_one_row = all(each.block.bottom > name.top and each.block.top < name.bottom for each in names)
    reach = weights.DATED_NAME_REACH_SHARE * page.height
    texts = [(line.text, line.top) for line in page.lines]
    texts += [(region.block.text, region.block.top) for region in regions]
    if not is_one_row or not any(
        (is_date(text) or is_issue(text)) and -reach <= top - name.bottom <= reach for text, top in texts
    ):
        return [], []
    size = max(bodies, key=lambda body: len(body.text)).size
    largest = min(each.block.size for each in names) / weights.DATED_NAME_RATIO
    heads = [
        region
        for region in regions
        if region.role in (None, "heading", "deck")
        and region.block.top >= name.bottom
        and weights.DATED_TITLE_RATIO * size <= region.block.size <= largest
        and count_latin_words(region.block.text) <= weights.RUNNING_HEAD_MAX_WORDS
        and not ends_sentence(region.block.text)
        and any(
            -region.block.size / 2 <= body.top - region.block.bottom <= weights.HEADING_REACH_EM * region.block.size
            and shared_width(body, region.block) > 0
            for body in bodies
        )
    ]
    first = max(heads, key=lambda region: (region.block.size, -region.block.top), default=None)
    return names, [region for region in heads if first and (region is first or is_of_style(region.block, first.block))]


def is_issue(text: str) -> bool:
    """Whether a text is a line with the number of an issue."""
    return len(text) <= weights.ISSUE_LINE_MAX_LETTERS and bool(_ISSUE.search(text))
