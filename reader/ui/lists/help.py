"""The commands of a screen with their keys."""

from __future__ import annotations

from reader.layout.width import pad
from reader.ui.commands.table import COMMANDS
from reader.ui.lists.entry import ListEntry, heading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.ui.commands.command import Keys, Scope
    from reader.ui.lists.entry import Runs
    from reader.ui.strings import Strings

KEYS_CELLS = 16


def command_entries(scope: Scope, strings: Strings, keys: Keys) -> list[ListEntry[str]]:
    """Returns the commands of a scope, by group; the value of each is its action.

    Args:
        scope: The kind of screen.
        strings: The interface's language.
        keys: The keys that the reader has set; other commands are shown with those of the table.
    """
    found: list[ListEntry[str]] = []
    for group, title in strings.groups.items():
        of_group = [command for command in COMMANDS if command.group == group and command.is_in(scope)]
        if of_group:
            found.append(heading(title))
        for command in of_group:
            shown = pad("  ".join(command.shown_keys(keys)), KEYS_CELLS) + " "
            line: Runs = ((shown, "strong"), (command.title(strings.code), ""))
            found.append(ListEntry((line,), command.action, indent_cells=2))
    return found
