"""An issue file as files of a site: its pages, its book, itself and its pictures, made by worker processes."""

from __future__ import annotations

import os
import re

from reader.exporting.edition import Edition
from reader.exporting.epub import MEDIA_TYPE as EPUB_TYPE
from reader.exporting.epub import epub
from reader.exporting.picture_set import picture_key, picture_set
from reader.gate import clean_line, shown_path
from reader.model.record import record
from reader.publishing.article_page import article_page, printed_pages
from reader.publishing.frame import written
from reader.publishing.issue_pages import issue_page
from reader.publishing.searched_places import searched_issue
from reader.publishing.site import (
    EPUB_FOLDER,
    ISSUES_FOLDER,
    PublishedIssue,
    Site,
    SiteFile,
    published,
)
from reader.regular_files import read_regular
from reader.source import load
from reader.source.source_file import MAX_FILE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.exporting.picture_set import ExportedPicture, PictureSet
    from reader.model.magazine import Issue
    from reader.publishing.searched_places import SearchedIssue
    from reader.publishing.site import PublishedFile

YAML_TYPE = "application/yaml"
MAX_PICTURE_NAME_BYTES = 200
_PICTURE_NAME = re.compile(r"\w[\w .,()+=@~-]*\.[A-Za-z]{3,4}\Z")
"""Names of pictures that every web host and every reader of the feed takes."""


@record
class IssueRequest:
    """An issue file to publish, the site, and its title."""

    path: str
    site: Site
    name: str


@record
class IssueAnswer:
    """The files of an issue; or none, and the fault because of which it is left out."""

    published: PublishedIssue | None
    files: tuple[SiteFile, ...] = ()
    searched: SearchedIssue | None = None
    faults: tuple[str, ...] = ()
    """Messages about the issue or its pictures, each in one line."""


@record
class _Pictures:
    """The pictures of an issue: their paths by the keys of figures, the pictures by their paths, messages on others."""

    paths: dict[str, str]
    files: dict[str, ExportedPicture]
    faults: list[str]


def make_issue(request: IssueRequest, give: Callable[[IssueAnswer], None]) -> None:
    """Gives the files of an issue; the function of the worker processes."""
    give(issue_answer(request))


def issue_answer(request: IssueRequest) -> IssueAnswer:
    """Returns the files of an issue."""
    try:
        before = read_regular(request.path, MAX_FILE_BYTES + 1)
        loaded = load(request.path, checked=False)
        data = read_regular(request.path, MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return IssueAnswer(None, faults=(f"{shown_path(request.path)}: cannot be read: {reason}",))
    if loaded.issue is None:
        first = loaded.errors[0]
        return IssueAnswer(None, faults=(f"{first}; the issue is left out",))
    if data != before:
        return IssueAnswer(None, faults=(f"{shown_path(request.path)}: was changed meanwhile; the issue is left out",))
    return _answer(request, loaded.issue, data)


def _answer(request: IssueRequest, issue: Issue, data: bytes) -> IssueAnswer:
    edition = Edition(issue, tuple(article for _, article in issue.articles()))
    pictures = picture_set(edition, os.path.splitext(request.path)[0])
    found = _pictures(edition, pictures)
    files = [SiteFile(path, picture.data) for path, picture in found.files.items()]
    kinds = [picture.media_type for picture in found.files.values()]
    issue_file = SiteFile(f"{ISSUES_FOLDER}/{issue.id}.yaml", data)
    book = SiteFile(f"{EPUB_FOLDER}/{issue.id}.epub", epub(edition, pictures))
    facts = (published(issue_file, YAML_TYPE), *map(published, files, kinds))
    summary = _published(edition, facts, published(book, EPUB_TYPE), next(iter(found.files), ""))
    pages = [*_pages(request, edition, summary, found.paths)]
    where = f"{shown_path(request.path)}: "
    made = (*pages, issue_file, *files, book)
    return IssueAnswer(summary, made, searched_issue(edition), tuple(where + fault for fault in found.faults))


def _pages(
    request: IssueRequest, edition: Edition, summary: PublishedIssue, paths: dict[str, str]
) -> Iterator[SiteFile]:
    printed: list[tuple[str, str]] = []
    for section, article in edition.issue.articles():
        made = article_page(request.site, edition, section, article, paths)
        printed += printed_pages(article.id, made.printed)
        yield SiteFile(f"{made.page.path}index.html", written(request.site, request.name, made.page))
    page = issue_page(edition, summary, printed)
    yield SiteFile(f"{page.path}index.html", written(request.site, request.name, page))


def _pictures(edition: Edition, pictures: PictureSet) -> _Pictures:
    """Returns the pictures of an issue that a site may have."""
    found = _Pictures({}, {}, [*pictures.faults])
    for article in edition.articles:
        for figure in article.figures:
            picture = pictures.by_key.get(picture_key(article, figure))
            if picture is None:
                continue
            if not _PICTURE_NAME.match(figure.file) or len(figure.file.encode()) > MAX_PICTURE_NAME_BYTES:
                fault = "its name has signs that not every web host takes; use letters, digits, - and ."
                found.faults.append(f"{clean_line(figure.file)}: left out: {fault}")
                continue
            path = f"{ISSUES_FOLDER}/{edition.issue.id}/{figure.file}"
            found.paths[picture_key(article, figure)] = path
            found.files[path] = picture
    return found


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
