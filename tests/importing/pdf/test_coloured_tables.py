"""Tables without upright rules: rows on a coloured ground, and level rules drawn in pieces."""

from itertools import pairwise

import pytest

from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import BOLD, TIMES, Press

LEFTS = (46, 130, 260, 330, 400)
HEADS = ("Harbour", "Owner of the boats", "Boats", "Catch (t)")
ROWS = [
    (("Northern", "pier"), ("Fishermen of the", "two villages"), ("12",), ("340",)),
    (("Old quay",), ("Widow Larsen",), ("3",), ("41",)),
    (("Breakwater",), ("Sons of the", "lighthouse keeper"), ("7",), ("115",)),
    (("Sandbank",), ("Nobody",), ("1",), ("2",)),
]


def tables(press, tmp_path):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (article,) = read_pdf(str(path)).articles
    return [aside.rows for aside in article.asides if aside.kind == "table"], article


def texts_in_rows(press, top, height):
    """Sets the heads and the rows, each as high as two lines, and returns the edges of all rows."""
    tops = [top + height * at for at in range(len(ROWS) + 2)]
    for left, head in zip(LEFTS, HEADS, strict=False):
        press.text(left + 4, tops[0] + 12, head, BOLD, 9)
    for row, above in zip(ROWS, tops[1:], strict=False):
        for left, lines in zip(LEFTS, row, strict=False):
            for at, line in enumerate(lines):
                press.text(left + 4, above + 12 + 11 * at, line, TIMES, 9)
    return tops


@pytest.mark.parametrize("coloured", [(0, 2, 4), (0, 1, 3), (1, 3)])
@pytest.mark.parametrize("has_whole_head", [False, True])
def test_rows_on_every_other_ground_are_the_rows_of_a_table(coloured, has_whole_head, tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 140)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    for at in coloured:
        cells = [(LEFTS[0], LEFTS[-1])] if at == 0 and has_whole_head else pairwise(LEFTS)
        for left, right in cells:
            press.picture(left, 260 + 28 * at, right - left, 28, grey=0.85)
    tops = texts_in_rows(press, 260, 28)
    press.rule(LEFTS[0], tops[0], LEFTS[-1])
    press.rule(LEFTS[0], tops[-1], LEFTS[-1])
    press.flow([(46, 450, 480, 140)], [("para", text) for text in scenes.EN[6:12]], TIMES, 9.6, 13)
    (rows,), article = tables(press, tmp_path)
    assert rows == (HEADS, *(tuple(" ".join(lines) for lines in row) for row in ROWS))
    assert [block.text for block in article.body["en"]] == scenes.EN[:12]


def test_level_rules_in_pieces_divide_columns(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 140)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    for top in texts_in_rows(press, 260, 28):
        for left, right in pairwise(LEFTS):
            press.rule(left, top, right)
    press.flow([(46, 450, 480, 140)], [("para", text) for text in scenes.EN[6:12]], TIMES, 9.6, 13)
    (rows,), article = tables(press, tmp_path)
    assert rows == (HEADS, *(tuple(" ".join(lines) for lines in row) for row in ROWS))
    assert [block.text for block in article.body["en"]] == scenes.EN[:12]


def test_text_over_several_cells_is_one(tmp_path):
    press = Press()
    press.flow([(46, 80, 480, 140)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    for top in (*texts_in_rows(press, 260, 28), 456):
        for left, right in pairwise(LEFTS):
            press.rule(left, top, right)
    press.text(50, 444, "All figures were counted by the harbour master at the end of the year", TIMES, 9)
    press.flow([(46, 500, 480, 140)], [("para", text) for text in scenes.EN[6:12]], TIMES, 9.6, 13)
    (rows,), _ = tables(press, tmp_path)
    assert "All figures were counted by the harbour master at the end of the year" in rows[-1]
