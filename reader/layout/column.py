"""A column: items under each other in rows, each laid out when it is first shown.

A place is an item and a row of it, so that nothing above the place must be laid out, and a change of width moves
nothing. Progress comes from estimated heights, which stay as they are when items are laid out.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter

from reader.layout.blank_rows import space_before
from reader.layout.geometry import MARGIN_SIGN_CELLS
from reader.layout.item import is_shared_code
from reader.layout.picture_lines import picture_lines
from reader.layout.piece import EMPTY, ORNAMENT, rows_above
from reader.layout.setting import (
    set_as_one,
    set_cell,
    set_pair,
    set_second,
    set_sign,
)
from reader.layout.spaces import LEFT, RIGHT, SIDES, ColumnRow, ItemIndex, ItemRow, TextOffset
from reader.layout.width import cell_width
from reader.model.record import record, replace

SIGN_ROWS = 2
"""Rows above the first text of a turn: a blank one, and the sign."""
MAX_KEPT_ITEMS = 2_000
"""Number of items whose rows are kept; others are laid out again when they are shown again."""
LONG_ITEMS = 1_000
"""Number of items from which some rows more or less at the end are not to be seen on the scroll bar."""
NO_TEXT = TextOffset(-1)
"""Offset of a locus whose row holds no text."""
NO_ITEM = ItemIndex(-1)
"""Index of the item of a side that has none on a row."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.flow import Items
    from reader.layout.geometry import Geometry
    from reader.layout.heights import Heights
    from reader.layout.item import Dress, Item, ItemKind, ItemName
    from reader.layout.piece import Line
    from reader.layout.spaces import Side


@record
class Place:
    """A row of an item of a spread; ``side`` is the column that holds the item, where each side has its own."""

    item: ItemIndex = ItemIndex(0)
    row: ItemRow = ItemRow(0)
    side: Side = LEFT

    @property
    def position(self) -> tuple[ItemIndex, ItemRow]:
        """Item and row, which order the places of a column."""
        return self.item, self.row


@record
class Row:
    """A row of a spread: the lines of both columns, and the items that they belong to.

    In a single column every line is in ``left``, whichever language it is in; ``sides`` holds the side of each line.
    """

    left: Line
    right: Line
    left_item: Item | None
    right_item: Item | None
    sides: tuple[Side, Side] = SIDES
    page: str = ""
    """Printed page that begins on this row; empty if none does."""
    at: tuple[ItemIndex, ItemIndex] = (NO_ITEM, NO_ITEM)
    """Index of the item of each line in its column, or :data:`NO_ITEM`."""
    label: str = ""
    """Printed number of the paragraph that begins on this row, where the margin has it."""

    @property
    def spans(self) -> bool:
        """Whether the left line goes over both columns, where there are two."""
        return self.sides[0] == self.sides[1]

    @property
    def is_of_readings(self) -> bool:
        """Whether the row has readings or glosses for the next one, and no text of either side."""
        lines = [line for line in (self.left, self.right) if line.pieces]
        return bool(lines) and all(line.is_annotation for line in lines)

    def line_of(self, side: Side) -> Line:
        """Returns the line that holds text of a side; an empty one if none does."""
        return self.left if self.sides[0] == side else self.right if self.sides[1] == side else EMPTY

    def starts_of(self, side: Side) -> Iterator[TextOffset]:
        """Yields the offsets in a side's text at which pieces begin, also of pieces that both sides share."""
        for line, own in zip((self.left, self.right), self.sides, strict=True):
            for piece in line.pieces:
                yield piece.start if own == side else piece.other


@record
class Locus:
    """A place named by content: it stays valid when the width, the mode or the languages change."""

    kind: ItemKind
    anchor: str
    side: Side = LEFT
    offset: TextOffset = NO_TEXT
    """First character of the row in the side's text, or :data:`NO_TEXT`."""


