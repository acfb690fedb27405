"""Resolves an address to the issue, article, passage or figure that it names."""

from __future__ import annotations

from reader.errors import NotFoundError
from reader.gate import clean_line
from reader.model.address import Address, parse
from reader.model.passage import find
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library.entry import LibraryEntry
    from reader.library.library import Library
    from reader.model.magazine import Article, Figure, Issue
    from reader.model.passage import Passage


@record
class Target:
    """The issue of an address, and its article, and either its passage or its figure, as far as it names them."""

    entry: LibraryEntry
    issue: Issue
    article: Article | None = None
    passage: Passage | None = None
    figure: Figure | None = None


def resolve(library: Library, written: str) -> Target:
    """Returns the target of an address.

    Raises:
        NotFoundError: If it is no address, or names nothing.
        UnusableError: If the issue's file has errors.
    """
    address = parse(written)
    if address is None:
        form = "an address is ISSUE, ISSUE/ARTICLE, ISSUE/ARTICLE#p12 or ISSUE#page-61"
        raise NotFoundError(f"{clean_line(written)!r} is no address; {form}")
    entry = library.entry(address.issue)
    assert entry.issue is not None
    return resolve_in(entry, entry.issue, address)


def resolve_in(entry: LibraryEntry, issue: Issue, address: Address) -> Target:
    """Returns the target of an address in an issue of a file.

    Raises:
        NotFoundError: If the issue has no such article, passage, figure or page.
    """
    if not address.article:
        return _page_of_issue(entry, issue, address) if address.page else Target(entry, issue)
    article = issue.article(address.article)
    if article is None:
        names = ", ".join(article.id for _, article in issue.articles())
        raise NotFoundError(f"no article {address.article!r} in {issue.id}; there are: {names}")
    if not address.anchor:
        return Target(entry, issue, article)
    passage = find(article, address.anchor) or _passage_on_page(article, address.page)
    figure = None if passage else article.figure(address.anchor)
    if passage is None and figure is None:
        what = f"page {address.page!r}" if address.page else f"paragraph or figure {address.anchor!r}"
        raise NotFoundError(f"no {what} in {issue.id}/{article.id}")
    return Target(entry, issue, article, passage, figure)


def _passage_on_page(article: Article, page: str) -> Passage | None:
    from reader.model.pages import passage_on_page  # few addresses name a page

    return passage_on_page(article, page)


def _page_of_issue(entry: LibraryEntry, issue: Issue, address: Address) -> Target:
    from reader.model.pages import place_of_page

    place = place_of_page(issue, address.page)
    if place is None:
        raise NotFoundError(f"no page {address.page!r} in {issue.id}")
    return Target(entry, issue, place.article, place.passage)
