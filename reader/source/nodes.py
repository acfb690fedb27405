"""YAML to nodes with positions: the only place where a YAML parser runs.

Nodes are built from the parser's events in one pass, without recursion, and nothing is ever constructed: tags are
refused, every scalar is the text that was written. So no file can build an object, and the bounds hold before memory
is spent.
"""

from __future__ import annotations

import os
import re
import stat

from reader.gate import clean_line
from reader.source.diagnostic import ERROR, WARNING, Diagnostic, excerpt
from reader.source.rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, BinaryIO

MAX_FILE_BYTES = 4_000_000
MAX_NODES = 200_000
MAX_DEPTH = 32
MAX_DIAGNOSTICS = 1000
"""Of errors, and of warnings: those after it are not told."""
MAX_MESSAGE_CHARS = 300
MAX_READINGS = 3
"""Of a file that another program writes to."""

_NOT_YAML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Scalar:
    """A text. ``line`` and ``column`` count from 0, as the parser does.

    ``folded`` tells that it stood on several lines which YAML joined: a folded block, or one with or without quotes.
    """

    __slots__ = ("column", "folded", "line", "value")

    def __init__(self, value: str, line: int, column: int, folded: bool = False) -> None:
        self.value, self.line, self.column, self.folded = value, line, column, folded


_NO_KEY = Scalar("", 0, 0)
"""Stands for a key that is no text; its value is left out."""


