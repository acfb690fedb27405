"""Faults of an issue file."""

from __future__ import annotations

from reader.gate import shown_path
from reader.source.diagnostic import ERROR, folded
from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from reader.library import LibraryEntry
    from reader.source.diagnostic import Diagnostic
    from reader.ui.lists.entry import Runs

    T = TypeVar("T")

MAX_FAULTS = 100
"""Maximum number of faults in a list."""
HANG = ("  ", "")
"""Distance of the further texts of a fault from its place, as that of its continuation lines."""


def diagnostic_entries(found: Sequence[Diagnostic], *, excerpts: bool = False) -> list[ListEntry[Diagnostic]]:
    """Returns faults, errors first, each with its place and a hint, perhaps an excerpt; many equal ones as one."""
    ordered = sorted(folded(found), key=lambda fault: fault.severity)
    lines = _lines_with_excerpt if excerpts else _lines
    return [ListEntry(tuple(lines(fault)), fault, space_before=excerpts, hang_cells=2) for fault in ordered]


def error_entries(entry: LibraryEntry) -> list[ListEntry[T]]:
    """Returns the errors of a file that cannot be opened, each with its place, an excerpt and a hint."""
    found: list[ListEntry[T]] = [ListEntry((((shown_path(entry.path), "muted"),),))]
    listed = folded(entry.loaded.errors)[:MAX_FAULTS]
    found += [ListEntry(tuple(_lines_with_excerpt(fault)), space_before=True, hang_cells=2) for fault in listed]
    return found


def _lines_with_excerpt(fault: Diagnostic) -> list[Runs]:
    first, *hint = _lines(fault)
    excerpt: list[Runs] = [(HANG, (fault.excerpt.strip(), "muted"))] if fault.excerpt.strip() else []
    return [first, *excerpt, *hint]


def _lines(fault: Diagnostic) -> list[Runs]:
    place = f"{fault.line}:{fault.column}  " if fault.line else ""
    sign = "" if fault.severity == ERROR else "! "
    first: Runs = ((sign, "warning"), (place, "muted"), (f"{fault.code} ", "warning"), (fault.message, ""))
    return [first, *([(HANG, (fault.hint, "muted"))] if fault.hint else [])]
