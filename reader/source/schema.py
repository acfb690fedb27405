"""The issue format as a table: every key, its kind, whether it must be there, and what it is for.

The loader reads files by this table; messages name the nearest key from it. ``docs/FORMAT.md`` tells it to people.
"""

from __future__ import annotations

from reader.model.address import ID_PATTERN
from reader.model.language import canonical
from reader.model.magazine import (
    RELATIONS,
    ROLES,
    AlignedBody,
    Article,
    Aside,
    Credit,
    Figure,
    FreeBody,
    GlossaryEntry,
    Heading,
    Issue,
    ItemList,
    PageBreak,
    Paragraph,
    Placement,
    Quotation,
    Section,
    Table,
)
from reader.source.kinds import (
    FAULT,
    BlockId,
    Choice,
    Flag,
    Key,
    Kind,
    Language,
    ListOf,
    Page,
    PageRange,
    Record,
    TextKind,
    Word,
    check_language,
)
from reader.source.nodes import MAX_FILE_BYTES, Mapping, Scalar, Sequence

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from reader.source.kinds import Reading
    from reader.source.nodes import Node

FORMAT_VERSION = "1"
MAX_LANGUAGES = 32
HASHES_PATTERN = r"[0-9a-f]{8}(?: +[0-9a-f]{8})*"

ID = Word("an id", ID_PATTERN, "write lower-case letters, digits and - between them")
BLOCK_ID = BlockId()
PLAIN = TextKind(marked=False)
MARKED = TextKind(marked=True)
LINE = Word("a line of text", r".+", "")
REST = Word("a text", r"[\s\S]+", "", MAX_FILE_BYTES)
VERSION = Word("the format's version", r".+", "")
PICTURE = Word(
    "a picture's name",
    r"[^/\\.][^/\\]*\.([Pp][Nn][Gg]|[Jj][Pp][Ee]?[Gg]|[Gg][Ii][Ff]|[Ww][Ee][Bb][Pp])",
    "name a PNG, JPEG, GIF or WebP file in the issue's own folder, without a path",
)
FLAG = Flag()
CONTINUATION = Page(continuation=True)

_BLOCK_ID = Key("id", BLOCK_ID, "an id that survives edits")


class Blocks(Kind):
    """A list of blocks: each a text, or a mapping with the key of its kind."""

    noun = "a list of blocks"

    def __init__(self, in_aside: bool = False) -> None:
        self.in_aside = in_aside

    def read(self, node: Node, reading: Reading) -> Any:
        if isinstance(node, Scalar) and not node.value.strip():
            reading.report("S306", node, "the list of blocks is empty", "write entries that begin with -")
            return FAULT
        if not isinstance(node, Sequence):
            reading.report("S301", node, "a list of blocks belongs here", "write entries that begin with -")
            return FAULT
        if not node.items:
            reading.report("S306", node, "the list of blocks is empty", "write a paragraph")
            return FAULT
        return tuple(block for item in node.items if (block := self.block(item, reading)) is not FAULT)

    def block(self, node: Node, reading: Reading) -> Any:
        """Reads one entry."""
        if isinstance(node, Scalar) or (isinstance(node, Mapping) and self.is_text(node, reading)):
            text = MARKED.read(node, reading)
            return text if text is FAULT else reading.built(Paragraph(text), node)
        if isinstance(node, Sequence):
            reading.report("S301", node, "a list stands where a block belongs", "write list: before its entries")
            return FAULT
        kinds = [name for name in node.entries if name in BLOCKS]
        if not kinds:
            names = [name for name in node.entries if canonical(name) not in reading.languages]
            first = node.entries[names[0]][0] if names else node
            if len(names) < len(node.entries) and names[0] not in BLOCK_KEYS:
                return MARKED.read(node, reading)  # tells which key is no language
            if len(names) < len(node.entries):
                hint = "write paragraph: and the languages under it"
                reading.report("S304", first, f"{names[0]!r} stands beside a text without its kind", hint)
                return FAULT
            meant = next((OTHER_NAMES[name] for name in names if name in OTHER_NAMES), "")
            hint = f"did you mean {meant!r}?" if meant else ""
            hint = hint or next((h for n in names[:8] if n != "id" and (h := reading.near(n, BLOCKS))), "")
            message = f"{names[0]!r} is no kind of block" if names else "this block is empty"
            reading.report("S304", first, message, hint or f"known are {', '.join(BLOCKS)}")
            return FAULT
        if len(kinds) > 1:
            second = node.entries[kinds[1]][0]
            hint = "begin a new entry with -"
            reading.report("S304", second, f"{kinds[0]!r} and {kinds[1]!r} stand in one entry", hint)
            return FAULT
        if kinds[0] == "aside" and self.in_aside:
            reading.report("S310", node, "an aside stands inside an aside", "end the outer one first")
            return FAULT
        return BLOCKS[kinds[0]].read(node, reading)

    @staticmethod
    def is_text(node: Mapping, reading: Reading) -> bool:
        """Whether all keys are language tags; those that a block knows (``id``, ``by``) only if the issue has them."""
        return bool(node.entries) and all(
            canonical(key) and (key not in BLOCK_KEYS or key in reading.languages) for key in node.entries
        )


