"""Commands of the shelf."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.ui.terminal.clipboard import copy as put_on_clipboard

if TYPE_CHECKING:
    from reader.ui.screens.shelf import ShelfScreen
    from reader.ui.strings import Strings


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


def first_steps(screen: ShelfScreen) -> None:
    """Lists the commands that bring issues to the shelf, and copies the chosen one."""
    from reader.reading.first_steps import first_steps as steps_of
    from reader.ui.lists.first_steps import step_entries
    from reader.ui.screens.list import ListPage, ListScreen

    host = screen.host
    steps = steps_of(host.library.sources)

    def page(strings: Strings) -> ListPage:
        return ListPage(strings.first_steps_title, "", step_entries(steps, strings), idle=frozenset(("open",)))

    def copy(command: str | None) -> None:
        if command:
            way = put_on_clipboard(command, host.copy_to_clipboard)
            told = host.strings.step_by_hand if way.certainty == "by hand" else host.strings.step_copied
            screen.say(told.format(command=command))

    host.push_screen(ListScreen(page), copy)


def back(screen: ShelfScreen) -> None:
    """Goes from the contents back to the issues."""
    screen.set_focus(screen.issues)
