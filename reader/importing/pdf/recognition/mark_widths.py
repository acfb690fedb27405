"""Punctuation of recognised lines at the width of its text, which a recogniser does not tell."""

from __future__ import annotations

from reader.model.scripts import is_han

_WIDE = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？"}
_WIDE_BRACKETS = {"(": "（", ")": "）", "[": "［", "]": "］"}
_NARROW = {wide: narrow for narrow, wide in (_WIDE | _WIDE_BRACKETS).items()}
_OTHER_WIDE = frozenset("。、《》〈〉「」『』【】")
_PAIRS = {"(": "()", "（": "()", "[": "[]", "［": "[]"}
"""Brackets that are opened, each with its pair at half width."""


def with_mark_widths(text: str) -> str:
    """Returns a line with full-width marks in Chinese, half-width ones in other text, and brackets of one width a pair.

    A half-width mark stays if it has a blank or a numeral beside it.
    """
    if not any(map(is_han, text)):
        return _narrow(text)
    chars = list(text)
    for at, char in enumerate(text):
        if char in _WIDE and _is_in_chinese(text[at - 1 : at], text[at + 1 : at + 2]):
            chars[at] = _WIDE[char]
    _match_brackets(chars)
    return "".join(chars)


def _narrow(text: str) -> str:
    """Returns a line without Chinese with half-width marks, and the blanks in the squares of full-width ones."""
    found = ""
    for at, char in enumerate(text):
        mark = _NARROW.get(char, char)
        after = text[at + 1 : at + 2]
        if mark != char and mark in "([" and found and found[-1].isalnum():
            mark = f" {mark}"
        elif mark != char and mark not in "([" and after.isalnum():
            mark = f"{mark} "
        found += mark
    return found


def _is_in_chinese(before: str, after: str) -> bool:
    """Whether a mark between two characters, either of which may be missing, is one of a Chinese text."""
    if not before + after or before.isdecimal() or before.isspace() or after.isdecimal() or after.isspace():
        return False
    if not before or not after:
        return is_han(before or after)
    return (is_han(before) and not after.isascii()) or (before.isalpha() and is_han(after))


def _match_brackets(chars: list[str]) -> None:
    """Makes brackets full-width in Chinese: both of a pair if one is, or if Chinese is right before it."""
    opened: list[int] = []
    for at, char in enumerate(chars):
        if char in _PAIRS:
            opened.append(at)
        elif opened and _NARROW.get(char, char) == _PAIRS[chars[opened[-1]]][1]:
            first = opened.pop()
            before, after = chars[first - 1 : first], chars[at + 1 : at + 2]
            is_in_chinese = _is_wide(before[0]) if before else bool(after) and _is_wide(after[0])
            if char in _NARROW or chars[first] in _NARROW or is_in_chinese:
                for each in (first, at):
                    chars[each] = _WIDE_BRACKETS.get(chars[each], chars[each])
        elif char in ")]" and not opened and _is_wide("".join(chars[at + 1 : at + 2])):  # begun in the line before
            chars[at] = _WIDE_BRACKETS[char]
    for at in opened:  # the pair ends in the next line
        if at and _is_wide(chars[at - 1]):
            chars[at] = _WIDE_BRACKETS.get(chars[at], chars[at])


def _is_wide(char: str) -> bool:
    """Whether a character is Chinese, or a mark of a Chinese text."""
    return bool(char) and (is_han(char) or char in _NARROW or char in _OTHER_WIDE)
