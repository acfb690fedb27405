"""A list of entries of several lines each, with a cursor; contents, captions, shelf and hits are such lists."""

from __future__ import annotations

from bisect import bisect_right
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.layout.runs import wrap
from reader.layout.width import cell_width
from reader.model.record import record
from reader.ui.drawing import Run
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

MARK_CELLS = 2
WHEEL_ROWS = 3


@record
class Entry(Generic[T]):
    """One entry: paragraphs of runs, each wrapped by itself; ``value`` is what it stands for.

    An entry without a value is a heading: the cursor passes over it.
    """

    paragraphs: tuple[tuple[Run, ...], ...]
    value: T | None = None
    indent_cells: int = 0
    hang_cells: int = 0
    """How much further the lines after a paragraph's first are indented."""
    space_before: bool = False
    right: Run = ("", "")
    """Stands at the right end of the first row."""


class Laid:
    """The rows of entries at a width, each entry laid out when a row of it or behind it is first asked for."""

    def __init__(self, entries: Sequence[Entry[Any]] = (), width_cells: int = 0) -> None:
        self._entries, self._width = entries, width_cells
        self._rows: list[tuple[int, list[Run]]] = []
        self._starts: list[int] = []

    def row(self, number: int) -> tuple[int, list[Run]] | None:
        """Returns a row: the index of its entry, -1 for a blank one between entries, and its runs; None behind all."""
        return self._rows[number] if 0 <= number < self.up_to(number + 1) else None

    def up_to(self, rows: int) -> int:
        """Returns the number of rows if that is smaller; else so many or more."""
        while len(self._rows) < rows and len(self._starts) < len(self._entries):
            self._add(len(self._starts), self._entries[len(self._starts)])
        return len(self._rows)

    def start(self, index: int) -> int:
        """Returns the row on which an entry starts; for the number of entries, the number of rows."""
        while len(self._starts) <= index and len(self._starts) < len(self._entries):
            self._add(len(self._starts), self._entries[len(self._starts)])
        return self._starts[index] if index < len(self._starts) else len(self._rows)

    def entry_from(self, row: int) -> int:
        """Returns the index of the last entry that starts on a row or above it, or -1."""
        self.up_to(row + 1)
        return bisect_right(self._starts, row) - 1

    def _add(self, index: int, entry: Entry[Any]) -> None:
        if entry.space_before and self._rows:
            self._rows.append((-1, []))
        self._starts.append(len(self._rows))
        room = self._width - entry.indent_cells
        for number, paragraph in enumerate(entry.paragraphs):
            aside = cell_width(entry.right[0]) + 1 if entry.right[0] and number == 0 else 0
            for k, line in enumerate(wrap(paragraph, room - aside, hang_cells=entry.hang_cells)):
                if aside and k == 0:
                    gap = room - cell_width(entry.right[0]) - sum(cell_width(text) for text, _ in line)
                    line += [(" " * gap, ""), entry.right]
                self._rows.append((index, [(" " * entry.indent_cells, ""), *line]))


