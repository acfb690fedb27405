"""A list of entries in a room of some size: the cursor on one of them, and the rows in sight. Pure."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from reader.layout.runs import without_orphan
from reader.pictures.fitting import CellBox, box_of
from reader.ui.lists.entry import laid_out

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.layout.runs import Run
    from reader.pictures.headers import PictureFile
    from reader.ui.lists.entry import ListEntry

T = TypeVar("T")

MARK_CELLS = 2
MIN_ROWS_WITH_PICTURES = 24
"""Smallest height of a list whose entries have pictures."""
MAX_PICTURE_ROWS = 7
EMPTY_CELLS = 72
"""Maximum width of the message in place of entries."""


class RowPlace(NamedTuple):
    """A row of an entry, by the index of each; places are in order from the top."""

    entry: int
    row: int


class ListedPicture(NamedTuple):
    """The picture of an entry in sight: its cells on the panel, of which some rows may be out of sight."""

    file: PictureFile
    x: int
    y: int
    box: CellBox
    rows: tuple[int, int]
    """The rows of the box in sight, half-open."""


class ListedRow(NamedTuple):
    """The runs of a row, and the name of the style that fills it up."""

    runs: list[Run]
    blank: str = ""


TOP = RowPlace(0, 0)


class ListRows(Generic[T]):
    """A list of entries and its cursor, which is on an entry that has a value; -1 where none has.

    An entry is broken into lines when it is first seen, so a list may have any length.
    """

    def __init__(self, max_cells: int = 0, quiet_sign: str = "▏") -> None:
        """Makes an empty list.

        Args:
            max_cells: The maximum width of its lines; 0 for any.
            quiet_sign: The sign of the cursor while another panel has the keys.
        """
        self._max_cells, self._quiet_sign = max_cells, quiet_sign
        self.title, self.empty = "", ""
        self.foot: Callable[[int], list[list[Run]]] | None = None
        """Returns rows of a width for the bottom of the panel, which are shown where the entries leave room."""
        self.entries: Sequence[ListEntry[T]] = []
        self.cursor = -1
        self.top = TOP
        """The row on the first line below the title."""
        self.stays_at_top = False
        """Whether the first entries stay in sight, wherever the cursor is."""
        self.width_cells = self.height = 0
        self._laid: dict[int, list[list[Run] | None]] = {}
        self._seen: tuple[RowPlace, list[RowPlace]] = (TOP, [])
        self._pictures: tuple[list[RowPlace] | None, list[ListedPicture]] = (None, [])

    # -- content ---------------------------------------------------------------------------

    def show(self, entries: Sequence[ListEntry[T]], cursor: int = -1) -> None:
        """Replaces the entries, and moves the cursor to an index, or to the first entry with a value."""
        self.entries = entries
        if not (0 <= cursor < len(entries) and entries[cursor].value is not None):
            cursor = next((k for k, entry in enumerate(entries) if entry.value is not None), -1)
        self.cursor, self.top = cursor, TOP
        self._laid = {}
        self.reveal()

    def resize(self, width_cells: int, height: int) -> None:
        """Breaks the lines anew, for a room of a size."""
        self.width_cells, self.height = width_cells, height
        self._laid = {}
        self.top = self._step(RowPlace(self.top.entry, 0), 0) if self.entries else TOP
        self.reveal()

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
        room = self._room_cells - entry.indent_cells
        if box := self._picture_box(entry):
            rows += [[]] * box.rows
        rows += [[(" " * entry.indent_cells, ""), *line] for line in laid_out(entry, room)]
        return rows or [[]]

    @property
    def _room_cells(self) -> int:
        width = self.width_cells - MARK_CELLS - 1
        return max(4, min(width, self._max_cells or width))

    def _picture_box(self, entry: ListEntry[T]) -> CellBox | None:
        """Returns the cells of an entry's picture; None without one, or without room."""
        if entry.picture is None or self.height < MIN_ROWS_WITH_PICTURES:
            return None
        return box_of(entry.picture.size, CellBox(self._room_cells - entry.indent_cells, MAX_PICTURE_ROWS))

    def pictures(self) -> list[ListedPicture]:
        """Returns the pictures in sight."""
        seen = self._window()
        if self._pictures[0] is not seen:  # asked for at each line
            self._pictures = seen, list(self._pictures_in(seen[: self._room_rows]))
        return self._pictures[1]

    def _pictures_in(self, seen: Sequence[RowPlace]) -> Iterator[ListedPicture]:
        for index, group in groupby(enumerate(seen, self._title_rows), lambda each: each[1].entry):
            entry, places = self.entries[index], list(group)
            if entry.picture and (box := self._picture_box(entry)):
                above = int(self._rows(index)[0] is None)
                rows = [(y, place.row - above) for y, place in places if 0 <= place.row - above < box.rows]
                if rows:
                    x = MARK_CELLS + entry.indent_cells
                    yield ListedPicture(entry.picture, x, rows[0][0], box, (rows[0][1], rows[-1][1] + 1))

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
            while len(seen) < self._room_rows and index < len(self.entries):
                seen += [RowPlace(index, k) for k in range(row, len(self._rows(index)))]
                index, row = index + 1, 0
            self._seen = self.top, seen
        return seen

    # -- moving -----------------------------------------------------------------------------

    @property
    def _title_rows(self) -> int:
        return 1 if self.title else 0

    @property
    def _room_rows(self) -> int:
        return max(1, self.height - self._title_rows)

    def moved(self, by: int) -> int:
        """Returns the cursor ``by`` entries with a value further down, or further up if it is negative.

        A list in which no entry has a value scrolls by rows.
        """
        if self.cursor < 0:
            self.scroll(by)
            return self.cursor
        step = 1 if by > 0 else -1
        cursor = self.cursor
        for _ in range(abs(by)):
            index = cursor + step
            while 0 <= index < len(self.entries) and self.entries[index].value is None:
                index += step
            if not 0 <= index < len(self.entries):
                break
            cursor = index
        return cursor

    def moved_page(self, by: int) -> int:
        """Returns the cursor ``by`` panel heights further down, or further up if it is negative."""
        if self.cursor < 0:
            self.scroll(by * self._room_rows)
            return self.cursor
        index, row = self._step(self._start(self.cursor), by * self._room_rows)
        if index and self._rows(index)[row] is None:
            index -= 1
        return self._with_value(index, 1 if by > 0 else -1)

    def moved_to_end(self, last: bool) -> int:
        """Returns the cursor on the first or the last entry."""
        if self.cursor < 0:
            self.top = self._lowest_top if last else TOP
            return self.cursor
        return self._with_value(len(self.entries) - 1 if last else 0, -1 if last else 1) if self.entries else -1

    def _with_value(self, index: int, step: int) -> int:
        """Returns the index of the nearest entry with a value: from ``index`` on by ``step``, else back from there."""
        up, down = range(index, -1, -1), range(index, len(self.entries))
        for candidate in chain(down, up) if step > 0 else chain(up, down):
            if self.entries[candidate].value is not None:
                return candidate
        return self.cursor

    def reveal(self) -> None:
        """Scrolls until the entry under the cursor is in sight, and its heading if there is room."""
        self._seen = self.top, []
        if not self.width_cells or not 0 <= self.cursor < len(self.entries):
            return  # before it has a room; a resize follows
        first, end = self._start(self.cursor), self._end(self.cursor)
        above = self.cursor
        while above > 0 and self.entries[above - 1].value is None and self.cursor - above < self._room_rows:
            above -= 1
        lowest = self._step(end, 1 - self._room_rows)
        heading = self._start(above)
        self.top = max(self.top, lowest)
        self.top = TOP if self.stays_at_top else min(self.top, heading if heading >= lowest else first)

    def scroll(self, by: int) -> None:
        """Scrolls down by a number of rows without moving the cursor; up if it is negative."""
        if self.entries:
            self.top = min(self._step(self.top, by), self._lowest_top)

    @property
    def _lowest_top(self) -> RowPlace:
        """The row on the first line when the last row is on the last line."""
        if not self.entries:
            return TOP
        return self._step(self._end(len(self.entries) - 1), 1 - self._room_rows)

    # -- rows -------------------------------------------------------------------------------

    def row(self, y: int, *, has_keys: bool) -> ListedRow:
        """Returns a row of the panel; ``has_keys`` if the list has the focus, or a box that leaves it the arrows."""
        if self.title:
            if y == 0:
                return ListedRow([("  ", ""), (self.title, "strong" if has_keys else "muted")])
            y -= 1
        if not self.entries and self.empty:
            room = max(4, min(EMPTY_CELLS, self.width_cells - MARK_CELLS - 1))
            lines = without_orphan(((self.empty, "muted"),), room)
            return ListedRow([("  ", ""), *lines[y]] if y < len(lines) else [])
        window = self._window()
        if y >= len(window):
            return ListedRow(self._foot_row(y))
        index, row = window[y]
        runs = self._rows(index)[row]
        if index != self.cursor or runs is None:
            return ListedRow([("  ", ""), *(runs or [])])
        if not has_keys:
            return ListedRow([(f"{self._quiet_sign} ", "muted"), *runs])
        lit: list[Run] = [(text, f"here {name}".strip()) for text, name in runs]
        return ListedRow([("▌ ", "here accent"), *lit], "here")

    def _foot_row(self, y: int) -> list[Run]:
        """Returns a row below the entries; a blank one parts them from the foot."""
        rows = self.foot(self._room_cells) if self.foot else []
        first = self._room_rows - len(rows)
        return [("  ", ""), *rows[y - first]] if len(self._window()) < first <= y else []

    @property
    def cursor_cell(self) -> tuple[int, int]:
        """The cell and the row of the panel for the terminal's cursor: the text under the list's cursor."""
        for y, (index, row) in enumerate(self._window()):
            if index == self.cursor and self._rows(index)[row]:
                return MARK_CELLS + self.entries[index].indent_cells, y + self._title_rows
        return MARK_CELLS, self._title_rows

    @property
    def cursor_rows(self) -> tuple[int, int]:
        """The rows in sight of the entry under the cursor, half-open, from the top of the panel."""
        title = self._title_rows
        own = [y for y, (index, _) in enumerate(self._window()[: self._room_rows]) if index == self.cursor]
        return (own[0] + title, own[-1] + 1 + title) if own else (title, title)

    def entry_at(self, y: int) -> int:
        """Returns the index of the entry on a line of the panel, or -1 if there is none."""
        y -= self._title_rows
        window = self._window()
        if not 0 <= y < len(window):
            return -1
        index, row = window[y]
        return -1 if self._rows(index)[row] is None else index
