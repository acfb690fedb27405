"""The footnotes that the current paragraph marks, or the nearest paragraph in sight. Pure."""

from __future__ import annotations

from reader.layout.width import cell_width
from reader.model.footnotes import in_order, marks_in
from reader.model.magazine import Table, texts_in
from reader.model.passage import find
from reader.model.record import record
from reader.reading.in_sight import visible_items

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.spaces import SpreadCell, WindowRow
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
    anchors = dict.fromkeys(item.anchor for item in items if item and item.number)
    return next((marked for anchor in anchors if (marked := notes_at(article, anchor))), None)


def notes_at(article: Article, anchor: str) -> MarkedNotes | None:
    """Returns the footnotes that the passage of an anchor marks; None without any."""
    passage = find(article, anchor)
    notes = notes_marked_by(article, passage) if passage else ()
    return MarkedNotes(anchor, notes) if notes else None


def marking_at(window: Window, x: SpreadCell, y: WindowRow) -> str:
    """Returns the anchor of the paragraph whose footnote mark is at a cell and row of the window; else nothing."""
    if not 0 <= y < len(window.rows):
        return ""
    row, starts = window.rows[y], window.geometry.starts_cells
    is_right = window.geometry.parallel and not row.spans and x >= starts[1]
    line, item = (row.right, row.right_item) if is_right else (row.left, row.left_item)
    here = starts[is_right] - (window.shift_cells if line.wide else 0)
    for piece in line.pieces:
        after = here + cell_width(piece.text)
        if item and here <= x < after and "footnote" in piece.style.split():
            return item.anchor
        here = after
    return ""
