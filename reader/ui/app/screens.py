"""The screens that the app opens; each module is imported when its screen is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.ui.commands.command import SHELF
from reader.ui.host import destination_of
from reader.ui.screens.base import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App
    from textual.screen import Screen

    from reader.library import LibraryEntry, Target
    from reader.marks.mark import Mark
    from reader.reading.opening import Opening
    from reader.ui.host import Destination, Preview


def first_screen(target: Target | None, preview: Preview | None, first: Opening | None = None) -> ReaderScreen:
    """Returns the first screen.

    That is the shelf, or the article that a target names, or the faults of a file to preview that has none yet.

    Args:
        target: The target.
        preview: The file to preview.
        first: The article, if it is drawn already.
    """
    if preview and target is None:
        from reader.ui.screens.mending import MendingScreen

        return MendingScreen(preview)
    destination = destination_of(target) if target else None
    if destination is None:
        return shelf_screen(target.entry if target else None)
    return reading_screen(destination, first, is_preview=bool(preview))


def shelf_screen(entry: LibraryEntry | None = None) -> ReaderScreen:
    """Returns a shelf with the cursor on an issue."""
    from reader.ui.screens.shelf import ShelfScreen

    return ShelfScreen(entry)


def reading_screen(destination: Destination, first: Opening | None = None, *, is_preview: bool) -> ReaderScreen:
    """Returns a reading screen; in a preview, one that follows its file."""
    if is_preview:
        from reader.ui.screens.preview import PreviewScreen

        return PreviewScreen(destination)
    from reader.ui.screens.reading import ReadingScreen

    return ReadingScreen(destination, first=first)


def tour_screen() -> ReaderScreen:
    """Returns the tour."""
    from reader.ui.screens.tour import TourScreen

    return TourScreen()


def go_to_shelf(app: App[None], entry: LibraryEntry) -> None:
    """Closes the screens over the shelf; opens one, on an issue, if there is none."""
    if not any(is_shelf(screen) for screen in app.screen_stack):
        app.push_screen(shelf_screen(entry))  # Textual's first screen cannot be switched
        return
    while not is_shelf(app.screen):
        app.pop_screen()


def unsaved(app: App[None]) -> Iterator[Mark]:
    """Yields the marks that the screens have to be kept; a screen that is half open has none."""
    for screen in app.screen_stack:
        if isinstance(screen, ReaderScreen) and screen.is_mounted and screen.children:
            yield from screen.unsaved()


def is_shelf(screen: Screen[Any]) -> bool:
    """Whether a screen is a shelf."""
    return isinstance(screen, ReaderScreen) and screen.scope == SHELF
