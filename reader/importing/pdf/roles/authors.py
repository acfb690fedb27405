"""Lines of authors and their institutions under a title, and the name under an article."""

from __future__ import annotations

import re
from itertools import zip_longest

from reader.importing.bullets import BULLET
from reader.importing.credits import is_byline, is_name_line
from reader.importing.dates import is_date
from reader.importing.pdf.blocks.article_labels import begins_abstract, heads_abstract
from reader.importing.pdf.blocks.text_blocks import block_of, is_same_size
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import LATIN
from reader.model.record import replace
from reader.model.scripts import HAN_UNIFIED, ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹*∗†‡§¶#✉"
_NUMBERS = re.compile(r"(?<=[^\W\d_])\d{1,2}(?:\s*[,，]\s*\d{1,2})*(?![\w])")
"""Numbers of notes after a name, where they are not raised."""
_LETTER = re.compile(r"[a-z]\Z")
"""A letter for a number of a note, after a name."""
_SEPARATOR = re.compile(r"[,，、;；·|]\s*(?:(?:and|und|et|y|&)\s+)?|\s+(?:and|und|et|y|&|和|与)\s+|\s{2,}")
_DASH = re.compile(r"\s+[–—|·-]\s+")
_PARTICLE = r"(?:de|del|della|di|da|dos|du|van|von|der|den|ten|la|le|bin|ibn|al|el)"
_LATIN_NAME = re.compile(
    rf"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:{_PARTICLE}\s+)*[A-ZÀ-Þ][\w’'.-]*){{1,3}}(?:\s*\((?:[A-Z]\.?)+\))?\Z"
)
_INVERTED = re.compile(
    rf"[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:{_PARTICLE}\s+)*[A-ZÀ-Þ][\w’'.-]*){{0,2}}"
    rf",(?:\s+(?:{_PARTICLE}\s+)*[A-ZÀ-Þ][\w’'.-]*){{1,4}}\Z"
)
"""A name with the family's one first."""
_HAN_NAME = re.compile(rf"[{HAN_UNIFIED}](?:\s?[{HAN_UNIFIED}]){{1,3}}\Z")
_INSTITUTION = re.compile(
    r"\b(?:Universit|Institut|Department|Dept\b|School\b|College|Laborator|Academy|Hospital|Facult|Cent(?:er|re)\b"
    r"|Inc\b|Ltd\b)|大学|大學|学院|學院|研究[院所]|实验室|實驗室|医院|醫院|[,，]\s*\S{2,12}\s*\d{6}\b|@",
    re.IGNORECASE,
)
NUMBERED_INSTITUTION = re.compile(r"[(（]?\d\s*[.．)）]?\s*[^\W\d_]|[(（].{6,}[)）]\s*\Z")
"""Beginning of an institution with its number, or one in brackets."""
_ADDRESSED = re.compile(
    r"(?:Dear|Liebe[rs]?|Sehr geehrte[rs]?|Ch[eè]re?s?|Querid[oa]s?|Estimad[oa]s?|Car[oi])\s|.*[,，:：]\Z"
)
"""A salutation, or the beginning of a list: no line of names."""
_NAMELESS = frozenset(
    [
        "摘要",
        "关键词",
        "關鍵詞",
        "目录",
        "目錄",
        "引言",
        "前言",
        "结论",
        "結論",
        "正文",
        "导读",
        "導讀",
        "编者按",
        "参考文献",
        "附录",
        "Executive Summary",
    ]
)
"""Short words over a text that are no names."""


def names_in(text: str) -> list[str]:
    """Returns the names that a line consists of; none if it has anything else."""
    bare = re.sub(rf"[{_MARKS}]", " ", _NUMBERS.sub("", text.removeprefix(BULLET))).strip()
    bare = re.sub(r"(?:[,，]\s*)+(?=[,，]|\Z)", "", bare)
    inverted = [part.strip(" ,") for part in bare.split(";")]
    if len(inverted) > 1 and all(map(_INVERTED.match, inverted)):
        return inverted
    parts = [part.strip() for part in _SEPARATOR.split(bare) if part.strip()]
    parts = [part for part in parts if not _LETTER.match(part)] if len(parts) > 1 else parts
    if not parts or any(part in _NAMELESS or not (_LATIN_NAME.match(part) or _HAN_NAME.match(part)) for part in parts):
        return []
    return parts


