"""The marks of the open article: the mark of a command, and new ones on the selection or the passage. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.marks.mark import BOOKMARK, HIGHLIGHT
from reader.reading import new_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.marks.article_text import TextRange
    from reader.marks.mark import Mark, MarkKind
    from reader.model.passage import Passage
    from reader.reading.opened import OpenArticle
    from reader.reading.overlays import FoundMark
    from reader.reading.selection import Selection
    from reader.reading.viewport import Viewport
    from reader.reading.window import Window


def bookmark_of(found: Sequence[FoundMark], passage: Passage | None) -> Mark | None:
    """Returns the bookmark of a passage, among the marks of its article."""
    if passage is None:
        return None
    return next(
        (each.mark for each in found if each.mark.kind == BOOKMARK and each.stretches[0].anchor == passage.anchor), None
    )


def highlight_over(found: Sequence[FoundMark], wanted: Sequence[TextRange]) -> Mark | None:
    """Returns the highlight that covers all of some stretches."""
    return next(
        (each.mark for each in found if each.mark.kind == HIGHLIGHT and new_marks.covers(each.stretches, wanted)), None
    )


def note_of(found: Sequence[FoundMark], opened: OpenArticle, passage: Passage | None) -> Mark | None:
    """Returns the first mark with a note on a passage; without one, the highlight of the whole passage."""
    if passage is None:
        return None
    here = new_marks.notes_at(found, opened.article.id, passage.anchor)
    if noted := next((mark for mark in here if mark.note), None):
        return noted
    whole = new_marks.stretches_of_passage(passage, opened.article.id, opened.languages)
    if not whole:
        return None
    highlights = (each for each in found if each.mark.kind == HIGHLIGHT)
    return next((each.mark for each in highlights if set(each.stretches) == set(whole)), None)


def stretches(opened: OpenArticle, window: Window, selection: Selection | None) -> list[TextRange]:
    """Returns the selected stretches; without a selection the current passage in both languages."""
    if selection:
        return new_marks.stretches_of(window, selection, opened.article.id)
    passage = opened.passage(window)
    return new_marks.stretches_of_passage(passage, opened.article.id, opened.languages) if passage else []


def mark_on_passage(kind: MarkKind, opened: OpenArticle, passage: Passage | None) -> Mark | None:
    """Returns a new mark on a passage: in the languages on the screen, or in its others if it has none of them."""
    if passage is None:
        return None
    article, languages = opened.article, (*opened.languages, *passage.text.languages)
    found = new_marks.stretches_of_passage(passage, article.id, opened.languages)
    found = found or new_marks.stretches_of_passage(passage, article.id, languages)
    return new_marks.marked(kind, opened.issue, article, found)


def mark_on_stretches(kind: MarkKind, opened: OpenArticle, wanted: Sequence[TextRange]) -> Mark | None:
    """Returns a new mark on stretches of the article."""
    return new_marks.marked(kind, opened.issue, opened.article, wanted)


def mark_on_word(opened: OpenArticle, wanted: Sequence[TextRange]) -> Mark | None:
    """Returns a new mark on a word; None unless it is one stretch of one passage."""
    return new_marks.word_of(opened.issue, opened.article, wanted[0]) if len(wanted) == 1 else None


def stretches_of_word(opened: OpenArticle, passage: Passage, word: str) -> list[TextRange]:
    """Returns the first occurrence of a word in a passage, in any of its languages; empty without one."""
    languages = (*opened.languages, *passage.text.languages)
    found = new_marks.stretch_of_word(word, passage, opened.article.id, languages)
    return [found] if found else []


def likely_word(opened: OpenArticle, viewport: Viewport) -> str:
    """Returns the current match if it is in the current passage, else a term of the glossary in it, else nothing."""
    passage = opened.passage(viewport.window)
    if passage is None:
        return ""
    match = viewport.match
    item = viewport.window.spread.columns[match.column].items[match.item] if match else None
    if match and item and item.anchor == passage.anchor:
        cell = item.cells[match.side]
        return cell.prose.text[match.start : match.end] if cell else ""
    texts = [passage.text.plain(tag) for tag in opened.languages]
    terms = (entry.term.plain(tag) for entry in opened.issue.glossary for tag in opened.languages)
    return next((term for term in terms if term and any(term in text for text in texts)), "")
