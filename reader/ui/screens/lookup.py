"""The look-up: a word cursor in the article, and beside the word a panel with the dictionaries' answer."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.errors import UnusableError
from reader.layout.spaces import SpreadCell, WindowRow
from reader.learning.command import DictionaryProgram
from reader.learning.pinyin import style_named
from reader.marks.mark import edited
from reader.model.record import replace
from reader.reading import marked, selecting
from reader.reading.answer_rows import Labels, answer_rows, meaning_of
from reader.reading.counterpart import counterpart_of, hidden_text
from reader.reading.panel_place import columns_beside, place_beside
from reader.reading.way_back import way_back
from reader.reading.word_cursor import Sought, text_at
from reader.reading.word_seeking import WordSeeker
from reader.ui.commands.command import LOOKUP
from reader.ui.commands.table import bindings
from reader.ui.screens.box import BoxScreen
from reader.ui.widgets.sheet import MARGIN_CELLS, Sheet
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.app import ComposeResult
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType

    from reader.layout.item import Cell
    from reader.layout.runs import Run
    from reader.learning.dictionaries import Answer
    from reader.model.magazine import GlossaryEntry, Issue
    from reader.reading.selection import Selection
    from reader.reading.window import Window
    from reader.ui.screens.reading_context import ReadingContext

    Step = Callable[[Window, Selection], Sought]
    """A move of the word cursor."""

MAX_ROWS = 14
SHARE = 2
"""Divisor of the screen's height: the panel takes at most this part of it."""
EDGE_ROWS = 1
"""Height of the status line, which the panel leaves free."""


