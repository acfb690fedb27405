"""The content extracted from pages, whatever their file format: articles with texts by language tag, and doubts.

Every format is read into an :class:`Extraction`; alignment and drafting start from it.
"""

from __future__ import annotations

from types import MappingProxyType

from reader.importing.rewriting import with_texts
from reader.model.language import is_traditional, matches
from reader.model.magazine import FreeBody
from reader.model.record import record, replace
from reader.model.text import Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Final, Literal, TypeVar

    from reader.alignment.block import AlignedPair
    from reader.model.magazine import Article

    T = TypeVar("T")
    BlockKind = Literal["para", "heading", "fragment"]
    """Kind of a block. A fragment is the end of a paragraph that began on a page which was not imported."""
    AsideKind = Literal["pullquote", "sidebar", "table", "note"]
    """Kind of an aside. A note is small text that fits nowhere else."""
    Texts = Mapping[str, str]
    """Texts by language tag. A language without a text has no key."""

PARAGRAPH: Final = "para"
HEADING: Final = "heading"
FRAGMENT: Final = "fragment"
NO_TEXTS: Texts = MappingProxyType({})


@record
class ExtractedBlock:
    """A paragraph, a heading or a fragment in one language.

    ``confidence`` is between 0 and 1. ``doubt`` is a few words on an unsure point, for the comment in the draft.
    """

    kind: BlockKind
    text: str
    page: str = ""
    confidence: float = 1.0
    doubt: str = ""
    continues: bool = False
    """Whether the paragraph continues on a page which was not imported."""


@record
class ExtractedFigure:
    """A figure: its caption in each language, and its credit as printed."""

    caption: Texts = NO_TEXTS
    credit: str = ""
    page: str = ""
    picture: str = ""
    """Name of its picture in the source, such as ``page-3-7.png``; empty if there is none."""
    confidence: float = 1.0
    doubt: str = ""


@record
class ExtractedAside:
    """A pull quote, a sidebar, a table or a note: its title, and the texts of each language in reading order."""

    kind: AsideKind
    texts: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    rows: tuple[tuple[str, ...], ...] = ()
    """Cells of a table, row by row."""
    page: str = ""
    confidence: float = 1.0
    doubt: str = ""
    title: Texts = NO_TEXTS


@record
class ExtractedArticle:
    """An article: its titles, and the blocks of each language in reading order."""

    title: Texts = NO_TEXTS
    deck: Texts = NO_TEXTS
    byline: tuple[str, ...] = ()
    section: Texts = NO_TEXTS
    body: Mapping[str, tuple[ExtractedBlock, ...]] = MappingProxyType({})
    figures: tuple[ExtractedFigure, ...] = ()
    asides: tuple[ExtractedAside, ...] = ()
    pages: tuple[str, ...] = ()
    """Printed numbers of its pages."""
    pairs: tuple[AlignedPair, ...] = ()
    """All blocks of the two languages in pairs, if the source itself pairs them; ``left`` is of the first language."""


@record
class PreparedArticle:
    """An article of a document, whose form is known: whole but for its id."""

    article: Article
    doubts: Mapping[int, str] = MappingProxyType({})
    """Comments for the draft, by the ``id()`` of the block or figure that each is on."""
    byline: tuple[str, ...] = ()
    pairs: tuple[Mapping[str, object], ...] = ()
    """Its texts in pairs, as plain objects for JSON."""
    places: Mapping[str, str] = MappingProxyType({})
    """Ids of its blocks and figures by the names that links of the source have for them; empty for its beginning."""


@record
class Extraction:
    """The content of the pages of a source."""

    languages: tuple[str, ...]
    """Tags of all languages of the texts, in the order in which a draft shows them."""
    articles: tuple[ExtractedArticle, ...] = ()
    running: tuple[str, ...] = ()
    """Running heads and feet, page numbers, the magazine's name, labels of a web site."""
    unplaced: tuple[str, ...] = ()
    """Texts that belong to nothing else."""
    notes: tuple[str, ...] = ()
    """Sentences on points that a maintainer should look at."""
    skipped: tuple[str, ...] = ()
    """A sentence for each part of the source that could not be read, with the bound or the cause."""
    prepared: tuple[PreparedArticle, ...] = ()
    """Articles of documents; pages have ``articles``."""
    doubted: tuple[str, ...] = ()
    """A sentence on parts that are in the draft, but are to be compared with the source."""


