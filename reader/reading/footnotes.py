"""The footnotes that the current paragraph marks, or the nearest paragraph in sight. Pure."""

from __future__ import annotations

from reader.model.footnotes import in_order, marks_in, texts_in
from reader.model.magazine import Table
from reader.model.passage import find
from reader.model.record import record
from reader.reading.in_sight import visible_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import Article, Footnote
    from reader.model.passage import Passage
    from reader.reading.window import Window


@record
class MarkedNotes:
    """The footnotes that a paragraph marks, by their numbers."""

    anchor: str
    """Anchor of the paragraph."""
    notes: tuple[Footnote, ...]


def notes_marked_by(article: Article, passage: Passage) -> tuple[Footnote, ...]:
    """Returns the footnotes that a passage marks in any language, by their numbers."""
    texts = texts_in(passage.block) if isinstance(passage.block, Table) else (passage.text,)
    ids = {identifier for text in texts for _, prose in text.sides for identifier in marks_in(prose)}
    return tuple(in_order([note for note in article.footnotes if note.id in ids])) if ids else ()


def notes_here(article: Article, window: Window, *, in_sight: bool) -> MarkedNotes | None:
    """Returns the footnotes of the current paragraph, else of the first one in sight that marks any."""
    if not article.footnotes:
        return None
    items = visible_items(window) if in_sight else [window.item]
    for anchor in dict.fromkeys(item.anchor for item in items if item and item.number):
        passage = find(article, anchor)
        if passage and (notes := notes_marked_by(article, passage)):
            return MarkedNotes(anchor, notes)
    return None
