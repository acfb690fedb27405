"""Commands of the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.ui.screens.shelf import ShelfScreen


def panel(screen: ShelfScreen) -> None:
    """Moves the focus to the other list."""
    in_contents = screen.focused is screen.contents
    screen.set_focus(screen.issues if in_contents or not screen.contents.entries else screen.contents)


def marks(screen: ShelfScreen) -> None:
    """Shows the reader's marks in all issues."""
    from reader.ui.screens.marks import MarksScreen

    screen.host.push_screen(MarksScreen())


def words(screen: ShelfScreen) -> None:
    """Shows the words that the reader has kept, with their readings and senses."""
    from reader.marks.mark import WORD
    from reader.ui.screens.marks import MarksScreen

    screen.host.push_screen(MarksScreen(WORD))


def back(screen: ShelfScreen) -> None:
    """Goes from the contents back to the issues."""
    screen.set_focus(screen.issues)
