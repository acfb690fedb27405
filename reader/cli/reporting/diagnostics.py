"""Diagnostics in the formats of ``reader check``, and their summary."""

from __future__ import annotations

from reader.cli.counts import counted
from reader.gate import shown_path
from reader.source.diagnostic import ERROR, folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.cli.checking import Checked
    from reader.cli.console import Console
    from reader.cli.declared.check import ReportFormat
    from reader.layout.runs import Run
    from reader.source.diagnostic import Diagnostic

INDENT = "    "
MIN_ROOM_CELLS = 4
"""Least width of an excerpt."""


def print_diagnostics(found: Sequence[Diagnostic], form: ReportFormat, console: Console) -> None:
    """Prints diagnostics in a format; for people many equal ones of a file as one."""
    if form == "text":
        width = 0 if console.piped else console.width_cells()
        for diagnostic in folded(found):
            console.out.lines(diagnostic_lines(diagnostic, width))
    elif form == "github":
        from reader.cli.reporting.check_formats import annotation

        for diagnostic in folded(found):
            console.out.line(annotation(diagnostic))
    else:
        from reader.cli.reporting.check_formats import sarif
        from reader.cli.reporting.objects import to_json
        from reader.cli.reporting.status_objects import diagnostic_object

        console.out.text(to_json([diagnostic_object(d) for d in found] if form == "json" else sarif(found)))


def diagnostic_lines(found: Diagnostic, width_cells: int) -> Iterator[list[Run]]:
    """Yields a diagnostic: its place and message, the line of the file, and a mark under the place.

    Args:
        found: The diagnostic.
        width_cells: The width to which the line of the file is cut; 0 for no limit.
    """
    place = f"{shown_path(found.path)}:{found.line}:{found.column}: " if found.line else f"{shown_path(found.path)}: "
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
    """Returns an excerpt cut to a width around its marked character, and the new index of that character."""
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


def summary(checked: Sequence[Checked]) -> str:
    """Returns the number of problems, of errors among them, and of files."""
    found = [diagnostic for file in checked for diagnostic in file.diagnostics]
    files = counted(len(checked), "file")
    if not found:
        return f"no problems in {files}"
    errors = sum(diagnostic.severity == ERROR for diagnostic in found)
    bad = sum(bool(file.diagnostics) for file in checked)
    return f"{counted(len(found), 'problem')} ({counted(errors, 'error')}) in {bad} of {files}"
