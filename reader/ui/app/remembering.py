"""The part of the app that keeps where the reader is: until the program ends, and as marks for ever."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from textual import work
from textual.app import App
from textual.message import Message

from reader.library import LibraryEntry
from reader.ui.screens.base import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.timer import Timer

    from reader.layout.column import Locus
    from reader.marks.mark import Mark
    from reader.model.magazine import Article
    from reader.reading.memory import Memory

SAVE_SECONDS = 2.0


class Remembering(App[None]):
    """Keeps the places in articles. What is not on the disk yet is written now and then, and before the end."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[tuple[str, str], Locus] = {}
        self._unsaved: dict[str, Mark] = {}
        self._saving: Timer | None = None

    @cached_property
    def memory(self) -> Memory:
        """What the reader made."""
        from reader.reading.memory import Memory

        return Memory()

    def remember(self, entry: LibraryEntry, article: Article, locus: Locus, marks: Iterable[Mark] = ()) -> None:
        """Keeps the place in an article: as it is until the program ends, and as a mark for ever."""
        self.places[entry.path, article.id] = locus
        self._unsaved |= {mark.id: mark for mark in marks}
        self.save_soon()

    def place_in(self, entry: LibraryEntry, article: Article) -> Locus | None:
        """Returns the place in an article, if it was open before."""
        return self.places.get((entry.path, article.id))

    class NotKept(Message):
        """What was to be kept could not be written."""

    def save_soon(self) -> None:
        """Has what the screens want kept written in a moment: at most once in so many seconds, beside the drawing."""
        if self._saving is None and self.is_running:
            self._saving = self.set_timer(SAVE_SECONDS, self._save_beside)

    def _save_beside(self) -> None:
        self._saving = None
        self._gather()
        if self._unsaved:
            marks, self._unsaved = tuple(self._unsaved.values()), {}
            self._save(marks)

    @work(thread=True, group="marks")
    def _save(self, marks: tuple[Mark, ...]) -> None:
        if not self.memory.keep(*marks):
            self.post_message(self.NotKept())

    def on_remembering_not_kept(self) -> None:
        """Tells once what keeps the places from being kept."""
        if isinstance(self.screen, ReaderScreen) and (notice := self.memory.take_notice()):
            self.screen.say(notice)

    def save_now(self) -> None:
        """Writes at once what is not kept yet."""
        self._gather()
        if self._unsaved:
            self.memory.keep(*self._unsaved.values())
            self._unsaved = {}

    def _gather(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, ReaderScreen) and screen.is_mounted and screen.children:  # not one half open
                self._unsaved |= {mark.id: mark for mark in screen.unsaved()}

    async def _close_all(self) -> None:
        """Keeps what is not kept yet, while the screens are there: every ordered end of the program passes here."""
        try:
            self.save_now()
        except Exception as fault:  # the terminal must be given back first; then it is told as any other
            self._exception = self._exception or fault
        await super()._close_all()
