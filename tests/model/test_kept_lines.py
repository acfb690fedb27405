"""Verse and code keep their lines."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.model.kept_lines import (
    VerseLine,
    code_lines,
    lines_of_verse,
    parse_code,
    parse_verse,
    render_verse,
    verse_lines,
    verse_runs,
)
from reader.model.text import Prose, Span
from tests.drawing import examples
from tests.model.strategies import raw_texts


@pytest.mark.parametrize(
    ("source", "text", "spans"),
    [
        ("\n\n one\n\n\n\ttwo  \n", " one\n\n    two", ()),
        ("a *b*\n  **c**", "a b\n  c", (Span(2, 3, "emphasis"), Span(6, 7, "strong"))),
        ("*a\nb*", "*a\nb*", ()),
        ("\u3000\u3000夜\n来", "\u3000\u3000夜\n来", ()),
        (" \n", "", ()),
    ],
)
def test_verse_keeps_its_lines_and_indents(source: str, text: str, spans: tuple[Span, ...]) -> None:
    assert parse_verse(source) == Prose(text, spans)


@given(raw_texts)
@examples(60)
def test_verse_is_written_as_it_is_read_and_its_characters_are_found_in_the_source(source: str) -> None:
    prose = parse_verse(source, unspaced=False)
    assert parse_verse(render_verse(prose), unspaced=False) == prose
    runs = verse_runs(source, unspaced=False)
    for offset, index in runs[1:]:
        pair = prose.text[max(0, offset - 1) : offset + 1]
        if len(pair) == 2 and pair.isascii() and pair.isalnum():  # a run at the edge of a word may begin at a mark
            assert source[index] == prose.text[offset]


def test_each_line_of_verse_has_the_markup_in_it() -> None:
    prose = Prose("山\n  水 月\n\nhill", (Span(0, 4, "strong"), Span(5, 5, "footnote", "n"), Span(6, 7, "emphasis")))
    assert lines_of_verse(prose) == [
        VerseLine(0, 0, Prose("山", (Span(0, 1, "strong"),))),
        VerseLine(4, 2, Prose("水 月", (Span(1, 1, "footnote", "n"), Span(2, 3, "emphasis")))),
        VerseLine(8, 0, Prose("")),
        VerseLine(9, 0, Prose("hill")),
    ]


def test_a_line_without_a_text_parts_no_stanza() -> None:
    assert parse_verse("a\n[^n]\nb") == Prose("a\nb")
    assert parse_verse("a\n\n[^n]\nb") == Prose("a\n\nb")
    assert verse_lines("a\n[^n]\n\n\tb ") == ["a", "[^n]", "", "    b"]


def test_code_is_exact_without_the_line_ends_around_it() -> None:
    assert parse_code("\n\n  a  \n\n\tb \n\n") == Prose("  a  \n\n\tb ")
    assert parse_code(" \n  a\n \n\t\n") == Prose("  a")
    assert code_lines("  \n ") == []
