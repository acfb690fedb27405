"""A list of entries of several lines each, with a cursor."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, ClassVar, Generic, NamedTuple, TypeVar

from textual.message import Message
from textual.reactive import reactive

from reader.layout.runs import without_orphan
from reader.ui.lists.entry import laid_out
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events
    from textual.strip import Strip

    from reader.layout.runs import Run
    from reader.ui.lists.entry import ListEntry

T = TypeVar("T")

MARK_CELLS = 2
WHEEL_ROWS = 3
EMPTY_CELLS = 72
"""Maximum width of the message in place of entries."""


class RowPlace(NamedTuple):
    """A row of an entry, by the index of each; places are in order from the top."""

    entry: int
    row: int


class Listing(Panel, Generic[T], can_focus=True):
    """Shows entries, with the cursor on one that has a value.

    An entry is broken into lines when it is first seen, so a list may have any length.
    """

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
        self._is_led, self._max_cells = is_led, max_cells
        self.set_reactive(Listing.title, title)
        self.entries: Sequence[ListEntry[T]] = []
        self.empty = empty
        self.top = RowPlace(0, 0)
        """The row on the first line of the panel."""
        self._laid: dict[int, list[list[Run] | None]] = {}
        self._seen: tuple[RowPlace, list[RowPlace]] = (self.top, [])

    # -- content ---------------------------------------------------------------------------

    def show(self, entries: Sequence[ListEntry[T]], cursor: int = -1) -> None:
        """Replaces the entries, and moves the cursor to an index, or to the first entry with a value."""
        self.entries = entries
        if not (0 <= cursor < len(entries) and entries[cursor].value is not None):
            cursor = next((k for k, entry in enumerate(entries) if entry.value is not None), -1)
        self.set_reactive(Listing.cursor, cursor)
        self.top = RowPlace(0, 0)
        self._laid = {}
        self._reveal()
        self.refresh()

    @property
    def value(self) -> T | None:
        """The value of the entry under the cursor."""
        return self.entries[self.cursor].value if 0 <= self.cursor < len(self.entries) else None

    def _rows(self, index: int) -> list[list[Run] | None]:
        """Returns the rows of an entry, with None for a blank row above it."""
        laid = self._laid.get(index)
        if laid is None:
            laid = self._laid[index] = self._lay(self.entries[index], index > 0)
        return laid

    def _lay(self, entry: ListEntry[T], is_below: bool) -> list[list[Run] | None]:
        rows: list[list[Run] | None] = [None] if entry.space_before and is_below else []
        width = self.size.width - MARK_CELLS - 1
        room = max(4, min(width, self._max_cells or width)) - entry.indent_cells
        rows += [[(" " * entry.indent_cells, ""), *line] for line in laid_out(entry, room)]
        return rows or [[]]

    def rows_in(self, width_cells: int) -> int:
        """Returns the number of rows of all entries in a panel of a width."""
        room = width_cells - MARK_CELLS - 1
        return sum(
            len(laid_out(entry, max(4, room - entry.indent_cells))) + (entry.space_before and k > 0)
            for k, entry in enumerate(self.entries)
        )

    def _start(self, index: int) -> RowPlace:
        """Returns the place of the first row of an entry that is not blank."""
        return RowPlace(index, 1 if self._rows(index)[0] is None else 0)

    def _end(self, index: int) -> RowPlace:
        """Returns the place of the last row of an entry."""
        return RowPlace(index, len(self._rows(index)) - 1)

    def _step(self, place: RowPlace, by: int) -> RowPlace:
        """Returns the place ``by`` rows further down, within the list."""
        index, row = place
        row += by
        while row < 0 and index > 0:
            index -= 1
            row += len(self._rows(index))
        while row >= len(self._rows(index)) and index < len(self.entries) - 1:
            row -= len(self._rows(index))
            index += 1
        return RowPlace(index, max(0, min(row, len(self._rows(index)) - 1)))

    def _window(self) -> list[RowPlace]:
        """Returns the places of the rows in sight, from the top."""
        top, seen = self._seen
        if top != self.top or not seen:
            index, row = self.top
            seen = []
            while len(seen) < self._height and index < len(self.entries):
                seen += [RowPlace(index, k) for k in range(row, len(self._rows(index)))]
                index, row = index + 1, 0
            self._seen = self.top, seen
        return seen

    # -- moving -----------------------------------------------------------------------------

    @property
    def _height(self) -> int:
        return max(1, self.size.height - (1 if self.title else 0))

    def move(self, by: int) -> None:
        """Moves the cursor down by a number of entries with a value; up if it is negative.

        A list in which no entry has a value scrolls by rows.
        """
        if self.cursor < 0:
            self._scroll(by)
            return
        step = 1 if by > 0 else -1
        cursor = self.cursor
        for _ in range(abs(by)):
            index = cursor + step
            while 0 <= index < len(self.entries) and self.entries[index].value is None:
                index += step
            if not 0 <= index < len(self.entries):
                break
            cursor = index
        self.cursor = cursor

    def move_page(self, by: int) -> None:
        """Moves the cursor down by a number of panel heights; up if it is negative."""
        if self.cursor < 0:
            self._scroll(by * self._height)
            return
        index, row = self._step(self._start(self.cursor), by * self._height)
        if index and self._rows(index)[row] is None:
            index -= 1
        self.cursor = self._with_value(index, 1 if by > 0 else -1)

    def move_to_end(self, last: bool) -> None:
        """Moves the cursor to the first or the last entry."""
        if self.cursor < 0:
            self.top = self._lowest_top if last else RowPlace(0, 0)
            self.refresh()
        elif self.entries:
            self.cursor = self._with_value(len(self.entries) - 1 if last else 0, -1 if last else 1)

    def _with_value(self, index: int, step: int) -> int:
        """Returns the index of the nearest entry with a value: from ``index`` on by ``step``, else back from there."""
        up, down = range(index, -1, -1), range(index, len(self.entries))
        for candidate in chain(down, up) if step > 0 else chain(up, down):
            if self.entries[candidate].value is not None:
                return candidate
        return int(self.cursor)

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight."""
        self._reveal()
        self.refresh()

    def _reveal(self) -> None:
        """Scrolls until the entry under the cursor is in sight, and its heading if there is room."""
        self._seen = self.top, []
        if not self.size.width or not 0 <= self.cursor < len(self.entries):
            return  # before the first layout of the screen; on_resize follows
        first, end = self._start(self.cursor), self._end(self.cursor)
        above = self.cursor
        while above > 0 and self.entries[above - 1].value is None and self.cursor - above < self._height:
            above -= 1
        lowest = self._step(end, 1 - self._height)
        heading = self._start(above)
        self.top = max(self.top, lowest)
        self.top = min(self.top, heading if heading >= lowest else first)

    def choose(self) -> None:
        """Chooses the entry under the cursor."""
        if (value := self.value) is not None:
            self.post_message(self.Chosen(self, value))

    # -- drawing and the mouse ---------------------------------------------------------------

    def measure_anew(self) -> None:
        """Breaks the lines anew, because the widths of characters have changed."""
        self.on_resize()

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self._laid = {}
        self.top = self._step(RowPlace(self.top.entry, 0), 0) if self.entries else RowPlace(0, 0)
        self._reveal()
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draws the cursor again: it shows whether the panel has the focus."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draws one line of the panel."""
        if self.title:
            if y == 0:
                return self.draw([("  ", ""), (self.title, "strong" if self.has_focus or self._is_led else "muted")])
            y -= 1
        if not self.entries and self.empty:
            lines = without_orphan(((self.empty, "muted"),), max(4, min(EMPTY_CELLS, self.size.width - MARK_CELLS - 1)))
            return self.draw([("  ", ""), *lines[y]] if y < len(lines) else [])
        window = self._window()
        if y >= len(window):
            return self.draw([])
        index, row = window[y]
        runs = self._rows(index)[row]
        if index != self.cursor or runs is None:
            return self.draw([("  ", ""), *(runs or [])])
        if not (self.has_focus or self._is_led):
            return self.draw([(f"{self.QUIET_SIGN} ", "muted"), *runs])
        lit: list[Run] = [(text, f"here {name}".strip()) for text, name in runs]
        return self.draw([("▌ ", "here accent"), *lit], "here")

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the panel where the terminal's cursor stands: the text under the list's cursor."""
        title = 1 if self.title else 0
        for y, (index, row) in enumerate(self._window()):
            if index == self.cursor and self._rows(index)[row] is not None:
                return MARK_CELLS + self.entries[index].indent_cells, y + title
        return 0, 0

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """The rows in sight of the entry under the cursor, half-open, from the top of the panel."""
        title = 1 if self.title else 0
        own = [y for y, (index, _) in enumerate(self._window()[: self._height]) if index == self.cursor]
        return (own[0] + title, own[-1] + 1 + title) if own else (title, title)

    def entry_at(self, y: int) -> int:
        """Returns the index of the entry on a line of the panel, or -1 if there is none."""
        y -= 1 if self.title else 0
        window = self._window()
        if not 0 <= y < len(window):
            return -1
        index, row = window[y]
        return -1 if self._rows(index)[row] is None else index

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
        if self.entries:
            self.top = min(self._step(self.top, rows), self._lowest_top)
            self.refresh()

    @property
    def _lowest_top(self) -> RowPlace:
        """The row on the first line when the last row is on the last line."""
        if not self.entries:
            return RowPlace(0, 0)
        return self._step(self._end(len(self.entries) - 1), 1 - self._height)
