"""The syntax tree of an issue file: each value with its span of the text, and the comments beside it.

:mod:`reader.source.yaml_parser` reads a file's content; this tree is for changing the text without disturbing the
rest. It is made only of texts that YAML reads without a fault.
"""

from __future__ import annotations

import re

from reader.source.yaml_events import parser_events

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Final, Literal

    from reader.source.yaml_events import ParserEvent

    SyntaxKind = Literal["scalar", "sequence", "mapping", "alias"]

SCALAR: Final = "scalar"
SEQUENCE: Final = "sequence"
MAPPING: Final = "mapping"
ALIAS: Final = "alias"
_KINDS: dict[str, SyntaxKind] = {
    "ScalarEvent": SCALAR,
    "SequenceStartEvent": SEQUENCE,
    "MappingStartEvent": MAPPING,
    "AliasEvent": ALIAS,
}
_BLOCK_STYLES = ("|", ">")
_HEADER_COMMENT = re.compile(r"(?:&\S+\s+)?[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
_COMMENT = re.compile(r"#[^\r\n]*")


class SyntaxNode:
    """A value: ``text[start:end]`` of the file, where ``end`` of a block is the end of its last value."""

    __slots__ = ("anchor", "column", "end", "entries", "flow", "kind", "line", "start", "style", "value")

    def __init__(self, kind: SyntaxKind, event: ParserEvent) -> None:
        mark = event.start_mark
        self.kind = kind
        self.start, self.end = mark.index, event.end_mark.index
        self.line, self.column = mark.line, mark.column
        self.anchor: str = getattr(event, "anchor", "") or ""
        self.value: str = getattr(event, "value", "")
        self.style: str = getattr(event, "style", None) or ""
        self.flow = bool(getattr(event, "flow_style", False))
        self.entries: list[SyntaxEntry] = []

    @property
    def is_blank(self) -> bool:
        """Whether it is a scalar for which nothing is written, not even quotation marks."""
        return self.kind == SCALAR and not self.value and not self.style

    def get(self, key: str) -> SyntaxEntry | None:
        """Returns the entry of a mapping that has a key, or None."""
        return next((entry for entry in self.entries if entry.key and entry.key.value == key), None)

    def walk(self) -> Iterator[SyntaxEntry]:
        """Yields every entry below, in the order of the file."""
        for entry in self.entries:
            yield entry
            if entry.value.entries:
                yield from entry.value.walk()


class SyntaxEntry:
    """An entry of a mapping or a sequence with the comments that belong to it.

    ``before`` are the lines of comments over it, with empty lines between them; ``beside`` is the comment on its first
    line, ``after`` are lines of comments under it with the same indent. ``blank`` says that an empty line precedes all
    of this.
    """

    __slots__ = ("after", "before", "beside", "blank", "column", "key", "line", "parent", "start", "value", "within")

    def __init__(
        self, key: SyntaxNode | None, value: SyntaxNode, within: SyntaxNode, parent: SyntaxEntry | None
    ) -> None:
        self.key, self.value, self.within, self.parent = key, value, within, parent
        first = key or value
        self.start, self.line = first.start, first.line
        self.column = first.column if key or within.flow else within.column
        self.before: list[str] = []
        self.after: list[str] = []
        self.beside = ""
        self.blank = False


def parse_syntax(text: str, events: Iterable[ParserEvent] = ()) -> SyntaxNode:
    """Returns the syntax tree of a text that is one YAML document without faults, from its events if they are given."""
    builder = _SyntaxBuilder()
    for event in events or parser_events(text):
        builder.take(event)
    assert builder.root is not None, "an empty document is a fault"
    _attach_comments(text, builder.root, builder.leaves)
    return builder.root


class _SyntaxBuilder:
    """Builds the tree from the parser's events; open containers are on a stack."""

    def __init__(self) -> None:
        self.root: SyntaxNode | None = None
        self.leaves: list[SyntaxNode] = []
        """The scalars and aliases, in the order of the file."""
        self._open: list[tuple[SyntaxNode, SyntaxEntry | None]] = []
        self._keys: list[SyntaxNode | None] = []
        """The key that waits for its value, for each open container."""

    def take(self, event: ParserEvent) -> None:
        """Adds the value that an event begins, or closes the container that it ends."""
        name = type(event).__name__
        if kind := _KINDS.get(name):
            node = SyntaxNode(kind, event)
            entry = self._add(node)
            if kind in (SCALAR, ALIAS):
                self.leaves.append(node)
            else:
                self._open.append((node, entry))
                self._keys.append(None)
        elif name in ("SequenceEndEvent", "MappingEndEvent"):
            self._keys.pop()
            node, _ = self._open.pop()
            node.end = event.end_mark.index if node.flow or not node.entries else node.entries[-1].value.end

    def _add(self, value: SyntaxNode) -> SyntaxEntry | None:
        """Adds a value to the innermost open container; returns its entry, None for a key or the root."""
        if not self._open:
            self.root = value
            return None
        within, parent = self._open[-1]
        key = self._keys[-1]
        if within.kind == MAPPING and key is None:
            self._keys[-1] = value
            return None
        self._keys[-1] = None
        entry = SyntaxEntry(key, value, within, parent)
        within.entries.append(entry)
        return entry


class _Comment:
    """A comment: its position, and whether it is alone on its line."""

    def __init__(self, text: str, start: int, end: int) -> None:
        line_start = max(text.rfind(line_end, 0, start) for line_end in "\r\n") + 1
        before = text[line_start:start]
        self.index, self.text = start, text[start:end].rstrip()
        self.alone = not before.strip(" \t-\ufeff")
        self.column = len(before)
        self.blank = _blank_before(text, line_start)


def _blank_before(text: str, line_start: int) -> bool:
    """Whether the line before the one that starts here is empty. Looks at that line only, as a file has thousands."""
    if not line_start:
        return False
    end = line_start - text.startswith("\n", line_start - 1)
    end -= text.startswith("\r", end - 1) if end else 0
    start = text.rfind("\n", 0, end) + 1
    return not text[max(start, text.rfind("\r", start, end) + 1) : end].strip()


def _comments(text: str, leaves: list[SyntaxNode]) -> Iterator[_Comment]:
    """Yields the comments: text from # on, between the values and in the first line of a block of text."""
    start = 0
    for leaf in leaves:
        if text.find("#", start, leaf.start) >= 0:
            for found in _COMMENT.finditer(text, start, leaf.start):
                yield _Comment(text, *found.span())
        if leaf.style in _BLOCK_STYLES and (header := _HEADER_COMMENT.match(text, leaf.start, leaf.end)):
            yield _Comment(text, *header.span(1))
        start = max(start, leaf.end)
    for found in _COMMENT.finditer(text, start):
        yield _Comment(text, *found.span())


def comments_of(text: str, root: SyntaxNode) -> list[tuple[int, str]]:
    """Returns the comments of a text with the index of each, in its order."""
    leaves = [
        node for entry in root.walk() for node in (entry.key, entry.value) if node and node.kind in (SCALAR, ALIAS)
    ]
    return [(comment.index, comment.text) for comment in _comments(text, leaves)]


def _attach_comments(text: str, root: SyntaxNode, leaves: list[SyntaxNode]) -> None:
    """Gives comments and empty lines to the entries that they belong to."""
    entries = list(root.walk())
    seen = 0  # entries that begin before the comment
    first_over: dict[int, _Comment] = {}  # by the id() of the entry
    for comment in _comments(text, leaves):
        while seen < len(entries) and entries[seen].start <= comment.index:
            seen += 1
        last = entries[seen - 1] if seen else None
        following = entries[seen] if seen < len(entries) else None
        if last and not comment.alone:
            _put_beside(last, comment)
        elif last and (owner := _entry_above(last, comment, following)):
            owner.after += [""] * comment.blank + [comment.text]
        elif following:
            first_over.setdefault(id(following), comment)
            following.before += [""] * (comment.blank and bool(following.before)) + [comment.text]
    for entry in entries:
        line_start = text.rfind("\n", 0, entry.start) + 1
        if first := first_over.get(id(entry)):
            entry.blank = first.blank
            entry.before += [""] * _blank_before(text, line_start)
        elif not text[line_start : entry.start].strip(" \t-"):
            entry.blank = _blank_before(text, line_start)


def _put_beside(last: SyntaxEntry, comment: _Comment) -> None:
    """Adds a comment to the entry of its line; after a closed bracket to the entry that the bracket belongs to."""
    owner = last
    while owner.within.flow and owner.parent and owner.within.end <= comment.index:
        owner = owner.parent
    owner.beside = f"{owner.beside} {comment.text}" if owner.beside else comment.text


def _entry_above(last: SyntaxEntry, comment: _Comment, following: SyntaxEntry | None) -> SyntaxEntry | None:
    """Returns the entry above a comment that has its indent; None if the comment belongs to the following entry."""
    least = following.column if following else -1
    if comment.column <= least:
        return None
    owner: SyntaxEntry | None = last
    while owner and (owner.within.flow or owner.column > comment.column):
        owner = owner.parent
    while owner and owner.parent and owner.column == 0:  # of a list that is indented as its key is
        owner = owner.parent
    return owner if owner and owner.column > least else None
