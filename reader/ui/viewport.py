"""Where a reader is in an article, and what is seen from there. It knows no screen."""

from __future__ import annotations

from functools import cached_property

from reader.layout.column import Column, Geometry, Locus, Place, Row
from reader.layout.flow import Flow, Item
from reader.layout.spread import Spread
from reader.search.query import Query
from reader.ui.finding import Match, matches

OVERLAP_ROWS = 1
"""Rows of the last screen that a page move keeps in sight."""
ROWS_BEFORE_MATCH_SHARE = 3
"""A match that was out of sight is shown this part of the height down."""


class Viewport:
    """A window of some rows at a place of a spread, and the matches of what is looked for."""

    def __init__(
        self, flow: Flow, geometry: Geometry, height: int, at: Locus | str | None = None, share: float = 0.0
    ) -> None:
        """Opens the window at a locus or at an anchor, or, if that is not shown, where ``share`` lies behind."""
        self.flow, self.geometry, self.height = flow, geometry, height
        self.spread = Spread(flow, geometry)
        if isinstance(at, str):
            place = self.spread.find_anchor(at)
            at = self.spread.locus(place) if place else None
        target = self.spread.find(at) if at else None
        away = self.spread.at_progress(share, height) if at else self.spread.first()
        self.place = self.spread.move(target, 0, height) if target else away
        self._opened = (self.place, at) if at else None
        self._chosen = (self.place, target.item) if target else None
        """The item that was gone to, as long as the place is the one from where it was seen."""
        self.sought = Query(())
        self.found: list[Match] = []
        self.current = -1
        """The index of the current match, -1 if there is none."""
        self._found_at: Place | None = None
        self._lit: dict[tuple[int, int], list[tuple[int, int]]] = {}  # by an item's identity and side
        self._seen: tuple[Place, list[Row], tuple[int, int]] | None = None

    # -- what is seen -------------------------------------------------------------------------------

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
        if self._seen is None or self._seen[0] != self.place:
            whole = max(column.above()[-1] for column in self.spread.columns)
            size = max(1, min(self.height, round(self.height * self.height / max(whole, self.height))))
            top = round((self.height - size) * self.progress)
            self._seen = self.place, self.spread.window(self.place, self.height), (top, size)
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
    def item(self) -> Item | None:
        """The current item: the one that was gone to, else the one at the top."""
        if self._chosen and self._chosen[0] == self.place:
            return self._column.items[self._chosen[1]]
        return self.spread.item_at(self.place)

    @property
    def _index(self) -> int:
        """The index of the current item."""
        if self._chosen and self._chosen[0] == self.place:
            return self._chosen[1]
        return self.place.item

    def choose(self, item: Item | None) -> None:
        """Makes an item the current one without going anywhere, if it is in sight."""
        if item and any(item is seen for row in self.rows for seen in (row.left_item, row.right_item)):
            index = next((k for k, known in enumerate(self._column.items) if known is item), None)
            self._chosen = (self.place, index) if index is not None else None

    @property
    def progress(self) -> float:
        """How much of the article lies behind, from 0 to 1."""
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
    def _passages(self) -> dict[int, int]:
        counts = {0: 0, 1: 0}
        for column in self.spread.columns:
            for item in column.items:
                counts[self._list_of(item)] += bool(item.number)
        return counts

    def _list_of(self, item: Item | None) -> int:
        """Returns which of the article's lists an item is of: each language has its own where the sides are free."""
        return 1 if self.flow.free and item and not item.cells[0] else 0

    @property
    def passage_number(self) -> int:
        """The number of the current passage, or of the last one before what stands there; at least 1."""
        item = self.item
        if item and item.number:
            return item.number
        before = reversed(self._column.items[: self._index])
        return next((above.number for above in before if above.number), 1)

    @property
    def figure(self) -> str:
        """The id of the figure nearest to the place: the first in sight, else the last one above; or empty."""
        for row in self.rows:
            for item in (row.left_item, row.right_item):
                if item and item.kind == "figure":
                    return item.anchor
        above = (item.anchor for item in reversed(self._column.items[: self.place.item]) if item.kind == "figure")
        return next(above, "")

    @property
    def _column(self) -> Column:
        return self.spread.columns[self.place.side]

    # -- moving -----------------------------------------------------------------------------------------

    def move(self, rows: int) -> None:
        """Goes on by rows, or back."""
        self.place = self.spread.move(self.place, rows, self.height)

    def move_pages(self, pages: float) -> None:
        """Goes on by windows, keeping a row of the last one in sight."""
        self.move(round(max(1, self.height - OVERLAP_ROWS) * pages))

    def move_passages(self, by: int) -> None:
        """Goes to the next passage (1) or to the one before (-1); to the end or the beginning after the last."""
        items = self._column.items
        here, chosen = self._index, bool(self._chosen and self._chosen[0] == self.place)
        for index in range(here, len(items) if by > 0 else -1, by):
            start = self._column.start(index)
            after = index > here or (not chosen and start.row > self.place.row)
            before = index < here or (not chosen and start.row < self.place.row)
            if items[index].number and (after if by > 0 else before):
                self._go_to(index)
                return
        if by < 0:
            self.place = self.spread.first()

    def go_to_end(self) -> None:
        """Goes to the end; the last passage is the current one."""
        self.place = self.spread.last(self.height)
        items = self._column.items
        index = next((k for k in range(len(items) - 1, -1, -1) if items[k].number), None)
        self._chosen = (self.place, index) if index is not None else None

    def go_to_next(self, anchors: frozenset[str]) -> bool:
        """Goes to the next passage with one of these anchors, around the end; returns whether there is one."""
        items = self._column.items
        found = [k for k, item in enumerate(items) if item.number and item.anchor in anchors]
        if found:
            here = self._index if self.item is items[self._index] else self._index + 1
            self._go_to(next((index for index in found if index > here), found[0]))
        return bool(found)

    def go_to_share(self, done: float) -> None:
        """Goes to where so much of the article lies behind, from 0 to 1."""
        self.place = self.spread.at_progress(done, self.height)

    def resume(self, locus: Locus) -> None:
        """Goes to a locus."""
        self.place = self.spread.resume(locus, self.height)

    def _go_to(self, index: int) -> None:
        """Goes to an item of the list that is being read, and makes it the current one."""
        start = self._column.start(index)
        self.place = self.spread.move(Place(start.item, start.row, self.place.side), 0, self.height)
        self._chosen = (self.place, index)

    # -- finding -------------------------------------------------------------------------------------------

    def find(self, query: Query, start: Locus | None = None) -> None:
        """Lights every match and goes to the first one at or after a locus, or after the top of the window."""
        self._light(query)
        here = (self.spread.find(start) if start else None) or self.place
        after = (k for k, match in enumerate(self.found) if (match.column, match.item) >= (here.side, here.item))
        self.current = next(after, 0 if self.found else -1)
        self.place = self.spread.move(here, 0, self.height)
        self._show_current()

    def keep_lit(self, query: Query, current: int) -> None:
        """Lights the matches that were lit before the article was laid out anew, and goes nowhere."""
        self._light(query)
        self.current = min(current, len(self.found) - 1)

    @property
    def strayed(self) -> bool:
        """Whether the reader has gone elsewhere since a match was shown."""
        return self._found_at is not None and self._found_at != self.place

    def next_match(self, by: int) -> None:
        """Goes to the next match or to the one before, around the ends."""
        if self.found:
            self.current = (self.current + by) % len(self.found)
            self._show_current()

    def lit(self, item: Item, side: int) -> list[tuple[int, int, bool]]:
        """Returns the matches in one side of an item: start, end, and whether it is the current one."""
        spans = self._lit.get((id(item), side), [])
        if not spans or self.current < 0:
            return [(*span, False) for span in spans]
        match = self.found[self.current]
        here = self.spread.columns[match.column].items[match.item] is item and match.side == side
        return [(start, end, here and start == match.start) for start, end in spans]

    def _light(self, query: Query) -> None:
        self.sought = query
        self.found = matches(self.spread, query)
        self._lit = {}
        for match in self.found:
            item = self.spread.columns[match.column].items[match.item]
            self._lit.setdefault((id(item), match.side), []).append((match.start, match.end))

    def _show_current(self) -> None:
        if self.current < 0:
            return
        match = self.found[self.current]
        column = self.spread.columns[match.column]
        target = column.row_of(match.item, match.side, match.start)
        if not self._sees(target, match.column):
            above = column.move(target, -(self.height // ROWS_BEFORE_MATCH_SHARE), self.height)
            self.place = Place(above.item, above.row, match.column)
        if self.place.side == match.column:
            self._chosen = (self.place, match.item)
        self._found_at = self.place

    def _sees(self, target: Place, side: int) -> bool:
        if side != self.place.side:
            return False
        window = self._column.window(self.place, self.height)
        return any((item, row) == (target.item, target.row) for item, row, _ in window)

    def begins(self, number: int) -> Item | None:
        """Returns the item whose first row in sight is this row of the window, or None."""
        item, above = (
            (row.left_item or row.right_item) if row else None
            for row in (self.rows[number], self.rows[number - 1] if number else None)
        )
        return item if item is not above else None
