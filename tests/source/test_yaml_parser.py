from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.source.nodes import Mapping, Scalar, Sequence
from reader.source.source_file import SourceFile
from reader.source.yaml_parser import parse

trees = st.recursive(
    st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=12,
)


def read(text: str) -> tuple[object, SourceFile]:
    source = SourceFile("x", text)
    return parse(source), source


def plain(node: object) -> object:
    """The tree as Python's own strings, lists and dictionaries."""
    match node:
        case Scalar():
            return node.value
        case Sequence():
            return [plain(item) for item in node.items]
        case Mapping():
            return {name: plain(value) for name, (_, value) in node.entries.items()}
    raise TypeError(node)


@given(trees)
def test_nodes_hold_the_text_as_written(tree: object) -> None:
    import json

    node, source = read(json.dumps(tree, ensure_ascii=False))
    assert source.diagnostics == []
    assert plain(node) == tree


@given(st.lists(st.text("ab泉", min_size=1, max_size=4), min_size=1, max_size=6))
def test_nodes_have_positions(words: list[str]) -> None:
    lines = [f"- {' ' * index}{word}" for index, word in enumerate(words)]
    node, _ = read("\n".join(lines))
    assert isinstance(node, Sequence)
    for index, item in enumerate(node.items):
        assert (item.line, item.column) == (index, index + 2)
        assert lines[item.line][item.column :] == words[index]


def test_keys_have_positions() -> None:
    node, _ = read("a: 1\n泉: {b: 2}\n")
    assert isinstance(node, Mapping)
    key, value = node.entries["泉"]
    assert (key.line, key.column, value.line, value.column) == (1, 0, 1, 3)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("a", False), ("|\n a\n b\n", False), (">\n a\n b\n", True), ("a\n b", True), ('"a\n b"', True), ('"a"', False)],
)
def test_scalars_say_whether_yaml_joined_their_lines(text: str, folded: bool) -> None:
    node, _ = read(text)
    assert isinstance(node, Scalar)
    assert node.folded == folded


def test_of_two_equal_keys_the_first_counts_and_the_second_is_reported() -> None:
    node, source = read("a: 1\nb: 2\na: 3\n")
    assert plain(node) == {"a": "1", "b": "2"}
    assert [(d.code, d.line, d.column) for d in source.diagnostics] == [("Y202", 3, 1)]


def test_a_key_that_is_not_text_is_reported_and_left_out() -> None:
    node, source = read("? [a]\n: b\n? {c: d}\n: e\nf: g\n")
    assert plain(node) == {"f": "g"}
    assert [(d.code, d.line, d.column) for d in source.diagnostics] == [("Y207", 1, 3), ("Y207", 3, 3)]


def test_a_key_may_be_empty() -> None:
    node, source = read("'': a\n")
    assert plain(node) == {"": "a"}
    assert source.diagnostics == []


@pytest.mark.parametrize("separator", ["\x85", "\u2028", "\u2029"], ids=["NEL", "line", "paragraph"])
@pytest.mark.parametrize(
    "form", ["- {a}{s}{b}", "- '{a}{s}{b}'", '- "{a}{s}{b}"', "- |\n {a}{s}{b}", "- x # {a}{s}{b}"]
)
def test_separators_are_characters_of_a_line_as_in_editors(separator: str, form: str) -> None:
    node, source = read(form.format(a="山", s=separator, b="水") + "\n- a: b\n  a: c\n")
    assert isinstance(node, Sequence)
    first, second = node.items
    assert isinstance(first, Scalar)
    assert first.value.rstrip("\n") == ("x" if "#" in form else f"山{separator}水")
    assert second.line == 1 + form.count("\n")
    assert [(d.code, d.line, d.column) for d in source.diagnostics] == [("Y202", second.line + 2, 3)]


def test_characters_that_stand_in_for_separators_are_kept() -> None:
    node, _ = read('"\U000f0000\x85\U000f0001\u2028\U000f0003"')
    assert plain(node) == "\U000f0000\x85\U000f0001\u2028\U000f0003"
