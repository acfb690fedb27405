"""The help: every key of the screen below, in columns, with a box that filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from reader.ui.commands.command import HELP
from reader.ui.commands.table import bindings
from reader.ui.lists.help import help_rows
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.line_box import LineBox
from reader.ui.widgets.sheet import Sheet
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.ui.commands.command import Scope


class HelpScreen(ReaderScreen):
    """Shows the keys; commands are run by their keys, or from the palette."""

    scope = HELP
    BINDINGS: ClassVar[list[BindingType]] = bindings(HELP)

    def __init__(self, of: Scope) -> None:
        """Takes the scope whose keys are shown."""
        super().__init__()
        self._of = of

    def compose(self) -> ComposeResult:
        """Yields the box, the keys, and the two lines around them."""
        yield Banner(id="banner")
        yield LineBox(id="query", placeholder=self.strings.help_prompt, compact=True, select_on_focus=False)
        yield Sheet("keys")
        yield Status(id="status")

    @property
    def listing(self) -> Sheet:
        """The part that moves."""
        return self.query_one("#keys", Sheet)

    def on_mount(self) -> None:
        """Waits for words."""
        self.relabel()
        self.set_focus(self.query_one(Input))

    def on_resize(self) -> None:
        """Sets the columns anew."""
        self._show()

    def on_input_changed(self) -> None:
        """Shows the keys of the commands that have the words in the box."""
        self._show()

    def take_line(self) -> None:
        """Does nothing: there is nothing to choose."""

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        strings = self.strings
        self.query_one(Banner).names = (strings.help,)
        self.query_one(Input).placeholder = strings.help_prompt
        status = self.query_one(Status)
        status.scope, status.language = HELP, self.host.interface
        self.listing.empty = strings.no_match
        self._show()

    def _show(self) -> None:
        sheet = self.listing
        sheet.show(help_rows(self._of, self.query_one(Input).value, sheet.room_cells, self.strings, self.host.keys))
