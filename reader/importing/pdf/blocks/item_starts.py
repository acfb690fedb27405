"""Beginnings of the items of lists: lines with a bullet, a number that counts on, or a time of the day. Pure."""

from __future__ import annotations

import re

from reader.importing.bullets import is_item
from reader.importing.pdf.blocks.numbered_lines import begins_clause
from reader.importing.pdf.weights import blocks as weights
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.text_lines.text_line import TextLine

_CLOCK = re.compile(r"\d{1,2}[.:]\d\d\s*(?:[ap]\.?m\b|Uhr\b|h\b|[-–]|\s)", re.IGNORECASE)
"""Beginning of a line of a programme: a time of the day."""
_DIGITS = "一二三四五六七八九"
_COUNTED = re.compile(rf"(?P<open>[（(]?)(?P<tens>[{_DIGITS}]?十)?(?P<ones>[{_DIGITS}])?(?P<close>[、．.)）])\s*\S")
"""Beginning of an item with a Chinese number: ``二、`` or ``（十二）``."""


def begins_item(line: TextLine, last: TextLine | None, space_em: float, item: TextLine | None) -> bool:
    """Whether a line begins an item of a list, a clause, or an entry of a programme.

    ``last`` is the line above, which leaves a space of some sizes up to the edge; ``item`` is the last item.
    """
    if is_item(line.text) and not (last and _is_dash_inside(line, last, space_em)):
        return True
    is_next = last is None or ends_sentence(last.text) or (item is not None and begins_clause(item.text))
    if begins_clause(line.text) and is_next:
        return True
    return bool(last and _CLOCK.match(line.text) and _CLOCK.match(last.text))


def counted_items(lines: Iterable[TextLine]) -> frozenset[int]:
    """Returns the identities of lines with Chinese numbers that count on, each at the left edge of the one before."""
    found: set[int] = set()
    before: dict[str, TextLine] = {}
    for line in lines:
        mark = _COUNTED.match(line.text)
        if mark is None:
            continue
        form = mark["open"] + mark["close"]
        last = before.get(form)
        before[form] = line
        if last and _number(line.text) == _number(last.text) + 1 and _is_aligned(line, last):
            found |= {id(last), id(line)}
    return frozenset(found)


def _number(text: str) -> int:
    """Returns the Chinese number that an item begins with; 0 if there is none."""
    mark = _COUNTED.match(text)
    if mark is None:
        return 0
    tens, ones = mark["tens"] or "", mark["ones"] or ""
    count = _DIGITS.index(tens[0]) + 1 if len(tens) > 1 else len(tens)
    return count * 10 + (_DIGITS.index(ones) + 1 if ones else 0)


def _is_aligned(one: TextLine, other: TextLine) -> bool:
    return abs(one.left - other.left) <= weights.MIN_INDENT_EM * one.size


def _is_dash_inside(line: TextLine, last: TextLine, space_em: float) -> bool:
    """Whether the dash that a line begins with is inside a sentence: the line above is full, and none ends there."""
    is_open = not ends_sentence(last.text.rstrip('”’»"'))
    is_full = space_em <= weights.SHORT_LINE_EM
    return line.text[0] in "-–—" and is_full and is_open and line.text[1:].lstrip()[:1].islower()
