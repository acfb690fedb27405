"""Passages: the addressable pieces of an article's text, numbered in the order they are read.

Everything that points into an article (layout, search, marks, the shell) goes through them.
"""

from __future__ import annotations

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
    page = article.pages[0] if article.pages else ""
    if isinstance(article.body, FreeBody):
        first = article.body.sides[0][0] if article.body.sides else ""
        for language, blocks in article.body.sides:
            if side in ("", language):
                yield from _Numbering(page, language, "" if language == first else language + ".").over(blocks)
    else:
        yield from _Numbering(page).over(article.body.blocks)


def find(article: Article, anchor: str) -> Passage | None:
    """Returns the passage of that anchor, by id or by number, or None."""
    for passage in passages(article):
        if anchor in (passage.anchor, number_anchor(passage, article)) or anchor == f"{passage.side}.p{passage.number}":
            return passage
    return None


def number_anchor(passage: Passage, article: Article) -> str:
    """Returns the anchor by number, whether or not the passage has an id."""
    body = article.body
    prefix = f"{passage.side}." if isinstance(body, FreeBody) and passage.side != body.sides[0][0] else ""
    return f"{prefix}p{passage.number}"


def address(issue: Issue, article: Article, passage: Passage | None = None) -> Address:
    """Returns the address of an article, or of a passage in it."""
    return Address(issue.id, article.id, passage.anchor if passage else "")


class _Numbering:
    """Walks blocks, counting passages and following page breaks."""

    def __init__(self, page: str, side: str = "", prefix: str = "") -> None:
        self.page, self.side, self.prefix = page, side, prefix
        self.number = 0

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
