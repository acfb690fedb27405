"""All files of a site, one after the other: those of each issue, then those about all of them.

Files have keys: those of an issue the hash of all that they are made from, the others the hash of all these keys. Files
whose key the site has already are kept.
"""

from __future__ import annotations

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from reader.errors import UnusableError
from reader.model.record import replace
from reader.publishing.feeds import feeds
from reader.publishing.frame import written
from reader.publishing.issue_files import IssueRequest, book_path, make_issue
from reader.publishing.issue_pages import shelf_page
from reader.publishing.issue_source import joined_digest, program_digest, survey_issue
from reader.publishing.search_index import SearchIndex
from reader.publishing.site import SiteFile, newest_first
from reader.publishing.site_list import is_whole
from reader.publishing.sitemap import sitemap
from reader.workers import answers_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.publishing.site import KeptFile, PublishedIssue, Site

ASSETS = ("site.css", "site.js", "search.js", "query.js", "icon.svg")
_ASSETS_FOLDER = "assets"
LAST_FILE = "index.html"
"""The file that is written last: with it, all files with its key are there."""
FEW_ISSUES = 4
"""Number of issues up to which no other processes are started."""
NOTHING_KEPT: Mapping[str, tuple[KeptFile, ...]] = MappingProxyType({})
Request = TypeVar("Request")
Answer = TypeVar("Answer")


def site_files(
    site: Site,
    name: str,
    paths: Sequence[str],
    report: Callable[[str], None],
    progress: Callable[[int, int], None] | None = None,
    kept: Mapping[str, tuple[KeptFile, ...]] = NOTHING_KEPT,
) -> Iterator[SiteFile | KeptFile]:
    """Yields the files of a site.

    Args:
        site: The site.
        name: Its title.
        paths: The issue files, the oldest first.
        report: Is called with a message about each issue or picture that is left out.
        progress: Is called with the number of issues that are done, and the number of all.
        kept: The files of the site as it is, by their keys; those whose key is the same now are not made again.

    Raises:
        UnusableError: If there is no issue to publish.
    """
    requests = [*_requests(site, name, paths, report, kept)]
    whole = joined_digest((_options(site, name), *(request.key for request in requests)))
    if requests and all(request.is_kept for request in requests) and is_whole(kept, whole, LAST_FILE):
        for key in (*(request.key for request in requests), whole):
            yield from kept[key]
        return
    issues: list[PublishedIssue] = []
    index = SearchIndex()
    for number, answer in enumerate(_answers(make_issue, requests)):
        key = requests[number].key
        if answer.published and answer.searched:
            is_kept = requests[number].is_kept
            issues.append(_with_kept_book(answer.published, kept[key]) if is_kept else answer.published)
            yield from kept[key] if is_kept else answer.files
            yield from _keyed(index.add(answer.searched), whole)
        else:
            report(answer.fault)
        if progress:
            progress(number + 1, len(requests))
    if not issues:
        raise UnusableError("no issue can be published; the site is as it was")
    if len(issues) < len(requests):
        whole = ""  # an issue was changed after the survey: nothing of this is to be kept
    ordered = newest_first(issues)
    yield from _keyed(feeds(site, name, ordered), whole)
    yield from _keyed(sitemap(site, ordered), whole)
    yield from _keyed(index.finish(), whole)
    yield from _keyed([SiteFile(".nojekyll", b"")], whole)
    yield from _keyed((SiteFile(asset, asset_bytes(asset)) for asset in ASSETS), whole)
    yield SiteFile(LAST_FILE, written(site, name, shelf_page(name, ordered)), whole)


def _requests(
    site: Site,
    name: str,
    paths: Sequence[str],
    report: Callable[[str], None],
    kept: Mapping[str, tuple[KeptFile, ...]],
) -> Iterator[IssueRequest]:
    """Surveys the issues, reports those that are left out, and yields requests for the others."""
    surveyed = [*_answers(survey_issue, paths)]
    articles = {each.issue: each.articles for each in surveyed}
    options = _options(site, name)
    for each in surveyed:
        for fault in (each.fault, *each.picture_faults):
            if fault:
                report(fault)
        if not each.fault:
            linked = [place for place in each.leading_to if place[1] in articles.get(place[0], ())]
            key = joined_digest((options, each.fingerprint, *map("/".join, linked)))
            is_kept = is_whole(kept, key, book_path(each.issue))
            yield IssueRequest(each.path, site, name, each.fingerprint, key, frozenset(linked), is_kept)


def _options(site: Site, name: str) -> str:
    """Returns a hash of all that pages are made from besides the issues."""
    return joined_digest((program_digest(), site.base_url, name))


def _keyed(files: Iterable[SiteFile], key: str) -> Iterator[SiteFile]:
    return (SiteFile(file.path, file.data, key) for file in files)


def _with_kept_book(issue: PublishedIssue, files: Sequence[KeptFile]) -> PublishedIssue:
    """Returns an issue with the size and the hash of its book in the site as it is."""
    book = next(file for file in files if file.path == issue.epub.path)
    return replace(issue, epub=replace(issue.epub, size_bytes=book.size_bytes, sha256=book.sha256))


def _answers(
    function: Callable[[Request, Callable[[Answer], None]], None], requests: Sequence[Request]
) -> Iterator[Answer]:
    """Yields the answer to each request; to many, by processes on all cores."""
    if len(requests) > FEW_ISSUES:
        yield from answers_in_order(function, requests)
        return
    for request in requests:
        answers: list[Answer] = []
        function(request, answers.append)
        yield from answers


def asset_bytes(name: str) -> bytes:
    """Returns a file of every site: a sheet of styles, a script, a picture."""
    with open(os.path.join(os.path.dirname(__file__), _ASSETS_FOLDER, name), "rb") as file:
        return file.read()
