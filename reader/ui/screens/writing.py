"""Writing: a note of any length, or one line (a name, a word). What is written is kept while it is being written."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input, TextArea

from reader.gate import clean, clean_line
from reader.marks.mark import NOTE, WORD, Mark, deleted, edited
from reader.ui.commands.table import WRITING, bindings
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.listing import Entry, Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import ComposeResult
    from textual.binding import BindingType

MAX_QUOTED_ROWS = 6


class NoteBox(TextArea):
    """The box of a note: what is pasted into it keeps its lines."""

    takes_lines = True


class WritingScreen(ReaderScreen):
    """Dismissed with what was written; with None if it is to be dropped. ``is_note`` for a text of several lines."""

    scope = WRITING
    BINDINGS: ClassVar[list[BindingType]] = bindings(WRITING)

    def __init__(self, title: str, mark: Mark, text: str, is_note: bool = False) -> None:
        super().__init__()
        self._heading, self._mark, self._is_note = title, mark, is_note
        self._text = clean(text) if is_note else clean_line(text)
        self.drafted = False
        """Whether what was written so far has been kept."""

    def compose(self) -> ComposeResult:
        """What it is about, and the box."""
        yield Banner(id="banner")
        yield Listing[str]("quoted")
        if self._is_note:
            yield NoteBox(self._text, id="note", compact=True, soft_wrap=True, show_line_numbers=False)
        else:
            yield Input(self._text, id="query", compact=True)
        yield Status(id="status")

    def on_mount(self) -> None:
        """Waits for words."""
        self.relabel()
        self.set_focus(self.query_one("#note" if self._is_note else "#query"))
        if self._is_note:
            box = self.query_one(NoteBox)
            box.move_cursor(box.document.end)

    def on_resize(self) -> None:
        """Leaves the box as much room as there is."""
        rows = min(MAX_QUOTED_ROWS, self.app.size.height // 3)
        self.query_one(Listing).styles.height = rows if self._is_note else "1fr"

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        self.query_one(Banner).names = (self._heading,)
        status = self.query_one(Status)
        status.scope, status.language = WRITING, self.reader.interface
        texts = [quotation.exact for quotation in self._mark.quotations]
        texts += [] if self._mark.kind == WORD and not self._mark.beside else [text for _, text in self._mark.beside]
        paragraphs = tuple(((text, "" if k == 0 else "muted"),) for k, text in enumerate(texts))
        self.query_one(Listing).show([Entry(paragraphs)])

    @property
    def written(self) -> str:
        """What is in the box."""
        return clean(self.query_one(NoteBox).text if self._is_note else self.query_one(Input).value)

    def on_text_area_changed(self) -> None:
        """Has what is written kept before long."""
        self.reader.autosave.soon()

    def unsaved(self) -> Iterable[Mark]:
        """Yields the note as it is written so far, where that is not what it was."""
        if self._is_note and self.written.strip() and self.written != self._text:
            self.drafted, self._text = True, self.written
            self._mark = edited(self._mark, note=self.written)
            yield self._mark

    @property
    def mark(self) -> Mark:
        """What is written about, as it was kept last."""
        return self._mark

    def on_input_submitted(self) -> None:
        """Keeps the line."""
        self.action_keep_written()

    def action_keep_written(self) -> None:
        """Keeps what is written, and goes back."""
        self.dismiss(self.written)

    async def action_back(self) -> None:
        """Goes back; of a note nothing is lost by that, of a line nothing is kept."""
        self.dismiss(self.written if self._is_note else None)

    def action_drop_written(self) -> None:
        """Goes back, and all is as it was before."""
        self.dismiss(None)


async def write_note(screen: ReaderScreen, mark: Mark, is_new: bool, done: Callable[[], None]) -> None:
    """Asks for the note of a mark, keeps it, and says so on the screen; then ``done`` is called."""
    strings = screen.strings
    title = strings.meaning_title if mark.kind == WORD else strings.note_title
    writing = WritingScreen(title, mark, mark.note, is_note=True)
    await screen.app.push_screen(writing, partial(_keep_note, screen, writing, mark, is_new, done))


def _keep_note(
    screen: ReaderScreen, writing: WritingScreen, before: Mark, is_new: bool, done: Callable[[], None], text: str | None
) -> None:
    last = writing.mark
    now: Mark | None = None
    dropped = text is None or (not text.strip() and before.kind == NOTE)
    if dropped and (writing.drafted or not is_new):
        gone = is_new or (text is not None and before.kind == NOTE)
        now = deleted(last) if gone else edited(last, note=before.note)
        now = None if text is None and not writing.drafted else now
    elif (
        text is not None and not dropped and (text.strip() or before.note) and (text != before.note or writing.drafted)
    ):
        now = edited(last, note=text.rstrip())
    memory = screen.reader.memory
    kept = memory.keep(now) if now else True
    done()
    if now:
        said = screen.strings.note_gone if now.deleted else screen.strings.note_kept
        screen.say(said if kept else memory.fault)
