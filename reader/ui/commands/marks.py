"""Commands of the list of marks: filtering, editing, deleting, bringing back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.marks.mark import BOOKMARK, PLACE, edited

if TYPE_CHECKING:
    from reader.marks.mark import Mark
    from reader.ui.screens.marks import MarksScreen


def filter_(screen: MarksScreen) -> None:
    """Gives the focus to the box."""
    screen.set_focus(screen.box)


def next_kind(screen: MarksScreen) -> None:
    """Shows the next kind of marks alone, or all of them again."""
    screen.turn_kind(1)


def previous_kind(screen: MarksScreen) -> None:
    """Shows the previous kind of marks alone, or all of them again."""
    screen.turn_kind(-1)


async def edit(screen: MarksScreen) -> None:
    """Asks for the name of a bookmark, the note of a highlight, the meaning of a word."""
    from reader.ui.screens.writing import WritingScreen, write_note
    from reader.ui.screens.writing_room import EntryRoom

    mark = screen.listing.value
    if mark is None or mark.kind == PLACE:
        return
    room = EntryRoom(screen.listing)
    if mark.kind == BOOKMARK:
        asked = WritingScreen(screen.strings.name_title, mark, mark.name, room)
        await screen.host.push_screen(asked, partial(_name, screen, mark))
    else:
        await write_note(screen.host, mark, room, partial(_note_kept, screen))


def _name(screen: MarksScreen, mark: Mark, name: str | None) -> None:
    if name is not None and name != mark.name:
        screen.keep(edited(mark, name=name), screen.strings.note_kept)


def _note_kept(screen: MarksScreen, message: str) -> None:
    screen.load()
    if message:
        screen.say(message)


def delete(screen: MarksScreen) -> None:
    """Deletes the mark under the cursor; it may be brought back."""
    screen.delete()


def undo(screen: MarksScreen) -> None:
    """Brings back the mark that was deleted last."""
    screen.undo()


def back(screen: MarksScreen) -> None:
    """Goes from the box to the list, and empties the box; then back to the screen before."""
    if screen.box.has_focus:
        screen.box.value = ""
        screen.set_focus(screen.listing)
    else:
        screen.dismiss()