class Sequence:
    """A list of nodes."""

    __slots__ = ("column", "items", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.items: list[Node] = []


class Mapping:
    """A mapping: each key's text with the key's own node and its value."""

    __slots__ = ("column", "entries", "line")

    def __init__(self, line: int, column: int) -> None:
        self.line, self.column = line, column
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def get(self, key: str) -> Node | None:
        """Returns the value of a key, or None."""
        found = self.entries.get(key)
        return found[1] if found else None


if TYPE_CHECKING:
    Node = Scalar | Sequence | Mapping


class SourceFile:
    """A file's text and what is wrong with it, collected while it is read, decoded and checked."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path, self.text = path, text
        self.diagnostics: list[Diagnostic] = []
        self.counts = {ERROR: 0, WARNING: 0}  # apart, so that no number of warnings can hide an error
        self._lines: list[str] | None = None

    def report(self, code: str, node: Node | None, message: str, hint: str = "") -> None:
        """Adds a diagnostic at a node; at the file as a whole if the node is None."""
        if node is None:
            self.report_at(code, -1, -1, message, hint)
        else:
            self.report_at(code, node.line, node.column, message, hint)

    def report_at(self, code: str, line: int, column: int, message: str, hint: str = "") -> None:
        """Adds a diagnostic at a line and column counted from 0."""
        severity = RULES[code][0]
        if self.counts[severity] >= MAX_DIAGNOSTICS:
            return
        self.counts[severity] += 1
        if self._lines is None:
            self._lines = _lines(self.text)
        if line >= len(self._lines):  # the parser counts a line after the last
            line, column = len(self._lines) - 1, len(self._lines[-1])
        shown, mark = excerpt(self._lines[line], column + 1) if line >= 0 else ("", 0)
        self.diagnostics.append(
            Diagnostic(self.path, line + 1, column + 1, code, severity, _short(message), _short(hint), shown, mark)
        )


def _short(message: str) -> str:
    text = message if len(message) <= MAX_MESSAGE_CHARS else message[: MAX_MESSAGE_CHARS - 1] + "…"
    return clean_line(text)


def read_source(path: str) -> SourceFile:
    """Reads an issue file's text within its bounds. Never raises for what the file or the disk does."""
    source = SourceFile(path)
    try:
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            os.close(descriptor)
            kind = "a folder" if stat.S_ISDIR(mode) else "not an ordinary file"
            source.report("F102", None, f"this is {kind}", "give an issue's .yaml file")
            return source
        with open(descriptor, "rb") as file:
            data = _read_still(file)
            if data is None:
                source.report("F106", None, "the file was changed while it was read", "check it again")
                return source
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        source.report("F101", None, f"cannot be read: {reason}")
        return source
    if len(data) > MAX_FILE_BYTES:
        source.report(
            "F103", None, f"the file is larger than {MAX_FILE_BYTES:,} bytes", "split the issue into two files"
        )
        return source
    try:
        source.text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        data = error.object  # without the byte order mark, as the error's offset is
        good = data[: error.start].decode("utf-8")
        line, column = _place(good, len(good))
        source.text = data.decode("utf-8", "replace")
        source.report_at("F104", line, column, f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8")
    return source


def _read_still(file: BinaryIO) -> bytes | None:
    """Reads a file that nobody writes to meanwhile, a byte more than is allowed at most; None if it never stands still.

    Raises:
        OSError: If it cannot be read, or would have to be waited for, as some of ``/proc``.
    """
    for _ in range(MAX_READINGS):
        file.seek(0)
        before = os.fstat(file.fileno())
        data: bytes | None = file.read(MAX_FILE_BYTES + 1)
        if data is None:
            raise BlockingIOError(0, "nothing to read at once")
        after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    return None


def parser_version() -> str:
    """Returns the version of the YAML parser."""
    from yaml import _yaml

    return str(_yaml.get_version_string())


def parse(source: SourceFile) -> Node | None:
    """Parses a source into nodes; None, with diagnostics, if it is not one bounded YAML document.

    Keys that stand twice and tags are told, and the first value and the bare value stand, so that
    the rest of the file can be checked in the same run.
    """
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it
    from yaml.error import MarkedYAMLError, YAMLError

    if source.diagnostics:
        return None
    if refused := _NOT_YAML.search(source.text):
        line, column = _place(source.text, refused.start())
        code = f"U+{ord(refused.group()):04X}"
        source.report_at("Y201", line, column, f"the character {code} may not stand in a YAML file", "take it out")
        return None
    builder = _Builder(source)
    try:
        parser: Any = CParser(source.text)
        next_event, take_of = parser.get_event, builder.take_of  # a file has thousands
        while not builder.ended and (event := next_event()) is not None:
            if take := take_of.get(type(event)):
                take(event)
    except MarkedYAMLError as error:
        builder.ended = True
        _report_syntax(error, source)
    except YAMLError as error:
        builder.ended = True
        source.report_at("Y201", 0, 0, str(error).partition("\n")[0])
    if builder.ended:
        return None
    if builder.root is None:
        source.report("F105", None, "the file is empty", "begin it with: format: 1")
    return builder.root


_SYNTAX_HINTS = (
    ("tab character", "indent with spaces"),
    ("cannot start any token", "a text that begins with this character needs quotes"),
    ("scanning an alias", "a text that begins with * needs quotes"),
    ("scanning an anchor", "a text that begins with & needs quotes"),
    ("mapping values", "a text with a colon and a space in it needs quotes"),
    ("quoted scalar", "close the quotes, and write \\ as \\\\ between double ones"),
    ("a flow ", "close the bracket, or put a text with brackets or commas in it between quotes"),
    ("a block ", "let what belongs together begin in the same column"),
)


_TOO_DEEP = (f"values are nested deeper than {MAX_DEPTH} levels", "an issue needs about ten")


def _report_syntax(error: Any, source: SourceFile) -> None:
    """Reports at the place of the fault; what is never closed, where it was opened."""
    message = ", ".join(part for part in (error.context, error.problem) if part)
    if "maximum nesting depth" in message:  # the parser looks ahead, and has a bound of its own
        mark = error.problem_mark
        source.report_at("Y204", mark.line, mark.column, *_TOO_DEEP)
        return
    hint = next((hint for words, hint in _SYNTAX_HINTS if words in message), "a text with : or # in it may need quotes")
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    if opened and opened.line < mark.line and ("quoted" in message or "a flow " in message):
        mark = opened
    source.report_at("Y201", mark.line, mark.column, message, hint)


def _place(text: str, index: int) -> tuple[int, int]:
    lines = _lines(text[:index])
    return len(lines) - 1, len(lines[-1])


def _lines(text: str) -> list[str]:
    """Returns the lines of a text, at least one; after a last line end stands an empty line."""
    lines = (text + "x").splitlines()
    lines[-1] = lines[-1][:-1]
    return lines


class _Builder:
    """Takes the parser's events and builds the tree; the containers that are open stand on a stack."""

    def __init__(self, source: SourceFile) -> None:
        from yaml import events

        self.source = source
        self.root: Node | None = None
        self.ended = False
        self.count = self.characters = 0
        self.documents = 0
        self.stack: list[tuple[Sequence | Mapping, str | None, tuple[int, int]]] = []  # open, its anchor, counts before
        self.keys: list[Scalar | None] = []  # for each open container the key that waits for its value
        self.anchors: dict[str, tuple[Node, int, int]] = {}  # with the nodes and characters it stands for
        self.take_of = {
            events.ScalarEvent: self.scalar,
            events.SequenceStartEvent: self.start,
            events.MappingStartEvent: self.start,
            events.SequenceEndEvent: self.end,
            events.MappingEndEvent: self.end,
            events.AliasEvent: self.alias,
            events.DocumentStartEvent: self.document,
        }

    def stop(self, code: str, event: Any, message: str, hint: str) -> None:
        self.source.report_at(code, event.start_mark.line, event.start_mark.column, message, hint)
        self.ended = True

    def document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            self.stop("Y206", event, "a second document begins", "one file holds one issue: take out the line ---")

    def scalar(self, event: Any) -> None:
        mark = event.start_mark
        node = Scalar(event.value, mark.line, mark.column, event.style != "|" and event.end_mark.line > mark.line)
        if event.tag is not None:
            self.check_tag(event)
        if event.anchor:
            self.anchors[event.anchor] = (node, 1, len(node.value))
        self.add(node, event, 1, len(node.value))

    def start(self, event: Any) -> None:
        mark = event.start_mark
        kind = Mapping if event.__class__.__name__ == "MappingStartEvent" else Sequence
        node = kind(mark.line, mark.column)
        if event.tag is not None:
            self.check_tag(event)
        before = self.count, self.characters
        self.add(node, event)
        if len(self.stack) >= MAX_DEPTH:
            self.stop("Y204", event, *_TOO_DEEP)
        self.stack.append((node, event.anchor, before))
        self.keys.append(None)

    def end(self, _event: Any) -> None:
        node, anchor, before = self.stack.pop()
        self.keys.pop()
        if anchor:
            self.anchors[anchor] = (node, self.count - before[0], self.characters - before[1])

    def alias(self, event: Any) -> None:
        if event.anchor not in self.anchors:
            self.stop(
                "Y208", event, f"the alias *{event.anchor} has no finished anchor before it", "write the value here"
            )
            return
        self.add(self.anchors[event.anchor][0], event, *self.anchors[event.anchor][1:])

    def check_tag(self, event: Any) -> None:
        if event.tag != "!":
            mark, tag = event.start_mark, event.tag.replace("tag:yaml.org,2002:", "!!")
            self.source.report_at("Y203", mark.line, mark.column, f"the tag {tag} is refused", "every value is text")

    def add(self, node: Node, event: Any, size: int = 1, characters: int = 0) -> None:
        """Puts a node into the container that is open; in a mapping keys and values come in turn."""
        self.count += size
        self.characters += characters
        if self.count > MAX_NODES:
            self.stop(
                "Y205", event, f"the file holds more than {MAX_NODES:,} values", "aliases count as what they repeat"
            )
            return
        if self.characters > MAX_FILE_BYTES:
            message = f"the file holds more than {MAX_FILE_BYTES:,} characters of text"
            self.stop("Y205", event, message, "aliases count as what they repeat")
            return
        if not self.stack:
            self.root = node
            return
        container = self.stack[-1][0]
        if isinstance(container, Sequence):
            container.items.append(node)
            return
        key = self.keys[-1]
        if key is not None:
            if key is not _NO_KEY:
                container.entries.setdefault(key.value, (key, node))
            self.keys[-1] = None
            return
        if isinstance(node, Scalar):
            if node.value in container.entries:
                first = container.entries[node.value][0]
                hint = f"it stands in line {first.line + 1} already"
                self.source.report("Y202", node, f"the key {node.value!r} stands twice", hint)
        else:
            self.source.report("Y207", node, "a key is a list or a mapping", "keys are single words")
            node = _NO_KEY
        self.keys[-1] = node
