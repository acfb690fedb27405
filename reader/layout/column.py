"""Items under each other in rows, laid out only where they are looked at.

A place is an item and a row in it, so nothing above the place has ever to be laid out, and a change
of width moves nothing. Progress comes from heights that are estimated until an item is laid out.
"""

from __future__ import annotations

import math
from functools import cached_property
from operator import add

from reader.layout.heights import Heights
from reader.layout.parts import PART_CHARS
from reader.layout.piece import EMPTY, ORNAMENT
from reader.layout.setting import CHINESE_INDENT_CELLS, set_cell, set_pair
from reader.layout.width import cell_width
from reader.model.language import is_ideographic
from reader.model.record import record, replace

MAX_KEPT_ITEMS = 2_000
"""How many items' rows are kept; they are made again when they are looked at again."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.flow import Items
    from reader.layout.geometry import Geometry
    from reader.layout.item import Item
    from reader.layout.piece import Line


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
    at: tuple[int, int] = (-1, -1)
    """The index of the item of each side in its column; -1 where there is none."""


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

    def __init__(
        self,
        items: Items,
        geometry: Geometry,
        sides: tuple[int, ...],
        revealed: frozenset[str] | None = None,
        steady: bool = False,
    ) -> None:
        """Takes items to set.

        Args:
            items: What is set.
            geometry: How wide.
            sides: Which of their cells.
            revealed: The anchors whose hidden second side is shown all the same; None if nothing is hidden.
            steady: Whether heights stay as they were estimated: a column that follows another one in proportion must
                not go back because something above was laid out.
        """
        self.steady = steady
        self.items = items
        self.geometry = geometry
        self.sides = sides
        """Which cells of an item are set: both in parallel, one, or both under each other."""
        self.revealed = revealed
        self.parallel = geometry.parallel and len(sides) == 2
        self._rows: dict[int, tuple[Row, ...]] = {}

    def rows(self, index: int) -> tuple[Row, ...]:
        """Returns the rows of an item, the blank ones before it first; at least one."""
        found = self._rows.get(index)
        if found is None:
            if len(self._rows) >= MAX_KEPT_ITEMS:
                self._rows.clear()
            found = self._rows[index] = self._lay(index)
            if "heights" in self.__dict__ and not self.steady:
                self.heights.correct(index, len(found))
        return found

    def _lay(self, index: int) -> tuple[Row, ...]:
        item = self.items[index]
        blank = Row(EMPTY, EMPTY, None, None)
        space = [blank] * space_before(item, self.items[index - 1] if index else None)
        rows = list(self._set(item, index))
        if not rows:
            return (blank,) if index == 0 else tuple(space) or (blank,)
        if page := self._page(index):
            rows[0] = replace(rows[0], page=page)
        return (*space, *rows)

    def _set(self, item: Item, index: int) -> Iterator[Row]:
        """Yields the rows of an item's text."""
        widths, how, hang = self.geometry.columns_cells, self.geometry.typesetting, self.geometry.hang_cells
        first, second = item.cells
        at = (index, index)
        if self.parallel and first and second:
            for left, right in set_pair(item, first, second, widths, how, (hang, hang)):
                yield Row(left, right, item, item, at=at)
        elif self.parallel:
            if first:
                for line in set_cell(item, first, widths[0], how, hang):
                    yield Row(line, EMPTY, item, item, at=at)
            elif second:
                for line in set_cell(item, second, widths[1], how, hang):
                    yield Row(EMPTY, line, item, item, at=at)
        else:
            for side in self._shown(item):
                cell = item.cells[side]
                other = item.cells[1 - side]
                if cell and cell.note and len(self.sides) == 2 and other and not other.note:
                    continue  # that a language has nothing goes without saying where the other stands alone
                for line in set_cell(item, cell, widths[side], how, hang) if cell else ():
                    yield Row(line, EMPTY, item, None, (side, side), at=(index, -1))

    def _shown(self, item: Item) -> tuple[int, ...]:
        """Returns the sides of an item that are shown under each other."""
        first = item.cells[0]
        hidden = self.revealed is not None and first and not first.note and item.anchor not in self.revealed
        return self.sides[:1] if hidden else self.sides

    def _page(self, index: int) -> str:
        """Returns the printed page that begins with an item, or with those before it that have no row here."""
        items = self.items
        while not items[index].new_page and index and not any(items[index - 1].cells[side] for side in self.sides):
            index -= 1
        return items[index].page if items[index].new_page else ""

    def window(self, place: Place, height: int) -> list[Row]:
        """Returns the rows from a place on, at most ``height`` of them."""
        found: list[Row] = []
        index, start = place.item, place.row
        while index < len(self.items) and len(found) < height:
            found += self.rows(index)[start : start + height - len(found)]
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
        found = self.items.indices(locus.kind, locus.anchor)
        # A title stands twice where the sides follow each other: the one that has the side is meant. Of a text in
        # parts it is the part that holds the offset.
        held = [(k, cell.offset) for k in found if (cell := self.items[k].cells[locus.side])]
        index = next((k for k, offset in reversed(held) if offset <= max(0, locus.offset)), found[0] if found else None)
        return self.row_of(index, locus.side, locus.offset) if index is not None else None

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

    @cached_property
    def heights(self) -> Heights:
        """The rows of the items: exact for those that are laid out, estimated for the rest."""
        estimates = self._estimates()
        heights = Heights(estimates)
        for index, rows in () if self.steady else self._rows.items():
            heights.correct(index, len(rows))
        return heights

    def above(self, place: Place) -> float:
        """Returns how many rows stand above a place."""
        if not self.items:
            return 0.0
        rows = len(self.rows(place.item))
        return self.heights.above(place.item) + self.heights[place.item] * min(place.row, rows) / rows

    def place_at(self, rows: float, height: int) -> Place:
        """Returns the place above which about that many rows stand; the inverse of :meth:`above`."""
        if not self.items:
            return Place()
        index, rest = self.heights.item_at(rows)
        share = rest / max(1.0, self.heights[index])
        return self.move(Place(index), int(share * len(self.rows(index)) + 0.5), height)

    def _estimates(self) -> list[float]:
        """Returns about how many rows each item takes, the blank one before it included."""
        first, *others = (self._estimates_of(side) for side in self.sides)
        if not others or self.revealed is not None:
            return [1.0 + rows for rows in first]
        together = max if self.parallel else add
        return [1.0 + rows for rows in map(together, first, *others)]

    def _estimates_of(self, side: int) -> list[int]:
        """Returns about how many lines each item's text on a side takes.

        Of how wide the characters are, a few texts tell; a table tells the lines for each length.
        """
        texts = self.items.texts(side)
        sample = "".join(texts[:: 1 + len(texts) // _SAMPLE_TEXTS])[:PART_CHARS]
        char_cells = cell_width(sample) / max(1, len(sample))
        chinese = is_ideographic(self.items.languages[side])
        indent = CHINESE_INDENT_CELLS if chinese else 0
        room = max(1.0, self.geometry.columns_cells[side] - _WASTE_CELLS[chinese])
        lengths = self.items.lengths(side)
        longest = min(max(lengths, default=0), _MAX_ESTIMATED_CHARS)
        lines = [math.ceil((length * char_cells + indent) / room) for length in range(longest + 1)]
        lines[0] = 0 if len(self.sides) == 1 else 1  # a note tells that there is no text
        if longest == _MAX_ESTIMATED_CHARS:
            lengths = [min(length, longest) for length in lengths]
        return list(map(lines.__getitem__, lengths))


_SAMPLE_TEXTS = 40
_MAX_ESTIMATED_CHARS = 4 * PART_CHARS
_WASTE_CELLS = {True: 0.6, False: 2.6}
"""What a line of Chinese, or of words, leaves empty at its end on the whole."""


def space_before(item: Item, previous: Item | None) -> int:
    """Returns the blank rows between two items."""
    if previous is None or item.part:
        return 0
    kinds = (previous.kind, item.kind)
    if item.kind in ("by", "continued") and item.anchor == previous.anchor:
        return 0
    if kinds == ("item", "item") or kinds == ("kicker", "title") or kinds == ("credits", "relation"):
        return 0
    if previous.kind == "continued" and previous.anchor == item.anchor:
        return 0
    return 1
