"""Tables as word processors and typesetters print them: grounds inside grounds, and no rule between the rows."""

from itertools import pairwise

import pytest

from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press

LEFTS = (46, 160, 240, 320, 400)
HEADS = ("Ferry", "Built in", "Seats", "Crossings")
ROWS = [(f"Ferry {name}", str(1900 + at), str(40 + at), str(7 * at)) for at, name in enumerate("ABCDEFGHIJK")]


def tables(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (article,) = read_pdf(str(path)).articles
    assert [block.text for block in article.body["en"]] == scenes.EN[:12]
    return [aside.rows for aside in article.asides if aside.kind == "table"]


def around(press):
    """Sets text over and under the place of a table."""
    press.flow([(46, 80, 480, 140)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    press.flow([(46, 620, 480, 140)], [("para", text) for text in scenes.EN[6:12]], TIMES, 9.6, 13)


@pytest.mark.parametrize("is_ruled", [True, False])
def test_the_grounds_of_lines_in_coloured_cells_are_no_cells(is_ruled, tmp_path):
    press = Press()
    around(press)
    for at, row in enumerate([HEADS, *ROWS[:6]]):
        top = 260 + 26 * at
        for (left, right), text in zip(pairwise(LEFTS), row, strict=True):
            press.picture(left, top, right - left, 26, grey=0.8)
            press.picture(left + 5.4, top, right - left - 10.8, 12, grey=0.8)
            press.text(left + 6, top + 10, text, TIMES, 9)
            if is_ruled:
                for x in (left, right):
                    press.picture(x, top, 0.5, 26, grey=0)
        if is_ruled:
            press.rule(LEFTS[0], top, LEFTS[-1])
            press.rule(LEFTS[0], top + 26, LEFTS[-1])
    assert tables(press, tmp_path) == [(HEADS, *ROWS[:6])]


def test_tables_under_each_other_with_other_columns_are_two(tmp_path):
    press = Press()
    around(press)
    tops = (260, 400)
    for top, lefts in zip(tops, (LEFTS, (46, 120, 200, 350, 400)), strict=True):
        for at, row in enumerate([HEADS, *ROWS[:3]]):
            above = top + 20 * at
            for (left, right), text in zip(pairwise(lefts), row, strict=True):
                press.text(left + 6, above + 13, text, TIMES, 9)
                for x in (left, right):
                    press.picture(x, above, 0.5, 20, grey=0)
            press.rule(LEFTS[0], above, LEFTS[-1])
            press.rule(LEFTS[0], above + 20, LEFTS[-1])
    assert tables(press, tmp_path) == [(HEADS, *ROWS[:3])] * 2


def test_rows_without_a_rule_between_them_are_rows(tmp_path):
    press = Press()
    around(press)
    for top in (260, 280, 282 + 20 * len(ROWS)):
        for left, right in pairwise(LEFTS):
            press.rule(left, top, right)
    for left, head in zip(LEFTS, HEADS, strict=False):
        press.text(left + 6, 274, head, BOLD, 9)
    for at, row in enumerate(ROWS):
        for left, text in zip(LEFTS, row, strict=False):
            press.text(left + 6, 294 + 20 * at, text, TIMES, 9)
    assert tables(press, tmp_path) == [(HEADS, *ROWS)]


def test_a_first_cell_of_two_lines_is_one_cell_of_such_a_row(tmp_path):
    press = Press()
    around(press)
    for top in (260, 280, 300 + 12 * 2 * len(ROWS)):
        for left, right in pairwise(LEFTS):
            press.rule(left, top, right)
    for left, head in zip(LEFTS, HEADS, strict=False):
        press.text(left + 6, 274, head, BOLD, 9)
    y = 294
    for at, row in enumerate(ROWS):
        for left, text in zip(LEFTS, row, strict=False):
            press.text(left + 6, y, text, TIMES, 9)
        y += 12
        if at % 3 == 0:
            press.text(LEFTS[0] + 6, y, "of the harbour", TIMES, 9)
            y += 12
    rows = [(f"{row[0]} of the harbour" if at % 3 == 0 else row[0], *row[1:]) for at, row in enumerate(ROWS)]
    assert tables(press, tmp_path) == [(HEADS, *rows)]


def test_rules_across_between_all_rows_make_a_table_with_cells_of_several_lines(tmp_path):
    press = Press()
    around(press)
    for at in range(5):
        press.rule(LEFTS[0], 260 + 30 * at, LEFTS[-1])
    for at, row in enumerate([HEADS, *ROWS[:3]]):
        for left, text in zip(LEFTS, row, strict=False):
            press.text(left + 6, 272 + 30 * at, text, BOLD if at == 0 else TIMES, 9)
        if at:
            press.text(LEFTS[0] + 6, 283 + 30 * at, "at the pier", TIMES, 9)
    rows = [(f"{row[0]} at the pier", *row[1:]) for row in ROWS[:3]]
    assert tables(press, tmp_path) == [(HEADS, *rows)]


def test_columns_of_text_between_rules_are_no_table(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 140)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    for at in range(4):
        press.rule(46, 250 + 100 * at, 526)
    for at in range(3):
        for left in (46, 296):
            texts = [("para", scenes.EN[6 + 2 * at + (left > 46)])]
            press.flow([(left, 262 + 100 * at, 230, 80)], texts, TIMES, 9.6, 13)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    assert not any(aside.kind == "table" for article in read_pdf(str(path)).articles for aside in article.asides)


def test_a_last_row_without_a_ground_is_in_the_table_of_coloured_rows(tmp_path):
    press = Press()
    around(press)
    for at, row in enumerate([HEADS, *ROWS[:5]]):
        for (left, right), text in zip(pairwise(LEFTS), row, strict=True):
            if at % 2 == 0:
                press.picture(left, 260 + 18 * at, right - left, 18, grey=0.85)
            press.text(left + 6, 272 + 18 * at, text, TIMES, 9)
    assert tables(press, tmp_path) == [(HEADS, *ROWS[:5])]
