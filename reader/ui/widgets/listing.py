"""A list of entries of several lines each, with a cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from textual.message import Message
from textual.reactive import reactive

from reader.ui.lists.rows import ListRows
from reader.ui.widgets.pictured import PicturedPanel, with_pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from reader.ui.lists.entry import ListEntry
    from reader.ui.lists.rows import RowPlace

T = TypeVar("T")

WHEEL_ROWS = 3


class Listing(PicturedPanel, Generic[T], can_focus=True):
    """Shows entries as :class:`ListRows` lays them out, with the cursor on one that has a value."""

    QUIET_SIGN: ClassVar[str] = "▏"
    """Sign of the cursor while another panel has the keys."""

    title: reactive[str] = reactive("")
    cursor: reactive[int] = reactive(-1)

    class Chosen(Message):
        """An entry was chosen, with Enter or the mouse."""

        def __init__(self, listing: Listing[Any], value: Any) -> None:
            self.listing, self.value = listing, value
            super().__init__()

        @property
        def control(self) -> Listing[Any]:
            """The listing."""
            return self.listing

    def __init__(self, id: str, title: str = "", empty: str = "", *, is_led: bool = False, max_cells: int = 0) -> None:
        """Makes an empty list.

        Args:
            id: The id of the widget.
            title: Its heading.
            empty: The message in place of entries.
            is_led: Whether a box that has the focus leaves it the arrows.
            max_cells: The maximum width of its lines; 0 for any.
        """
        super().__init__(id=id)
        self._is_led = is_led
        self.shown: ListRows[T] = ListRows(max_cells, self.QUIET_SIGN)
        self.shown.title = title
        self.set_reactive(Listing.title, title)
        self.empty = empty

    # -- content ---------------------------------------------------------------------------

    def show(self, entries: Sequence[ListEntry[T]], cursor: int = -1) -> None:
        """Replaces the entries, and moves the cursor to an index, or to the first entry with a value."""
        self._prepare()
        self.shown.show(entries, cursor)
        self.set_reactive(Listing.cursor, self.shown.cursor)
        self.refresh()

    @property
    def entries(self) -> Sequence[ListEntry[T]]:
        """The entries."""
        return self.shown.entries

    @property
    def empty(self) -> str:
        """The message in place of entries."""
        return self.shown.empty

    @empty.setter
    def empty(self, message: str) -> None:
        self.shown.empty = message

    @property
    def top(self) -> RowPlace:
        """The row on the first line of the panel, below its title."""
        return self.shown.top

    @property
    def value(self) -> T | None:
        """The value of the entry under the cursor."""
        return self.shown.value

    def watch_title(self, title: str) -> None:
        """Takes a heading, or none."""
        self.shown.title = title

    # -- moving -----------------------------------------------------------------------------

    def move(self, by: int) -> None:
        """Moves the cursor down by a number of entries with a value; up if it is negative.

        A list in which no entry has a value scrolls by rows.
        """
        self._go_to(self.shown.moved(by))

    def move_page(self, by: int) -> None:
        """Moves the cursor down by a number of panel heights; up if it is negative."""
        self._go_to(self.shown.moved_page(by))

    def move_to_end(self, last: bool) -> None:
        """Moves the cursor to the first or the last entry."""
        self._go_to(self.shown.moved_to_end(last))

    def _go_to(self, cursor: int) -> None:
        self.cursor = cursor
        self.refresh()  # it may have scrolled without moving the cursor

    def watch_cursor(self, cursor: int) -> None:
        """Keeps the cursor in sight."""
        self._prepare()
        self.shown.cursor = cursor
        self.shown.reveal()
        self.refresh()

    def _prepare(self) -> bool:
        """Gives the list its title and its room, before the cursor moves in it; returns whether the room is new."""
        self.shown.title = self.title
        is_new = tuple(self.size) != (self.shown.width_cells, self.shown.height)
        if is_new:
            self.shown.resize(*self.size)
        return is_new

    def choose(self) -> None:
        """Chooses the entry under the cursor."""
        if (value := self.value) is not None:
            self.post_message(self.Chosen(self, value))

    # -- drawing and the mouse ---------------------------------------------------------------

    def measure_anew(self) -> None:
        """Breaks the lines anew, because the widths of characters have changed."""
        super().measure_anew()
        self.shown.resize(*self.size)
        self.refresh()

    def on_resize(self) -> None:
        """Breaks the lines anew, unless they are drawn in the new size by now."""
        if self._prepare():
            self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draws the cursor again: it shows whether the panel has the focus."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draws one line of the panel."""
        self._prepare()
        return with_pictures(self, y, self.draw(*self.shown.row(y, has_keys=self.has_focus or self._is_led)))

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the panel where the terminal's cursor stands: the text under the list's cursor."""
        return self.shown.cursor_cell

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """The rows in sight of the entry under the cursor, half-open, from the top of the panel."""
        return self.shown.cursor_rows

    def entry_at(self, y: int) -> int:
        """Returns the index of the entry on a line of the panel, or -1 if there is none."""
        return self.shown.entry_at(y)

    def on_click(self, event: events.Click) -> None:
        """Chooses the entry under the mouse."""
        index = self.entry_at(event.y)
        if index >= 0 and self.entries[index].value is not None:
            self.cursor = index
            self.choose()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scrolls without moving the cursor."""
        self._scroll(WHEEL_ROWS)
        event.stop()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scrolls without moving the cursor."""
        self._scroll(-WHEEL_ROWS)
        event.stop()

    def _scroll(self, rows: int) -> None:
        self.shown.scroll(rows)
        self.refresh()
