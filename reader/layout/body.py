"""The items of an article's body, each made when it is first asked for.

Of the whole body only the outline is needed: an article of 20,000 paragraphs opens about as fast as one of 20.
"""

from __future__ import annotations

from bisect import bisect_right

from reader.layout import wording
from reader.layout.item import PLAIN_CODE, Cell, Item, is_shared_code
from reader.layout.labels import shifted, table_with_labels, with_labels
from reader.layout.outlined import OutlinedItems
from reader.layout.parts import in_parts
from reader.layout.spaces import LEFT, RIGHT, SIDES
from reader.model.footnotes import numbers_of
from reader.model.magazine import (
    Aside,
    Code,
    Footnote,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Table,
    Verse,
)
from reader.model.outlining import outline_of
from reader.model.passage import FigurePlace, shared_cells
from reader.model.record import replace
from reader.model.text import NO_WORD, Prose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeGuard

    from reader.layout.item import ItemKind
    from reader.layout.spaces import Side
    from reader.model.magazine import Article, Figure
    from reader.model.passage import Passage, PassageBlock, Stream
    from reader.model.text import Text

    Cells = tuple[Cell | None, Cell | None]
    WordsOf = Callable[[Item, Side], str]
    """Returns an item's text on a side."""

BLOCKS_AT_ONCE = 512
"""Number of blocks that are loaded between two keys, in some milliseconds."""
MAX_KEPT_BLOCKS = 200
"""Number of blocks whose items are kept: enough for some screens."""


