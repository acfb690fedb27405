"""A spread: an article as one column, as a column of pairs, or as two columns that scroll together."""

from __future__ import annotations

from reader.layout.column import Column, Place, Row
from reader.layout.piece import EMPTY
from reader.layout.spaces import LEFT, RIGHT, SIDES, ColumnRow, ItemIndex

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.column import Locus
    from reader.layout.flow import Flow
    from reader.layout.geometry import Geometry, Mode
    from reader.layout.item import Dress
    from reader.layout.spaces import Side

_SIDES: dict[Mode, tuple[Side, ...]] = {
    "parallel": SIDES,
    "interleaved": SIDES,
    "left": (LEFT,),
    "right": (RIGHT,),
    "reveal": SIDES,
}
"""Sides that each way to read shows."""
TURN_ROWS = 24
"""Rows of a turn where there is no screen."""


class Spread:
    """One column, a column of pairs, or two columns that scroll together in proportion."""

    def __init__(
        self,
        flow: Flow,
        geometry: Geometry,
        revealed: frozenset[str] = frozenset(),
        height: int = TURN_ROWS,
        dress: Dress | None = None,
    ) -> None:
        """Takes the items and the geometry.

        Args:
            flow: The items.
            geometry: The widths of the columns.
            revealed: The anchors whose hidden side is shown in ``reveal``.
            height: The number of rows of the screen, which no turn of a language exceeds.
            dress: Returns an item as it is drawn; None where items are drawn as they are.
        """
        self.flow, self.geometry = flow, geometry
        mode = geometry.shown_mode
        sides = _SIDES[mode]
        self.columns: tuple[Column, ...]
        if not flow.free:
            self.columns = (
                Column(flow.sides[0], geometry, sides, revealed if mode == "reveal" else None, dress=dress),
            )
        elif mode == "parallel":
            self.columns = tuple(Column(flow.sides[k], geometry, (k,), is_followed=True, dress=dress) for k in SIDES)
        elif mode == "interleaved":
            from reader.layout.turns import in_turns  # few articles have two languages without pairs

            self.columns = (Column(in_turns(flow, geometry, height), geometry, sides, dress=dress),)
        else:
            self.columns = (Column(flow.sides[sides[0]], geometry, sides[:1], dress=dress),)

    def apart(self) -> Spread:
        """Returns the same spread, in which items are laid out apart from this one."""
        from copy import copy  # only the screen needs it

        new = copy(self)
        new.columns = tuple(column.apart() for column in self.columns)
        return new

    # -- rows and columns in sight ------------------------------------------------------------------------

    def window(self, places: Sequence[Place], height: int) -> list[Row]:
        """Returns the rows of a window of a height, given the place of each column."""
        windows = [column.window(place, height) for column, place in zip(self.columns, places, strict=True)]
        if len(windows) == 1:
            return windows[0]
        blank = Row(EMPTY, EMPTY, None, None)
        rows = []
        for k in range(max(map(len, windows))):
            left, right = (window[k] if k < len(window) else blank for window in windows)
            at = left.at[0], right.at[0]
            rows.append(Row(left.left, right.left, left.left_item, right.left_item, SIDES, left.page, at, left.label))
        return rows

    def places(self, place: Place, height: int) -> tuple[Place, ...]:
        """Returns the place of each column: the other one follows the column of ``place`` in proportion."""
        if len(self.columns) == 1:
            return (place,)
        if place.position == (0, 0):
            return tuple(Place(side=side) for side in SIDES)
        done = self.share(place, height)
        return tuple(place if side == place.side else self.at_share(side, done, height) for side in SIDES)

    # -- moving ---------------------------------------------------------------------------------------------

    def longest(self, height: int = 0) -> Side:
        """Returns the column with the most rows by estimate, which leads where each side has a column.

        Given a height, a column that a window shows whole never leads one that it does not.
        """

        def key(side: Side) -> tuple[bool, float]:
            column = self.columns[side]
            is_longer = not height or column.is_far(ItemIndex(0), height) or column.last(height) != Place()
            return is_longer, column.heights.total

        return max(SIDES[: len(self.columns)], key=key)

    def move(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows further on; of two columns the longer one is moved, and the other follows."""
        if by and len(self.columns) > 1 and place.side != (side := self.longest(height)):
            place = self.places(place, height)[side]
        return self.move_side(place, by, height)

    def move_side(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows further on in its own column."""
        return _with_side(self.columns[place.side].move(place, by, height), place.side)

    def first(self) -> Place:
        """Returns the first place of the spread."""
        return Place(side=self.longest() if len(self.columns) > 1 else LEFT)

    def last(self, height: int) -> Place:
        """Returns the place at which the last row of the spread is the last row of a window."""
        side = self.longest(height) if len(self.columns) > 1 else LEFT
        return _with_side(self.columns[side].last(height), side)

    # -- places by content ------------------------------------------------------------------------------------

    def find(self, locus: Locus) -> Place | None:
        """Returns the place of a locus, or None if it is not shown."""
        for side, column in zip(SIDES, self.columns, strict=False):
            if (len(self.columns) == 1 or side == locus.side) and (place := column.find(locus)):
                return _with_side(place, side)
        return None

    def find_anchor(self, anchor: str) -> Place | None:
        """Returns the place of the passage or figure with that anchor, or None."""
        for side, column in zip(SIDES, self.columns, strict=False):
            if (index := column.items.index_of(anchor)) is not None:
                return _with_side(column.start(index), side)
        return None

    def locus(self, place: Place) -> Locus:
        """Returns the locus of a place."""
        return self.columns[place.side].locus(place)

    def resume(self, locus: Locus, height: int) -> Place:
        """Returns the place of a locus for a window of a height; the first place if it is not shown."""
        return self.move(self.find(locus) or self.first(), 0, height)

    def index_at(self, place: Place) -> ItemIndex:
        """Returns the index of the item whose text is on the row of a place, or of the first item after it."""
        column = self.columns[place.side]
        rows = column.rows(place.item)[place.row :] if column.items else ()
        if any(row.left_item or row.right_item for row in rows):
            return place.item
        return ItemIndex(max(0, min(place.item + 1, len(column.items) - 1)))

    # -- progress -------------------------------------------------------------------------------------------------

    def progress(self, place: Place, height: int) -> float:
        """Returns the share of the spread above a window at a place, from 0 to 1; 1 when the last row is in sight."""
        side = self.longest(height) if len(self.columns) > 1 else place.side
        if place.side != side:
            place = self.places(place, height)[side]
        return self.share(place, height)

    def at_progress(self, done: float, height: int) -> Place:
        """Returns the place of a progress from 0 to 1."""
        side = self.longest(height) if len(self.columns) > 1 else LEFT
        return self.at_share(side, done, height)

    def share(self, place: Place, height: int) -> float:
        """Returns the share of a place's own column above it, from 0 to 1; 1 when the last row is in sight."""
        column = self.columns[place.side]
        if not column.is_far(place.item, height) and place.position >= column.last(height).position:
            return 1.0
        return min(1.0, column.above(place) / column.rows_above_last(height, place.item))

    def at_share(self, side: Side, done: float, height: int) -> Place:
        """Returns the place of a column that has a share of it, from 0 to 1, above."""
        column = self.columns[side]
        if done <= 0:
            return Place(side=side)
        if done >= 1:
            return _with_side(column.last(height), side)
        above = ColumnRow(done * column.rows_above_last(height, ItemIndex(0)))
        return _with_side(column.place_at(above, height), side)


def _with_side(place: Place, side: Side) -> Place:
    """Returns a place of a column as a place of the spread."""
    return Place(place.item, place.row, side)
