"""The head of a paper in one or two languages: its title, authors and institutions over the abstract, in each."""

from __future__ import annotations

import re
from itertools import zip_longest

from reader.importing.pdf.blocks.article_labels import heads_abstract
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.roles.authors import NUMBERED_INSTITUTION, names_apart, names_in, names_institution
from reader.importing.pdf.roles.journal_heads import is_title_again, with_own_titles
from reader.importing.pdf.roles.paper_heads import paper_heads
from reader.importing.pdf.roles.regions import largest_size
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import LATIN, count_han, count_latin_words
from reader.model.record import replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.paper_heads import PaperHead
    from reader.importing.pdf.roles.regions import Region, RegionRole
    from reader.importing.pdf.text_lines.body_sizes import BodySizes
    from reader.importing.pdf.text_lines.printed_pages import PrintedPage

_SMALL: tuple[RegionRole, ...] = ("sidebar", "caption", "other")
"""Roles of small text that may be an abstract or its label."""
_DASH = re.compile(r"\s*[—―–-]{1,2}")
"""Beginning of a subtitle."""
_LONE_NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]{1,19}\Z")
_NAME_ENDS = re.compile(r"[\s,，、;；·|]|[0-9*]")
"""Marks between names."""


def with_titles_over_abstracts(regions: Sequence[Region], body: BodySizes) -> list[Region]:
    """Returns the regions; the first text over an abstract in a script that has no title yet is one, too.

    On a page without any, the first one is a text over an abstract that is larger than all other text.
    """
    regions = _with_names_apart(regions)
    regions = with_own_titles(regions, paper_heads(regions))
    heads = paper_heads(regions)
    regions = _with_largest_as_title(regions, heads, body)
    names = [text for head in heads for text in head.texts[1:] if text.role == "title" and _is_latin_names(text)]
    scripts = {region.block.script for region in regions if region.role == "title" and region not in names}
    if not scripts:
        return list(regions)
    found = []
    for head in heads:
        first = next(iter(head.texts), None)
        own = head.abstract.block.script
        if first and own not in scripts and first.block.script == own and _may_be_title(*head.texts):
            found.append(first)
    titled = [replace(region, role="byline") if found and region in names else region for region in regions]
    return [replace(region, role="title") if region in found else region for region in titled]


