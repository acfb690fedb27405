"""The article under the mouse: scrolling, the bar, the split, figures, links, selecting."""

from __future__ import annotations

from textual import events
from textual.message import Message

from reader.layout.spaces import SpreadCell
from reader.model.record import replace
from reader.reading import selecting
from reader.reading.viewport import Viewport
from reader.ui.widgets.spread_view import BAR_CELLS, SpreadView

WHEEL_ROWS = 3


class PointedSpread(SpreadView):
    """A spread that the mouse works on."""

    class FigureChosen(Message):
        """A figure's mark was clicked."""

        def __init__(self, figure: str) -> None:
            self.figure = figure
            super().__init__()

    class Selected(Message):
        """The mouse has let go of a selection."""

    _held = ""
    """What the mouse holds: ``bar``, ``split``, ``text`` or nothing."""

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls by the wheel."""
        self._scroll(event, WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls by the wheel."""
        self._scroll(event, -WHEEL_ROWS)

    def _scroll(self, event: events.MouseEvent, by_rows: int) -> None:
        """Scrolls; where the sides are not linked, the one under the mouse."""
        side = int(event.x >= self.viewport.geometry.starts_cells[1] - 1)

        def step(viewport: Viewport) -> None:
            viewport.lead(side)
            viewport.move(by_rows)

        self.go(step)
        event.stop()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the scroll bar, the split, or the text."""
        if event.button != 1:
            return
        geometry = self.viewport.geometry
        if event.x >= self.size.width - BAR_CELLS:
            self._held = "bar"
        elif geometry.parallel and geometry.gutter.start <= event.x < geometry.gutter.stop:
            self._held = "split"
        elif selection := selecting.begun_at(self.viewport, event.x, self._row(event)):
            self._held = "text"
            self.marks = replace(self.marks, selection=None)
            self._begun = selection
        else:
            return
        self.capture_mouse()
        if self._held == "bar":
            self._drag(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags what is held."""
        if self._held:
            self._drag(event)

    def on_mouse_up(self) -> None:
        """Lets go."""
        held, self._held = self._held, ""
        if held:
            self.release_mouse()
        if held == "text" and self.marks.selection:
            self.post_message(self.Selected())
        elif held == "text":
            self._changed()

    def _drag(self, event: events.MouseEvent) -> None:
        row = self._row(event)
        if self._held == "bar":
            share = min(1.0, max(0.0, row / max(1, self.viewport.height - 1)))
            self.go(lambda viewport: viewport.go_to_share(share))
        elif self._held == "split":
            self.split = self.viewport.geometry.split_at(SpreadCell(event.x))
        else:
            if not 0 <= row < self.viewport.height:  # beyond the edge the text comes along
                self.viewport.move(1 if row > 0 else -1)
            row = max(0, min(row, self.viewport.height - 1))
            self._begun = selecting.extended_to(self.viewport, self._begun, event.x, row)
            self.marks = replace(self.marks, selection=self._begun)
            self._changed()

    def _row(self, event: events.MouseEvent) -> int:
        return event.y - self.head_rows

    def on_click(self, event: events.Click) -> None:
        """Opens the figure whose mark is clicked; a double click selects the paragraph, a triple one the pair."""
        shown, number = self.viewport.rows, self._row(event)
        if not 0 <= number < len(shown):
            return
        row = shown[number]
        for item in (row.left_item, row.right_item):
            if item and item.kind == "figure":
                self.post_message(self.FigureChosen(item.anchor))
                return
        if event.chain > 1 and (begun := selecting.begun_at(self.viewport, event.x, number)):
            self.select(selecting.whole(self.viewport, begun, pairs=event.chain > 2))
