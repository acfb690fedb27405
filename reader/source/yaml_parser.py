"""YAML text to nodes with positions, from the parser's events.

Nodes are built in one pass, without recursion, and no objects are constructed: tags are refused, every scalar is its
text as written. So no file can build an object, and the bounds hold before memory is spent.
"""

from __future__ import annotations

import re

from reader.gate import quoted
from reader.source.nodes import COMMA_HINT, Mapping, Scalar, Sequence
from reader.source.source_file import MAX_FILE_BYTES, lines_of_file, position
from reader.source.yaml_events import parser_events

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml.error import MarkedYAMLError

    from reader.source.nodes import Node
    from reader.source.source_file import SourceFile
    from reader.source.yaml_events import ParserEvent
    from reader.source.yaml_faults import SyntaxFault

MAX_NODES = 200_000
MAX_DEPTH = 32
MAX_SKIPPED = 20
"""Maximum number of articles that are skipped in a file, each because of a syntax error."""

_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SYNTAX_FAULTS = (
    ("tab character", "a tab stands where YAML wants spaces", "indent with spaces"),
    ("cannot start any token", "a text cannot begin with this character", "put it between quotes"),
    ("scanning an alias", "a text cannot begin with *", "put it between quotes; emphasis goes inside them"),
    ("scanning an anchor", "a text cannot begin with &", "put it between quotes"),
    ("mapping values", "a colon and a space are inside a text", "put the text between quotes"),
    (
        "sequence entries",
        "a list, or a text with - at its beginning, is in the line of its key",
        "begin a list in the next line, and put such a text between quotes",
    ),
    ("mapping keys are not allowed", "a text cannot begin with ? and a space", "put it between quotes"),
    ("unknown escape", "\\ and this character mean nothing between double quotation marks", "write \\ as \\\\"),
    (
        "quoted scalar",
        "the quotation mark that begins here is not closed",
        "close it, or write \\ as \\\\ between double ones",
    ),
    (
        "a flow mapping",
        "the braces that begin here are not closed, or a text in them goes on",
        "close them with }, and put a text with brackets, commas or a colon in it between quotes",
    ),
    (
        "a flow sequence",
        "the brackets that begin here are not closed, or a text in them goes on",
        "close them with ], and put a text with brackets or commas in it between quotes",
    ),
    (
        "simple key",
        "this line is neither a key with a colon nor an entry with a hyphen",
        "write what is missing, or indent it as a part of the text above",
    ),
    (
        "block collection",
        "the list does not go on here",
        (
            "begin each entry with - in the same column, and put a text"
            " that begins with a quotation mark or bracket between quotes as a whole"
        ),
    ),
    (
        "block mapping",
        "the mapping does not go on here",
        (
            "begin each key in the same column, and put a text that begins"
            " with a quotation mark or bracket between quotes as a whole"
        ),
    ),
)
"""Words of the parser's messages, and the message and the hint for each."""
_TOO_DEEP = (f"values are nested deeper than {MAX_DEPTH} levels", "an issue needs about ten")
_NO_TAGS = "every value is text; one that begins with ! needs quotes"
_ALIASES_COUNT = "aliases count in full"
_CONFLICTS = tuple(7 * mark for mark in "<=>|%+")
"""The beginnings of lines that a merge conflict leaves."""
_INVALID_KEY = Scalar("", 0, 0)
"""Placeholder for a key that is not a text; its value is left out."""


