"""Hostile versions of the bundled issues: at each node something that an issue file should not hold."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from reader.library import bundled_issues
from reader.library.files import issue_files
from reader.source.nodes import Mapping, Scalar, Sequence
from reader.source.source_file import read_source
from reader.source.yaml_parser import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.source.nodes import Node

    Path = tuple[str | int, ...]

VALUES = {
    "nothing": "~",
    "an empty text": '""',
    "an empty list": "[]",
    "an empty mapping": "{}",
    "a list of lists": "[[x], [[y]]]",
    "a mapping of mappings": "{x: {y: {z: 1}}}",
    "a number": "1e999",
    "a date": "2018-08-01",
    "a long text": '"' + "x" * 5000 + '"',
    "commands": r'"\e]52;c;aGk=\a\e[2J\x9b31m\x90q\x9c"',
    "overrides": r'"\u202Eabc\u2066\u200F\uFEFF\U000E0041"',
    "markup": '"[red][/x][@click=app.quit]x[a=b: **bold [l](file:///etc/passwd) <b>&amp; {x} %s"',
    "a path": '"../../../../etc/passwd"',
    "a tag": "!!python/object/apply:os.system [echo]",
    "an alias": "*nothing",
    "an anchor in itself": "&a [*a]",
    "depth": "[" * 40 + "]" * 40,
    "a bare control": "\x07",
    "a torn quote": '"',
}


def bundled() -> dict[str, Node]:
    """Returns the bundled issues as nodes; of each list one entry of every shape is kept."""
    found = {}
    for path in issue_files(bundled_issues()):
        root = parse(read_source(path))
        assert root is not None
        found[path] = _pruned(root)
    return found


def _pruned(node: Node) -> Node:
    if isinstance(node, Sequence):
        shapes: dict[object, list[Node]] = {}
        for item in node.items:
            shapes.setdefault(_shape(item), []).append(item)
        kept = {id(item) for alike in shapes.values() for item in alike[: 3 if isinstance(alike[0], Scalar) else 1]}
        node.items = [_pruned(item) for item in node.items if id(item) in kept]
    elif isinstance(node, Mapping):
        node.entries = {key: (name, _pruned(value)) for key, (name, value) in node.entries.items()}
    return node


def _shape(node: Node) -> object:
    if isinstance(node, Mapping):
        return frozenset((key, type(value)) for key, (_, value) in node.entries.items())
    return type(node)


def places(node: Node, path: Path = ()) -> Iterator[Path]:
    """Yields the path of every node."""
    yield path
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from places(item, (*path, number))
    elif isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            yield from places(value, (*path, key))


def written(node: Node, place: Path | None = None, value: str = "") -> str:
    """Returns a node as YAML, a line for each entry, with another value at one place."""
    return "".join(_written(node, place, value, "")) + "\n"


def _written(node: Node, place: Path | None, value: str, indent: str) -> Iterator[str]:
    if place == ():
        yield value
    elif isinstance(node, Scalar):
        yield json.dumps(node.value, ensure_ascii=False)
    else:
        entries = (
            [(number, "", item) for number, item in enumerate(node.items)]
            if isinstance(node, Sequence)
            else [(key, json.dumps(key, ensure_ascii=False) + ": ", item) for key, (_, item) in node.entries.items()]
        )
        opened, closed = "[]" if isinstance(node, Sequence) else "{}"
        yield opened
        for step, key, item in entries:
            yield f"\n{indent} {key}"
            yield from _written(item, place[1:] if place and place[0] == step else None, value, indent + " ")
            yield ","
        yield closed
