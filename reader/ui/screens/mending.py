"""The faults of a file to preview that cannot be opened yet; the preview opens at the first save that can be."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, ClassVar

from reader.source.diagnostic import ERROR, Diagnostic
from reader.ui.commands.command import MENDING
from reader.ui.commands.editing import edit_at
from reader.ui.commands.table import bindings
from reader.ui.host import Destination
from reader.ui.lists.diagnostics import diagnostic_entries
from reader.ui.screens.base import ReaderScreen
from reader.ui.screens.saving import FileRead, PageRead, SavedFile
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Banner, Status

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.source import Loaded
    from reader.ui.host import Preview

MAX_CELLS = 96
"""Maximum width of the lines of the list."""


class MendingScreen(ReaderScreen):
    """Lists the faults, the first one to mend under the cursor."""

    scope = MENDING
    is_returned_to = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(MENDING)
    file: SavedFile

    def __init__(self, preview: Preview) -> None:
        """Takes the file, and the article to open once it can be."""
        super().__init__()
        self.path, self._article = preview.path, preview.article

    def compose(self) -> ComposeResult:
        """Yields the list and the two lines around it."""
        yield Banner(id="banner")
        yield Listing[Diagnostic]("list", max_cells=MAX_CELLS)
        yield Status(id="status")

    @property
    def listing(self) -> Listing[Diagnostic]:
        """The faults."""
        return self.query_one("#list", Listing)

    def on_mount(self) -> None:
        """Begins to read the file whenever it is saved."""
        self.relabel()
        self.listing.focus()
        self.file = SavedFile(self, self.path)

    def on_unmount(self) -> None:
        """Ends watching."""
        self.file.stop()

    def on_page_read(self, message: PageRead) -> None:
        """Opens the preview if the file has no error."""
        message.drawn.set()
        self._open(message.loaded)

    def on_file_read(self, message: FileRead) -> None:
        """Opens the preview if the file has no error; else shows its faults."""
        self._open(message.loaded)
        self.listing.show(diagnostic_entries(message.faults, excerpts=True), self.listing.cursor)
        self._show_count()

    def _open(self, loaded: Loaded) -> None:
        """Opens the article over this screen, once."""
        if loaded.issue is None or not self.is_current:
            return
        self.file.stop()
        article = loaded.issue.article(self._article) or next(first for _, first in loaded.issue.articles())
        [entry] = self.host.library
        entry.take(loaded)
        self.host.read(Destination(entry, article))

    def choose(self, value: Diagnostic) -> None:
        """Opens the editor at a fault."""
        edit_at(self, self.path, max(1, value.line), self.file)

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        """Opens the editor at the fault that the mouse chose."""
        self.choose(event.value)

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        self.query_one(Banner).names = (os.path.basename(self.path),)
        status = self.query_one(Status)
        status.scope, status.language = MENDING, self.host.interface
        self._show_count()

    def _show_count(self) -> None:
        count = sum(entry.value is not None and entry.value.severity == ERROR for entry in self.listing.entries)
        self.query_one(Status).parts = ((self.strings.mending.format(count=count), ""),) if count else ()
