"""Where a reader is in an article, and what is seen from there. It knows no screen."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from reader.layout.column import Column, Locus, Place, Row
from reader.layout.flow import Flow
from reader.layout.geometry import Geometry
from reader.layout.item import Item
from reader.layout.spaces import SIDES, ItemIndex, TextOffset, other_side
from reader.layout.spread import Spread
from reader.layout.width import cell_width
from reader.reading.selection import Spot

OVERLAP_ROWS = 1
"""Rows of the last screen that a page move keeps in sight."""
ROWS_BEFORE_TARGET_SHARE = 3
"""What was out of sight and is gone to is shown this part of the height down."""


class Window:
    """Some rows at a place of a spread: what is in them, and ways to go elsewhere."""

    def __init__(
        self,
        flow: Flow,
        geometry: Geometry,
        height: int,
        at: Locus | str | None = None,
        share: float = 0.0,
        revealed: frozenset[str] = frozenset(),
        loose: Locus | None = None,
    ) -> None:
        """Opens the window at a locus or at an anchor, or, if that is not shown, where ``share`` lies behind.

        ``loose`` is where the other side stands if the sides are not linked.
        """
        self.flow, self.geometry, self.height = flow, geometry, height
        self.revealed = revealed
        self.spread = Spread(flow, geometry, revealed)
        if isinstance(at, str):
            place = self.spread.find_anchor(at)
            at = self.spread.locus(place) if place else None
        target = self.spread.find(at) if at else None
        away = self.spread.at_progress(share, height) if at else self.spread.first()
        self.place = self.spread.move(target, 0, height) if target else away
        self.loose: Place | None = None
        """The place of the side that does not move, where the sides are not linked."""
        if loose and len(self.spread.columns) > 1:
            side = other_side(self.place.side)
            other = self.spread.columns[side].find(loose) or Place()
            self.loose = Place(other.item, other.row, side)
        self._opened = (self.place, at) if at else None
        self._chosen = (self.place, target.item) if target else None
        """The item that was gone to, as long as the place is the one from where it was seen."""
        self.shift_cells = 0
        """How far wide tables are scrolled to the left."""
        self._seen: tuple[tuple[Place, Place | None], list[Row], tuple[int, int]] | None = None

    # -- what is seen -------------------------------------------------------------------------------

    @property
    def places(self) -> tuple[Place, ...]:
        """The place of each column."""
        if self.loose is None:
            return self.spread.places(self.place, self.height)
        return (self.place, self.loose) if self.place.side == 0 else (self.loose, self.place)

    @property
    def rows(self) -> list[Row]:
        """The rows of the window; fewer than its height where the article is shorter."""
        return self._look()[0]

    @property
    def thumb(self) -> tuple[int, int]:
        """The first row and the height of a scroll bar's thumb."""
        return self._look()[1]

    def _look(self) -> tuple[list[Row], tuple[int, int]]:
        """Works out what is seen from the place, once for each place."""
        if self._seen is None or self._seen[0] != (self.place, self.loose):
            rows = self.spread.window(self.places, self.height)
            whole = max(column.heights.total for column in self.spread.columns)
            size = max(1, min(self.height, round(self.height * self.height / max(whole, self.height))))
            top = round((self.height - size) * self.progress)
            self._seen = (self.place, self.loose), rows, (top, size)
        return self._seen[1:]

    @property
    def locus(self) -> Locus:
        """What stands on the first row.

        As long as nothing moved, it is the very locus that the window was opened at: so that to lay out anew and back
        again leads to where it began, though rows begin elsewhere at each width.
        """
        if self._opened and self._opened[0] == self.place:
            return self._opened[1]
        return self.spread.locus(self.place)

    @property
    def kept(self) -> Locus | None:
        """What stays at the top in another shape; None at the very beginning, which stays the beginning."""
        held = self._opened is not None and self._opened[0] == self.place
        return None if not held and self.place == self.spread.first() else self.locus

    @property
    def loose_locus(self) -> Locus | None:
        """What stands at the top of the side that does not move; None where the sides are linked."""
        return self.spread.locus(self.loose) if self.loose else None

    @property
    def index(self) -> ItemIndex:
        """The index, in the column that leads, of the current item: the one gone to, else the one at the top."""
        if self._chosen and self._chosen[0] == self.place:
            return self._chosen[1]
        return self.spread.index_at(self.place)

    @property
    def item(self) -> Item | None:
        """The current item."""
        items = self.column.items
        return items[self.index] if items else None

    def choose(self, index: ItemIndex) -> None:
        """Makes an item the current one without going anywhere, if it is in sight."""
        if any(row.at[self.place.side if len(self.spread.columns) > 1 else 0] == index for row in self.rows):
            self._chosen = (self.place, index)

    @property
    def progress(self) -> float:
        """How much of the article lies behind, from 0 to 1."""
        if self.loose is not None:
            return self.spread.share(self.place, self.height)
        return self.spread.progress(self.place, self.height)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return self.progress >= 1

    @property
    def passages(self) -> int:
        """The number of passages in the list that is being read."""
        return self._passages[self._list_of(self.item)]

    @cached_property
    def _passages(self) -> tuple[int, ...]:
        return tuple(items.passages() for items in self.flow.sides)

    def _list_of(self, item: Item | None) -> int:
        """Returns which of the article's lists an item is of: each language has its own where the sides are free."""
        return 1 if self.flow.free and item and not item.cells[0] else 0

    @property
    def passage_number(self) -> int:
        """The number of the current passage, or of the last one before what stands there; at least 1."""
        items = self.column.items
        for index in range(self.index, -1, -1):
            if number := items[index].number:
                return number
        return 1

    @property
    def figure(self) -> str:
        """The id of the figure nearest to the place: the first in sight, else the last one above; or empty."""
        for row in self.rows:
            for item in (row.left_item, row.right_item):
                if item and item.kind == "figure":
                    return item.anchor
        return self.column.items.figure_before(self.place.item)

    @property
    def column(self) -> Column:
        """The column that leads."""
        return self.spread.columns[self.place.side]

    # -- moving -----------------------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Goes on by rows, or back."""
        step = self.spread.move if self.loose is None else self.spread.move_side
        self.place = step(self.place, rows, self.height)

    def move_pages(self, pages: float) -> None:
        """Goes on by windows, keeping a row of the last one in sight."""
        self.move(round(max(1, self.height - OVERLAP_ROWS) * pages))

    def move_passages(self, by: int) -> None:
        """Goes to the next passage (1) or to the one before (-1); to the end or the beginning after the last."""
        items = self.column.items
        here, chosen = self.index, bool(self._chosen and self._chosen[0] == self.place)
        for index in map(ItemIndex, range(here, len(items) if by > 0 else -1, by)):
            if not items[index].number or items[index].part:
                continue
            start = self.column.start(index)
            beyond = (index - here) * by
            offset = ((start.item, start.row) > (self.place.item, self.place.row)) - (
                (start.item, start.row) < (self.place.item, self.place.row)
            )
            if beyond > 0 or (not chosen and offset * by > 0):
                self.go_to(index)
                return
        if by < 0:
            self.place = self.spread.first() if self.loose is None else Place(side=self.place.side)

    def go_to_end(self) -> None:
        """Goes to the end; the last passage is the current one."""
        if self.loose is None:
            self.place = self.spread.last(self.height)
        else:
            last = Place(ItemIndex(len(self.column.items) - 1), side=self.place.side)
            self.place = self.spread.move_side(last, 0, self.height)
        items = self.column.items
        index = next((k for k in map(ItemIndex, range(len(items) - 1, -1, -1)) if items[k].number), None)
        self._chosen = (self.place, index) if index is not None else None

    def go_to_next(self, anchors: frozenset[str]) -> bool:
        """Goes to the next passage with one of these anchors, around the end; returns whether there is one."""
        items = self.column.items
        found = sorted(index for anchor in anchors if (index := items.index_of(anchor)) is not None)
        if found:
            self.go_to(found[bisect_right(found, self.index) % len(found)])
        return bool(found)

    def go_to_share(self, done: float) -> None:
        """Goes to where so much of the article lies behind, from 0 to 1."""
        if self.loose is None:
            self.place = self.spread.at_progress(done, self.height)
        else:
            self.place = self.spread.at_share(self.place.side, done, self.height)

    def resume(self, locus: Locus) -> None:
        """Goes to a locus."""
        self.place = self.spread.resume(locus, self.height)

    def go_to(self, index: ItemIndex) -> None:
        """Goes to an item of the list that is being read, and makes it the current one."""
        start = self.column.start(index)
        self.place = self.spread.move_side(Place(start.item, start.row, self.place.side), 0, self.height)
        self._chosen = (self.place, index)

    def scroll_tables(self, by_cells: int) -> bool:
        """Scrolls the wide tables in sight sideways; returns whether there is one."""
        widths = self.geometry.columns_cells
        beyond = [
            cell_width(line.text) - width
            for row in self.rows
            for line, width in ((row.left, widths[0]), (row.right, widths[1]))
            if line.wide
        ]
        if beyond:
            self.shift_cells = max(0, min(self.shift_cells + by_cells, max(beyond)))
        return bool(beyond)

    # -- two sides that flow apart ------------------------------------------------------------------------

    @property
    def can_unlink(self) -> bool:
        """Whether the sides flow apart beside each other."""
        return len(self.spread.columns) > 1

    def link(self, linked: bool) -> None:
        """Lets the sides scroll apart, or links them again: the other side comes to where the leading one is."""
        self.loose = None if linked else self.places[1 - self.place.side]

    def lead(self, side: int) -> None:
        """Makes a side the one that moves, where they are not linked."""
        if self.loose is not None and side != self.place.side:
            self.place, self.loose = self.loose, self.place

    # -- what is in sight -------------------------------------------------------------------------------

    def bring_in_sight(self, column: int, side: int, spot: Spot) -> None:
        """Goes where a character is seen, if it is not seen already."""
        target = self.spread.columns[column].row_of(ItemIndex(spot.item), SIDES[side], TextOffset(spot.offset))
        if not self._sees(target, column):
            self.lead(column)
            above = self.spread.columns[column].move(target, -(self.height // ROWS_BEFORE_TARGET_SHARE), self.height)
            self.place = Place(above.item, above.row, SIDES[column])

    def _sees(self, target: Place, side: int) -> bool:
        """Whether a row of a column is in the window, and the column is the one that leads."""
        if side != self.place.side:
            return False
        column, place, left = self.column, self.place, self.height
        if (target.item, target.row) < (place.item, place.row):
            return False
        for index in map(ItemIndex, range(place.item, target.item)):
            left -= len(column.rows(index)) - (place.row if index == place.item else 0)
            if left <= 0:
                return False
        return target.row - (place.row if target.item == place.item else 0) < left

    def begins(self, number: int) -> Item | None:
        """Returns the item whose first row in sight is this row of the window, or None."""
        item, above = (
            (row.left_item or row.right_item) if row else None
            for row in (self.rows[number], self.rows[number - 1] if number else None)
        )
        return item if item is not above else None