class Body(Kind):
    """An aligned body (a list) or a free one (a mapping of languages to lists)."""

    noun = "a body"

    def read(self, node: Node, reading: Reading) -> Any:
        if isinstance(node, Mapping):
            return self.free(node, reading)
        blocks = BODY_BLOCKS.read(node, reading)
        return blocks if blocks is FAULT else AlignedBody(blocks)

    def free(self, node: Mapping, reading: Reading) -> Any:
        """Reads the sides of a free body."""
        sides = []
        read: set[str] = set()
        for written, (key, value) in node.entries.items():
            tag = canonical(written)
            if tag is None:
                hint = (
                    reading.near(written, reading.languages)
                    or "a body is a list of blocks, or a list for each language"
                )
                reading.report("S307", key, f"{written!r} is not a language tag", hint)
                continue
            if tag in read:
                reading.report("Y202", key, f"the language {tag!r} stands twice", "keep one")
                continue
            if check_language(tag, key, reading) is FAULT:
                continue
            read.add(tag)
            reading.side = tag
            blocks = BODY_BLOCKS.read(value, reading)
            reading.side = ""
            if blocks is not FAULT:
                sides.append((tag, blocks))
        if not node.entries:
            reading.report("S306", node, "the body is empty", "write a list of blocks for each language")
        return FreeBody(tuple(sides)) if sides else FAULT


class Translated(Kind):
    """For each language the hashes of the passages that its translation was made from, in one text."""

    noun = "a mapping of languages"
    hashes = Word("a list of hashes", HASHES_PATTERN, "reader status --accept writes it", MAX_FILE_BYTES)

    def read(self, node: Node, reading: Reading) -> Any:
        if not isinstance(node, Mapping):
            reading.report("S301", node, f"{self.noun} belongs here", self.hashes.form)
            return FAULT
        accepted = []
        for written, (key, value) in node.entries.items():
            tag = canonical(written)
            if tag is None:
                reading.report("S307", key, f"{written!r} is not a language tag", self.hashes.form)
            elif check_language(tag, key, reading) is not FAULT:
                hashes = self.hashes.read(value, reading)
                if hashes is not FAULT:
                    accepted.append((tag, tuple(hashes.split())))
        return tuple(accepted)


def _heading(heading: Any, level: str = "1", id: str = "") -> Heading:
    return Heading(heading, int(level), id)


def _aside(aside: dict[str, Any], id: str = "") -> Aside:
    return Aside(aside.get("title"), aside["body"], id)


def _table(table: dict[str, Any], id: str = "") -> Table:
    return Table(table.get("header", ()), table["rows"], table.get("caption"), id)


BODY_BLOCKS = Blocks()

ASIDE = Record(
    "an aside",
    (
        Key("title", PLAIN, "the aside's title"),
        Key("body", Blocks(in_aside=True), "its blocks", required=True),
    ),
    dict,
)
CELLS = ListOf(TextKind(marked=True, may_be_empty=True), "a list of cells", may_be_empty=True)
TABLE = Record(
    "a table",
    (
        Key("caption", MARKED, "what the table shows"),
        Key("header", CELLS, "the heads of its columns"),
        Key("rows", ListOf(CELLS, "a list of rows"), "its rows, each a list of cells", required=True),
    ),
    dict,
)
BLOCKS: dict[str, Record] = {
    "paragraph": Record(
        "a paragraph",
        (
            Key("paragraph", MARKED, "its text", required=True),
            _BLOCK_ID,
            Key("continued-from", CONTINUATION, "the page on which it begins"),
            Key("continued-on", CONTINUATION, "the page on which it ends"),
        ),
        lambda paragraph, **rest: Paragraph(paragraph, **rest),
    ),
    "heading": Record(
        "a heading",
        (
            Key("heading", MARKED, "its text", required=True),
            Key("level", Choice("a level of heading", ("1", "2", "3")), "1 is the highest"),
            _BLOCK_ID,
        ),
        _heading,
    ),
    "quotation": Record(
        "a quotation",
        (
            Key("quotation", MARKED, "its text", required=True),
            Key("by", PLAIN, "who said it"),
            Key("pull", FLAG, "whether it repeats words of the article as an ornament"),
            _BLOCK_ID,
        ),
        lambda quotation, **rest: Quotation(quotation, **rest),
    ),
    "list": Record(
        "a list",
        (
            Key("list", ListOf(MARKED, "a list of texts"), "its items", required=True),
            Key("ordered", FLAG, "whether it is numbered"),
            _BLOCK_ID,
        ),
        lambda **values: ItemList(values.pop("list"), **values),
    ),
    "table": Record("a table", (Key("table", TABLE, "header and rows", required=True), _BLOCK_ID), _table),
    "aside": Record("an aside", (Key("aside", ASIDE, "title and body", required=True), _BLOCK_ID), _aside),
    "figure": Record(
        "a figure's place", (Key("figure", BLOCK_ID, "the id of a figure of this article", required=True),), Placement
    ),
    "page": Record("a page break", (Key("page", Page(), "the printed page that begins", required=True),), PageBreak),
}
"""Every kind of block by the key that names it."""
OTHER_NAMES = {"text": "paragraph", "image": "figure", "picture": "figure", "photo": "figure", "box": "aside"}
"""What people call kinds of blocks, where no likeness of the words would tell which."""
BLOCK_KEYS = {key for kind in BLOCKS.values() for key in kind.keys}

