"""The one layout of an issue file, which keeps its comments and its content.

Keys keep their order. Blocks are indented by two. A text with its languages, or a list of words, is on one line if it
fits; a longer text is a literal block with a sentence or a paragraph on each line. Several empty lines between entries
become one.
"""

from __future__ import annotations

import re

from reader.errors import UnusableError
from reader.model.kept_lines import code_lines, verse_lines
from reader.model.language import canonical
from reader.model.magazine import AcceptedTranslation, Code, Verse
from reader.model.markup import parse, parse_plain
from reader.model.scripts import SENTENCE_ENDS
from reader.model.text import Text
from reader.source.blank_lines import parts_of
from reader.source.nodes import Mapping, Scalar
from reader.source.schema.issue import ISSUE, hash_lines
from reader.source.schema.load_context import LoadContext
from reader.source.schema.texts import is_unspaced_side
from reader.source.source_file import SourceFile
from reader.source.syntax_tree import ALIAS, MAPPING, SCALAR, SEQUENCE, parse_syntax
from reader.source.wrapping import SENTENCE, lines_of
from reader.source.yaml_parser import parse as parse_nodes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.source.syntax_tree import SyntaxEntry, SyntaxNode
    from reader.source.wrapping import Wrap
    from reader.source.yaml_events import ParserEvent

    Position = tuple[int, int]
    """A line and column, from 0."""
    TextPositions = dict[Position, bool | None]
    """For each text, whether its language is written without word spaces; None for an unknown language."""
    KeptLines = dict[Position, Callable[[str], list[str]]]
    """For each text that keeps its lines, the function that returns them."""

