"""Kinds of pages of manuals and reports: lists of keys, terms, systems of formulas, logos, notices."""

import pytest

from reader.importing.bullets import has_bullet
from reader.importing.pdf.blocks.numbered_lines import is_numbered_heading
from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.moved_letters import with_moved_letters_placed
from reader.importing.pdf.page.shifted_glyphs import with_shifted_placed
from reader.importing.pdf.text_lines.lines import lines_of
from tests.importing import scenes
from tests.importing.drafts import read
from tests.importing.pdf.test_chinese_kinds import blocks
from tests.importing.press import SONG, TIMES, Press, width

EM = 10.0
LONG = "渡船每天早上从东岸开到西岸，再从西岸开回来，载着上学的孩子和挑担的人，一直到天黑以后才停"
"""A sentence without its end."""


def texts_under(top=200, size=9.6, count=6):
    press = Press()
    press.flow([(46, top, 400, 560)], [("para", text) for text in scenes.ZH[:count]], SONG, size, 16)
    return press


def test_a_list_in_larger_letters_is_running_text(tmp_path):
    press = texts_under()
    items = (
        ("boat_name", "渡船的名字，如 'Heron'"),
        ("lamp_count", "船上的灯数，如 '12'"),
        ("is_open", "渡口是否开放"),
    )
    for row, (key, text) in enumerate(items):
        press.text(46, 560 + 16 * row, "●", SONG, 12)
        press.text(66, 560 + 16 * row, f"{key}: {text}", SONG, 12)
    found = read(press, tmp_path)
    assert [text[2:].split(":")[0] for _, text in blocks(found)[-3:]] == [key for key, _ in items]
    assert not found.articles[0].asides


@pytest.mark.parametrize("bullet", "⚫⬛◼❑✗⮚")
def test_bullets_have_many_shapes(bullet):
    assert has_bullet(f"{bullet} 渡口的灯")


def test_latin_lines_inside_a_chinese_paragraph_belong_to_it(tmp_path):
    press, y = texts_under(), 560
    lines = ((65.2, LONG[:35]), (46, LONG[:37]), (46, "lamps at the ferry and the steps below the old stone bridge by"))
    lines += ((46, "the road, and all the boats that are tied up there in the night, 与"), (46, "其他的灯。"))
    for x, text in lines:
        font = SONG if x > 50 or not text.isascii() else TIMES
        stretch = (400 + 46 - x - width(text, font, 9.6)) / max(1, text.count(" ")) if font == TIMES else 0
        press.text(x, y, text, font, 9.6, stretch=stretch)
        y += 16
    found = blocks(read(press, tmp_path))
    assert any(text.startswith(LONG[:20]) and text.endswith("其他的灯。") for _, text in found)


def test_the_first_line_of_a_paragraph_at_the_foot_of_a_page_is_running_text(tmp_path):
    texts = [("para", text) for text in scenes.ZH[:6]]
    end = Press().flow([(46, 90, 400, 700)], texts, SONG, 9.6, 16)
    press = Press()
    press.flow([(46, 90 + 700 - end, 400, 700)], texts, SONG, 9.6, 16)
    line = LONG[:39]
    press.text(65.2, 752, line, SONG, 9.6, stretch=(380.8 - width(line, SONG, 9.6)) / len(line))
    press.text(200, 790, "18", SONG, 8)
    found = read(press, tmp_path)
    assert not any(LONG[:10] in text for text in found.running)


@pytest.mark.parametrize("number", ["(2-1)", "式(2 − 1)", "（7）"])
def test_a_system_of_formulas_with_one_number_is_one_paragraph(number, tmp_path):
    press = texts_under(380)
    press.flow([(46, 60, 400, 200)], [("para", text) for text in scenes.ZH[6:8]], SONG, 9.6, 16)
    for row, text in enumerate(("y = 2a + 3b", "u = 4a - 5b + 1", "v = 6a + 7b - 8")):
        press.text(180, 330 + 13 * row, text, TIMES, 9.6)
    press.text(420 - width(number, SONG, 9.6), 343, number, SONG, 9.6)
    found = [text.replace(" ", "") for _, text in blocks(read(press, tmp_path))]
    assert "y=2a+3bu=4a-5b+1v=6a+7b-8" + number.replace(" ", "") in found


