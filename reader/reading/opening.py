"""An article as it is opened: at an anchor or where it was left, with the first marks and the glossary's terms."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import TYPE_CHECKING

from reader.layout.flow import flow
from reader.model.record import record
from reader.reading.display import Display
from reader.reading.figure_room import FigureFiles
from reader.reading.last_place import LastPlace, Start
from reader.reading.opened import OpenArticle, reading_minutes
from reader.reading.overlays import FoundMark, mark_overlay

if TYPE_CHECKING:
    from reader.library import LibraryEntry
    from reader.model.magazine import Article, Issue
    from reader.model.terms import Terms
    from reader.reading.look import Look
    from reader.reading.memory import Memory

MAX_FIRST_MARKS = 50
"""Maximum number of marks that are looked for before the article is first drawn; the others are drawn as they are
found."""


@record
class Opening:
    """The facts with which an article is first drawn."""

    opened: OpenArticle
    place: LastPlace
    display: Display
    terms: Terms | None
    marks: tuple[FoundMark, ...]
    has_notes: bool
    minutes: float
    """The time to read the article."""


def opened_in(look: Look, entry: LibraryEntry, article: Article) -> OpenArticle:
    """Returns an article of an issue that can be read, in the languages that a look prefers."""
    issue = entry.issue
    assert issue is not None
    return OpenArticle(entry, issue, article, look.pair_of(issue, article))


def opening(opened: OpenArticle, anchor: str, look: Look, memory: Memory) -> Opening:
    """Returns an article as it is opened for the first time since the program began.

    Args:
        opened: The article.
        anchor: The anchor of a passage in it, or an empty string for the place where it was left.
        look: The look of articles.
        memory: The reader's marks.
    """
    shown, place = flow(opened.article, opened.languages, opened.issue), LastPlace(memory, opened)
    display = Display(shown, look)
    display.files = FigureFiles(opened.entry.pictures, opened.article) if look.figures else None
    display.show(shown, Start(anchor) if anchor else place.start(opened))
    terms = terms_of(opened.issue)
    display.draw_terms(terms)
    marks = first_marks(opened, memory)
    display.draw_marks(mark_overlay(marks, opened.article.id))
    has_notes = memory.has_notes(opened.issue.id, opened.article.id)
    return Opening(opened, place, display, terms, marks, has_notes, reading_minutes(shown))


def terms_of(issue: Issue) -> Terms | None:
    """Returns the terms of an issue's glossary; None without one."""
    if not issue.glossary:
        return None
    from reader.model.terms import Terms

    return Terms(issue.glossary)


def first_marks(opened: OpenArticle, memory: Memory) -> tuple[FoundMark, ...]:
    """Returns the first marks of an article that are still in it."""
    issue, article = opened.issue, opened.article.id
    own = takewhile(lambda mark: mark.article == article, memory.near(issue.id, article))
    whereabouts = memory.whereabouts(issue)
    found = (FoundMark(mark, whereabouts.of(mark)) for mark in islice(own, MAX_FIRST_MARKS))
    return tuple(each for each in found if any(stretch.article == article for stretch in each.stretches))
