"""An entry for each paragraph of a text that blank lines divide, where all languages agree on their number (T708)."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.gate import first_forbidden
from reader.model.magazine import AlignedBody, Aside, FreeBody, Paragraph
from reader.model.markup import parse
from reader.model.record import record, replace
from reader.model.text import EVERY_LANGUAGE, Text
from reader.model.translatable import TranslatableText
from reader.model.translation_status import source_language, text_hash
from reader.source.blank_lines import parts_of
from reader.source.editing import Edit, apply_edits, line_end, with_accepted
from reader.source.loading import load_source, load_text
from reader.source.scalar_places import index_of
from reader.source.schema.texts import is_unspaced_side
from reader.source.source_file import SourceFile
from reader.source.syntax_tree import MAPPING, SCALAR, SEQUENCE, parse_syntax

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.model.magazine import Article, Block, Issue
    from reader.source.schema.load_context import LoadContext
    from reader.source.syntax_tree import SyntaxEntry, SyntaxNode

    Paragraphs = dict[int, tuple[Paragraph, ...]]
    """The paragraphs that one becomes, by its identity."""

_KEYS_OF_FIRST = frozenset({"paragraph", "id", "continued-from", "speaker", "number"})
"""Keys of a paragraph that the first of its parts keeps."""


def with_paragraphs(text: str, path: str = "<text>") -> str:
    """Returns an issue file's text with an entry for each paragraph; the same text if that would change anything else.

    Translations that were accepted stay so: the hash of a text becomes those of its parts.
    """
    loaded, context = load_source(SourceFile(path, text), checked=False)
    if loaded.issue is None:
        return text
    edits: list[Edit] = []
    paragraphs: Paragraphs = {}
    entries = {(e.value.line, e.value.column): e for e in parse_syntax(text).walk() if e.within.kind == SEQUENCE}
    for paragraph in context.all_built(Paragraph):
        node = context.node(paragraph)
        entry = entries.get((node.line, node.column)) if node else None
        written = _written(entry, text) if entry else None
        if entry and written and (new := _divided(paragraph, written, context)):
            edits.append(_edit(entry, written, text))
            paragraphs[id(paragraph)] = new
    changed = apply_edits(text, edits)
    wanted = _expected(loaded.issue, paragraphs)
    found = load_text(changed, path, checked=False).issue
    if changed == text or found != wanted:
        return text
    return _with_hashes(changed, found, loaded.issue, paragraphs)


@record
class _Written:
    """A text in the source of an entry: its values by language, each in its parts."""

    node: SyntaxNode
    """The value that holds the text: a mapping of languages, or a scalar."""
    sides: tuple[tuple[str, tuple[str, ...]], ...]
    """The key of each language (empty for a scalar) and the parts of its text."""
    end: int
    """Index of the end of the text's last character or bracket."""


def _written(entry: SyntaxEntry, text: str) -> _Written | None:
    """Returns the text of an entry of a body if it can be divided, else None."""
    value = entry.value
    node = value
    if value.kind == MAPPING and (paragraph := value.get("paragraph")):
        if any(e.key is None or e.key.value not in _KEYS_OF_FIRST for e in value.entries) or value.flow:
            return None
        if value.entries[-1] is not paragraph:
            return None
        node = paragraph.value
    if entry.within.flow or value.anchor or node.anchor or node.kind not in (SCALAR, MAPPING):
        return None
    inner = [(e.key.value if e.key else "", e.value) for e in node.entries] if node.kind == MAPPING else [("", node)]
    if any(each.kind != SCALAR or each.anchor for _, each in inner):
        return None
    if any(e.before or e.after or e.beside for e in node.entries) or entry.after:
        return None
    sides = tuple((key, tuple(part.value for part in parts_of(text, each))) for key, each in inner)
    counts = {len(parts) for _, parts in sides if parts != ("",)}
    if len(counts) != 1 or counts == {1} or (node.kind == MAPPING and len(sides) < 2):
        return None
    if any(first_forbidden(part) >= 0 or "\t" in part for _, parts in sides for part in parts):
        return None
    end = node.end if node.flow else _end(inner[-1][1], text)
    rest = text[end:].split("\n", 1)[0]
    return None if rest.strip() else _Written(node, sides, end)


def _end(scalar: SyntaxNode, text: str) -> int:
    """Returns the end of a scalar without the line ends and comments under a block."""
    if scalar.style not in ("|", ">"):
        return scalar.end
    return index_of(text, scalar, len(scalar.value.rstrip()) - 1) + 1


