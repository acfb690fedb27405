"""The state of the translations of many files, worked out on all cores."""

from __future__ import annotations

from reader.cli.checking import cores_for, in_chunks
from reader.cli.exits import ExitCode
from reader.cli.reporting.status_work import Work, issue_lines, work_line
from reader.errors import ReaderError, UnusableError
from reader.model.record import record
from reader.source.loading import load_source
from reader.source.source_file import read_source, survivable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from reader.cli.chosen import ChosenFile
    from reader.cli.reporting.object_types import IssueStatusObject
    from reader.cli.reporting.status_work import Problem
    from reader.layout.runs import Run
    from reader.model.magazine import Issue
    from reader.source.schema.load_context import LoadContext


@record
class StatusReport:
    """The lines to print about a file, and its numbers for the summary; or the reason why it has none."""

    fault: str = ""
    code: int = ExitCode.GOOD
    lines: tuple[list[Run], ...] = ()
    object: IssueStatusObject | None = None
    articles: int = 0
    behind: int = 0
    """Number of articles that need work."""
    needs_work: bool = False
    texts: Mapping[Problem, int] = {}
    """Numbers of texts that need work."""


@record
class StatusJob:
    """Files to report on, in which form, and whether only of texts that need work."""

    files: tuple[ChosenFile, ...]
    as_object: bool
    todo: bool


def status_reports(files: Sequence[ChosenFile], as_object: bool, todo: bool, cores: int = 0) -> Iterator[StatusReport]:
    """Yields reports on files, in the order given.

    Args:
        files: The files, with the articles in them that are meant.
        as_object: Whether objects for JSON are made, not lines.
        todo: Whether only texts that need work are reported.
        cores: Number of processes; if 0, as many as there are cores for many files, else one.
    """
    cores = cores or cores_for([file.path for file in files])
    if cores < 2 or len(files) < 2:
        for file in files:
            yield _of_file(file, as_object, todo)
        return
    from reader.workers import answers_in_order

    jobs = [StatusJob(some, as_object, todo) for some in in_chunks(files, cores)]
    yield from answers_in_order(report_files, jobs, cores)


def report_files(job: StatusJob, send: Callable[[StatusReport], object]) -> None:
    """Sends a report on each file; the function of the workers."""
    for file in job.files:
        send(_of_file(file, job.as_object, job.todo))


def _of_file(chosen: ChosenFile, as_object: bool, todo: bool) -> StatusReport:
    try:
        with survivable(chosen.path):
            issue, context = opened_issue(chosen.path)
            chosen.check(issue)
            return _report(Work(chosen.path, issue, context, chosen.articles), as_object, todo)
    except ReaderError as error:
        return StatusReport(str(error), error.exit_code)


def opened_issue(path: str) -> tuple[Issue, LoadContext]:
    """Returns the issue of a file, with the context that knows its lines.

    Raises:
        UnusableError: If the file has an error.
    """
    from reader.cli.opening import fault

    loaded, context = load_source(read_source(path), only_errors=True)
    if loaded.issue is None:
        raise UnusableError(fault(loaded))
    return loaded.issue, context


def _report(work: Work, as_object: bool, todo: bool) -> StatusReport:
    made = None
    lines: tuple[list[Run], ...] = ()
    if as_object:
        from reader.cli.reporting.status_objects import issue_status_object

        made = issue_status_object(work, todo)
    elif todo:
        lines = tuple(map(work_line, work.places))
    else:
        lines = tuple(issue_lines(work))
    texts: dict[Problem, int] = {}
    for place in work.places:
        texts[place.problem] = texts.get(place.problem, 0) + place.count
    return StatusReport(
        lines=lines,
        object=made,
        articles=work.article_count,
        behind=work.behind,
        needs_work=work.needs_work,
        texts=texts,
    )
