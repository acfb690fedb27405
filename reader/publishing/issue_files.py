"""An issue file as files of a site: its pages, its book, itself and its pictures, made by worker processes."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.exporting.epub import MEDIA_TYPE as EPUB_TYPE
from reader.exporting.epub import epub
from reader.exporting.link_targets import LinkTargets
from reader.model.record import record
from reader.publishing.article_page import article_page, place_address, printed_pages
from reader.publishing.frame import written
from reader.publishing.issue_pages import issue_page
from reader.publishing.issue_source import changed_meanwhile, issue_source
from reader.publishing.searched_places import searched_issue
from reader.publishing.site import (
    EPUB_FOLDER,
    ISSUES_FOLDER,
    PublishedFile,
    PublishedIssue,
    Site,
    SiteFile,
    published,
)
from reader.publishing.site_pictures import site_pictures

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.exporting.edition import Edition
    from reader.model.address import Address
    from reader.publishing.issue_source import IssueSource
    from reader.publishing.searched_places import SearchedIssue

YAML_TYPE = "application/yaml"


@record
class IssueRequest:
    """An issue file to publish, the site, and its title."""

    path: str
    site: Site
    name: str
    fingerprint: str
    """The state of the file and its pictures in which it was surveyed."""
    key: str
    """Hash of all that the files of the issue are made from."""
    linked: frozenset[tuple[str, str]] = frozenset()
    """The articles of other issues that links of this one lead to, and that the site has."""
    is_kept: bool = False
    """Whether the site has the files of the issue: only its facts and its search are worked out."""


@record
class IssueAnswer:
    """The files of an issue; or none, and the fault because of which it is left out.

    The book of an issue whose files are kept has no size and no hash: the files that are there have them.
    """

    published: PublishedIssue | None
    files: tuple[SiteFile, ...] = ()
    searched: SearchedIssue | None = None
    fault: str = ""


def book_path(issue: str) -> str:
    """Returns the path of the book of an issue."""
    return f"{EPUB_FOLDER}/{issue}.epub"


def make_issue(request: IssueRequest, give: Callable[[IssueAnswer], None]) -> None:
    """Gives the files of an issue; a function of worker processes."""
    try:
        source = issue_source(request.path)
    except UnusableError as error:
        give(IssueAnswer(None, fault=str(error)))
        return
    if source.fingerprint == request.fingerprint:
        give(_answer(request, source))
    else:
        give(IssueAnswer(None, fault=changed_meanwhile(request.path)))


def _answer(request: IssueRequest, source: IssueSource) -> IssueAnswer:
    edition, key = source.edition, request.key
    found = site_pictures(edition, source.pictures)
    files = [SiteFile(path, picture.data, key) for path, picture in found.files.items()]
    kinds = [picture.media_type for picture in found.files.values()]
    issue_file = SiteFile(f"{ISSUES_FOLDER}/{edition.issue.id}.yaml", source.data, key)
    facts = (published(issue_file, YAML_TYPE), *map(published, files, kinds))
    picture = next(iter(found.files), "")
    path = book_path(edition.issue.id)
    if request.is_kept:
        summary = _published(edition, facts, PublishedFile(path, 0, "", EPUB_TYPE), picture)
        return IssueAnswer(summary, (), searched_issue(edition))
    book = SiteFile(path, epub(edition, source.pictures), key)
    summary = _published(edition, facts, published(book, EPUB_TYPE), picture)
    made = (*_pages(request, edition, summary, found.paths), issue_file, *files, book)
    return IssueAnswer(summary, made, searched_issue(edition))


def _pages(
    request: IssueRequest, edition: Edition, summary: PublishedIssue, paths: dict[str, str]
) -> Iterator[SiteFile]:
    def outside(address: Address) -> str:
        return place_address(address) if (address.issue, address.article) in request.linked else ""

    printed: list[tuple[str, str]] = []
    links = LinkTargets(edition, place_address, outside)
    for section, article in edition.issue.articles():
        made = article_page(request.site, edition, section, article, paths, links)
        printed += printed_pages(article.id, made.printed)
        yield SiteFile(f"{made.page.path}index.html", written(request.site, request.name, made.page), request.key)
    page = issue_page(edition, summary, printed)
    yield SiteFile(f"{page.path}index.html", written(request.site, request.name, page), request.key)


def _published(edition: Edition, files: tuple[PublishedFile, ...], book: PublishedFile, picture: str) -> PublishedIssue:
    issue = edition.issue
    authors = (
        credit.name.best(edition.tags(article))
        for article in edition.articles
        for credit in article.credits
        if credit.role == "text"
    )
    return PublishedIssue(
        issue.id,
        issue.languages,
        issue.magazine,
        issue.label,
        issue.title,
        issue.date,
        tuple(part.section.title for part in edition.sections()),
        tuple(dict.fromkeys(authors)),
        tuple(article.id for article in edition.articles),
        files,
        book,
        picture,
    )
