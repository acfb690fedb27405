"""Printed pages: the passage with which a page begins, in an article and in an issue."""

from __future__ import annotations

from reader.model.passage import streams
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.magazine import Article, Issue
    from reader.model.passage import Passage, Stream


@record
class PagePlace:
    """The place of a printed page: its article, and the first passage on it; None for an article without passages."""

    article: Article
    passage: Passage | None


def page_number(page: str) -> int:
    """Returns the number of a printed page; 0 if it is not a plain number."""
    return int(page) if page.isascii() and page.isdigit() else 0


def passage_on_page(article: Article, page: str) -> Passage | None:
    """Returns the first passage of an article on or after the beginning of a printed page.

    A page among the article's own whose beginning is not marked is that of the last mark before it. None for others.
    """
    lists = streams(article)
    marked = next((found for stream in lists if (found := _marked(stream, page))), None)
    if marked or not names_page(article, page) or not lists:
        return marked
    number = page_number(page)
    before = [each for each in lists[0].pages if 0 < page_number(each) <= number]
    return _marked(lists[0], before[-1]) if before else next(iter(_first(lists[0], 0)), None)


def place_of_page(issue: Issue, page: str, first: Article | None = None) -> PagePlace | None:
    """Returns the place of a printed page of an issue; None if no article is on it.

    An article in which the page begins goes before one that has it among its pages. Of several, ``first`` goes before
    the others if it is one of them.
    """
    articles = [article for _, article in issue.articles()]
    likely = [article for article in articles if names_page(article, page)]
    if first is not None:
        likely.sort(key=lambda article: article is not first)
        articles.sort(key=lambda article: article is not first)
    others = [article for article in articles if article.pages is None or not page_number(page)]
    for article in (*likely, *others):
        if page and any(page in stream.pages for stream in streams(article)):
            return PagePlace(article, passage_on_page(article, page))
    return PagePlace(likely[0], passage_on_page(likely[0], page)) if likely else None


def names_page(article: Article, page: str) -> bool:
    """Whether a page is among those that an article names."""
    if article.pages is None:
        return False
    first, last = article.pages
    return page in article.pages or 0 < page_number(first) <= page_number(page) <= page_number(last)


def _marked(stream: Stream, page: str) -> Passage | None:
    """Returns the first passage on or after the beginning of a page in a list; None if it does not begin there."""
    index = stream.page_start(page)
    return None if index is None else next(_first(stream, index), None)


def _first(stream: Stream, index: int) -> Iterator[Passage]:
    """Yields the first passage of a list from a block on, if there is one."""
    number = stream.passages_before(index) + 1
    if number <= len(stream):
        yield stream.passage(number)
