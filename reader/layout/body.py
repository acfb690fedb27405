"""The items of an article's body, each made when it is asked for.

What is worked out for the whole body at once is only how many items each block makes, and which texts they have: some
tenths of a microsecond a block, so that an article of 20,000 paragraphs opens about as fast as one of 20.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, compress

from reader.layout import wording
from reader.layout.item import Cell, Item
from reader.layout.parts import PART_CHARS, in_parts, parts_of
from reader.model.magazine import Aside, Heading, ItemList, Paragraph, Placement, Quotation, Table
from reader.model.passage import Mark
from reader.model.record import replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeVar

    from reader.model.magazine import Article, Block
    from reader.model.passage import Passage, Stream
    from reader.model.text import Text

    Cells = tuple[Cell | None, Cell | None]
    T = TypeVar("T")

MAX_KEPT_BLOCKS = 200
"""How many blocks' items are kept: those of some screens."""


class Body:
    """The items of one list of blocks, for two languages; figures are shown on both sides, or on ``side`` only."""

    def __init__(self, article: Article, stream: Stream, languages: tuple[str, str], side: int | None = None) -> None:
        self.stream, self.languages = stream, languages
        self._article, self._side = article, side
        self._numbers = {figure.id: number for number, figure in enumerate(article.figures, 1)}
        blocks = stream.blocks
        paragraphs, texts = _plain(blocks, languages)
        lengths = [list(map(len, side)) for side in texts]
        if any(max(side, default=0) > PART_CHARS for side in lengths):
            short = [max(pair) <= PART_CHARS for pair in zip(*lengths, strict=True)]
            paragraphs = list(compress(paragraphs, short))
            texts = [list(compress(side, short)) for side in texts]
            lengths = [list(compress(side, short)) for side in lengths]
        self._texts, self._lengths = texts, lengths
        self._paragraphs = dict.fromkeys(map(id, paragraphs)) if len(paragraphs) < len(blocks) else None
        """Which blocks are one item and no more; None if all are. Most are, and are gone over together."""
        self._firsts: Sequence[int] = range(len(blocks) + 1)
        if self._paragraphs is not None:
            counts = (1 if id(block) in self._paragraphs else self._count(block) for block in blocks)
            self._firsts = list(accumulate(counts, initial=0))
        with_figures = (k for k, block in enumerate(blocks) if type(block) in (Placement, Aside))
        self._figure_blocks = list(with_figures) if article.figures else []
        self._made: dict[int, list[Item]] = {}

    def __len__(self) -> int:
        return self._firsts[-1]

    def __getitem__(self, index: int) -> Item:
        block = bisect_right(self._firsts, index) - 1
        return self.of_block(block)[index - self._firsts[block]]

    def __iter__(self) -> Iterator[Item]:
        for block in range(len(self.stream.blocks)):
            yield from self.of_block(block)

    def of_block(self, block: int) -> list[Item]:
        """Returns the items of one block."""
        made = self._made.get(block)
        if made is None:
            if len(self._made) >= MAX_KEPT_BLOCKS:
                self._made.clear()
            made = self._made[block] = list(self._items(block))
        return made

    def indices(self, kind: str, anchor: str) -> list[int]:
        """Returns the indices of the items of that kind and anchor: those of one block; none if they are not here."""
        blocks = self._figure_blocks
        if kind != "figure":
            block_of_anchor = self.stream.block_of(anchor)
            blocks = [] if block_of_anchor is None else [block_of_anchor]
        for block in blocks:
            first = self._firsts[block]
            found = [k for k, i in enumerate(self.of_block(block), first) if (i.kind, i.anchor) == (kind, anchor)]
            if found:
                return found
        return []

    def first_of(self, anchor: str) -> int | None:
        """Returns the index of the first item of a passage or of a figure, or None if it is not here."""
        passage = self.stream.find(anchor)
        if passage is None:
            return next(iter(self.indices("figure", anchor)), None)
        block = self.stream.block_of(anchor)
        assert block is not None
        here = enumerate(self.of_block(block), self._firsts[block])
        return next((k for k, item in here if item.number == passage.number), None)

    def figure_before(self, index: int) -> str:
        """Returns the id of the last figure that is placed before an item; empty if there is none."""
        blocks = self._figure_blocks
        for block in reversed(blocks[: bisect_right(blocks, index, key=self._firsts.__getitem__)]):
            first = self._firsts[block]
            for k, item in reversed(list(enumerate(self.of_block(block), first))):
                if k < index and item.kind == "figure":
                    return item.anchor
        return ""

    # -- how much there is ------------------------------------------------------------------------------

    def _count(self, block: Block) -> int:
        """Returns how many items a block makes."""
        match block:
            case Paragraph():
                return parts_of(block.text, self.languages) + bool(block.continued_from) + bool(block.continued_on)
            case Heading():
                return parts_of(block.text, self.languages)
            case Quotation():
                return parts_of(block.text, self.languages) + (block.by is not None)
            case ItemList():
                return sum(parts_of(item, self.languages) for item in block.items)
            case Aside():
                title = parts_of(block.title, self.languages) if block.title else 0
                return title + sum(map(self._count, block.body))
            case Placement():
                return int(block.figure in self._numbers)
        return int(isinstance(block, Table))

    def texts(self, side: int) -> list[str]:
        """Returns the article's own words in each item on a side; empty where there are none."""
        return self._each(self._texts[side], lambda item: words_of(item, side))

    def lengths(self, side: int) -> list[int]:
        """Returns how many characters the article's own words have in each item on a side."""
        return self._each(self._lengths[side], lambda item: len(words_of(item, side)))

    def _each(self, of_paragraphs: list[T], of_item: Callable[[Item], T]) -> list[T]:
        """Returns something of each item: of plain paragraphs it is known, other items are made."""
        if self._paragraphs is None:
            return of_paragraphs
        known = iter(of_paragraphs)
        found: list[T] = []
        for number, block in enumerate(self.stream.blocks):
            found += [next(known)] if id(block) in self._paragraphs else map(of_item, self.of_block(number))
        return found

    # -- making items ---------------------------------------------------------------------------------------

    def _items(self, block: int) -> Iterator[Item]:
        last = self.stream.page_before(block)
        for entry in self.stream.of_block(block):
            new_page, last = entry.page != last, entry.page
            made = self._mark(entry) if isinstance(entry, Mark) else self._passage(entry)
            for item in made:
                for part in in_parts(item):
                    yield replace(part, new_page=new_page, page=entry.page) if new_page else part
                    new_page = False

    def _mark(self, mark: Mark) -> Iterator[Item]:
        figure = self._article.figure(mark.figure)
        if figure:
            number = self._numbers[figure.id]
            left, right = (
                Cell(tag, Prose(f"{number} {figure.caption.best((tag,))}")) if self._side in (None, side) else None
                for side, tag in enumerate(self.languages)
            )
            yield Item("figure", (left, right), figure.id, 0, mark.page)

    def _passage(self, passage: Passage) -> Iterator[Item]:
        block = passage.block
        kind = passage.kind
        level = ordinal = 0
        indented = False
        by = None
        if isinstance(block, Paragraph):
            indented = not block.continued_from
            if block.continued_from:
                yield self._continuation(block.continued_from, False, passage)
        elif isinstance(block, Heading):
            level = block.level
        elif isinstance(block, Quotation):
            kind = "pull" if block.pull else "quotation"
            by = block.by
        elif isinstance(block, ItemList):
            ordinal = passage.ordinal if block.ordered else 0
        yield Item(
            kind,
            (self._cell(passage, kind, self.languages[0]), self._cell(passage, kind, self.languages[1])),
            passage.anchor,
            passage.number,
            passage.page,
            in_aside=passage.in_aside or isinstance(block, Aside),
            level=level,
            ordinal=ordinal,
            indented=indented,
        )
        if by:
            yield Item("by", cells_of(by, self.languages), passage.anchor, 0, passage.page, in_aside=passage.in_aside)
        if isinstance(block, Paragraph) and block.continued_on:
            yield self._continuation(block.continued_on, True, passage)

    def _cell(self, passage: Passage, kind: str, tag: str) -> Cell | None:
        table = passage.block if isinstance(passage.block, Table) else None
        if prose := passage.text.get(tag):
            return Cell(tag, prose, table)
        if passage.side or kind not in _TOLD_WHERE_MISSING:
            return None
        words = wording.absent(tag) if passage.text.is_absent(tag) else wording.untranslated(tag)
        return Cell(tag, Prose(words), note=True)

    def _continuation(self, page: str, on: bool, passage: Passage) -> Item:
        left, right = (
            Cell(tag, Prose(wording.continued(page, on, tag)), note=True) if passage.text.get(tag) else None
            for tag in self.languages
        )
        return Item("continued", (left, right), passage.anchor, 0, passage.page, in_aside=passage.in_aside)


