"""Fetching of one issue: its files are streamed, compared, loaded and checked, then put in place at once."""

from __future__ import annotations

from reader.model.magazine import Figure, Issue
from reader.model.record import record
from reader.source.checks.files import named_pictures
from reader.source.diagnostic import ERROR, in_order
from reader.source.loading import load_source
from reader.source.source_file import read_source
from reader.subscriptions.bounds import (
    MAX_FILES,
    MAX_ISSUE_BYTES,
    MAX_PICTURE_BYTES,
    AbsentError,
    FeedError,
    FetchError,
)
from reader.subscriptions.feed import FOLDER, FeedFile, FeedIssue, is_picture_name
from reader.subscriptions.fetching import Wanted, shown
from reader.subscriptions.kept_issues import path_in
from reader.subscriptions.web_address import inside, joined

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.subscriptions.fetching import Fetcher
    from reader.subscriptions.kept_issues import KeptIssues, KeptVersion
    from reader.subscriptions.web_address import WebAddress

MAX_FAULTS_SHOWN_CHARS = 400


class FilesSpentError(FetchError):
    """An issue with more files than this update may still fetch."""


@record
class FeedSource:
    """The place of a feed's files, and the means to fetch them."""

    base: WebAddress
    fetcher: Fetcher
    fetched: Callable[[], object] = lambda: None
    """Is called after each file."""


class Budget:
    """The number of files that an update may still fetch."""

    def __init__(self, left: int = MAX_FILES) -> None:
        self.left = left

    def take(self, count: int) -> None:
        """Takes files.

        Raises:
            FilesSpentError: If there are not as many.
            FeedError: If no update may fetch as many.
        """
        if count > MAX_FILES:
            raise FeedError(f"has {count} files; an update fetches {MAX_FILES}")
        if count > self.left:
            raise FilesSpentError(f"an update fetches {MAX_FILES} files; the next one goes on")
        self.left -= count


def fetch_issue(
    issue: FeedIssue, issues: KeptIssues, before: KeptVersion | None, source: FeedSource, budget: Budget
) -> None:
    """Fetches an issue and makes it the present one.

    Args:
        issue: The issue as the feed has it.
        issues: The folder for it.
        before: The present version, whose files are taken over where they are the same.
        source: The feed's place.
        budget: The number of files that may be fetched.

    Raises:
        FetchError: If a file does not come whole; AbsentError, RefusedError or WaitError as its fetcher says.
        FeedError: If a file is not the one that the feed names, or the issue has errors.
        FullError: If the disk cannot take it. In each case the present version stays.
    """
    kept = {file.name: file for file in before.files if file.sha256} if before else {}
    wanted = [file for file in issue.files if not file.sha256 or not _is_kept(file, kept, before)]
    budget.take(len(wanted))
    folder = issues.incoming(issue.id)
    try:
        files: list[FeedFile] = []
        for number, file in enumerate(issue.files):
            if file in wanted:
                limit = MAX_PICTURE_BYTES if number else MAX_ISSUE_BYTES
                files.append(_fetch(_address(issue, file, source), file, limit, (issues, folder, issue.id), source))
            else:
                assert before
                issues.take_over(kept[file.name], before, folder)
                files.append(file)
        pictures = checked_issue(path_in(folder, issue.id, issue.files[0].name), issue.id)
        if not issue.names_pictures:
            files += _fetch_pictures(issue, pictures, (issues, folder, issue.id), source, budget)
        issues.install(issue.id, folder, files, issue.updated)
    finally:
        issues.discard(folder)


def _is_kept(file: FeedFile, kept: dict[str, FeedFile], before: KeptVersion | None) -> bool:
    return before is not None and kept.get(file.name) == file and before.is_sound(file)


def _address(issue: FeedIssue, file: FeedFile, source: FeedSource) -> WebAddress:
    if issue.url:
        return joined(source.base, issue.url)
    is_issue_file = file is issue.files[0]
    return inside(source.base, f"{FOLDER}/{file.name}" if is_issue_file else f"{FOLDER}/{issue.id}/{file.name}")


def _fetch(
    address: WebAddress,
    file: FeedFile,
    limit_bytes: int,
    target: tuple[KeptIssues, str, str],
    source: FeedSource,
) -> FeedFile:
    """Fetches a file into a folder of an issue; returns it with its size and hash."""
    issues, folder, issue_id = target
    limit = file.size_bytes if 0 <= file.size_bytes < limit_bytes else limit_bytes
    is_packed = file.name.endswith(".yaml")
    opened = issues.open_in(folder, issue_id, file.name)
    try:
        head = source.fetcher.fetch(
            Wanted(address, limit, source.fetcher.times.file, is_packed=is_packed), opened.write
        )
    finally:
        digest = opened.close()
    if head.status != 200:
        raise FetchError(f"{shown(address)}: the server answers {head.status} to a first question; tell the publisher")
    if (file.sha256 and digest != file.sha256) or (file.size_bytes >= 0 and opened.size_bytes != file.size_bytes):
        raise FeedError(
            f"{shown(address)}: is not the file that the feed names (its SHA-256 is another); try again later"
        )
    source.fetched()
    return FeedFile(file.name, opened.size_bytes, digest)


def _fetch_pictures(
    issue: FeedIssue, names: Sequence[str], target: tuple[KeptIssues, str, str], source: FeedSource, budget: Budget
) -> list[FeedFile]:
    """Fetches the pictures that an issue file names; one that the server does not have is left out."""
    found: list[FeedFile] = []
    budget.take(len(names))
    base = joined(source.base, issue.url)
    for name in names:
        try:
            found.append(_fetch(inside(base, f"{issue.id}/{name}"), FeedFile(name), MAX_PICTURE_BYTES, target, source))
        except AbsentError:
            target[0].drop(target[1], issue.id, name)
    return found


def checked_issue(path: str, issue_id: str) -> list[str]:
    """Loads and checks a fetched issue file; returns the names of its pictures that may be fetched.

    Raises:
        FeedError: If it has errors, or another id.
    """
    source = read_source(path)
    loaded, context = load_source(source, only_errors=True)
    errors = [each for each in in_order(source.diagnostics) if each.severity == ERROR]
    if errors or loaded.issue is None:
        told = f"{errors[0].line}:{errors[0].column}: {errors[0].code} {errors[0].message}" if errors else "no issue"
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        raise FeedError(f"has errors: {issue_id}.yaml:{told[:MAX_FAULTS_SHOWN_CHARS]}{more}; tell the publisher")
    if loaded.issue.id != issue_id:
        raise FeedError(f"has the id {loaded.issue.id} in its file; tell the publisher")
    pictures = named_pictures(context.all_built(Issue), context.all_built(Figure), context)
    names = dict.fromkeys(named.name for named in pictures)
    return [name for name in names if is_picture_name(name)]
