"""The plain scan: reads every text of every issue. A search by the index finds the same hits."""

from __future__ import annotations

from reader.search.hits import Hit
from reader.search.spellings import GlossarySpellings, with_spellings
from reader.search.terms import READ_FIELDS, Facets
from reader.search.texts import article_names, issue_names, search_texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article, Issue, Section
    from reader.search.query import Query
    from reader.search.spellings import Pinyin
    from reader.search.texts import FacetNames, SearchText


def scan(issues: Iterable[Issue], query: Query, pinyin: Pinyin | None = None) -> Iterator[Hit]:
    """Yields every hit of a query, issue by issue in reading order.

    The spellings of the glossaries of all the issues are looked for as well.

    Args:
        issues: The issues.
        query: The query.
        pinyin: Returns the pinyin of a text's Han characters; without it, nothing is found by pinyin.
    """
    issues = tuple(issues)
    widened = with_spellings(query, GlossarySpellings((entry for issue in issues for entry in issue.glossary), pinyin))
    if widened.clauses:
        for issue in issues:
            for section, article in issue.articles():
                yield from scan_article(issue, section, article, widened, pinyin)


def scan_article(
    issue: Issue,
    section: Section,
    article: Article,
    query: Query,
    pinyin: Pinyin | None = None,
) -> Iterator[Hit]:
    """Yields the hits in one article, in the order of its texts; the arguments are those of :func:`scan`."""
    names = issue_names(issue, section) | article_names(article)
    for text in search_texts(article):
        yield from hits_in(issue, article, text, names, query, pinyin=pinyin)


def hits_in(
    issue: Issue,
    article: Article,
    text: SearchText,
    names: FacetNames,
    query: Query,
    *,
    pinyin: Pinyin | None = None,
) -> Iterator[Hit]:
    """Yields the hits in one text, at most one in each of its languages.

    Args:
        issue: The issue.
        article: The article.
        text: The text.
        names: The folded names of the issue, the section and the article, by facet.
        query: The query.
        pinyin: Returns the pinyin of a text's Han characters; without it, nothing is found by pinyin.
    """
    for tag, prose in text.text.sides:
        if not prose.text:
            continue
        reading = pinyin(prose.text) if pinyin and text.field in READ_FIELDS else ""
        spans = query.spans(prose.text, Facets(text.field, names, text.page, tag), reading)
        if spans:
            yield Hit(issue, article, text.field, text.anchor, text.page, tag, text.text, tuple(spans), text.side)
