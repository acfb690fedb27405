"""Items under each other in rows, laid out only where they are looked at.

A place is an item and a row in it, so nothing above the place has ever to be laid out, and a change
of width moves nothing. Progress comes from estimated heights, which cost no layout.
"""

from __future__ import annotations

from itertools import accumulate

from reader.layout.piece import EMPTY, ORNAMENT
from reader.layout.setting import set_cell, set_pair
from reader.layout.typesetting import Typesetting
from reader.model.language import is_chinese
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.flow import Item
    from reader.layout.piece import Line

MODES = ("parallel", "interleaved", "left", "right")
MARGIN_CELLS = 5
GUTTER_CELLS = 3
MIN_PARALLEL_CELLS = 66
"""The narrowest spread on which the languages stand side by side."""
MIN_COLUMN_CELLS = 2


@record
class Geometry:
    """The width of a spread and how it is divided, in cells."""

    width_cells: int
    mode: str = "parallel"
    measure_cells: int = 68
    """The widest that a column of text gets."""

    @property
    def shown_mode(self) -> str:
        """The mode that the width allows: side by side needs room."""
        narrow = self.width_cells < MIN_PARALLEL_CELLS
        return "interleaved" if self.mode == "parallel" and narrow else self.mode

    @property
    def margin_cells(self) -> int:
        """The width of the margin that holds printed page numbers."""
        return MARGIN_CELLS if self.width_cells >= 30 else 0

    @property
    def column_cells(self) -> int:
        """The width of a column of text."""
        room = self.width_cells - self.margin_cells - 1
        if self.shown_mode == "parallel":
            room = (room - GUTTER_CELLS) // 2
        return max(MIN_COLUMN_CELLS, min(room, self.measure_cells))

    @property
    def left_cells(self) -> int:
        """The blank columns at the left that centre the spread."""
        used = self.margin_cells + self.column_cells
        if self.shown_mode == "parallel":
            used += GUTTER_CELLS + self.column_cells
        return max(0, (self.width_cells - used) // 2)


@record
class Place:
    """A row of an item; ``side`` tells which list it counts in where the sides flow apart."""

    item: int = 0
    row: int = 0
    side: int = 0


@record
class Row:
    """A row of the screen: the lines of both columns, and the items they belong to.

    In a single column every line is in ``left``, whichever language it has; ``sides`` tells.
    """

    left: Line
    right: Line
    left_item: Item | None
    right_item: Item | None
    sides: tuple[int, int] = (0, 1)
    page: str = ""
    """The printed page that begins on this row."""


@record
class Locus:
    """A place told by the content, which outlives a change of width, mode or languages.

    ``offset`` is the character of ``side``'s text at which the row begins, or -1 if the row holds no text.
    """

    kind: str
    anchor: str
    side: int = 0
    offset: int = -1


class Column:
    """Items under each other, each laid out when first asked for."""

    def __init__(self, items: Sequence[Item], geometry: Geometry, sides: tuple[int, ...]) -> None:
        self.items = items
        self.geometry = geometry
        self.sides = sides
        """Which cells of an item are set: both in parallel, one, or both under each other."""
        self.parallel = geometry.shown_mode == "parallel" and len(sides) == 2
        self._rows: dict[int, tuple[Row, ...]] = {}
        self._above: list[float] | None = None

    def rows(self, index: int) -> tuple[Row, ...]:
        """Returns the rows of an item, the blank ones before it first; at least one."""
        found = self._rows.get(index)
        if found is None:
            found = self._rows[index] = self._lay(index)
        return found

    def _lay(self, index: int) -> tuple[Row, ...]:
        item = self.items[index]
        width, how = self.geometry.column_cells, Typesetting()
        blank = Row(EMPTY, EMPTY, None, None)
        space = [blank] * space_before(item, self.items[index - 1] if index else None)
        rows: list[Row] = []
        first, second = item.cells
        if self.parallel and first and second:
            rows = [Row(left, right, item, item) for left, right in set_pair(item, first, second, (width, width), how)]
        elif self.parallel:
            lines = set_cell(item, only, width, how) if (only := first or second) else ()
            rows = [Row(line, EMPTY, item, item) if first else Row(EMPTY, line, item, item) for line in lines]
        else:
            for side in self.sides:
                cell = item.cells[side]
                other = item.cells[1 - side]
                if cell and cell.note and len(self.sides) == 2 and other and not other.note:
                    continue  # that a language has nothing goes without saying where the other stands alone
                lines = set_cell(item, cell, width, how) if cell else ()
                rows += [Row(line, EMPTY, item, None, (side, side)) for line in lines]
        if not rows:
            return (blank,) if index == 0 else tuple(space) or (blank,)
        if page := self._page(index):
            top = rows[0]
            rows[0] = Row(top.left, top.right, top.left_item, top.right_item, top.sides, page)
        return (*space, *rows)

    def _page(self, index: int) -> str:
        """Returns the printed page that begins with an item, or with those before it that have no row here."""
        items = self.items
        while not items[index].new_page and index and not any(items[index - 1].cells[side] for side in self.sides):
            index -= 1
        return items[index].page if items[index].new_page else ""

    def window(self, place: Place, height: int) -> list[tuple[int, int, Row]]:
        """Returns ``(item, row, Row)`` for the rows from a place on, at most ``height`` of them."""
        found: list[tuple[int, int, Row]] = []
        index, start = place.item, place.row
        while index < len(self.items) and len(found) < height:
            rows = self.rows(index)
            found += [(index, start + k, row) for k, row in enumerate(rows[start : start + height - len(found)])]
            index, start = index + 1, 0
        return found

    def move(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows further (or back), so that the window there is full if it can be."""
        index, row = place.item, place.row + by
        while row < 0 and index > 0:
            index -= 1
            row += len(self.rows(index))
        while index < len(self.items) - 1 and row >= len(self.rows(index)):
            row -= len(self.rows(index))
            index += 1
        row = max(0, min(row, len(self.rows(index)) - 1)) if self.items else 0
        return min(Place(index, row), self.last(height), key=lambda p: (p.item, p.row))

    def last(self, height: int) -> Place:
        """Returns the last place whose window is full, or the first one."""
        missing = height
        for index in range(len(self.items) - 1, -1, -1):
            rows = len(self.rows(index))
            if rows >= missing:
                return Place(index, rows - missing)
            missing -= rows
        return Place()

    def start(self, index: int) -> Place:
        """Returns the place of an item's first row of text."""
        rows = self.rows(index)
        return Place(index, next((k for k, row in enumerate(rows) if row.left_item or row.right_item), 0))

    def find(self, locus: Locus) -> Place | None:
        """Returns the place of the row that holds a locus, or None if its item is not here."""
        found = [k for k, item in enumerate(self.items) if (item.kind, item.anchor) == (locus.kind, locus.anchor)]
        if not found:
            return None
        # A title stands twice where the sides follow each other: the one that has the side is meant.
        index = next((k for k in found if self.items[k].cells[locus.side]), found[0])
        return self.row_of(index, locus.side, locus.offset)

    def locus(self, place: Place) -> Locus:
        """Returns what stands at a place; on a row without text (a rule, an empty line) what stands above it."""
        item = self.items[place.item]
        for row in reversed(self.rows(place.item)[: place.row + 1]):
            for line, side in ((row.left, row.sides[0]), (row.right, row.sides[1])):
                for piece in line.pieces:
                    if piece.start >= 0:
                        return Locus(item.kind, item.anchor, side, piece.start)
        return Locus(item.kind, item.anchor, 0 if item.cells[0] else 1)

    def row_of(self, index: int, side: int, offset: int) -> Place:
        """Returns the place of the row that holds a character of an item's side; of its first row for offset -1."""
        if offset < 0:
            return Place(index)
        place, nearest = self.start(index), ORNAMENT
        for k, row in enumerate(self.rows(index)):
            line = row.right if self.parallel and side == 1 else row.left if side == row.sides[0] else EMPTY
            for piece in line.pieces:
                if nearest < piece.start <= offset:
                    place, nearest = Place(index, k), piece.start
        return place

    def fraction(self, place: Place) -> float:
        """Returns how much of the whole lies above a place, from 0 to 1, by estimated heights."""
        above = self.above()
        if not above[-1]:
            return 0.0
        rows = len(self.rows(place.item)) if self.items else 1
        part = (above[place.item + 1] - above[place.item]) * place.row / rows
        return (above[place.item] + part) / above[-1]

    def at_fraction(self, fraction: float, height: int) -> Place:
        """Returns the place above which that much lies; the inverse of :meth:`fraction`."""
        above = self.above()
        target = fraction * above[-1] + 1e-9  # of a row: an item that begins there has begun
        low, high = 0, max(0, len(self.items) - 1)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if above[middle] <= target else (low, middle - 1)
        share = (target - above[low]) / max(0.001, above[low + 1] - above[low]) if self.items else 0
        row = int(share * len(self.rows(low)) + 0.5) if self.items else 0
        return self.move(Place(low), row, height)

    def above(self) -> list[float]:
        """Returns the estimated rows above each item, and last of all the whole height."""
        if self._above is None:
            width = self.geometry.column_cells
            heights = (self._estimate(index, width) for index in range(len(self.items)))
            self._above = list(accumulate(heights, initial=0.0))
        return self._above

    def _estimate(self, index: int, width: int) -> float:
        item = self.items[index]
        heights = []
        for side in self.sides:
            if cell := item.cells[side]:
                cells = len(cell.prose.text) * (2 if is_chinese(cell.language) else 1)
                heights.append(max(1.0, cells / width + 0.5))
        text = (max(heights) if self.parallel else sum(heights)) if heights else 0.0
        return text + space_before(item, self.items[index - 1] if index else None)


def space_before(item: Item, previous: Item | None) -> int:
    """Returns the blank rows between two items."""
    if previous is None:
        return 0
    kinds = (previous.kind, item.kind)
    if item.kind in ("by", "continued") and item.anchor == previous.anchor:
        return 0
    if kinds == ("item", "item") or kinds == ("kicker", "title") or kinds == ("credits", "relation"):
        return 0
    if previous.kind == "continued" and previous.anchor == item.anchor:
        return 0
    return 1