def renamed_pictures(extraction: Extraction, names: Mapping[str, str]) -> Extraction:
    """Returns the extraction with other names of its pictures; a figure whose picture has no new name has none."""
    articles = []
    for article in extraction.articles:
        figures = tuple(replace(figure, picture=names.get(figure.picture, "")) for figure in article.figures)
        articles.append(replace(article, figures=figures))
    prepared = tuple(_with_files(article, names) for article in extraction.prepared)
    return replace(extraction, articles=tuple(articles), prepared=prepared)


def _with_files(prepared: PreparedArticle, names: Mapping[str, str]) -> PreparedArticle:
    """Returns an article with other names of its pictures; comments stay on their figures."""
    doubts = dict(prepared.doubts)
    figures = []
    for figure in prepared.article.figures:
        figures.append(replace(figure, file=names.get(figure.file, "")))
        if id(figure) in doubts:
            doubts[id(figures[-1])] = doubts[id(figure)]
    return replace(prepared, article=replace(prepared.article, figures=tuple(figures)), doubts=doubts)


def combined(extractions: Sequence[Extraction]) -> Extraction:
    """Returns the extractions of one or more sources as one.

    Chinese has one tag in it: traditional if it is so in any of the sources, for an issue has two languages.
    """
    if len(extractions) == 1:
        return extractions[0]
    languages = list(dict.fromkeys(tag for each in extractions for tag in each.languages))
    if traditional := next(filter(is_traditional, languages), ""):
        names = {tag: traditional for tag in languages if matches("zh", tag)}
        languages = list(dict.fromkeys(names.get(tag, tag) for tag in languages))
        extractions = [retagged(each, names) for each in extractions]
    return Extraction(
        tuple(languages),
        tuple(article for each in extractions for article in each.articles),
        tuple(text for each in extractions for text in each.running),
        tuple(text for each in extractions for text in each.unplaced),
        tuple(dict.fromkeys(note for each in extractions for note in each.notes)),
        tuple(sentence for each in extractions for sentence in each.skipped),
        tuple(article for each in extractions for article in each.prepared),
        tuple(sentence for each in extractions for sentence in each.doubted),
    )


def retagged(extraction: Extraction, names: Mapping[str, str]) -> Extraction:
    """Returns the extraction with its texts under other language tags; ``names`` are the new tags by the old ones."""

    def renamed(texts: Mapping[str, T]) -> Mapping[str, T]:
        return {names.get(tag, tag): text for tag, text in texts.items()}

    def figures(given: Iterable[ExtractedFigure]) -> tuple[ExtractedFigure, ...]:
        return tuple(replace(figure, caption=renamed(figure.caption)) for figure in given)

    def asides(given: Iterable[ExtractedAside]) -> tuple[ExtractedAside, ...]:
        return tuple(replace(aside, texts=renamed(aside.texts), title=renamed(aside.title)) for aside in given)

    articles = tuple(
        replace(
            article,
            title=renamed(article.title),
            deck=renamed(article.deck),
            section=renamed(article.section),
            body=renamed(article.body),
            figures=figures(article.figures),
            asides=asides(article.asides),
        )
        for article in extraction.articles
    )
    languages = tuple(dict.fromkeys(names.get(tag, tag) for tag in extraction.languages))
    prepared = tuple(_retagged_article(each, names) for each in extraction.prepared)
    return replace(extraction, languages=languages, articles=articles, prepared=prepared)


def _retagged_article(prepared: PreparedArticle, names: Mapping[str, str]) -> PreparedArticle:
    found = with_texts(
        prepared.article,
        lambda text: Text(tuple((names.get(tag, tag), prose) for tag, prose in text.sides)),
        prepared.doubts,
    )
    article = found.value
    if isinstance(article.body, FreeBody):
        article = replace(article, body=FreeBody(tuple((names.get(tag, tag), own) for tag, own in article.body.sides)))
    pairs = tuple({names.get(key, key): value for key, value in pair.items()} for pair in prepared.pairs)
    return replace(prepared, article=article, doubts=found.comments, pairs=pairs)
