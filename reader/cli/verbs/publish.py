"""``reader publish``: the library as a static site."""

from __future__ import annotations

import os

from reader.cli.arguments import UsageError
from reader.cli.exits import ExitCode
from reader.cli.opening import library_of, no_issues
from reader.errors import NothingFoundError
from reader.gate import clean_line, shown_path
from reader.model.naming import both
from reader.publishing.signing import signed
from reader.publishing.site import site_at, title_of
from reader.publishing.site_files import LastRun, site_files
from reader.publishing.site_list import kept_files
from reader.publishing.token_files import with_tokens
from reader.publishing.tree import compared, publish_again

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Library
    from reader.model.magazine import Issue
    from reader.publishing.site import KeptFile, SiteFile

EXAMPLE = "reader publish -o site --base-url https://example.org/magazine/"
MAX_SHOWN = 5
"""Number of files that ``--check`` names."""


def run(given: Arguments, console: Console) -> ExitCode:
    """Writes the site of a library, or compares it with the one that is there."""
    out, address = given.value("--output"), given.value("--base-url")
    if not out or not address:
        raise UsageError(f"publish needs {'--base-url URL' if out else '--output SITE'}: {EXAMPLE}")
    site = site_at(address)
    library = library_of(given, console, whole=True)
    if not library.entries:
        raise NothingFoundError(no_issues(library.sources))
    _refuse_sources(library, out)
    faults: list[str] = []

    def report(fault: str) -> None:
        if fault in faults:
            return  # of a first run whose tokens were lost
        faults.append(fault)
        console.end_progress()
        console.report(fault)

    chosen = sorted(_chosen(library, report), key=lambda each: (each[1].date, each[1].id))
    title = clean_line(given.value("--title")).strip()
    title = title or title_of(both(issue.magazine, issue.languages) for _, issue in reversed(chosen))
    paths = [path for path, _ in chosen]
    progress = console.progress("publishing")
    key = given.value("--sign")

    def files(tokens: str) -> Iterator[SiteFile | KeptFile]:
        made = site_files(site, title, paths, report, progress, LastRun(kept_files(os.path.realpath(out)), tokens))
        return signed(made, key) if key else made

    if given.flag("--check"):
        is_good = with_tokens(out, lambda tokens: _check(out, files(tokens), console))
        return ExitCode.GOOD if is_good and not faults else ExitCode.PROBLEMS
    done = with_tokens(out, lambda tokens: publish_again(out, lambda: files(tokens)))
    console.end_progress()
    console.out.line(f"{shown_path(out)}: {done.written} written, {done.kept} as before, {done.removed} removed")
    return ExitCode.PROBLEMS if faults else ExitCode.GOOD


def _check(out: str, files: Iterable[SiteFile | KeptFile], console: Console) -> bool:
    """Whether a site is up to date; reports the first files that are not."""
    tree = compared(out, files)
    console.end_progress()
    if tree.is_up_to_date:
        console.out.line(f"{shown_path(out)}: up to date, {tree.kept} files")
        return True
    changed = [*sorted(tree.changed), *sorted(tree.gone)]
    for path in changed[:MAX_SHOWN]:
        console.out.line(f"{shown_path(os.path.join(out, path))}: is not up to date")
    if len(changed) > MAX_SHOWN:
        console.out.line(f"and {len(changed) - MAX_SHOWN} more; run the command without --check")
    return False


def _chosen(library: Library, report: Callable[[str], None]) -> Iterator[tuple[str, Issue]]:
    """Yields the issues that can be opened with the paths of their files; reports the others."""
    chosen = {entry.path: issue for entry, issue in library.issues()}
    for entry in library:
        if issue := chosen.get(entry.path):
            yield entry.path, issue
        elif other := entry.issue:
            report(f"{shown_path(entry.path)}: left out: another file has the id {other.id}, too")
        else:
            report(f"{entry.first_error}; the issue is left out")


def _refuse_sources(library: Library, out: str) -> None:
    """Refuses a site around the issues that it is made from: their files would become its own.

    Raises:
        UsageError: If one of them is in it.
    """
    site = os.path.realpath(out)
    for source in library.sources:
        place = os.path.realpath(source)
        if place == site or place.startswith(os.path.join(site, "")):
            raise UsageError(f"{shown_path(out)}: has {shown_path(source)} in it; give the site a folder of its own")
