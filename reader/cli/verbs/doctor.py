"""``reader doctor``: facts about the program and its surroundings, and the repair of damaged files."""

from __future__ import annotations

import os

from reader.cli import examining
from reader.cli.examining import Fact
from reader.cli.exits import ExitCode
from reader.cli.opening import library_at
from reader.errors import ReaderError
from reader.gate import shown_path
from reader.marks.mark import FILE_NAME

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Library

NAME_CELLS = 28


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the facts; with ``--fix`` after the repair."""
    library: Library | None = None
    missing = ""
    try:
        library = library_at(given)
    except ReaderError:
        missing = "a folder of the library is not there or cannot be read"
    if given.flag("--fix"):
        for line in _fix(library):
            console.report(line)
    found = list(_facts(given, console, library, missing))
    if given.flag("--json"):
        from reader.cli.reporting.objects import to_json
        from reader.cli.reporting.status_objects import fact_object

        console.out.text(to_json([fact_object(fact) for fact in found]))
    else:
        _print(found, console)
    return ExitCode.PROBLEMS if any(fact.problem for fact in found) else ExitCode.GOOD


def _facts(given: Arguments, console: Console, library: Library | None, missing: str) -> Iterator[Fact]:
    from reader.ui.commands.table import take_keys

    take_keys(given.settings)
    databases = list(examining.databases(library))  # before the library is read, which deletes a damaged catalogue
    yield from examining.versions()
    yield from examining.of_terminal(console.interactive, console.width_cells(), given.settings)
    yield from examining.folders()
    yield from examining.of_settings(given.settings)
    yield from examining.of_log()
    if library:
        yield from examining.of_library(library)
    else:
        yield Fact("library", "folders and files", "missing", missing)
    yield from databases


def _print(found: list[Fact], console: Console) -> None:
    from reader.layout.width import pad

    topic = ""
    for fact in found:
        if fact.topic != topic:
            topic = fact.topic
            console.out.line([(topic, "heading")])
        console.out.line([("  " + pad(fact.name, NAME_CELLS) + " ", "muted"), (fact.value or "-", "")])
        if fact.problem:
            console.out.line([("  ✗ ", "error"), (fact.problem, "")])
    problems = sum(bool(fact.problem) for fact in found)
    console.out.line("no problem was found" if not problems else f"problems: {problems}")


def _fix(library: Library | None) -> Iterator[str]:
    """Repairs the damaged databases, and yields a line for each."""
    from reader.sqlite import health

    for kind, path in examining.database_paths(library):
        if not examining.database_fault(path):
            continue
        try:
            if kind == "catalogue":
                assert library
                done = library.update(rebuild=True)
                yield "the catalogue was made anew" if done else library.notice
            elif os.path.basename(path) == FILE_NAME and os.path.isfile(path):
                yield examining.public(_with_marks_taken_over(path))
            else:
                yield f"{os.path.basename(path)} was damaged, and is {os.path.basename(health.put_aside(path))} now"
        except OSError as error:
            yield f"{shown_path(examining.public(path))}: cannot be put aside: {error.strerror}"


def _with_marks_taken_over(path: str) -> str:
    """Puts a damaged file of marks aside, takes over its readable marks, and returns the report of it."""
    from reader.errors import UnusableError
    from reader.marks.store import MarkStore

    store = MarkStore(path)
    try:
        store.everything()
    except UnusableError as error:
        return str(error)
    return store.notice or f"{shown_path(path)}: is whole now"
