"""The links in sight, each with the whole of where it leads; Enter opens the one under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from reader.reading.links import Link
from reader.ui.commands.table import LINKS, bindings
from reader.ui.screens.listed import ListedScreen
from reader.ui.widgets.listing import Entry, Listing
from reader.ui.widgets.status import Banner, Status


class LinksScreen(ListedScreen):
    """Dismissed with the target that is to be opened, or none."""

    scope = LINKS
    BINDINGS: ClassVar[list[BindingType]] = bindings(LINKS)

    def __init__(self, links: list[Link]) -> None:
        super().__init__()
        self._links = links

    def compose(self) -> ComposeResult:
        """The list and the two lines around it."""
        yield Banner(id="banner")
        yield Listing[str]("links")
        yield Status(id="status")

    @property
    def listing(self) -> Listing[str]:
        """The list of links."""
        return self.query_one("#links", Listing)

    def on_mount(self) -> None:
        """Fills the list."""
        self.relabel()
        self.listing.focus()

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.query_one(Banner).names = (self.strings.links,)
        self.query_one(Status).parts = (self.strings.links_hint,)
        self.listing.show(
            [
                Entry(
                    (((link.words, "strong"),), ((link.target, "link"),)),
                    link.target,
                    indent_cells=2,
                    space_before=True,
                )
                for link in self._links
            ]
        )

    def chosen(self, value: str) -> None:
        """Closes, and has the target opened."""
        self.dismiss(value)
