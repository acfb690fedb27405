"""Writing: a note of any length, or one line (a name, a word). A note is kept while it is being written."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container
from textual.widgets import Input, TextArea

from reader.gate import clean, clean_line
from reader.marks.mark import WORD, Mark, edited
from reader.model.bounds import MAX_MARK_TEXT_CHARS
from reader.reading.notes import finished_note
from reader.ui.commands.command import WRITING
from reader.ui.commands.table import bindings
from reader.ui.lists.entry import ListEntry
from reader.ui.screens.box import RoomScreen
from reader.ui.widgets.line_box import LineBox
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.ui.host import Host
    from reader.ui.screens.writing_room import WritingRoom

MAX_QUOTED_ROWS = 4
MIN_NOTE_ROWS = 4
"""Number of rows that an empty note has, where the window is high enough."""


class NoteBox(TextArea):
    """The box of a note: a text that is pasted into it keeps its lines."""

    takes_lines = True


class WritingScreen(RoomScreen):
    """A box over the screen below. Dismissed with the text; with None if it is to be dropped."""

    scope = WRITING
    shows_below = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(WRITING)

    def __init__(self, title: str, mark: Mark, text: str, room: WritingRoom, *, is_note: bool = False) -> None:
        """Begins to write about a mark.

        Args:
            title: The heading of the box.
            mark: The mark.
            text: The text to begin with.
            room: The part of the screen below that the box lies over.
            is_note: Whether the text may have several lines, and is kept while it is being written.
        """
        super().__init__(room)
        self._heading = title
        self._text = clean(text) if is_note else clean_line(text)
        self.is_note = is_note
        self.mark = mark
        """The mark as it was kept last."""
        self.is_drafted = False
        """Whether a draft of the text has been kept."""

    def compose(self) -> ComposeResult:
        """Yields the box and the keys that end it."""
        with Container(id="writing"):
            yield Listing[str]("quoted", self._heading)
            if self.is_note:
                yield NoteBox(self._text, id="note", compact=True, soft_wrap=True, show_line_numbers=False)
            else:
                yield LineBox(self._text, id="query", compact=True)
        yield Status(id="status")

    def on_mount(self) -> None:
        """Waits for words."""
        self.relabel()
        self.set_focus(self.query_one("#note" if self.is_note else "#query"))
        if self.is_note:
            box = self.query_one(NoteBox)
            box.move_cursor(box.document.end)
        self.place()

    def place(self) -> None:
        """Puts the box into its room, as high as its text needs within bounds."""
        if not self.is_whole:
            return
        height = self.app.size.height
        quoted_rows = min(MAX_QUOTED_ROWS, height // 4) if self.room.quotes else 0
        text_rows = 1
        if self.is_note:
            needed = self.query_one(NoteBox).wrapped_document.height
            text_rows = max(min(MIN_NOTE_ROWS, height // 6), min(needed, height // 3))
        rows = 1 + quoted_rows + text_rows
        self.put(rows)
        self.query_one(Listing).styles.height = 1 + quoted_rows

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = WRITING, self.host.interface
        texts = [quotation.exact for quotation in self.mark.quotations] if self.room.quotes else []
        if self.room.quotes and (self.mark.kind != WORD or self.mark.beside):
            texts += [text for _, text in self.mark.beside]
        paragraphs = tuple(((text, "" if k == 0 else "muted"),) for k, text in enumerate(texts))
        self.query_one(Listing).show([ListEntry(paragraphs)] if paragraphs else [])

    @property
    def written(self) -> str:
        """The text in the box."""
        return clean(self.query_one(NoteBox).text if self.is_note else self.query_one(Input).value)

    def on_text_area_changed(self) -> None:
        """Has the text kept before long, and the box grow with it."""
        self.host.autosave.soon()
        self.place()

    def unsaved(self) -> Iterable[Mark]:
        """Yields the mark with a draft of its note, if that has changed."""
        if self.is_note and self.written.strip() and self.written != self._text:
            self.is_drafted, self._text = True, self.written
            self.mark = edited(self.mark, note=self.written[:MAX_MARK_TEXT_CHARS])
            yield self.mark

    def take_line(self) -> None:
        """Keeps the line, and goes back."""
        self.finish()

    def finish(self) -> None:
        """Goes back with the text. One that is too long to be kept stays in the box."""
        written = self.written
        if len(written) > MAX_MARK_TEXT_CHARS:
            self.say(self.strings.note_too_long.format(count=len(written), most=MAX_MARK_TEXT_CHARS))
        else:
            self.dismiss(written)


async def write_note(
    host: Host, mark: Mark, room: WritingRoom, done: Callable[[str], None], *, is_new: bool = False
) -> None:
    """Asks for the note of a mark, or for the meaning of a word, and keeps it.

    Args:
        host: The app.
        mark: The mark.
        room: The part of the screen that the box lies over.
        done: Called at the end with a message for the reader, which is empty if nothing has changed.
        is_new: Whether the mark was made for this note, and is not kept yet.
    """
    title = host.strings.meaning_title if mark.kind == WORD else host.strings.note_title
    screen = WritingScreen(title, mark, mark.note, room, is_note=True)

    def finish(text: str | None) -> None:
        last = finished_note(mark, screen.mark, text, is_new=is_new, is_drafted=screen.is_drafted)
        if last is None:
            done("")
        elif host.memory.keep(last):
            done(host.strings.note_gone if last.deleted else host.strings.note_kept)
        else:
            done(host.memory.fault)

    await host.push_screen(screen, finish)
