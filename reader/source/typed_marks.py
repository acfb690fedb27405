"""Marks of Chinese texts that a keyboard gives in the place of others: ellipses, dashes, brackets, quotation marks.

Addresses, paths and code stay as they are. A mark that may be right, or another one, has no form that is written for
it: two full stops may be one or an ellipsis, a dash between numerals is one of two signs, and quotation marks differ
between regions.
"""

from __future__ import annotations

import re

from reader.model.record import record
from reader.model.scripts import CLOSING_QUOTES, OPENING_QUOTES, PAUSES_LATIN, is_unspaced
from reader.source.han_typography import KEPT, NUMERALS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ELLIPSIS = "……"
DASH = "——"
HALF_WIDTH_BRACKETS = {"(": "（", ")": "）"}
MAX_SHOWN_CHARS = 12
"""Number of characters between brackets or quotation marks that a message shows."""
_TYPED = re.compile(
    rf"{KEPT}|(?<!\.)(?P<dots>\.{{3,6}})(?!\.)|(?P<stops>。{{2,}})|(?<![-<])(?P<hyphens>-{{2,4}})(?![->])"
)
_BRACKETED = re.compile(rf"{KEPT}|\((?P<inner>[^()\n]+)\)")
_QUOTED = re.compile(rf"{KEPT}|\"(?P<inner>[^\"\n]+)\"")
_ANY_TYPED = re.compile(r"\.{3}|。。|--")
_QUOTES = OPENING_QUOTES + CLOSING_QUOTES
_BLANKS = " \t\xa0\u3000"
_MAX_BLANKS = 100
"""Number of blanks beside a mark over which its neighbours are looked for."""
_UNITS_OF_RANGES = "年月日号號时時点點"


@record
class TypedMark:
    """A mark in the place of another one, and the form that is written for it."""

    offset: int
    """Offset of the mark in the text."""
    end: int
    shown: str
    """The mark with its neighbours."""
    written: str
    """The form that is meant; empty if there is more than one."""


def normalised(text: str) -> str:
    """Returns a text with one sign for each ellipsis and each dash, however they are written."""
    return re.sub(r"-{2,4}|—+", "—", re.sub(r"\.{3,6}|。{3,}|…+", "…", text))


def ellipses_and_dashes(text: str) -> list[TypedMark]:
    """Returns the ellipses of full stops and the dashes of hyphens that are beside Chinese or Japanese."""
    return list(_ellipses_and_dashes(text)) if _ANY_TYPED.search(text) else []


def _ellipses_and_dashes(text: str) -> Iterator[TypedMark]:
    for found in _TYPED.finditer(text):
        kind = found.lastgroup
        before, after = _neighbours(text, *found.span())
        shown = before + found[0] + after
        if kind == "stops":
            yield TypedMark(*found.span(), shown, ELLIPSIS if len(found[0]) > 2 else "")
        elif kind == "dots" and _is_beside(before, after, is_ellipsis=True):
            yield TypedMark(*found.span(), shown, ELLIPSIS)
        elif kind == "hyphens" and _is_beside(before, after, is_ellipsis=False):
            yield TypedMark(*found.span(), shown, "" if _is_range(before, after) else DASH)


def _neighbours(text: str, start: int, end: int) -> tuple[str, str]:
    """Returns the characters before and after a place, blanks left out; empty at the ends of a line."""
    before = text[max(start - _MAX_BLANKS, 0) : start].rstrip(_BLANKS)[-1:]
    after = text[end : end + _MAX_BLANKS].lstrip(_BLANKS)[:1]
    return before.replace("\n", ""), after.replace("\n", "")


def _is_beside(before: str, after: str, is_ellipsis: bool) -> bool:
    """Whether the neighbours of a mark make it one of a Chinese text; an ellipsis may be beside a Latin word, too."""
    sides = (before, after)
    fits = all(not side or is_unspaced(side) or side in _QUOTES or (is_ellipsis and side.isalpha()) for side in sides)
    return fits and any(side and is_unspaced(side) for side in sides)


def _is_range(before: str, after: str) -> bool:
    """Whether a dash may be the shorter one of a span of numbers or times."""
    return before != "" and before in NUMERALS + _UNITS_OF_RANGES and after != "" and after in NUMERALS


def half_width_brackets(text: str) -> list[TypedMark]:
    """Returns each half-width bracket of the pairs that are around Chinese, in a Chinese text."""
    if "(" not in text:
        return []
    return [
        TypedMark(offset, offset + 1, f"({_shortened(found['inner'])})", HALF_WIDTH_BRACKETS[text[offset]])
        for found in _around_han(_BRACKETED, text)
        for offset in (found.start(), found.end() - 1)
    ]


def straight_quotes(text: str) -> list[TypedMark]:
    """Returns the pairs of straight quotation marks that are around Chinese, in a Chinese text."""
    if '"' not in text:
        return []
    return [TypedMark(*found.span(), f'"{_shortened(found["inner"])}"', "") for found in _around_han(_QUOTED, text)]


def _around_han(pairs: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yields the pairs of marks around Chinese that follow Chinese, or begin a text that goes on in it."""
    for found in pairs.finditer(text):
        if inner := found["inner"]:
            before, after = _neighbours(text, *found.span())
            is_around = is_unspaced(inner[0]) and is_unspaced(inner[-1])
            is_beside = is_unspaced(before) or before in PAUSES_LATIN if before else not after or is_unspaced(after)
            if is_around and is_beside:
                yield found


def _shortened(text: str) -> str:
    return text if len(text) <= MAX_SHOWN_CHARS else text[: MAX_SHOWN_CHARS - 1] + "…"
