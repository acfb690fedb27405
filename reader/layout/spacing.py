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


def _is_han(char: str) -> bool:
    """Return whether a blank is drawn between the character and Latin (compared: compiling a set of Han takes long)."""
    if char < "\u3005":
        return False
    if "\u3400" <= char <= "\u9fff":
        return not "\u4dc0" <= char <= "\u4dff"
    return char in _KANA or "\uf900" <= char <= "\ufaff" or "\U00020000" <= char <= "\U0003ffff"


_PAGES_BEFORE_HAN = bytes(range(0x30))
_KANA = frozenset(map(chr, (*range(0x3005, 0x3008), *range(0x3041, 0x3097), *range(0x30A1, 0x30FB), 0x30FC)))


def gaps(text: str) -> list[int]:
    """Return the offsets before which a blank is drawn if both neighbours stand on one line, ascending."""
    if text.isascii() or not text.encode("utf-16-le", "surrogatepass")[1::2].translate(None, _PAGES_BEFORE_HAN):
        return []
    found = []
    last = len(text)
    for match in _stretch().finditer(text):
        start, end = match.span()
        if start and _is_han(text[start - 1]):
            found.append(start)
        if end < last and _is_han(text[end]):
            found.append(end)
    return found
