"""The items of an article's body, each made when it is asked for.

What is worked out for the whole body at once is only how many items each block makes, and how wide the texts are about:
a pass over the blocks of some tenths of a microsecond each, so that an article of 20,000 paragraphs opens as fast
as one of 20.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from reader.layout import wording
from reader.layout.item import Cell, Item
from reader.layout.parts import PART_CHARS, in_parts, parts_of
from reader.model.magazine import Aside, Heading, ItemList, Paragraph, Placement, Quotation, Table
from reader.model.passage import Mark
from reader.model.record import replace
from reader.model.text import Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.model.magazine import Article, Block
    from reader.model.passage import Passage, Stream
    from reader.model.text import Text

    Cells = tuple[Cell | None, Cell | None]


class Body:
    """The items of one list of blocks, for two languages; figures are shown on both sides, or on ``side`` only."""

    def __init__(self, article: Article, stream: Stream, languages: tuple[str, str], side: int | None = None) -> None:
        self.stream, self.languages = stream, languages
        self._article, self._side = article, side
        self._numbers = {figure.id: number for number, figure in enumerate(article.figures, 1)}
        self._firsts = list(accumulate(map(self._count, stream.blocks), initial=0))
        with_figures = (k for k, block in enumerate(stream.blocks) if type(block) in (Placement, Aside))
        self._figure_blocks = list(with_figures) if article.figures else []
        self._made: tuple[int, list[Item]] = (-1, [])

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
        if self._made[0] != block:
            self._made = block, list(self._items(block))
        return self._made[1]

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
        if _simple_text(block) is not None:
            return 1
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

    def widths(self, side: int) -> list[int]:
        """Returns about how many cells each item's text on a side takes, exactly for Han characters and ASCII."""
        tag = self.languages[side]
        missing = 0 if self.stream.side else _NOTE_CELLS
        found: list[int] = []
        for block, text in enumerate(map(_simple_text, self.stream.blocks)):
            if text is None:
                found += [_width(cell.prose.text) if (cell := i.cells[side]) else 0 for i in self.of_block(block)]
                continue
            sides = text.sides
            prose = sides[side][1] if len(sides) == 2 and sides[side][0] == tag else text.get(tag)
            found.append(_width(prose.text) if prose else missing)
        return found

    def texts(self, side: int) -> Iterator[str]:
        """Yields the article's own words in each item on a side; empty where there are none."""
        tag = self.languages[side]
        for block, text in enumerate(map(_simple_text, self.stream.blocks)):
            if text is not None:
                yield text.plain(tag)
                continue
            for item in self.of_block(block):
                cell = item.cells[side]
                yield cell.prose.text if cell and not cell.note else ""

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
_NOTE_CELLS = 12


def cells_of(text: Text, languages: tuple[str, str]) -> Cells:
    """Returns a text's cells in two languages; None where it has none."""
    left, right = (Cell(tag, prose) if (prose := text.get(tag)) else None for tag in languages)
    return left, right


def _simple_text(block: Block) -> Text | None:
    """Returns the text of a block that is one item and no more, if it is not too long; None for another."""
    if type(block) is Paragraph and not block.continued_from and not block.continued_on:
        text = block.text
        for _, prose in text.sides:
            if len(prose.text) > PART_CHARS:
                return None
        return text
    return None


def _width(text: str) -> int:
    """Returns about how many cells a text takes: Han characters have three bytes in UTF-8 and two cells."""
    return len(text) if text.isascii() else (len(text) + len(text.encode("utf-8", "surrogatepass"))) // 2
