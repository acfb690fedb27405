"""The one table of commands: keys, footer, palette, help and the docs' list are made from it.

To add a command:

1. Write a function in the module of its subject in this package (``moving``, ``finding``, …), or in a new module. It
   takes the context of the screens that have it: the screen itself, or a record such as ``ReadingContext``, whichever
   their ``context`` returns. It may be ``async``. A module is imported when one of its commands is first used.
2. Add an entry to ``moves_table`` or ``looks_table``: an id, keys, a title in each interface language, its group in the
   help, and for each scope the name of the function, as ``"module:function"``. Scopes may share a function.
3. Add a check in ``tests/ui/test_commands.py``: each command is pressed by each of its keys in each of its scopes.

A name in :data:`FOOTER` shows the command in the status line; it needs a short title then.
"""

from __future__ import annotations

from reader.ui.commands.keys import named
from reader.ui.commands.looks_table import LOOKS
from reader.ui.commands.moves_table import MOVES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.binding import BindingType

    from reader.settings import Settings, SettingsFault
    from reader.ui.commands.command import Scope

COMMANDS = (*MOVES, *LOOKS)
BY_ID = {command.id: command for command in COMMANDS}
FOOTER = (
    "help",
    "back",
    "open",
    "edit_here",
    "faults",
    "find",
    "search",
    "first_steps",
    "contents",
    "figure",
    "next_figure",
    "zoom_in",
    "open_viewer",
    "next_article",
    "language",
    "kind",
    "issue",
    "sort",
    "history",
    "filter",
    "next_kind",
    "edit_mark",
    "delete",
    "undo",
    "keep_written",
    "drop_written",
    "word",
    "know",
    "other_language",
    "pause",
    "slower",
    "read_languages",
    "tour_end",
    "tour_next",
    "tour_back",
)
"""The commands in the status line, the most important first."""
LEAPS = frozenset(
    (
        "top",
        "bottom",
        "next_article",
        "previous_article",
        "find",
        "search",
        "terms",
        "marks",
        "words",
        "next_bookmark",
        "shelf",
    )
)
"""The commands that may lead away from a place in an article: it is kept for the way back."""
ON_ENTRY = frozenset(("open", "edit_mark", "delete"))
"""The commands in the status line that need an entry of a list under the cursor."""


def bindings(scope: Scope) -> list[BindingType]:
    """Returns the key bindings of a screen."""
    from textual.binding import Binding  # the command line knows the table, but no screen

    return [
        Binding(",".join(command.keys), command.action, command.en, show=False, id=command.id)
        for command in COMMANDS
        if command.is_in(scope)
    ]


def take_keys(settings: Settings, report: Callable[[SettingsFault], None] = lambda _fault: None) -> None:
    """Names and checks the keys that the reader has set, and reports those that are wrong."""
    before = len(settings.faults)
    settings.keys = {name: tuple(map(named, keys)) for name, keys in settings.keys.items()}
    settings.check_commands({c.id: c.scopes for c in COMMANDS}, {c.id: c.keys for c in COMMANDS})
    for fault in settings.faults[before:]:
        report(fault)
