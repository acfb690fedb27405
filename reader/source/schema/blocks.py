"""The table of block kinds, and the types of a list of blocks and of a body.

A kind of block is declared once, in :data:`BLOCKS`: reading, writing, the JSON Schema and the messages follow from it.
"""

from __future__ import annotations

from reader.gate import quoted, said_of
from reader.model.language import canonical
from reader.model.magazine import (
    AlignedBody,
    Aside,
    Code,
    FreeBody,
    Heading,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Table,
    Verse,
)
from reader.model.record import replace
from reader.source.nodes import Mapping, Scalar, Sequence
from reader.source.schema.kept_lines import CODE, VERSE
from reader.source.schema.lists import FLAG, MARKED, PARAGRAPHS, ItemType
from reader.source.schema.load_context import did_you_mean
from reader.source.schema.records import Key, ListType, RecordType
from reader.source.schema.tables import TABLE
from reader.source.schema.texts import TextType
from reader.source.schema.values import (
    BlockIdType,
    ChoiceType,
    PageType,
    ValueType,
    WordType,
    by_language,
    noun_of,
    swallowed_hint,
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
BLOCK_ID = BlockIdType()
NUMBER = WordType("a number as printed", ".{1,16}", "write it in 16 characters at most, as 1.2")
CODE_LANGUAGE = WordType("a programming language", "[A-Za-z0-9][A-Za-z0-9+#._-]{0,39}", "write it as python, sh or c++")
CONTINUATION = PageType(continuation=True)


class BlocksType(ValueType["tuple[Block, ...]"]):
    """A list of blocks: each entry is a text, or a mapping with the key of its kind."""

    noun = "a list of blocks"

    def __init__(self, in_aside: bool = False) -> None:
        self.in_aside = in_aside

    def read(self, node: Node, context: LoadContext) -> tuple[Block, ...] | None:
        if isinstance(node, Scalar) and not node.value.strip():
            context.report("S306", node, "the list of blocks is empty", "write its entries under it, each with -")
            return None
        if not isinstance(node, Sequence):
            context.report(
                "S301", node, f"expected {self.noun}, found {noun_of(node)}", "write entries that begin with -"
            )
            return None
        if not node.items:
            context.report("S306", node, "the list of blocks is empty", "write a paragraph")
            return None
        return tuple(block for item in node.items for block in self._read_entry(item, context))

    def write(self, value: Iterable[Block], context: WriteContext) -> Plain:
        return context.entries(value, _write_block)

    def _read_entry(self, node: Node, context: LoadContext) -> list[Block]:
        """Returns the block of an entry; after a fault also several, or none."""
        if isinstance(node, Scalar) or (isinstance(node, Mapping) and _is_text(node, context)):
            text = MARKED.read(node, context)
            if text is not None:
                return [context.built(Paragraph(text), node)]
            context.lose(node)
            return []
        if isinstance(node, Sequence):
            context.report("S301", node, "expected a block, found a list", "write list: before its entries")
            return [block for item in node.items for block in self._read_entry(item, context)]
        kinds = [name for name in node.entries if name in BLOCKS]
        if not kinds:
            return _read_without_kind(node, context)
        if len(kinds) > 1:
            second = node.entries[kinds[1]][0]
            message = f"one entry has both {quoted(kinds[0])} and {quoted(kinds[1])}"
            context.report("S304", second, message, "begin a new entry with -")
            parts = [node.with_keys({kind: kind}) for kind in kinds]
            return [block for part in parts for block in self._read_kind(part, context)]
        return self._read_kind(node, context)

    def _read_kind(self, node: Mapping, context: LoadContext) -> list[Block]:
        kind = next(name for name in node.entries if name in BLOCKS)
        if kind == "aside" and self.in_aside:
            context.report("S310", node, "an aside is inside another aside", "end the outer one first")
        block = BLOCKS[kind].read(node, context)
        if block is None:
            context.lose(node)
            return []
        return list(block.body) if kind == "aside" and self.in_aside else [block]


def _is_text(node: Mapping, context: LoadContext) -> bool:
    """Whether all keys are language tags.

    A key of blocks that might be one, too (``id``, ``by``), is a tag only if the issue has that language.
    """
    return bool(node.entries) and all(
        canonical(key) and (key not in BLOCK_KEYS or key in context.languages) for key in node.entries
    )


def _read_without_kind(node: Mapping, context: LoadContext) -> list[Block]:
    """Reports a mapping without the key of a kind of block, at its first key that is not a language of the issue.

    Returns it as the block that it resembles, if there is one.
    """
    names = [name for name in node.entries if canonical(name) not in context.languages]
    first = node.entries[names[0]][0] if names else node
    if len(names) < len(node.entries):
        if names[0] in BLOCK_KEYS:
            message = f"the text beside {quoted(names[0])} lacks its kind"
            context.report("S304", first, message, "write paragraph: and the languages under it")
            node = node.with_keys({name: name for name in node.entries if name not in names})
        text = MARKED.read(node, context)  # reports a key that is no language
        return [] if text is None else [context.built(Paragraph(text), node)]
    meant = next((OTHER_NAMES[name] for name in names if name in OTHER_NAMES), "")
    written = next((name for name in names if name in OTHER_NAMES), "")
    for name in names[:8]:
        if not meant and name != "id" and (meant := context.resembled(name, BLOCKS)):
            written = name
    message = said_of(names[0], "is not a kind of block") if names else "this block is empty"
    hint = swallowed_hint(names[0], (*BLOCKS, *context.languages)) if names else ""
    context.report("S304", first, message, hint or did_you_mean(meant) or f"the kinds are {', '.join(BLOCKS)}")
    block = _read_as(meant, written, node, context) if meant else None
    if block is None:
        context.lose(node)
    return [] if block is None else [block]


def _read_as(kind: str, written: str, node: Mapping, context: LoadContext) -> Block | None:
    """Returns a mapping with a misspelt kind as the block that is meant; None if its value has another form."""
    value = node.entries[written][1]
    if kind in _KINDS_OF_TEXT:
        has_form = isinstance(value, Scalar) or (isinstance(value, Mapping) and _is_text(value, context))
    else:
        has_form = isinstance(value, _FORMS.get(kind, ()))
    if not has_form:
        return None
    names = {name: name for name in node.entries if name in BLOCKS[kind].keys}
    block: Block | None = BLOCKS[kind].read(node.with_keys({**names, written: kind}), context)
    return block


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
            if blocks is None:
                context.lose(value)
            else:
                sides.append((tag, blocks))
        return FreeBody(tuple(sides)) if sides else None


def _quotation(texts: tuple[Text, ...], by: Text | None = None, pull: bool = False, id: str = "") -> Quotation:
    return Quotation(texts[0], by, pull, id, texts[1:])


def _aside(body: tuple[Block, ...], title: Text | None = None) -> Aside:
    return Aside(title, body)


def _table_block(table: Table, id: str = "") -> Table:
    return replace(table, id=id)


def _aside_block(aside: Aside, id: str = "") -> Aside:
    return replace(aside, id=id)


BODY_BLOCKS = BlocksType()
_ID = Key("id", BLOCK_ID, "an id that survives edits")
ASIDE = RecordType(
    "an aside",
    Aside,
    (
        Key("title", PLAIN, "the aside's title"),
        Key("body", BlocksType(in_aside=True), "its blocks", required=True, stand_in=()),
    ),
    _aside,
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
            Key("speaker", PLAIN, "the person who says it"),
            Key("number", NUMBER, "its number as printed", default=""),
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
            Key("quotation", PARAGRAPHS, "its text, or a list of its paragraphs", required=True, attribute="texts"),
            Key("by", PLAIN, "its speaker or author"),
            Key("pull", FLAG, "yes if it repeats words of the article as an ornament", default=False),
            _ID,
        ),
        _quotation,
    ),
    "list": RecordType(
        "a list",
        ItemList,
        (
            Key("list", ListType(ItemType(), "a list of items"), "its items", required=True, attribute="items"),
            Key("ordered", FLAG, "yes for a numbered list", default=False),
            _ID,
        ),
    ),
    "verse": RecordType(
        "verse",
        Verse,
        (
            Key("verse", VERSE, "its lines, as a literal block", required=True, attribute="text"),
            _ID,
            Key("by", PLAIN, "its author or source"),
        ),
    ),
    "code": RecordType(
        "code",
        Code,
        (
            Key("code", CODE, "its lines, as a literal block", required=True, attribute="text"),
            Key("language", CODE_LANGUAGE, "the name of the programming language", default=""),
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
_KINDS_OF_TEXT = ("paragraph", "heading", "quotation", "verse", "code")
_FORMS = {"list": Sequence, "table": Mapping, "aside": Mapping}
"""The form of the value of the other kinds that have texts."""
BLOCK_KEYS = {key for kind in BLOCKS.values() for key in kind.keys}
"""Every key that an entry of a body may have, other than language tags."""
OTHER_NAMES = {"text": "paragraph", "image": "figure", "picture": "figure", "photo": "figure", "box": "aside"}
OTHER_NAMES |= {"poem": "verse", "program": "code", "quote": "quotation"}
"""Names that people use for kinds of blocks and that do not resemble the right ones."""
