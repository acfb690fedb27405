"""Biographies of the authors of a paper, beside their portraits: they are entries with their addresses, no captions."""

from __future__ import annotations

import re

from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.roles.contacts import is_addresses
from reader.importing.pdf.weights import roles as weights
from reader.importing.scripts import count_han
from reader.model.record import replace
from reader.model.scripts import HAN_UNIFIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.roles.regions import Region

_HAN_NAME = rf"[{HAN_UNIFIED}](?:\s?[{HAN_UNIFIED}]){{1,3}}"
_LATIN_NAME = r"[A-ZÀ-Þ][\w’'.-]*(?:\s+[A-ZÀ-Þ][\w’'.-]*){1,3}"
_BORN = r"(?:19|20)\d\d\s*(?:[.．年]\s*\d{0,2}\s*月?)?\s*(?:[-–—―~]{1,2}|年?生)\s*[)）,，]"
"""A year of birth without one of death: those of a dead person are in captions of old pictures."""
_BEGINNING = re.compile(
    rf"{_HAN_NAME}\s*(?:[（(]\s*(?:{_BORN}|[男女]\s*[,，])|[,，:：]\s*(?:[男女]\s*[,，。]|{_BORN}))"
    rf"|{_LATIN_NAME}\s*(?:\(\s*(?:born\s+)?(?:{_BORN}|(?:19|20)\d\d\))|,?\s+(?:received\s+(?:the|his|her|their|a)|was\s+born)\b)"
)
_OPENING_NAME = re.compile(
    rf"{_HAN_NAME}(?=[\s,，:：（(是])|[A-ZÀ-Þ][\w’'.-]*(?:\s+(?:d[aeo]s?|v[ao]n|der|[A-ZÀ-Þ][\w’'.-]*))+"
)
"""A name that a text begins with."""
_CAREER = re.compile(
    r"教授|研究|硕士|碩士|博士|学士|學士|工程师|工程師|讲师|講師|毕业|畢業|院士"
    r"|\b(?:professor|lecturer|research|degree|ph\.?\s?d|student|engineer|graduated)",
    re.IGNORECASE,
)


def begins_biography(text: str) -> bool:
    """Whether a text begins with a name and a birth, and tells of a career."""
    return bool(_BEGINNING.match(text) and _CAREER.search(text))


def _tells_of_writer(text: str, bylines: Sequence[str]) -> bool:
    """Whether a text of some length begins with the name in a byline of its page, perhaps in a longer form."""
    opening = _OPENING_NAME.match(text)
    if not opening or len(text) < weights.BIOGRAPHY_MIN_NAMES * len(opening[0]):
        return False
    words = re.findall(r"[^\W\d_]{2,}", opening[0])
    if count_han(opening[0]):
        return any("".join(words) in re.sub(r"\s", "", byline) for byline in bylines)
    return any(len({*words} & {*re.findall(r"[^\W\d_]{2,}", byline)}) > 1 for byline in bylines)


def with_biographies(regions: Sequence[Region]) -> list[Region]:
    """Returns the regions; a biography by a portrait is an entry, with the addresses close under it."""
    bylines = [region.block.text for region in regions if region.role == "byline"]
    found: dict[int, Region] = {}
    taken: set[int] = set()
    for region in regions:
        block = region.block
        is_one = begins_biography(block.text) or _tells_of_writer(block.text, bylines)
        if region.role not in ("caption", "sidebar") or not is_one:
            continue
        for other in sorted(regions, key=lambda each: each.block.top):
            if other.role in ("caption", "sidebar", "other") and _is_address_under(other.block, block):
                taken.add(id(other))
                block = block_of([*block.lines, *other.block.lines])
        found[id(region)] = replace(region, role="other", block=block, doubt="")
    return [found.get(id(region), region) for region in regions if id(region) not in taken]


def _is_address_under(block: TextBlock, text: TextBlock) -> bool:
    """Whether a text is only addresses, and goes on close under another one at its left edge."""
    gap = block.top - text.bottom
    is_flush = abs(block.left - text.left) <= weights.BIOGRAPHY_EDGE_EM * text.size
    return is_flush and 0 <= gap <= weights.BIOGRAPHY_ADDRESS_GAP_EM * text.size and is_addresses(block)
