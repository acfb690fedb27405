"""``reader status``: the state of the translations of each article, and the work that is left."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.cli.exits import ExitCode
from reader.cli.status_work import Work, issue_lines, work_line
from reader.errors import ReaderError, UnusableError
from reader.model.translation_status import accepted_now
from reader.source.loading import load_source
from reader.source.source_file import read_source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.chosen import ChosenFile
    from reader.cli.console import Console
    from reader.cli.object_types import IssueStatusObject
    from reader.model.magazine import Issue
    from reader.source.schema.load_context import LoadContext


def run(given: Arguments, console: Console) -> int:
    """Prints the states of translations, after recording them as up to date with ``--accept``."""
    from reader.cli.chosen import chosen_files

    if given.flag("--accept") and not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("--accept takes files, folders or addresses: reader status FILE|DIR|ADDRESS… --accept")
    files, code = chosen_files(given, console)
    objects: list[IssueStatusObject] = []
    works: list[Work] = []
    for chosen in files:
        try:
            if given.flag("--accept"):
                _accept(chosen)
            issue, context = _read(chosen.path)
            chosen.check(issue)
        except ReaderError as error:
            console.report(error)
            code = max(code, error.exit_code)
            continue
        work = Work(chosen.path, issue, context, chosen.articles)
        works.append(work)
        if given.flag("--json"):
            from reader.cli.status_objects import issue_status_object

            objects.append(issue_status_object(work, todo=given.flag("--todo")))
        elif given.flag("--todo"):
            for place in work.places:
                console.out.line(work_line(place))
        else:
            console.out.lines(issue_lines(work))
        if given.flag("--strict") and work.needs_work:
            code = max(code, ExitCode.PROBLEMS)
    if given.flag("--json"):
        from reader.cli.objects import to_json

        console.out.text(
            to_json([each for each in objects if each["articles"] or each["places"] or not given.flag("--todo")])
        )
    if works or files:
        console.err.line(_summary(works))
    return code


def _read(path: str) -> tuple[Issue, LoadContext]:
    from reader.cli.opening import fault

    loaded, context = load_source(read_source(path))
    if loaded.issue is None:
        raise UnusableError(fault(loaded))
    return loaded.issue, context


def _accept(chosen: ChosenFile) -> None:
    """Writes the present sources of the chosen translations into a file.

    Raises:
        ReaderError: If the file cannot be changed; it is left as it is.
    """
    from reader.source.editing import with_accepted
    from reader.source.snapshot import Snapshot

    path = chosen.path
    issue, _ = _read(path)
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
        raise ReaderError(f"{path}: was changed meanwhile, and is left as it is")
    try:
        text = with_accepted(source.text, issue, wanted)
    except UnusableError as error:
        raise UnusableError(f"{path}: {error}") from error
    if text != source.text:
        snapshot.replace(text)


def _summary(works: list[Work]) -> str:
    """Returns the number of texts that need work, and of all articles and files."""
    articles = sum(work.article_count for work in works)
    behind = sum(work.behind for work in works)
    among = f"{counted(articles, 'article')} in {counted(len(works), 'file')}"
    if not any(work.needs_work for work in works):
        return f"nothing left to translate: {among}"
    kinds = {"missing": 0, "stale": 0, "gone": 0}
    for work in works:
        for place in work.places:
            kinds[place.problem] += place.count
    found = ", ".join(f"{number:,} {kind}" for kind, number in kinds.items() if number)
    return f"{found}; {behind:,} of {among} {'needs' if behind == 1 else 'need'} work"
