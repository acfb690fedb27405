"""Punctuation and spaces between Han characters, which the checks report and the fixes change."""

from __future__ import annotations

import re

from reader.model.scripts import CLOSERS_HAN, PAUSES_HAN, SENTENCE_ENDS_HAN, is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
"""The full-width form of each half-width mark."""
_CLOSERS = CLOSERS_HAN.replace("】", "")  # a space after 】 sets a label apart
_MARKS_BEFORE_SPACE = PAUSES_HAN + SENTENCE_ENDS_HAN + _CLOSERS
# The patterns leave Han characters to is_han: Python takes milliseconds to compile each set of them.
_WIDE = r"[^\x00-\x7f]"  # also at the start of a run of spaces, so that a long one is searched once
_HALF_WIDTH = re.compile(f"[{''.join(FULL_WIDTH)}](?={_WIDE})")
_LINK_OR_HALF_WIDTH = re.compile(rf"\]\([^)\s]*\)|({_HALF_WIDTH.pattern})")
_SPACES = re.compile(f"(?<={_WIDE}) +(?={_WIDE})")
_LINE_END = re.compile(rf"(?<={_WIDE})[ \t]*\r?\n[ \t]*(?={_WIDE})")


def half_width_marks(text: str) -> list[str]:
    """Returns each half-width mark between Han characters, with both of them."""
    return [_with_neighbours(mark) for mark in _HALF_WIDTH.finditer(text) if _is_between_han(mark)]


def spaces(text: str) -> list[str]:
    """Returns the spaces between Chinese characters, with the character before, or its mark, and the one after.

    Of spaces on both sides of one character only the first counts.
    """
    return list(_spaces(text))


def _spaces(text: str) -> Iterator[str]:
    used = 0
    for found in _SPACES.finditer(text):
        if found.start() > used and _is_needless(found):
            used = found.end() + 1
            yield _with_neighbours(found)


def with_full_width(text: str) -> str:
    """Returns a text with full-width marks between Han characters, except in the addresses of links."""
    return _LINK_OR_HALF_WIDTH.sub(
        lambda mark: FULL_WIDTH[mark[1]] if mark[1] and _is_between_han(mark) else mark[0], text
    )


def without_spaces(text: str) -> str:
    """Returns a text without spaces between Chinese characters."""
    return _SPACES.sub(lambda found: "" if _is_needless(found) else found[0], text)


def joined(text: str) -> str:
    """Returns a text without line ends between Chinese characters."""
    return _LINE_END.sub(lambda found: "" if _is_needless(found) else found[0], text)


def _is_between_han(mark: re.Match[str]) -> bool:
    before, after = _neighbours(mark)
    return is_han(before) and is_han(after)


def _is_needless(blank: re.Match[str]) -> bool:
    """Whether a space or line end is between a Chinese character, or a mark, and a character."""
    before, after = _neighbours(blank)
    return is_han(after) and (before in _MARKS_BEFORE_SPACE or is_han(before))


def _neighbours(found: re.Match[str]) -> tuple[str, str]:
    """Returns the characters before and after a match; the first is empty at the beginning of the text."""
    text = found.string
    return text[max(found.start() - 1, 0) : found.start()], text[found.end()]


def _with_neighbours(found: re.Match[str]) -> str:
    before, after = _neighbours(found)
    return before + found[0] + after
