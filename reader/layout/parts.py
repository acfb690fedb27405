"""Cuts very long texts into parts, which are items of their own, so that only visible parts are broken into lines.

A line ends where a part ends: after a sentence if one ends near, else after a word. Both languages are cut into the
same number of parts, each at the same share of its length, so that the parts stay beside each other.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from reader.layout.graphemes import boundaries
from reader.layout.spaces import TextOffset
from reader.model.record import replace
from reader.model.scripts import SENTENCE_ENDS_HAN
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.item import Cell, Item, ItemKind

PART_CHARS = 4_000
"""Maximum number of characters of a part, about."""
_REACH_CHARS = 200
"""Number of characters before a cut in which the end of a sentence or word is looked for."""
_WHOLE_KINDS: frozenset[ItemKind] = frozenset({"verse", "code"})
"""Kinds of a bounded number of lines."""
_ENDS = "\n" + SENTENCE_ENDS_HAN + "!?；;"
"""Characters after which a text is cut: a Latin full stop, which also ends abbreviations, is not among them."""


def count_of_parts(chars: int) -> int:
    """Returns the number of parts of a text of a length, that of its longer language; at least 1."""
    return max(1, -(-chars // PART_CHARS))


def in_parts(item: Item) -> Iterator[Item]:
    """Yields the parts of an item, or the item itself if it is short, a table, verse or code."""
    lengths = [len(cell.prose.text) for cell in item.cells if cell and not cell.table]
    if item.kind in _WHOLE_KINDS:
        lengths = []
    count = count_of_parts(max(lengths, default=0))
    if count == 1:
        yield item
        return
    left, right = ([_part(cell, count, k) for k in range(count)] if cell else [None] * count for cell in item.cells)
    for k in range(count):
        first = {} if k == 0 else {"new_page": False, "indented": False, "label": ""}
        yield replace(item, cells=(left[k], right[k]), part=k, **first)


def _part(cell: Cell, count: int, k: int) -> Cell | None:
    """Returns part ``k`` of ``count`` of a cell; None if it is empty, or not the first of a note."""
    if cell.note:
        return cell if k == 0 else None
    cuts = _cuts(cell.prose.text, count)
    start, end = cuts[k], cuts[k + 1]
    if start == end:
        return None
    spans = tuple(  # a reading stays with the first part of its base
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in cell.prose.spans
        if not (span.kind == "reading" and span.start < start)
        if (span.start < end and span.end > start) or (span.start == span.end and start < (span.end or 1) <= end)
    )
    return replace(cell, prose=Prose(cell.prose.text[start:end], spans), offset=TextOffset(start))


@lru_cache(maxsize=64)
def _cuts(text: str, count: int) -> tuple[int, ...]:
    """Returns the ``count + 1`` offsets at which the parts of a text begin and end, ascending."""
    cuts = [0]
    for k in range(1, count):
        cuts.append(max(cuts[-1], _near(text, len(text) * k // count)))
    return (*cuts, len(text))


def _near(text: str, offset: int) -> int:
    """Returns the best offset to cut a text near another: after a sentence, after a blank, or between clusters."""
    low = max(0, offset - _REACH_CHARS)
    window = text[low : offset + 1]
    for marks in (_ENDS, " "):
        if (found := max(map(window.rfind, marks))) >= 0:
            return low + found + 1
    edges = boundaries(window)
    inner = edges[bisect_left(edges, len(window) - 1) - 1] if len(edges) > 2 else len(window) - 1
    return low + inner
