"""Very long texts in parts: each is set as an item of its own, so that only what is seen is ever broken into lines.

A line ends where a part ends: after a sentence if one ends near there, else after a word. Both languages are cut into
as many parts, each at the same share of its length, so that they stay beside each other.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache

from reader.layout.graphemes import boundaries
from reader.model.record import replace
from reader.model.scripts import SENTENCE_ENDS_HAN
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.item import Cell, Item
    from reader.model.text import Text

PART_CHARS = 4_000
"""The most characters of a text that are set at once."""
_REACH_CHARS = 200
_ENDS = "\n" + SENTENCE_ENDS_HAN + "!?；;"
"""Where a text is cut: not after a Latin full stop, which also ends abbreviations; after a semicolon, too."""


def parts_of(text: Text, languages: tuple[str, str]) -> int:
    """Returns in how many parts a text is set, given the two languages that are shown; at least one."""
    longest = 0
    for tag, prose in text.sides:
        if len(prose.text) > longest and (not tag or tag in languages):
            longest = len(prose.text)
    return max(1, -(-longest // PART_CHARS))


def in_parts(item: Item) -> Iterator[Item]:
    """Yields an item in parts; the item itself if it is not too long. Tables stay whole."""
    lengths = [len(cell.prose.text) for cell in item.cells if cell and not cell.table]
    count = -(-max(lengths, default=0) // PART_CHARS)
    if count <= 1:
        yield item
        return
    left, right = ([_part(cell, count, k) for k in range(count)] if cell else [None] * count for cell in item.cells)
    for k in range(count):
        first = {} if k == 0 else {"new_page": False, "indented": False, "ordinal": 0}
        yield replace(item, cells=(left[k], right[k]), part=k, **first)


def _part(cell: Cell, count: int, k: int) -> Cell | None:
    if cell.note:
        return cell if k == 0 else None
    cuts = _cuts(cell.prose.text, count)
    start, end = cuts[k], cuts[k + 1]
    if start == end:
        return None
    spans = tuple(
        replace(span, start=max(span.start, start) - start, end=min(span.end, end) - start)
        for span in cell.prose.spans
        if span.start < end and span.end > start
    )
    return replace(cell, prose=Prose(cell.prose.text[start:end], spans), offset=start)


@lru_cache(maxsize=64)
def _cuts(text: str, count: int) -> tuple[int, ...]:
    """Returns where the parts of a text begin and end, ascending: ``count + 1`` offsets."""
    cuts = [0]
    for k in range(1, count):
        cuts.append(max(cuts[-1], _near(text, len(text) * k // count)))
    return (*cuts, len(text))


def _near(text: str, offset: int) -> int:
    """Returns where best to cut a text near an offset: after a sentence, after a blank, or between clusters."""
    low = max(0, offset - _REACH_CHARS)
    window = text[low : offset + 1]
    for marks in (_ENDS, " "):
        if (found := max(map(window.rfind, marks))) >= 0:
            return low + found + 1
    edges = boundaries(window)
    inner = edges[bisect_left(edges, len(window) - 1) - 1] if len(edges) > 2 else len(window) - 1
    return low + inner
