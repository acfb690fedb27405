"""The look-up: a word cursor in the article, and below the article a panel with the dictionaries' answer."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container
from textual.screen import ModalScreen

from reader.marks.mark import edited
from reader.reading import marked
from reader.reading.answer_rows import Labels, answer_rows, meaning_of
from reader.reading.direction import BACKWARD, FORWARD
from reader.reading.word_cursor import Sought, neighbour, on_word, text_at
from reader.reading.words import WordFinder
from reader.ui.commands.command import LOOKUP
from reader.ui.commands.table import bindings
from reader.ui.screens.base import ReaderScreen
from reader.ui.screens.writing_room import ParagraphRoom
from reader.ui.widgets.sheet import Sheet
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import ComposeResult
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType
    from textual.geometry import Size

    from reader.layout.item import Cell
    from reader.learning.dictionaries import Answer, Dictionaries
    from reader.model.magazine import GlossaryEntry
    from reader.reading.selection import Selection
    from reader.reading.window import Window
    from reader.reading.word_cursor import Way
    from reader.reading.words import WordSpan
    from reader.ui.screens.reading_context import ReadingContext

    Step = Callable[[Window, Selection], Sought]
    """A move of the word cursor."""

MAX_ROWS = 14
MIN_ROWS = 4
SHARE = 3
"""Divisor of the screen's height: the panel takes this part of it, within bounds, for every word."""


class LookupScreen(ReaderScreen, ModalScreen[str]):
    """Shows a word after the other; the word is selected in the article."""

    scope = LOOKUP
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(LOOKUP),
        Binding("ctrl+c", "app.help_quit", show=False, priority=True),  # the app's own keys end at a modal screen
    ]

    def __init__(self, context: ReadingContext, begun: Selection) -> None:
        """Takes the article, and the place in it to begin at."""
        super().__init__()
        self._article, self._at, self._begun_in = context, begun, begun.head.item
        self._room = ParagraphRoom(context, frozenset())  # below all text: the article keeps its place
        self._dictionaries: Dictionaries | None = None
        self._steps: list[Step] = [lambda _window, here: Sought(here, "at")]
        self._answer: Answer | None = None
        self._is_busy = False
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
        self._place()
        self.relabel()
        self.set_focus(self.listing)
        self._go_on()

    def on_resize(self) -> None:
        """Finds the room for the panel anew."""
        self._place()
        self.call_after_refresh(self._show)

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = LOOKUP, self.host.interface
        self.listing.empty = self.strings.looking_up
        self._show()

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Gives the room back and closes; the article is where it was, or at the paragraph of the last word."""
        if self.is_current and not self._is_dismissed and self._article.view.ready:
            context = self._article
            context.view.select(None)
            self._room.close()
            if self._at.head.item != self._begun_in:
                context.go_in_window(self._show_word)
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Closes the dictionaries, unless one is being asked: then they are closed after that."""
        if not self._is_busy:
            self._close()

    def _close(self) -> None:
        if self._dictionaries:
            self._dictionaries.close()

    def _place(self) -> None:
        """Puts the panel below the article."""
        sizes = self.app.size, self._article.view.size
        if not self.is_whole or sizes == self._placed_for:
            return  # each word that comes into sight draws the article anew
        self._placed_for = sizes
        rows = max(MIN_ROWS, min(MAX_ROWS, self.app.size.height // SHARE))
        place = self._room.open(rows, self._place)
        panel = self.query_one("#lookup")
        panel.styles.margin = (place.y, 0, 0, place.x)
        panel.styles.width, panel.styles.height = place.width_cells, rows

    def _show_word(self, window: Window) -> None:
        """Has the word in sight, and its paragraph as the current one."""
        window.show(self._at.column, self._at.side, self._at.head)

    # -- the word cursor ------------------------------------------------------------------------------

    def step(self, step: Step) -> None:
        """Moves the cursor, once the moves before are done."""
        self._steps.append(step)
        self._go_on()

    def _go_on(self) -> None:
        if not self._is_busy:
            self._is_busy = True
            self.run_worker(self._take_steps(), group="lookup")

    async def _take_steps(self) -> None:
        """Does the moves one after the other; the dictionaries are asked in a thread."""
        try:
            while self._steps:
                context = self._article
                found = await self._found(self._steps.pop(0)(context.window, self._at))
                if found is None or not self.is_whole:
                    continue
                self._at = found
                context.view.select(found)
                context.go_in_window(self._show_word)
                answer = await asyncio.to_thread(self._ask, self._word)
                if self.is_whole:
                    self._answer, self.listing.top = answer, 0
                    self._show()
        finally:
            self._is_busy = False
            if not self.is_mounted:
                self._close()

    async def _found(self, sought: Sought) -> Selection | None:
        """Returns the word at a place, or the next one on the way; None if there is none."""
        window = self._article.window
        place: Selection | None = sought.place
        way = sought.way
        while place:
            cell = text_at(window.spread.columns[place.column], place.head.item, place.side)
            if cell and (word := await self._seek(cell, place.head.offset - cell.offset, way)):
                return on_word(place, cell, word)
            if way == "at":
                way = "before"  # behind the last word of a text: the cursor stays in it
                continue
            place = neighbour(window, place, BACKWARD if way == "before" else FORWARD)
        return None

    async def _seek(self, cell: Cell, offset: int, way: Way) -> WordSpan | None:
        """Returns a word of a text."""
        terms = [term[:2] for term in self._terms(cell)]

        def in_thread() -> WordSpan | None:
            finder = WordFinder(cell.prose.text, self._opened().longest, terms)
            return {"at": finder.at, "behind": finder.behind, "before": finder.before}[way](offset)

        return await asyncio.to_thread(in_thread)

    def _ask(self, word: str) -> Answer:
        """Returns the answer of the dictionaries. Runs in a thread."""
        return self._opened().answer(word)

    def _opened(self) -> Dictionaries:
        """Returns the dictionaries. Runs in a thread, as the first look-up makes a file."""
        if self._dictionaries is None:
            from reader.learning.dictionaries import Dictionaries, readers_dictionaries

            self._dictionaries = Dictionaries(readers_dictionaries(self.host.settings.texts("dictionaries")))
        return self._dictionaries

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
    def looked_up(self) -> tuple[ReadingContext, str]:
        """The article, and the word in it that is looked up."""
        return self._article, self._word

    @property
    def _term(self) -> GlossaryEntry | None:
        """The entry of the glossary's term that has the word."""
        cell, (start, end) = self._cell, self._at.ends
        if cell is None:
            return None
        first, last = start.offset - cell.offset, end.offset - cell.offset
        return next((entry for begin, stop, entry in self._terms(cell) if begin <= first and last <= stop), None)

    def _terms(self, cell: Cell) -> Sequence[tuple[int, int, GlossaryEntry]]:
        terms = self._article.terms
        return terms.found(cell.language, cell.prose.text) if terms else ()

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