def glyphs_of(parts):
    found, x = [], 50.0
    for char, drop, size, gap in parts:
        x += gap
        found.append(Glyph(char, x, x + size / 2, 100 + drop, size))
        x += size / 2
    return found


@pytest.mark.parametrize(
    "parts",
    [
        [("T", 0, EM, 0), ("E", 2.2, EM, -1.5), ("X", 0, EM, -1.2)],
        [("L", 0, EM, 0), ("A", -1.8, 7, -3.6), ("T", 0, EM, -1.5), ("E", 2.2, EM, -1.5), ("X", 0, EM, -1.2)],
    ],
)
def test_letters_of_a_logo_are_in_its_line(parts):
    glyphs = glyphs_of(parts)
    assert [line.text for line in lines_of(with_moved_letters_placed(glyphs))] == ["".join(part[0] for part in parts)]


@pytest.mark.parametrize(
    "parts",
    [
        [("x", 0, EM, 0), ("i", 2, 7, 0), ("+", 0, EM, 1)],  # a sign after it
        [("a", 0, EM, 0), ("b", 12, EM, 0), ("c", 0, EM, 0)],  # of another line
        [("a", 0, EM, 0), ("b", 2, EM, 4), ("c", 0, EM, 0)],  # apart
    ],
)
def test_other_letters_stay_on_their_baseline(parts):
    glyphs = glyphs_of(parts)
    assert with_moved_letters_placed(glyphs) == glyphs


@pytest.mark.parametrize("name", ["i,j", "p,q", "entry"])
def test_inferior_names_are_in_their_line(name):
    parts = [("t", 0, EM, 0), *((char, 1.5, 6, 0) for char in name), ("=", 0, EM, 1), ("0", 0, EM, 1)]
    (line,) = lines_of(with_shifted_placed(glyphs_of(parts)))
    assert line.text.replace(" ", "") == f"t{name}=0"


def test_a_term_in_bold_and_its_text_that_hangs_under_it_are_one_paragraph(tmp_path):
    press, y = texts_under(), 560
    for term in ("渡口", "台阶"):
        press.text(46, y, term, SONG, 9.6, bold=True)
        press.text(46 + 2.5 * 9.6, y, LONG[:37], SONG, 9.6, stretch=0.56)
        press.text(70, y + 16, "就是这样的地方。", SONG, 9.6)
        y += 40
    found = [text for _, text in blocks(read(press, tmp_path))]
    for term in ("渡口", "台阶"):
        assert any(text.startswith(term) and text.endswith("就是这样的地方。") for text in found)


def test_a_latin_word_divided_in_a_chinese_paragraph_is_whole(tmp_path):
    press, y = texts_under(), 560
    for x, text in ((65.2, LONG[:36] + "wonder-"), (46, "ful 的灯，" + LONG[:20] + "。")):
        press.text(x, y, text, SONG, 9.6)
        y += 16
    assert any("wonderful" in text for _, text in blocks(read(press, tmp_path)))


def test_latin_words_that_end_an_item_belong_to_it(tmp_path):
    press = texts_under()
    lines = ((46, "● " + LONG[:18]), (46, "● licence: " + LONG[:30] + ", may be"))
    for row, (x, text) in enumerate((*lines, (65.2, "'Heron', 'Crane' or 'Stork'"))):
        press.text(x, 560 + 16 * row, text, SONG, 9.6)
    assert blocks(read(press, tmp_path))[-1][1].endswith("'Stork'")


