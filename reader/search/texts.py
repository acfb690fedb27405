"""The texts of an article that a search reads, each with its field and its place."""

from __future__ import annotations

from reader.model.equivalence import fold
from reader.model.magazine import Aside, Quotation, Verse
from reader.model.passage import Passage, passages, streams
from reader.model.record import record
from reader.model.text import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.magazine import Article, Issue, Section, Source
    from reader.model.passage import Stream
    from reader.model.text import Text
    from reader.search.terms import TextField

    FacetNames = dict[str, tuple[str, ...]]
    """Folded names by facet."""


@record
class SearchText:
    """A text in its languages; ``anchor`` names the passage or the figure, and is empty for the head of an article."""

    field: TextField
    anchor: str
    page: str
    text: Text
    side: str = ""
    """For a passage of a free body, the language of the list that it is in."""


def search_texts(article: Article) -> Iterator[SearchText]:
    """Yields the head, captions, credits and sources, then the passages: so the former are counted once for all."""
    yield from head_texts(article)
    yield from map(passage_text, passages(article))


def passage_text(passage: Passage) -> SearchText:
    """Returns a passage as a text to search."""
    return SearchText("text", passage.anchor, passage.page, passage.text, passage.side)


def head_texts(article: Article) -> Iterator[SearchText]:
    """Yields the texts around the passages of an article."""
    page = article.pages[0] if article.pages else ""
    if article.title:
        yield SearchText("title", "", page, article.title)
    if article.kicker:
        yield SearchText("title", "", page, article.kicker)
    if article.deck:
        yield SearchText("deck", "", page, article.deck)
    for credit in article.credits:
        yield SearchText("credit", "", page, credit.name)
        if credit.about:
            yield SearchText("credit", "", page, credit.about)
    if article.source:
        yield from (SearchText("credit", "", page, text) for text in _texts_of(article.source))
    if article.licence:
        yield SearchText("credit", "", page, article.licence)
    for figure in article.figures:
        yield SearchText("caption", figure.id, figure.page, figure.caption)
        if figure.credit:
            yield SearchText("credit", figure.id, figure.page, figure.credit)
    for stream in streams(article):
        yield from _sources_in(stream)


def _sources_in(stream: Stream) -> Iterator[SearchText]:
    """Yields the sources of quotations and verse, each at the last passage of its block."""
    types = getattr(stream.blocks, "types", None) or map(type, stream.blocks)  # without making the blocks
    for index in [index for index, kind in enumerate(types) if kind in _WITH_SOURCES]:
        for passage in stream.of_block(index):
            if isinstance(passage, Passage) and (by := _source_of(passage)):
                yield SearchText("credit", passage.anchor, passage.page, by, passage.side)


def _source_of(passage: Passage) -> Text | None:
    """Returns the source of the quotation or verse that ends with a passage."""
    block = passage.block
    if isinstance(block, Quotation):
        return block.by if passage.paragraph == len(block.more) else None
    return block.by if isinstance(block, Verse) else None


def _texts_of(source: Source) -> Iterator[Text]:
    """Yields the title of a source, and its numbers and address."""
    if source.title:
        yield source.title
    yield from (text_of(words) for words in (source.doi, source.isbn, source.url) if words)


_WITH_SOURCES = frozenset({Quotation, Verse, Aside})
"""Types of blocks that have a source, or blocks with one inside them."""


def issue_names(issue: Issue, section: Section) -> FacetNames:
    """Returns the folded names of an issue and a section of it, for ``issue:`` and ``section:``."""
    texts = [issue.magazine, issue.label, *([issue.title] if issue.title else [])]
    return {
        "issue": _folded(issue.id, issue.date, *(prose.text for text in texts for _, prose in text.sides)),
        "section": _folded(section.id, *(prose.text for _, prose in section.title.sides)),
    }


def article_names(article: Article) -> FacetNames:
    """Returns the folded tags of an article, for ``tag:``."""
    return {"tag": _folded(*article.tags)}


def _folded(*texts: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(text) for text in texts if text))
