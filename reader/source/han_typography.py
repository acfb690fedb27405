"""Punctuation and spaces between Chinese characters: the patterns that the checks report and the fixes change."""

from __future__ import annotations

import re

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
FULL_WIDTH = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
"""The full-width form of each half-width mark."""
_HALF_WIDTH_MARKS = f"[{''.join(FULL_WIDTH)}]"
_BEFORE_SPACE = f"[{HAN}，、。；：！？”’）》」』]"

HALF_WIDTH = re.compile(rf"(?=([{HAN}]{_HALF_WIDTH_MARKS}[{HAN}]))")
"""A half-width mark between Chinese characters; group 1 has all three."""
SPACE = re.compile(rf"{_BEFORE_SPACE} +[{HAN}]")
"""Spaces after a Chinese character or mark, before another character, with both."""
_LINK_OR_HALF_WIDTH = re.compile(rf"\]\([^)\s]*\)|(?<=[{HAN}])({_HALF_WIDTH_MARKS})(?=[{HAN}])")
_SPACE_ALONE = re.compile(rf"(?<={_BEFORE_SPACE}) +(?=[{HAN}])")
_LINE_END = re.compile(rf"(?<={_BEFORE_SPACE})[ \t]*\r?\n[ \t]*(?=[{HAN}])")


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