class Listing(Panel, Generic[T], can_focus=True):
    """Shows entries; the cursor stands on one that has a value."""

    title: reactive[str] = reactive("")
    cursor: reactive[int] = reactive(-1)

    class Moved(Message):
        """The cursor came to another entry."""

        def __init__(self, listing: Listing[Any]) -> None:
            self.listing = listing
            super().__init__()

        @property
        def control(self) -> Listing[Any]:
            """The listing."""
            return self.listing

    class Chosen(Message):
        """An entry was chosen, with Enter or the mouse."""

        def __init__(self, listing: Listing[Any], value: Any) -> None:
            self.listing, self.value = listing, value
            super().__init__()

        @property
        def control(self) -> Listing[Any]:
            """The listing."""
            return self.listing

    def __init__(self, id: str, title: str = "", empty: str = "") -> None:
        super().__init__(id=id)
        self.set_reactive(Listing.title, title)
        self.entries: list[Entry[T]] = []
        self.empty = empty
        self.top = 0
        self._laid = Laid()

    # -- content ---------------------------------------------------------------------------

    def show(self, entries: list[Entry[T]], cursor: int = -1) -> None:
        """Replaces the entries; the cursor goes to the entry given, or to the first that has a value."""
        self.entries = entries
        if not (0 <= cursor < len(entries) and entries[cursor].value is not None):
            cursor = next((k for k, entry in enumerate(entries) if entry.value is not None), -1)
        self.set_reactive(Listing.cursor, cursor)
        self.top = 0
        self._lay()
        self._reveal()
        self.refresh()

    @property
    def value(self) -> T | None:
        """What the entry under the cursor stands for."""
        return self.entries[self.cursor].value if 0 <= self.cursor < len(self.entries) else None

    def _lay(self) -> None:
        if not self.size.width:
            return  # before the first layout of the screen; on_resize follows
        self._laid = Laid(self.entries, max(4, self.size.width - MARK_CELLS - 1))

    # -- moving -----------------------------------------------------------------------------

    @property
    def _height(self) -> int:
        return max(1, self.size.height - (1 if self.title else 0))

    def move(self, by: int) -> None:
        """Moves the cursor by so many entries that have a value."""
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
        """Moves the cursor by so many heights of the panel."""
        if self.cursor < 0:
            return
        index = self._laid.entry_from(max(0, self._laid.start(self.cursor) + by * self._height))
        self.cursor = self._with_value(max(0, min(index, len(self.entries) - 1)), 1 if by > 0 else -1)

    def move_to_end(self, last: bool) -> None:
        """Moves the cursor to the first or the last entry."""
        if self.entries:
            self.cursor = self._with_value(len(self.entries) - 1 if last else 0, -1 if last else 1)

    def _with_value(self, index: int, step: int) -> int:
        """Returns the first entry from ``index`` on that has a value, going by ``step``, else back from there."""
        for candidate in chain(range(index, len(self.entries) if step > 0 else -1, step), range(index, -1, -1)):
            if self.entries[candidate].value is not None:
                return candidate
        return int(self.cursor)

    def watch_cursor(self) -> None:
        """Keeps the cursor in sight and tells that it moved."""
        self._reveal()
        self.refresh()
        self.post_message(self.Moved(self))

    def _reveal(self) -> None:
        """Scrolls so that the entry under the cursor is seen, and the heading over it if there is room."""
        if not 0 <= self.cursor < len(self.entries):
            return
        first, end = self._laid.start(self.cursor), self._laid.start(self.cursor + 1)
        above = self.cursor
        while above > 0 and self.entries[above - 1].value is None:
            above -= 1
        self.top = max(self.top, end - self._height)
        heading = self._laid.start(above)
        self.top = min(self.top, heading if end - heading <= self._height else first)
        self.top = max(0, self.top)

    def choose(self) -> None:
        """Chooses the entry under the cursor."""
        if (value := self.value) is not None:
            self.post_message(self.Chosen(self, value))

    # -- drawing and the mouse ---------------------------------------------------------------

    def on_resize(self) -> None:
        """Breaks the lines anew."""
        self._lay()
        self._reveal()
        self.refresh()

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Draws the cursor as the focus has it."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draws one line of the panel."""
        if self.title:
            if y == 0:
                mark = "▸ " if self.has_focus else "  "
                return self.draw([(mark, "accent"), (self.title, "strong")])
            y -= 1
        if not self.entries and self.empty:
            lines = wrap(((self.empty, "muted"),), max(4, self.size.width - MARK_CELLS - 1))
            return self.draw([("  ", ""), *lines[y]] if y < len(lines) else [])
        row = self._laid.row(self.top + y)
        if row is None:
            return self.draw([])
        index, runs = row
        if index != self.cursor or index < 0:
            return self.draw([("  ", ""), *runs])
        first = self.top + y == self._laid.start(index)
        lit: list[Run] = [(text, f"here {name}".strip()) for text, name in runs]
        mark = ("▌ " if self.has_focus else "▏ ") if first else "  "
        return self.draw([(mark, "here accent"), *lit], "here")

    def entry_at(self, y: int) -> int:
        """Returns the index of the entry on a line of the panel, or -1."""
        title = 1 if self.title else 0
        row = self._laid.row(self.top + y - title) if y >= title else None
        return row[0] if row else -1

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
        below = self._laid.up_to(self.top + rows + self._height)
        self.top = max(0, min(self.top + rows, below - self._height))
        self.refresh()
