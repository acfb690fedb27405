"""Passages: the addressable pieces of an article's text, numbered in the order they are read.

Everything that points into an article (layout, search, marks, the shell) goes through them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from reader.model.address import Address
from reader.model.magazine import (
    Aside,
    FreeBody,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
)
from reader.model.record import record
from reader.model.text import EVERY_LANGUAGE, Prose, Text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.magazine import Article, Block, Issue


@record
class Passage:
    """A heading, paragraph, quotation, list item, table or title of an aside.

    ``text`` is what is set and searched; a table's cells are joined in it, a row a line.
    ``anchor`` is the block's own id if it has one, else its number (``p12``, ``en.p3``).
    """

    number: int
    anchor: str
    kind: str
    """``heading``, ``paragraph``, ``quotation``, ``item``, ``table`` or ``aside``."""
    text: Text
    block: Block
    page: str = ""
    """The printed page it begins on; empty if not known."""
    in_aside: bool = False
    ordinal: int = 0
    """A list item's number, from 1; 0 for what is no list item."""
    side: str = ""
    """The language of the list it stands in, for a free body; empty in an aligned one."""


@record
class Mark:
    """A figure's place between passages."""

    figure: str
    page: str = ""


def passages(article: Article, side: str = "") -> Iterator[Passage]:
    """Yields the passages of an aligned body, or those of one ``side`` of a free body (all sides if empty)."""
    for entry in entries(article, side):
        if isinstance(entry, Passage):
            yield entry


def entries(article: Article, side: str = "") -> Iterator[Passage | Mark]:
    """Yields passages and figure marks in the order they are read, as :func:`passages` does."""
    for stream in streams(article, side):
        for index in range(len(stream.blocks)):
            yield from stream.of_block(index)


def streams(article: Article, side: str = "") -> tuple[Stream, ...]:
    """Returns the lists of blocks of a body: the one of an aligned body, those of a free body's sides (or one side)."""
    page = article.pages[0] if article.pages else ""
    if not isinstance(article.body, FreeBody):
        return (Stream(article.body.blocks, page),)
    first = article.body.sides[0][0] if article.body.sides else ""
    return tuple(
        Stream(blocks, page, language, "" if language == first else language + ".")
        for language, blocks in article.body.sides
        if side in ("", language)
    )


def find(article: Article, anchor: str) -> Passage | None:
    """Returns the passage of that anchor, by id or by number, or None."""
    return next((passage for stream in streams(article) if (passage := stream.find(anchor))), None)


def number_anchor(passage: Passage, article: Article) -> str:
    """Returns the anchor by number, whether or not the passage has an id."""
    body = article.body
    prefix = f"{passage.side}." if isinstance(body, FreeBody) and passage.side != body.sides[0][0] else ""
    return f"{prefix}p{passage.number}"


def address(issue: Issue, article: Article, passage: Passage | None = None) -> Address:
    """Returns the address of an article, or of a passage in it."""
    return Address(issue.id, article.id, passage.anchor if passage else "")


class Stream:
    """One list of blocks as passages and figure marks, each made when it is asked for.

    What is known of all blocks at once is only how many passages stand before each, and where pages begin.
    """

    def __init__(self, blocks: Sequence[Block], page: str = "", side: str = "", prefix: str = "") -> None:
        """``page`` is the printed page of the beginning; ``prefix`` stands before numbers in anchors (``en.``)."""
        self.blocks, self.side, self._prefix = blocks, side, prefix
        types = getattr(blocks, "types", None) or list(map(type, blocks))  # a list of blocks that are not made yet
        kinds = set(types)
        self._before: Sequence[int] = range(len(blocks) + 1)
        if not kinds <= _SINGLE:
            sizes = (_SIZES[kind] if kind in _SIZES else _size(blocks[k]) for k, kind in enumerate(types))
            self._before = list(accumulate(sizes, initial=0))
        self._breaks = [0]
        self._pages = [page]
        if kinds & {PageBreak, Aside}:
            for index, kind in enumerate(types):
                if kind in (PageBreak, Aside) and (begun := _last_page(blocks[index])):
                    self._breaks.append(index + 1)
                    self._pages.append(begun)

    def __len__(self) -> int:
        """The number of its passages."""
        return self._before[-1]

    def page_at(self, index: int) -> str:
        """Returns the printed page on which a block begins; empty if not known."""
        return self._pages[bisect_right(self._breaks, index) - 1]

    def page_before(self, index: int) -> str:
        """Returns the printed page of what is read before a block; empty before the first."""
        while index and type(self.blocks[index - 1]) is PageBreak:
            index -= 1
        return self.page_at(index) if index else ""

    def of_block(self, index: int) -> list[Passage | Mark]:
        """Returns the passages and marks of one block."""
        numbering = _Numbering(self.page_at(index), self.side, self._prefix, self._before[index])
        return list(numbering.over(self.blocks[index : index + 1]))

    def passage(self, number: int) -> Passage:
        """Returns the passage of a number, which counts from 1; only its block is looked at."""
        held = self.of_block(bisect_left(self._before, number) - 1)
        return next(passage for passage in held if isinstance(passage, Passage) and passage.number == number)

    def block_of(self, anchor: str) -> int | None:
        """Returns the index of the block that holds the passage of an anchor, by id or by number; None if none does."""
        if number := self._number(anchor):
            return bisect_left(self._before, number) - 1 if number <= len(self) else None
        if not anchor:
            return None
        return next((index for index, block in enumerate(self.blocks) if anchor in _ids(block)), None)

    def find(self, anchor: str) -> Passage | None:
        """Returns the passage of an anchor, by id or by number, or None."""
        index, number = self.block_of(anchor), self._number(anchor)
        held = self.of_block(index) if index is not None else ()
        found = (passage for passage in held if isinstance(passage, Passage))
        return next((p for p in found if (p.number == number if number else p.anchor == anchor)), None)

    def _number(self, anchor: str) -> int:
        """Returns the number that an anchor names in this list; 0 if it is an id or names one of another list."""
        side, dot, number = anchor.rpartition(".")
        here = side == self.side if dot else not self._prefix
        return int(number[1:]) if here and _NUMBER.match(number) else 0


