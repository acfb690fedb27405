"""The preview: the reading screen beside an editor. What is saved is shown at once, with what is wrong with it."""

from __future__ import annotations

import gc
from threading import Event
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message

from reader.errors import ReaderError
from reader.library.watching import FileWatcher
from reader.model.passage import find, passages
from reader.source.diagnostic import Diagnostic
from reader.source.line_index import LineIndex, line_index_of, load_with_lines
from reader.source.loading import load_source, with_checks
from reader.source.project_rules import judged, severities_for
from reader.source.source_file import read_source
from reader.ui import entries
from reader.ui.commands.table import PREVIEW, bindings
from reader.ui.screens.reading import ReadingScreen
from reader.ui.widgets.listing import Listing
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from reader.source import Loaded
    from reader.ui.widgets.panel import Panel

DRAWN_SECONDS = 1.0
"""How long the page is waited for before the file is checked: both at once would take longer."""


class PreviewScreen(ReadingScreen):
    """Reads its file again whenever it is saved; the place stays. Of a file with errors the last good page stays."""

    scope = PREVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings(PREVIEW)

    class FileRead(Message):
        """The file was saved, and read."""

        def __init__(self, loaded: Loaded, places: LineIndex, told: tuple[Diagnostic, ...]) -> None:
            self.loaded, self.places, self.told = loaded, places, told
            super().__init__()

    class PageRead(Message):
        """The file was saved, and can be shown; what is wrong with it is not known yet."""

        def __init__(self, loaded: Loaded, drawn: Event) -> None:
            self.loaded, self.drawn = loaded, drawn
            super().__init__()

    def below(self) -> ComposeResult:
        """The list of what is wrong."""
        yield Listing[Diagnostic]("faults")

    @property
    def faults(self) -> Listing[Diagnostic]:
        """What is wrong with the file."""
        return self.query_one("#faults", Listing)

    def on_mount(self) -> None:
        """Begins to watch the file."""
        self.places = LineIndex([])
        self.faults.display = False
        self._hidden = False
        self._watching = FileWatcher(self.entry.path, self._saved)
        self._watching.start()
        self.read_file()

    def on_unmount(self) -> None:
        """Watches no more."""
        self._watching.stop()

    def look_at_file(self) -> None:
        """Does nothing: whoever saves the file is noticed at once."""

    def read_file(self) -> None:
        """Reads the file and has it shown, with what is wrong with it."""
        self._post(*load_with_lines(self.entry.path))

    def _saved(self) -> None:
        """Reads the file in the thread that watches it. The page is drawn first, what is wrong is told after it."""
        gc.disable()  # what is read is no garbage, and to look for some takes as long as reading
        try:
            loaded, context = load_source(read_source(self.entry.path), checked=False)
            if loaded.issue:
                drawn = Event()
                self.post_message(self.PageRead(loaded, drawn))
                drawn.wait(DRAWN_SECONDS)
            loaded = with_checks(loaded, context)
            self._post(loaded, line_index_of(context))
        finally:
            gc.enable()

    def on_preview_screen_page_read(self, message: PageRead) -> None:
        """Shows the file as it is now, if it has no error yet."""
        self._show_page(message.loaded)
        self.call_after_refresh(message.drawn.set)

    def _post(self, loaded: Loaded, places: LineIndex) -> None:
        try:
            told = judged(loaded.diagnostics, severities_for(self.entry.path, {}))
        except ReaderError:  # settings that are wrong are told by reader check
            told = loaded.diagnostics
        self.post_message(self.FileRead(loaded, places, told))

    def on_preview_screen_file_read(self, message: FileRead) -> None:
        """Shows the file as it is now; the last good page under what is wrong with it."""
        self.places = message.places
        self._show_page(message.loaded)
        self._show_faults(message.told)

    def _show_page(self, loaded: Loaded) -> None:
        issue = loaded.issue
        if issue and issue != self.issue:
            self.entry.take(loaded)
            self.show_anew(issue, issue.article(self.article.id) or next(article for _, article in issue.articles()))

    def _show_faults(self, told: tuple[Diagnostic, ...]) -> None:
        self.faults.title = self.strings.faults.format(count=len(told))
        before = self.faults.cursor
        self.faults.show(entries.diagnostics(told), before)
        self.faults.display = bool(told) and not self._hidden
        if not self.faults.display and self.focused is self.faults:
            self.set_focus(self.view)

    def relabel(self) -> None:
        """Says everything in the interface's language."""
        super().relabel()
        self.query_one(Status).scope = PREVIEW

    @property
    def panels(self) -> list[Panel]:
        """The panels in the order in which the focus goes through them."""
        return [*super().panels, self.faults]

    @property
    def list_in_focus(self) -> Listing[Any] | None:
        """The panel that has the focus, if it is a list."""
        return self.faults if self.focused is self.faults else super().list_in_focus

    def _choose(self, value: object) -> None:
        """Goes to the paragraph that a fault is about, or opens an article or a figure."""
        if not isinstance(value, Diagnostic):
            super()._choose(value)
            return
        place = self.places.at(value.line)
        article = self.issue.article(place[0]) if place else None
        if place is None or article is None:
            self.say(self.strings.no_place)
            return
        first = next(passages(article), None)
        self._open(article, place[1] if find(article, place[1]) else first.anchor if first else "")
        self.set_focus(self.view)

    def action_faults(self) -> None:
        """Shows or hides what is wrong."""
        self._hidden = self.faults.display
        self.faults.display = bool(self.faults.entries) and not self._hidden
        if self.faults.display:
            self.set_focus(self.faults)
        else:
            self.set_focus(self.view)

    def action_edit_here(self) -> None:
        """Opens the editor at the current paragraph; at the fault under the cursor, if that has the focus."""
        fault = self.faults.value if self.focused is self.faults else None
        item = self.view.viewport.item
        line = fault.line if fault else self.places.line_of(self.article.id, item.anchor if item else "")
        if self.edit_at(max(1, line)):
            self.read_file()
