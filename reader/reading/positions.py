"""The place of a window as a mark, which outlives the program, and the place of a mark in the layout. Pure."""

from __future__ import annotations

from reader.layout.column import Locus
from reader.layout.spaces import SIDES, ItemIndex, TextOffset, other_side
from reader.marks.mark import PLACE, WHOLE, Mark, TextQuote, new_mark, place_id
from reader.model.magazine import Quotation as QuotationBlock
from reader.model.passage import find
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.spaces import Side
    from reader.marks.article_text import TextRange
    from reader.model.magazine import Article, Issue
    from reader.reading.window import Window

PLACE_CHARS = 80
"""Number of characters that a place quotes."""


def place(issue: Issue, article: Article, window: Window, before: Mark | None) -> Mark:
    """Returns the place of a window as a mark: quotations of the text at its top and of the current passage.

    ``before`` is the mark of the last place in the article, whose id and state it keeps.
    """
    mark = before or replace(new_mark(PLACE, issue.id, article.id, ()), id=place_id(issue.id, article.id))
    locus, index = window.locus, window.place.item
    quotations = []
    for number, offset in ((index, max(0, locus.offset)), (window.index, 0)):
        found = _passage_at(window, number)
        if found is not None:
            quotations += _beginning(window, found, locus.side, offset if found == number else 0)
    done = round(window.progress * WHOLE)
    same = tuple(dict.fromkeys(quotations))
    return replace(mark, quotations=same, done=done, finished=mark.finished or window.at_end)


def _passage_at(window: Window, index: ItemIndex) -> ItemIndex | None:
    """Returns the index of an item if it is a passage, else of the next passage; None in the head of the article."""
    items = window.column.items
    before = next((k for k in map(ItemIndex, range(index, -1, -1)) if items[k].number), None) if len(items) else None
    if before is None or before == index:
        return before
    return next((k for k in map(ItemIndex, range(index, len(items))) if items[k].number), before)


def _beginning(window: Window, index: ItemIndex, side: Side, offset: int) -> list[TextQuote]:
    items = window.column.items
    item = items[index] if len(items) else None
    sides = (side, other_side(side))
    cell = next((cell for k in sides if item and (cell := item.cells[k]) and not cell.note), None)
    if item is None or not item.number or cell is None:
        return []
    start = max(0, offset - cell.offset)
    text = cell.prose.text
    before = text[max(0, start - PLACE_CHARS // 2) : start]
    exact = text[start : start + PLACE_CHARS]
    after = text[start + PLACE_CHARS : start + PLACE_CHARS + PLACE_CHARS // 2]
    return [TextQuote(item.anchor, cell.language, exact, before, after, start + cell.offset)]


def locus_of(stretch: TextRange, article: Article, languages: tuple[str, str]) -> Locus | None:
    """Returns the locus of a stretch in the layout of its article; None if the article has no such passage."""
    passage = find(article, stretch.anchor)
    if passage is None:
        return None
    is_pull = isinstance(passage.block, QuotationBlock) and passage.block.pull
    side = languages.index(stretch.language) if stretch.language in languages else 0
    return Locus("pull" if is_pull else passage.kind, passage.anchor, SIDES[side], TextOffset(stretch.start))
