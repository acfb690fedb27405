"""A file as it was written: its values with the stretches of text they stand on, and the comments beside them.

:mod:`reader.source.nodes` reads what a file means; this is for changing one without disturbing the rest. Only texts
that were read without a fault of YAML are looked at.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

SCALAR, SEQUENCE, MAPPING, ALIAS = "scalar", "sequence", "mapping", "alias"
_HEADER_COMMENT = re.compile(r"(?:&\S+\s+)?[|>][-+0-9]*[ \t]+(#[^\r\n]*)")
_COMMENT = re.compile(r"#[^\r\n\x85\u2028\u2029]*")


class Written:
    """A value: ``text[start:end]`` of the file, where ``end`` of a block is the end of its last value."""

    __slots__ = ("anchor", "column", "end", "entries", "flow", "kind", "line", "start", "style", "value")

    def __init__(self, kind: str, event: Any) -> None:
        mark = event.start_mark
        self.kind = kind
        self.start, self.end = mark.index, event.end_mark.index
        self.line, self.column = mark.line, mark.column
        self.anchor: str = event.anchor or ""
        self.value: str = getattr(event, "value", "")
        self.style: str = getattr(event, "style", None) or ""
        self.flow = bool(getattr(event, "flow_style", False))
        self.entries: list[Entry] = []

    def get(self, key: str) -> Entry | None:
        """Returns the entry of a mapping that has a key."""
        return next((entry for entry in self.entries if entry.key and entry.key.value == key), None)

    def walk(self) -> Iterator[Entry]:
        """Yields every entry below, in the order of the file."""
        for entry in self.entries:
            yield entry
            yield from entry.value.walk()


class Entry:
    """An entry of a mapping or a sequence with the comments that belong to it.

    ``before`` are the lines of comments over it, empty ones between them; ``beside`` is the comment on its first line,
    ``after`` are lines of comments under it that are indented as it is. ``blank`` tells that an empty line stands
    before it all.
    """

    __slots__ = ("after", "before", "beside", "blank", "column", "key", "line", "parent", "start", "value", "within")

    def __init__(self, key: Written | None, value: Written, within: Written, parent: Entry | None) -> None:
        self.key, self.value, self.within, self.parent = key, value, within, parent
        first = key or value
        self.start, self.line = first.start, first.line
        self.column = first.column if key or within.flow else within.column
        self.before: list[str] = []
        self.after: list[str] = []
        self.beside = ""
        self.blank = False


def document(text: str) -> Written:
    """Returns the root of a text that is one YAML document without faults."""
    from yaml.cyaml import CParser  # type: ignore[attr-defined]  # the stubs forget it

    parser: Any = CParser(text)
    covered: list[Written] = []
    open_: list[tuple[Written, Entry | None]] = []
    keys: list[Written | None] = []
    root: Written | None = None

    def add(value: Written) -> Entry | None:
        nonlocal root
        if not open_:
            root = value
            return None
        within, parent = open_[-1]
        key = keys[-1]
        if within.kind == MAPPING and key is None:
            keys[-1] = value
            return None
        keys[-1] = None
        entry = Entry(key, value, within, parent)
        within.entries.append(entry)
        return entry

    while (event := parser.get_event()) is not None:
        match type(event).__name__:
            case "ScalarEvent":
                covered.append(Written(SCALAR, event))
                add(covered[-1])
            case "AliasEvent":
                covered.append(Written(ALIAS, event))
                add(covered[-1])
            case "SequenceStartEvent" | "MappingStartEvent" as name:
                value = Written(SEQUENCE if name == "SequenceStartEvent" else MAPPING, event)
                open_.append((value, add(value)))
                keys.append(None)
            case "SequenceEndEvent" | "MappingEndEvent":
                keys.pop()
                value, _ = open_.pop()
                value.end = event.end_mark.index if value.flow or not value.entries else value.entries[-1].value.end
    assert root is not None, "an empty document has been told"
    _attach(text, root, covered)
    return root


class _Comment:
    """A comment: where it stands and whether it has its line for itself."""

    def __init__(self, text: str, start: int, end: int) -> None:
        line_start = max(text.rfind(end_, 0, start) for end_ in "\r\n\x85\u2028\u2029") + 1
        before = text[line_start:start]
        self.index, self.text = start, text[start:end].rstrip()
        self.own = not before.strip(" \t-\ufeff")
        self.column = len(before)
        self.blank = _blank_before(text, line_start)


def _blank_before(text: str, line_start: int) -> bool:
    """Whether the line before the one that starts here is empty."""
    above = text[:line_start].removesuffix("\n").removesuffix("\r")
    return bool(line_start) and not above[max(above.rfind("\n"), above.rfind("\r")) + 1 :].strip()


def _comments(text: str, covered: list[Written]) -> Iterator[_Comment]:
    """Yields the comments: what begins with # between the values, and in the first line of a block of text."""
    start = 0
    for value in covered:
        for found in _COMMENT.finditer(text, start, value.start):
            yield _Comment(text, *found.span())
        if header := _HEADER_COMMENT.match(text, value.start, value.end):
            yield _Comment(text, *header.span(1))
        start = max(start, value.end)
    for found in _COMMENT.finditer(text, start):
        yield _Comment(text, *found.span())


def _attach(text: str, root: Written, covered: list[Written]) -> None:
    """Gives comments and empty lines to the entries that they belong to."""
    entries = list(root.walk())
    seen = 0  # entries that begin before the comment
    led: dict[int, _Comment] = {}  # the first comment over an entry
    for comment in _comments(text, covered):
        while seen < len(entries) and entries[seen].start <= comment.index:
            seen += 1
        last = entries[seen - 1] if seen else None
        following = entries[seen] if seen < len(entries) else None
        if last and not comment.own:
            _beside(last, comment)
        elif last and (home := _over(last, comment, following)):
            home.after += [""] * comment.blank + [comment.text]
        elif following:
            led.setdefault(id(following), comment)
            following.before += [""] * (comment.blank and bool(following.before)) + [comment.text]
    for entry in entries:
        line_start = text.rfind("\n", 0, entry.start) + 1
        blank = _blank_before(text, line_start)
        if first := led.get(id(entry)):
            entry.blank = first.blank
            entry.before += [""] * blank
        elif not text[line_start : entry.start].strip(" \t-"):
            entry.blank = blank


def _beside(last: Entry, comment: _Comment) -> None:
    home = last
    while home.within.flow and home.parent and home.within.end <= comment.index:
        home = home.parent
    home.beside = f"{home.beside} {comment.text}" if home.beside else comment.text


def _over(last: Entry, comment: _Comment, following: Entry | None) -> Entry | None:
    """Returns the entry that a comment stands under, indented as it is; None if it belongs to what follows."""
    least = following.column if following else -1
    if comment.column <= least:
        return None
    home: Entry | None = last
    while home and (home.within.flow or home.column > comment.column):
        home = home.parent
    while home and home.parent and home.column == 0:  # of a list that is indented as its key is
        home = home.parent
    return home if home and home.column > least else None
