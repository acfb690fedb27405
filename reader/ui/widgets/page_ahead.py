"""The next page, drawn between two keys once the frame of a move is on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from textual.strip import Strip
    from textual.timer import Timer
    from textual.widget import Widget

    from reader.layout.runs import Run
    from reader.reading.display import Display, ViewSize
    from reader.ui.widgets.pictured import PictureCells

AHEAD_SECONDS = 0.02
"""Time between the frame of a move and the drawing of the next page: a thread writes the frame meanwhile."""


class PagedView(Protocol):
    """The widget of an article, as this module knows it."""

    shown: Display
    picture_cells: PictureCells

    @property
    def ready(self) -> bool:
        """Whether there is a size."""

    @property
    def view_size(self) -> ViewSize:
        """The size."""

    def draw(self, runs: list[Run]) -> Strip:
        """Draws a line, and keeps it."""


class PageAhead:
    """Draws the page behind that of a widget."""

    def __init__(self, widget: Widget, view: PagedView) -> None:
        """Takes a widget for its timers, and the same widget for its lines."""
        self._widget, self._view = widget, view
        self._timer: Timer | None = None
        self.is_drawn = False
        """Whether the page has been drawn since the last move."""

    def begin(self) -> None:
        """Has the page drawn soon, after a move or another change."""
        self.is_drawn = False
        self._widget.call_after_refresh(self._wait)

    def put_off(self) -> None:
        """Delays the drawing of the page until the next :meth:`begin`, because its content is still worked out."""
        if self._timer:
            self._timer.stop()
            self._timer = None

    def _wait(self) -> None:
        self.put_off()
        self._timer = self._widget.set_timer(AHEAD_SECONDS, self._draw)

    def _draw(self) -> None:
        view = self._view
        self._timer, self.is_drawn = None, True
        if view.ready:
            for row in view.shown.draw_ahead(view.view_size):
                view.draw(row)
            if view.shown.files:
                view.picture_cells.desk.prepare()
