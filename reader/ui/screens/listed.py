"""Screens whose movements are those of a list's cursor."""

from __future__ import annotations

from typing import Any

from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.listing import Listing


class ListedScreen(ReaderScreen):
    """A screen of lists: the movements go to the one that :attr:`listing` names."""

    @property
    def listing(self) -> Listing[Any]:
        """The list whose cursor moves."""
        raise NotImplementedError

    def action_line_down(self) -> None:
        """Moves the cursor down."""
        self.listing.move(1)
        self.moved()

    def action_line_up(self) -> None:
        """Moves the cursor up."""
        self.listing.move(-1)
        self.moved()

    def action_page_down(self) -> None:
        """Moves the cursor a page down."""
        self.listing.move_page(1)
        self.moved()

    def action_page_up(self) -> None:
        """Moves the cursor a page up."""
        self.listing.move_page(-1)
        self.moved()

    def action_top(self) -> None:
        """Moves the cursor to the first entry."""
        self.listing.move_to_end(last=False)
        self.moved()

    def action_bottom(self) -> None:
        """Moves the cursor to the last entry."""
        self.listing.move_to_end(last=True)
        self.moved()

    def moved(self) -> None:
        """Follows the cursor: at once, so that the next key already finds it done."""

    def chosen(self, value: Any) -> None:
        """Does what choosing an entry means."""
        raise NotImplementedError

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Does what the mouse chose."""
        self.chosen(event.value)

    def action_open(self) -> None:
        """Chooses what is under the cursor: at once, so that the next key already finds it done."""
        if self.listing.value is not None:
            self.chosen(self.listing.value)
