"""The screens that the app opens; each module is imported when its screen is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.ui.commands.command import SHELF
from reader.ui.host import Destination
from reader.ui.screens.base import ReaderScreen

if TYPE_CHECKING:
    from textual.screen import Screen

    from reader.library import LibraryEntry, Target
    from reader.ui.host import Preview


def first_screen(target: Target | None, preview: Preview | None) -> ReaderScreen:
    """Returns the shelf, or the article that a target names; the faults of a file to preview that has none yet."""
    if preview and target is None:
        from reader.ui.screens.mending import MendingScreen

        return MendingScreen(preview)
    if target is None or target.article is None:
        return shelf_screen(target.entry if target else None)
    anchor = target.passage.anchor if target.passage else target.figure.id if target.figure else ""
    return reading_screen(Destination(target.entry, target.article, anchor), is_preview=bool(preview))


def shelf_screen(entry: LibraryEntry | None = None) -> ReaderScreen:
    """Returns a shelf with the cursor on an issue."""
    from reader.ui.screens.shelf import ShelfScreen

    return ShelfScreen(entry)


def reading_screen(destination: Destination, *, is_preview: bool) -> ReaderScreen:
    """Returns a reading screen; in a preview, one that follows its file."""
    if is_preview:
        from reader.ui.screens.preview import PreviewScreen

        return PreviewScreen(destination)
    from reader.ui.screens.reading import ReadingScreen

    return ReadingScreen(destination)


def is_shelf(screen: Screen[Any]) -> bool:
    """Whether a screen is a shelf."""
    return isinstance(screen, ReaderScreen) and screen.scope == SHELF