class Column:
    """Items under each other, each laid out when it is first shown."""

    def __init__(
        self,
        items: Items,
        geometry: Geometry,
        sides: tuple[Side, ...],
        revealed: frozenset[str] | None = None,
        is_followed: bool = False,
        dress: Dress | None = None,
    ) -> None:
        """Takes the items to set.

        Args:
            items: Items of the column.
            geometry: Widths of the columns of the spread.
            sides: Sides whose cells are set: both in parallel, one, or both under each other.
            revealed: Anchors of the paragraphs whose hidden second side is shown; None if nothing is hidden.
            is_followed: Whether another column follows this one in proportion: its end is known from the first row on
                then, so that the other one does not jump when the end comes near.
            dress: Returns an item as it is drawn; None where items are drawn as they are.
        """
        self._dress = dress
        self.is_followed = is_followed
        self.items = items
        self.geometry = geometry
        self.sides = sides
        self.revealed = revealed
        self.parallel = geometry.parallel and len(sides) == 2
        self._rows: dict[ItemIndex, tuple[Row, ...]] = {}
        self._laid_apart: dict[ItemIndex, tuple[Item, tuple[Row, ...]]] = {}  # items as they are drawn, and their rows
        self._is_apart = False

    def apart(self) -> Column:
        """Returns the same column, in which items are laid out apart from this one.

        Rows of items that are drawn otherwise there serve here, too, once the items are drawn so.
        """
        from copy import copy  # only the screen needs it

        new = copy(self)
        self._laid_apart.clear()
        vars(new).update(_rows={**self._rows}, _is_apart=True)
        return new

    def rows(self, index: ItemIndex) -> tuple[Row, ...]:
        """Returns the rows of an item, at least one; the blank rows above it come first."""
        found = self._rows.get(index)
        if found is None:
            if len(self._rows) >= MAX_KEPT_ITEMS:
                self._rows.clear()
            found = self._rows[index] = self._laid(index)
        return found

    def forget(self, names: frozenset[ItemName]) -> frozenset[ItemIndex]:
        """Forgets the rows of the items with some names, which are drawn otherwise now; returns their indices."""
        found = frozenset(
            index
            for index, rows in self._rows.items()
            if any(item.name in names for row in rows for item in (row.left_item, row.right_item) if item)
        )
        for index in found:
            del self._rows[index]
        return found

    def _laid(self, index: ItemIndex) -> tuple[Row, ...]:
        """Returns the rows of an item as it is drawn now; lays it out unless it was laid out so apart."""
        if not self._dress:
            return self._lay(index, self.items[index])
        item = self._dress(self.items[index])
        known = self._laid_apart.get(index)
        rows = known[1] if known and known[0] == item else self._lay(index, item)
        if self._is_apart:
            self._laid_apart[index] = item, rows
        return rows

    def _lay(self, index: ItemIndex, item: Item) -> tuple[Row, ...]:
        """Lays out an item, with the blank rows above it."""
        blank = Row(EMPTY, EMPTY, None, None)
        space = [blank] * space_before(item, self.items[index - 1] if index else None)
        if sign := self.items.sign_above(index):
            line = set_sign(sign.here, sign.beyond, self.geometry.columns_cells[0])
            space = [*[blank] * (SIGN_ROWS - 1 if index else 0), replace(blank, left=line)]
        label = item.label if self._has_margin_for(item) else ""
        rows = list(self._set(replace(item, label="") if label else item, index))
        if not rows:
            return (blank,) if index == 0 else tuple(space) or (blank,)
        page = self._page(index)
        if page and label and space:
            space[-1] = replace(space[-1], page=page)
            page = ""
        if page and label:
            rows = [rows[0], replace(rows[1], label=label) if len(rows) > 1 else replace(blank, label=label), *rows[2:]]
        elif label:
            rows[0] = replace(rows[0], label=label)
        if page:
            first = min(rows_above([row.left for row in rows]), len(rows) - 1)
            rows[first] = replace(rows[first], page=page)
        return (*space, *rows)

    def _has_margin_for(self, item: Item) -> bool:
        """Whether the margin has room for the printed number of a paragraph; the right one of two columns has none."""
        if self.geometry.parallel and self.sides == (RIGHT,):
            return False
        return bool(item.label) and cell_width(item.label) <= self.geometry.margin_cells - MARGIN_SIGN_CELLS

    def _set(self, item: Item, index: ItemIndex) -> Iterator[Row]:
        """Yields the rows of an item's picture, then those of its text."""
        widths, how, hang = self.geometry.columns_cells, self.geometry.typesetting, self.geometry.hang_cells
        side = self.sides[0]
        room_cells = self.geometry.across_cells if self.parallel else widths[side]
        for line in picture_lines(item, self.geometry.figures, room_cells):
            yield Row(line, EMPTY, item, None, (side, side), at=(index, NO_ITEM))
        first, second = item.cells
        at = (index, index)
        if first and second and self._is_one(item):
            width = self.geometry.across_cells
            for line, side in set_as_one(item, first, second, width, how, records=not self.parallel):
                yield Row(line, EMPTY, item, None, (side, side), at=(index, NO_ITEM))
        elif self.parallel and first and second:
            for left, right in set_pair(item, first, second, widths, how, hang):
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
                    continue  # the note that a language lacks the text is left out where only the other one is shown
                setting = set_second if side == RIGHT and len(self.sides) == 2 else set_cell
                for line in setting(item, cell, widths[side], how, hang) if cell else ():
                    yield Row(line, EMPTY, item, None, (side, side), at=(index, NO_ITEM))

    def _is_one(self, item: Item) -> bool:
        """Whether an item is a table in two languages that are both shown, or code that is the same in both."""
        tables = [cell for cell in item.cells if cell and cell.table and not cell.note]
        return (len(tables) == 2 or is_shared_code(item)) and len(self._shown(item)) == 2

    def _shown(self, item: Item) -> tuple[Side, ...]:
        """Returns the sides of an item that are shown, one under the other."""
        first = item.cells[0]
        hidden = self.revealed is not None and first and not first.note and item.anchor not in self.revealed
        return self.sides[:1] if hidden else self.sides

    def _page(self, index: int) -> str:
        """Returns the printed page that begins with an item, or with items before it that have no rows."""
        items = self.items
        while not items[index].new_page and index and not any(items[index - 1].cells[side] for side in self.sides):
            index -= 1
        return items[index].page if items[index].new_page else ""

    def window(self, place: Place, height: int) -> list[Row]:
        """Returns at most ``height`` rows from a place on."""
        found: list[Row] = []
        index, start = place.item, place.row
        while index < len(self.items) and len(found) < height:
            found += self.rows(index)[start : start + height - len(found)]
            index, start = ItemIndex(index + 1), ItemRow(0)
        return found

    def move(self, place: Place, by: int, height: int) -> Place:
        """Returns the place ``by`` rows further on, or back; not so far that a window there would not be full."""
        index, row = place.item, place.row + by
        while row < 0 and index > 0:
            index = ItemIndex(index - 1)
            row += len(self.rows(index))
        while index < len(self.items) - 1 and row >= len(self.rows(index)):
            row -= len(self.rows(index))
            index = ItemIndex(index + 1)
        row = max(0, min(row, len(self.rows(index)) - 1)) if self.items else 0
        moved = Place(index, ItemRow(row))
        return moved if self.is_far(index, height) else min(moved, self.last(height), key=attrgetter("position"))

    def last(self, height: int) -> Place:
        """Returns the last place at which a window is full, or the first place."""
        missing = height
        for index in map(ItemIndex, range(len(self.items) - 1, -1, -1)):
            rows = len(self.rows(index))
            if rows >= missing:
                return Place(index, ItemRow(rows - missing))
            missing -= rows
        return Place()

    def is_far(self, index: ItemIndex, height: int) -> bool:
        """Whether enough items follow an item to fill a window: each has a row at least."""
        return index + height < len(self.items)

    def rows_above_last(self, height: int, seen_from: ItemIndex) -> float:
        """Returns the number of rows above the last place at which a window is full, at least 1.

        In a long column it is an estimate, as long as the end is far from an item: nothing is laid out there for that.
        """
        is_estimate = not self.is_followed and len(self.items) > LONG_ITEMS and self.is_far(seen_from, height)
        return max(1.0, self.heights.total - height if is_estimate else self.above(self.last(height)))

    def start(self, index: ItemIndex) -> Place:
        """Returns the place of an item's first row of text, or of the sign above it."""
        rows = self.rows(index)
        first = next((k for k, row in enumerate(rows) if row.left_item or row.right_item or row.left.pieces), 0)
        return Place(index, ItemRow(first))

    def find(self, locus: Locus) -> Place | None:
        """Returns the place of the row that holds a locus, or None if its item is not here."""
        found = self.items.indices(locus.kind, locus.anchor)
        # Where the sides follow each other, a title is set twice: the locus names the one with its side. Of a text in
        # parts it names the part that holds the offset.
        held = [(k, cell.offset) for k in found if (cell := self.items[k].cells[locus.side])]
        index = next((k for k, offset in reversed(held) if offset <= max(0, locus.offset)), found[0] if found else None)
        return (
            self._with_readings(self.row_of(index, locus.side, locus.offset), locus.side) if index is not None else None
        )

    def _with_readings(self, place: Place, side: Side) -> Place:
        """Returns a place, or that of the first row of readings above its text."""
        rows, row = self.rows(place.item), place.row
        while row and (rows[row - 1].line_of(side).is_annotation or rows[row - 1].is_of_readings):
            row = ItemRow(row - 1)
        return Place(place.item, row)

    def locus(self, place: Place) -> Locus:
        """Returns the locus of a place; on a row without text (a rule, an empty line), of the row of text above it."""
        item = self.items[place.item]
        rows = self.rows(place.item)
        last = next((k for k in range(place.row, len(rows)) if not rows[k].is_of_readings), place.row)
        for row in reversed(rows[: last + 1]):
            for line, side in ((row.left, row.sides[0]), (row.right, row.sides[1])):
                for piece in line.pieces:
                    if piece.start >= 0:
                        return Locus(item.kind, item.anchor, side, piece.start)
        return Locus(item.kind, item.anchor, LEFT if item.cells[LEFT] else RIGHT)

    def row_of(self, index: ItemIndex, side: Side, offset: TextOffset) -> Place:
        """Returns the place of the row that holds a character of an item's side; of the first row without one."""
        if offset < 0:
            return Place(index)
        place, nearest = self.start(index), ORNAMENT
        for k, row in enumerate(self.rows(index)):
            for start in row.starts_of(side):
                if nearest < start <= offset:
                    place, nearest = Place(index, ItemRow(k)), start
        return place

    @cached_property
    def heights(self) -> Heights:
        """Estimated heights of the items."""
        from reader.layout.heights import Heights
        from reader.layout.row_estimates import estimates  # a page that is printed has no scroll bar

        return Heights(estimates(self.items, self.geometry, self.sides, is_hidden=self.revealed is not None))

    def above(self, place: Place) -> ColumnRow:
        """Returns the number of rows above a place, by estimate."""
        if not self.items:
            return ColumnRow(0.0)
        rows = len(self.rows(place.item))
        return ColumnRow(self.heights.above(place.item) + self.heights[place.item] * min(place.row, rows) / rows)

    def place_at(self, row: ColumnRow, height: int) -> Place:
        """Returns the place that has about ``row`` rows above it; the inverse of :meth:`above`."""
        if not self.items:
            return Place()
        index, rest = self.heights.item_at(row)
        share = rest / max(1.0, self.heights[index])
        return self.move(Place(index), int(share * len(self.rows(index)) + 0.5), height)
