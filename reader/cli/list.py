"""``reader list``: the shelf."""

from __future__ import annotations

from reader.cli.exits import ExitCode
from reader.cli.opening import library_of, no_issues

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.console import Console
    from reader.library import Library

NO_LIMIT_CELLS = 10_000


def run(given: Arguments, console: Console) -> ExitCode:
    """Prints the shelf."""
    return print_shelf(library_of(given, console, whole=True), given, console)


def print_shelf(library: Library, given: Arguments, console: Console) -> ExitCode:
    """Prints the issues of a library."""
    if given.flag("--json"):
        from reader.cli.objects import shelf_object, to_json

        console.out.text(to_json(shelf_object(library)))
    else:
        from reader.cli.shelf import shelf

        console.out.lines(shelf(library, contents_width(given, console)))
    if library.entries:
        return ExitCode.GOOD
    console.report(no_issues(library.sources))
    return ExitCode.PROBLEMS


def contents_width(given: Arguments, console: Console) -> int:
    """Returns the width of lists in cells: in a pipe every article is on one line, however long."""
    return given.number("--width") or (NO_LIMIT_CELLS if console.piped else console.width_cells())