def _divided(paragraph: Paragraph, written: _Written, context: LoadContext) -> tuple[Paragraph, ...]:
    """Returns the paragraphs that one becomes, as they will be read."""
    count = max(len(parts) for _, parts in written.sides)
    tags = [tag for tag, _ in paragraph.text.sides]
    if len(tags) != len(written.sides) or context.node(paragraph.text) is None:
        return ()
    texts = []
    for number in range(count):
        sides = []
        for tag, (_, parts) in zip(tags, written.sides, strict=True):
            source = "\n".join(_lines(parts[number])) if len(parts) > 1 else ""
            sides.append((tag, parse(source, is_unspaced_side(tag))))
        texts.append(Text(tuple(sides)))
    return (replace(paragraph, text=texts[0]), *map(Paragraph, texts[1:]))


def _edit(entry: SyntaxEntry, written: _Written, text: str) -> Edit:
    """Returns the edit that writes the first part in its place, and entries for the others after it."""
    node, value = written.node, entry.value
    hyphen = entry.within.column
    end = line_end(text)
    beside = " " * max(value.column - hyphen - 1, 1)
    indent = node.column
    start = ""
    if node is not value and node.kind == MAPPING and node.flow:
        indent = value.column + 2
        start = end + " " * indent
    if node.kind == SCALAR:
        indent = value.column if node is not value else hyphen
    lines = list(_entry_lines(written, 0, indent))
    for number in range(1, max(len(parts) for _, parts in written.sides)):
        first, *more = _entry_lines(written, number, value.column if node.kind == MAPPING else hyphen)
        lines += [" " * hyphen + "-" + beside + first, *more]
    return Edit(node.start, written.end, start + end.join(lines))


def _entry_lines(written: _Written, number: int, indent: int) -> Iterator[str]:
    """Yields the lines of one part of a text; the first has no indent."""
    before = ""
    for key, parts in written.sides:
        name = f"{key}: " if key else ""
        if len(parts) == 1:
            yield f'{before}{name}""'
        else:
            yield f"{before}{name}|"
            yield from (" " * (indent + 2) + line for line in _lines(parts[number]))
        before = " " * indent


def _lines(part: str) -> list[str]:
    return [line.strip(" ") for line in part.split("\n")]


def _expected(issue: Issue, paragraphs: Paragraphs) -> Issue:
    """Returns an issue with several paragraphs in the place of some."""

    def article(each: Article) -> Article:
        if isinstance(each.body, FreeBody):
            sides = tuple((tag, tuple(_blocks(blocks, paragraphs))) for tag, blocks in each.body.sides)
            return replace(each, body=FreeBody(sides))
        return replace(each, body=AlignedBody(tuple(_blocks(each.body.blocks, paragraphs))))

    sections = (replace(s, articles=tuple(article(each) for each in s.articles)) for s in issue.sections)
    return replace(issue, sections=tuple(sections))


def _blocks(blocks: Iterable[Block], paragraphs: Paragraphs) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Aside):
            yield replace(block, body=tuple(_blocks(block.body, paragraphs)))
        elif isinstance(block, Paragraph):
            yield from paragraphs.get(id(block), (block,))
        else:
            yield block


def _with_hashes(text: str, issue: Issue, before: Issue, paragraphs: Paragraphs) -> str:
    """Returns a changed text with the hashes of the parts in the place of those of the divided texts."""
    accepted = {}
    for _, article in before.articles():
        source = source_language(before, article)
        new: dict[str, list[str]] = {}
        for side, blocks in _sides(article):
            for block in blocks:
                for each in block.body if isinstance(block, Aside) else (block,):
                    if isinstance(each, Paragraph) and id(each) in paragraphs:
                        parts = [_hash(part.text, side, source) for part in paragraphs[id(each)]]
                        new.setdefault(_hash(each.text, side, source), parts)
        translated = tuple(
            replace(known, hashes=tuple(part for old in known.hashes for part in new.get(old, (old,))))
            for known in article.translated
        )
        if translated != article.translated:
            accepted[article.id] = translated
    try:
        return with_accepted(text, issue, accepted) if accepted else text
    except UnusableError:
        return text


def _sides(article: Article) -> Iterator[tuple[str, Iterable[Block]]]:
    if isinstance(article.body, FreeBody):
        yield from article.body.sides
    else:
        yield EVERY_LANGUAGE, article.body.blocks


def _hash(text: Text, side: str, source: str) -> str:
    return text_hash(TranslatableText("", "", text, True, side), source)