class LookupScreen(BoxScreen):
    """Shows a word after the other; the word is selected in the article, and its sentence's counterpart is lit."""

    scope = LOOKUP
    shows_below = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(LOOKUP)

    def __init__(self, context: ReadingContext, begun: Selection) -> None:
        """Takes the article, and the place in it to begin at."""
        super().__init__()
        self.helping = context.helping
        """Takes the words that the reader knows."""
        self._article, self._at, self._begun_in = context, begun, begun.head.item
        self._way_back = way_back(context.window)
        self._style = style_named(self.host.settings.text("reading-style"))
        self._seeker = WordSeeker(self.host.settings.texts("dictionaries"), context.terms)
        self._acts: list[Callable[[], None]] = [partial(self._take, _stay)]
        self._answer: Answer | None = None
        command = self.host.settings.texts("dictionary-command")
        self._program = DictionaryProgram(command) if command else None
        self._is_opening = self._is_asking = False
        self._keeps_word = False

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
        self.relabel()
        self.set_focus(self.listing)
        self.helping.after_drawing = partial(self.step, _stay)  # readings and glosses move the word
        self._go_on()

    def on_resize(self) -> None:
        """Shows the answer in the new room, once the article has its new size."""
        self.call_after_refresh(self._show)

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = LOOKUP, self.host.interface
        self.listing.empty = self.strings.looking_up
        self._show()

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Closes the panel; the article is where it was, or at the paragraph of the last word."""
        context = self._article
        if self.is_current and not self._is_dismissed and context.view.ready:
            context.view.shown.light_sentence(None)
            context.view.select(self._at if self._keeps_word else None)
            context.go_in_window(self._way_back if self._at.head.item == self._begun_in else self._show_word)
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Closes the dictionaries, unless they are being opened: then they are closed after that."""
        self.helping.after_drawing = None
        self._seeker.close()
        if self._program:
            self._program.give_up()

    def issue_in_sight(self) -> Issue:
        """Returns the issue that is open."""
        return self._article.opened.issue

    def _show_word(self, window: Window) -> None:
        """Has the word in sight, and its paragraph as the current one."""
        window.show(self._at.column, self._at.side, self._at.head)

    # -- the word cursor ------------------------------------------------------------------------------

    def step(self, step: Step) -> None:
        """Moves the cursor, once the acts before are done."""
        self.afterwards(partial(self._take, step))

    def afterwards(self, act: Callable[[], None]) -> None:
        """Does an act on the word that the acts before lead to, once these are done."""
        self._acts.append(act)
        self._go_on()

    def on_click(self, event: events.Click) -> None:
        """Moves to the word that is clicked in the article; the third click on a place selects its paragraph."""
        context = self._article
        region, x, y = context.view.region, event.screen_x, event.screen_y
        if not region.contains(x, y) or self.query_one("#lookup").region.contains(x, y):
            return
        row = WindowRow(y - region.y - context.view.view_size.head_rows)
        place = selecting.begun_at(context.window, SpreadCell(x - region.x), row)
        if place is None:
            return
        if event.chain > 2:
            self._at, self._keeps_word = selecting.whole(context.window, place, pairs=event.chain > 3), True
            self.dismiss()
        else:
            self.step(lambda _window, _here: Sought(place, "at"))

    def _go_on(self) -> None:
        """Does the acts, once the dictionaries are open; the first time in a thread, as that may make a file."""
        if not self._seeker.is_open and self._seeker.opens_at_once:
            self._seeker.open()
        if self._seeker.is_open:
            while self._acts and not self._is_dismissed:
                self._acts.pop(0)()
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
        view = context.view
        view.shown.select(view.view_size, found)
        view.shown.light_sentence(counterpart_of(context.opened.article, context.window, found))
        context.go_in_window(self._show_word)
        self._answer, self.listing.top = self._seeker.answer(self.word), 0
        self._show()
        self._ask_program()

    def _ask_program(self) -> None:
        """Asks the reader's own dictionary program, if there is one; for the last word, if it was busy meanwhile."""
        if self._program and not self._is_asking:
            self._is_asking = True
            self.run_worker(self._asked(self._program), group="program")

    async def _asked(self, program: DictionaryProgram) -> None:
        word = ""
        while self.is_whole and self._answer and self._answer.word != word:
            word = self._answer.word
            told, fault = await asyncio.to_thread(_told, program, word)
            if self._answer.word == word:
                self._answer = replace(self._answer, told=told, fault=fault or self._answer.fault)
                self._show()
        self._is_asking = False

    # -- the word -------------------------------------------------------------------------------------

    @property
    def _cell(self) -> Cell | None:
        """The text that the cursor is in."""
        column = self._article.window.spread.columns[self._at.column]
        return text_at(column, self._at.head.item, self._at.side)

    @property
    def word(self) -> str:
        """The word under the cursor."""
        cell, (start, end) = self._cell, self._at.ends
        return cell.prose.text[start.offset - cell.offset : end.offset - cell.offset] if cell else ""

    @property
    def _term(self) -> GlossaryEntry | None:
        """The entry of the glossary's term that has the word."""
        cell, (start, end) = self._cell, self._at.ends
        if cell is None:
            return None
        first, last = start.offset - cell.offset, end.offset - cell.offset
        terms = self._seeker.terms_in(cell)
        return next((entry for begin, stop, entry in terms if begin <= first and last <= stop), None)

    def _rows(self, width_cells: int) -> list[list[Run]]:
        """Returns the rows of the panel; one that says that the word is being looked up, before the answer."""
        if self._answer is None:
            return []
        strings = self.strings
        labels = Labels(strings.classifiers, strings.not_in_dictionary, self._style)
        context, languages = self._article, self._article.opened.languages
        lit = context.view.shown.overlays.sentence
        beside = hidden_text(context.opened.article, context.window, self._at, lit)
        return answer_rows(self._answer, self._term, languages, width_cells, labels, beside)

    def _show(self) -> None:
        """Shows the answer, beside the word."""
        context = self._article
        if not self.children or not context.view.ready:
            return
        window, region, panel = context.window, context.view.region, self.query_one("#lookup")
        head_rows, height = context.view.view_size.head_rows, self.app.size.height
        rows = self._rows(columns_beside(window, self._at)[1] - 2 * MARGIN_CELLS)
        most = min(MAX_ROWS, height // SHARE)
        above = region.y + head_rows
        place = place_beside(
            window, self._at, max(1, min(len(rows), most)), top=-head_rows, bottom=height - EDGE_ROWS - above
        )
        styles = panel.styles
        styles.margin = (above + place.y, 0, 0, region.x + place.x)
        styles.width, styles.height = place.width_cells, place.height
        self.listing.show(rows)

    def keep(self) -> None:
        """Keeps the word with its sentence, its reading and its first sense; the glossary's term goes before."""
        context = self._article
        wanted = marked.stretches(context.opened, context.window, self._at)
        mark = marked.mark_on_word(context.opened, wanted)
        if mark is None or self._answer is None:
            self.say(self.strings.no_word)
            return
        message = self.strings.word_kept.format(word=mark.text)
        context.keep(mark if mark.note else edited(mark, note=meaning_of(self._answer, self._style)), message)
        self.say(message if not self.host.memory.fault else self.host.memory.fault)

    def select(self) -> None:
        """Closes the panel and leaves the word selected."""
        self._keeps_word = bool(self.word)
        self.dismiss()


def _stay(_window: Window, here: Selection) -> Sought:
    """Returns the word at the place where the cursor is."""
    return Sought(here, "at")


def _told(program: DictionaryProgram, word: str) -> tuple[tuple[str, ...], str]:
    """Returns the lines of a dictionary program, and its fault. Runs in a thread."""
    try:
        return tuple(program.answer(word)), ""
    except UnusableError as error:
        return (), str(error)
