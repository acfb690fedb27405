"""The blank between ideographs and Latin, where a writer has typed none.

CLREQ (Requirements for Chinese Text Layout) asks for a little space between Han characters and Latin letters
or European digits, also between a number and its measure word (`2019 年`), but none beside punctuation marks
and none at the edges of a line. In a terminal the space is one cell. It is drawn, never part of the text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from reader.layout.graphemes import upper_bytes
from reader.model.scripts import is_ideograph

_LATIN = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0370-\u0373\u0376-\u037d\u0386-\u0481"
_MARKS = "\u0300-\u036f"  # combining, after a letter
_BEFORE = "$€£¥#@"  # signs of the number or word after them
_BEHIND = "%‰+#°℃℉′″"  # signs of the number or word before them


@cache
def _stretch() -> re.Pattern[str]:
    """Returns the pattern of letters and digits with their signs, compiled on first use."""
    return re.compile(f"[{_BEFORE}]?[{_LATIN}][{_LATIN}{_MARKS}{_BEHIND}]*+")


_PAGES_BEFORE_HAN = bytes(range(0x30))


def gaps(text: str) -> list[int]:
    """Returns the offsets before which a blank is drawn if both neighbours are on one line, ascending."""
    if text.isascii() or not upper_bytes(text).translate(None, _PAGES_BEFORE_HAN):
        return []
    found = []
    last = len(text)
    for match in _stretch().finditer(text):
        start, end = match.span()
        if start and is_ideograph(text[start - 1]):
            found.append(start)
        if end < last and is_ideograph(text[end]):
            found.append(end)
    return found


def with_gaps(text: str) -> str:
    """Returns a text with its blanks drawn, as a line has it."""
    ends = [0, *gaps(text), len(text)]
    return " ".join(text[start:end] for start, end in pairwise(ends))