class BodyItems:
    """The items of one list of blocks in two languages."""

    def __init__(self, article: Article, stream: Stream, languages: tuple[str, str], side: Side | None = None) -> None:
        """Takes a list of blocks; figures are shown on both sides, or only on ``side`` where it is given."""
        self.stream, self.languages = stream, languages
        self._article, self._side = article, side
        self._numbers = {figure.id: number for number, figure in enumerate(article.figures, 1)}
        self._footnotes = numbers_of(article)
        outline = outline_of(stream.blocks)
        captions = {
            figure.id: (self._caption_chars(number, figure, LEFT), self._caption_chars(number, figure, RIGHT))
            for number, figure in enumerate(article.figures if outline.figures else (), 1)
        }
        has_one = stream.is_of_footnotes and side is not None
        left, right = (None if has_one and side != each else languages[each] for each in SIDES)
        items = OutlinedItems(outline, (left, right), captions)
        self._firsts, self._lengths, self._headings = items.firsts, items.lengths, outline.headings
        self._figures = [(bisect_right(outline.slots, slot) - 1, name) for slot, name in outline.figures]
        """The block of each figure's place, and the id of the figure."""
        self._texts: dict[WordsOf, tuple[list[str], list[str]]] = {}
        self._made: dict[int, list[Item]] = {}
        self._loaded = 0

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

    def indices(self, kind: ItemKind, anchor: str) -> list[int]:
        """Returns the indices in this body of the items of that kind and anchor; empty if there are none."""
        if kind == "figure":
            blocks = [block for block, figure in self._figures if figure == anchor]
        else:
            block_of_anchor = self.stream.block_of(anchor)
            blocks = [] if block_of_anchor is None else [block_of_anchor]
        for block in blocks:
            first = self._firsts[block]
            found = [k for k, i in enumerate(self.of_block(block), first) if (i.kind, i.anchor) == (kind, anchor)]
            if found:
                return found
        return []

    def first_of(self, anchor: str) -> int | None:
        """Returns the index in this body of the first item of a passage or a figure, or None."""
        passage = self.stream.find(anchor)
        if passage is None:
            return next(iter(self.indices("figure", anchor)), None)
        block = self.stream.block_of(anchor)
        assert block is not None
        here = enumerate(self.of_block(block), self._firsts[block])
        return next((k for k, item in here if item.number == passage.number), None)

    def figure_before(self, index: int) -> str:
        """Returns the id of the last figure before an item of this body; empty if there is none."""
        last = bisect_right(self._figures, index, key=lambda place: self._firsts[place[0]])
        for block, _ in reversed(self._figures[:last]):
            first = self._firsts[block]
            for k, item in reversed(list(enumerate(self.of_block(block), first))):
                if k < index and item.kind == "figure":
                    return item.anchor
        return ""

    def headings(self) -> list[tuple[int, int]]:
        """Returns the index in this body and the level of each heading, those in boxes left out."""
        return [(self._firsts[block], level) for block, level in self._headings]

    # -- texts -------------------------------------------------------------------------------------------

    def texts(self, side: Side) -> list[str]:
        """Returns each item's text on a side, without notes of the page; empty where there is none."""
        return self._all(words_of)[side]

    def unshared_texts(self, side: Side) -> list[str]:
        """Returns each item's text on a side as :meth:`texts` does, each text that both sides share once."""
        return self._all(unshared_words_of)[side]

    def lengths(self, side: Side) -> Sequence[int]:
        """Returns the number of characters of each item's text on a side; about that number for a text in parts."""
        return self._lengths[side]

    def _all(self, words: WordsOf) -> tuple[list[str], list[str]]:
        """Returns the texts of all items on both sides, by a function of an item; each block is made for that."""
        if words not in self._texts:
            found: tuple[list[str], list[str]] = [], []
            for number, block in enumerate(self.stream.blocks):
                if self._is_one_text(block, number):
                    for texts, text in zip(found, _both(block.text, self.languages), strict=True):
                        texts.append(text)
                else:
                    for item in self.of_block(number):
                        found[LEFT].append(words(item, LEFT))
                        found[RIGHT].append(words(item, RIGHT))
            self._texts[words] = found
        return self._texts[words]

    def load_some(self) -> bool:
        """Loads the next blocks, where they are loaded as they are read; returns whether there are more."""
        here, self._loaded = self._loaded, min(self._loaded + BLOCKS_AT_ONCE, len(self.stream.blocks))
        for number in range(here, self._loaded):
            self.stream.blocks[number]
        return self._loaded < len(self.stream.blocks)

    def _is_one_text(self, block: PassageBlock, number: int) -> TypeGuard[Paragraph]:
        """Whether a block is one item with its text as it is."""
        return type(block) is Paragraph and not block.speaker and self._firsts[number + 1] == self._firsts[number] + 1

    def text_at(self, index: int, side: Side) -> str:
        """Returns an item's text on a side as :meth:`texts` does."""
        number = bisect_right(self._firsts, index) - 1
        block = self.stream.blocks[number]
        if self._is_one_text(block, number):
            return _both(block.text, self.languages)[side]
        return words_of(self[index], side)

    def kind_and_texts_at(self, index: int) -> tuple[ItemKind, str, str]:
        """Returns an item's kind and its texts in both languages; most are known without making the item."""
        number = bisect_right(self._firsts, index) - 1
        block = self.stream.blocks[number]
        if self._is_one_text(block, number):
            return ("paragraph", *_both(block.text, self.languages))
        return kind_and_texts_of(self[index])

    # -- making items ---------------------------------------------------------------------------------------

    def _items(self, block: int) -> Iterator[Item]:
        """Yields the items of a block, with the page that begins with the first of them."""
        last = self.stream.page_before(block)
        for entry in self.stream.of_block(block):
            new_page, last = entry.page != last, entry.page
            made = self._figure(entry) if isinstance(entry, FigurePlace) else self._passage(entry)
            for item in made:
                for part in in_parts(item):
                    yield replace(part, new_page=new_page, page=entry.page) if new_page else part
                    new_page = False

    def _figure(self, place: FigurePlace) -> Iterator[Item]:
        """Yields the item of a figure of the article; none if the article has no such figure."""
        figure = self._article.figure(place.figure)
        if figure:
            number = self._numbers[figure.id]
            left, right = (
                Cell(tag, self._caption(number, figure, tag)) if self._side in (None, side) else None
                for side, tag in zip(SIDES, self.languages, strict=True)
            )
            yield Item("figure", (left, right), figure.id, 0, place.page)

    def _caption_chars(self, number: int, figure: Figure, side: Side) -> int:
        """Returns the number of characters of a figure's caption on a side; 0 where it is not shown."""
        is_shown = self._side in (None, side)
        return len(self._caption(number, figure, self.languages[side]).text) if is_shown else 0

    def _caption(self, number: int, figure: Figure, tag: str) -> Prose:
        """Returns a figure's number and its caption, with the marks of footnotes in it."""
        before = f"{number} "
        caption = figure.caption.get(tag) or Prose(figure.caption.best((tag,)))
        spans = with_labels(caption, self._footnotes).spans
        marks = (span for span in spans if span.kind in ("footnote", "reading"))
        return Prose(before + caption.text, tuple(shifted(span, len(before)) for span in marks))

    def _passage(self, passage: Passage) -> Iterator[Item]:
        """Yields the item of a passage, with notes on continuations and the source of a quotation."""
        block = passage.block
        kind: ItemKind = passage.kind
        level = ordinal = 0
        indented = False
        label = ""
        by = None
        if isinstance(block, Paragraph):
            indented = not block.continued_from and block.speaker is None
            label = block.number
            if block.continued_from:
                yield self._continuation(block.continued_from, passage, onward=False)
        elif isinstance(block, Heading):
            level = block.level
        elif isinstance(block, Quotation):
            kind = "pull" if block.pull else "quotation"
            by = block.by if passage.paragraph == len(block.more) else None
        elif isinstance(block, Verse):
            by = block.by
        elif isinstance(block, ItemList):
            ordinal = passage.ordinal if passage.is_numbered else 0
        elif isinstance(block, Footnote):
            ordinal = passage.ordinal
        yield Item(
            kind,
            (self._cell(passage, kind, self.languages[LEFT]), self._cell(passage, kind, self.languages[RIGHT])),
            passage.anchor,
            passage.number,
            passage.page,
            in_aside=passage.in_aside or isinstance(block, Aside),
            level=level,
            ordinal=ordinal,
            list_level=passage.level,
            paragraph=passage.paragraph,
            label=label,
            indented=indented,
        )
        if by:
            source: ItemKind = "author" if kind == "verse" else "by"
            yield Item(source, cells_of(by, self.languages), passage.anchor, 0, passage.page, in_aside=passage.in_aside)
        if isinstance(block, Paragraph) and block.continued_on:
            yield self._continuation(block.continued_on, passage, onward=True)

    def _cell(self, passage: Passage, kind: ItemKind, tag: str) -> Cell | None:
        """Returns a passage in a language, a note that the language lacks it, or None."""
        if passage.kind == "footnote" and self._side is not None and tag != self.languages[self._side]:
            return None
        table = passage.block if isinstance(passage.block, Table) else None
        if prose := passage.text.get(tag):
            if table and self._footnotes:
                table = table_with_labels(table, self._footnotes)
            language = passage.block.language or PLAIN_CODE if isinstance(passage.block, Code) else ""
            return Cell(tag, with_labels(prose, self._footnotes), table, code_language=language)
        if passage.side or kind not in _NOTED_KINDS:
            return None
        words = wording.absent(tag) if passage.text.is_absent(tag) else wording.untranslated(tag)
        return Cell(tag, Prose(words), note=True)

    def _continuation(self, page: str, passage: Passage, *, onward: bool) -> Item:
        """Returns the note that a paragraph goes on on another page, or comes from it."""
        left, right = (
            Cell(tag, Prose(wording.continued(page, tag, onward=onward)), note=True) if passage.text.get(tag) else None
            for tag in self.languages
        )
        return Item("continued", (left, right), passage.anchor, 0, passage.page, in_aside=passage.in_aside)


