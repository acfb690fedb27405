"""Passages: the addressable texts of an article, numbered in reading order.

Everything that points into an article (layout, search, marks, the command line) goes through them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from reader.model.address import Address
from reader.model.footnotes import ANCHOR_PREFIX, in_order, of_side
from reader.model.magazine import (
    Aside,
    Code,
    Footnote,
    FreeBody,
    Heading,
    ItemList,
    ListItem,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
    Verse,
    no_such_block,
    texts_of_items,
)
from reader.model.outline import kept_outline
from reader.model.record import record, replace
from reader.model.spoken import spoken_text
from reader.model.text import EVERY_LANGUAGE, Prose, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Literal

    from reader.model.magazine import Article, Block, Issue

    PassageKind = Literal["heading", "paragraph", "quotation", "item", "verse", "code", "table", "aside", "footnote"]
    """Kind of a passage; ``item`` is an item of a list, ``aside`` the title of a box."""
    PassageBlock = Block | Footnote


@record
class Passage:
    """A heading, paragraph, quotation, list item, verse, code, table, title of an aside, or footnote."""

    number: int
    """Position in its list of blocks, from 1; a footnote's follow those of the first list."""
    anchor: str
    """Id of the block if it has one, else the number (``p12``, ``en.p3``); of a footnote ``note.`` and its id."""
    kind: PassageKind
    text: Text
    """Text that is set and searched; of a table as :func:`table_text` joins it."""
    block: PassageBlock
    page: str = ""
    """Printed page on which it begins; empty if not known."""
    in_aside: bool = False
    """Whether it belongs to a box beside the article."""
    ordinal: int = 0
    """Number of a list item in its list, or of a footnote, from 1; 0 for other passages."""
    side: str = ""
    """Language of its list of blocks in a free body; empty in an aligned one."""
    paragraph: int = 0
    """Number of a paragraph of a list item or a quotation, from 0."""
    level: int = 0
    """Level of the list that an item is in, from 1; 0 for other passages."""
    is_numbered: bool = False
    """Whether it is an item of a numbered list."""


@record
class FigurePlace:
    """The place of a figure between passages."""

    figure: str
    """Id of the figure."""
    page: str = ""
    """Printed page; empty if not known."""


def passages(article: Article, side: str = "") -> Iterator[Passage]:
    """Yields the passages of an aligned body, or one ``side`` of a free body (all if empty); then footnotes."""
    for entry in entries(article, side):
        if isinstance(entry, Passage):
            yield entry


def entries(article: Article, side: str = "") -> Iterator[Passage | FigurePlace]:
    """Yields passages and places of figures in reading order; ``side`` as in :func:`passages`."""
    for stream in streams(article, side):
        for index in range(len(stream.blocks)):
            yield from stream.of_block(index)


def streams(article: Article, side: str = "") -> tuple[Stream, ...]:
    """Returns the lists of an article: one of blocks if it is aligned, else one a language; then that of the footnotes.

    Given a ``side`` of a free body, the lists of other sides are left out.
    """
    page = article.pages[0] if article.pages else ""
    bodies: tuple[Stream, ...]
    if not isinstance(article.body, FreeBody):
        bodies = (Stream(article.body.blocks, page),)
    else:
        first = article.body.sides[0][0] if article.body.sides else ""
        bodies = tuple(
            Stream(blocks, page, language, "" if language == first else language + ".")
            for language, blocks in article.body.sides
            if side in ("", language)
        )
    if not article.footnotes or not bodies:
        return bodies
    footnotes = of_side(article, side) if side and bodies[0].side else in_order(article.footnotes)
    return (*bodies, Stream(footnotes, prefix=ANCHOR_PREFIX, before=len(bodies[0]))) if footnotes else bodies


def find(article: Article, anchor: str) -> Passage | None:
    """Returns the passage of an anchor, which is an id or a number, or None."""
    return next((passage for stream in streams(article) if (passage := stream.find(anchor))), None)


def address(issue: Issue, article: Article, passage: Passage | None = None) -> Address:
    """Returns the address of an article, or of a passage in it."""
    return Address(issue.id, article.id, passage.anchor if passage else "")


