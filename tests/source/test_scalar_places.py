"""The place of each character of a value, against values that the parser made of written ones."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reader.source.nodes import Mapping, Scalar
from reader.source.scalar_places import index_of
from reader.source.source_file import SourceFile
from reader.source.yaml_parser import parse

_MADE = {" ", "\n"}
"""Characters that a line end of the file may be read as."""


def scalar_of(source: SourceFile) -> Scalar | None:
    root = parse(source)
    value = root.get("a") if isinstance(root, Mapping) else None
    return value if isinstance(value, Scalar) and value.value else None


def is_at(text: str, index: int, character: str, style: str) -> bool:
    """Whether a file has a character at an index, as itself, as an escape, or as a line end."""
    written = text[index : index + 1]
    if character in _MADE and (not written or written in "\r\n" or (written in " \t" and style in ("", "'", '"'))):
        return True
    return written == character or (style == '"' and written == "\\")


def check_all(text: str) -> Scalar | None:
    source = SourceFile("<text>", text)
    scalar = scalar_of(source)
    if scalar is None:
        return None
    places = [index_of(text, scalar, offset) for offset in range(len(scalar.value))]
    assert places == sorted(places)
    assert all(scalar.start <= place <= scalar.end for place in places)
    for character, place in zip(scalar.value, places, strict=True):
        assert is_at(text, place, character, scalar.style), (text, scalar.value, character, place)
    return scalar


_WORDS = st.text(alphabet="泉水a,:.'\"\\ \t\U0001f600é#", min_size=0, max_size=8)
_LINE_ENDS = st.sampled_from(["\n", "\r\n"])
_LINES = st.lists(st.tuples(st.integers(0, 3), _WORDS), min_size=1, max_size=6)


@given(_LINES, _LINE_ENDS, st.sampled_from("|>"), st.sampled_from(["", "-", "+", "2", "2-"]), st.booleans())
def test_blocks(lines: list[tuple[int, str]], end: str, style: str, header: str, more: bool) -> None:
    body = end.join("  " + " " * deeper + words for deeper, words in lines)
    check_all(f"a: &x {style}{header} # note{end}{body}{end}{'b: x' if more else ''}")


@given(_LINES, _LINE_ENDS, st.sampled_from(["", "'", '"']))
def test_values_of_several_lines(lines: list[tuple[int, str]], end: str, quote: str) -> None:
    written = end.join("  " + " " * deeper + words for deeper, words in lines).lstrip(" ")
    if quote == "'":
        written = written.replace("'", "''")
    if quote == '"':
        written = written.replace('"', '\\"')
    check_all(f"a: !x {quote}{written}{quote}{end}b: x{end}".replace("!x ", "" if not quote else "&x "))


@given(st.text(alphabet='泉水a\n\t"\\\x07\u2028\U0001f600 ', min_size=1, max_size=30), st.booleans())
def test_escapes(value: str, ascii_only: bool) -> None:
    text = f"a: {json.dumps(value, ensure_ascii=ascii_only)}\n"
    assume("\\ud" not in text)  # YAML has no pairs of surrogates
    scalar = check_all(text)
    assert scalar
    assert scalar.value == value


@pytest.mark.parametrize(
    ("text", "character", "expected"),
    [
        ("a: 泉水，X\n", "X", (0, 6)),
        ("a: 泉水\n  四季X\n", "X", (1, 4)),
        ("a: 'it''s X'\n", "X", (0, 10)),
        ('a: "\\u6c34\\tX"\n', "X", (0, 12)),
        ('a: "one \\\n    twoX"\n', "X", (1, 7)),
        ("a: |\n  泉水\n\n  四X\n", "X", (3, 3)),
        ("a: >-\n  泉水\n  四X\n", "X", (2, 3)),
        ("a: |2\n    泉X\n", "X", (1, 5)),
        ("a: |\r\n  泉\r\n  X\r\n", "X", (2, 2)),
        ("a: >\n  one\n\n    deep\n  X\n", "X", (4, 2)),
        ("b: &x 泉X\na: *x\n", "X", (0, 7)),
    ],
)
def test_a_character_is_found_where_it_is_written(text: str, character: str, expected: tuple[int, int]) -> None:
    scalar = scalar_of(SourceFile("<text>", text))
    assert scalar
    index = index_of(text, scalar, scalar.value.index(character))
    before = text[:index].replace("\r", "")
    assert (before.count("\n"), len(before) - before.rfind("\n") - 1) == expected
    assert text[index] == character
