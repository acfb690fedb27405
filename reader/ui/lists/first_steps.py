"""The commands that bring issues to a shelf, and the keys of the shelf. Pure."""

from __future__ import annotations

from reader.layout.runs import padded, shortened
from reader.ui.commands.table import BY_ID
from reader.ui.lists.entry import ListEntry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeVar

    from reader.layout.runs import Run
    from reader.reading.first_steps import FirstStep
    from reader.ui.commands.command import Keys
    from reader.ui.strings import Strings

    T = TypeVar("T")

SHELF_KEYS = ("open", "search", "first_steps", "marks", "help")
"""The commands that the shelf lists below its issues."""
_KEY_CELLS = 8


def step_entry(step: FirstStep, strings: Strings, value: T | None, *, is_close: bool) -> ListEntry[T]:
    """Returns the entry of a command: its purpose, and the line to type below it.

    Args:
        step: The command.
        strings: The interface's language.
        value: The value of the entry; None where it cannot be chosen.
        is_close: Whether no blank row is above it.
    """
    lines = (((strings.first_steps[step.name], ""),), ((step.command, "strong"),))
    return ListEntry(lines, value, hang_cells=2, space_before=not is_close)


def step_entries(steps: Sequence[FirstStep], strings: Strings) -> list[ListEntry[str]]:
    """Returns the entries of a list from which a command is chosen."""
    heading: ListEntry[str] = ListEntry((((strings.in_a_shell, "muted"),),))
    return [heading, *(step_entry(step, strings, step.command, is_close=False) for step in steps)]


def shelf_keys(width_cells: int, strings: Strings, keys: Keys) -> list[list[Run]]:
    """Returns the rows of keys below the issues of a shelf: a key, and the title of its command."""
    rows: list[list[Run]] = []
    for command in (BY_ID[name] for name in SHELF_KEYS):
        if shown := command.shown_keys(keys):
            title = shortened(command.title(strings.code), max(1, width_cells - _KEY_CELLS), 1)
            rows.append([*padded(((shown[0], "accent"),), _KEY_CELLS), (title, "muted")])
    return rows
