"""The article under the mouse: scroll wheel, scroll bar, split, figures, selection."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from textual.message import Message

from reader.layout.spaces import LEFT, RIGHT, SpreadCell, WindowRow
from reader.model.address import is_link
from reader.model.record import replace
from reader.reading import selecting
from reader.reading.display import BAR_CELLS
from reader.reading.footnotes import marking_at
from reader.ui.widgets.spread_view import SpreadView

if TYPE_CHECKING:
    from textual import events

    from reader.reading.selection import Selection
    from reader.reading.viewport import Viewport
    from reader.reading.window import Window

WHEEL_ROWS = 3
"""Number of rows that a turn of the wheel scrolls."""


class PointedSpread(SpreadView):
    """A spread that answers the mouse."""

    class FigureChosen(Message):
        """The sign of a figure was clicked."""

        def __init__(self, figure: str) -> None:
            self.figure = figure
            super().__init__()

    class MarkChosen(Message):
        """The mark of a note was clicked; ``anchor`` is that of its paragraph."""

        def __init__(self, anchor: str) -> None:
            self.anchor = anchor
            super().__init__()

    class LinkChosen(Message):
        """The words of a link inside the magazine were clicked."""

        def __init__(self, target: str) -> None:
            self.target = target
            super().__init__()

    class WordChosen(Message):
        """A word was clicked twice."""

        def __init__(self, place: Selection) -> None:
            self.place = place
            super().__init__()

    class Selected(Message):
        """A selection by the mouse has ended."""

    _held: Literal["bar", "split", "text", ""] = ""
    """The part that the mouse drags."""
    _begun: Selection | None = None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls by the wheel."""
        self._scroll(event, WHEEL_ROWS)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls by the wheel."""
        self._scroll(event, -WHEEL_ROWS)

    def _scroll(self, event: events.MouseEvent, by_rows: int) -> None:
        """Scrolls; where the sides are not linked, the one under the mouse."""
        side = RIGHT if event.x >= self.window.geometry.starts_cells[RIGHT] - 1 else LEFT

        def step(viewport: Viewport) -> None:
            viewport.window.lead(side)
            viewport.window.move(by_rows)

        self.go(step)
        event.stop()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the scroll bar, the split, or the text."""
        if event.button != 1:
            return
        geometry = self.window.geometry
        if event.x >= self.size.width - BAR_CELLS:
            self._held = "bar"
        elif event.x in geometry.gutter and not self._spans(self._row(event)):
            self._held = "split"
        elif selection := selecting.begun_at(self.window, SpreadCell(event.x), self._row(event)):
            self._held = "text"
            self._draw_selection(None)
            self._begun = selection
        else:
            return
        self.capture_mouse()
        if self._held == "bar":
            self._drag(event)

    def _spans(self, row: WindowRow) -> bool:
        """Whether a row of the window goes over both columns."""
        rows = self.window.rows
        return 0 <= row < len(rows) and rows[row].spans

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the held part."""
        if self._held:
            self._drag(event)

    def on_mouse_up(self) -> None:
        """Lets go."""
        held, self._held = self._held, ""
        if held:
            self.release_mouse()
        if held == "text" and self.shown.overlays.selection:
            self.post_message(self.Selected())
        elif held == "text":
            self.changed()

    def _draw_selection(self, selection: Selection | None) -> None:
        """Takes a selection without bringing its end into sight: the mouse is there."""
        self.shown.overlays = replace(self.shown.overlays, selection=selection)

    def _drag(self, event: events.MouseEvent) -> None:
        row, window = self._row(event), self.window
        if self._held == "bar":
            share = min(1.0, max(0.0, row / max(1, window.height - 1)))
            self.go(lambda viewport: viewport.window.go_to_share(share))
        elif self._held == "split":
            self.look = replace(self.look, split=window.geometry.split_at(SpreadCell(event.x)))
        elif self._begun:
            if not 0 <= row < window.height:  # beyond the edge the text comes along
                window.move(1 if row > 0 else -1)
            row = WindowRow(max(0, min(row, window.height - 1)))
            self._begun = selecting.extended_to(window, self._begun, SpreadCell(event.x), row)
            self._draw_selection(self._begun)
            self.changed()

    def _row(self, event: events.MouseEvent) -> WindowRow:
        """Returns the row of the window under the mouse, from 0; negative above it."""
        return WindowRow(event.y - self.view_size.head_rows)

    @property
    def window(self) -> Window:
        """The window on the article."""
        return self.viewport.window

    def on_click(self, event: events.Click) -> None:
        """Opens the figure or note, or follows the link inside the magazine, that is clicked.

        A double click looks the word up, a triple one selects the paragraph, a fourth one the pair.
        """
        shown, number = self.window.rows, self._row(event)
        if not 0 <= number < len(shown):
            return
        row = shown[number]
        for item in (row.left_item, row.right_item):
            if item and item.kind == "figure":
                self.post_message(self.FigureChosen(item.anchor))
                return
        from reader.reading.links import target_at

        begun = selecting.begun_at(self.window, SpreadCell(event.x), number)
        if anchor := marking_at(self.window, SpreadCell(event.x), number):
            self.post_message(self.MarkChosen(anchor))
        elif begun and event.chain == 1 and is_link(target := target_at(self.window, begun)):
            self.post_message(self.LinkChosen(target))
        elif begun and event.chain == 2:
            self.post_message(self.WordChosen(begun))
        elif begun and event.chain > 2:
            self.select(selecting.whole(self.window, begun, pairs=event.chain > 3))
