"""The command palette: every command of the screen below, by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.widgets import Input

from reader.ui.commands.command import PALETTE
from reader.ui.commands.table import bindings
from reader.ui.lists.palette import choices, palette_entries
from reader.ui.screens.base import ReaderScreen
from reader.ui.screens.box import BoxScreen
from reader.ui.widgets.line_box import LineBox
from reader.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.ui.host import Host

MAX_ROWS = 12
OTHER_ROWS = 3
"""Rows of the window that the list leaves free: the head line, the box, and the status line."""
MAX_RECENT = 3


class PaletteScreen(BoxScreen):
    """Dismissed with the action that was chosen, or none."""

    scope = PALETTE
    BINDINGS: ClassVar[list[BindingType]] = bindings(PALETTE)

    def __init__(self, below: ReaderScreen) -> None:
        """Takes the screen whose commands are listed."""
        super().__init__()
        self._below = below

    def compose(self) -> ComposeResult:
        """Yields a box, and under it the commands."""
        with Container(id="palette"):
            yield LineBox(id="query", placeholder=self.strings.palette_prompt, compact=True, select_on_focus=False)
            yield Listing[str]("commands", empty=self.strings.no_match, is_led=True)

    @property
    def listing(self) -> Listing[str]:
        """The list of commands."""
        return self.query_one("#commands", Listing)

    def on_mount(self) -> None:
        """Waits for words."""
        self._show()
        self.set_focus(self.query_one(Input))

    def on_resize(self) -> None:
        """Shows as many rows as there is room for."""
        self._fit()

    def on_input_changed(self) -> None:
        """Shows the commands that have the words in the box."""
        self._show()

    def relabel(self) -> None:
        """Shows the commands in the interface's language."""
        self._show()

    def _show(self) -> None:
        host, below = self.host, self._below
        offered = choices(below.scope, self.strings, host.keys)
        self.listing.show(palette_entries(offered, self.query_one(Input).value, host.recent, self.strings))
        self._fit()

    def _fit(self) -> None:
        room, entries = max(1, self.app.size.height - OTHER_ROWS), self.listing.entries
        rows = min(MAX_ROWS, room, max(1, len(entries)))
        if 1 < rows < len(entries) and entries[rows - 1].value is None:
            rows -= 1  # no heading without a command below it
        self.listing.styles.height = rows

    def take_line(self) -> None:
        """Chooses the command under the cursor."""
        if self.listing.value is not None:
            self.choose(self.listing.value)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Chooses the command under the mouse."""
        self.choose(event.value)

    def choose(self, value: str) -> None:
        """Closes with an action, and keeps it for the next time."""
        others = [action for action in self.host.recent if action != value]
        self.host.recent[:] = [value, *others][:MAX_RECENT]
        self.dismiss(value)


def open_palette(host: Host) -> None:
    """Opens the palette over a screen that has commands."""
    below = host.screen
    if not isinstance(below, ReaderScreen) or isinstance(below, PaletteScreen):
        return

    def run(action: str | None) -> None:
        if action:
            below.app.call_later(below.app.run_action, action, below)

    host.push_screen(PaletteScreen(below), run)
