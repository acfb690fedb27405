"""``reader doctor``: what the program sees, what is wrong with it, and the repair of what may be made anew."""

from __future__ import annotations

import os

from reader.cli import examining
from reader.cli.opening import library_at
from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.examining import Fact
    from reader.cli.output import Console
    from reader.library import Library

OPTIONS = {"--fix": "", "--library": "DIR", "--json": "", "--plain": ""}

HELP = """\
usage: reader doctor [--fix] [--json] [--plain] [--library DIR]

Prints what the program sees: versions, the terminal (which is asked how wide it draws
characters on whose width terminals disagree), folders and their rights, the library, and
whether the databases are whole. Nothing private is told: no titles, notes or names, and
~ for your home. So it may be pasted into a report. Exits with 1 if something is wrong.

  --fix          makes a damaged catalogue anew, and puts a damaged file of yours aside
                 under another name, so that a new one can begin; nothing is deleted of it
  --plain        no colour
  --json         as JSON: a list of facts
  --library DIR  a folder of issues, or one issue file; may be given more than once
  --help         this text
  --version      the version

examples:
  reader doctor
  reader doctor --fix
"""
NAME_CELLS = 28


def run(given: Arguments, console: Console) -> int:
    """Prints the facts; with ``--fix`` after the repair."""
    if given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("doctor takes no word (reader doctor --help)")
    library: Library | None = None
    missing = ""
    try:
        library = library_at(given)
    except ReaderError:
        missing = "a folder of the library is not there or cannot be read"
    if given.flag("--fix"):
        for line in _fix(library):
            console.err.line(f"reader: {line}")
    found = list(_facts(given, console, library, missing))
    if given.flag("--json"):
        from reader.cli.objects import fact_object, to_json

        console.out.text(to_json([fact_object(fact) for fact in found]))
    else:
        _print(found, console)
    return 1 if any(fact.problem for fact in found) else 0


def _facts(given: Arguments, console: Console, library: Library | None, missing: str) -> Iterator[Fact]:
    from reader.ui.commands.table import take_keys

    take_keys(given.settings)
    databases = list(examining.databases(library))
    yield from examining.versions()
    yield from examining.of_terminal(console.interactive, console.width_cells(), given.settings)
    yield from examining.folders()
    yield from examining.of_settings(given.settings)
    yield from examining.of_log()
    if library:
        yield from examining.of_library(library)
    else:
        yield examining.Fact("library", "folders and files", "missing", missing)
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
    """Repairs what is damaged; yields what was done."""
    from reader.sqlite import health as database

    for kind, path in examining.database_paths(library):
        if not database.fault(path):
            continue
        try:
            if kind == "catalogue":
                assert library
                done = library.update(rebuild=True)
                yield "the catalogue was made anew" if done else library.notice
            else:
                yield f"{os.path.basename(path)} was damaged, and is {os.path.basename(database.put_aside(path))} now"
        except OSError as error:
            yield f"{examining.public(path)}: cannot be put aside: {error.strerror}"