@pytest.mark.parametrize("number", ["1. ", "（2）", "(3)", "三、"])
def test_a_numbered_line_over_an_indented_paragraph_heads_it(number, tmp_path):
    press, y = texts_under(), 560
    for x, text in ((46, number + "渡口的灯"), (65.2, LONG[:37]), (46, LONG[:39]), (46, "就这样过了很多年。")):
        press.text(x, y, text, SONG, 9.6)
        y += 22
    assert ("heading", number + "渡口的灯") in blocks(read(press, tmp_path))


def test_numbered_items_whose_later_lines_hang_head_nothing(tmp_path):
    press, y = texts_under(), 560
    for number in (1, 2):
        press.text(46, y, f"（{number}）{LONG[:36]}", SONG, 9.6)
        press.text(74.8, y + 16, "就这样过了很多年。", SONG, 9.6)
        y += 32
    found = blocks(read(press, tmp_path))
    assert not any(kind == "heading" for kind, _ in found)
    assert [text[:3] for _, text in found[-2:]] == ["（1）", "（2）"]


def test_the_title_of_a_report_may_have_its_number_below_it(tmp_path):
    press = texts_under(200, 10)
    for y, text in ((130, "渡口的灯与台阶研究计划"), (148, "计划编号：96-2221-K-027-034")):
        press.text(246 - width(text, SONG, 12) / 2, y, text, SONG, 12, bold=True)
    press.text(46, 184, "摘要", SONG, 10, bold=True)
    press.text(46, 560, "前言", SONG, 10, bold=True)
    press.flow([(46, 580, 400, 160)], [("para", text) for text in scenes.ZH[:3]], SONG, 9.6, 16)
    (article,) = read(press, tmp_path).articles
    assert article.title["zh-Hans"].startswith("渡口的灯与台阶研究计划")


def test_a_heading_over_a_text_as_wide_as_both_columns_is_read_after_them(tmp_path):
    press = Press()
    for x, number in ((46, 1), (260, 2)):
        press.text(x, 90, f"{number}. 河边", SONG, 12, bold=True)
        press.flow(
            [(x, 110, 190, 300)], [("para", text) for text in scenes.ZH[3 * number : 3 * number + 2]], SONG, 9.6, 16
        )
    press.text(46, 460, "3. 渡口", SONG, 12, bold=True)
    press.flow([(46, 485, 404, 200)], [("para", text) for text in scenes.ZH[:3]], SONG, 9.6, 16)
    assert [text for kind, text in blocks(read(press, tmp_path)) if kind == "heading"] == [
        "1. 河边",
        "2. 河边",
        "3. 渡口",
    ]


def test_a_larger_first_letter_on_the_baseline_begins_its_line(tmp_path):
    press = texts_under(300)
    press.text(46, 220, LONG[0], SONG, 14)
    press.text(60, 220, LONG[1:39], SONG, 9.6)
    press.text(46, 236, "就这样过了很多年。", SONG, 9.6)
    assert any(text.startswith(LONG[:20]) for _, text in blocks(read(press, tmp_path)))


def test_one_large_letter_is_no_title(tmp_path):
    press = texts_under()
    press.text(300, 120, "L", TIMES, 60)
    found = read(press, tmp_path)
    assert all("L" not in article.title.values() for article in found.articles)
    assert ("heading", "L") not in blocks(found)


@pytest.mark.parametrize(
    ("text", "is_heading"),
    [("2.1渡口的灯", True), ("2.1 渡口的灯", True), ("2.1万盏灯", False), ("2.1个百分点", False)],
)
def test_the_number_of_a_heading_may_be_close_to_it(text, is_heading):
    assert is_numbered_heading(text) is is_heading


def test_items_with_small_roman_numbers_are_a_list(tmp_path):
    press = texts_under()
    for row, number in enumerate(("i.", "ii.", "iii.", "iv.")):
        press.text(60, 560 + 16 * row, number, TIMES, 9.6)
        press.text(84, 560 + 16 * row, LONG[row : row + 14], SONG, 9.6)
    assert [text.split()[0] for _, text in blocks(read(press, tmp_path))[-4:]] == ["i.", "ii.", "iii.", "iv."]
