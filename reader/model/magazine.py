"""An issue of a magazine: its sections, its articles, and the blocks of an article."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.record import field_values, record
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Literal, Never

    from reader.model.recording import Recording

    Role = Literal["text", "translation", "photographs", "illustrations", "editing", "design", "proofreading", "source"]
    """Part that someone had in an article."""
    Relation = Literal["abridged", "adapted", "summary", "independent"]
    """Relation of a free body's second side to its first."""
    ColumnAlign = Literal["left", "center", "right"]
    """Alignment of a column of a table."""

ROLES: tuple[Role, ...] = (
    *("text", "translation", "photographs", "illustrations"),
    *("editing", "design", "proofreading", "source"),
)
RELATIONS: tuple[Relation, ...] = ("abridged", "adapted", "summary", "independent")
MIN_LANGUAGES = 2
"""Smallest number of languages of an issue, and of an article that is a list of blocks in all of them."""
UNKNOWN_PAGE = "yes"
"""Page of a continuation whose page is not known."""


@record
class Heading:
    """A heading inside an article."""

    text: Text
    level: int = 1
    """1 to 3; 1 is the highest."""
    id: str = ""


@record
class Paragraph:
    """A paragraph, which may go on from or on another printed page."""

    text: Text
    id: str = ""
    continued_from: str = ""
    """Printed page, :data:`UNKNOWN_PAGE`, or empty."""
    continued_on: str = ""
    """Printed page, :data:`UNKNOWN_PAGE`, or empty."""
    speaker: Text | None = None
    """Name of the person who says it."""
    number: str = ""
    """Number of the paragraph as printed, such as ``1.2``; empty if it has none."""


@record
class Quotation:
    """A quotation set apart from the text, of one paragraph or more."""

    text: Text
    """Its first paragraph."""
    by: Text | None = None
    """Source of the quotation."""
    pull: bool = False
    """Whether it is a pull quotation, which repeats words of the article as an ornament."""
    id: str = ""
    more: tuple[Text, ...] = ()
    """Its further paragraphs."""

    @property
    def texts(self) -> tuple[Text, ...]:
        """All its paragraphs."""
        return (self.text, *self.more)


@record
class ListItem:
    """An item of a list that is more than one text: it has several paragraphs, or a list under it."""

    texts: tuple[Text, ...]
    items: tuple[Text | ListItem, ...] = ()
    """Items of the list under it."""
    ordered: bool = False
    """Whether the list under it is numbered."""


@record
class ItemList:
    """A list of items, numbered if ``ordered``."""

    items: tuple[Text | ListItem, ...]
    ordered: bool = False
    id: str = ""


@record
class Verse:
    """Lines of verse, which keep their ends and indents; an empty line parts stanzas."""

    text: Text
    id: str = ""
    by: Text | None = None
    """Its author or source."""


@record
class Code:
    """A program, or other text to be read character by character."""

    text: Text
    language: str = ""
    """Name of the programming language; empty if not given."""
    id: str = ""


@record
class CellSpan:
    """A cell of a table over several columns; the cells of the columns that it covers are there, and empty."""

    row: int
    """Index of its row: the header is 0, rows begin with 1."""
    column: int
    """Index of its first column."""
    columns: int
    """Number of columns, from 2."""


@record
class Table:
    """A table; ``header`` may be empty."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text | None = None
    id: str = ""
    align: tuple[ColumnAlign, ...] = ()
    """Alignment of each column; empty where all are at the left."""
    spans: tuple[CellSpan, ...] = ()
    """Cells over several columns, in reading order."""


@record
class Aside:
    """A box beside the article; its body holds no other box."""

    title: Text | None
    body: tuple[Block, ...]
    id: str = ""


@record
class Placement:
    """The place of a figure in the body."""

    figure: str
    """Id of a figure of the article."""


@record
class PageBreak:
    """The beginning of a printed page."""

    page: str


if TYPE_CHECKING:
    Block = Heading | Paragraph | Quotation | ItemList | Verse | Code | Table | Aside | Placement | PageBreak

MAX_LIST_LEVELS = 4
"""Maximum number of lists inside each other, the outermost included."""
ALIGNS: tuple[ColumnAlign, ...] = ("left", "center", "right")
BLOCK_TYPES: tuple[type, ...] = (
    *(Heading, Paragraph, Quotation, ItemList, Verse, Code),
    *(Table, Aside, Placement, PageBreak),
)
"""The types of blocks."""


def texts_of_items(items: Iterable[Text | ListItem]) -> Iterator[Text]:
    """Yields the paragraphs of items and of the lists under them, in reading order."""
    for item in items:
        if isinstance(item, ListItem):
            yield from item.texts
            yield from texts_of_items(item.items)
        else:
            yield item


def no_such_block(block: Never) -> AssertionError:
    """Returns the error to raise after all types of blocks: mypy reports a type that a case distinction lacks."""
    return AssertionError(f"{type(block).__name__} is no block")


def texts_in(value: object) -> Iterator[Text]:
    """Yields the texts of a record, and of a sequence of texts, rows or records, in reading order; no other values."""
    if isinstance(value, Text):
        yield value
    elif not isinstance(value, str):
        if isinstance(value, Table):
            value = (value.caption, value.header, value.rows)
        for part in value if isinstance(value, Sequence) else field_values(value):
            yield from texts_in(part)


def aligned_languages(title: Text, blocks: Sequence[Block], languages: tuple[str, ...]) -> tuple[str, ...]:
    """Returns the languages of an aligned article that names none: those of the issue that its title or body has.

    They are two or more: a text in one language has the issue's first other one, too, which it lacks.
    """
    there: set[str] = set(title.languages)
    for block in blocks if len(languages) > MIN_LANGUAGES else ():
        there.update(tag for text in texts_in(block) for tag in text.languages)
        if there.issuperset(languages):
            break
    found = [tag for tag in languages if tag in there]
    added = [tag for tag in languages if tag not in there][: max(0, MIN_LANGUAGES - len(found))]
    return tuple(tag for tag in languages if tag in found or tag in added)


@record
class AlignedBody:
    """Blocks that each hold their text in every language of the article."""

    blocks: Sequence[Block]


@record
class FreeBody:
    """Blocks of their own for each language."""

    sides: tuple[tuple[str, Sequence[Block]], ...]
    """Pairs of a language tag and its blocks; the side that the others are made from comes first."""


@record
class Figure:
    """A picture with its caption."""

    id: str
    caption: Text
    page: str = ""
    credit: Text | None = None
    alt: Text | None = None
    file: str = ""
    """Name of a file in the issue's folder of pictures; empty if there is none."""
    placed: bool = True


