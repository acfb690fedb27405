"""Lines of a printed page: where a row is cut, and where it is not."""

import pytest

from reader.importing.pdf.document import PdfDocument
from reader.importing.pdf.lines import lines_of
from reader.importing.pdf.vertical_text import separate_vertical_text
from tests.importing.press import SONG, TIMES, Press, broken, width
from tests.importing.scenes import EN, ZH


def page_of(press):
    return PdfDocument("page.pdf", press.data()).page(1)


def texts(press):
    return [line.text for line in lines_of(page_of(press).glyphs)]


def word_by_word(press, x, y, line, wide):
    """Draws a justified line as many programs do: each word by itself."""
    words = line.split(" ")
    gap = (wide - sum(width(word, TIMES, 9) for word in words)) / max(1, len(words) - 1)
    for word in words:
        press.text(x, y, word, TIMES, 9)
        x += width(word, TIMES, 9) + gap


@pytest.mark.parametrize("second", range(230, 270, 3))
def test_a_line_over_two_columns_is_not_cut_where_one_begins(second):
    press, text = Press(), " ".join(EN[:6])
    whole = broken(text, TIMES, 9, 440, 0, False)[:4]
    for at, line in enumerate(whole):
        word_by_word(press, 46, 100 + 13 * at, line, 440)
    left, right = (broken(" ".join(EN[n : n + 4]), TIMES, 9, 170, 0, False)[:8] for n in (6, 10))
    for at in range(8):
        word_by_word(press, 46, 160 + 13 * at, left[at], 170)
        word_by_word(press, second, 160 + 13 * at, right[at], 170)
    assert texts(press)[:4] == whole


def test_a_line_that_touches_the_next_column_is_cut():
    press = Press()
    left = ["茶山上的雾要到九点才散采茶的人", "天不亮就出门，", "竹篓里装着冷饭，竹篓里装着冷饭", "老茶师试温度。"]
    for at, line in enumerate(left):
        press.text(46, 100 + 15 * at, line, SONG, 9)
        press.text(46 + 9 * 15 + 2, 100 + 15 * at, ZH[at][:12], SONG, 9)
    press.text(46 + 9 * 15 + 2, 100 + 15 * 4, ZH[5][:12], SONG, 9)
    assert sorted(texts(press)) == sorted([*left, *(text[:12] for text in [*ZH[:4], ZH[5]])])


def test_a_line_that_was_stretched_until_it_fell_apart_is_one():
    press = Press()
    lines = ["An old master holds his hand over", "the well-known carpenter", "and says that a machine knows only"]
    for at, line in enumerate(lines):
        if at == 1:
            for word, x in zip(line.split(" "), (46, 80, 150), strict=True):
                press.text(x, 113, word, TIMES, 9)
        else:
            word_by_word(press, 46, 100 + 13 * at, line, 150)
    assert texts(press) == lines


def test_columns_apart_stay_apart():
    press = Press()
    for at in range(3):
        press.text(46, 100 + 13 * at, "Tea and salt", TIMES, 9)
        press.text(120, 100 + 13 * at, "Nets and ice", TIMES, 9)
    assert texts(press) == ["Tea and salt", "Nets and ice"] * 3


def test_single_characters_of_a_table_are_no_vertical_text():
    press = Press()
    for at, row in enumerate((("春", "120 吨"), ("夏", "310 吨"), ("秋", "205 吨"), ("冬", "38 吨"))):
        press.text(46, 100 + 12 * at, row[0], SONG, 9)
        press.text(120, 100 + 12 * at, row[1], SONG, 9)
    assert separate_vertical_text(page_of(press)).vertical == ()


def test_characters_under_each_other_are_vertical_text():
    press = Press()
    for at, char in enumerate("守灯的人"):
        press.text(300, 100 + 12 * at, char, SONG, 9)
        press.text(46, 107 + 31 * at, "塔下没有别的人家。", SONG, 9)
    separated = separate_vertical_text(page_of(press))
    assert [line.text for line in lines_of(separated.vertical)] == ["守灯的人"]
    assert len(lines_of(separated.level.glyphs)) == 4


def test_a_character_that_no_font_of_the_machine_has_is_read():
    press = Press()
    press.text(46, 100, "A\ue000B", SONG, 9)  # drawn apart from the letters, and without ink
    assert texts(press) == ["A\ue000B"]
