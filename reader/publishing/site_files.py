"""All files of a site, one after the other: those of each issue, then those about all of them."""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.publishing.feeds import feeds
from reader.publishing.frame import written
from reader.publishing.issue_files import IssueRequest, issue_answer, make_issue
from reader.publishing.issue_pages import shelf_page
from reader.publishing.search_index import SearchIndex
from reader.publishing.site import SiteFile, newest_first
from reader.publishing.sitemap import sitemap
from reader.workers import answers_in_order

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.publishing.issue_files import IssueAnswer
    from reader.publishing.site import PublishedIssue, Site

ASSETS = ("site.css", "site.js", "search.js", "query.js", "icon.svg")
_ASSETS_FOLDER = "assets"
FEW_ISSUES = 4
"""Number of issues up to which no other processes are started."""


def site_files(
    site: Site,
    name: str,
    paths: Sequence[str],
    report: Callable[[str], None],
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[SiteFile]:
    """Yields the files of a site.

    Args:
        site: The site.
        name: Its title.
        paths: The issue files, the oldest first.
        report: Is called with a message about each issue or picture that is left out.
        progress: Is called with the number of issues that are done, and the number of all.

    Raises:
        UnusableError: If there is no issue to publish.
    """
    requests = [IssueRequest(path, site, name) for path in paths]
    issues: list[PublishedIssue] = []
    index = SearchIndex()
    for number, answer in enumerate(_answers(requests), 1):
        for fault in answer.faults:
            report(fault)
        if answer.published and answer.searched:
            issues.append(answer.published)
            yield from answer.files
            yield from index.add(answer.searched)
        if progress:
            progress(number, len(requests))
    if not issues:
        raise UnusableError("no issue can be published; the site is as it was")
    ordered = newest_first(issues)
    yield SiteFile("index.html", written(site, name, shelf_page(name, ordered)))
    yield from feeds(site, name, ordered)
    yield from sitemap(site, ordered)
    yield from index.finish()
    yield SiteFile(".nojekyll", b"")
    for asset in ASSETS:
        yield SiteFile(asset, asset_bytes(asset))


def _answers(requests: Sequence[IssueRequest]) -> Iterator[IssueAnswer]:
    """Yields the files of issues; of many, on all cores."""
    if len(requests) <= FEW_ISSUES:
        return map(issue_answer, requests)
    return answers_in_order(make_issue, requests)


def asset_bytes(name: str) -> bytes:
    """Returns a file of every site: a sheet of styles, a script, a picture."""
    with open(os.path.join(os.path.dirname(__file__), _ASSETS_FOLDER, name), "rb") as file:
        return file.read()