def _with_names_apart(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; over an abstract, a text of names and then of their institutions is two."""
    over = {id(text) for head in paper_heads(regions) for text in head.texts}
    parts = [names_apart(region, in_paper=True) if id(region) in over else [region] for region in regions]
    return [replace(part, role=None) if len(own) > 1 else part for own in parts for part in own]


def _with_largest_as_title(regions: Sequence[Region], heads: Sequence[PaperHead], body: BodySizes) -> Sequence[Region]:
    """Returns the regions; on a page without a title, the largest text is one if it is over an abstract."""
    if any(region.role == "title" for region in regions):
        return regions
    texts = [text for head in heads for text in head.texts]
    largest = next((text for text in texts if _is_largest(text, regions, body)), None)
    return [replace(region, role="title") if region is largest else region for region in regions]


def _is_largest(region: Region, regions: Sequence[Region], body: BodySizes) -> bool:
    """Whether a text may be a title and is the only one of its size on the page, larger than the running text."""
    size = region.block.size
    others = [other.block.size for other in regions if other is not region and other.role not in ("running", "label")]
    is_larger = size >= weights.LARGE_RATIO * largest_size(body) and all(other <= size for other in others)
    return is_larger and sum(other == size for other in others) <= 1 and _may_be_title(region)


def _is_latin_names(region: Region) -> bool:
    """Whether a text is names in Latin script; a short Chinese title looks like a name."""
    return region.block.script == LATIN and bool(names_in(region.block.text))


def with_front_matter(regions: Sequence[Region], page: PrintedPage) -> list[Region]:
    """Returns the regions; over an abstract, texts under the title are authors, and then their institutions.

    All over the title of a paper is the name and number of its journal.
    """
    roles: dict[int, RegionRole] = {}
    tops = []
    for head in paper_heads(regions):
        titles = [at for at, region in enumerate(head.texts) if region.role == "title"]
        if not titles:
            continue
        tops.append(head.texts[titles[0]].block.top)
        under = head.texts[titles[-1] + 1 :]
        if under and is_title_again(head.texts[titles[-1]], under[0]):
            under = under[1:]
        roles.update(_roles_under(under))
        if len(under) > 1 and _is_other_title(under[0], under[1], regions):
            roles[id(under[0])] = "title"
    if tops:
        first = min(region.block.top for region in regions if region.role == "title")
        above = [region for region in regions if region.block.bottom <= first and region.role != "label"]
        if first <= weights.FRONT_HEAD_SHARE * page.height and not any(map(_is_text, above)):
            roles.update({id(region): "running" for region in above})
    return [replace(region, role=roles[id(region)], doubt="") if id(region) in roles else region for region in regions]


def _is_text(region: Region) -> bool:
    return region.role == "body" and ends_sentence(region.block.text)


def _roles_under(texts: Sequence[Region]) -> dict[int, RegionRole]:
    """Returns the roles of the texts between a title and its abstract."""
    found: dict[int, RegionRole] = {}
    is_named = False
    for region, below in zip_longest(texts, texts[1:]):
        block = region.block
        text = " ".join(line.text for line in block.lines)
        is_place = names_institution(text) or bool(NUMBERED_INSTITUTION.match(text))
        if region.role == "byline" and not NUMBERED_INSTITUTION.match(text):
            is_named = True
        elif names_in(text) and not is_place:
            found[id(region)], is_named = "byline", True
        elif not is_named and not is_place and below and _is_subtitle(text, below.block.text):
            found[id(region)] = "deck"
        elif not is_named and not is_place and _may_be_names(region):
            found[id(region)] = "byline"
        elif region.role != "deck" or is_named or is_place:
            found[id(region)] = "other"
            is_named = is_named or is_place
    return found


def _is_other_title(region: Region, below: Region, regions: Sequence[Region]) -> bool:
    """Whether a text under a title, over a line of names, is the title in a script that no title of the page is in."""
    block = region.block
    is_of_title = any(other.role == "title" and other.block.script == block.script for other in regions)
    is_phrase = count_latin_words(block.text) >= weights.FRONT_OTHER_TITLE_MIN_WORDS
    return (
        block.script == LATIN
        and not is_of_title
        and is_phrase
        and bool(names_in(below.block.text))
        and _may_be_title(region)
    )


def _is_subtitle(text: str, below: str) -> bool:
    """Whether a text is a subtitle over a line of names: it has more Chinese characters in one than any name."""
    if not (names_in(below) or _LONE_NAME.match(below)):
        return False
    return max(count_han(part) for part in _NAME_ENDS.split(text)) >= weights.FRONT_SUBTITLE_MIN_CHARACTERS


def _may_be_names(region: Region) -> bool:
    """Whether a text between a title and institutions is as short as a line of names, and no subtitle."""
    block = region.block
    is_short = len(block.lines) <= weights.FRONT_NAMES_MAX_LINES and len(block.text) <= weights.FRONT_NAMES_MAX_LETTERS
    return is_short and not _DASH.match(block.text) and not ends_sentence(block.text)


def _may_be_title(region: Region, *below: Region) -> bool:
    """Whether a text is as short as a title, and is no institution or name; names are below a title that looks so."""
    text = region.block.text
    return (
        len(region.block.lines) <= weights.FRONT_TITLE_MAX_LINES
        and count_han(text) <= weights.FRONT_TITLE_MAX_CHARACTERS
        and count_latin_words(text) <= weights.FRONT_TITLE_MAX_WORDS
        and not ends_sentence(text)
        and not names_institution(text)
        and (not names_in(text) or any(names_in(other.block.text) for other in below))
        and not NUMBERED_INSTITUTION.match(text)
    )


def with_abstracts(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; the label over an abstract is a heading, and the small text right below it running text."""
    small = [region for region in regions if region.role in _SMALL and region.box is None]
    labels = [region for region in regions if heads_abstract(region.block.text) and region.role in ("heading", *_SMALL)]
    texts = [
        region
        for region in small
        if region not in labels and any(_is_below(region.block, label.block) for label in labels)
    ]
    running = [*texts, *(region for region in regions if region.role == "body")]
    heads = [label for label in labels if any(_is_below(region.block, label.block) for region in running)]
    return [
        replace(region, role="body" if region in texts else "heading") if region in texts or region in heads else region
        for region in regions
    ]


def _is_below(block: TextBlock, head: TextBlock) -> bool:
    gap = block.top - head.bottom
    return 0 <= gap <= weights.ABSTRACT_REACH_EM * head.size and shared_width(block, head) > 0