class Stream:
    """One list of blocks or footnotes as passages and places of figures, each made when it is asked for.

    Only the number of passages before each block, and where printed pages begin, are worked out for all blocks at once.
    """

    def __init__(
        self,
        blocks: Sequence[PassageBlock],
        page: str = "",
        side: str = "",
        prefix: str = "",
        before: int = 0,
    ) -> None:
        """Takes blocks that begin on a printed page.

        Args:
            blocks: The blocks, or the footnotes of an article in their order.
            page: The printed page; empty if not known.
            side: Language of the list in a free body.
            prefix: Part of an anchor before the number (``en.``).
            before: Number of passages before the list.
        """
        self.blocks, self.side, self._prefix = blocks, side, prefix
        self._first = before
        self._outline = kept_outline(blocks)
        if self._outline:
            self._before: Sequence[int] = self._outline.passages
            self._breaks = [0, *(block + 1 for block, _ in self._outline.pages)]
            self._pages = [page, *(begun for _, begun in self._outline.pages)]
            return
        types = getattr(blocks, "types", None) or list(map(type, blocks))  # blocks that are made on access
        kinds = set(types)
        self._before = range(len(blocks) + 1)
        if not kinds <= _SINGLE:
            fixed = map(_FIXED_SIZES.get, types)  # of the other blocks alone the content is needed
            sizes = (size_of(blocks[k]) if size is None else size for k, size in enumerate(fixed))
            self._before = list(accumulate(sizes, initial=0))
        self._breaks = [0]
        self._pages = [page]
        if kinds & {PageBreak, Aside}:
            for index, kind in enumerate(types):
                if kind in (PageBreak, Aside) and (begun := last_page(blocks[index])):
                    self._breaks.append(index + 1)
                    self._pages.append(begun)

    @property
    def is_of_footnotes(self) -> bool:
        """Whether it is the list of an article's footnotes."""
        return self._prefix == ANCHOR_PREFIX

    def __len__(self) -> int:
        """Number of passages."""
        return self._before[-1]

    def page_at(self, index: int) -> str:
        """Returns the printed page on which a block begins; empty if not known."""
        return self._pages[bisect_right(self._breaks, index) - 1]

    def page_before(self, index: int) -> str:
        """Returns the printed page of the block before, page breaks apart; empty for the first block."""
        while index and type(self.blocks[index - 1]) is PageBreak:
            index -= 1
        return self.page_at(index) if index else ""

    @property
    def pages(self) -> Sequence[str]:
        """The printed pages that begin in the list, that of its beginning first; empty if not known."""
        return self._pages

    def page_start(self, page: str) -> int | None:
        """Returns the index of the block at which a printed page begins; None if it does not begin in the list."""
        return self._breaks[self._pages.index(page)] if page and page in self._pages else None

    def number_anchors(self) -> Iterator[str]:
        """Yields the numbers that addresses may name: ``p1``, ``en.p2``."""
        return (f"{self._prefix}p{number}" for number in range(1, len(self) + 1))

    def passages_before(self, index: int) -> int:
        """Returns the number of passages before a block."""
        return self._before[index]

    def of_block(self, index: int) -> list[Passage | FigurePlace]:
        """Returns the passages and places of figures of one block."""
        numbering = _Numbering(self.page_at(index), self.side, self._prefix, self._first + self._before[index])
        return list(numbering.over(self.blocks[index : index + 1]))

    def passage(self, place: int) -> Passage:
        """Returns the passage of a place in the list, counted from 1; makes only the passages of its block."""
        held = self.of_block(bisect_left(self._before, place) - 1)
        number = self._first + place
        return next(passage for passage in held if isinstance(passage, Passage) and passage.number == number)

    def block_of(self, anchor: str) -> int | None:
        """Returns the index of the block with the passage of an anchor, by id or by number; None if there is none."""
        if number := self._number(anchor):
            return bisect_left(self._before, number) - 1 if number <= len(self) else None
        if not anchor:
            return None
        if self._outline:
            return self._outline.ids.get(anchor)
        return next((index for index, block in enumerate(self.blocks) if anchor in ids_of(block)), None)

    def find(self, anchor: str) -> Passage | None:
        """Returns the passage of an anchor, by id or by number, or None."""
        index, number = self.block_of(anchor), self._number(anchor)
        held = self.of_block(index) if index is not None else ()
        found = (passage for passage in held if isinstance(passage, Passage))
        return next((p for p in found if (p.number == number if number else p.anchor == anchor)), None)

    def _number(self, anchor: str) -> int:
        """Returns the number that an anchor names in this list; 0 for an id, or a number of another list."""
        side, dot, number = anchor.rpartition(".")
        here = side == self.side if dot else not self._prefix
        return int(number[1:]) if here and re.match(_NUMBER, number) else 0


_NUMBER = r"p[1-9][0-9]{0,8}\Z"
_SINGLE = frozenset({Paragraph, Heading, Verse, Code, Table, Footnote})
"""Types of blocks that are exactly one passage, as :func:`size_of` says: a list of them alone need not be counted."""

_FIXED_SIZES: dict[type, int] = dict.fromkeys(_SINGLE, 1) | dict.fromkeys((Placement, PageBreak), 0)
"""Number of passages of the types of blocks that always have as many."""


def size_of(block: PassageBlock) -> int:
    """Returns the number of passages of a block."""
    match block:
        case Paragraph() | Heading() | Verse() | Code() | Table() | Footnote():
            return 1
        case Quotation():
            return 1 + len(block.more)
        case Placement() | PageBreak():
            return 0
        case ItemList():
            return sum(1 for _ in texts_of_items(block.items))
        case Aside():
            return int(block.title is not None) + sum(map(size_of, block.body))
    raise no_such_block(block)


def last_page(block: PassageBlock) -> str:
    """Returns the printed page after a block; empty if no page begins in it."""
    if isinstance(block, PageBreak):
        return block.page
    pages = map(last_page, reversed(block.body)) if isinstance(block, Aside) else ()
    return next(filter(None, pages), "")