@record
class Footnote:
    """A note on a place of an article's text, which its mark names; all of them follow the body."""

    id: str
    text: Text
    number: int = 0
    """Its number by the order of the marks, from 1; 0 without a mark. :mod:`reader.model.footnotes` sets it."""
    marked_in: tuple[str, ...] = ()
    """Tags of the texts that have its mark."""


@record
class Credit:
    """A person's or an office's part in an article."""

    role: Role
    name: Text
    about: Text | None = None
    """A few words on the person or office."""


@record
class Source:
    """The publication that an article or an issue is taken from."""

    title: Text | None = None
    url: str = ""
    doi: str = ""
    """``10.1000/182``, without the address of the resolver."""
    isbn: str = ""
    """As it is written, with or without hyphens."""
    published: str = ""
    """As :attr:`Issue.date`."""


@record
class AcceptedTranslation:
    """The passages of the source that a translation was made from, when it was last accepted as up to date."""

    language: str
    hashes: tuple[str, ...]
    """Hashes of the passages, in reading order."""


@record
class Article:
    """An article of an issue."""

    id: str
    title: Text
    body: AlignedBody | FreeBody
    kicker: Text | None = None
    deck: Text | None = None
    credits: tuple[Credit, ...] = ()
    pages: tuple[str, str] | None = None
    """First and last printed page; None if not known."""
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    """Tags of its languages; empty where they are those that the texts of its body have."""
    original: str = ""
    """Tag of the language that the others are translated from; empty if not given."""
    relation: Relation | Literal[""] = ""
    """Relation of a free body's second side to its first; empty if not given."""
    date: str = ""
    """As :attr:`Issue.date`; empty where it is the issue's."""
    licence: Text | None = None
    """Identifier of SPDX, or a text; None where it is the issue's."""
    source: Source | None = None
    """None where it is the issue's."""
    figures: tuple[Figure, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    """In the order of the file."""
    audio: tuple[Recording, ...] = ()
    translated: tuple[AcceptedTranslation, ...] = ()
    unplaced: tuple[str, ...] = ()
    """Texts of an import that have no place yet; readers never see them."""

    def figure(self, figure_id: str) -> Figure | None:
        """Returns the figure of an id, or None."""
        return next((figure for figure in self.figures if figure.id == figure_id), None)


@record
class Section:
    """A section of an issue, with its articles in printed order."""

    id: str
    title: Text
    articles: Sequence[Article]


@record
class GlossaryEntry:
    """A term of an issue's glossary."""

    term: Text
    pinyin: str = ""
    also: tuple[str, ...] = ()
    """Other spellings."""
    note: Text | None = None
    strict: bool = True
    """Whether a translation must use exactly the term given here."""


@record
class Issue:
    """One issue of a magazine."""

    id: str
    languages: tuple[str, ...]
    magazine: Text
    label: Text
    sections: tuple[Section, ...]
    title: Text | None = None
    cover: str = ""
    date: str = ""
    """``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD``, or empty."""
    licence: Text | None = None
    """Licence of the articles that have none of their own: an identifier of SPDX, or a text."""
    source: Source | None = None
    """Source of the articles that have none of their own."""
    glossary: tuple[GlossaryEntry, ...] = ()

    def articles(self) -> Iterator[tuple[Section, Article]]:
        """Yields every article with its section, in printed order."""
        for section in self.sections:
            for article in section.articles:
                yield section, article

    def article(self, article_id: str) -> Article | None:
        """Returns the article of an id, or None."""
        return next((article for _, article in self.articles() if article.id == article_id), None)

    def pair_of(self, article: Article) -> tuple[str, str]:
        """Returns the two languages that an article is shown in: its own first, then others of the issue."""
        first, second, *_ = dict.fromkeys((*self.languages_of(article), *self.languages))
        return first, second

    def languages_of(self, article: Article) -> tuple[str, ...]:
        """Returns the tags of an article's languages, beginning with those that are shown first."""
        if article.languages:
            return article.languages
        if isinstance(article.body, FreeBody):
            own = tuple(tag for tag, _ in article.body.sides)
            return own if len(own) > 1 else own + tuple(tag for tag in self.languages if tag not in own)[:1]
        return aligned_languages(article.title, article.body.blocks, self.languages)
