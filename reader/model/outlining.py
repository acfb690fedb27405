"""Makes the outline of a list of blocks."""

from __future__ import annotations

from array import array
from itertools import accumulate

from reader.model.magazine import (
    Aside,
    Code,
    Footnote,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
    Verse,
    no_such_block,
    texts_of_items,
)
from reader.model.outline import Outline, kept_outline
from reader.model.passage import ids_of, last_page, size_of, table_text
from reader.model.spoken import spoken_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.model.passage import PassageBlock
    from reader.model.text import Text


def outline_of(blocks: Sequence[PassageBlock]) -> Outline:
    """Returns the outline of a list of blocks: the one that is kept with it, else one made of the blocks."""
    return kept_outline(blocks) or made_outline(blocks)


def made_outline(blocks: Sequence[PassageBlock]) -> Outline:
    """Returns the outline of a list of blocks, made of the blocks."""
    slots = _Slots()
    before, sizes = [0], []
    headings: list[tuple[int, int]] = []
    pages: list[tuple[int, str]] = []
    ids: dict[str, int] = {}
    for number, block in enumerate(blocks):
        slots.take(block)
        before.append(slots.count)
        sizes.append(size_of(block))
        if type(block) is Heading:
            headings.append((number, block.level))
        elif page := last_page(block):
            pages.append((number, page))
        for name in ids_of(block):
            ids.setdefault(name, number)
    ids.pop("", None)
    counted = list(range(len(blocks) + 1))
    are_single = before == counted and sizes == [1] * len(blocks)
    return Outline(
        range(len(counted)) if are_single else before,
        range(len(counted)) if are_single else list(accumulate(sizes, initial=0)),
        slots.all_chars(),
        frozenset(slots.whole),
        tuple(slots.figures),
        tuple(headings),
        tuple(pages),
        ids,
    )


class _Slots:
    """The slots of blocks, counted as the blocks are taken."""

    def __init__(self) -> None:
        self.count = 0
        self.whole: list[int] = []
        self.figures: list[tuple[int, str]] = []
        self._chars: dict[str, array[int]] = {}

    def take(self, block: PassageBlock) -> None:
        """Counts the slots of a block, in the order in which they are set."""
        if isinstance(block, Aside):
            if block.title:
                self._add(block.title)
            for held in block.body:
                self.take(held)
            return
        if isinstance(block, Placement):
            self.figures.append((self.count, block.figure))
        elif isinstance(block, Verse | Code | Table):
            self.whole.append(self.count)
        for text in _slots_of(block):
            self._add(text)

    def all_chars(self) -> dict[str, Sequence[int]]:
        """Returns the number of characters of each slot, by language."""
        for column in self._chars.values():
            column.extend([0] * (self.count - len(column)))
        return dict(self._chars)

    def _add(self, text: Text | None) -> None:
        for tag, prose in text.sides if text else ():
            column = self._chars.get(tag)
            if column is None:
                column = self._chars[tag] = array("I")
            if len(column) < self.count:
                column.extend([0] * (self.count - len(column)))
            column.append(len(prose.text))
        self.count += 1


def _slots_of(block: PassageBlock) -> tuple[Text | None, ...]:
    """Returns the text of each slot of a block that is no box; None for a figure and for a note."""
    match block:
        case Paragraph():
            note = (None,)
            text = block.text if block.speaker is None else spoken_text(block)
            return (*note * bool(block.continued_from), text, *note * bool(block.continued_on))
        case Heading() | Footnote() | Code():
            return (block.text,)
        case Quotation():
            return block.texts if block.by is None else (*block.texts, block.by)
        case Verse():
            return (block.text,) if block.by is None else (block.text, block.by)
        case ItemList():
            return tuple(texts_of_items(block.items))
        case Table():
            return (table_text(block),)
        case Placement():
            return (None,)
        case PageBreak() | Aside():
            return ()
    raise no_such_block(block)
