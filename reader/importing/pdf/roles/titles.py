"""Large texts: finds the titles, the decks under them, and the pull quotes."""

from __future__ import annotations

import re

from reader.importing.dates import is_date
from reader.importing.pdf.blocks.article_labels import heads_abstract
from reader.importing.pdf.blocks.numbered_lines import is_section_heading
from reader.importing.pdf.blocks.text_blocks import block_of, is_of_style, is_same_size
from reader.importing.pdf.page.geometry import shared_width, vertical_gap
from reader.importing.pdf.roles.authors import is_named_writer, names_in, names_writer
from reader.importing.pdf.roles.regions import is_one_column, is_over_all_text, largest_size
from reader.importing.pdf.roles.title_halves import with_title_halves_joined
from reader.importing.pdf.roles.title_words import (
    character_grams,
    has_address,
    is_lone_letter,
    is_long,
    is_phrase,
    is_repeated,
    is_sentence,
    is_spaced,
    is_worded,
)
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import HAN, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region, RegionRole
    from reader.importing.pdf.text_lines.body_sizes import BodySizes

_BACK_MATTER = re.compile(
    r"\s*(?:参\s*考\s*文\s*献|參\s*考\s*文\s*獻|致\s*[谢謝]|附\s*[录錄]|注\s*释|註\s*釋"
    r"|References?|Bibliography|Literature cited|Acknowledge?ments?|Notes"
    r"|Literaturverzeichnis|Literatur|Bibliographie|Références)\s*[:：]?\s*\Z",
    re.IGNORECASE,
)
"""Heading of a part at the end of an article, which begins no other."""

_END_MARK = re.compile(r"(?<=[^\w\s])\s+\S\Z")
"""An ornament after the last sentence of an article."""


