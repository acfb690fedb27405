"""A selection: a stretch of one side's text, or whole pairs; told by content, so that it outlives any layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.model.record import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.column import Column
    from reader.layout.item import Item

_SEPARATORS = {("item", "item"): "\n", ("quotation", "by"): "\n", ("pull", "by"): "\n"}
BETWEEN_TEXTS = "\n\n"


class Spot(NamedTuple):
    """A character of an item's side, ``offset`` in its passage's text; between characters where a selection ends."""

    item: int
    offset: int


@record
class Selection:
    """The text from ``anchor`` to ``head``, in whichever order, of one side of a column; or whole pairs."""

    column: int
    side: int
    anchor: Spot
    head: Spot
    pairs: bool = False

    @property
    def ends(self) -> tuple[Spot, Spot]:
        """The first character, and the one behind the last."""
        return min(self.anchor, self.head), max(self.anchor, self.head)

    def covers(self, column: int, index: int, item: Item, side: int) -> tuple[int, int] | None:
        """Returns which characters of an item's side are selected, half-open, in the passage's text, or None."""
        first, last = self.ends
        cell = item.cells[side]
        if column != self.column or not first.item <= index <= last.item or not cell or cell.note:
            return None
        begin: int = cell.offset
        end = begin + len(cell.prose.text)
        if self.pairs:
            return begin, end
        if side != self.side:
            return None
        if index == first.item:
            begin = max(begin, first.offset)
        if index == last.item:
            end = min(end, last.offset)
        return (begin, end) if begin < end else None

    def text(self, column: Column) -> str:
        """Returns the selected text, given the column it is in: paragraphs with an empty line between them."""
        sides = column.sides if self.pairs else (self.side,)
        return "".join(self._pieces(column, sides)).strip("\n")

    def _pieces(self, column: Column, sides: tuple[int, ...]) -> Iterator[str]:
        first, last = self.ends
        kind = ""
        for index in range(first.item, last.item + 1):
            item = column.items[index]
            for side in sides:
                cell, chosen = item.cells[side], self.covers(self.column, index, item, side)
                if cell and chosen:
                    if not (item.part and len(sides) == 1):
                        yield _SEPARATORS.get((kind, item.kind), BETWEEN_TEXTS) if side == sides[0] else BETWEEN_TEXTS
                    yield cell.prose.text[chosen[0] - cell.offset : chosen[1] - cell.offset]
                    kind = item.kind