def parse(source: SourceFile, kept: list[ParserEvent] | None = None) -> Node | None:
    """Parses a source into nodes; returns None, with diagnostics, if it is not one bounded YAML document.

    The parser's events are added to ``kept``; if there is a fault, those of the last attempt to pass over it are, too.

    Reports duplicate keys and tags, but goes on with the first value and the value without its tag, so that one run
    checks the rest of the file, too.
    """
    if source.diagnostics:
        return None
    if refused := _NOT_YAML.search(source.text):
        line, column = position(source.text, refused.start())
        code = f"U+{ord(refused.group()):04X}"
        source.report_at("Y201", line, column, f"the character {code} is not allowed in a YAML file", "remove it")
        return None
    if any(mark in source.text for mark in _CONFLICTS) and _has_conflict(source):
        return None
    text = source.text
    for _ in range(min(MAX_SKIPPED, 2 + MAX_FILE_BYTES // (len(text) + 1))):
        builder = _TreeBuilder(source)
        fault = _build(builder, text, source, kept)
        if fault is None:
            source.parsed = text
            break
        from reader.source.yaml_faults import without_article  # only a fault needs the module

        remaining = without_article(lines_of_file(text), fault.line) if fault.line >= 0 else None
        changed = "\n".join(remaining) if remaining else text
        if changed == text:
            _report(fault, source, "")
            return None
        _report(fault, source, "; the rest of this article was not read")
        text = changed
    if builder.stopped:
        return None
    if builder.root is None:
        source.report("F105", None, "the file is empty", "begin it with: format: 1")
    return builder.root


def _build(builder: _TreeBuilder, text: str, source: SourceFile, kept: list[ParserEvent] | None) -> SyntaxFault | None:
    """Builds the tree of a text; returns the syntax error that it ended at, if it was not reported."""
    from yaml.error import MarkedYAMLError, YAMLError

    handlers = builder.handlers()  # a file has thousands of events
    try:
        for event in parser_events(text):
            if kept is not None:
                kept.append(event)
            if handle := handlers.get(type(event)):
                handle(event)
                if builder.stopped:
                    break
    except MarkedYAMLError as error:
        builder.stopped = True
        return _syntax_fault(error, text, source)
    except YAMLError as error:
        from reader.source.yaml_faults import SyntaxFault

        builder.stopped = True
        return SyntaxFault(-1, -1, str(error).partition("\n")[0], "")
    return None


def _has_conflict(source: SourceFile) -> bool:
    """Whether a merge conflict was left, which is reported."""
    from reader.source.yaml_faults import merge_mark

    conflict = merge_mark(source.text)
    if conflict < 0:
        return False
    line, column = position(source.text, conflict)
    hint = "keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>"
    source.report_at("Y201", line, column, "a merge conflict was left in the file", hint)
    return True


def _report(fault: SyntaxFault, source: SourceFile, rest: str) -> None:
    """Reports a syntax error, unless the key in its place was reported for it while the tree was built."""
    line, column = max(fault.line, 0), max(fault.column, 0)
    place = (line + 1, column + 1, fault.message)
    if place not in {(each.line, each.column, each.message) for each in source.diagnostics}:
        source.report_at("Y201", line, column, fault.message, fault.hint + rest)


def _syntax_fault(error: MarkedYAMLError, text: str, source: SourceFile) -> SyntaxFault | None:
    """Returns a syntax error by its cause, or at its position; an unclosed quote or bracket where it was opened."""
    from reader.source.yaml_faults import SyntaxFault, cause, wrong_indent

    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    assert mark, "the parser marks every error"
    message = ", ".join(part for part in (error.context, error.problem) if part)
    if "maximum nesting depth" in message:  # the parser looks ahead, and has a bound of its own
        source.report_at("Y204", mark.line, mark.column, *_TOO_DEEP)
        return None
    first = min(opened.line, mark.line) if opened and "block" not in message else mark.line
    lines = lines_of_file(text)
    found = cause(lines, first, mark.line, _known_words(text))
    if not found and ("block" in message or "mapping values" in message):
        found = wrong_indent(lines, mark.line)
    if found:
        return found
    if opened and opened.line < mark.line and any(words in message for words in ("quoted", "a flow ", "simple key")):
        mark = opened
    plain = next(((told, hint) for words, told, hint in _SYNTAX_FAULTS if words in message), None)
    told, hint = plain or (message, "a text with : or # in it may need quotes")
    return SyntaxFault(mark.line, mark.column, told, hint)


def _known_words(text: str) -> frozenset[str]:
    """Returns the keys of the format and the tags of languages that a file may have as keys."""
    from reader.source.schema.blocks import BLOCKS
    from reader.source.schema.issue import ARTICLE, CREDIT, FIGURE, GLOSSARY_ENTRY, ISSUE, SECTION

    tags = re.search(r"^languages: *\[([^\]\n]*)\]", text, re.MULTILINE)
    words = {tag.strip() for tag in tags[1].split(",")} if tags else {"zh-Hans", "zh-Hant", "en"}
    for record in (ISSUE, SECTION, ARTICLE, CREDIT, FIGURE, GLOSSARY_ENTRY):
        words.update(record.keys)
    return frozenset(words | set(BLOCKS))


class _OpenContainer:
    """A list or mapping whose end was not reached yet."""

    __slots__ = ("anchor", "chars_before", "key", "node", "nodes_before")

    def __init__(self, node: Sequence | Mapping, anchor: str, nodes_before: int, chars_before: int) -> None:
        self.node, self.anchor = node, anchor
        self.nodes_before, self.chars_before = nodes_before, chars_before
        self.key: Scalar | None = None
        """The key of a mapping that waits for its value."""


class _AnchoredNode:
    """A node that aliases may repeat, with the nodes and characters that it counts for."""

    __slots__ = ("chars", "node", "nodes")

    def __init__(self, node: Node, nodes: int, chars: int) -> None:
        self.node, self.nodes, self.chars = node, nodes, chars


class _TreeBuilder:
    """Builds the tree of nodes from the parser's events; open containers are on a stack."""

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.root: Node | None = None
        self.stopped = False
        self.nodes = self.chars = self.documents = 0
        self.stack: list[_OpenContainer] = []
        self.anchors: dict[str, _AnchoredNode] = {}

    def handlers(self) -> dict[type, Callable[[ParserEvent], None]]:
        """Returns the method for each type of event; kept here, it would hold the tree until garbage is collected."""
        from yaml import events

        return {
            events.ScalarEvent: self.scalar,
            events.SequenceStartEvent: self.start,
            events.MappingStartEvent: self.start,
            events.SequenceEndEvent: self.end,
            events.MappingEndEvent: self.end,
            events.AliasEvent: self.alias,
            events.DocumentStartEvent: self.document,
        }

    def stop(self, code: str, event: ParserEvent, message: str, hint: str) -> None:
        self.source.report_at(code, event.start_mark.line, event.start_mark.column, message, hint)
        self.stopped = True

    def document(self, event: ParserEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop("Y206", event, "a second document begins", "one file holds one issue: remove the line ---")

    def scalar(self, event: ParserEvent) -> None:
        mark = event.start_mark
        node = Scalar(event.value, mark.line, mark.column, event.style != "|" and event.end_mark.line > mark.line)
        node.style, node.start, node.end = event.style or "", mark.index, event.end_mark.index
        if event.tag is not None:
            self.refuse_tag(event.tag, node)
        if event.anchor:
            self.anchors[event.anchor] = _AnchoredNode(node, 1, len(node.value))
        self.add(node, event, 1, len(node.value))

    def start(self, event: ParserEvent) -> None:
        mark = event.start_mark
        kind = Mapping if event.__class__.__name__ == "MappingStartEvent" else Sequence
        node = kind(mark.line, mark.column)
        if event.tag is not None:
            self.refuse_tag(event.tag, node)
        container = _OpenContainer(node, event.anchor or "", self.nodes, self.chars)
        self.add(node, event)
        if len(self.stack) >= MAX_DEPTH:
            self.stop("Y204", event, *_TOO_DEEP)
        self.stack.append(container)

    def end(self, _event: ParserEvent) -> None:
        ended = self.stack.pop()
        if ended.anchor:
            nodes, chars = self.nodes - ended.nodes_before, self.chars - ended.chars_before
            self.anchors[ended.anchor] = _AnchoredNode(ended.node, nodes, chars)

    def alias(self, event: ParserEvent) -> None:
        anchored = self.anchors.get(event.anchor or "")
        if anchored is None:
            message = f"the alias *{event.anchor} has no complete anchor before it"
            self.stop("Y208", event, message, "write the value here")
            return
        self.add(anchored.node, event, anchored.nodes, anchored.chars)

    def refuse_tag(self, tag: str, node: Node) -> None:
        if tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self.source.report("Y203", node, f"the tag {shown} is refused", _NO_TAGS)

    def add(self, node: Node, event: ParserEvent, nodes: int = 1, chars: int = 0) -> None:
        """Adds a node to the innermost open container; a mapping takes a key and a value in turn."""
        self.nodes += nodes
        self.chars += chars
        if self.nodes > MAX_NODES:
            self.stop("Y205", event, f"the file holds more than {MAX_NODES:,} values", _ALIASES_COUNT)
            return
        if self.chars > MAX_FILE_BYTES:
            self.stop("Y205", event, f"the file holds more than {MAX_FILE_BYTES:,} characters of text", _ALIASES_COUNT)
            return
        if not self.stack:
            self.root = node
            return
        container = self.stack[-1]
        parent = container.node
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return
        key = container.key
        if key is None:
            container.key = self.key(node)
            return
        if key is not _INVALID_KEY and parent.entries.setdefault(key.value, (key, node))[0] is not key:
            self.report_twice(key, parent.entries[key.value][0], node)
        container.key = None

    def key(self, node: Node) -> Scalar:
        """Returns a node as a key of a mapping; reports one that is not a text."""
        if not isinstance(node, Scalar):
            self.source.report("Y207", node, "a key is a list or a mapping", "keys are single words")
            return _INVALID_KEY
        if not node.style and node.value[:1].isspace():
            from reader.source.yaml_faults import wide_indent  # only a fault needs it

            self.source.report("Y201", node, *wide_indent(node.value[0]))
            return _INVALID_KEY
        return node

    def report_twice(self, key: Scalar, first: Scalar, value: Node) -> None:
        """Reports a key that is there already; one without a value is the rest of a text with a comma."""
        is_rest = isinstance(value, Scalar) and not value.value and not value.style
        hint = COMMA_HINT if is_rest else f"it is already in line {first.line + 1}"
        self.source.report("Y202", key, f"the key {quoted(key.value)} occurs twice", hint)
