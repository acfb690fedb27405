"""Marks: the records of a place, a bookmark, a highlight, a note or a word that the reader made at a passage."""

from __future__ import annotations

import os
import time

from reader.folders import data_folder
from reader.model.bounds import MAX_NUMBER
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    MarkKind = Literal["place", "bookmark", "highlight", "note", "word"]
    """A place is where the reader is in an article; an article has one place."""
    MarkState = Literal["found", "lost", "elsewhere"]
    """Whether a mark's text is in its issue, is not there any more, or the library has no such issue."""

FILE_NAME = "marks.sqlite"
PLACE: Final = "place"
BOOKMARK: Final = "bookmark"
HIGHLIGHT: Final = "highlight"
NOTE: Final = "note"
WORD: Final = "word"
KINDS: tuple[MarkKind, ...] = (PLACE, BOOKMARK, HIGHLIGHT, NOTE, WORD)
WHOLE = 1000
"""Value of :attr:`Mark.done` at the end of an article."""


@record
class TextQuote:
    """A range of a passage's text, as the selectors of W3C's Web Annotation Data Model describe it.

    ``exact`` is the text itself and ``start`` its offset in the passage's text when it was quoted; ``prefix`` and
    ``suffix`` are the text before and after it, also in the passages around.
    """

    anchor: str
    language: str
    """The language of the text; empty if it is not known."""
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int = 0


@record
class Mark:
    """A mark. Times are milliseconds since 1970 in UTC."""

    id: str
    kind: MarkKind
    issue: str
    article: str
    made: int
    changed: int
    deleted: bool = False
    """Whether this is the record of a deletion, by which other machines delete the mark, too."""
    quotations: tuple[TextQuote, ...] = ()
    """The marked texts: a range in one language, its counterpart, further paragraphs."""
    beside: tuple[tuple[str, str], ...] = ()
    """Languages and texts that go with them: the counterpart, a word's sentence in both languages."""
    name: str = ""
    """The name of a bookmark."""
    note: str = ""
    citation: str = ""
    """The source of the text, as one would cite it."""
    done: int = 0
    """The share of the article before a place, in parts of :data:`WHOLE`."""
    finished: bool = False
    """Whether the end of the article was seen."""

    @property
    def address(self) -> str:
        """The address at which it was made."""
        anchor = self.quotations[0].anchor if self.quotations else ""
        return f"{self.issue}/{self.article}" + (f"#{anchor}" if anchor else "")

    @property
    def text(self) -> str:
        """The marked text in the language of the first quote."""
        language = self.quotations[0].language if self.quotations else ""
        return "\n\n".join(quote.exact for quote in self.quotations if quote.language == language)


def kind_named(name: str) -> MarkKind | None:
    """Returns the kind of mark with that name; None if there is none."""
    return next((kind for kind in KINDS if kind == name), None)


def default_path() -> str:
    """Returns the path of the file of marks, in the platform's folder for a user's data."""
    return os.path.join(data_folder(), FILE_NAME)


def new_mark(kind: MarkKind, issue: str, article: str, quotations: tuple[TextQuote, ...]) -> Mark:
    """Returns a mark that is made now."""
    made = now_ms()
    return Mark(os.urandom(10).hex(), kind, issue, article, made, made, quotations=quotations)


def place_id(issue: str, article: str) -> str:
    """Returns the id of the place in an article, which is the same on every machine."""
    return f"place:{issue}/{article}"


def edited(mark: Mark, **changes: object) -> Mark:
    """Returns a mark changed now; it is later than the state before, whatever the clock says."""
    return changed_at(now_ms(), mark, **changes)


def changed_at(time_ms: int, mark: Mark, **changes: object) -> Mark:
    """Returns a mark changed at a time, or just after its last change if that was later.

    At the end of the range, which only a wrong clock or another program gets to, it is made later instead: of two
    states with the same time of change the one that was made later is kept.
    """
    changed = max(time_ms, mark.changed + 1)
    if changed <= MAX_NUMBER:
        return replace(mark, **changes, changed=changed)
    return replace(mark, **changes, changed=MAX_NUMBER, made=min(mark.made + 1, MAX_NUMBER))


def deleted(mark: Mark) -> Mark:
    """Returns the record of the deletion of a mark, made now."""
    return deleted_at(now_ms(), mark)


def deleted_at(time_ms: int, mark: Mark) -> Mark:
    """Returns the record of the deletion of a mark at a time, or just after its last change if that was later."""
    bare = Mark(mark.id, mark.kind, mark.issue, mark.article, mark.made, mark.changed)
    return changed_at(time_ms, bare, deleted=True)


def now_ms() -> int:
    """Returns the time, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000