def with_titles(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions with titles found: the largest text, and its counterpart beside or below it.

    Texts as large which are no titles become decks or pull quotes.
    """
    size = largest_size(body)
    text = body_grams(regions)
    regions = _with_large_lines_joined(with_title_halves_joined(regions, size), size)
    candidates = [
        region
        for region in regions
        if _is_large(region, weights.TITLE_RATIO * size)
        and not is_date(region.block.text)
        and not is_named_writer(region.block.text)
        and not is_sentence(region.block.text)
        and not has_address(region.block.text)
        and not _BACK_MATTER.match(region.block.text)
        and not heads_abstract(region.block.text)
        and (not is_section_heading(region.block) or _is_chapter(region.block, regions, size))
    ]
    headlines = _headlines(regions, size, text)
    headlines += _over_writers(regions, candidates, size)
    candidates += [region for region in headlines if region not in candidates]
    sure = [
        region
        for region in candidates
        if not is_pull_quote(region.block, text, may_repeat=is_over_all_text(region.block, regions))
        and not _is_line_of_names(region.block, candidates)
    ]
    titles = [
        region
        for region in candidates
        if region in sure or region in headlines or _is_one_of_a_series(region, sure, regions)
    ]
    counterparts = _counterparts(regions, titles, size)
    counterparts += _distant_counterparts(regions, [*titles, *counterparts], size)
    roles: dict[int, RegionRole] = {id(region): "title" for region in (*titles, *counterparts)}
    for region in titles:
        if region in headlines:
            continue
        if _is_between_text(region, titles, regions, size):
            is_head = is_one_column(regions) or _is_subheading(region.block, regions)
            roles[id(region)] = "heading" if is_head and not is_sentence(region.block.text) else "pull"
        elif _is_deck_below(region.block, titles, regions):
            roles[id(region)] = "deck"
    lesser = [region.block for region in titles if roles[id(region)] == "heading"]
    for region in titles:
        if roles[id(region)] != "pull" and any(is_of_style(region.block, block) for block in lesser):
            roles[id(region)] = "heading"
    for region in regions:
        block = region.block
        is_verse = len(block.lines) > weights.LONG_DECK_MAX_LINES and block.script == HAN
        is_large = region.role is None and block.size >= weights.TITLE_RATIO * size and is_long(block.text)
        is_large = is_large and not is_verse
        if is_large and is_over_all_text(block, regions):
            roles[id(region)] = "deck"
    return [replace(region, role=roles[id(region)]) if id(region) in roles else region for region in regions]


def _is_chapter(block: TextBlock, regions: Sequence[Region], size: float) -> bool:
    """Whether a text with a number of one level is the title of a chapter: much larger than the text, and over all."""
    is_large = block.size >= weights.LONE_TITLE_RATIO * size
    return is_large and block.text[:2].strip().isdecimal() and is_over_all_text(block, regions)


def _is_line_of_names(block: TextBlock, candidates: Iterable[Region]) -> bool:
    """Whether a text consists of names below a larger title: they are its authors."""
    above = [
        other.block for other in candidates if other.block.bottom <= block.top and shared_width(other.block, block) > 0
    ]
    is_lesser = any(other.size > block.size / weights.LESSER_TITLE_RATIO for other in above)
    return is_lesser and bool(names_in(block.text))


def _with_large_lines_joined(regions: Sequence[Region], size: float) -> list[Region]:
    """Returns the regions; large lines of one style under each other are one text, though a picture ends between."""
    found: list[Region] = []
    for region in regions:
        above = found[-1] if found else None
        if above and above.role is None and region.role is None and _is_next_line(above.block, region.block, size):
            found[-1] = replace(above, block=block_of([*above.block.lines, *region.block.lines]))
        else:
            found.append(region)
    return found


def _is_next_line(above: TextBlock, below: TextBlock, size: float) -> bool:
    step = below.lines[0].baseline - above.lines[-1].baseline
    return (
        below.size >= weights.TITLE_RATIO * size
        and above.script == below.script
        and is_same_size(above.size, below.size, below.size)
        and len(above.lines) + len(below.lines) <= weights.TITLE_MAX_LINES
        and blocks_weights.MIN_LEADING_EM * below.size < step <= weights.TITLE_LEADING_EM * below.size
        and (
            abs(above.left - below.left) <= weights.TITLE_INDENT_EM * below.size
            or (is_of_style(above, below) and _is_mostly_under(above, below))
        )
    )


def _is_mostly_under(above: TextBlock, below: TextBlock) -> bool:
    """Whether most of the shorter one of two lines is under the other one, which may begin beside a picture."""
    return shared_width(above, below) >= blocks_weights.BLOCK_MIN_OVERLAP * min(above.width, below.width)


def _is_one_of_a_series(region: Region, titles: Iterable[Region], regions: Sequence[Region]) -> bool:
    """Whether a text looks like a sure title and heads text, as the titles of short items do."""
    looks_alike = any(is_of_style(region.block, title.block) for title in titles)
    return looks_alike and _heads_text(region.block, regions)


def _headlines(regions: Sequence[Region], size: float, text: set[str]) -> list[Region]:
    """Returns headlines as newspapers have them: several in one style, each over text of its own, much larger than it.

    They may end as a sentence does, or repeat words of the text, but not both. Letter-spaced ones may be smaller: no
    quotation is spaced.
    """
    large = [
        region
        for region in regions
        if _is_large(region, (weights.TITLE_RATIO if is_spaced(region.block) else weights.LONE_TITLE_RATIO) * size)
        and not is_section_heading(region.block)
        and _is_over_column(region.block, regions)
        and _ends_above(region.block, regions)
        and not (is_sentence(region.block.text) and is_repeated(region.block.text, text))
        and count_latin_words(region.block.text) <= weights.HEADLINE_MAX_WORDS
    ]
    return [
        region
        for region in large
        if any(other is not region and is_of_style(other.block, region.block) for other in large)
    ]


def _is_large(region: Region, least_size: float) -> bool:
    """Whether a region without a role is a few words of at least a size."""
    block = region.block
    is_few = len(block.lines) <= weights.TITLE_MAX_LINES and not is_long(block.text)
    is_text = is_worded(block.text) and not is_lone_letter(block.text)
    return region.role is None and block.size >= least_size and is_few and is_text


def _over_writers(regions: Sequence[Region], titles: Sequence[Region], size: float) -> list[Region]:
    """Returns the large texts over the names of their writers; below a larger one only several in one style."""
    large = [
        region
        for region in regions
        if _is_large(region, weights.LARGE_RATIO * size) and _is_over_writer(region.block, regions)
    ]
    return [
        region
        for region in large
        if not _is_close_below(region.block, titles)
        or any(other is not region and is_of_style(other.block, region.block) for other in large)
    ]


def _is_over_writer(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether the next text below a large one names its writer: no part of an article begins there, nor a quotation."""
    below = [other.block for other in regions if other.block.top >= block.bottom]
    nearest = min((other for other in below if shared_width(other, block) > 0), key=lambda one: one.top, default=None)
    return (
        nearest is not None
        and nearest.top - block.bottom <= weights.HEADING_REACH_EM * block.size
        and len(nearest.lines) == 1
        and names_writer(nearest.text)
    )


def _is_close_below(block: TextBlock, titles: Iterable[Region]) -> bool:
    """Whether a text is close below a larger one, so that it may be its deck."""
    return any(
        block.size < title.block.size
        and title.block.bottom <= block.top
        and _is_close(block, title.block, weights.TITLE_REACH_EM)
        for title in titles
    )


def _ends_above(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether the running text right above a headline is at an end: that in its last column, before an ornament."""
    above = [
        region.block
        for region in regions
        if region.role == "body" and region.block.bottom <= block.top and shared_width(region.block, block) > 0
    ]
    bottom = max((one.bottom for one in above), default=0.0)
    row = [one for one in above if one.bottom > bottom - one.size]
    nearest = max(row, key=lambda one: one.right, default=None)
    return nearest is None or ends_sentence(_END_MARK.sub("", nearest.lines[-1].text))


def _is_over_column(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether running text is the next below a large text and its deck, not far from it and as wide."""
    below = [other for other in regions if other.block.top >= block.bottom and shared_width(other.block, block) > 0]
    below.sort(key=lambda other: other.block.top)
    if len(below) > 1 and _is_line_between(below[0], block, below[1].block):
        del below[0]
    nearest = below[0] if below else None
    reach = weights.HEADING_REACH_EM * block.size
    return nearest is not None and nearest.role == "body" and nearest.block.top - block.bottom <= reach


def _is_line_between(region: Region, above: TextBlock, below: TextBlock) -> bool:
    """Whether a region is one line in a size between those of a headline and of the text below: its deck.

    A bold line may be as large as the text.
    """
    block = region.block
    least = below.size if block.bold and not below.bold else below.size * weights.LARGE_RATIO
    is_between = least <= block.size < above.size * weights.LESSER_TITLE_RATIO
    return region.role is None and len(block.lines) == 1 and is_between


def _is_subheading(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether a large text inside a column heads the text below it: its words are not taken from the text."""
    if not is_phrase(block.text):
        return True
    tight = re.sub(r"\W+", "", block.text.lower())
    bodies = (re.sub(r"\W+", "", region.block.text.lower()) for region in regions if region.role == "body")
    return _heads_text(block, regions) and not any(tight in body for body in bodies)


def _heads_text(block: TextBlock, regions: Sequence[Region]) -> bool:
    """Whether running text in the script of a large text begins at its left edge, not far below it."""
    below = [
        region
        for region in regions
        if region.role in ("body", None) and region.block.top >= block.bottom and shared_width(region.block, block) > 0
    ]
    nearest = min(below, key=lambda region: region.block.top, default=None)
    if nearest and nearest.role is None and block.bold and nearest.block.bold and nearest.block.size < block.size:
        return len(nearest.block.lines) == 1 and _heads_text(nearest.block, regions)
    return bool(
        nearest
        and nearest.role == "body"
        and nearest.block.script == block.script
        and nearest.block.top - block.bottom <= weights.HEADING_REACH_EM * nearest.block.size
        and abs(nearest.block.left - block.left) <= weights.COLUMN_HEADING_EDGE_EM * nearest.block.size
    )


def body_grams(regions: Iterable[Region]) -> set[str]:
    """Returns the character n-grams of the running text."""
    return character_grams("".join(region.block.text for region in regions if region.role == "body"))


def _counterparts(regions: Sequence[Region], titles: Sequence[Region], size: float) -> list[Region]:
    """Returns the smaller titles in the other script, close to a title."""
    found = []
    known = {id(title) for title in titles}
    for region in regions:
        block = region.block
        if region.role or id(region) in known or block.size < weights.LARGE_RATIO * size or not block.script:
            continue
        if len(block.lines) > weights.COUNTERPART_MAX_LINES:
            continue
        near = [title.block for title in titles if _is_close(block, title.block, weights.TITLE_REACH_EM)]
        if any(title.script == block.script for title in near) or is_sentence(block.text):
            continue
        if any(_is_close(block, title, weights.COUNTERPART_REACH_EM) for title in near):
            found.append(region)
    return found


def _distant_counterparts(regions: Sequence[Region], titles: Sequence[Region], size: float) -> list[Region]:
    """Returns titles below text in the other script, such as the English one of a Chinese paper.

    Each is the first and the largest text in its script.
    """
    scripts = {title.block.script for title in titles}
    found = []
    for region in regions:
        block = region.block
        if region.role or not scripts or not block.script or block.script in scripts or not is_worded(block.text):
            continue
        own = [other for other in regions if other.block.script == block.script and other is not region]
        bodies = [other.block for other in own if other.role == "body"]
        is_first = bool(bodies) and all(other.top >= block.bottom for other in bodies)
        is_largest = all(other.block.size < block.size for other in own if other.role != "running")
        is_large = block.size >= weights.LARGE_RATIO * size and len(block.lines) <= weights.COUNTERPART_MAX_LINES
        if is_first and is_largest and is_large and not is_sentence(block.text):
            found.append(region)
    return found


def _is_deck_below(block: TextBlock, titles: Sequence[Region], regions: Sequence[Region]) -> bool:
    """Whether text as large as a title is below a much larger one of its script, without running text between."""
    return any(
        title.block.script == block.script
        and block.size < weights.DECK_RATIO * title.block.size
        and _is_close(block, title.block, weights.TITLE_REACH_EM)
        and not any(title.block.top < region.block.top < block.top for region in regions if region.role == "body")
        for title in titles
    )


def _is_between_text(title: Region, titles: Sequence[Region], regions: Sequence[Region], size: float) -> bool:
    """Whether text as large as a title is inside a column: smaller than the title of the page, or the only one."""
    block = title.block
    above = [
        region.block
        for region in regions
        if region.role == "body"
        and region.block.script == block.script
        and region.block.bottom <= block.top
        and shared_width(region.block, block) > 0
    ]
    if not above:
        return False
    others = [other.block.size for other in titles if other is not title and other.block.script == block.script]
    if others and block.size < weights.LESSER_TITLE_RATIO * max(others):
        return True
    nearest = max(above, key=lambda one: one.bottom)
    return len(titles) == 1 and (block.size < weights.LONE_TITLE_RATIO * size or not ends_sentence(nearest.text))


def _is_close(block: TextBlock, title: TextBlock, reach_em: float) -> bool:
    return vertical_gap(block, title) <= reach_em * title.size and shared_width(block, title) > 0


def is_pull_quote(block: TextBlock, body: set[str], *, may_repeat: bool) -> bool:
    """Whether a large text is a sentence, or repeats the running text, given by its n-grams.

    Text over all running text, or close over text of its own, may repeat some words.
    """
    return is_sentence(block.text) or (not may_repeat and is_repeated(block.text, body))
