"""The lines of a text in an issue file: one paragraph a line, or one sentence; what they mean is the same."""

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
_MARKS = "*[]()\\"  # where a mark stands it depends on its neighbours, so line ends beside one stay
_RUN = re.compile(r"[ \t]*\n[ \t\n]*")
_HAN_ENDS = SENTENCE_ENDS_HAN + "；" + ELLIPSIS  # a clause that ends with ； is long enough for a line
_HAN_END = re.compile(rf"[{_HAN_ENDS}][{_HAN_ENDS}{CLOSERS_HAN}]*(?=[^\s*\[\]()\\])")
_LATIN_END = re.compile(rf"(?<=[{SENTENCE_ENDS_LATIN}])([{CLOSERS_LATIN}]*) (?=[\"'{OPENING_QUOTES}A-Z])")


def lines_of(source: str, wrap: Wrap) -> list[str]:
    r"""Returns the lines that a text of an issue file is written on.

    Line ends that a ``\`` keeps stay where they are, with all lines of their text.
    """
    text = source.strip(" \t\n")
    if re.search(r"\\[ \t]*(\n|\Z)", text):
        return _kept(text)
    joined = _RUN.sub(_join, text)
    if wrap == SENTENCE:
        joined = _LATIN_END.sub(_latin, _HAN_END.sub(_han, joined))
    same = parse(joined) == parse(source) and parse_plain(joined) == parse_plain(source)
    return joined.split("\n") if same else _kept(text)


def _kept(text: str) -> list[str]:
    return [line.strip(" \t") for line in text.split("\n")]


def _join(run: re.Match[str]) -> str:
    before, after = run.string[run.start() - 1], run.string[run.end()]
    if before in _MARKS or after in _MARKS:
        return "\n"
    return "" if joins(before, after) else " "


def _han(end: re.Match[str]) -> str:
    after = _after(end)
    return end[0] + ("\n" if after and joins(end[0][-1], after) else "")


def _latin(end: re.Match[str]) -> str:
    before = end.string[end.start(1) - 1 : end.end(1)][-1:]
    return end[1] + (" " if before in _MARKS or joins(before, _after(end)) else "\n")


def _after(found: re.Match[str]) -> str:
    """Returns the character after a match, or nothing."""
    return found.string[found.end() : found.end() + 1]
