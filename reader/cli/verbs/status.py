"""``reader status``: the state of the translations of each article, and the work that is left."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.exits import ExitCode
from reader.cli.reporting.status_reports import opened_issue, status_reports
from reader.errors import ReaderError, UnusableError
from reader.gate import shown_path
from reader.model.translation_status import accepted_now
from reader.source.source_file import read_source, survivable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.chosen import ChosenFile
    from reader.cli.console import Console
    from reader.cli.reporting.status_reports import StatusReport
    from reader.cli.reporting.status_work import Problem


def run(given: Arguments, console: Console) -> int:
    """Prints the states of translations, after recording them as up to date with ``--accept``."""
    from reader.cli.chosen import chosen_files

    if given.flag("--accept") and not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("--accept takes files, folders or addresses: reader status FILE|DIR|ADDRESS… --accept")
    files, code = chosen_files(given, console)
    if given.flag("--accept"):
        files, code = _accept_all(files, code, console)
    as_object, todo = given.flag("--json"), given.flag("--todo")
    reports: list[StatusReport] = []
    for report in console.progress_of("reading issues", status_reports(files, as_object, todo), len(files)):
        reports.append(report)
        if report.fault:
            console.report(report.fault)
        console.out.lines(report.lines)
        code = max(code, report.code)
        if given.flag("--strict") and report.needs_work:
            code = max(code, ExitCode.PROBLEMS)
    if as_object:
        from reader.cli.reporting.objects import to_json

        objects = [report.object for report in reports if report.object]
        console.out.text(to_json([each for each in objects if each["articles"] or each["places"] or not todo]))
    if files:
        console.err.line(_summary([report for report in reports if not report.fault]))
    return code


def _accept_all(files: list[ChosenFile], code: int, console: Console) -> tuple[list[ChosenFile], int]:
    """Accepts the chosen translations; returns the files that could be changed, and the exit code so far."""
    changed = []
    for chosen in files:
        try:
            with survivable(chosen.path):
                _accept(chosen)
            changed.append(chosen)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
    return changed, code


def _accept(chosen: ChosenFile) -> None:
    """Writes the present sources of the chosen translations into a file.

    Raises:
        ReaderError: If the file cannot be changed; it is left as it is.
    """
    from reader.source.editing import with_accepted
    from reader.source.snapshot import Snapshot

    path = chosen.path
    issue, _ = opened_issue(path)
    chosen.check(issue)
    wanted = {}
    for _, article in issue.articles():
        if not chosen.articles or article.id in chosen.articles:
            now = accepted_now(issue, article, chosen.choice(article))
            if now:
                wanted[article.id] = now
    if not wanted:
        return
    snapshot = Snapshot(path)
    source = read_source(path)
    if not snapshot.is_of(source.text):
        raise ReaderError(f"{shown_path(path)}: was changed meanwhile, and is left as it is")
    try:
        text = with_accepted(source.text, issue, wanted)
    except UnusableError as error:
        raise UnusableError(f"{shown_path(path)}: {error}") from error
    if text != source.text:
        snapshot.replace(text)


def _summary(reports: list[StatusReport]) -> str:
    """Returns the number of texts that need work, and of all articles and files."""
    articles = sum(report.articles for report in reports)
    behind = sum(report.behind for report in reports)
    among = f"{counted(articles, 'article')} in {counted(len(reports), 'file')}"
    if not any(report.needs_work for report in reports):
        return f"nothing left to translate: {among}"
    kinds: tuple[Problem, ...] = ("missing", "stale", "gone")
    numbers = {kind: sum(report.texts.get(kind, 0) for report in reports) for kind in kinds}
    found = ", ".join(f"{number:,} {kind}" for kind, number in numbers.items() if number)
    return f"{found}; {behind:,} of {among} {'needs' if behind == 1 else 'need'} work"
