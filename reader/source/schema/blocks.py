"""The table of block kinds, and the types of a list of blocks and of a body.

A kind of block is declared once, in :data:`BLOCKS`: reading, writing, the JSON Schema and the messages follow from it.
"""

from __future__ import annotations

from reader.gate import quoted, said_of
from reader.model.language import canonical
from reader.model.magazine import (
    AlignedBody,
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
from reader.model.record import replace
from reader.source.nodes import Mapping, Scalar, Sequence
from reader.source.schema.records import Key, ListType, RecordType
from reader.source.schema.texts import TextType
from reader.source.schema.values import (
    BlockIdType,
    ChoiceType,
    FlagType,
    PageType,
    ValueType,
    by_language,
    noun_of,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from reader.model.magazine import Block
    from reader.model.text import Text
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

PLAIN = TextType(marked=False)
MARKED = TextType(marked=True)
BLOCK_ID = BlockIdType()
FLAG = FlagType()
CONTINUATION = PageType(continuation=True)


class BlocksType(ValueType["tuple[Block, ...]"]):
    """A list of blocks: each entry is a text, or a mapping with the key of its kind."""

    noun = "a list of blocks"

    def __init__(self, in_aside: bool = False) -> None:
        self.in_aside = in_aside

    def read(self, node: Node, context: LoadContext) -> tuple[Block, ...] | None:
        if isinstance(node, Scalar) and not node.value.strip():
            context.report("S306", node, "the list of blocks is empty", "write entries that begin with -")
            return None
        if not isinstance(node, Sequence):
            context.report(
                "S301", node, f"expected {self.noun}, found {noun_of(node)}", "write entries that begin with -"
            )
            return None
        if not node.items:
            context.report("S306", node, "the list of blocks is empty", "write a paragraph")
            return None
        return tuple(block for item in node.items if (block := self._read_block(item, context)) is not None)

    def write(self, value: Iterable[Block], context: WriteContext) -> Plain:
        return context.entries(value, _write_block)

    def _read_block(self, node: Node, context: LoadContext) -> Block | None:
        if isinstance(node, Scalar) or (isinstance(node, Mapping) and _is_text(node, context)):
            text = MARKED.read(node, context)
            return None if text is None else context.built(Paragraph(text), node)
        if isinstance(node, Sequence):
            context.report("S301", node, "expected a block, found a list", "write list: before its entries")
            return None
        kinds = [name for name in node.entries if name in BLOCKS]
        if not kinds:
            _report_no_kind(node, context)
            return None
        if len(kinds) > 1:
            second = node.entries[kinds[1]][0]
            message = f"one entry has both {quoted(kinds[0])} and {quoted(kinds[1])}"
            context.report("S304", second, message, "begin a new entry with -")
            return None
        if kinds[0] == "aside" and self.in_aside:
            context.report("S310", node, "an aside is inside another aside", "end the outer one first")
            return None
        return BLOCKS[kinds[0]].read(node, context)


def _is_text(node: Mapping, context: LoadContext) -> bool:
    """Whether all keys are language tags.

    A key of blocks that might be one, too (``id``, ``by``), is a tag only if the issue has that language.
    """
    return bool(node.entries) and all(
        canonical(key) and (key not in BLOCK_KEYS or key in context.languages) for key in node.entries
    )


def _report_no_kind(node: Mapping, context: LoadContext) -> None:
    """Reports a mapping without the key of a kind of block, at its first key that is not a language of the issue."""
    names = [name for name in node.entries if canonical(name) not in context.languages]
    first = node.entries[names[0]][0] if names else node
    if len(names) < len(node.entries):
        if names[0] not in BLOCK_KEYS:
            MARKED.read(node, context)  # reports the key that is no language
            return
        message = f"the text beside {quoted(names[0])} lacks its kind"
        context.report("S304", first, message, "write paragraph: and the languages under it")
        return
    meant = next((OTHER_NAMES[name] for name in names if name in OTHER_NAMES), "")
    hint = f"did you mean {quoted(meant)}?" if meant else ""
    hint = hint or next((s for name in names[:8] if name != "id" and (s := context.suggestion(name, BLOCKS))), "")
    message = said_of(names[0], "is not a kind of block") if names else "this block is empty"
    context.report("S304", first, message, hint or f"the kinds are {', '.join(BLOCKS)}")


def _write_block(block: Block, context: WriteContext) -> Plain:
    if isinstance(block, Paragraph) and block == Paragraph(block.text):
        text = MARKED.write(block.text, context)
        if not isinstance(text, dict) or all(map(canonical, text)):
            return text
    return _BY_MODEL[type(block)].write(block, context)


class BodyType(ValueType["AlignedBody | FreeBody"]):
    """A body: aligned (a list of blocks) or free (a mapping of languages to lists of blocks)."""

    noun = "a body"

    def read(self, node: Node, context: LoadContext) -> AlignedBody | FreeBody | None:
        if isinstance(node, Mapping):
            return self._read_free(node, context)
        blocks = BODY_BLOCKS.read(node, context)
        return None if blocks is None else AlignedBody(blocks)

    def write(self, value: AlignedBody | FreeBody, context: WriteContext) -> Plain:
        if isinstance(value, AlignedBody):
            return BODY_BLOCKS.write(value.blocks, context)
        sides: dict[str, Plain] = {}
        for context.side, blocks in value.sides:
            sides[context.side] = BODY_BLOCKS.write(blocks, context)
        context.side = ""
        return sides

    def _read_free(self, node: Mapping, context: LoadContext) -> FreeBody | None:
        def hint(name: str, _: Node) -> str:
            suggestion = context.suggestion(name, context.languages)
            return suggestion or "a body is a list of blocks, or a list for each language"

        if not node.entries:
            context.report("S306", node, "the body is empty", "write a list of blocks for each language")
        sides = []
        for tag, value in by_language(node, context, hint):
            context.side = tag
            blocks = BODY_BLOCKS.read(value, context)
            context.side = ""
            if blocks is not None:
                sides.append((tag, blocks))
        return FreeBody(tuple(sides)) if sides else None


def _table(rows: tuple[tuple[Text, ...], ...], header: tuple[Text, ...] = (), caption: Text | None = None) -> Table:
    return Table(header, rows, caption)


def _aside(body: tuple[Block, ...], title: Text | None = None) -> Aside:
    return Aside(title, body)


def _table_block(table: Table, id: str = "") -> Table:
    return replace(table, id=id)


def _aside_block(aside: Aside, id: str = "") -> Aside:
    return replace(aside, id=id)


BODY_BLOCKS = BlocksType()
_ID = Key("id", BLOCK_ID, "an id that survives edits")
CELLS = ListType(TextType(marked=True, may_be_empty=True), "a list of cells", may_be_empty=True)
ASIDE = RecordType(
    "an aside",
    Aside,
    (
        Key("title", PLAIN, "the aside's title"),
        Key("body", BlocksType(in_aside=True), "its blocks", required=True),
    ),
    _aside,
)
TABLE = RecordType(
    "a table",
    Table,
    (
        Key("caption", MARKED, "the table's caption"),
        Key("header", CELLS, "the headers of its columns"),
        Key("rows", ListType(CELLS, "a list of rows"), "its rows, each a list of cells", required=True),
    ),
    _table,
)
BLOCKS: dict[str, RecordType[Any]] = {
    "paragraph": RecordType(
        "a paragraph",
        Paragraph,
        (
            Key("paragraph", MARKED, "its text", required=True, attribute="text"),
            _ID,
            Key("continued-from", CONTINUATION, "the page on which it begins"),
            Key("continued-on", CONTINUATION, "the page on which it ends"),
        ),
    ),
    "heading": RecordType(
        "a heading",
        Heading,
        (
            Key("heading", MARKED, "its text", required=True, attribute="text"),
            Key("level", ChoiceType("a level of heading", {"1": 1, "2": 2, "3": 3}), "1 is the highest", default=1),
            _ID,
        ),
    ),
    "quotation": RecordType(
        "a quotation",
        Quotation,
        (
            Key("quotation", MARKED, "its text", required=True, attribute="text"),
            Key("by", PLAIN, "its speaker or author"),
            Key("pull", FLAG, "yes if it repeats words of the article as an ornament", default=False),
            _ID,
        ),
    ),
    "list": RecordType(
        "a list",
        ItemList,
        (
            Key("list", ListType(MARKED, "a list of texts"), "its items", required=True, attribute="items"),
            Key("ordered", FLAG, "yes for a numbered list", default=False),
            _ID,
        ),
    ),
    "table": RecordType(
        "a table",
        Table,
        (Key("table", TABLE, "header and rows", required=True, whole=True), _ID),
        _table_block,
    ),
    "aside": RecordType(
        "an aside",
        Aside,
        (Key("aside", ASIDE, "title and body", required=True, whole=True), _ID),
        _aside_block,
    ),
    "figure": RecordType(
        "a figure's place",
        Placement,
        (Key("figure", BLOCK_ID, "the id of a figure of this article", required=True),),
    ),
    "page": RecordType(
        "a page break",
        PageBreak,
        (Key("page", PageType(), "the printed page that begins", required=True),),
    ),
}
"""Every kind of block by the key that names it."""
_BY_MODEL = {kind.model: kind for kind in BLOCKS.values()}
BLOCK_KEYS = {key for kind in BLOCKS.values() for key in kind.keys}
"""Every key that an entry of a body may have, other than language tags."""
OTHER_NAMES = {"text": "paragraph", "image": "figure", "picture": "figure", "photo": "figure", "box": "aside"}
"""Names that people use for kinds of blocks and that do not resemble the right ones."""