_TOLD_WHERE_MISSING = frozenset({"paragraph", "quotation", "item", "heading", "table"})


def cells_of(text: Text, languages: tuple[str, str]) -> Cells:
    """Returns a text's cells in two languages; None where it has none."""
    left, right = (Cell(tag, prose) if (prose := text.get(tag)) else None for tag in languages)
    return left, right


def words_of(item: Item, side: int) -> str:
    """Returns the article's own words in an item on a side; empty where there are none."""
    cell = item.cells[side]
    return cell.prose.text if cell and not cell.note else ""


def _plain(blocks: Sequence[Block], languages: tuple[str, str]) -> tuple[list[Block], list[list[str]]]:
    """Returns the blocks that are paragraphs and nothing more, and their texts in each language, in one pass."""
    left, right = languages
    found: list[Block] = []
    texts: tuple[list[str], list[str]] = [], []
    for block in blocks:
        if type(block) is Paragraph and not block.continued_from and not block.continued_on:
            found.append(block)
            sides = block.text.sides
            if len(sides) == 2 and sides[0][0] == left and sides[1][0] == right:
                texts[0].append(sides[0][1].text)
                texts[1].append(sides[1][1].text)
            else:
                texts[0].append(block.text.plain(left))
                texts[1].append(block.text.plain(right))
    return found, [*texts]
