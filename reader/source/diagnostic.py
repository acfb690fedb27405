"""Diagnostics: faults of an issue file, each with its position and a hint."""

from __future__ import annotations

from reader.gate import clean_line, shown_path
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Final, Literal

    Severity = Literal["error", "warning"]

ERROR: Final = "error"
"""Severity of a fault that keeps an issue from being opened."""
WARNING: Final = "warning"
MAX_EXCERPT_CHARS = 100
MAX_EQUAL = 5
"""Number of equal faults of a file up to which each is shown; of more only the first is, with their number."""
LINES_SHOWN = 5
"""Number of the lines that are named for faults not shown."""


@record
class Diagnostic:
    """One fault. ``line`` and ``column`` count from 1, columns in characters; 0 means the whole file."""

    path: str
    line: int
    column: int
    code: str
    severity: Severity
    message: str
    hint: str = ""
    excerpt: str = ""
    """The line of the file, cut around the position."""
    mark: int = 0
    """The index in ``excerpt`` of the character at the position."""

    def __str__(self) -> str:
        position = f":{self.line}:{self.column}" if self.line else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{shown_path(self.path)}{position}: " + clean_line(f"{self.code} {self.message}{hint}")


def excerpt(line: str, column: int) -> tuple[str, int]:
    """Returns at most :data:`MAX_EXCERPT_CHARS` of a line around a column (from 1), and the column's index in it."""
    index = min(column - 1, len(line))
    line = line.rstrip("\r\n")
    start = 0 if len(line) <= MAX_EXCERPT_CHARS else max(0, index - MAX_EXCERPT_CHARS // 3)
    cut = line[start : start + MAX_EXCERPT_CHARS]
    before, after = ("…" if start else ""), ("…" if start + MAX_EXCERPT_CHARS < len(line) else "")
    return clean_line(before + cut + after), index - start + len(before)


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Returns the diagnostics sorted by file and position, errors before warnings, without duplicates."""
    unique = dict.fromkeys(diagnostics)
    return sorted(unique, key=lambda d: (d.path, d.line, d.column, d.severity, d.code))


def folded(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Returns one diagnostic for many equal ones of a file, with their number and the lines of the next ones.

    Equal are those of one rule with one message; the hint of a fault may depend on the number of faults before it.
    """
    groups: dict[tuple[str, str, str], list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        groups.setdefault((diagnostic.path, diagnostic.code, diagnostic.message), []).append(diagnostic)
    shown: dict[Diagnostic, Diagnostic] = {}
    for first, *more in groups.values():
        if len(more) < MAX_EQUAL:
            shown.update((each, each) for each in (first, *more))
        else:
            lines = list(dict.fromkeys(str(each.line) for each in more if each.line > first.line))
            where = f", next in lines {', '.join(lines[:LINES_SHOWN])}" if lines else ""
            dots = " …" if len(lines) > LINES_SHOWN else ""
            shown[first] = replace(first, message=f"{first.message} ({len(more) + 1} times{where}{dots})")
    return [shown[each] for each in diagnostics if each in shown]
