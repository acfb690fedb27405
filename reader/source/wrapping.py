"""Breaks a text of an issue file into lines of one paragraph, or of one sentence, without changing its content."""

from __future__ import annotations

import re

from reader.model.markup import parse, parse_plain
from reader.model.scripts import (
    CLOSERS_HAN,
    CLOSERS_LATIN,
    ELLIPSIS,
    OPENING_QUOTES,
    SENTENCE_ENDS_HAN,
    SENTENCE_ENDS_LATIN,
    is_unspaced_text,
    joins_lines,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    Wrap = Literal["sentence", "paragraph"]

SENTENCE: Final = "sentence"
PARAGRAPH: Final = "paragraph"
WRAPS: tuple[Wrap, ...] = (SENTENCE, PARAGRAPH)
"""The units of text that may have a line each; the first is the default."""
_MARKS = "*[]{}|^()\\`"
"""Characters of the markup. Their meaning depends on their neighbours, so line ends beside them stay."""
_BLANK_LINES = re.compile(r"[ \t]*\n[ \t]*\n[ \t\n]*")
"""Blank lines, which stay: they are a fault that an author must decide on."""
_HAS_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_LINE_ENDS = re.compile(r"[ \t]*\n[ \t\n]*")
_LINE_ENDS_AFTER_TEXT = re.compile(r"\n[ \t\n]*")
"""The same where no line has blanks at its end, as in most texts: the search passes over the blanks between words."""
_HAN_ENDS = SENTENCE_ENDS_HAN + "；" + ELLIPSIS  # a clause that ends with ； is long enough for a line
_HAN_END = re.compile(rf"[{_HAN_ENDS}][{_HAN_ENDS}{CLOSERS_HAN}]*+(?=[^\s*\[\]{{}}|^()\\`{SENTENCE_ENDS_LATIN}．｡⋯‥])")
"""A run of marks that end a sentence, which is never divided, and of those that close around it."""
_LATIN_END = re.compile(rf"(?<=[{SENTENCE_ENDS_LATIN}])([{CLOSERS_LATIN}]*) (?=[\"'{OPENING_QUOTES}A-Z])")


def lines_of(source: str, wrap: Wrap, unspaced: bool | None = None) -> list[str]:
    r"""Returns the lines of a text as an issue file has them.

    A text with a line end that ``\`` keeps is not wrapped again.

    Args:
        source: The text.
        wrap: The unit of text that has a line.
        unspaced: Whether its language is written without word spaces; None for an unknown language.
    """
    text = source.strip(" \t\n")
    if "\\" in text and re.search(r"\\[ \t]*(\n|\Z)", text):
        return _unwrapped(text)
    rule = _LineEnds(is_unspaced_text(text) if unspaced is None else unspaced, has_braces="{" in text)
    parts = _BLANK_LINES.split(text) if _HAS_BLANK_LINE.search(text) else [text]
    joined = "\n\n".join(_wrapped(part, wrap, rule) for part in parts)
    same = joined == text or _is_same(joined, source, unspaced)
    return joined.split("\n") if same else _unwrapped(text)


def _is_same(joined: str, source: str, unspaced: bool | None) -> bool:
    """Whether two texts are read as the same, with and without markup."""
    if parse_plain(joined, unspaced) != parse_plain(source, unspaced):
        return False
    return not any(mark in source for mark in _MARKS) or parse(joined, unspaced) == parse(source, unspaced)


def _wrapped(text: str, wrap: Wrap, rule: _LineEnds) -> str:
    """Returns a text without blank lines with a line for each unit."""
    joined = text
    if "\n" in text:
        line_ends = _LINE_ENDS if " \n" in text or "\t\n" in text else _LINE_ENDS_AFTER_TEXT
        joined = line_ends.sub(rule.join, text)
    if wrap == SENTENCE:
        joined = _LATIN_END.sub(rule.break_after_latin, _HAN_END.sub(rule.break_after_han, joined))
    return joined


def _unwrapped(text: str) -> list[str]:
    """Returns the lines of a text as they are, without outer spaces."""
    return [line.strip(" \t") for line in text.split("\n")]


class _LineEnds:
    """The line ends of a text, which mean the same as the text that they replace."""

    def __init__(self, unspaced: bool, *, has_braces: bool) -> None:
        self.unspaced, self._has_braces = unspaced, has_braces

    def _is_in_braces(self, end: re.Match[str]) -> bool:
        """Whether a sentence ends inside a text in braces or its reading, which stay on one line."""
        text, here = end.string, end.start()
        return self._has_braces and text.rfind("{", 0, here) > text.rfind("}", 0, here)

    def join(self, run: re.Match[str]) -> str:
        """Returns the replacement of line ends between two parts of a paragraph."""
        before, after = run.string[run.start() - 1], run.string[run.end()]
        if before in _MARKS or after in _MARKS:
            return "\n"
        return "" if joins_lines(before, after, self.unspaced) else " "

    def break_after_han(self, end: re.Match[str]) -> str:
        """Returns the end of a Chinese sentence, with a line end if the reader joins the two lines without a space."""
        after = _after(end)
        return end[0] + (
            "\n" if after and not self._is_in_braces(end) and joins_lines(end[0][-1], after, self.unspaced) else ""
        )

    def break_after_latin(self, end: re.Match[str]) -> str:
        """Returns the end of a Latin sentence, with a line end if the reader joins the two lines with a space."""
        before = end.string[end.start(1) - 1 : end.end(1)][-1:]
        is_kept = before in _MARKS or self._is_in_braces(end) or joins_lines(before, _after(end), self.unspaced)
        return end[1] + (" " if is_kept else "\n")


def _after(found: re.Match[str]) -> str:
    """Returns the character after a match, or an empty string."""
    return found.string[found.end() : found.end() + 1]
