"""Where a reader is, as a mark that outlives the program, and back. Pure functions; the first screen needs them."""

from __future__ import annotations

from reader.layout.column import Locus
from reader.layout.spaces import SIDES, TextOffset
from reader.marks.mark import PLACE, WHOLE, Mark, TextQuote, new_mark, place_id
from reader.model.magazine import Quotation as QuotationBlock
from reader.model.passage import find
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.marks.article_text import TextRange
    from reader.model.magazine import Article, Issue
    from reader.reading.viewport import Viewport

PLACE_CHARS = 80


def place(issue: Issue, article: Article, viewport: Viewport, before: Mark | None) -> Mark:
    """Returns the place of a viewport as a mark: what is at its top, and the current passage."""
    mark = before or replace(new_mark(PLACE, issue.id, article.id, ()), id=place_id(issue.id, article.id))
    locus, index = viewport.locus, viewport.place.item
    quotations = []
    for number, offset in ((index, max(0, locus.offset)), (viewport.index, 0)):
        found = _passage_at(viewport, number)
        if found is not None:
            quotations += _beginning(viewport, found, locus.side, offset if found == number else 0)
    done = round(viewport.progress * WHOLE)
    same = tuple(dict.fromkeys(quotations))
    return replace(mark, quotations=same, done=done, finished=mark.finished or viewport.at_end)


def _passage_at(viewport: Viewport, index: int) -> int | None:
    """Returns the index of an item if it is a passage, of the one behind a figure and the like; None in the head."""
    items = viewport.column.items
    before = next((k for k in range(index, -1, -1) if items[k].number), None) if len(items) else None
    if before is None or before == index:
        return before
    return next((k for k in range(index, len(items)) if items[k].number), before)


def _beginning(viewport: Viewport, index: int, side: int, offset: int) -> list[TextQuote]:
    items = viewport.column.items
    item = items[index] if len(items) else None
    sides = (side, 1 - side)
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
    """Returns a stretch as a place in the article's layout."""
    passage = find(article, stretch.anchor)
    if passage is None:
        return None
    is_pull = isinstance(passage.block, QuotationBlock) and passage.block.pull
    side = languages.index(stretch.language) if stretch.language in languages else 0
    return Locus("pull" if is_pull else passage.kind, passage.anchor, SIDES[side], TextOffset(stretch.start))
