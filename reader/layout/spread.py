"""A spread: what a screen shows of an article, as one column, as pairs of columns, or as two that scroll together."""

from __future__ import annotations

from reader.layout.column import Column, Locus, Place, Row
from reader.layout.piece import EMPTY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.flow import Flow
    from reader.layout.geometry import Geometry

_SIDES = {"parallel": (0, 1), "interleaved": (0, 1), "left": (0,), "right": (1,), "reveal": (0, 1)}


class Spread:
    """What the screen shows of an article: one column, pairs of columns, or two columns that scroll together."""

    def __init__(self, flow: Flow, geometry: Geometry, revealed: frozenset[str] = frozenset()) -> None:
        """``revealed`` holds the anchors of the paragraphs whose other side was asked for, where it is hidden."""
        self.flow, self.geometry = flow, geometry
        mode = geometry.shown_mode
        sides = _SIDES[mode]
        self.columns: tuple[Column, ...]
        if not flow.free:
            self.columns = (Column(flow.sides[0], geometry, sides, revealed if mode == "reveal" else None),)
        elif mode == "parallel":
            self.columns = tuple(Column(flow.sides[k], geometry, (k,), steady=True) for k in (0, 1))
        elif mode == "interleaved":
            self.columns = (Column(flow.in_turn(), geometry, sides),)
        else:
            self.columns = (Column(flow.sides[sides[0]], geometry, sides[:1]),)

    # -- what is seen -------------------------------------------------------------------------------------

    def window(self, places: Sequence[Place], height: int) -> list[Row]:
        """Returns the rows that a screen of that height shows, given each column's place."""
        windows = [column.window(place, height) for column, place in zip(self.columns, places, strict=True)]
        if len(windows) == 1:
            return windows[0]
        blank = Row(EMPTY, EMPTY, None, None)
        rows = []
        for k in range(max(map(len, windows))):
            left, right = (window[k] if k < len(window) else blank for window in windows)
            at = left.at[0], right.at[0]
            rows.append(Row(left.left, right.left, left.left_item, right.left_item, (0, 1), left.page, at))
        return rows

    def places(self, place: Place, height: int) -> tuple[Place, ...]:
        """Returns each column's own place: the others follow the one that the place counts in, in proportion."""
        if len(self.columns) == 1:
            return (place,)
        if (place.item, place.row) == (0, 0):
            return tuple(Place(side=side) for side in range(len(self.columns)))
        done = self.share(place, height)
        sides = range(len(self.columns))
        return tuple(place if side == place.side else self.at_share(side, done, height) for side in sides)

    # -- moving ---------------------------------------------------------------------------------------------

    def longest(self, height: int = 0) -> int:
        """Returns the side that has most to scroll, which leads when the sides flow apart.

        It goes by estimates; given a height, a side that is seen whole never leads one that is not.
        """

        def key(side: int) -> tuple[bool, float]:
            column = self.columns[side]
            return not height or column.last(height) != Place(), column.heights.total

        return max(range(len(self.columns)), key=key)

    def move(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows on; where the sides flow apart the longer one is moved, the other follows."""
        if by and len(self.columns) > 1 and place.side != (side := self.longest(height)):
            place = self.places(place, height)[side]
        return self.move_side(place, by, height)

    def move_side(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows on in its own column."""
        return _with_side(self.columns[place.side].move(place, by, height), place.side)

    def first(self) -> Place:
        """Returns the beginning."""
        return Place(0, 0, self.longest() if len(self.columns) > 1 else 0)

    def last(self, height: int) -> Place:
        """Returns the place at which the end is on the last row."""
        side = self.longest(height) if len(self.columns) > 1 else 0
        return _with_side(self.columns[side].last(height), side)

    # -- places by content ------------------------------------------------------------------------------------

    def find(self, locus: Locus) -> Place | None:
        """Returns the place of a locus, or None if it is not in what is shown."""
        for side, column in enumerate(self.columns):
            if (len(self.columns) == 1 or side == locus.side) and (place := column.find(locus)):
                return _with_side(place, side)
        return None

    def find_anchor(self, anchor: str) -> Place | None:
        """Returns the place of the passage or figure with that anchor, or None."""
        for side, column in enumerate(self.columns):
            if (index := column.items.index_of(anchor)) is not None:
                return _with_side(column.start(index), side)
        return None

    def locus(self, place: Place) -> Locus:
        """Returns what stands at a place."""
        return self.columns[place.side].locus(place)

    def resume(self, locus: Locus, height: int) -> Place:
        """Returns the place of a locus for a window of a height; the beginning if it is not shown."""
        return self.move(self.find(locus) or self.first(), 0, height)

    def index_at(self, place: Place) -> int:
        """Returns the index of the item at a place: the one whose text is on its row, or the first after it."""
        column = self.columns[place.side]
        rows = column.rows(place.item)[place.row :] if column.items else ()
        if any(row.left_item or row.right_item for row in rows):
            return place.item
        return max(0, min(place.item + 1, len(column.items) - 1))

    # -- progress -------------------------------------------------------------------------------------------------

    def progress(self, place: Place, height: int) -> float:
        """Returns how much has been read when the window is at a place, from 0 to 1; 1 when the end is in sight."""
        side = self.longest(height) if len(self.columns) > 1 else place.side
        if place.side != side:
            place = self.places(place, height)[side]
        return self.share(place, height)

    def at_progress(self, done: float, height: int) -> Place:
        """Returns the place at which so much has been read."""
        side = self.longest(height) if len(self.columns) > 1 else 0
        return self.at_share(side, done, height)

    def share(self, place: Place, height: int) -> float:
        """Returns how much of a place's own column lies behind, from 0 to 1; 1 when its end is in sight."""
        column = self.columns[place.side]
        last = column.last(height)
        if (place.item, place.row) >= (last.item, last.row):
            return 1.0
        return min(1.0, column.above(place) / max(1.0, column.above(last)))

    def at_share(self, side: int, done: float, height: int) -> Place:
        """Returns the place of a column at which so much of it lies behind."""
        column = self.columns[side]
        if done <= 0:
            return Place(side=side)
        last = column.last(height)
        place = last if done >= 1 else column.place_at(done * column.above(last), height)
        return _with_side(place, side)


def _with_side(place: Place, side: int) -> Place:
    return Place(place.item, place.row, side)
