"""A spread: what a screen shows of an article, as one column, as pairs of columns, or as two that scroll together."""

from __future__ import annotations

from reader.layout.column import Column, Geometry, Locus, Place, Row
from reader.layout.piece import EMPTY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.flow import Flow, Item


class Spread:
    """What the screen shows of an article: one column, pairs of columns, or two columns that scroll together."""

    def __init__(self, flow: Flow, geometry: Geometry) -> None:
        self.flow, self.geometry = flow, geometry
        mode = geometry.shown_mode
        both = {"parallel": (0, 1), "interleaved": (0, 1), "left": (0,), "right": (1,)}[mode]
        self.columns: tuple[Column, ...]
        if not flow.free:
            self.columns = (Column(flow.sides[0], geometry, both),)
        elif mode == "parallel":
            self.columns = (Column(flow.sides[0], geometry, (0,)), Column(flow.sides[1], geometry, (1,)))
        elif mode == "interleaved":
            self.columns = (Column(flow.in_turn(), geometry, both),)
        else:
            self.columns = (Column(flow.sides[both[0]], geometry, both),)

    def window(self, place: Place, height: int) -> list[Row]:
        """Returns the rows that a screen of that height shows at a place."""
        places = self._places(place, height)
        windows = [column.window(p, height) for column, p in zip(self.columns, places, strict=True)]
        if len(windows) == 1:
            return [row for _, _, row in windows[0]]
        blank = Row(EMPTY, EMPTY, None, None)
        rows = []
        for k in range(max(map(len, windows))):
            left, right = (window[k][2] if k < len(window) else blank for window in windows)
            rows.append(Row(left.left, right.left, left.left_item, right.left_item, (0, 1), left.page))
        return rows

    def _places(self, place: Place, height: int) -> list[Place]:
        """Returns each column's own place: the others follow the one that the place counts in, in proportion."""
        if len(self.columns) == 1:
            return [place]
        if (place.item, place.row) == (0, 0):
            return [Place() for _ in self.columns]
        driving = self.columns[place.side]
        done = _share(driving, place, height)
        return [
            place if side == place.side else _at_share(column, done, height) for side, column in enumerate(self.columns)
        ]

    def _driver(self, place: Place) -> Column:
        return self.columns[place.side if place.side < len(self.columns) else 0]

    def longest(self, height: int = 0) -> int:
        """Returns the side that has most to scroll, which leads when the sides flow apart.

        It goes by estimates; given a height, a side that is seen whole never leads one that is not.
        """

        def key(side: int) -> tuple[bool, float]:
            column = self.columns[side]
            return not height or column.last(height) != Place(), column.above()[-1]

        return max(range(len(self.columns)), key=key)

    def move(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows on; where the sides flow apart the longer one is moved, the other follows."""
        if by and len(self.columns) > 1 and place.side != (side := self.longest(height)):
            place = self._with_side(self._places(place, height)[side], side)
        moved = self._driver(place).move(place, by, height)
        return self._with_side(moved, place.side)

    def first(self) -> Place:
        """Returns the beginning."""
        return Place(0, 0, self.longest() if len(self.columns) > 1 else 0)

    def last(self, height: int) -> Place:
        """Returns the place at which the end is on the last row."""
        side = self.longest(height) if len(self.columns) > 1 else 0
        return self._with_side(self.columns[side].last(height), side)

    def find(self, locus: Locus) -> Place | None:
        """Returns the place of a locus, or None if it is not in what is shown."""
        for side, column in enumerate(self.columns):
            if (len(self.columns) == 1 or side == locus.side) and (place := column.find(locus)):
                return self._with_side(place, side)
        return None

    def find_anchor(self, anchor: str) -> Place | None:
        """Returns the place of the passage or figure with that anchor, or None."""
        for side, column in enumerate(self.columns):
            for index, item in enumerate(column.items):
                if item.anchor == anchor and (item.number or item.kind == "figure"):
                    return self._with_side(column.start(index), side)
        return None

    def locus(self, place: Place) -> Locus:
        """Returns what stands at a place."""
        return self._driver(place).locus(place)

    def resume(self, locus: Locus, height: int) -> Place:
        """Returns the place of a locus for a window of a height; the beginning if it is not shown."""
        return self.move(self.find(locus) or self.first(), 0, height)

    def item_at(self, place: Place) -> Item | None:
        """Returns the item at a place: the one whose text is on its row, or the first after it."""
        column = self._driver(place)
        if not column.items:
            return None
        rows = column.rows(place.item)[place.row :]
        if any(row.left_item or row.right_item for row in rows):
            return column.items[place.item]
        return column.items[min(place.item + 1, len(column.items) - 1)]

    def progress(self, place: Place, height: int) -> float:
        """Returns how much has been read when the window is at a place, from 0 to 1; 1 when the end is in sight."""
        side = self.longest(height) if len(self.columns) > 1 else place.side
        if place.side != side:
            place = self._places(place, height)[side]
        return _share(self.columns[side if len(self.columns) > 1 else 0], place, height)

    def at_progress(self, done: float, height: int) -> Place:
        """Returns the place at which so much has been read."""
        side = self.longest(height) if len(self.columns) > 1 else 0
        return self._with_side(_at_share(self.columns[side], done, height), side)

    @staticmethod
    def _with_side(place: Place, side: int) -> Place:
        return Place(place.item, place.row, side)


def _share(column: Column, place: Place, height: int) -> float:
    end = column.fraction(column.last(height))
    return min(1.0, column.fraction(place) / end) if end else 1.0


def _at_share(column: Column, done: float, height: int) -> Place:
    if done <= 0:
        return Place()
    last = column.last(height)
    return last if done >= 1 else column.at_fraction(done * column.fraction(last), height)
