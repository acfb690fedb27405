"""A screen of one list, from which a value is chosen: the help, the links, the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.model.record import record
from reader.reading.lines import plain_parts
from reader.ui.commands.command import LIST
from reader.ui.commands.table import bindings
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.ui.lists.entry import ListEntry
    from reader.ui.strings import Strings


@record
class ListPage:
    """The content of a list screen."""

    title: str
    hint: str
    """Text of the status line, or an empty string."""
    entries: Sequence[ListEntry[str]]


class ListScreen(ReaderScreen):
    """Dismissed with the value that was chosen, or none."""

    scope = LIST
    BINDINGS: ClassVar[list[BindingType]] = bindings(LIST)

    def __init__(self, page: Callable[[Strings], ListPage]) -> None:
        """Takes a function that returns the content in the language of the interface."""
        super().__init__()
        self._page = page

    def compose(self) -> ComposeResult:
        """Yields the list and the two lines around it."""
        yield Banner(id="banner")
        yield Listing[str]("list")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[str]:
        """The list."""
        return self.query_one("#list", Listing)

    def on_mount(self) -> None:
        """Fills the list."""
        self.relabel()
        self.listing.focus()

    def relabel(self) -> None:
        """Shows the content in the interface's language."""
        page = self._page(self.strings)
        self.query_one(Banner).names = (page.title,)
        status = self.query_one(Status)
        status.scope, status.language, status.parts = LIST, self.host.interface, plain_parts(page.hint)
        self.listing.show(page.entries)

    def choose(self, value: str) -> None:
        """Closes with a value."""
        self.dismiss(value)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Closes with the value that the mouse chose."""
        self.choose(event.value)