def ids_of(block: PassageBlock) -> tuple[str, ...]:
    """Returns the ids of the passages of a block; some may be empty."""
    match block:
        case Footnote():
            return (ANCHOR_PREFIX + block.id,)
        case Placement() | PageBreak():
            return ()
        case Aside():
            return (block.id, *(name for held in block.body for name in ids_of(held)))
        case Paragraph() | Heading() | Quotation() | Verse() | Code() | Table() | ItemList():
            return (block.id,)
    raise no_such_block(block)


class _Numbering:
    """Numbers the passages of blocks and follows page breaks."""

    def __init__(self, page: str, side: str, prefix: str, number: int) -> None:
        self.page, self.side, self.prefix = page, side, prefix
        self.number = number

    def over(self, blocks: Sequence[PassageBlock], in_aside: bool = False) -> Iterator[Passage | FigurePlace]:
        """Yields the passages and places of figures of blocks, and of the boxes among them."""
        for block in blocks:
            match block:
                case PageBreak():
                    self.page = block.page
                case Placement():
                    yield FigurePlace(block.figure, self.page)
                case Aside():
                    if block.title:
                        yield self.passage("aside", block.title, block, block.id, True)
                    yield from self.over(block.body, True)
                case ItemList():
                    here = replace(_BEFORE, block=block, in_aside=in_aside, is_numbered=block.ordered)
                    for number, item in enumerate(self.items(block.items, here)):
                        yield item if number or not block.id else replace(item, anchor=block.id)
                case Table():
                    yield self.passage("table", table_text(block), block, block.id, in_aside)
                case Heading() | Verse() | Code():
                    yield self.passage(_KINDS[type(block)], block.text, block, block.id, in_aside)
                case Quotation():
                    for number, text in enumerate(block.texts):
                        found = self.passage("quotation", text, block, "" if number else block.id, in_aside)
                        yield replace(found, paragraph=number) if number else found
                case Paragraph():
                    yield self.passage("paragraph", spoken_text(block), block, block.id, in_aside)
                case Footnote():
                    found = self.passage("footnote", block.text, block, ANCHOR_PREFIX + block.id, False)
                    yield replace(found, ordinal=block.number)
                case _:
                    raise no_such_block(block)

    def items(self, items: Iterable[Text | ListItem], above: Passage) -> Iterator[Passage]:
        """Yields the paragraphs of list items and of the lists under them; ``above`` is like the item above them."""
        level = above.level + 1
        for ordinal, item in enumerate(items, 1):
            held = item if isinstance(item, ListItem) else ListItem((item,))
            found = above
            for paragraph, text in enumerate(held.texts):
                found = self.passage("item", text, above.block, "", above.in_aside)
                found = replace(found, ordinal=ordinal, paragraph=paragraph, level=level, is_numbered=above.is_numbered)
                yield found
            yield from self.items(held.items, replace(found, level=level, is_numbered=held.ordered))

    def passage(self, kind: PassageKind, text: Text, block: PassageBlock, anchor: str, in_aside: bool) -> Passage:
        """Returns the next passage; without an id as its anchor, the number is its anchor."""
        self.number += 1
        anchor = anchor or f"{self.prefix}p{self.number}"
        return Passage(self.number, anchor, kind, text, block, self.page, in_aside, 0, self.side)


_KINDS: dict[type, PassageKind] = {Heading: "heading", Verse: "verse", Code: "code"}
"""Kinds of the passages of blocks that are a text alone."""
_BEFORE = Passage(0, "", "item", Text(()), ItemList(()))
"""A passage without a place, before the items of a list."""


def table_text(table: Table) -> Text:
    """Returns a table as text: the caption on a line, then each row on a line with tabs between its cells."""
    rows = ([(table.caption,)] if table.caption else []) + [r for r in (table.header, *table.rows) if r]
    languages = dict.fromkeys(tag for row in rows for cell in row for tag in cell.languages)
    if len(languages) > 1:
        languages.pop(EVERY_LANGUAGE, None)
    return Text(tuple((tag, Prose("\n".join(_row_text(row, tag) for row in rows))) for tag in languages))


def cell_offsets(table: Table, language: str) -> Iterator[list[int]]:
    """Yields for each row the offset of each cell's text in :func:`table_text`; a caption is a row of one cell."""
    offset = 0
    for row in ([(table.caption,)] if table.caption else []) + [r for r in (table.header, *table.rows) if r]:
        offsets = []
        for cell in row:
            offsets.append(offset)
            offset += len(cell.plain(language)) + 1
        yield offsets


def shared_cells(table: Table, languages: tuple[str, str]) -> Iterator[tuple[int, int]]:
    """Yields the half-open range of each shared text in the table's text in the second language."""
    first, second = languages
    rows = ([(table.caption,)] if table.caption else []) + [r for r in (table.header, *table.rows) if r]
    for row, starts in zip(rows, cell_offsets(table, second), strict=True):
        for cell, start in zip(row, starts, strict=True):
            text = cell.plain(second)
            if text and text == cell.plain(first):
                yield start, start + len(text)


def _row_text(row: tuple[Text, ...], language: str) -> str:
    return "\t".join(cell.plain(language) for cell in row)
