"""Superior, inferior and annotated texts."""

from __future__ import annotations

import pytest

from reader.model.equivalence import fold
from reader.model.markup import MAX_READING_CHARS, loose_braces, parse
from reader.model.markup_writing import render
from reader.model.raised_text import SIGNS, has_own_characters, on_the_line, table_of


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("x^{2}", "x²", [(1, 2, "superior", "")]),
        ("H_{2}O", "H₂O", [(1, 2, "inferior", "")]),
        ("10^{-6}", "10⁻⁶", [(2, 4, "superior", "")]),
        ("2^{n+1}", "2ⁿ⁺¹", [(1, 4, "superior", "")]),
        ("1^{st}", "1ˢᵗ", [(1, 3, "superior", "")]),
        ("e^{x/2}", "e^(x/2)", [(1, 7, "superior", "")]),
        ("T_{水}", "T_(水)", [(1, 5, "inferior", "")]),
        ("^{a_{2}}", "^(a₂)", [(0, 5, "superior", ""), (3, 4, "inferior", "")]),
        ("{泉|quán}水", "泉水", [(0, 1, "reading", "quán")]),
        ("{趵突泉|Bàotū  Quán}", "趵突泉", [(0, 3, "reading", "Bàotū Quán")]),
        ("{*泉*|q}", "泉", [(0, 1, "emphasis", ""), (0, 1, "reading", "q")]),
        (r"{a\|b|c\}\{d}", "a|b", [(0, 3, "reading", "c}{d")]),
        (r"\{a|b\} \^{c|d}", "{a|b} ^c", [(7, 8, "reading", "d")]),
        ("{a, b} {a|b x^{2 ^{} {|c} {a|}", "{a, b} {a|b x^{2 ^{} {|c} {a|}", []),
        ("{ |x}", "{ |x}", []),
        ("a | b", "a | b", []),
    ],
)
def test_braces(source: str, text: str, spans: list[tuple[int, int, str, str]]) -> None:
    prose = parse(source)
    assert prose.text == text
    assert [(s.start, s.end, s.kind, s.target) for s in prose.spans] == spans
    assert parse(render(prose)) == prose


def test_a_reading_is_bounded() -> None:
    longest = "q" * MAX_READING_CHARS
    assert parse(f"{{泉|{longest}}}").spans[0].target == longest
    assert parse(f"{{泉|{longest}q}}").text == f"{{泉|{longest}q}}"


@pytest.mark.parametrize("kind", SIGNS)
def test_each_own_character_is_found_by_the_one_on_the_line(kind: str) -> None:
    for plain, own in table_of(kind).items():
        assert has_own_characters(chr(plain), kind)
        assert on_the_line(chr(own), kind) in (chr(plain), "-")
        if chr(plain) not in "αε":  # Unicode has other letters of these shapes
            assert fold(chr(own)) == fold(chr(plain))


def test_marks_without_another_end_are_told_with_their_places() -> None:
    source = "{泉|quán} {水 {a|b}|c} H_{2}O x^{2"
    assert list(loose_braces(source)) == [(9, "{"), (17, "|c}"), (29, "^{")]