_NUMBER = re.compile(r"p[1-9][0-9]{0,8}\Z")
_SINGLE = frozenset({Paragraph, Heading, Quotation, Table})
"""The kinds of block that are one passage."""
_SIZES = dict.fromkeys(_SINGLE, 1) | {Placement: 0, PageBreak: 0}
"""How many passages a block of a kind is, where the kind alone tells."""


def _size(block: Block) -> int:
    """Returns how many passages a block is."""
    if isinstance(block, ItemList):
        return len(block.items)
    if isinstance(block, Aside):
        return int(block.title is not None) + sum(map(_size, block.body))
    return _SIZES[type(block)]


def _last_page(block: Block) -> str:
    """Returns the page that a block leaves us on, empty if it is the one we came from."""
    if isinstance(block, PageBreak):
        return block.page
    pages = map(_last_page, reversed(block.body)) if isinstance(block, Aside) else ()
    return next(filter(None, pages), "")


def _ids(block: Block) -> tuple[str, ...]:
    """Returns the ids that name passages of a block."""
    if isinstance(block, Placement | PageBreak):
        return ()
    if isinstance(block, Aside):
        return (block.id, *(name for held in block.body for name in _ids(held)))
    return (block.id,)


class _Numbering:
    """Walks blocks, counting passages and following page breaks."""

    def __init__(self, page: str, side: str, prefix: str, number: int) -> None:
        self.page, self.side, self.prefix = page, side, prefix
        self.number = number

    def over(self, blocks: Sequence[Block], in_aside: bool = False) -> Iterator[Passage | Mark]:
        for block in blocks:
            match block:
                case PageBreak():
                    self.page = block.page
                case Placement():
                    yield Mark(block.figure, self.page)
                case Aside():
                    if block.title:
                        yield self.passage("aside", block.title, block, block.id, True)
                    yield from self.over(block.body, True)
                case ItemList():
                    for ordinal, item in enumerate(block.items, 1):
                        anchor = block.id if ordinal == 1 else ""
                        yield self.passage("item", item, block, anchor, in_aside, ordinal)
                case Table():
                    yield self.passage("table", table_text(block), block, block.id, in_aside)
                case Heading():
                    yield self.passage("heading", block.text, block, block.id, in_aside)
                case Quotation():
                    yield self.passage("quotation", block.text, block, block.id, in_aside)
                case Paragraph():
                    yield self.passage("paragraph", block.text, block, block.id, in_aside)

    def passage(self, kind: str, text: Text, block: Block, anchor: str, in_aside: bool, ordinal: int = 0) -> Passage:
        self.number += 1
        anchor = anchor or f"{self.prefix}p{self.number}"
        return Passage(self.number, anchor, kind, text, block, self.page, in_aside, ordinal, self.side)


def table_text(table: Table) -> Text:
    """Returns a table as text: the caption, then a row a line with tabs between its cells."""
    rows = ([(table.caption,)] if table.caption else []) + [r for r in (table.header, *table.rows) if r]
    languages = dict.fromkeys(tag for row in rows for cell in row for tag in cell.languages)
    if len(languages) > 1:
        languages.pop(EVERY_LANGUAGE, None)
    return Text(tuple((tag, Prose("\n".join(_row_text(row, tag) for row in rows))) for tag in languages))


def cell_offsets(table: Table, language: str) -> Iterator[list[int]]:
    """Yields where each cell's text starts in :func:`table_text`, row by row; a caption is a row of one cell."""
    offset = 0
    for row in ([(table.caption,)] if table.caption else []) + [r for r in (table.header, *table.rows) if r]:
        offsets = []
        for cell in row:
            offsets.append(offset)
            offset += len(cell.plain(language)) + 1
        yield offsets


def _row_text(row: tuple[Text, ...], language: str) -> str:
    return "\t".join(cell.plain(language) for cell in row)
