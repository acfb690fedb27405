"""The keys of a screen, by group, in columns."""

from __future__ import annotations

from reader.layout.runs import padded, wrap
from reader.layout.width import cell_width
from reader.ui.commands.table import COMMANDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.runs import Run
    from reader.ui.commands.command import Command, Keys, Scope
    from reader.ui.strings import Strings

    Lines = list[list[Run]]

COLUMN_CELLS = 46
"""Smallest width of a column, where there are several."""
MAX_COLUMN_CELLS = 72
GAP_CELLS = 3
KEYS_CELLS = 14
"""Width of the keys beside the titles; longer ones take a row of their own."""
MIN_TITLE_CELLS = 12


def help_rows(scope: Scope, query: str, width_cells: int, strings: Strings, keys: Keys) -> Lines:
    """Returns the rows of the help: groups of commands under their titles, in as many columns as fit.

    Args:
        scope: The kind of screen.
        query: Words; only commands that have them all in a title or a key are shown.
        width_cells: The width of all columns together.
        strings: The interface's language.
        keys: The keys that the reader has set; other commands are shown with those of the table.
    """
    words = query.casefold().split()
    count = max(1, (width_cells + GAP_CELLS) // (COLUMN_CELLS + GAP_CELLS))
    column_cells = min(MAX_COLUMN_CELLS, (width_cells + GAP_CELLS) // count - GAP_CELLS)
    groups: list[Lines] = []
    for group, title in strings.groups.items():
        of_group = [c for c in COMMANDS if c.group == group and c.is_in(scope) and _has(c, words, keys)]
        if of_group:
            lines: Lines = [[(title, "strong")]]
            for command in of_group:
                lines += _command(command, column_cells, strings, keys)
            groups.append(lines)
    return _beside(_columns(groups, count), column_cells)


def _has(command: Command, words: Sequence[str], keys: Keys) -> bool:
    texts = f"{command.en} {command.zh}".casefold()
    shown = [key.casefold() for key in command.shown_keys(keys)]
    return all(word in texts or word in shown for word in words)


def _command(command: Command, width_cells: int, strings: Strings, keys: Keys) -> Lines:
    """Returns the rows of a command: its keys, and its title beside them."""
    keys_cells = min(KEYS_CELLS, max(0, width_cells - MIN_TITLE_CELLS))
    shown = "  ".join(command.shown_keys(keys))
    title = wrap(((command.title(strings.code), ""),), width_cells - keys_cells)
    if cell_width(shown) >= keys_cells:
        return [[(shown, "accent")], *([(" " * keys_cells, ""), *line] for line in title)]
    first, *rest = title
    return [
        [*padded(((shown, "accent"),), keys_cells), *first],
        *([(" " * keys_cells, ""), *line] for line in rest),
    ]


def _columns(groups: Sequence[Lines], count: int) -> list[Lines]:
    """Returns groups in at most ``count`` columns, in their order, the longest column as short as it can be."""
    height = max((len(group) for group in groups), default=0)
    total = sum(len(group) + 1 for group in groups)
    for limit in range(max(height, total // count), total + 1):
        columns: list[Lines] = [[]]
        for group in groups:
            if columns[-1] and len(columns[-1]) + 1 + len(group) > limit:
                columns.append([])
            columns[-1] += [[], *group] if columns[-1] else group
        if len(columns) <= count:
            return columns
    return [[]]


def _beside(columns: Sequence[Lines], column_cells: int) -> Lines:
    """Returns the rows of columns side by side."""
    rows: Lines = []
    for k in range(max(map(len, columns))):
        row: list[Run] = []
        for column in columns:
            row += padded(column[k] if k < len(column) else (), column_cells + GAP_CELLS)
        rows.append(row)
    return rows
