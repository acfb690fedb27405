"""What the reader made at a passage: a place, a bookmark, a highlight, a note, a word."""

from __future__ import annotations

import os
import time

from reader.folders import data_folder
from reader.model.record import record, replace

FILE_NAME = "marks.sqlite"
PLACE, BOOKMARK, HIGHLIGHT, NOTE, WORD = "place", "bookmark", "highlight", "note", "word"
KINDS = (PLACE, BOOKMARK, HIGHLIGHT, NOTE, WORD)
WHOLE = 1000
"""What :attr:`Mark.done` is at the end of an article."""


@record
class Quotation:
    """A stretch of a passage's text, told as the selectors of W3C's Web Annotation Data Model tell it.

    ``exact`` is the text itself and ``start`` its offset in the passage's text when it was quoted; ``prefix`` and
    ``suffix`` stood before and behind it, also in the passages around.
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
    """What the reader made. Times are milliseconds since 1970 in UTC."""

    id: str
    kind: str
    """One of :data:`KINDS`."""
    issue: str
    article: str
    made: int
    changed: int
    deleted: bool = False
    """Whether only the knowledge is left that it was deleted, so that other machines delete it, too."""
    quotations: tuple[Quotation, ...] = ()
    """What is marked: a stretch in one language, its counterpart, further paragraphs."""
    beside: tuple[tuple[str, str], ...] = ()
    """Languages and texts that stood with it: the counterpart, a word's sentence in both languages."""
    name: str = ""
    """A bookmark's name."""
    note: str = ""
    citation: str = ""
    """Where it stands, as one would cite it."""
    done: int = 0
    """How much of the article lies behind a place, of :data:`WHOLE`."""
    finished: bool = False
    """Whether the end of the article was seen."""

    @property
    def address(self) -> str:
        """The address at which it was made."""
        anchor = self.quotations[0].anchor if self.quotations else ""
        return f"{self.issue}/{self.article}" + (f"#{anchor}" if anchor else "")

    @property
    def text(self) -> str:
        """What is marked, in the language that comes first."""
        language = self.quotations[0].language if self.quotations else ""
        return "\n\n".join(quotation.exact for quotation in self.quotations if quotation.language == language)


def default_path() -> str:
    """Returns where the marks lie: the platform's folder for a user's data."""
    return os.path.join(data_folder(), FILE_NAME)


def new_mark(kind: str, issue: str, article: str, quotations: tuple[Quotation, ...]) -> Mark:
    """Returns a mark that is made now."""
    made = now_ms()
    return Mark(os.urandom(10).hex(), kind, issue, article, made, made, quotations=quotations)


def place_id(issue: str, article: str) -> str:
    """Returns the id of the place in an article: the same on every machine, for there is one only."""
    return f"place:{issue}/{article}"


def edited(mark: Mark, **changes: object) -> Mark:
    """Returns a mark as it is changed now; that is never before it was changed last, whatever the clock says."""
    return replace(mark, **changes, changed=max(now_ms(), mark.changed + 1))


def deleted(mark: Mark) -> Mark:
    """Returns what is left of a mark that is deleted now."""
    return edited(Mark(mark.id, mark.kind, mark.issue, mark.article, mark.made, mark.changed), deleted=True)


def now_ms() -> int:
    """Returns the time, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000
