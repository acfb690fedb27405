"""Numbers and bullets that are set apart from the line that they begin."""

import pytest

from reader.importing.bullets import is_bullet, is_item, with_named_bullet
from reader.importing.pdf.pipeline import read_pdf
from tests.importing import scenes
from tests.importing.press import SONG, TIMES, Press, width

HEIGHT = 808


def blocks(press, tmp_path, side):
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    return [(each.kind, each.text) for each in read_pdf(str(path)).articles[0].body[side]]


def headed(number, words, size, latin=TIMES):
    """A page with a numbered heading; the number is set apart."""
    press = Press()
    press.flow([(46, 120, 400, 120)], [("para", text) for text in scenes.ZH[:3]], SONG, 9.6, 16)
    press.text(46, 260, number, latin, size)
    press.text(46 + size + width(number, latin, size), 260, words, SONG if latin == TIMES else latin, size)
    press.flow([(46, 280, 400, 300)], [("para", text) for text in scenes.ZH[3:8]], SONG, 9.6, 16)
    return press


@pytest.mark.parametrize("number", ["1", "2.1", "3.2.1", "IV", "2.", "A."])
def test_a_number_is_part_of_its_heading(number, tmp_path):
    found = blocks(headed(number, "茶山的早晨", 12), tmp_path, "zh-Hans")
    assert [text for kind, text in found if kind == "heading"] == [f"{number} 茶山的早晨"]


@pytest.mark.parametrize("number", ["2.1", "3.2.1", "第二章"])
def test_a_number_of_levels_makes_a_heading_of_a_line_in_the_usual_type(number, tmp_path):
    found = blocks(headed(number, "茶山的早晨", 9.6, SONG), tmp_path, "zh-Hans")
    assert [text for kind, text in found if kind == "heading"] == [f"{number} 茶山的早晨"]


def test_a_number_beside_a_running_head_is_that_of_the_page(tmp_path):
    press = headed("2", "茶山的早晨", 12)
    press.text(46, 40, "18", TIMES, 9)
    press.text(66, 40, "山中杂志", SONG, 9)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    assert read_pdf(str(path)).articles[0].pages == ("18",)


def test_numbers_of_the_rows_of_a_table_stay_cells(tmp_path):
    press = headed("2", "茶山的早晨", 12)
    for at, name in enumerate(("春茶", "夏茶", "秋茶", "冬茶")):
        for x, cell in ((60, f"{at + 1}"), (85, name), (200, f"{at}20 吨")):
            press.text(x, 600 + 14 * at, cell, SONG, 9.6)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    tables = [aside.rows for aside in read_pdf(str(path)).articles[0].asides if aside.rows]
    assert [len(row) for rows in tables for row in rows] == [3] * 4


@pytest.mark.parametrize("bullet", ["•", "-", "*"])
def test_items_of_a_list_are_paragraphs_with_their_bullets(bullet, tmp_path):
    """Also those of two lines, which continue under the words of the first."""
    press = headed("2", "A morning on the tea hill", 12)
    items = [
        ("The first basket is for the house,", "the second one for the market."),
        ("Salt and rice", ""),
        ("Two nets", ""),
    ]
    y = 500
    for first, second in items:
        press.text(60, y, bullet, TIMES, 7)
        press.text(72, y, first, TIMES, 9.6)
        if second:
            y += 13
            press.text(72, y, second, TIMES, 9.6)
        y += 13
    press.flow([(46, 560, 400, 200)], [("para", text) for text in scenes.EN[:6]], TIMES, 9.6, 13)
    texts = [text for _, text in blocks(press, tmp_path, "en")]
    assert [text for text in texts if text.startswith("•")] == [f"• {' '.join(item).strip()}" for item in items]


@pytest.mark.parametrize(
    ("text", "named"),
    [("\x01Salt", "• Salt"), ("\uf0b7 盐", "• 盐"), ("\uf0b7 “Salt”", "• “Salt”"), ("\ue000", "\ue000"), ("盐", "盐")],
)
def test_a_bullet_without_a_character_gets_one(text, named):
    assert with_named_bullet(text) == named


def test_a_dash_is_a_bullet_only_before_a_blank():
    assert [is_item(text) for text in ("- salt", "-salt", "●盐", "3) salt", "3.5 t", "salt")] == [
        True,
        False,
        True,
        True,
        False,
        False,
    ]
    assert [is_bullet(text) for text in ("\x01", "▪", "–", "a", "")] == [True, True, True, False, False]