FIGURE = Record(
    "a figure",
    (
        Key("id", BLOCK_ID, "the id that a figure block names", required=True),
        Key("page", Page(), "the printed page"),
        Key("caption", MARKED, "the caption in each language", required=True),
        Key("credit", PLAIN, "whose picture it is"),
        Key("alt", PLAIN, "what the picture shows"),
        Key("file", PICTURE, "a picture in the issue's folder"),
        Key("placed", FLAG, "no for a figure that stands nowhere in the body"),
    ),
    Figure,
)
CREDIT = Record(
    "a credit",
    (
        Key("role", Choice("a role", ROLES), "what was done", required=True),
        Key("name", PLAIN, "who did it", required=True),
    ),
    Credit,
)
ARTICLE = Record(
    "an article",
    (
        Key("id", ID, "the article's id in addresses", required=True),
        Key("kicker", PLAIN, "the line over the title"),
        Key("title", PLAIN, "the article's title", required=True),
        Key("deck", PLAIN, "the lines under the title"),
        Key("credits", ListOf(CREDIT, "a list of credits"), "who did what"),
        Key("pages", PageRange(), "the printed pages"),
        Key("tags", ListOf(LINE, "a list of words"), "words to find it by"),
        Key("languages", ListOf(Language(), "a list of languages"), "the article's own languages"),
        Key("original", Language(), "the language it was written in"),
        Key("relation", Choice("a relation", RELATIONS), "how the sides of a free body stand to each other"),
        Key("body", Body(), "its blocks", required=True),
        Key("figures", ListOf(FIGURE, "a list of figures"), "its figures"),
        Key("translated", Translated(), "written by reader status --accept"),
        Key("unplaced", ListOf(REST, "a list of texts"), "what reader import could place nowhere"),
    ),
    Article,
)
SECTION = Record(
    "a section",
    (
        Key("id", ID, "the section's id", required=True),
        Key("title", PLAIN, "the section's title", required=True),
        Key("articles", ListOf(ARTICLE, "a list of articles"), "its articles", required=True),
    ),
    Section,
)
GLOSSARY_ENTRY = Record(
    "a glossary entry",
    (
        Key("term", PLAIN, "the term in each language", required=True),
        Key("pinyin", LINE, "how it is read"),
        Key("also", ListOf(LINE, "a list of spellings"), "other spellings"),
        Key("note", MARKED, "what it means"),
        Key("strict", FLAG, "no where a translation may say it otherwise"),
    ),
    GlossaryEntry,
)


class Languages(Kind):
    """The issue's languages; what is read after them knows which tags may stand."""

    noun = "a list of languages"

    def read(self, node: Node, reading: Reading) -> Any:
        tags = ListOf(Language(), self.noun).read(node, reading)
        if tags is FAULT:
            return FAULT
        if not isinstance(node, Sequence) or len(tags) < len(node.items):
            return FAULT  # not all are known, so no tag can be held against them
        if len(tags) > MAX_LANGUAGES:
            reading.report("S308", node, f"an issue has at most {MAX_LANGUAGES} languages", "take some out")
            return FAULT
        if len(set(tags)) < 2 or len(set(tags)) < len(tags):
            reading.report(
                "S308", node, "an issue needs two or more different languages", "write them as [zh-Hans, en]"
            )
            if len(set(tags)) < 2:
                return FAULT
        reading.languages = tuple(dict.fromkeys(tags))
        return reading.languages


def _issue(format: str, **values: Any) -> Issue:  # noqa: ARG001 (the version has been seen to)
    return Issue(**values)


ISSUE = Record(
    "an issue",
    (
        Key("format", VERSION, "1, the format's version", required=True),
        Key("id", ID, "the issue's id in addresses", required=True),
        Key("languages", Languages(), "two or more language tags", required=True),
        Key("magazine", PLAIN, "the magazine's name", required=True),
        Key("label", PLAIN, "the issue as its cover calls it", required=True),
        Key("title", PLAIN, "the cover line"),
        Key(
            "date",
            Word(
                "a date",
                r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
                "write 2018, 2018-08 or 2018-08-01",
            ),
            "as far as it is known",
        ),
        Key("sections", ListOf(SECTION, "a list of sections"), "the issue's sections", required=True),
        Key("glossary", ListOf(GLOSSARY_ENTRY, "a list of glossary entries"), "terms in each language"),
    ),
    _issue,
)
