"""All files of a site, one after the other: those of each issue, then those about all of them.

Files have keys: those of an issue the hash of all that they are made from, a part of the search that of the tokens in
it, the others the hash of all keys of issues. Files whose key the site has already are kept.
"""

from __future__ import annotations

import os
from contextlib import nullcontext
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar

from reader.errors import UnusableError
from reader.gate import shown_path
from reader.model.record import record, replace
from reader.publishing.feeds import feeds
from reader.publishing.frame import written
from reader.publishing.issue_files import IssueRequest, make_issue
from reader.publishing.issue_pages import shelf_page
from reader.publishing.issue_source import joined_digest, program_digest, survey_issue
from reader.publishing.search_index import SearchIndex, make_units
from reader.publishing.searched_places import PLACES_IN_BLOCK, PLACES_TOGETHER, block_path
from reader.publishing.site import SiteFile, newest_first
from reader.publishing.site_list import LAST_FILE, is_whole
from reader.publishing.sitemap import sitemap
from reader.publishing.summaries import book_path
from reader.publishing.token_files import TokensLostError, forget_others, temporary_tokens
from reader.workers import answers_in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from reader.publishing.issue_source import Surveyed
    from reader.publishing.site import KeptFile, PublishedIssue, Site

ASSETS = ("site.css", "site.js", "search.js", "query.js", "icon.svg")
_ASSETS_FOLDER = "assets"
FEW_REQUESTS = 4
"""Number of requests up to which no other processes are started."""
NOTHING_KEPT: Mapping[str, tuple[KeptFile, ...]] = MappingProxyType({})


@record
class LastRun:
    """The results of the last run that need not be made again."""

    kept: Mapping[str, tuple[KeptFile, ...]] = NOTHING_KEPT
    """The files of the site as it is, by their keys; those whose key is the same now are kept."""
    tokens: str = ""
    """The folder of the tokens of its texts; without one a temporary folder is used."""


NO_RUN = LastRun()
Request = TypeVar("Request")
Answer = TypeVar("Answer")


def site_files(
    site: Site,
    name: str,
    paths: Sequence[str],
    report: Callable[[str], None],
    progress: Callable[[int, int], None] | None = None,
    before: LastRun = NO_RUN,
) -> Iterator[SiteFile | KeptFile]:
    """Yields the files of a site.

    Args:
        site: The site.
        name: Its title.
        paths: The issue files, the oldest first.
        report: Is called with a message about each issue or picture that is left out.
        progress: Is called with the number of issues that are done, and the number of all.
        before: The results of the last run; nothing by default.

    Raises:
        UnusableError: If there is no issue to publish.
        TokensLostError: If the tokens cannot be written or read.
    """
    kept = before.kept
    surveyed = _surveyed(paths, report)
    with nullcontext(before.tokens) if before.tokens else temporary_tokens() as folder:
        requests = [*_requests(site, name, surveyed, kept, folder)]
        whole = joined_digest((_options(site, name), *(request.key for request in requests)))
        if requests and is_whole(kept, whole, LAST_FILE):
            for files in kept.values():
                yield from files
            return
        summaries = {each.path: each.summary for each in surveyed}
        index = SearchIndex(folder, program_digest())
        issues: list[PublishedIssue] = []
        for number, answer in enumerate(_answers(make_issue, requests)):
            request = requests[number]
            summary = answer.summary or summaries[request.path]
            if answer.is_unwritable:
                raise TokensLostError(f"{answer.fault}; the site is as it was")
            if summary is None or answer.fault:
                report(answer.fault)
                continue
            if request.is_kept:
                summary = _with_kept_book(summary, kept[request.key])
                yield from kept[request.key]
            if request.has_blocks:
                yield from kept.get(request.blocks_key, ())
            yield from answer.files
            issues.append(summary)
            _add_tokens(index, request)
            if progress:
                progress(number + 1, len(requests))
        if not issues:
            raise UnusableError("no issue can be published; the site is as it was")
        if len(issues) < len(requests):
            whole = ""  # an issue was changed after the survey: nothing of this is to be kept
        yield from index.files(kept, partial(_answers, make_units))
        yield from _keyed([index.meta()], whole)
        forget_others(folder, {os.path.basename(request.tokens) for request in requests})
    yield from _keyed(_about_all(site, name, newest_first(issues)), whole)


def _about_all(site: Site, name: str, ordered: Sequence[PublishedIssue]) -> Iterator[SiteFile]:
    """Yields the files about all issues, which come the newest first."""
    yield from feeds(site, name, ordered)
    yield from sitemap(site, ordered)
    yield SiteFile(".nojekyll", b"")
    for asset in ASSETS:
        yield SiteFile(asset, asset_bytes(asset))
    yield SiteFile(LAST_FILE, written(site, name, shelf_page(name, ordered)))


def _add_tokens(index: SearchIndex, request: IssueRequest) -> None:
    """Adds the tokens of an issue to the index.

    Raises:
        TokensLostError: If they cannot be read.
    """
    try:
        index.add(os.path.basename(request.tokens), request.first_block * PLACES_IN_BLOCK)
    except OSError as error:
        raise TokensLostError(
            f"{shown_path(request.tokens)}: cannot be read: {error.strerror}; the site is as it was"
        ) from error


def _surveyed(paths: Sequence[str], report: Callable[[str], None]) -> list[Surveyed]:
    """Returns the surveys of the issues; reports those that are left out, and pictures that are."""
    surveyed = [*_answers(survey_issue, paths)]
    for each in surveyed:
        for fault in (each.fault, *each.picture_faults):
            if fault:
                report(fault)
    return [each for each in surveyed if not each.fault]


def _requests(
    site: Site,
    name: str,
    surveyed: Sequence[Surveyed],
    kept: Mapping[str, tuple[KeptFile, ...]],
    folder: str,
) -> Iterator[IssueRequest]:
    """Yields requests for the issues."""
    articles = {each.issue: each.articles for each in surveyed}
    options, program = _options(site, name), program_digest()
    first = 0
    for each in surveyed:
        linked = [place for place in each.leading_to if place[1] in articles.get(place[0], ())]
        key = joined_digest((options, each.fingerprint, *map("/".join, linked)))
        tokens = joined_digest((program, each.file_digest))
        blocks_key = joined_digest((tokens, "blocks", str(first)))
        last = first + (each.places - 1) // PLACES_IN_BLOCK
        yield IssueRequest(
            each.path,
            site,
            name,
            each.fingerprint,
            key,
            frozenset(linked),
            is_whole(kept, key, book_path(each.issue)),
            os.path.join(folder, tokens),
            first,
            blocks_key,
            not each.places or is_whole(kept, blocks_key, block_path(last)),
        )
        first += -(-each.places // PLACES_TOGETHER) * PLACES_TOGETHER // PLACES_IN_BLOCK


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
    if len(requests) > FEW_REQUESTS:
        yield from answers_in_order(function, requests)
        return
    for request in requests:
        answers: list[Answer] = []
        function(request, answers.append)
        yield from answers


def asset_bytes(name: str) -> bytes:
    """Returns a file of every site: a sheet of styles, a script without its comments and indents, a picture."""
    with open(os.path.join(os.path.dirname(__file__), _ASSETS_FOLDER, name), "rb") as file:
        data = file.read()
    if not name.endswith(".js"):
        return data
    lines = (line.strip() for line in data.splitlines())
    return b"".join(line + b"\n" for line in lines if line and not line.startswith(b"//"))