_NOTED_KINDS: frozenset[ItemKind] = frozenset(
    {"paragraph", "quotation", "item", "verse", "code", "heading", "table", "footnote"}
)
"""Kinds for which a note is shown where a language lacks the text."""


def cells_of(text: Text, languages: tuple[str, str]) -> Cells:
    """Returns the cells of a text in two languages; None where a language lacks it."""
    left, right = (Cell(tag, prose) if (prose := text.get(tag)) else None for tag in languages)
    return left, right


def words_of(item: Item, side: Side) -> str:
    """Returns an item's text on a side; empty where there is none, or only a note of the page."""
    cell = item.cells[side]
    return cell.prose.text if cell and not cell.note else ""


def kind_and_texts_of(item: Item) -> tuple[ItemKind, str, str]:
    """Returns an item's kind and its texts on both sides, as :func:`words_of` does."""
    return item.kind, words_of(item, LEFT), words_of(item, RIGHT)


def unshared_words_of(item: Item, side: Side) -> str:
    """Returns an item's text on a side, with signs of no meaning in place of the parts that the left side draws.

    A table in two languages shows a text that both have once: it is the left language's. So does code.
    """
    words = words_of(item, side)
    if side == RIGHT and is_shared_code(item):
        return NO_WORD * len(words)
    tables = [cell for cell in item.cells if cell and cell.table and not cell.note]
    if side == LEFT or len(tables) < 2 or (table := tables[RIGHT].table) is None:
        return words
    for start, end in shared_cells(table, (tables[LEFT].language, tables[RIGHT].language)):
        words = f"{words[:start]}{NO_WORD * (end - start)}{words[end:]}"
    return words


def _both(text: Text, languages: tuple[str, str]) -> tuple[str, str]:
    """Returns a text in two languages without markup; nearly every text has just these two."""
    left, right = languages
    sides = text.sides
    if len(sides) == 2 and sides[0][0] == left and sides[1][0] == right:
        return sides[0][1].text, sides[1][1].text
    return text.plain(left), text.plain(right)
