"""Finding marks in the issues of a library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.errors import ReaderError
from reader.marks.listing import Location
from reader.marks.mark import PLACE
from reader.model.record import record
from reader.reading.memory import Whereabouts

if TYPE_CHECKING:
    from reader.library import Library, LibraryEntry
    from reader.marks.mark import Mark, MarkState
    from reader.model.magazine import Article


@record
class MarkTarget:
    """The article in which a mark is, and the anchor of its passage, or an empty string."""

    entry: LibraryEntry
    article: Article
    anchor: str = ""


@record
class _Held:
    entry: LibraryEntry
    whereabouts: Whereabouts


class MarkTargets:
    """Looks for marks; each is looked for once, until :meth:`forget` is called."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._held: dict[str, _Held | None] = {}

    def forget(self) -> None:
        """Forgets the places of all marks, after the library has changed."""
        self._held.clear()

    def locate(self, mark: Mark) -> Location:
        """Returns where a mark is now."""
        held = self._in(mark.issue)
        return Location(held.whereabouts.issue, held.whereabouts.of(mark)) if held else Location(None)

    def state(self, mark: Mark) -> MarkState:
        """Returns whether a mark is found."""
        held = self._in(mark.issue)
        if held is None:
            return "elsewhere"
        is_found = held.whereabouts.of(mark) if mark.quotations else held.whereabouts.issue.article(mark.article)
        return "found" if is_found else "lost"

    def target(self, mark: Mark) -> MarkTarget | None:
        """Returns the article to open for a mark; None unless it is found. A place needs its article only."""
        held = self._in(mark.issue)
        if held is None:
            return None
        found = held.whereabouts.of(mark)
        article = held.whereabouts.issue.article(found[0].article if found else mark.article)
        if article is None or (mark.quotations and not found and mark.kind != PLACE):
            return None
        return MarkTarget(held.entry, article, found[0].anchor if found and mark.kind != PLACE else "")

    def _in(self, issue_id: str) -> _Held | None:
        if issue_id not in self._held:
            self._held[issue_id] = self._look_for(issue_id)
        return self._held[issue_id]

    def _look_for(self, issue_id: str) -> _Held | None:
        try:
            entry = self._library.entry(issue_id)
        except ReaderError:
            return None
        return _Held(entry, Whereabouts(entry.issue)) if entry.issue else None
