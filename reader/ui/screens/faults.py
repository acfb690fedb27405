"""The list of a file's faults, below the article of a preview."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.source.line_index import LineIndex
from reader.ui.lists.diagnostics import diagnostic_entries
from reader.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.source.diagnostic import Diagnostic
    from reader.ui.screens.base import ReaderScreen

PANEL_ID = "faults"


class FaultPanel:
    """Shows the faults of a file, and knows the lines of its passages."""

    def __init__(self, screen: ReaderScreen) -> None:
        """Takes the screen that has the list."""
        self._screen = screen
        self._is_hidden = False
        self.lines = LineIndex([])
        """Lines of the passages in the file as it was read last."""

    @property
    def list(self) -> Listing[Diagnostic]:
        """The list of faults."""
        return self._screen.query_one(f"#{PANEL_ID}", Listing)

    @property
    def chosen(self) -> Diagnostic | None:
        """The fault under the cursor, if the list has the focus."""
        return self.list.value if self._screen.focused is self.list else None

    def show(self, faults: Sequence[Diagnostic]) -> None:
        """Shows the faults; none hide the list."""
        panel = self.list
        panel.title = self._screen.strings.faults.format(count=len(faults))
        panel.show(diagnostic_entries(faults), panel.cursor)
        panel.display = bool(faults) and not self._is_hidden
        if not panel.display and self._screen.focused is panel:
            self._screen.set_focus(self._screen.query_one("#spread"))

    def toggle(self) -> None:
        """Shows the list and gives it the focus, or hides it."""
        panel = self.list
        self._is_hidden = panel.display
        panel.display = bool(panel.entries) and not self._is_hidden
        self._screen.set_focus(panel if panel.display else self._screen.query_one("#spread"))
