"""The sentence of the other language that goes with a place in a text. Pure."""

from __future__ import annotations

from reader.layout.spaces import other_side
from reader.marks.article_text import TextRange
from reader.marks.sentences import corresponding_span
from reader.model.passage import find

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article
    from reader.reading.selection import Selection
    from reader.reading.window import Window


def counterpart_of(article: Article, window: Window, selection: Selection) -> TextRange | None:
    """Returns the sentence that goes with the one of a selection; None in a text without a counterpart."""
    item = window.spread.columns[selection.column].items[selection.ends[0].item]
    here, there = item.cells[selection.side], item.cells[other_side(selection.side)]
    passage = find(article, item.anchor) if item.number else None
    if passage is None or here is None or there is None or there.note or here.note:
        return None
    text, other = passage.text.plain(here.language), passage.text.plain(there.language)
    if not text or not other:
        return None
    span = corresponding_span(text, selection.ends[0].offset, other)
    return TextRange(article.id, item.anchor, there.language, *span) if span[0] < span[1] else None


def hidden_text(article: Article, window: Window, selection: Selection, counterpart: TextRange | None) -> str:
    """Returns the text of a selection's counterpart where the article does not show it; empty where it does."""
    column = window.spread.columns[selection.column]
    is_hidden = column.revealed is not None and column.items[selection.head.item].anchor not in column.revealed
    if counterpart is None or (other_side(selection.side) in column.sides and not is_hidden):
        return ""
    passage = find(article, counterpart.anchor)
    return passage.text.plain(counterpart.language)[counterpart.start : counterpart.end] if passage else ""
