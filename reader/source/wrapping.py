"""Breaks a text of an issue file into lines of one paragraph, or of one sentence, without changing its content."""

from __future__ import annotations

import re

from reader.model.markup import joins, parse, parse_plain
from reader.model.scripts import (
    CLOSERS_HAN,
    CLOSERS_LATIN,
    ELLIPSIS,
    OPENING_QUOTES,
    SENTENCE_ENDS_HAN,
    SENTENCE_ENDS_LATIN,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    Wrap = Literal["sentence", "paragraph"]

SENTENCE: Final = "sentence"
PARAGRAPH: Final = "paragraph"
WRAPS: tuple[Wrap, ...] = (SENTENCE, PARAGRAPH)
"""The units of text that may have a line each; the first is the default."""
_MARKS = "*[]()\\"
"""Characters of the markup. Their meaning depends on their neighbours, so line ends beside them stay."""
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t\n]*")
_HAN_ENDS = SENTENCE_ENDS_HAN + "；" + ELLIPSIS  # a clause that ends with ； is long enough for a line
_HAN_END = re.compile(rf"[{_HAN_ENDS}][{_HAN_ENDS}{CLOSERS_HAN}]*(?=[^\s*\[\]()\\])")
_LATIN_END = re.compile(rf"(?<=[{SENTENCE_ENDS_LATIN}])([{CLOSERS_LATIN}]*) (?=[\"'{OPENING_QUOTES}A-Z])")


def lines_of(source: str, wrap: Wrap) -> list[str]:
    r"""Returns the lines of a text as an issue file has them.

    A text with a line end that ``\`` keeps is not wrapped again.
    """
    text = source.strip(" \t\n")
    if "\\" in text and re.search(r"\\[ \t]*(\n|\Z)", text):
        return _unwrapped(text)
    joined = _LINE_ENDS.sub(_join, text) if "\n" in text else text
    if wrap == SENTENCE:
        joined = _LATIN_END.sub(_break_after_latin, _HAN_END.sub(_break_after_han, joined))
    same = joined == text or (parse_plain(joined) == parse_plain(source) and _has_same_marks(joined, source))
    return joined.split("\n") if same else _unwrapped(text)


def _has_same_marks(joined: str, source: str) -> bool:
    """Whether two texts that are the same without their markup are the same with it."""
    return not any(mark in source for mark in _MARKS) or parse(joined) == parse(source)


def _unwrapped(text: str) -> list[str]:
    """Returns the lines of a text as they are, without outer spaces."""
    return [line.strip(" \t") for line in text.split("\n")]


def _join(run: re.Match[str]) -> str:
    """Returns the replacement of line ends between two parts of a paragraph."""
    before, after = run.string[run.start() - 1], run.string[run.end()]
    if before in _MARKS or after in _MARKS:
        return "\n"
    return "" if joins(before, after) else " "


def _break_after_han(end: re.Match[str]) -> str:
    """Returns the end of a Chinese sentence, with a line end if the reader joins the two lines without a space."""
    after = _after(end)
    return end[0] + ("\n" if after and joins(end[0][-1], after) else "")


def _break_after_latin(end: re.Match[str]) -> str:
    """Returns the end of a Latin sentence, with a line end if the reader joins the two lines with a space."""
    before = end.string[end.start(1) - 1 : end.end(1)][-1:]
    return end[1] + (" " if before in _MARKS or joins(before, _after(end)) else "\n")


def _after(found: re.Match[str]) -> str:
    """Returns the character after a match, or an empty string."""
    return found.string[found.end() : found.end() + 1]
