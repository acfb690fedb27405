"""Punctuation and spaces between Han characters, which the checks report and the fixes change.

A fix never changes what a text says. Addresses, paths and code stay as they are, and so does a mark that may be right,
or be another one: a full stop may be meant as ``。``, ``·`` or ``、``, and between numerals a mark may belong to a
decimal, a time or a ratio.
"""

from __future__ import annotations

import re

from reader.model.record import record
from reader.model.scripts import (
    CLOSERS_HAN,
    OPENING_BRACKETS_HAN,
    OPENING_QUOTES,
    PAUSES_HAN,
    SENTENCE_ENDS_HAN,
    is_han,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

NUMERALS = "〇零一二两兩三四五六七八九十百千万萬亿億"
"""Chinese numerals."""
_CLOSERS = CLOSERS_HAN.replace("】", "")  # a space after 】 sets a label apart
_MARKS_BEFORE_SPACE = PAUSES_HAN + SENTENCE_ENDS_HAN + _CLOSERS
_AFTER_MARK = CLOSERS_HAN + OPENING_BRACKETS_HAN + OPENING_QUOTES + "\"')"
"""Characters that may follow a mark of a Chinese text; straight ones may also be the quotation marks of YAML."""
# The patterns leave Han characters to is_han: Python takes milliseconds to compile each set of them.
_WIDE = r"[^\x00-\x7f]"  # also at the start of a run of spaces, so that a long one is searched once
_ADDRESS = r"[^\s`<>，。；：！？、（）《》「」『』“”]* *"
"""The rest of an address or a path, with the blanks that end it."""
KEPT = (
    r"\]\([^)\s]*\)"
    r"|``(?:[^`]|`(?!`))*``|`[^`]*`|<[^<>\s][^<>]*>"
    rf"|(?<![a-zA-Z])(?:[a-zA-Z][a-zA-Z0-9+.-]{{0,20}}://|www\.|[a-zA-Z]:\\|mailto:){_ADDRESS}"
    rf"|(?<!\w)(?:\.{{0,2}}/|~/){_ADDRESS}"
    rf"|(?<![a-zA-Z0-9_./-])/[a-zA-Z0-9_.-]+/{_ADDRESS}"
    rf"|(?<![a-zA-Z0-9.-])(?:[a-zA-Z0-9-]{{1,63}}\.){{1,5}}[a-zA-Z]{{2,20}}/{_ADDRESS}"
)
"""Pattern of the target of a link, code, a tag, an address with or without its scheme, a path."""
_BREAK = re.compile(r"[\s`<>，。；：！？、（）《》「」『』“”]")
_LIKE_ADDRESS = re.compile(r"@|[a-zA-Z0-9_~.]/|/[a-zA-Z0-9_.~]")
MAX_RUN_CHARS = 100
"""Number of characters on each side of a mark in which a beginning or end of an address is looked for."""
_AFTER_ADDRESS = re.compile(r"[a-zA-Z0-9/](?P<mark>[,;!])(?P<blank>)(?P<after>[^\x00-\x7f])")
"""A mark at the end of an address that the text around it may have."""
_HALF_WIDTH = r"(?<=[^\x00-\x7f])(?P<mark>[!?]{1,3}|[,;:.])(?P<blank>[^\S\xa0\u3000]*)(?P<after>[^\x00-\x7f]|[\"')]|\Z)"
_KEPT_OR_HALF_WIDTH = re.compile(rf"{KEPT}|{_HALF_WIDTH}")
_ANY_MARK = re.compile("[!?,;:.]")
_SPACES = re.compile(f"(?<={_WIDE}) +(?={_WIDE})")
_KEPT_OR_SPACES = re.compile(rf"{KEPT}|(?P<spaces>{_SPACES.pattern})")


@record
class HalfWidthMark:
    """A half-width mark of a Chinese text with its neighbours, and whether it has one full-width form."""

    offset: int
    """Offset of the mark in the text."""
    end: int
    """Offset of its end: marks such as ``?!`` are one."""
    shown: str
    is_fixable: bool


def half_width_marks(text: str) -> list[HalfWidthMark]:
    """Returns the half-width marks between Han characters, and between one and the end of a text, quote or bracket."""
    return [
        HalfWidthMark(
            *mark.span("mark"), text[mark.start("mark") - 1] + mark["mark"] + mark["after"], _is_fixable(mark)
        )
        for mark in _half_width(text)
    ]


def _half_width(text: str) -> Iterator[re.Match[str]]:
    here = 0
    if not _ANY_MARK.search(text):  # most texts: the pattern of addresses takes much longer
        return
    while mark := _KEPT_OR_HALF_WIDTH.search(text, here):
        here = mark.end()
        if mark["mark"]:
            here = max(mark.end("blank"), mark.start() + 1)  # the character after it may be before another mark
            if _is_of_han(mark):
                yield mark
        elif (
            "://" in mark[0] and (end := _AFTER_ADDRESS.search(text, mark.start(), mark.end())) and is_han(end["after"])
        ):
            yield end


def _is_of_han(mark: re.Match[str]) -> bool:
    before, after = mark.string[mark.start() - 1], mark["after"]
    if not is_han(before) and (before not in CLOSERS_HAN or not is_han(mark.string[max(mark.start() - 2, 0)])):
        return False
    return not after or is_han(after) or after in _AFTER_MARK


def _is_fixable(mark: re.Match[str]) -> bool:
    """Whether a mark can be nothing else than its full-width form."""
    before = mark.string[mark.start("mark") - 1]
    if mark["mark"] == "." or before.isascii() or _is_in_address(mark):
        return False
    if mark["mark"] in ",:":
        return before not in NUMERALS or not mark["after"] or mark["after"] not in NUMERALS
    return True


def _is_in_address(mark: re.Match[str]) -> bool:
    """Whether a mark may be in an address or a path that does not look like one as a whole."""
    start, end = mark.span("mark")
    before = _BREAK.split(mark.string[max(start - MAX_RUN_CHARS, 0) : start])[-1]
    after = _BREAK.split(mark.string[end : end + MAX_RUN_CHARS], maxsplit=1)[0]
    return _LIKE_ADDRESS.search(before) is not None or "@" in after


@record
class Gap:
    """A space between Chinese characters."""

    offset: int
    """Offset of the space in the text."""
    shown: str
    """The space with the character before, or its mark, and the one after."""


def spaces(text: str) -> list[Gap]:
    """Returns the spaces between Chinese characters. Of spaces on both sides of one character only the first counts."""
    return list(_spaces(text))


def _spaces(text: str) -> Iterator[Gap]:
    used = 0
    for found in _KEPT_OR_SPACES.finditer(text):
        if found["spaces"] and found.start() > used and _is_needless(found):
            used = found.end() + 1
            yield Gap(found.start(), _with_neighbours(found))


def needless_spaces(text: str) -> list[int]:
    """Returns the offsets of all spaces between Chinese characters."""
    found = (each for each in _KEPT_OR_SPACES.finditer(text) if each["spaces"] and _is_needless(each))
    return [offset for each in found for offset in range(*each.span())]


def _is_needless(blank: re.Match[str]) -> bool:
    """Whether a space is between a Chinese character, or a mark, and a character."""
    before, after = _neighbours(blank)
    return is_han(after) and (before in _MARKS_BEFORE_SPACE or is_han(before))


def _neighbours(found: re.Match[str]) -> tuple[str, str]:
    """Returns the characters before and after a match; the first is empty at the beginning of the text."""
    text = found.string
    return text[max(found.start() - 1, 0) : found.start()], text[found.end()]


def _with_neighbours(found: re.Match[str]) -> str:
    before, after = _neighbours(found)
    return before + found[0] + after
