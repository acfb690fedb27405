"""The places in articles: kept until the program ends, and as marks for ever."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.app import App
    from textual.timer import Timer

    from reader.library import LibraryEntry
    from reader.marks.mark import Mark
    from reader.model.magazine import Article
    from reader.reading.last_place import Start
    from reader.reading.memory import Memory

SAVE_SECONDS = 2.0
"""Time between two writes."""


class NotSaved(Message):
    """Marks could not be written."""


class Autosave:
    """Writes unsaved marks every few seconds beside the drawing, and at once before the program ends.

    A mark is unsaved until it is on the disk: where it cannot be written, it is tried again.
    """

    def __init__(self, app: App[None], memory: Callable[[], Memory], unsaved: Callable[[], Iterable[Mark]]) -> None:
        """Takes the app whose timers and workers it uses.

        Args:
            app: Receives :class:`NotSaved` if marks cannot be written.
            memory: Returns the file of marks, when it is first needed.
            unsaved: Returns the marks that the screens have to be kept.
        """
        self._app, self._memory, self._unsaved_of_screens = app, memory, unsaved
        self._places: dict[tuple[str, str], Start] = {}
        self._unsaved: dict[str, Mark] = {}
        self._writing = Lock()
        """Held while marks are written: the end of the program waits for a thread that writes the same ones."""
        self._changing = Lock()
        """Held while the unsaved marks become others."""
        self._timer: Timer | None = None

    def remember(self, entry: LibraryEntry, article: Article, place: Start, marks: Iterable[Mark] = ()) -> None:
        """Keeps the place in an article until the program ends, and marks for ever."""
        self._places[entry.path, article.id] = place
        self._add(marks)
        self.soon()

    def place_in(self, entry: LibraryEntry, article: Article) -> Start | None:
        """Returns the place in an article; None if it was not open since the program began."""
        return self._places.get((entry.path, article.id))

    def soon(self) -> None:
        """Has the screens' unsaved marks written within :data:`SAVE_SECONDS`, in a thread."""
        if self._timer is None and self._app.is_running:
            self._timer = self._app.set_timer(SAVE_SECONDS, self.begin)

    def now(self) -> None:
        """Writes all unsaved marks before it returns; those that cannot be written stay unsaved."""
        self._add(self._unsaved_of_screens())
        self._write()

    def begin(self) -> None:
        """Writes the unsaved marks in a thread; later, if that of the last time still writes."""
        self._timer = None
        self._add(self._unsaved_of_screens())
        if self._writing.locked():
            self.soon()
        elif self._unsaved:
            self._app.run_worker(self._write_or_tell, thread=True, group="marks")

    @property
    def has_unsaved(self) -> bool:
        """Whether there are marks that could not be written, or were not written yet."""
        return bool(self._unsaved)

    def _write_or_tell(self) -> None:
        if not self._write():
            self._app.post_message(NotSaved())

    def _write(self) -> bool:
        """Writes the unsaved marks; returns whether they are on the disk."""
        with self._writing:
            with self._changing:
                marks = tuple(self._unsaved.values())
            if marks and not self._memory().keep(*marks):
                return False
            with self._changing:
                for mark in marks:
                    if self._unsaved[mark.id] is mark:  # else it has changed meanwhile
                        del self._unsaved[mark.id]
        return True

    def _add(self, marks: Iterable[Mark]) -> None:
        found = {mark.id: mark for mark in marks}
        with self._changing:
            self._unsaved |= found
