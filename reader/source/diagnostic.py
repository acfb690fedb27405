"""Diagnostics: faults of an issue file, each with its position and a hint."""

from __future__ import annotations

from reader.gate import clean_line
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final, Literal

    Severity = Literal["error", "warning"]

ERROR: Final = "error"
"""Severity of a fault that keeps an issue from being opened."""
WARNING: Final = "warning"
MAX_EXCERPT_CHARS = 100


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
        return clean_line(f"{self.path}{position}: {self.code} {self.message}{hint}")


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
