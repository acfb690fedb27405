"""``reader status``: how far the articles of issues are translated."""

from __future__ import annotations

from reader.cli.check import named_files
from reader.errors import ReaderError, UnusableError
from reader.model.standing import COMPLETE, ORIGINAL, accepted_now, standings
from reader.source import load

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.output import Console, Run
    from reader.model.magazine import Issue
    from reader.model.standing import Standing

OPTIONS = {"--accept": "", "--strict": "", "--library": "DIR", "--json": "", "--plain": ""}

HELP = """\
usage: reader status [FILE|DIR…] [--accept] [--strict] [--json] [--plain] [--library DIR]

Tells for each article what is there in each language: the original; a translation that is
complete, or partial with so many paragraphs missing; abridged, adapted, a summary or
independent, as the file says; or missing. A translation is stale when the source was
changed since it was made. What it was made from is told by hashes of the source's
paragraphs, which --accept writes into the file: say so when a translation is up to date.
Without a FILE or DIR it is the whole library. Exits with 1 if a file cannot be opened.

  --accept       takes every translation that is there as up to date; the rest of the file
                 stays as it is
  --strict       exits with 1 if a translation is partial, missing or stale
  --plain        no colour
  --json         as JSON
  --library DIR  a folder of issues, or one issue file; may be given more than once
  --help         this text
  --version      the version

examples:
  reader status issues/
  reader status my-issue.yaml --accept
"""


SHOWN = 3
"""How many stale paragraphs are named."""


def run(given: Arguments, console: Console) -> int:
    """Prints the standings of articles, after accepting them if that is asked for."""
    if given.flag("--accept") and not given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("--accept takes files or folders: reader status FILE|DIR… --accept")
    paths, missing = named_files(given, console)
    code = 2 if missing else 0
    objects = []
    for path in paths:
        try:
            issue = _issue(path)
            if given.flag("--accept"):
                issue = _accept(path, issue)
        except ReaderError as error:
            console.err.line(f"reader: {error}")
            code = max(code, error.exit_code)
            continue
        if given.flag("--json"):
            from reader.cli.objects import status_object

            objects.append(status_object(path, issue))
        else:
            console.out.lines(_lines(issue))
        behind = any(_is_behind(s) for _, article in issue.articles() for s in standings(issue, article))
        code = max(code, int(given.flag("--strict") and behind))
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
    """Writes what translations are made from, and returns the issue with it.

    Raises:
        ReaderError: If the file cannot be changed; it is as it was then.
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


def _is_behind(standing: Standing) -> bool:
    return standing.state in ("partial", "missing") or bool(standing.stale or standing.gone)


def said(standing: Standing) -> str:
    """Returns a standing in words."""
    parts: list[str] = [standing.state]
    if standing.state == "partial":
        parts[0] = f"partial: {standing.missing} of {standing.passages} missing"
    if standing.stale:
        parts.append(
            f"stale: {len(standing.stale)} changed ({', '.join(standing.stale[:3])}{'…' * (len(standing.stale) > 3)})"
        )
    if standing.gone and not standing.stale:
        parts.append(f"stale: {standing.gone} gone from the source")
    return ", ".join(parts)


def _lines(issue: Issue) -> Iterator[list[Run]]:
    from reader.layout.runs import padded, width_of

    yield [(issue.id, "title")]
    rows: list[list[list[Run]]] = []
    for _, article in issue.articles():
        row: list[list[Run]] = [[(f"{issue.id}/{article.id}", "address")]]
        for standing in standings(issue, article):
            style = "muted" if standing.state in (ORIGINAL, COMPLETE) and not standing.stale else "warning"
            row.append([(f"{standing.language} ", ""), (said(standing), style)])
        rows.append(row)
    widths = [max(map(width_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        line: list[Run] = [("  ", "")]
        for cell, width in zip(row, widths, strict=True):
            line += [*padded(cell, width), ("  ", "")]
        yield line
