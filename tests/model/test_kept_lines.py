"""Verse and code keep their lines."""

from __future__ import annotations

import pytest
from hypothesis import given

from reader.model.kept_lines import code_lines, parse_code, parse_verse, render_verse, verse_runs
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


def test_code_is_exact_without_the_line_ends_around_it() -> None:
    assert parse_code("\n\n  a  \n\n\tb \n\n") == Prose("  a  \n\n\tb ")
    assert parse_code(" \n  a\n \n\t\n") == Prose("  a")
    assert code_lines("  \n ") == []
