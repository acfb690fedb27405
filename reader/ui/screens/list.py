"""A screen of one list, from which a value is chosen: the help, the links, the glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.model.record import record
from reader.reading.lines import list_place
from reader.ui.commands.command import LIST
from reader.ui.commands.table import bindings
from reader.ui.lists.legend import MARGIN_CELLS
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.legend import Legend
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.layout.runs import Run
    from reader.ui.lists.entry import ListEntry
    from reader.ui.strings import Strings

MAX_CELLS = 80
"""Maximum width of the lines of a list."""


@record
class ListPage:
    """The content of a list screen."""

    title: str
    hint: str
    """Text of the status line, or an empty string."""
    entries: Sequence[ListEntry[str]]
    beside: Callable[[str, int], list[list[Run]]] | None = None
    """Returns the rows beside the list, for the value under the cursor and a width in cells."""
    idle: frozenset[str] = frozenset()
    """The commands of a list that are no hints here."""


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
        with Container(id="found"):
            yield Listing[str]("list", max_cells=MAX_CELLS)
            if self._page(self.strings).beside:
                yield Legend("beside")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[str]:
        """The list."""
        return self.query_one("#list", Listing)

    def on_mount(self) -> None:
        """Fills the list."""
        self.relabel()
        self.watch(self.listing, "cursor", self._show_beside, init=False)
        self.listing.focus()

    def on_resize(self) -> None:
        """Shows a preview where there is room for it."""
        self.classify_breadth()
        self.call_after_refresh(self._show_beside)

    def _show_beside(self) -> None:
        """Shows the rows for the value under the cursor."""
        if not self.is_whole:  # called after a frame, when the screen may be closed
            return
        page, value = self._page(self.strings), self.listing.value
        self._show_place(page)
        for beside in self.query(Legend):
            width = beside.size.width - 2 * MARGIN_CELLS
            beside.lines = page.beside(value, width) if page.beside and value and width > 0 else []

    def relabel(self) -> None:
        """Shows the content in the interface's language."""
        page = self._page(self.strings)
        self.query_one(Banner).names = (page.title,)
        status = self.query_one(Status)
        status.scope, status.language = LIST, self.host.interface
        status.idle = page.idle
        self.listing.show(page.entries)
        self._show_place(page)

    def _show_place(self, page: ListPage) -> None:
        """Shows the number of the entry under the cursor."""
        values = [k for k, entry in enumerate(page.entries) if entry.value is not None]
        status = self.query_one(Status)
        status.has_entry = self.listing.cursor in values
        position = values.index(self.listing.cursor) + 1 if status.has_entry else 0
        status.parts = list_place(position, len(values), page.hint)

    def choose(self, value: str) -> None:
        """Closes with a value."""
        self.dismiss(value)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Closes with the value that the mouse chose."""
        self.choose(event.value)
