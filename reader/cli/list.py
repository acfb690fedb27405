"""``reader list``: the shelf."""

from __future__ import annotations

from reader.cli.opening import library_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.cli.arguments import Arguments
    from reader.cli.output import Console
    from reader.library import Library

OPTIONS = {"--library": "DIR", "--json": "", "--plain": "", "--width": "N"}

HELP = """\
usage: reader list [--json] [--plain] [--width N] [--library DIR]

Prints every issue of the library: its name and cover line, its sections, and each
article with its printed pages and its address. A file that cannot be opened is listed
with its first error.

  --library DIR  a folder of issues, or one issue file; may be given more than once
  --width N      cells in a line; the terminal's width if not given, no limit in a pipe
  --plain        no colour
  --json         as JSON: a list of issues
  --help         this text
  --version      the version

examples:
  reader list
  reader list --library ~/magazines
  reader list --json | jq -r '.[].sections[]?.articles[].address'
"""

MIN_WIDTH_CELLS, MAX_WIDTH_CELLS = 20, 1000
NO_LIMIT_CELLS = 10_000


def run(given: Arguments, console: Console) -> int:
    """Prints the shelf."""
    if given.words:
        from reader.cli.arguments import UsageError

        raise UsageError("list takes no word; another library is given by --library DIR (reader list --help)")
    return print_shelf(library_of(given, console, whole=True), given, console)


def print_shelf(library: Library, given: Arguments, console: Console) -> int:
    """Prints the issues of a library."""
    if given.flag("--json"):
        from reader.cli.objects import shelf_object, to_json

        console.out.text(to_json(shelf_object(library)))
        return 0
    from reader.cli.shelf import shelf

    console.out.lines(shelf(library, contents_width(given, console)))
    if not library.entries:
        console.err.line(f"reader: no issue files (.yaml) are in {', '.join(library.sources)}")
    return 0


def contents_width(given: Arguments, console: Console) -> int:
    """Returns the width for lists: in a pipe every article stands on one line, whatever its length."""
    asked = given.number("--width", MIN_WIDTH_CELLS, MAX_WIDTH_CELLS)
    return asked or (NO_LIMIT_CELLS if console.piped else console.width_cells())
