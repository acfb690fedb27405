"""Reading a file whenever it is saved: its page first, then its faults."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import ReaderError
from reader.library.watching import FileWatcher
from reader.process import without_collecting
from reader.source.line_index import LineIndex, line_index_of, load_with_lines
from reader.source.loading import load_source, with_checks
from reader.source.project_rules import severities_for, with_severities
from reader.source.source_file import read_source

if TYPE_CHECKING:
    from reader.source import Loaded
    from reader.source.diagnostic import Diagnostic
    from reader.ui.screens.base import ReaderScreen

DRAWN_SECONDS = 1.0
"""Longest time that the check of a file waits for its page to be drawn: both at once would take longer."""


class PageRead(Message):
    """A saved file has been read, and can be shown; its faults are not known yet."""

    def __init__(self, loaded: Loaded, drawn: Event) -> None:
        self.loaded, self.drawn = loaded, drawn
        super().__init__()


class FileRead(Message):
    """A saved file has been read and checked."""

    def __init__(self, loaded: Loaded, lines: LineIndex, faults: tuple[Diagnostic, ...]) -> None:
        self.loaded, self.lines, self.faults = loaded, lines, faults
        super().__init__()


class SavedFile:
    """Reads a file whenever it is saved, and posts :class:`PageRead` and :class:`FileRead` to a screen."""

    def __init__(self, screen: ReaderScreen, path: str) -> None:
        """Begins to watch the file in a thread, and reads it at once."""
        self._screen = screen
        self.follow(path)
        self.look()

    def follow(self, path: str) -> None:
        """Watches another file from now on."""
        self._path = path
        self._watching = FileWatcher(path, self._read)
        self._watching.start()

    def look(self) -> None:
        """Reads and checks the file at once."""
        self._post(*load_with_lines(self._path))

    def stop(self) -> None:
        """Ends watching."""
        self._watching.stop()

    def _read(self) -> None:
        """Reads the file in the thread that watches it; the page is drawn before the file is checked."""
        with without_collecting():  # the new objects are no garbage, and a collection takes as long as reading
            loaded, context = load_source(read_source(self._path), checked=False)
            if loaded.issue:
                drawn = Event()
                self._screen.post_message(PageRead(loaded, drawn))
                drawn.wait(DRAWN_SECONDS)
            loaded = with_checks(loaded, context)
            self._post(loaded, line_index_of(context))

    def _post(self, loaded: Loaded, lines: LineIndex) -> None:
        try:
            faults = with_severities(loaded.diagnostics, severities_for(self._path, {}))
        except ReaderError:  # the faults of the settings are for reader check
            faults = loaded.diagnostics
        self._screen.post_message(FileRead(loaded, lines, faults))
