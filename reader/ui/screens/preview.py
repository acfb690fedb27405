"""The preview: the reading screen beside an editor. A saved file is shown at once, with its faults."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.reading.versions import version_or_first
from reader.source.diagnostic import Diagnostic
from reader.ui.commands.command import PREVIEW
from reader.ui.commands.table import bindings
from reader.ui.screens.faults import PANEL_ID, FaultPanel
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.saving import FileRead, PageRead, SavedFile
from reader.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.source import Loaded
    from reader.ui.host import Destination


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
