"""Every key of a screen, from the table of commands; Enter does what is under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reader.layout.width import pad
from reader.ui.commands.table import COMMANDS, HELP, bindings
from reader.ui.screens.listed import ListedScreen
from reader.ui.widgets.drawing import Run
from reader.ui.widgets.listing import Entry, Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from reader.ui.commands.table import Keys, Scope

KEYS_CELLS = 16


class HelpScreen(ListedScreen):
    """Dismissed with the action that was chosen, or none."""

    scope = HELP
    BINDINGS: ClassVar[list[BindingType]] = bindings(HELP)

    def __init__(self, about: Scope) -> None:
        super().__init__()
        self._about = about

    def compose(self) -> ComposeResult:
        """The list and the two lines around it."""
        yield Banner(id="banner")
        yield Listing[str]("keys")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[str]:
        """The list of commands."""
        return self.query_one("#keys", Listing)

    def on_mount(self) -> None:
        """Fills the list."""
        self.relabel()
        self.listing.focus()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.query_one(Banner).names = (self.strings.help,)
        self.query_one(Status).parts = (self.strings.close_hint,)
        self.listing.show(
            help_entries(self._about, self.reader.interface, self.strings.groups, self.reader.settings.keys)
        )

    def chosen(self, value: str) -> None:
        """Closes, and has the command done."""
        self.dismiss(value)


def help_entries(scope: Scope, language: str, groups: dict[str, str], keys: Keys) -> list[Entry[str]]:
    """Returns the commands of a scope, by group, with their keys: those in ``keys``, else their own."""
    found: list[Entry[str]] = []
    for group, title in groups.items():
        commands = [c for c in COMMANDS if c.group == group and c.is_in(scope)]
        if commands:
            found.append(Entry((((title, "accent"),),), space_before=True))
        for command in commands:
            signs: Run = (pad("  ".join(command.shown_keys(keys)), KEYS_CELLS) + " ", "strong")
            found.append(Entry(((signs, (command.title(language), "")),), command.action, indent_cells=2))
    return found
