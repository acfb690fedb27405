"""The blank between Chinese and Latin, where a writer has typed none.

CLREQ (Requirements for Chinese Text Layout) asks for a little space between Han characters and Latin letters
or European digits, also between a number and its measure word (`2019 年`), but none beside punctuation marks
and none at the edges of a line. In a terminal that is one cell. It is drawn, never part of the text.
"""

from __future__ import annotations

import re
from functools import cache

_HAN = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u037d\u0386-\u0481"
_MARKS = "\u0300-\u036f"  # combining, after a letter
_BEFORE = "$€£¥#@"  # what belongs to a number or word that follows
_BEHIND = "%‰+#°℃℉′″"  # and to one that goes before


@cache
def _stretch() -> re.Pattern[str]:
    """Compile on first use: letters and digits with what belongs to them."""
    return re.compile(f"[{_BEFORE}]?[{_LATIN}][{_LATIN}{_MARKS}{_BEHIND}]*+")


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}]")


def gaps(text: str) -> list[int]:
    """Return the offsets before which a blank is drawn if both neighbours stand on one line, ascending."""
    if text.isascii() or not _han().search(text):
        return []
    is_han = _han().match
    found = []
    for match in _stretch().finditer(text):
        start, end = match.span()
        if start and is_han(text, start - 1):
            found.append(start)
        if is_han(text, end):
            found.append(end)
    return found
