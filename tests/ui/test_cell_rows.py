"""Rows of cells: wide characters, marks, and the stretches that differ."""

import pytest

from reader.ui.terminal.cell_rows import CellRow, in_cells
from reader.ui.terminal.pens import Pen, pen, pen_of

RED = pen_of("31")


def row(text: str, width: int = 40, own: Pen = RED) -> CellRow:
    made = CellRow(width)
    made.put(0, [(text, own)])
    return made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab c", ["a", "b", " ", "c"]),
        ("a泉，b", ["a", "泉", "", "，", "", "b"]),
        ("“—”", ["“", "—", "”"]),
        ("e\u0301泉\u0301", ["e\u0301", "泉\u0301", ""]),
        ("\u200bx\u200b", ["\u200bx\u200b"]),
        ("☂\ufe0fa", ["☂\ufe0f", "", "a"]),
    ],
)
def test_each_cell_has_its_text(text: str, expected: list[str]) -> None:
    assert [*in_cells(text)] == expected


def test_half_a_wide_character_becomes_a_blank() -> None:
    made = row("泉城泉", 7)
    made.put(1, [("x", RED)])
    assert made.texts == [" ", "x", "城", "", "泉", "", " "]
    made.put(4, [("a", RED)])
    assert made.texts == [" ", "x", "城", "", "a", " ", " "]
    made.put(6, [("泉", RED)])
    assert made.texts[6:] == [" "]


def test_no_text_goes_beyond_the_end() -> None:
    made = row("a", 4)
    made.put(2, [("bcdef", RED)])
    made.put(9, [("g", RED)])
    assert made.texts == ["a", " ", "b", "c"]
    assert len(made.pens) == 4


def test_a_mark_by_itself_goes_to_the_character_before_it() -> None:
    made = row("泉e", 4)
    made.put(3, [("\u0301", RED)])
    assert made.texts == ["泉", "", "e\u0301", " "]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("page 31", "page 31", []),
        ("page 31 of 9", "page 32 of 9", [(5, 7)]),  # the word, not the digit
        ("A00001Z then", "A00002Z then", [(0, 7)]),
        ("泉城泉城", "泉水泉城", [(2, 3)]),
        ("泉城城城泉", "石城城城水", [(0, 1), (8, 9)]),
        ("a bc d", "x bc y", [(0, 6)]),  # four cells cost less than a movement
        ("a  bcdefg  d", "x  bcdefg  y", [(0, 1), (11, 12)]),
        ("word     ", "w        ", [(1, 4)]),
    ],
)
def test_what_is_the_same_is_not_written(before: str, after: str, expected: list[tuple[int, int]]) -> None:
    assert row(after).changes(row(before)) == expected


def test_an_unknown_row_and_one_that_drifts_are_written_whole() -> None:
    assert row("a").changes(None) == [(0, 40)]
    family = row("a 👨\u200d👩\u200d👧 b")
    assert row("x").changes(family.copy()) == [(0, 40)]
    assert family.changes(row("x")) == [(0, 40)]
    assert family.changes(family.copy()) == []
    family.put(0, [(" " * 40, RED)])
    assert not family.copy().drifts


def test_blanks_in_another_colour_of_text_are_the_same() -> None:
    assert row("a    ", own=RED).changes(row("a    ", own=RED)) == []
    assert row("     ", own=pen_of("32")).changes(row("     ", own=RED)) == []
    assert row("     ", own=pen_of("41")).changes(row("     ", own=RED)) == [(0, 5)]


def test_each_style_is_said_once() -> None:
    made = CellRow(12)
    made.put(0, [("one ", RED), ("   ", pen_of("32")), ("two", RED)])
    output, now = made.written((0, 10), pen())
    assert output == "\x1b[31mone    two"
    assert now is RED
