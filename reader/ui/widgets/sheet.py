"""Rows to read, which scroll: nothing in them can be chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from reader.layout.runs import fitted
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from reader.layout.runs import Run

MARGIN_CELLS = 2
WHEEL_ROWS = 3
_MORE = "…"
"""Sign beside the last row in sight where there are more."""


class Sheet(Panel, can_focus=True):
    """Shows rows of runs; moves as a list does, but has no cursor."""

    top: reactive[int] = reactive(0)
    """Index of the first row in sight."""
    value = None
    """There is nothing to choose."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._rows: Sequence[list[Run]] = ()
        self.empty = ""

    def show(self, rows: Sequence[list[Run]]) -> None:
        """Replaces the rows; keeps the place, as far as there are rows."""
        self._rows = rows
        self.top = min(self.top, self._last_top)
        self.refresh()

    @property
    def room_cells(self) -> int:
        """The width of a row."""
        return max(1, self.size.width - 2 * MARGIN_CELLS)

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the panel for the terminal's cursor: the first row in sight."""
        return MARGIN_CELLS, 0

    @property
    def _last_top(self) -> int:
        return max(0, len(self._rows) - max(1, self.size.height))

    def move(self, by: int) -> None:
        """Scrolls down by a number of rows; up if it is negative."""
        self.top = max(0, min(self.top + by, self._last_top))

    def move_page(self, by: int) -> None:
        """Scrolls down by a number of windows; up if it is negative."""
        self.move(by * max(1, self.size.height - 1))

    def move_to_end(self, last: bool) -> None:
        """Scrolls to the first or the last row."""
        self.top = self._last_top if last else 0

    def render_line(self, y: int) -> Strip:
        """Draws one row."""
        margin = (" " * MARGIN_CELLS, "")
        if not self._rows:
            return self.draw([margin, (self.empty, "muted")] if y == 0 else [])
        index = self.top + y
        row = self._rows[index] if index < len(self._rows) else []
        if y == self.size.height - 1 and index + 1 < len(self._rows):
            row = [*fitted(row, self.room_cells), (_MORE.rjust(MARGIN_CELLS), "muted")]
        return self.draw([margin, *row] if row else [])

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls down."""
        self.move(WHEEL_ROWS)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls up."""
        self.move(-WHEEL_ROWS)
        event.stop()
