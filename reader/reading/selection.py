"""A selection: a range of one side's text, or whole pairs, in items and offsets, so that it outlives any layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.layout.spaces import SIDES, ItemIndex, TextOffset
from reader.model.record import record, replace
from reader.reading.dressing import text_in_script

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.column import Column
    from reader.layout.item import Item
    from reader.layout.spaces import Side
    from reader.layout.spread import Spread
    from reader.reading.dressing import Script

    TextSpan = tuple[TextOffset, TextOffset]
    """A half-open range of a passage's text."""

_SEPARATORS = {("item", "item"): "\n", ("quotation", "by"): "\n", ("pull", "by"): "\n", ("verse", "author"): "\n"}
BETWEEN_TEXTS = "\n\n"


class Spot(NamedTuple):
    """A character of an item's side: ``offset`` counts in the passage's text. An end of a selection is before it."""

    item: ItemIndex
    offset: TextOffset


@record
class Selection:
    """The text between ``anchor`` and ``head``, in either order, of one side of a column; or whole pairs."""

    column: Side
    side: Side
    anchor: Spot
    head: Spot
    pairs: bool = False

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """First character, and the one behind the last."""
        return min(self.anchor, self.head), max(self.anchor, self.head)

    def covers(self, column: Side, index: ItemIndex, item: Item, side: Side) -> TextSpan | None:
        """Returns the selected range of an item's side, half-open, in the passage's text; None if there is none."""
        first, last = self.ends
        cell = item.cells[side]
        if column != self.column or not first.item <= index <= last.item or not cell or cell.note:
            return None
        begin, end = cell.offset, TextOffset(cell.offset + len(cell.prose.text))
        if self.pairs:
            return begin, end
        if side != self.side:
            return None
        if index == first.item:
            begin = max(begin, first.offset)
        if index == last.item:
            end = min(end, last.offset)
        return (begin, end) if begin < end else None

    def text(self, column: Column, script: Script = "as-written") -> str:
        """Returns the selected text of the column that it is in: paragraphs with an empty line between them."""
        sides = column.sides if self.pairs else (self.side,)
        return "".join(self._pieces(column, sides, script)).strip("\n")

    def _pieces(self, column: Column, sides: tuple[Side, ...], script: Script) -> Iterator[str]:
        first, last = self.ends
        kind = ""
        for index in map(ItemIndex, range(first.item, last.item + 1)):
            item = column.items[index]
            for side in sides:
                cell, chosen = item.cells[side], self.covers(self.column, index, item, side)
                if cell and chosen:
                    if not (item.part and len(sides) == 1):
                        is_close = side == sides[0] and not item.paragraph
                        yield _SEPARATORS.get((kind, item.kind), BETWEEN_TEXTS) if is_close else BETWEEN_TEXTS
                    text = text_in_script(cell.prose.text, cell.language, script)
                    yield text[chosen[0] - cell.offset : chosen[1] - cell.offset]
                    kind = item.kind


def carried(selection: Selection, before: Spread, after: Spread) -> Selection | None:
    """Returns a selection in another spread of the same article; None if its text is not there.

    The lists of a free body differ between the ways to read, and between heights of the screen.
    """
    found = [_carried(selection, spot, before, after) for spot in (selection.anchor, selection.head)]
    places = [place for place in found if place]
    if len(places) < len(found) or places[0][0] != places[1][0]:
        return None
    return replace(selection, column=places[0][0], anchor=places[0][1], head=places[1][1])


def _carried(selection: Selection, spot: Spot, before: Spread, after: Spread) -> tuple[Side, Spot] | None:
    item = before.columns[selection.column].items[spot.item]
    for number, column in zip(SIDES, after.columns, strict=False):
        for index in column.items.indices(item.kind, item.anchor):
            there = column.items[index]
            if there.part == item.part and there.cells[selection.side] and selection.side in column.sides:
                return number, Spot(index, spot.offset)
    return None