WIDTH_CELLS = 100
"""Maximum width of a line; one of a literal block may be longer."""
MAX_WORD_CELLS = 30
"""Maximum width of an entry of a list on one line."""
INDENT = 2
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff\t\n]")
_NOT_PLAIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@` ]|.*(?:: | #|:$| $)")
_NOT_PLAIN_IN_FLOW = re.compile(r".*[,\[\]{}:]")
_SENTENCE = re.compile(f"[{SENTENCE_ENDS}；]")
_UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0010ffff]")
"""The characters of :func:`~reader.model.scripts.is_unspaced`; a pattern counts them faster."""


class ChangeError(UnusableError):
    """The new layout would be read differently. This is a fault of the program; the file stays as it is."""


def formatted(source: SourceFile, wrap: Wrap = SENTENCE, compared: bool = True) -> str | None:
    """Returns a source's text in the one layout; None, with diagnostics, if it cannot be read as YAML.

    Line ends stay those of most lines. A text that is in this layout comes back as it is.

    Args:
        source: The source.
        wrap: The unit of a long text that has a line.
        compared: Whether a new layout is read again and compared, as it must be before a file is replaced.

    Raises:
        ChangeError: If the new layout would be read differently.
    """
    events: list[ParserEvent] = []
    tree = parse_nodes(source, events)
    if tree is None or source.diagnostics:
        return None
    if not isinstance(tree, Mapping):
        source.report("S301", tree, "this is not an issue", "an issue is a mapping of keys")
        return None
    context = _read_quietly(tree, source)
    texts, hashes, kept = text_positions(context), _hash_positions(context), _kept_positions(context)
    root = parse_syntax(source.text, events)
    lines: list[str] = []
    _Layout(source.text, texts, hashes, kept, wrap).add_lines(root, 0, lines)
    end = most_line_ends(source.text)
    text = end.join(lines) + end
    if compared and text != source.text:
        again = SourceFile(source.path, text)
        if parse_nodes(again) is None or again.diagnostics or not _same(root, parse_syntax(text), texts, hashes, kept):
            raise ChangeError("the new layout would be read differently, so the file was left as it is")
    return text


def most_line_ends(text: str) -> str:
    """Returns the line end of most lines of a text, LF or CRLF."""
    pairs = text.count("\r\n")
    return "\r\n" if pairs * 2 > text.count("\n") else "\n"


def _read_quietly(tree: Mapping, source: SourceFile) -> LoadContext:
    """Returns the context of reading an issue, which knows the node of each text; diagnostics are dropped."""
    context = LoadContext(SourceFile(source.path, source.text))
    ISSUE.read(tree, context)
    return context


def _hash_positions(context: LoadContext) -> frozenset[Position]:
    """Returns the positions of the scalars that are hashes of accepted texts."""
    nodes = map(context.node, context.all_built(AcceptedTranslation))
    return frozenset((node.line, node.column) for node in nodes if node)


def text_positions(context: LoadContext) -> TextPositions:
    """Returns the positions of the scalars that are texts, not words of the format such as ids."""
    found: TextPositions = {}
    for text in context.all_built(Text):
        found.update(((side.line, side.column), is_unspaced_side(tag)) for tag, side in _scalars(text, context))
    return found


def _kept_positions(context: LoadContext) -> KeptLines:
    """Returns the positions of the scalars that keep their lines, each with the function that returns its lines."""
    found: KeptLines = {}
    for blocks, lines in ((context.all_built(Verse), verse_lines), (context.all_built(Code), code_lines)):
        for block in blocks:
            found.update(((side.line, side.column), lines) for _, side in _scalars(block.text, context))
    return found


def _scalars(text: Text, context: LoadContext) -> Iterator[tuple[str, Scalar]]:
    """Yields the scalars that a text was read from, each with its language."""
    node = context.node(text)
    if isinstance(node, Mapping):
        sides = [(canonical(tag) or "", value) for tag, (_, value) in node.entries.items()]
    else:
        sides = [(tag, node) for tag in text.languages if node]
    yield from ((tag, side) for tag, side in sides if isinstance(side, Scalar))


def _same(
    one: SyntaxNode, other: SyntaxNode, texts: TextPositions, hashes: frozenset[Position], kept: KeptLines
) -> bool:
    """Whether two values have the same content; texts may differ in line ends that the reader ignores."""
    if one.kind != other.kind or one.anchor != other.anchor or len(one.entries) != len(other.entries):
        return False
    if one.kind == SCALAR and one.value != other.value:
        both, position = (one.value, other.value), (one.line, one.column)
        if position in kept:
            return kept[position](one.value) == kept[position](other.value)
        if position in hashes:
            return one.value.split() == other.value.split()
        return position in texts and all(
            len({read(value, texts[position]) for value in both}) == 1 for read in (parse, parse_plain)
        )
    keys = all(
        (mine.key and mine.key.value) == (theirs.key and theirs.key.value)
        for mine, theirs in zip(one.entries, other.entries, strict=True)
    )
    values = [(mine.value, theirs.value) for mine, theirs in zip(one.entries, other.entries, strict=True)]
    return keys and all(_same(mine, theirs, texts, hashes, kept) for mine, theirs in values)


class _Layout:
    """Lays out values; the room for a value depends on the key or hyphen before it."""

    def __init__(
        self, text: str, texts: TextPositions, hashes: frozenset[Position], kept: KeptLines, wrap: Wrap
    ) -> None:
        self.text = text
        self.texts, self.hashes, self.kept, self.wrap = texts, hashes, kept, wrap
        self._blocks: dict[int, list[str]] = {}

    def add_lines(self, collection: SyntaxNode, indent: int, lines: list[str]) -> None:
        """Adds the lines of a collection's entries to ``lines``."""
        for number, entry in enumerate(collection.entries):
            if number and entry.blank:
                lines.append("")
            if entry.before:
                lines += (" " * indent + line if line else "" for line in entry.before)
            first = len(lines)
            has_room = self.add_entry(entry, indent, lines)
            if entry.beside and not has_room:
                lines.insert(first, " " * indent + entry.beside)
            if entry.after:
                lines += (" " * indent + line if line else "" for line in entry.after)

    def add_entry(self, entry: SyntaxEntry, indent: int, lines: list[str]) -> bool:
        """Adds the lines of an entry to ``lines``; returns whether the comment beside it is on the first of them."""
        value = entry.value
        start = " " * indent + (f"{one_line(entry.key.value)}:" if entry.key else "-")
        if entry.key and value.is_blank and not value.anchor:
            lines.append(start + (f" {entry.beside}" if entry.beside else ""))
            return True
        if value.anchor and value.kind != ALIAS:
            start += f" &{value.anchor}"
        beside = f" {entry.beside}" if entry.beside else ""
        line = self.inline(value, WIDTH_CELLS - _cells(start) - 1, rows=entry.within.kind == SEQUENCE)
        if line is not None:
            lines.append(f"{start} {line}{beside}")
            return True
        if value.kind == SCALAR:
            written = self.block(value)
            indicator = INDENT if written[0].startswith((" ", "\t")) else ""  # else the blank is a part of the indent
            lines.append(f"{start} |{indicator}{beside}")
            lines += (" " * (indent + INDENT) + line if line else "" for line in written)
            return True
        if entry.key or value.anchor:
            lines.append(start + beside)
            self.add_lines(value, indent + INDENT, lines)
            return True
        first = len(lines)
        self.add_lines(value, indent + INDENT, lines)
        lines[first] = start + " " * (INDENT - 1) + lines[first][indent + INDENT :]
        return False

    def block(self, value: SyntaxNode) -> list[str]:
        """Returns the lines of a literal block, each value's worked out once."""
        lines = self._blocks.get(id(value))
        if lines is None:
            position = value.line, value.column
            if position in self.kept:
                lines = self.kept[position](value.value) or [""]
            elif position in self.hashes:
                lines = hash_lines(value.value.split())
            else:
                lines = lines_of(self.with_blank_lines(value), self.wrap, self.texts.get(position))
            self._blocks[id(value)] = lines
        return lines

    def with_blank_lines(self, value: SyntaxNode) -> str:
        """Returns a scalar's value with the blank lines that YAML made line ends of: only an author may remove them."""
        if value.style == "|" or "\n" not in value.value:
            return value.value
        parts = parts_of(self.text, value)
        return "\n\n".join(part.value for part in parts) if len(parts) > 1 else value.value

    def is_text(self, value: SyntaxNode) -> bool:
        """Whether a scalar is a text, or hashes, whose lines may be broken elsewhere, or a text that keeps them."""
        position = value.line, value.column
        return position in self.texts or position in self.hashes or position in self.kept

    def inline(self, value: SyntaxNode, room_cells: int, rows: bool) -> str | None:
        """Returns a value on one line; None if it does not fit or belongs on several.

        Args:
            value: The value.
            room_cells: The room after the key or hyphen.
            rows: Whether a list may have rows of words as its entries, as a table has.
        """
        if value.kind == ALIAS:
            return f"*{value.anchor}"
        if value.kind == SCALAR:
            return self.inline_scalar(value, room_cells)
        if not value.entries:
            return "{}" if value.kind == MAPPING else "[]"
        written = self.text[value.start : value.end]
        if value.flow and "\n" not in written and any(entry.value.is_blank for entry in value.entries):
            return written  # words after a comma, most often: they stay beside it
        parts = self.parts(value, rows)
        if parts is None:
            return None
        line = ("{%s}" if value.kind == MAPPING else "[%s]") % ", ".join(parts)
        return line if _cells(line) <= room_cells else None

    def inline_scalar(self, value: SyntaxNode, room_cells: int) -> str | None:
        """Returns a scalar on one line; None for a text that does not fit or has several lines."""
        if not self.is_text(value):
            return one_line(value.value)
        lines = self.block(value)
        if (value.line, value.column) in self.kept:
            if any(_UNSAFE.search(line.replace("\t", "")) for line in lines):
                return one_line("\n".join(lines))
            if len(lines) > 1 or lines[0] != lines[0].strip(" ") or "\t" in lines[0]:
                return None
        elif any(line != line.strip(" \t") or _UNSAFE.search(line) for line in lines) or lines[-1].endswith("\\"):
            return one_line(value.value)
        line = one_line(lines[0])
        return line if len(lines) == 1 and _cells(line) <= room_cells else None

    def parts(self, value: SyntaxNode, rows: bool) -> list[str] | None:
        """Returns the entries between brackets; None if they belong on lines of their own."""
        found = []
        for entry in value.entries:
            inner = entry.value
            if (entry.key and inner.is_blank) or entry.before or entry.after or entry.beside or inner.anchor:
                return None
            if entry.key and canonical(entry.key.value) is None:
                return None
            if inner.kind == MAPPING and rows and value.kind == SEQUENCE:
                cells = self.parts(inner, rows=False)
                if cells is None:
                    return None
                found.append("{" + ", ".join(cells) + "}")
                continue
            word = self.word(inner, in_list=value.kind == SEQUENCE)
            if word is None:
                return None
            found.append(f"{one_line(entry.key.value, in_flow=True)}: {word}" if entry.key else word)
        return found

    def word(self, value: SyntaxNode, in_list: bool) -> str | None:
        """Returns a scalar between brackets; None if it has several lines, or in a list, is long or a sentence."""
        if value.kind != SCALAR:
            return None
        lines = self.block(value) if self.is_text(value) else [value.value]
        if len(lines) > 1 or _UNSAFE.search(value.value.rstrip("\n")):
            return None
        if in_list and (_cells(lines[0]) > MAX_WORD_CELLS or _SENTENCE.search(lines[0])):
            return None
        return one_line(lines[0], in_flow=True)


def one_line(text: str, in_flow: bool = False) -> str:
    """Returns a scalar on one line, in quotes only if it needs them."""
    if _UNSAFE.search(text):
        import json

        escaped = json.dumps(text, ensure_ascii=False)
        return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)
    plain = text and not _NOT_PLAIN.match(text) and not (in_flow and _NOT_PLAIN_IN_FLOW.match(text))
    return text if plain and text != "---" and text != "..." else "'" + text.replace("'", "''") + "'" if text else '""'


def _cells(text: str) -> int:
    """Returns the approximate width of a text in cells."""
    return len(text) if text.isascii() else len(text) + len(_UNSPACED.findall(text))
