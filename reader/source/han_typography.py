"""Punctuation and spaces between Chinese characters: the patterns that the checks report and the fixes change."""

from __future__ import annotations

import re

from reader.model.scripts import CLOSERS_HAN, HAN_UNIFIED, PAUSES_HAN, SENTENCE_ENDS_HAN

FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
"""The full-width form of each half-width mark."""
_HALF_WIDTH_MARKS = f"[{''.join(FULL_WIDTH)}]"
_HAN = f"[{HAN_UNIFIED}]"
_CLOSERS = CLOSERS_HAN.replace("】", "")  # a space after 】 sets a label apart
_BEFORE_SPACE = f"[{HAN_UNIFIED}{PAUSES_HAN}{SENTENCE_ENDS_HAN}{_CLOSERS}]"

HALF_WIDTH = re.compile(rf"(?=({_HAN}{_HALF_WIDTH_MARKS}{_HAN}))")
"""A half-width mark between Chinese characters; group 1 has all three."""
SPACE = re.compile(rf"{_BEFORE_SPACE} +{_HAN}")
"""Spaces after a Chinese character or mark, before another character, with both."""
_LINK_OR_HALF_WIDTH = re.compile(rf"\]\([^)\s]*\)|(?<={_HAN})({_HALF_WIDTH_MARKS})(?={_HAN})")
_SPACE_ALONE = re.compile(rf"(?<={_BEFORE_SPACE}) +(?={_HAN})")
_LINE_END = re.compile(rf"(?<={_BEFORE_SPACE})[ \t]*\r?\n[ \t]*(?={_HAN})")


def with_full_width(text: str) -> str:
    """Returns a text with full-width marks between Chinese characters, except in the addresses of links."""
    for _ in range(2):  # in 水,四,季 the second mark is found when the first is replaced
        text = _LINK_OR_HALF_WIDTH.sub(lambda mark: FULL_WIDTH[mark[1]] if mark[1] else mark[0], text)
    return text


def without_spaces(text: str) -> str:
    """Returns a text without spaces between Chinese characters."""
    return _SPACE_ALONE.sub("", text)


def joined(text: str) -> str:
    """Returns a text without line ends between Chinese characters."""
    return _LINE_END.sub("", text)
