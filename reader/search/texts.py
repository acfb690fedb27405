"""The texts of an article that a search reads, each with its field and its place."""

from __future__ import annotations

from reader.model.equivalence import fold
from reader.model.passage import passages
from reader.model.record import record
from reader.model.text import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.magazine import Article, Issue, Section, Source
    from reader.model.passage import Passage
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
    """Yields the head, captions and credits, then the passages: so the former have numbers that need no passage."""
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


def _texts_of(source: Source) -> Iterator[Text]:
    """Yields the title of a source, and its numbers and address."""
    if source.title:
        yield source.title
    yield from (text_of(words) for words in (source.doi, source.isbn, source.url) if words)


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
