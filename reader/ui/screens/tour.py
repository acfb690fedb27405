"""The tour of the first start: a strip above the status line of the screen below, which stays in use."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.containers import Container

from reader.ui.commands.command import TOUR
from reader.ui.commands.table import bindings
from reader.ui.lists.tour import HEAD_ROWS, MARGIN_CELLS, keys_of_tour, tour_rows
from reader.ui.screens.base import ReaderScreen
from reader.ui.screens.box import BoxScreen
from reader.ui.widgets.rows import Rows

if TYPE_CHECKING:
    from textual import events
    from textual.app import ComposeResult
    from textual.binding import BindingType

    from reader.model.magazine import Issue


class TourScreen(BoxScreen):
    """Takes a few keys; every other one ends the tour, and does its work on the screen below."""

    scope = TOUR
    is_returned_to = False
    BINDINGS: ClassVar[list[BindingType]] = bindings(TOUR)

    def __init__(self) -> None:
        """Begins with the first step."""
        super().__init__()
        self.step = 0

    def compose(self) -> ComposeResult:
        """Yields the strip."""
        with Container(id="tour"):
            yield Rows("step")

    def on_mount(self) -> None:
        """Shows the first step."""
        self.relabel()

    def on_resize(self) -> None:
        """Sets the text anew."""
        self.relabel()

    def relabel(self) -> None:
        """Shows the step in the interface's language."""
        rows = tour_rows(self.step, self.app.size.width, self.strings, self.host.keys)
        strip = self.query_one(Rows)
        strip.rows = rows
        self.query_one("#tour").styles.height = len(rows)

    def go(self, by: int) -> None:
        """Goes a number of steps on, or back; past the last one the tour ends."""
        if self.step + by >= len(self.strings.tour):
            self.dismiss()
            return
        self.step = max(0, self.step + by)
        self.relabel()

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the text, for the terminal's cursor."""
        strip = self.query_one(Rows).region
        return MARGIN_CELLS, strip.y + HEAD_ROWS

    @property
    def below(self) -> ReaderScreen | None:
        """The screen below."""
        stack = self.app.screen_stack
        found = stack[stack.index(self) - 1] if self in stack[1:] else None
        return found if isinstance(found, ReaderScreen) else None

    def say(self, message: str) -> None:
        """Says something in the status line of the screen below, which is in sight."""
        if self.below:
            self.below.say(message)

    def issue_in_sight(self) -> Issue | None:
        """Returns the issue that is open or under the cursor of the screen below."""
        return self.below.issue_in_sight() if self.below else None

    def on_key(self, event: events.Key) -> None:
        """Gives a key that is not the tour's to the screen below, and ends the tour."""
        if event.key in keys_of_tour(self.host.keys):
            return
        event.stop()
        event.prevent_default()
        self.dismiss()
        self.app.call_later(self.app._check_bindings, event.key)  # noqa: SLF001 (Textual has no public name for it)

    def on_click(self, event: events.Click) -> None:
        """Goes to the next step; beside the strip, ends the tour: the next click finds the screen below."""
        if self.query_one(Rows).region.contains_point(event.screen_offset):
            self.go(1)
        else:
            self.dismiss()