def with_authors(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; lines of authors under a title are bylines, and their institutions are notes."""
    regions = [part for region in regions for part in names_apart(region)]
    regions = _with_rows_of_names(regions)
    result: list[Region | None] = list(regions)
    for title in [region for region in regions if region.role == "title"] or _head_of(regions):
        above, note = title.block, None
        is_named = False
        order = _under(title, regions)
        for at, following in zip_longest(order, order[1:]):
            region = result[at]
            if region is None or region.block.top - above.bottom > weights.AUTHORS_REACH_EM * max(
                above.size, region.block.size
            ):
                break
            block = region.block
            if begins_abstract(block.text):
                break
            row = _row_of_names(block, regions)
            is_over_institution = following is not None and _has_institution(block, regions[following].block)
            if row or is_over_institution or _is_author_line(block, is_named):
                for each in row or [at]:
                    result[each] = replace(regions[each], role="byline", doubt="")
                note, is_named = None, True
            elif is_named and _is_institution(block):
                if note is not None and (last := result[note]) and _are_one(last.block, block):
                    joined = block_of([*last.block.lines, *block.lines])
                    result[note], result[at] = replace(last, block=joined), None
                else:
                    result[at], note = replace(region, role="other", doubt=""), at
            elif region.role != "deck":
                break
            above = block
    found = [_signed(region, regions) for region in result if region]
    return [replace(region, role="deck") if _is_between(region, found) else region for region in found]


def names_apart(region: Region, *, in_paper: bool = False) -> list[Region]:
    """Returns a region; if it is a line of names over the institution or the address of one, both by themselves.

    In the head of a paper a number before the second line, or brackets around it, show an institution, too.
    """
    first, *rest = region.block.lines
    if region.role in ("title", "table") or not rest or len(rest) > weights.AUTHORS_MAX_LINES:
        return [region]
    institution = block_of(rest)
    is_address = names_institution(institution.text) and not ends_sentence(institution.text)
    is_address = is_address or (in_paper and bool(NUMBERED_INSTITUTION.match(rest[0].text)))
    if not is_address or not names_in(first.text) or first.text.isupper():
        return [region]
    return [replace(region, block=block_of([first])), replace(region, block=institution)]


def _with_rows_of_names(regions: Sequence[Region]) -> Sequence[Region]:
    """Returns the regions; titles that are names in one row, all under one larger title, are bylines."""
    titles = [region for region in regions if region.role == "title"]
    named = [region for region in titles if _is_in_row_under(region.block, titles, regions)]
    return [replace(region, role="byline") if region in named else region for region in regions]


def _is_in_row_under(block: TextBlock, titles: Sequence[Region], regions: Sequence[Region]) -> bool:
    row = [regions[at].block for at in _row_of_names(block, regions)]
    return bool(row) and any(
        over.block.size > block.size
        and over.block.bottom <= block.top
        and all(shared_width(over.block, each) > 0 for each in row)
        for over in titles
    )


def _is_between(region: Region, regions: Sequence[Region]) -> bool:
    """Whether a heading is between a title and the byline of its text: it is the deck."""
    if region.role != "heading":
        return False
    column = [other for other in regions if other is not region and shared_width(other.block, region.block) > 0]
    above = [other for other in column if other.block.bottom <= region.block.top + region.block.size / 2]
    below = [other for other in column if other.block.top >= region.block.bottom - region.block.size / 2]
    over = max(above, key=lambda other: other.block.bottom, default=None)
    under = min(below, key=lambda other: other.block.top, default=None)
    if over is None or under is None or (over.role, under.role) != ("title", "byline"):
        return False
    return under.block.top - region.block.bottom <= weights.AUTHORS_REACH_EM * region.block.size


def _head_of(regions: Sequence[Region]) -> list[Region]:
    """Returns the large heading over all text of a page without a title: the title of a paper may be no larger."""
    texts = [region.block for region in regions if region.role in ("body", "heading")]
    first = next((region for region in regions if region.block in texts and region.role == "heading"), None)
    if first is None or first.block is not min(texts, key=lambda block: block.top):
        return []
    return [first] if first.block.size >= weights.AUTHORS_HEAD_RATIO * min(block.size for block in texts) else []


def _under(title: Region, regions: Sequence[Region]) -> list[int]:
    """Returns the indices of the texts below a title, from the top down."""
    below = [
        at
        for at, region in enumerate(regions)
        if region.role not in ("running", "title", "table")
        and (region is not title and region.block.script)
        and region.block.top >= title.block.bottom - title.block.size / 2
        and shared_width(region.block, title.block) > 0
    ]
    return sorted(below, key=lambda at: regions[at].block.top)


def _is_author_line(block: TextBlock, is_named: bool) -> bool:
    """Whether a block is names: several, or one with the mark of a note, or in Latin letters."""
    if len(block.lines) > weights.AUTHORS_MAX_LINES or _ADDRESSED.match(block.text):
        return False
    names = names_in(" ".join(line.text for line in block.lines))
    has_marks = any(mark in block.text for mark in _MARKS) or bool(_NUMBERS.search(block.text))
    is_lone_name = len(names) == 1 and names[0].isascii() and not names[0].isupper()
    return bool(names) and (has_marks or is_named or len(names) > 1 or is_lone_name)


def is_named_writer(text: str) -> bool:
    """Whether a short line that begins with a small letter says who wrote: it is no title."""
    return text[:1].islower() and names_writer(text)


def names_writer(text: str) -> bool:
    """Whether a short line says who wrote, in whatever language: a word for it, and a name."""
    _, _, name = text.strip().partition(" ")
    return is_name_line(text) and bool(names_in(name))


def is_dated_byline(text: str) -> bool:
    """Whether a line is a date and names, with a dash or a bar between them."""
    parts = _DASH.split(text.strip())
    return len(parts) == 2 and any(is_date(one) and names_in(other) for one, other in (parts, parts[::-1]))


def may_be_names(block: TextBlock) -> bool:
    """Whether small text by a title may be a byline: in Latin script it has to be names, or to say who wrote."""
    text = block.text
    if heads_abstract(text):
        return False
    if block.script != LATIN:
        return True
    return is_byline(text) or bool(names_in(text) and not _ADDRESSED.match(text))


def _row_of_names(block: TextBlock, regions: Sequence[Region]) -> list[int]:
    """Returns the indices of the names in the row of a block if it has nothing else: those of authors are set apart."""
    row = [
        at
        for at, region in enumerate(regions)
        if region.block.script and are_in_row(block.lines[0], region.block.lines[0])
    ]
    blocks = [regions[at].block for at in row]
    is_named = all(len(each.lines) == 1 and names_in(each.text) for each in blocks)
    are_alike = all(is_same_size(each.size, block.size, block.size) for each in blocks)
    return row if len(row) > 1 and is_named and are_alike else []


def _has_institution(block: TextBlock, below: TextBlock) -> bool:
    """Whether a block is a name right over the institution of an author."""
    is_close = below.top - block.bottom <= weights.AUTHORS_JOINED_EM * block.size
    return is_close and len(block.lines) == 1 and bool(names_in(block.text)) and _is_institution(below)


def _is_institution(block: TextBlock) -> bool:
    return len(block.lines) <= weights.AUTHORS_MAX_LINES and names_institution(block.text)


def names_institution(text: str) -> bool:
    """Whether a text has a word for an institution, an address of mail, or a place with its postcode."""
    return bool(_INSTITUTION.search(text))


def _are_one(above: TextBlock, block: TextBlock) -> bool:
    is_close = block.lines[0].baseline - above.lines[-1].baseline <= weights.AUTHORS_JOINED_EM * block.size
    return is_close and is_same_size(above.size, block.size, block.size) and above.script == block.script


def _signed(region: Region, regions: Sequence[Region]) -> Region:
    """Returns a region; a heading over nothing that begins with a name is the byline at an article's end."""
    block = region.block
    if region.role != "heading" or not names_in(block.lines[0].text):
        return region
    others = [other for other in regions if other.role in ("body", "heading", "sidebar") and other is not region]
    is_last = not any(other.block.top >= block.top and shared_width(other.block, block) > 0 for other in others)
    texts = [other.block for other in others if other.role == "body" and other.block.bottom <= block.top + block.size]
    is_small = any(block.size < weights.AUTHORS_HEAD_RATIO * text.size for text in texts)
    return replace(region, role="byline") if is_last and is_small else region
