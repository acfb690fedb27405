"""A document: the units of a text in reading order, whatever its format."""

from __future__ import annotations

from reader.model.record import record
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    SourceKind = Literal["markdown", "html", "epub", "word", "subtitles", "po", "xliff", "tmx", "csv", "text"]
    """Format of a document."""
    UnitKind = Literal[
        "heading", "paragraph", "quotation", "item", "row", "caption", "code", "verse", "figure", "note", "page"
    ]
    """Kind of a unit. A caption is that of a table; a page is the beginning of a printed page, its label the text."""

SOURCE_KINDS: tuple[SourceKind, ...] = (
    *("markdown", "html", "epub", "word", "subtitles"),
    *("po", "xliff", "tmx", "csv", "text"),
)
UNIT_KINDS: tuple[UnitKind, ...] = (
    *("heading", "paragraph", "quotation", "item", "row", "caption"),
    *("code", "verse", "figure", "note", "page"),
)
OF_SECOND = "<second source>/"
"""Beginning of the name of a picture that the second source of a pair has."""
NO_PROSE = Prose("")
MEMORIES: frozenset[SourceKind] = frozenset({"subtitles", "po", "xliff", "tmx"})
"""Kinds whose units are sentences that follow each other, without a title among them."""


@record
class RowCell:
    """A cell of a row of a table."""

    text: Prose
    columns: int = 1
    """Number of columns that it is over."""
    align: str = ""
    """``left``, ``center``, ``right``, or empty."""


@record
class SourceUnit:
    """A heading, a paragraph, an item of a list, a row of a table, or another part that has one counterpart."""

    kind: UnitKind
    text: Prose = NO_PROSE
    """Its words; of a figure the caption, of a row the words of its cells."""
    tag: str = ""
    """Tag of its language; empty if the source does not say."""
    level: int = 0
    """Level of a heading, from 1; depth of an item, from 1."""
    group: int = 0
    """Number of the quotation, list or table that it is a part of; 0 if of none."""
    key: str = ""
    """Units with the same key go together, by the source; empty if it does not say."""
    name: str = ""
    """Id of a note, path of a figure's picture in the source, programming language of code."""
    is_ordered: bool = False
    """Whether it is an item of a numbered list."""
    is_more: bool = False
    """Whether it is a further paragraph of the item before it."""
    is_head: bool = False
    """Whether it is the first row of a table with the heads of the columns; of a heading, whether a chapter begins."""
    cells: tuple[RowCell, ...] = ()
    by: Prose = NO_PROSE
    """Author of a quotation, credit of a figure, speaker of a paragraph."""
    number: str = ""
    """Number of a paragraph as printed."""
    alt: str = ""
    """Description of a figure's picture."""
    box: int = 0
    """Number of the box beside the text that it is in; 0 if in none."""
    begin: float = 0.0
    end: float = 0.0
    """Seconds at which a subtitle is shown, from and to."""
    page: str = ""
    """Label of the printed page that begins before it; empty if none does."""
    doubt: str = ""
    is_target: bool = False
    """Whether it is the translation in a unit of translation."""
    line_end: int = 0
    """Offset of the only line end in it that the source has and the format does not mean; 0 if none or several."""
    places: tuple[str, ...] = ()
    """Names that links of the source have for it. A link to one has the name as its target, after a ``#``."""


@record
class TaggedText:
    """A text, and the tag of its language; empty if the source does not say."""

    text: str
    tag: str = ""


@record
class Document:
    """The content of a source."""

    kind: SourceKind
    units: tuple[SourceUnit, ...]
    titles: tuple[TaggedText, ...] = ()
    """Titles that the source gives apart from its text."""
    authors: tuple[str, ...] = ()
    translators: tuple[str, ...] = ()
    language: str = ""
    """Tag of the language of all units that have none of their own."""
    date: str = ""
    licence: str = ""
    url: str = ""
    """Address that it was published at."""
    isbn: str = ""
    publisher: str = ""
    unplaced: tuple[str, ...] = ()
    """Texts that no key of the format holds, such as translators' comments."""
    notes: tuple[str, ...] = ()
    """Sentences on points that a maintainer should look at."""
