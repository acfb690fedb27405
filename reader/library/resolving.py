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
        form = "an address is ISSUE, ISSUE/ARTICLE or ISSUE/ARTICLE#p12"
        raise NotFoundError(f"{clean_line(written)!r} is no address; {form}")
    return _target(library.entry(address.issue), address)


def _target(entry: LibraryEntry, address: Address) -> Target:
    issue = entry.issue
    assert issue is not None
    if not address.article:
        return Target(entry, issue)
    article = issue.article(address.article)
    if article is None:
        names = ", ".join(article.id for _, article in issue.articles())
        raise NotFoundError(f"no article {address.article!r} in {issue.id}; there are: {names}")
    if not address.anchor:
        return Target(entry, issue, article)
    passage = find(article, address.anchor)
    figure = None if passage else article.figure(address.anchor)
    if passage is None and figure is None:
        raise NotFoundError(f"no paragraph or figure {address.anchor!r} in {issue.id}/{article.id}")
    return Target(entry, issue, article, passage, figure)
