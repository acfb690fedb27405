"""``reader list``: the shelf."""

from __future__ import annotations

from reader.cli.exits import ExitCode
from reader.cli.opening import issue_of_pictures, library_of, no_issues

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Library, LibraryEntry

NO_LIMIT_CELLS = 10_000


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the shelf, or the new issues on it."""
    library = library_of(given, console, whole=True)
    return _print_new(library, given, console) if given.flag("--new") else print_shelf(library, given, console)


def print_shelf(library: Library, given: Arguments, console: Console) -> ExitCode:
    """Prints the issues of a library."""
    _print_issues(library.entries, given, console)
    if any(entry.issue for entry in library.entries):
        return ExitCode.GOOD
    from reader.cli.beginning import report_first_steps

    if library.entries:
        console.report("no file here can be opened; reader check lists all faults")
    else:
        console.report(no_issues(library.sources))
    if library.entries or not issue_of_pictures(library.sources):
        report_first_steps(library, console)
    return ExitCode.PROBLEMS


def _print_new(library: Library, given: Arguments, console: Console) -> ExitCode:
    from reader.library.files import subscribed_folders
    from reader.reading.arrivals import new_issues
    from reader.reading.memory import Memory

    memory = Memory()
    found = new_issues(library.entries, subscribed_folders(), memory)
    if memory.fault:
        console.report(memory.fault)
    _print_issues(found, given, console)
    if not found:
        console.err.line("nothing new")
    return ExitCode.PROBLEMS if memory.fault else ExitCode.GOOD


def _print_issues(entries: Sequence[LibraryEntry], given: Arguments, console: Console) -> None:
    if given.flag("--json"):
        from reader.cli.reporting.objects import shelf_object, to_json

        console.out.text(to_json(shelf_object(entries)))
    else:
        from reader.cli.reporting.shelf import shelf

        console.out.lines(shelf(entries, contents_width(given, console)))


def contents_width(given: Arguments, console: Console) -> int:
    """Returns the width of lists in cells: in a pipe every article is on one line, however long."""
    return given.number("--width") or (NO_LIMIT_CELLS if console.piped else console.width_cells())
