from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader import gate
from reader.gate import REPLACEMENT, clean, clean_line, drawn_line, first_forbidden, in_json, shown_path

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
MARKS = "\u200e\u200f\u061c"
OTHERS = "\ufeff\ufff9\ufffa\ufffb"


def is_forbidden(character: str) -> bool:
    """Returns whether the gate must replace a character, by the Unicode database instead of the gate's own list."""
    code = ord(character)
    return (
        (unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") and character not in "\t\n")
        or unicodedata.bidirectional(character) in BIDI
        or character in MARKS + OTHERS
        or code & 0xFFFE == 0xFFFE
        or 0xFDD0 <= code < 0xFDF0
        or 0xE0000 <= code < 0xE0100
        or 0x2061 <= code <= 0x2064
        or 0x206A <= code <= 0x206F
        or code == 0x180E
    )


hostile = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("\x00\x07\x1b\x7f\x9b\x9d\r\n\t\u2028\u202e\u2066\ufeff\ud800\U000e0041ab中 "),
        st.characters(categories=["Cs", "Cc", "Cf", "Zl", "Zp"]),
    ),
    max_size=30,
)


def test_every_character_there_is_passes_or_is_replaced() -> None:
    for character in map(chr, range(sys.maxunicode + 1)):
        forbidden = is_forbidden(character)
        shown = f"\\x{ord(character) - 0xDC00:02x}" if "\udc80" <= character <= "\udcff" else REPLACEMENT
        assert clean(character) == (shown if forbidden else character), ascii(character)
        assert first_forbidden(character) == (0 if forbidden else -1), ascii(character)


@given(hostile)
def test_nothing_forbidden_passes(text: str) -> None:
    assert not any(map(is_forbidden, clean(text)))
    line = clean_line(text)
    assert not any(map(is_forbidden, line))
    assert "\n" not in line
    assert "\t" not in line


@given(hostile)
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)
    assert clean_line(clean(text)) == clean_line(text)


@given(hostile)
def test_the_first_forbidden_place_is_the_first_that_is_replaced(text: str) -> None:
    index = first_forbidden(text)
    plain = text.replace("\r\n", "\n")
    if index < 0:
        assert clean(text) == plain
    else:
        assert is_forbidden(text[index])
        assert clean(text[:index]) == text[:index].replace("\r\n", "\n")
        assert clean(text) != plain


@pytest.mark.parametrize(
    "text", ["\x1b]52;c;cm0gLXJm\x07", "\x9b31m", "\x1b[2J", "\x90q\x9c", "abc\x08\x08", "\u202eexe.txt", "a\rb"]
)
def test_known_attacks_are_defused(text: str) -> None:
    assert REPLACEMENT in clean(text)
    assert REPLACEMENT in clean_line(text)


@pytest.mark.parametrize(
    "text", ["泉水 (Baotu)", "a\tb\nc", "e\u0301", "👩‍👩‍👧", "葛\U000e0100", "नि", "\u00adx", "a\u200bb", "\ufffd"]
)
def test_ordinary_text_passes_untouched(text: str) -> None:
    assert clean(text) == text
    assert first_forbidden(text) == -1


def test_line_ends() -> None:
    assert clean("a\r\nb") == "a\nb"
    assert clean_line("a\r\nb\nc\td") == "a b c d"
    assert first_forbidden("a\r\nb\x1b") == 4


def test_nothing_forbidden_is_printable() -> None:
    """The gate passes printable text without looking for forbidden characters."""
    assert not [code for code in range(sys.maxunicode + 1) if chr(code).isprintable() and is_forbidden(chr(code))]


ESCAPE = re.compile(r"\\(?:(\\)|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))")


def named(shown: str) -> str:
    """Returns the path that is shown so."""

    def character(found: re.Match[str]) -> str:
        code = int(found[2] or found[3] or found[4] or "5c", 16)
        return chr(0xDC00 + code) if found[2] and code >= 0x80 else chr(code)

    return ESCAPE.sub(character, shown)


@given(st.text(st.one_of(st.characters(), st.sampled_from("\\xuU0fe\x1b\n\udcff\u202e\U000e0041"))))
def test_a_path_is_shown_without_what_acts_and_can_be_found_again(path: str) -> None:
    shown = shown_path(path)
    assert named(shown) == path
    assert drawn_line(shown) == shown
    if "\\" not in path and drawn_line(path) == path and not set(path) & set("\u200b\u2060"):
        assert shown == path


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("issues/泉城 08.yaml", "issues/泉城 08.yaml"),
        ("a\\b.yaml", "a\\b.yaml"),
        ("a\\x1b.yaml", "a\\\\x1b.yaml"),
        ("a\\\\b", "a\\\\\\\\b"),
        ("a\\b\x1b", "a\\\\b\\x1b"),
        ("\udcff\x85\ud800", "\\xff\\u0085\\ud800"),
    ],
)
def test_a_backslash_is_told_apart_from_an_escape(path: str, shown: str) -> None:
    assert shown_path(path) == shown


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_json_text_says_the_same_with_escapes(text: str) -> None:
    safe = in_json(json.dumps([text], ensure_ascii=False))
    assert json.loads(safe) == [text]
    assert clean(safe) == safe


def test_no_path_goes_through_the_gate_of_texts() -> None:
    package = Path(gate.__file__).parent
    wrong = re.compile(r"(?:clean|clean_line|drawn_line)\((?:[a-z_.]*(?:path|folder)s?\b|os\.path|source\)|target\))")
    assert [path for path in package.rglob("*.py") if wrong.search(path.read_text(encoding="utf-8"))] == []
