"""The preview: the reading screen beside an editor. A saved file is shown at once, with its faults."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, ClassVar

from textual.message import Message

from reader.errors import ReaderError
from reader.library.watching import FileWatcher
from reader.process import without_collecting
from reader.reading.versions import version_or_first
from reader.source.diagnostic import Diagnostic
from reader.source.line_index import LineIndex, line_index_of, load_with_lines
from reader.source.loading import load_source, with_checks
from reader.source.project_rules import severities_for, with_severities
from reader.source.source_file import read_source
from reader.ui.commands.command import PREVIEW
from reader.ui.commands.table import bindings
from reader.ui.screens.faults import PANEL_ID, FaultPanel
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.source import Loaded
    from reader.ui.host import Destination
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


class PreviewScreen(ReadingScreen):
    """Shows an article as its file has it, and the file's faults; with errors the last good page stays."""

    scope = PREVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings(PREVIEW)

    def __init__(self, destination: Destination) -> None:
        self._faults = FaultPanel(self)
        super().__init__(destination, faults=self._faults)

    def below(self) -> ComposeResult:
        """Yields the list of faults."""
        yield Listing[Diagnostic](PANEL_ID)

    def follow_file(self) -> None:
        """Begins to read the file whenever it is saved."""
        self._faults.list.display = False
        self._file = self._reading.file = SavedFile(self, self._reading.opened.entry.path)

    def on_unmount(self) -> None:
        """Ends watching."""
        self._file.stop()

    def on_page_read(self, message: PageRead) -> None:
        """Shows the file as it is now, if it has no error yet."""
        self._show_page(message.loaded)
        self.call_after_refresh(message.drawn.set)

    def on_file_read(self, message: FileRead) -> None:
        """Shows the file as it is now, and its faults."""
        self._faults.lines = message.lines
        self._show_page(message.loaded)
        self._faults.show(message.faults)

    def _show_page(self, loaded: Loaded) -> None:
        context = self._reading
        version = version_or_first(loaded, context.opened.article.id)
        if version and version.issue != context.opened.issue:
            context.opened.entry.take(loaded)
            context.show_version(version)
