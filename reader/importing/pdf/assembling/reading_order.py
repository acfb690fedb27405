"""Reading order: columns from the left, and bands between text that spans them from the top."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import partial
from itertools import pairwise
from statistics import median_high

from reader.importing.pdf.assembling.side_heads import side_heads
from reader.importing.pdf.page.geometry import shared_width
from reader.importing.pdf.weights import assembling as weights
from reader.importing.pdf.weights import blocks as blocks_weights
from reader.importing.pdf.weights import roles as roles_weights
from reader.importing.scripts import LATIN
from reader.model.record import record, replace
from reader.model.scripts import ends_sentence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.page.geometry import Box

    _Score = Callable[[TextBlock, TextBlock], float]
    """Scores how well one block continues in another; below 0 if badly."""

MAX_DEPTH = 100
"""Maximum number of cuts inside each other; deeper ones are made by nobody who sets pages."""
_MAX_BANDS = 12
"""Maximum number of bands that are compared with columns pair by pair."""


@record
class OrderedBlock:
    """A block in reading order."""

    block: TextBlock
    margin: float
    """By how much its place scores better than in another order; the place is unsure below
    :data:`~reader.importing.pdf.weights.assembling.SURE_ORDER_MARGIN`."""


def in_reading_order(
    blocks: Sequence[TextBlock], headings: frozenset[int], obstacles: Sequence[Box] = ()
) -> list[OrderedBlock]:
    """Returns the blocks of running text in one script as they are read.

    Where they can be cut both into columns and into bands, the cut is taken in which sentences continue better.
    ``headings`` are the ``id()`` of the headings; ``obstacles`` is all else on the page, between blocks or beside them.
    """
    score = partial(continuation_score, headings)
    beside = side_heads(blocks, headings)
    apart = {id(head) for head in beside.values()}
    found = []
    for placed in _ordered([block for block in blocks if id(block) not in apart], score, obstacles):
        if head := beside.get(id(placed.block)):
            found.append(OrderedBlock(head, placed.margin))
        found.append(placed)
    starts = [after.block for before, after in pairwise(found) if _is_elsewhere(before.block, after.block)]
    rivals = _Rivals(starts, headings, score)
    for at, (before, after) in enumerate(pairwise(found), 1):
        if score(before.block, after.block) < 0 and rivals.has_better(before.block, after.block):
            found[at] = replace(after, margin=0.0)
    return found


class _Rivals:
    """The blocks that begin elsewhere than under the block before them: each might follow another one as well."""

    def __init__(self, starts: Sequence[TextBlock], headings: frozenset[int], score: _Score) -> None:
        self._starts, self._headings, self._score = starts, headings, score
        self._ids = {id(start) for start in starts}
        self._by_top = sorted(starts, key=lambda start: start.top)
        self._tops = [start.top for start in self._by_top]
        self._good: dict[bool, list[TextBlock]] = {}
        """The starts in which text continues well, by whether its last sentence is at its end."""

    def has_better(self, before: TextBlock, after: TextBlock) -> bool:
        """Whether a block continues well in another start than the one that follows it."""
        return id(after) in self._ids and any(start is not after for start in self._good_after(before))

    def _near(self, heading: TextBlock) -> Iterable[TextBlock]:
        """Returns the starts that may have the text of a heading: those close under it."""
        if weights.HEADING_WITHOUT_TEXT > 0:
            return self._starts
        top = heading.bottom - weights.HEADING_OVERLAP_EM * heading.size
        bottom = heading.bottom + weights.HEADING_TEXT_GAP_EM * heading.size
        return self._by_top[bisect_left(self._tops, top - 1) : bisect_right(self._tops, bottom + 1)]

    def _good_after(self, before: TextBlock) -> Iterable[TextBlock]:
        if id(before) in self._headings:
            return (start for start in self._near(before) if self._score(before, start) > 0)
        is_closed = ends_sentence(before.lines[-1].text)
        if is_closed not in self._good:
            self._good[is_closed] = [start for start in self._starts if self._score(before, start) > 0]
        return self._good[is_closed]


def continuation_score(headings: frozenset[int], before: TextBlock, after: TextBlock) -> float:
    """Scores how well a block continues in another one: a sentence continues, or a heading has its text."""
    first, last = after.lines[0], before.lines[-1]
    if id(before) in headings:
        gap = after.top - before.bottom
        is_close = -weights.HEADING_OVERLAP_EM * before.size < gap < weights.HEADING_TEXT_GAP_EM * before.size
        is_under = shared_width(before, after) > 0 and is_close
        is_over_break = after.left >= before.right and after.bottom < before.top and id(after) not in headings
        if not is_under and is_over_break:
            return weights.HEADING_OVER_COLUMN_BREAK
        return weights.HEADING_HAS_TEXT if is_under else weights.HEADING_WITHOUT_TEXT
    if id(after) in headings:
        return weights.HEADING_AFTER_SENTENCE if ends_sentence(last.text) else weights.HEADING_IN_SENTENCE
    indent = first.left - min(line.left for line in after.lines)
    is_indented = blocks_weights.MIN_INDENT_EM * first.size <= indent <= blocks_weights.MAX_INDENT_EM * first.size
    is_small = after.script == LATIN and first.text[0].islower()
    if ends_sentence(last.text) and is_small and not is_indented:
        return weights.SMALL_LETTER_AFTER_SENTENCE
    if ends_sentence(last.text):
        is_start = is_indented or len(after.lines) == 1
        return weights.PARAGRAPH_AFTER_SENTENCE if is_start else weights.LINE_AFTER_SENTENCE
    return weights.PARAGRAPH_IN_SENTENCE if is_indented else weights.SENTENCE_CONTINUES


def _ordered(
    blocks: Sequence[TextBlock], score: _Score, obstacles: Sequence[Box], depth: int = 0
) -> list[OrderedBlock]:
    """Returns the blocks in order by a recursive cut, down to :data:`MAX_DEPTH`."""
    if len(blocks) < 2 or depth == MAX_DEPTH:
        blocks = sorted(blocks, key=lambda block: (block.top, block.left))
        return [OrderedBlock(block, weights.SURE_ORDER_MARGIN) for block in blocks]
    columns = _columns(blocks)
    bands = _cut(blocks, lambda block: block.top, lambda block: block.bottom)
    if _is_zigzag(columns, bands):
        return [placed for group in bands for placed in _ordered(group, score, obstacles, depth + 1)]
    if len(columns) == 1:
        bands = _with_columns_joined(bands, score)
    elif 2 < len(bands) <= _MAX_BANDS:
        bands = _with_bands_joined(bands, score, obstacles, depth + 1)
    by_columns = (
        [placed for group in columns for placed in _ordered(group, score, obstacles, depth + 1)]
        if len(columns) > 1
        else []
    )
    by_bands = (
        [placed for group in bands for placed in _ordered(group, score, obstacles, depth + 1)] if len(bands) > 1 else []
    )
    if not by_columns or not by_bands:
        uncut = sorted(blocks, key=lambda block: (block.top, block.left))
        return by_columns or by_bands or [OrderedBlock(block, weights.SURE_ORDER_MARGIN) for block in uncut]
    margin = _total_score(by_bands, score) - _total_score(by_columns, score)
    if margin > weights.BANDS_MIN_MARGIN:
        return _with_margin(by_bands, by_columns, margin)
    if _may_be_bands(bands, obstacles):
        return _with_margin(by_columns, by_bands, -margin)
    return by_columns


def _is_zigzag(columns: Sequence[Sequence[TextBlock]], bands: Sequence[Sequence[TextBlock]]) -> bool:
    """Whether blocks are left and right by turns with nothing beside them, as years along a line."""
    sides = {id(block): at for at, column in enumerate(columns) for block in column}
    turns = [{sides[id(block)] for block in band} for band in bands]
    if len(columns) < 2 or any(len(side) > 1 for side in turns):
        return False
    return sum(above != below for above, below in pairwise(turns)) >= weights.ZIGZAG_MIN_TURNS


def _columns(blocks: Sequence[TextBlock]) -> list[list[TextBlock]]:
    return _cut(blocks, lambda block: block.left + weights.COLUMN_OVERHANG_SHARE * block.width, _right_edge)


def _with_columns_joined(bands: Sequence[Sequence[TextBlock]], score: _Score) -> list[list[TextBlock]]:
    """Returns bands between texts that span columns; those under each other with the same columns are one.

    Gaps between paragraphs that are beside each other by chance divide no columns. A heading over a text that spans
    them is in none.
    """
    found: list[list[TextBlock]] = []
    for at, band in enumerate(bands):
        is_in_columns = found and len(_columns(found[-1])) > 1 and len(_columns([*found[-1], *band])) > 1
        if is_in_columns and not _heads_span(band, bands[at + 1 : at + 2], found[-1], score):
            found[-1] += band
        else:
            found.append(list(band))
    return found


def _with_bands_joined(
    bands: Sequence[Sequence[TextBlock]], score: _Score, obstacles: Sequence[Box], depth: int
) -> list[list[TextBlock]]:
    """Returns bands beside columns; two under each other with columns are one unless sentences continue in each.

    One without columns goes on with those above it if sentences continue better so.
    """
    found: list[list[TextBlock]] = []
    for band in bands:
        columns = _columns([*found[-1], *band]) if found else []
        if len(columns) > 1 and len(_columns(found[-1])) > 1:
            apart = [placed for group in (found[-1], band) for placed in _ordered(group, score, obstacles, depth)]
            joined = [placed for group in columns for placed in _ordered(group, score, obstacles, depth)]
            margin = _total_score(apart, score) - _total_score(joined, score)
            if margin < 0 or (margin <= weights.BANDS_MIN_MARGIN and len(_columns(band)) > 1):
                found[-1] += band
                continue
        found.append(list(band))
    return found


def _heads_span(
    band: Sequence[TextBlock], below: Sequence[Sequence[TextBlock]], columns: Sequence[TextBlock], score: _Score
) -> bool:
    """Whether a band is a heading, and the next one its text, which spans the columns above."""
    if len(band) != 1 or not below or len(below[0]) != 1:
        return False
    (heading,), ((text,),) = band, below
    is_spanning = len(_columns([*columns, text])) == 1
    return is_spanning and score(heading, text) == weights.HEADING_HAS_TEXT


def _total_score(placed: Sequence[OrderedBlock], score: _Score) -> float:
    return sum(score(before.block, after.block) for before, after in pairwise(placed))


def _with_margin(chosen: Sequence[OrderedBlock], other: Sequence[OrderedBlock], margin: float) -> list[OrderedBlock]:
    """Returns the chosen order with the margin for blocks that follow a different one in the other order."""
    others = {id(after.block): id(before.block) for before, after in pairwise(other)}
    found = list(chosen)
    for at, (before, after) in enumerate(pairwise(chosen), 1):
        if others.get(id(after.block)) != id(before.block):
            found[at] = replace(after, margin=min(after.margin, max(0.0, margin)))
    return found


def _is_elsewhere(before: TextBlock, after: TextBlock) -> bool:
    """Whether a block is not right under the one before it."""
    return (
        after.top < before.bottom - roles_weights.BLOCK_OVERLAP_PT
        or after.left > _right_edge(before)
        or before.left > _right_edge(after)
    )


def _may_be_bands(bands: Sequence[Sequence[TextBlock]], obstacles: Sequence[Box]) -> bool:
    """Whether bands may be meant: a gap is wider than between paragraphs, and the first column continues under it.

    An obstacle in the gap in the first column only, such as a picture, explains the gap.
    """
    for above, below in pairwise(bands):
        first = min((*above, *below), key=lambda block: block.left)
        gap = weights.BAND_GAP_EM * first.size
        top, bottom = max(block.bottom for block in above), min(block.top for block in below)
        is_continued = all(any(block.left < first.left + gap for block in band) for band in (above, below))
        if bottom - top <= gap or not is_continued:
            continue
        edge = _right_edge(first)
        inside = [box for box in obstacles if box.left < edge and box.top < bottom and box.bottom > top]
        if not inside or max(box.right for box in inside) > edge + gap:
            return True
    return False


def _right_edge(block: TextBlock) -> float:
    """Returns the right edge of most lines of a block: single ones may reach over the edge of their column."""
    return median_high(line.right for line in block.lines)


def _cut(
    blocks: Sequence[TextBlock], start: Callable[[TextBlock], float], end: Callable[[TextBlock], float]
) -> list[list[TextBlock]]:
    """Divides blocks at straight cuts that meet none of them."""
    groups: list[list[TextBlock]] = []
    reach = float("-inf")
    for block in sorted(blocks, key=start):
        if groups and start(block) < reach - roles_weights.BLOCK_OVERLAP_PT:
            groups[-1].append(block)
        else:
            groups.append([block])
        reach = max(reach, end(block))
    return groups
