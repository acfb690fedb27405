"""The visible rows of an article, and the moves from one place in it to another."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

from reader.layout.column import Column, Locus, Place, Row
from reader.layout.spaces import ItemIndex, LineCell, WindowRow, other_side
from reader.layout.spread import Spread
from reader.layout.width import cell_width
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.flow import Flow
    from reader.layout.geometry import Geometry
    from reader.layout.item import Dress, Item, ItemName
    from reader.layout.spaces import Side
    from reader.reading.direction import Direction
    from reader.reading.selection import Spot

OVERLAP_ROWS = 1
"""Number of rows of the last window that a page move keeps in sight."""
TARGET_DEPTH = 3
"""Divisor of the height: a target that was out of sight comes to this part of the window's rows from the top."""


@record
class _Seen:
    """The rows and the scroll bar's thumb at a place."""

    place: Place
    loose: Place | None
    rows: list[Row]
    thumb: tuple[int, int]


class Window:
    """A number of rows from a place of a spread on, with the current item among them."""

    def __init__(  # noqa: PLR0913 (a place and the ways to show it: most are named)
        self,
        flow: Flow,
        geometry: Geometry,
        height: int,
        at: Locus | str | None = None,
        *,
        share: float = 0.0,
        revealed: frozenset[str] = frozenset(),
        dress: Dress | None = None,
    ) -> None:
        """Opens the window.

        Args:
            flow: The article in two languages.
            geometry: The division of the width.
            height: The number of rows.
            at: The locus or the anchor at which it opens; the beginning if None.
            share: The part of the article above the window, from 0 to 1, if ``at`` is not in it.
            revealed: The anchors of the paragraphs whose hidden language is shown.
            dress: Returns an item as it is drawn; None where items are drawn as they are.
        """
        self._dress = dress
        self.flow, self.geometry, self.height = flow, geometry, height
        self.revealed = revealed
        self.spread = Spread(flow, geometry, revealed, height, dress)
        if isinstance(at, str):
            place = self.spread.find_anchor(at)
            at = self.spread.locus(place) if place else None
        target = self.spread.find(at) if at else None
        away = self.spread.at_progress(share, height) if at else self.spread.first()
        self.place = self.spread.move(target, 0, height) if target else away
        self.loose: Place | None = None
        """Place of the side that does not move, where the sides are not linked."""
        self._opened = (self.place, at) if at else None
        self._chosen = (self.place, target.item) if target else None
        """The item that a move led to, valid as long as the place is the one of that move."""
        self.shift_cells = LineCell(0)
        """Number of cells that wide tables are scrolled to the left."""
        self._seen: _Seen | None = None

    def reshaped(self, geometry: Geometry, height: int, revealed: frozenset[str]) -> Window:
        """Returns a window in another shape, at the same place and with the same current item.

        Where only the height changes, the end stays in sight: a box that opens and closes moves nothing.
        """
        share, dress = self.progress, self._dress
        new = Window(self.flow, geometry, height, self.kept, share=share, revealed=revealed, dress=dress)
        if geometry == self.geometry and self.loose is None and self.at_end and self.place != self.spread.first():
            new.place = new.spread.last(height)
        if (loose := self.loose_locus) and new.can_unlink:
            side = other_side(new.place.side)
            other = new.spread.columns[side].find(loose) or Place()
            new.loose = Place(other.item, other.row, side)
        if (index := new.index_of(self.item) if self.flow.free else self.index) is not None:
            new.choose(index)
        return new

    def relay(self, names: frozenset[ItemName], seen: Locus | None = None) -> None:
        """Lays the items with some names out anew, as they are drawn otherwise now; the text at the top stays there.

        Args:
            names: The names.
            seen: A place that stays in sight: of a text that gets longer above it, the end is shown.
        """
        index, top, loose = self.index, self.spread.locus(self.place), self.loose_locus
        is_first = self.place == self.spread.first()
        keeps_end = not is_first and self.loose is None and index != self.spread.index_at(self.place) and self.at_end
        opened = self._opened[1] if self._opened and self._opened[0] == self.place else None
        changed = [column.forget(names) for column in self.spread.columns]
        self._seen = None

        def moved(place: Place, top: Locus | None) -> Place:
            is_changed = place.item in changed[place.side if len(changed) > 1 else 0]
            found = self.spread.find(top) if top and is_changed else None
            return self.spread.move_side(found or place, 0, self.height)

        if not is_first:
            self.place = moved(self.place, opened or top)
            kept = opened or top  # another change leads back to the same row, unless the end is too near for that
            self._opened = (self.place, kept) if self.spread.find(kept) == self.place else None
        if keeps_end:
            self.place = self.spread.last(self.height)
        self.loose = self.loose and moved(self.loose, loose)
        if seen and (target := self.spread.find(seen)) and target.side == self.place.side and not shows(self, seen):
            above = self.column.move(target, OVERLAP_ROWS - self.height, self.height)
            self.place = Place(above.item, above.row, self.place.side)
        self.choose(index)

    def index_of(self, item: Item | None) -> ItemIndex | None:
        """Returns the index in the leading column of an item of any list of the article; None if it is not there."""
        items = self.column.items
        found = items.indices(item.kind, item.anchor) if item else []
        return next((k for k in found if item and items[k].part == item.part), None)

    # -- the visible rows -------------------------------------------------------------------------------

    @property
    def places(self) -> tuple[Place, ...]:
        """Place of each column."""
        if self.loose is None:
            return self.spread.places(self.place, self.height)
        return (self.place, self.loose) if self.place.side == 0 else (self.loose, self.place)

    @property
    def rows(self) -> list[Row]:
        """Rows of the window; fewer than its height where the article is shorter."""
        return self._look().rows

    @property
    def thumb(self) -> tuple[int, int]:
        """First row and height of the scroll bar's thumb."""
        return self._look().thumb

    def _look(self) -> _Seen:
        """Returns the rows and the thumb at the place; lays them out once for each place."""
        seen = self._seen
        if seen is None or (seen.place, seen.loose) != (self.place, self.loose):
            rows = self.spread.window(self.places, self.height)
            whole = max(column.heights.total for column in self.spread.columns)
            size = max(1, min(self.height, round(self.height * self.height / max(whole, self.height))))
            top = round((self.height - size) * self.progress)
            seen = self._seen = _Seen(self.place, self.loose, rows, (top, size))
        return seen

    @property
    def locus(self) -> Locus:
        """Locus of the first row.

        Until the first move it is the locus at which the window was opened: a change of width and back leads to the
        same row then, though rows begin at other characters at each width.
        """
        if self._opened and self._opened[0] == self.place:
            return self._opened[1]
        return self.spread.locus(self.place)

    @property
    def kept(self) -> Locus | None:
        """Locus that stays at the top in another shape; None at the beginning of the article, which stays there."""
        held = self._opened is not None and self._opened[0] == self.place
        return None if not held and self.place == self.spread.first() else self.locus

    @property
    def loose_locus(self) -> Locus | None:
        """Locus at the top of the side that does not move; None where the sides are linked."""
        return self.spread.locus(self.loose) if self.loose else None

    @property
    def index(self) -> ItemIndex:
        """Index of the current item in the leading column: the item that the last move led to, else the top one."""
        if self._chosen and self._chosen[0] == self.place:
            return self._chosen[1]
        return self.spread.index_at(self.place)

    @property
    def item(self) -> Item | None:
        """Current item; None in an empty column."""
        items = self.column.items
        return items[self.index] if items else None

    def choose(self, index: ItemIndex) -> None:
        """Makes an item the current one without a move, if it is in sight."""
        if any(row.at[self.place.side if len(self.spread.columns) > 1 else 0] == index for row in self.rows):
            self._chosen = (self.place, index)

    @property
    def progress(self) -> float:
        """Part of the article above the last row, from 0 to 1."""
        if self.loose is not None:
            return self.spread.share(self.place, self.height)
        return self.spread.progress(self.place, self.height)

    @property
    def at_end(self) -> bool:
        """Whether the last row is in sight."""
        return self.progress >= 1

    @property
    def passages(self) -> int:
        """Number of passages in the list that the current item is of."""
        return self._passages[self._list_of(self.item)]

    @cached_property
    def _passages(self) -> tuple[int, ...]:
        return tuple(items.passages() for items in self.flow.sides)

    def _list_of(self, item: Item | None) -> int:
        """Returns the number of the list that holds an item: each language has its own where the sides are free."""
        return 1 if self.flow.free and item and not item.cells[0] else 0

    @property
    def turn_language(self) -> str:
        """Language of the current turn; empty where the languages are not in turns."""
        item = self.item
        in_turns = len(self.spread.columns) == 1 and self.flow.free and not self.geometry.one_language
        return self.flow.languages[self._list_of(item)] if in_turns and item and item.number else ""

    @property
    def passage_number(self) -> int:
        """Number of the current passage, or of the last one before it; at least 1."""
        items = self.column.items
        own = self._list_of(self.item)
        for index in range(self.index, -1, -1):
            if (number := items[index].number) and self._list_of(items[index]) == own:
                return number
        return 1

    @property
    def column(self) -> Column:
        """Column that leads."""
        return self.spread.columns[self.place.side]

    def lay_ahead(self) -> None:
        """Lays out the rows of the next window and those that its progress needs, so that a page-down finds them."""
        below = self.spread.move(self.place, self.height, self.height) if self.loose is None else self.place
        self.spread.window(self.spread.places(below, self.height), self.height)
        self.spread.progress(below, self.height)

    # -- moving -----------------------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Moves by rows; backwards where negative."""
        step = self.spread.move if self.loose is None else self.spread.move_side
        self.place = step(self.place, rows, self.height)

    def move_pages(self, pages: float) -> None:
        """Moves by heights of the window; a whole page keeps a row of the last window in sight."""
        self.move(round(max(1, self.height - OVERLAP_ROWS) * pages))

    def move_passages(self, by: Direction) -> None:
        """Moves to the next passage (1) or to the one before (-1); before the first passage to the beginning."""
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
        """Moves to the end; the last passage becomes the current one."""
        if self.loose is None:
            self.place = self.spread.last(self.height)
        else:
            self.put(Place(ItemIndex(len(self.column.items) - 1), side=self.place.side))
        items = self.column.items
        index = next((k for k in map(ItemIndex, range(len(items) - 1, -1, -1)) if items[k].number), None)
        self._chosen = (self.place, index) if index is not None else None

    def go_to_next(self, anchors: frozenset[str]) -> bool:
        """Moves to the next passage with one of these anchors, around the end; returns whether there is one."""
        items = self.column.items
        found = sorted(index for anchor in anchors if (index := items.index_of(anchor)) is not None)
        if found:
            self.go_to(found[bisect_right(found, self.index) % len(found)])
        return bool(found)

    def go_to_share(self, done: float) -> None:
        """Moves to a part of the article, from 0 (the beginning) to 1 (the end)."""
        if self.loose is None:
            self.place = self.spread.at_progress(done, self.height)
        else:
            self.place = self.spread.at_share(self.place.side, done, self.height)

    def resume(self, locus: Locus) -> None:
        """Moves to a locus."""
        self.place = self.spread.resume(locus, self.height)

    def put(self, place: Place) -> None:
        """Moves to a place of one side, as near as the end of the article allows."""
        self.place = self.spread.move_side(place, 0, self.height)

    def go_to(self, index: ItemIndex) -> None:
        """Moves to an item of the leading column, and makes it the current one."""
        start = self.column.start(index)
        self.put(Place(start.item, start.row, self.place.side))
        self._chosen = (self.place, index)

    def scroll_tables(self, by_cells: int) -> bool:
        """Scrolls the wide tables in sight sideways; returns whether there is one."""
        widths = self.geometry.columns_cells
        beyond = [
            cell_width(line.text) - width
            for row in self.rows
            for line, width in (
                (row.left, self.geometry.across_cells if row.spans else widths[0]),
                (row.right, widths[1]),
            )
            if line.wide
        ]
        if beyond:
            self.shift_cells = LineCell(max(0, min(self.shift_cells + by_cells, max(beyond))))
        return bool(beyond)

    # -- two sides that flow apart ------------------------------------------------------------------------

    @property
    def can_unlink(self) -> bool:
        """Whether the sides are two columns of their own."""
        return len(self.spread.columns) > 1

    def link(self, linked: bool) -> None:
        """Links the sides, so that the other one follows the leading one, or lets each scroll by itself."""
        self.loose = None if linked else self.places[1 - self.place.side]

    def lead(self, side: Side) -> None:
        """Makes a side the one that moves, where they are not linked."""
        if self.loose is not None and side != self.place.side:
            self.place, self.loose = self.loose, self.place

    # -- bringing into sight -------------------------------------------------------------------------------

    def bring_in_sight(self, column: Side, side: Side, spot: Spot) -> None:
        """Moves so that a character of a column's side is in sight, if it is not."""
        target = self.spread.columns[column].row_of(spot.item, side, spot.offset)
        if self.row_of_spot(column, side, spot) is None:
            self.lead(column)
            above = self.spread.columns[column].move(target, -(self.height // TARGET_DEPTH), self.height)
            self.place = Place(above.item, above.row, column)

    def show(self, column: Side, side: Side, spot: Spot) -> None:
        """Brings a character into sight, and makes its item the current one where its column leads."""
        self.bring_in_sight(column, side, spot)
        if self.place.side == column:
            self._chosen = (self.place, spot.item)

    def row_of(self, target: Place) -> WindowRow | None:
        """Returns the row of the window that shows a row of the leading column; None if it is out of sight."""
        column, place = self.column, self.place
        if (target.item, target.row) < (place.item, place.row):
            return None
        row = target.row - place.row
        for index in map(ItemIndex, range(place.item, target.item)):
            row += len(column.rows(index))
            if row >= self.height + target.row:
                return None
        return WindowRow(row) if row < self.height else None

    def row_of_spot(self, column: Side, side: Side, spot: Spot) -> WindowRow | None:
        """Returns the row of a character of a column's side; None if it is out of sight."""
        if column != self.place.side:
            return None
        return self.row_of(self.spread.columns[column].row_of(spot.item, side, spot.offset))


def shows(window: Window, locus: Locus) -> bool:
    """Whether the row of a locus of the leading column is in sight."""
    place = window.spread.find(locus)
    return place is not None and place.side == window.place.side and window.row_of(place) is not None
