"""Verse and code in a column and in pairs."""

from __future__ import annotations

from itertools import pairwise

import pytest

from reader.layout.column import space_before
from reader.layout.flow import flow
from reader.layout.item import Cell, Item, is_shared_code
from reader.layout.setting import set_as_one, set_cell, set_pair
from reader.layout.typesetting import Typesetting
from reader.model.magazine import AlignedBody, Article, Paragraph, Verse
from reader.model.text import Prose, Span, text_of

HOW = Typesetting(justified=True, scrolled_tables=True)


def item(kind: str, left: str, right: str = "") -> Item:
    cells = (Cell("zh-Hans", Prose(left)), Cell("en", Prose(right)) if right else None)
    return Item(kind, cells)


def rows(held: Item, width: int, how: Typesetting = HOW) -> list[str]:
    return [line.text for line in set_cell(held, held.cells[0], width, how)]


def pairs(held: Item, width: int) -> list[tuple[str, str]]:
    left, right = held.cells
    return [(one.text, other.text) for one, other in set_pair(held, left, right, (width, width), HOW)]


def test_the_rest_of_a_line_of_verse_hangs_below_its_indent_and_is_not_justified() -> None:
    assert rows(item("verse", "one two three\n  four five six"), 12) == ["one two", "  three", "  four five", "    six"]
    assert rows(item("verse", "        one two"), 8) == ["    one", "    two"]


def test_verse_has_the_marks_of_its_notes_and_its_readings() -> None:
    spans = (Span(0, 1, "reading", "chuáng"), Span(7, 8, "reading", "shuāng"), Span(8, 8, "footnote", "¹"))
    left = Prose("床前\n  地上霜", spans)
    held = Item("verse", (Cell("zh-Hans", left), Cell("en", Prose("bed\nfrost"))))
    how = Typesetting(annotated=True)
    assert rows(held, 20, how) == ["chuáng", "  床  前", "      shuāng", "  地上  霜¹  "]
    first, second = held.cells
    shown = [(one.text, other.text) for one, other in set_pair(held, first, second, (20, 20), how)]
    assert shown == [("chuáng", ""), ("  床  前", "bed"), ("      shuāng", ""), ("  地上  霜¹  ", "frost")]
    offsets = [piece.start for line in set_cell(held, first, 20, how) for piece in line.pieces if piece.text == "霜"]
    assert offsets == [7]
    assert rows(held, 20, Typesetting(annotated=False)) == ["床前", "  地上霜¹"]


def test_the_author_of_verse_is_below_it_without_a_bar() -> None:
    assert rows(item("author", "李白"), 10) == ["      李白"]
    verse = Verse(text_of({"zh-Hans": "月", "en": "moon"}), "v", text_of({"zh-Hans": "李白", "en": "Li Bai"}))
    shown = flow(Article("a", text_of("T"), AlignedBody((verse, Paragraph(text_of("p"))))), ("zh-Hans", "en"))
    items = list(shown.sides[0])[-3:]
    assert [(each.kind, each.anchor, each.number) for each in items] == [
        ("verse", "v", 1),
        ("author", "v", 0),
        ("paragraph", "p2", 2),
    ]
    assert [space_before(each, before) for before, each in pairwise(items)] == [0, 1]


def test_lines_of_verse_begin_beside_their_counterparts() -> None:
    held = item("verse", "一\n二\n\n三", "one two three\nfour\n\nfive")
    assert pairs(held, 12) == [("一", "one two"), ("", "  three"), ("二", "four"), ("", ""), ("三", "five")]


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        ("one two\n\nthree", [("一", "one two"), ("二", ""), ("", ""), ("三", "three")]),
        ("one\ntwo\nthree", [("一", "one"), ("二", "two"), ("", "three"), ("三", "")]),
    ],
)
def test_stanzas_of_other_lengths_pair_as_wholes(right: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(item("verse", "一\n二\n\n三", right), 12) == expected


def test_code_is_exact_and_wide_and_a_tab_goes_to_the_next_stop() -> None:
    held = item("code", "a\tb  c\n\n\tlonger than a column")
    lines = set_cell(held, held.cells[0], 20, HOW)
    assert [line.text for line in lines] == ["  a   b  c", "", "      longer than a column"]
    assert all(line.wide for line in lines)
    found = [(piece.start, piece.text) for line in lines for piece in line.pieces if piece.start >= 0]
    assert found == [(0, "a"), (2, "b  c"), (9, "longer than a column")]


def test_code_that_is_not_scrolled_is_broken_at_any_character() -> None:
    how = Typesetting(scrolled_tables=False)
    assert rows(item("code", "a b  水 d"), 5, how) == ["a b  ", "水 d"]
    assert rows(item("code", "水\tc"), 5, how) == ["水  c"]


def test_code_of_both_languages_is_set_once() -> None:
    held = item("code", "a = 1", "a = 1")
    assert is_shared_code(held)
    assert not is_shared_code(item("code", "a = 1", "a = 2"))
    ((line, side),) = set_as_one(held, *held.cells, 40, HOW, records=False)
    assert (side, line.text) == (0, "  a = 1")
    assert [(piece.start, piece.other) for piece in line.pieces] == [(-1, -1), (0, 0)]
