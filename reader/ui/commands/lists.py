"""Moving in a list, and choosing from it.

Each command works at once, so that the next key of a burst finds it done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from reader.ui.widgets.listing import Listing


class Listed(Protocol):
    """A screen with a list."""

    @property
    def listing(self) -> Listing[Any]:
        """The list whose cursor moves."""

    def choose(self, value: Any) -> None:
        """Acts on an entry that was chosen, by its value."""


def line_down(screen: Listed) -> None:
    """Moves the cursor down."""
    screen.listing.move(1)


def line_up(screen: Listed) -> None:
    """Moves the cursor up."""
    screen.listing.move(-1)


def page_down(screen: Listed) -> None:
    """Moves the cursor a page down."""
    screen.listing.move_page(1)


def page_up(screen: Listed) -> None:
    """Moves the cursor a page up."""
    screen.listing.move_page(-1)


def top(screen: Listed) -> None:
    """Moves the cursor to the first entry."""
    screen.listing.move_to_end(last=False)


def bottom(screen: Listed) -> None:
    """Moves the cursor to the last entry."""
    screen.listing.move_to_end(last=True)


def choose(screen: Listed) -> None:
    """Chooses the entry under the cursor."""
    if screen.listing.value is not None:
        screen.choose(screen.listing.value)
