"""The look-up: a word cursor in the article, and below the article a panel with the dictionaries' answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.marks.mark import edited
from reader.reading import marked
from reader.reading.answer_rows import Labels, answer_rows, meaning_of
from reader.reading.word_cursor import Sought, text_at
from reader.reading.word_seeking import WordSeeker
from reader.ui.commands.command import LOOKUP
from reader.ui.commands.table import bindings
from reader.ui.screens.box import RoomScreen
from reader.ui.screens.writing_room import ParagraphRoom
from reader.ui.widgets.sheet import Sheet
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import BindingType
    from textual.geometry import Size

    from reader.layout.item import Cell
    from reader.learning.dictionaries import Answer
    from reader.model.magazine import GlossaryEntry
    from reader.reading.selection import Selection
    from reader.reading.window import Window
    from reader.ui.screens.reading_context import ReadingContext

    Step = Callable[[Window, Selection], Sought]
    """A move of the word cursor."""

MAX_ROWS = 14
MIN_ROWS = 4
SHARE = 3
"""Divisor of the screen's height: the panel takes this part of it, within bounds, for every word."""


class LookupScreen(RoomScreen):
    """Shows a word after the other; the word is selected in the article."""

    scope = LOOKUP
    BINDINGS: ClassVar[list[BindingType]] = bindings(LOOKUP)

    def __init__(self, context: ReadingContext, begun: Selection) -> None:
        """Takes the article, and the place in it to begin at."""
        super().__init__(ParagraphRoom(context, frozenset()))  # below all text: the article keeps its place
        self._article, self._at, self._begun_in = context, begun, begun.head.item
        self._seeker = WordSeeker(self.host.settings.texts("dictionaries"), context.terms)
        self._steps: list[Step] = [lambda _window, here: Sought(here, "at")]
        self._answer: Answer | None = None
        self._is_opening = False
        self._placed_for: tuple[Size, Size] | None = None

    def compose(self) -> ComposeResult:
        """Yields the panel and the status line."""
        with Container(id="lookup"):
            yield Sheet("answer")
        yield Status(id="status")

    @property
    def listing(self) -> Sheet:
        """The part that scrolls."""
        return self.query_one("#answer", Sheet)

    def on_mount(self) -> None:
        """Looks the first word up."""
        self.place()
        self.relabel()
        self.set_focus(self.listing)
        self._go_on()

    def on_resize(self) -> None:
        """Shows the answer in the new room."""
        self.call_after_refresh(self._show)

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = LOOKUP, self.host.interface
        self.listing.empty = self.strings.looking_up
        self._show()

    def leave(self) -> None:
        """Gives the room back; the article is where it was, or at the paragraph of the last word."""
        context = self._article
        if context.view.ready:
            context.view.select(None)
            super().leave()
            if self._at.head.item != self._begun_in:
                context.go_in_window(self._show_word)

    def on_unmount(self) -> None:
        """Closes the dictionaries, unless they are being opened: then they are closed after that."""
        self._seeker.close()

    def place(self) -> None:
        """Puts the panel below the article."""
        sizes = self.app.size, self._article.view.size
        if not self.is_whole or sizes == self._placed_for:
            return  # each word that comes into sight draws the article anew
        self._placed_for = sizes
        rows = max(MIN_ROWS, min(MAX_ROWS, self.app.size.height // SHARE))
        self.put(rows)

    def _show_word(self, window: Window) -> None:
        """Has the word in sight, and its paragraph as the current one."""
        window.show(self._at.column, self._at.side, self._at.head)

    # -- the word cursor ------------------------------------------------------------------------------

    def step(self, step: Step) -> None:
        """Moves the cursor, once the moves before are done."""
        self._steps.append(step)
        self._go_on()

    def _go_on(self) -> None:
        """Does the moves, once the dictionaries are open: the first time of all a file is made, in a thread."""
        if self._seeker.is_open:
            while self._steps:
                self._take(self._steps.pop(0))
        elif not self._is_opening:
            self._is_opening = True
            self.run_worker(self._open(), group="lookup")

    async def _open(self) -> None:
        await asyncio.to_thread(self._seeker.open)
        self._is_opening = False
        if self.is_whole:
            self._go_on()
        else:
            self._seeker.close()

    def _take(self, step: Step) -> None:
        """Moves to a word and shows its answer."""
        context = self._article
        found = self._seeker.found(context.window, step(context.window, self._at))
        if found is None:
            return
        self._at = found
        context.view.select(found)
        context.go_in_window(self._show_word)
        self._answer, self.listing.top = self._seeker.answer(self._word), 0
        self._show()

    # -- the word -------------------------------------------------------------------------------------

    @property
    def _cell(self) -> Cell | None:
        """The text that the cursor is in."""
        column = self._article.window.spread.columns[self._at.column]
        return text_at(column, self._at.head.item, self._at.side)

    @property
    def _word(self) -> str:
        cell, (start, end) = self._cell, self._at.ends
        return cell.prose.text[start.offset - cell.offset : end.offset - cell.offset] if cell else ""

    @property
    def _term(self) -> GlossaryEntry | None:
        """The entry of the glossary's term that has the word."""
        cell, (start, end) = self._cell, self._at.ends
        if cell is None:
            return None
        first, last = start.offset - cell.offset, end.offset - cell.offset
        return next(
            (entry for begin, stop, entry in self._seeker.terms_in(cell) if begin <= first and last <= stop), None
        )

    def _show(self) -> None:
        """Shows the answer."""
        if self._answer is None or not self.is_whole:
            return
        strings, sheet = self.strings, self.listing
        labels = Labels(strings.classifiers, strings.not_in_dictionary)
        sheet.show(answer_rows(self._answer, self._term, self._article.opened.languages, sheet.room_cells, labels))

    def keep(self) -> None:
        """Keeps the word with its sentence, its reading and its first sense; the glossary's term goes before."""
        context = self._article
        wanted = marked.stretches(context.opened, context.window, self._at)
        mark = marked.mark_on_word(context.opened, wanted)
        if mark is None or self._answer is None:
            self.say(self.strings.no_word)
            return
        message = self.strings.word_kept.format(word=mark.text)
        context.keep(mark if mark.note else edited(mark, note=meaning_of(self._answer)), message)
        self.say(message if not self.host.memory.fault else self.host.memory.fault)
