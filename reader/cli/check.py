"""``reader check``: what is wrong with issue files, and where."""

from __future__ import annotations

from reader.cli.opening import library_at
from reader.errors import NotFoundError, ReaderError
from reader.library.files import issue_files
from reader.source import load
from reader.source.diagnostic import ERROR

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.cli.arguments import Arguments
    from reader.cli.output import Console, Run
    from reader.source import Loaded
    from reader.source.diagnostic import Diagnostic

OPTIONS = {"--strict": "", "--library": "DIR", "--json": "", "--plain": ""}

HELP = """\
usage: reader check [FILE|DIR…] [--strict] [--json] [--plain] [--library DIR]

Prints everything that is wrong with issue files: the place, the code of the rule, what is
wrong and what to write instead; under it the line of the file, with a mark at the place.
Without a FILE or DIR the whole library is checked. Exits with 1 if there is an error,
with 2 if a FILE or DIR is not there.

  --strict       warnings count as errors
  --plain        no colour
  --json         as JSON: a list of diagnostics
  --library DIR  a folder of issues, or one issue file; may be given more than once
  --help         this text
  --version      the version

examples:
  reader check
  reader check my-issue.yaml
  reader check issues/ --strict --json
"""

INDENT = "    "

MIN_ROOM_CELLS = 4
"""An excerpt is never cut narrower than this."""


def run(given: Arguments, console: Console) -> int:
    """Checks files and prints what is found."""
    missing = 0
    paths: list[str] = []
    if given.words:
        for word in given.words:
            try:
                paths += _files(word)
            except ReaderError as error:
                console.err.line(f"reader: {error}")
                missing += 1
    else:
        paths = [entry.path for entry in library_at(given)]
    loaded = [load(path) for path in dict.fromkeys(paths)]
    found = [diagnostic for file in loaded for diagnostic in file.diagnostics]
    if given.flag("--json"):
        from reader.cli.objects import diagnostic_object, to_json

        console.out.text(to_json([diagnostic_object(diagnostic) for diagnostic in found]))
    else:
        width = 0 if console.piped else console.width_cells()
        for diagnostic in found:
            console.out.lines(_lines(diagnostic, width))
    if loaded or not missing:
        console.err.line(summary(loaded))
    if missing:
        return 2
    return 1 if any(d.severity == ERROR or given.flag("--strict") for d in found) else 0


def _files(word: str) -> list[str]:
    """Returns the issue files that a word names.

    Raises:
        NotFoundError: If it is not there, or a folder without any.
    """
    paths = issue_files(word)
    if not paths:
        raise NotFoundError(f"{word}: no issue files (.yaml) are in this folder")
    return paths


def _lines(found: Diagnostic, width_cells: int) -> Iterator[list[Run]]:
    """Yields a diagnostic: what and where, the line of the file, and a mark under the place."""
    place = f"{found.path}:{found.line}:{found.column}: " if found.line else f"{found.path}: "
    hint = f"; {found.hint}" if found.hint else ""
    yield [
        (place, "strong"),
        (found.code, "error" if found.severity == ERROR else "warning"),
        (f" {found.message}", ""),
        (hint, "muted"),
    ]
    if found.excerpt.strip():
        from reader.layout.width import cell_width

        excerpt, mark = found.excerpt, found.mark
        if width_cells:
            excerpt, mark = fitted(excerpt, mark, width_cells - len(INDENT))
        yield [(INDENT, ""), (excerpt, "")]
        yield [(INDENT + " " * cell_width(excerpt[:mark]), ""), ("^", "mark")]


def fitted(excerpt: str, mark: int, room_cells: int) -> tuple[str, int]:
    """Returns an excerpt cut to a width, the marked character in it, and that character's new index."""
    from reader.layout.width import cell_width, clip

    if cell_width(excerpt) <= room_cells:
        return excerpt, mark
    room_cells = max(room_cells, MIN_ROOM_CELLS)
    start = 0
    while start < mark and cell_width(excerpt[start : mark + 1]) > room_cells * 2 // 3:
        start += 1
    before = "…" if start else ""
    shown = before + excerpt[start:]
    if cell_width(shown) > room_cells:
        shown = clip(shown, room_cells - 1) + "…"
    return shown, mark - start + len(before)


def summary(loaded: list[Loaded]) -> str:
    """Returns how much was found, in how many of the files."""
    found = [diagnostic for file in loaded for diagnostic in file.diagnostics]
    files = f"{len(loaded)} file" if len(loaded) == 1 else f"{len(loaded)} files"
    if not found:
        return f"no problems in {files}"
    errors = sum(diagnostic.severity == ERROR for diagnostic in found)
    problems = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    kinds = "1 error" if errors == 1 else f"{errors} errors"
    bad = sum(bool(file.diagnostics) for file in loaded)
    return f"{problems} ({kinds}) in {bad} of {files}"
