"""``reader status``: the state of the translations of each article."""

from __future__ import annotations

from reader.cli.exits import ExitCode
from reader.cli.opening import named_files
from reader.errors import ReaderError, UnusableError
from reader.model.translation_status import COMPLETE, ORIGINAL, accepted_now, translation_statuses
from reader.source import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.cli.object_types import IssueStatusObject
    from reader.layout.runs import Run
    from reader.model.magazine import Issue
    from reader.model.translation_status import TranslationStatus

MAX_STALE_NAMED = 3
"""Maximum number of stale paragraphs that are named."""


def run(given: Arguments, console: Console) -> int:
    """Prints the states of translations, after recording them as up to date with ``--accept``."""
    if given.flag("--accept") and not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("--accept takes files or folders: reader status FILE|DIR… --accept")
    paths, missing = named_files(given, console)
    code: int = ExitCode.USAGE if missing else ExitCode.GOOD
    objects: list[IssueStatusObject] = []
    for path in paths:
        try:
            issue = _issue(path)
            if given.flag("--accept"):
                issue = _accept(path, issue)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
            continue
        if given.flag("--json"):
            from reader.cli.status_objects import issue_status_object

            objects.append(issue_status_object(path, issue))
        else:
            console.out.lines(_lines(issue))
        if given.flag("--strict") and _is_behind(issue):
            code = max(code, ExitCode.PROBLEMS)
    if given.flag("--json"):
        from reader.cli.objects import to_json

        console.out.text(to_json(objects))
    return code


def _issue(path: str) -> Issue:
    from reader.cli.opening import fault

    loaded = load(path)
    if loaded.issue is None:
        raise UnusableError(fault(loaded))
    return loaded.issue


def _accept(path: str, issue: Issue) -> Issue:
    """Writes the present sources of the translations into a file, and returns its issue with them.

    Raises:
        ReaderError: If the file cannot be changed; it is left as it is.
    """
    from reader.source.atomic_write import Snapshot
    from reader.source.editing import with_accepted
    from reader.source.source_file import read_source

    wanted = {a.id: now for _, a in issue.articles() if (now := accepted_now(issue, a)) and now != a.translated}
    if not wanted:
        return issue
    snapshot = Snapshot(path)
    source = read_source(path)
    if not snapshot.is_of(source.text):
        raise ReaderError(f"{path}: was changed meanwhile, and is left as it is")
    try:
        text = with_accepted(source.text, issue, wanted)
    except UnusableError as error:
        raise UnusableError(f"{path}: {error}") from error
    snapshot.replace(text)
    return _issue(path)


def _is_behind(issue: Issue) -> bool:
    """Whether a translation of the issue is partial, missing or stale."""
    return any(
        status.state in ("partial", "missing") or status.stale or status.gone
        for _, article in issue.articles()
        for status in translation_statuses(issue, article)
    )


def _in_words(status: TranslationStatus) -> str:
    parts: list[str] = [status.state]
    if status.state == "partial":
        parts[0] = f"partial: {status.missing} of {status.passages} missing"
    if status.stale:
        named = ", ".join(status.stale[:MAX_STALE_NAMED])
        more = "…" if len(status.stale) > MAX_STALE_NAMED else ""
        parts.append(f"stale: {len(status.stale)} changed ({named}{more})")
    elif status.gone:
        parts.append(f"stale: {status.gone} gone from the source")
    return ", ".join(parts)


def _lines(issue: Issue) -> Iterator[list[Run]]:
    """Yields the id of an issue, and a line for each article with a column for each language."""
    from reader.layout.runs import padded, width_of

    yield [(issue.id, "title")]
    rows: list[list[list[Run]]] = []
    for _, article in issue.articles():
        row: list[list[Run]] = [[(f"{issue.id}/{article.id}", "address")]]
        for status in translation_statuses(issue, article):
            style = "muted" if status.state in (ORIGINAL, COMPLETE) and not status.stale else "warning"
            row.append([(f"{status.language} ", ""), (_in_words(status), style)])
        rows.append(row)
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line: list[Run] = [("  ", "")]
        for cell, width in zip(row, widths, strict=True):
            line += [*padded(cell, width), ("  ", "")]
        yield line
