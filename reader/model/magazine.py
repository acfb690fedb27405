"""A magazine's issue, its sections and articles, and the blocks an article is made of."""

from __future__ import annotations

from reader.model.record import record
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROLES = ("text", "translation", "photographs", "illustrations", "editing", "design", "proofreading", "source")
RELATIONS = ("abridged", "adapted", "summary", "independent")
UNKNOWN_PAGE = "yes"
"""What a continuation holds when its page is not told."""


@record
class Heading:
    """A heading inside an article; ``level`` 1 is the highest of 3."""

    text: Text
    level: int = 1
    id: str = ""


@record
class Paragraph:
    """A paragraph; a continuation holds a printed page, :data:`UNKNOWN_PAGE`, or nothing."""

    text: Text
    id: str = ""
    continued_from: str = ""
    continued_on: str = ""


@record
class Quotation:
    """A quotation set apart; a pull quotation repeats words of the article as an ornament."""

    text: Text
    by: Text | None = None
    pull: bool = False
    id: str = ""


@record
class ItemList:
    """A list, numbered if ``ordered``."""

    items: tuple[Text, ...]
    ordered: bool = False
    id: str = ""


@record
class Table:
    """A table; ``header`` may be empty, rows may be of unequal length."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Text | None = None
    id: str = ""


@record
class Aside:
    """A box beside the article; its body holds no aside."""

    title: Text | None
    body: tuple[Block, ...]
    id: str = ""


@record
class Placement:
    """The place in the body where a figure of the article stands."""

    figure: str


@record
class PageBreak:
    """What follows stands on this printed page."""

    page: str


if TYPE_CHECKING:
    Block = Heading | Paragraph | Quotation | ItemList | Table | Aside | Placement | PageBreak


@record
class AlignedBody:
    """Blocks that hold their text in every language of the article."""

    blocks: Sequence[Block]


@record
class FreeBody:
    """For each language the blocks of its own; the first language's come first."""

    sides: tuple[tuple[str, Sequence[Block]], ...]


@record
class Figure:
    """A picture with its captions; ``file`` is a name in the issue's folder of pictures."""

    id: str
    caption: Text
    page: str = ""
    credit: Text | None = None
    alt: Text | None = None
    file: str = ""
    placed: bool = True


@record
class Credit:
    """Who did what: ``role`` is one of :data:`ROLES`."""

    role: str
    name: Text


@record
class Article:
    """One story. ``languages`` is empty where they are the issue's first two; ``pages`` is ``(first, last)``."""

    id: str
    title: Text
    body: AlignedBody | FreeBody
    kicker: Text | None = None
    deck: Text | None = None
    credits: tuple[Credit, ...] = ()
    pages: tuple[str, str] | None = None
    tags: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    original: str = ""
    relation: str = ""
    figures: tuple[Figure, ...] = ()
    translated: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """For a language the hashes of the source's passages that its translation was made from."""
    unplaced: tuple[str, ...] = ()
    """Texts of an import that belong nowhere yet; readers never see them."""

    def figure(self, figure_id: str) -> Figure | None:
        """Returns the figure of that id, or None."""
        return next((figure for figure in self.figures if figure.id == figure_id), None)


@record
class Section:
    """A section of an issue with its articles in printed order."""

    id: str
    title: Text
    articles: Sequence[Article]


@record
class GlossaryEntry:
    """A term; ``also`` are its other spellings. A translation has a ``strict`` one as it stands here."""

    term: Text
    pinyin: str = ""
    also: tuple[str, ...] = ()
    note: Text | None = None
    strict: bool = True


@record
class Issue:
    """One issue of a magazine. ``date`` is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or empty."""

    id: str
    languages: tuple[str, ...]
    magazine: Text
    label: Text
    sections: tuple[Section, ...]
    title: Text | None = None
    date: str = ""
    glossary: tuple[GlossaryEntry, ...] = ()

    def articles(self) -> Iterator[tuple[Section, Article]]:
        """Yields every article with its section, in printed order."""
        for section in self.sections:
            for article in section.articles:
                yield section, article

    def article(self, article_id: str) -> Article | None:
        """Returns the article of that id, or None."""
        return next((article for _, article in self.articles() if article.id == article_id), None)

    def pair_of(self, article: Article) -> tuple[str, str]:
        """Returns the two languages that the article is shown in: its own first ones, else others of the issue."""
        first, second, *_ = dict.fromkeys((*self.languages_of(article), *self.languages))
        return first, second

    def languages_of(self, article: Article) -> tuple[str, ...]:
        """Returns the article's languages, the two that are shown first leading."""
        if article.languages:
            return article.languages
        if isinstance(article.body, FreeBody):
            own = tuple(tag for tag, _ in article.body.sides)
            return own if len(own) > 1 else own + tuple(tag for tag in self.languages if tag not in own)[:1]
        return self.languages[:2]
