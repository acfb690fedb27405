"""Help with words on a reading screen: missing words are looked up in a thread, between two keys."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol

from reader.errors import UnusableError

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.layout.item import Item, ItemName
    from reader.learning.dictionaries import Dictionaries
    from reader.learning.vocabulary import ReaderVocabulary
    from reader.model.terms import Terms
    from reader.reading.dressing import HelpStyle
    from reader.reading.opened import OpenArticle
    from reader.reading.window import Window
    from reader.reading.word_help import Learning, WordHelp
    from reader.ui.host import Host
    from reader.ui.screens.base import ReaderScreen
    from reader.ui.widgets.spread_view import SpreadView


class HelpedArticle(Protocol):
    """An open article whose words are helped with, as this module knows it."""

    screen: ReaderScreen
    opened: OpenArticle
    terms: Terms | None

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def view(self) -> SpreadView:
        """The widget of the article."""

    @property
    def window(self) -> Window:
        """The window on the article."""

    def say(self, message: str) -> None:
        """Says something in the status line."""


class Helping:
    """Readings and glosses above the words of the open article. Nothing is imported before they are wanted."""

    def __init__(self, context: HelpedArticle) -> None:
        """Takes the article."""
        self._context = context
        self._help: WordHelp | None = None
        self._waiting: dict[ItemName, list[Item]] = {}
        self._is_busy = self._is_asked_anew = False
        self._made_for: tuple[object, ...] = ()
        self.after_drawing: Callable[[], None] | None = None
        """Called when readings and glosses have moved the rows of the article; None without a box beside a word."""

    def follow(self) -> None:
        """Has the words looked up that are in sight, and those of the pages around."""
        context = self._context
        view = context.view
        if view.look.readings == "off":
            view.take_help(None)
            return
        taken = self._taken()
        view.take_help(taken)
        self._want(taken)
        if self._waiting or taken.vocabulary is None:
            view.call_after_refresh(self._go_on)  # the page comes first: the thread would take its turns from it

    def judge_anew(self) -> None:
        """Reads the words again that the reader knows: one was judged or kept."""
        if self._help:
            self._is_asked_anew = True
            self._go_on()

    def judge(self, word: str) -> str:
        """Writes that the reader knows a word; returns the fault that kept it from being written, or nothing."""
        from reader.learning.known_words import JudgedWord, KnownWords
        from reader.marks.mark import now_ms

        known = KnownWords()
        try:
            known.put([JudgedWord(word, is_known=True, changed=now_ms())])
        except UnusableError as error:
            return str(error)
        self.judge_anew()
        return known.notice

    def close(self) -> None:
        """Closes the dictionaries; one that is being asked is closed after that."""
        if self._help and not self._is_busy:
            self._help.close()

    def _taken(self) -> WordHelp:
        """Returns the help with words, as the look and the interface want it."""
        context, look = self._context, self._context.view.look
        made_for = (look.readings, look.script, context.host.interface, context.opened.languages, context.terms)
        if self._help is None:
            from reader.reading.word_help import WordHelp  # no dictionary before the first use

            self._help = WordHelp(self._dictionaries)
        if made_for != self._made_for:
            self._made_for = made_for
            self._help.take(self._style(), self._learning(), context.terms)
            context.view.shown.forget_drawn()
        return self._help

    def _style(self) -> HelpStyle:
        from reader.reading.dressing import SPELLINGS, HelpStyle, named

        look, settings = self._context.view.look, self._context.host.settings
        is_traditional = look.script in ("traditional", "taiwan", "hong-kong") or (
            look.script == "as-written" and any("Hant" in tag for tag in self._context.opened.languages)
        )
        spelling = named(settings.text("reading-style"), SPELLINGS)
        return HelpStyle(look.readings, spelling, settings.flag("glosses"), is_traditional)

    def _learning(self) -> Learning:
        from reader.reading.word_help import Learning

        host = self._context.host
        return Learning.of(host.settings.text("learning"), host.interface)

    def _want(self, words: WordHelp) -> None:
        from reader.reading.word_help import around

        items = list(around(self._context.window))
        words.want(items)
        for item in items:
            if not words.is_ready(item):
                self._waiting.setdefault(item.name, []).append(item)

    # -- the work -------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if not self._is_busy and self._context.screen.is_whole:  # called after a frame: it may be closed
            self._is_busy = True
            self._context.view.ahead.put_off()  # it would be drawn twice
            self._context.screen.run_worker(self._work(), group="helping")

    async def _work(self) -> None:
        """Looks up a few texts after the others in a thread, those in sight first, and draws those that are ready."""
        words = self._help
        assert words
        try:
            while self._is_wanted(words):
                if words.vocabulary is None or self._is_asked_anew:
                    self._is_asked_anew = False
                    words.vocabulary, notice = await asyncio.to_thread(self._read_vocabulary)
                    self._draw_anew()
                    self._tell(notice)
                if not words.is_complete:
                    await asyncio.to_thread(words.work)
                self._draw_ready(words)
        except UnusableError as error:
            words.drop_missing()
            self._waiting.clear()
            self._tell(str(error))
        finally:
            self._is_busy = False
            if self._context.screen.is_whole:
                self._context.view.ahead.begin()
            else:
                words.close()

    def _is_wanted(self, words: WordHelp) -> bool:
        is_open = self._context.screen.is_mounted
        return is_open and (not words.is_complete or words.vocabulary is None or self._is_asked_anew)

    def _tell(self, fault: str) -> None:
        if fault and self._context.screen.is_mounted:
            self._context.say(fault)

    def _draw_anew(self) -> None:
        if self._context.screen.is_whole and self._context.view.ready:
            self._context.view.measure_anew()

    def _draw_ready(self, words: WordHelp) -> None:
        """Draws the items whose words are known: once all in sight are, and once all around are."""
        context = self._context
        if not context.screen.is_whole or not context.view.ready:
            return
        ready = frozenset(name for name, items in self._waiting.items() if all(map(words.is_ready, items)))
        seen = {item.name for row in context.window.rows for item in (row.left_item, row.right_item) if item}
        is_seen = any(name in seen for name in ready) and not any(name in seen for name in self._waiting.keys() - ready)
        if words.is_complete or is_seen:
            for name in ready:
                del self._waiting[name]
            context.view.take_words(ready)
            if self.after_drawing:
                self.after_drawing()

    def _dictionaries(self) -> Dictionaries:
        """Returns the reader's dictionaries. Runs in a thread."""
        from reader.learning.dictionaries import Dictionaries, readers_dictionaries

        return Dictionaries(readers_dictionaries(self._context.host.settings.texts("dictionaries")))

    def _read_vocabulary(self) -> tuple[ReaderVocabulary, str]:
        """Returns the words that the reader knows, and a fault of their file in one line. Runs in a thread."""
        from reader.learning.known_words import KnownWords
        from reader.learning.vocabulary import ReaderLevel, ReaderVocabulary, with_kept

        settings = self._context.host.settings
        known, judged, fault = KnownWords(), {}, ""
        try:
            judged = known.all()
        except UnusableError as error:
            fault = str(error)
        level = ReaderLevel(settings.number("level"), settings.number("english-level"))
        return ReaderVocabulary(with_kept(judged, self._context.host.memory.words()), level), fault or known.notice
