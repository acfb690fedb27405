"""Rows that cannot drift: after a cluster that terminals disagree on, the cursor is put where the layout has it.

A family joined by U+200D, an emoji with a skin tone and a flag are one picture of two cells on some terminals, and
several characters beside each other on others, whichever fonts and libraries they have. What comes behind such a
cluster overwrites cells that it takes too many. Pure.
"""

from __future__ import annotations

import re
from itertools import pairwise

from reader.layout.graphemes import boundaries
from reader.layout.width import cell_width

MAY_DRIFT = re.compile("[\u200d\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""Characters of clusters that terminals give different cells: joiners, letters of flags, skin tones, tags."""
_BEGINNINGS = (b"\xe2\x80\x8d", b"\xf0\x9f\x87", b"\xf0\x9f\x8f", b"\xf3\xa0")
"""The beginnings of these characters in UTF-8, and of a few others."""
_OUTPUT = re.compile(
    r"\x1b\[(?P<place>[0-9;]*)H|\x1b\[[0-9;?<>=$]*[a-zA-Z]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|(?P<text>[^\x1b\r\n]+)|.",
    re.DOTALL,
)


def straightened(output: str) -> str:
    """Returns output for a terminal with the column stated after each cluster that terminals disagree on.

    Output is text and control sequences, as a driver writes it. A text whose column is not known is unchanged.
    """
    encoded = output.encode("utf-8", "replace")
    if not any(beginning in encoded for beginning in _BEGINNINGS):  # ten times faster than the expression
        return output
    column = -1
    parts: list[str] = []
    for found in _OUTPUT.finditer(output):
        part = found[0]
        if found["place"] is not None:
            column = int(found["place"].partition(";")[2] or 1)
        elif part in ("\n", "\r"):
            column = -1
        elif found["text"] and column > 0:
            part = _with_columns(part, column)
            column += cell_width(found["text"])
        parts.append(part)
    return "".join(parts)


def _with_columns(text: str, column: int) -> str:
    """Returns a text that begins in a column, counted from 1, with the column after each such cluster."""
    if not MAY_DRIFT.search(text):
        return text
    edges = boundaries(text)
    parts = []
    for begin, end in pairwise(edges):
        cluster = text[begin:end]
        parts.append(cluster)
        column += cell_width(cluster)
        if MAY_DRIFT.search(cluster):
            parts.append(f"\x1b[{column}G")
    return "".join(parts)
