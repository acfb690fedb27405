"""Lines of a printed page: where a row is cut, and where it is not."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.importing.pdf.page.document import PdfDocument
from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.vertical_text import separate_vertical_text
from reader.importing.pdf.text_lines.lines import lines_of
from tests.drawing import examples
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


def test_a_stretched_line_after_the_end_of_a_paragraph_fills_its_column():
    press = Press()
    lines = broken(" ".join(EN[:6]), TIMES, 9, 170, 0, False)[:7]
    for number, line in enumerate(lines):
        word_by_word(press, 46, 100 + 13 * number, line, 170)
    short, wide = "at nine.", "Now small boats come home"
    y = 100 + 13 * 7
    press.text(46, y, short, TIMES, 9)
    word_by_word(press, 46, y + 13, wide, 170)
    assert texts(press) == [*lines, short, wide]


def test_two_stretched_lines_that_begin_with_one_word_are_no_columns():
    press = Press()
    lines = broken(" ".join(EN[:6]), TIMES, 9, 170, 0, False)[:6]
    lines[2:4] = ["Sometimes the old boats", "Sometimes old nets are"]
    for at, line in enumerate(lines):
        word_by_word(press, 46, 100 + 13 * at, line, 170)
    assert texts(press) == lines


def test_columns_under_lines_over_both_stay_apart():
    press = Press()
    for at, line in enumerate(broken(" ".join(EN[:6]), TIMES, 9, 300, 0, False)[:3]):
        word_by_word(press, 46, 100 + 13 * at, line, 300)
    left, right = (broken(" ".join(EN[n : n + 4]), TIMES, 9, 140, 0, False)[:4] for n in (6, 10))
    for at in range(4):
        word_by_word(press, 46, 145 + 13 * at, left[at], 140)
        word_by_word(press, 206, 145 + 13 * at, right[at], 140)
    assert sorted(texts(press)[3:]) == sorted([*left, *right])


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


WORDS = st.lists(
    st.sampled_from(["staff", "waffle", "fjord", "little", "illicit", "110", "off", "kiln", "aa", "lilt"]), min_size=1
)
LIGATURES = re.compile("ffi|ffl|ff|fi|fl|fj|tt|.")


@examples(60)
@given(WORDS, st.floats(0.35, 1.2), st.sampled_from([0, 0.2, 0.35]), st.sampled_from([TIMES, "Helvetica"]))
def test_no_letter_is_lost_where_letters_stand_close(words, narrow, overlap, font):
    """In one text run, and with a run for each letter."""
    press, text = Press(), " ".join(words)
    drawn = press.canvas.beginText(46, 700)
    drawn.setFont(font, 11)
    drawn.setHorizScale(100 * narrow)
    drawn.setCharSpace(-overlap * width("i", font, 11))
    drawn.textOut(text)
    press.canvas.drawText(drawn)
    press.canvas.showPage()
    x = 46.0
    for letter in text:
        drawn = press.canvas.beginText(x, 700)
        drawn.setFont(font, 11)
        drawn.setHorizScale(100 * narrow)
        drawn.textOut(letter)
        press.canvas.drawText(drawn)
        x += narrow * (width(letter, font, 11) - overlap * width("i", font, 11))
    document = PdfDocument("page.pdf", press.data())
    for number in (1, 2):
        found = "".join(line.text for line in lines_of(document.page(number).glyphs))
        assert found.replace(" ", "") == text.replace(" ", "")


@examples(60)
@given(WORDS, st.booleans(), st.integers(1, 4), st.floats(0, 0.05))
def test_a_ligature_is_all_its_letters_and_a_line_drawn_over_itself_is_one(words, is_spelled, times, offset):
    """A ligature is reported as several letters in one place, or as one wide character."""
    glyphs = []
    for run in range(times):
        x = 46 + run * offset * 11
        for part in LIGATURES.findall(" ".join(words)):
            wide = x + width(part, TIMES, 11)
            glyphs += [Glyph(char, x, wide, 100, 11, run=run + 1) for char in (part if is_spelled else [part])]
            x = wide
    assert [line.text for line in lines_of(glyphs)] == [" ".join(words)]


def test_radicals_and_ligatures_of_a_pdf_are_read_as_letters():
    """A font may name its glyphs so; full-width letters are written on purpose, and stay."""
    named = "⼭ﬁ⻛Ａ豈"
    table = "".join(f"<{65 + at:02x}> <{ord(char):04x}>\n" for at, char in enumerate(named))
    to_unicode = f"1 begincodespacerange <00> <ff> endcodespacerange {len(named)} beginbfchar\n{table}endbfchar"
    words = "BT /F 11 Tf 46 700 Td (ABCDE) Tj ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 560 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(words)}>>stream\n{words}\nendstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        f"<</Length {len(to_unicode)}>>stream\n{to_unicode}\nendstream",
    ]
    parts = [f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1)]
    data = "%PDF-1.4\n" + "".join(parts) + "trailer<</Size 7/Root 1 0 R>>\n%%EOF"
    assert [line.text for line in lines_of(PdfDocument("page.pdf", data.encode()).page(1).glyphs)] == ["山fi风Ａ豈"]


def letters(text, x, baseline, size, gap=0.0, blank=0.25, font="", bold=False):
    """Returns the glyphs of a text without blanks drawn, each half as wide as it is large; ``gap`` is between letters."""
    found = []
    for char in text:
        if char == " ":
            x += blank * size
            continue
        found.append(Glyph(char, x, x + size / 2, baseline, size, font, bold))
        x += size / 2 + gap * size
    return found


@pytest.mark.parametrize(("gap", "blank"), [(0.0, 0.25), (-0.03, 0.13), (0.02, 0.12), (0.2, 0.5), (-0.02, 0.3)])
def test_blanks_of_headlines_set_tight_and_wide_are_found(gap, blank):
    (line,) = lines_of(letters("Governo cede e anuncia", 50, 100, 30, gap, blank))
    assert line.text == "Governo cede e anuncia"


def test_small_capitals_are_of_the_line_of_their_capital():
    glyphs = [*letters("D", 50, 100, 12), *letters("ETAILS OF THE", 56, 100, 8.4)]
    glyphs += [*letters("Q", glyphs[-1].right + 3, 100, 12)]
    (line,) = lines_of([*glyphs, *letters("UARTER", glyphs[-1].right, 100, 8.4)])
    assert (line.text, line.size) == ("DETAILS OF THE QUARTER", 12)
    assert len(lines_of([*letters("D", 50, 100, 12), *letters("etails", 56, 100, 8.4)])) == 2


def test_a_line_that_begins_with_bold_words_is_none_in_bold():
    head, rest = letters("Early cancer", 50, 100, 10, font="Sans", bold=True), "spread from the breast ducts"
    (line,) = lines_of([*head, *letters(rest, head[-1].right + 3, 100, 11, font="Serif")])
    assert (line.bold, line.font, line.size, line.is_mixed) == (False, "Serif", 11, True)


def test_bold_words_before_a_light_one_are_none_in_bold():
    head = letters("Address the claims of all. ", 50, 100, 10, font="Bold", bold=True)
    (line,) = lines_of([*head, *letters("The", head[-1].right + 3, 100, 10, font="Serif")])
    assert not line.bold


def test_columns_with_blanks_drawn_at_their_ends_stay_apart():
    words = "salt pans lie along the low coast"
    row = [Glyph(char, 50 + 5 * at, 55 + 5 * at, 100, 10) for at, char in enumerate(words + " ")]
    start = row[-1].right + 12
    row += [Glyph(char, start + 5 * at, start + 5 + 5 * at, 100, 10) for at, char in enumerate(words)]
    assert [line.text for line in lines_of(row)] == [words, words]


def test_a_letter_of_a_font_of_shapes_is_a_bullet():
    press = Press()
    press.text(50, 100, "hh", "ZapfDingbats", 10)
    assert all(not glyph.char.isascii() for glyph in page_of(press).glyphs)


def test_a_han_character_that_stands_twice_at_one_place_is_one():
    row = [
        Glyph(char, 50 + 10 * at, 60 + 10 * at, 100, 10) for at, char in ((0, "小"), (0, "小"), (1, "羊"), (1, "羊"))
    ]
    more = [Glyph("人", 70, 80, 100, 10), Glyph("人", 80, 90, 100, 10)]
    assert [line.text for line in lines_of([*row, *more])] == ["小羊人人"]


@pytest.mark.parametrize("gap_em", [0.5, 1, 1.5])
def test_a_mark_that_begins_no_line_begins_no_column(gap_em):
    press, left = Press(), 256
    for row in range(5):
        press.text(46, 100 + 16 * row, f"第{row}行的船名", SONG, 10)
        press.text(left, 100 + 16 * row, "到渡口去的船", SONG, 10)
    start = "守灯人的账目写在第三十一页到第九"
    x = left - 10 * gap_em - width(start, SONG, 10)
    press.text(x, 196, start, SONG, 10)
    press.text(left, 196, "～", SONG, 10)
    press.text(left + 15, 196, "第四十二页的背面", SONG, 10)
    assert any(re.match(f"{start} ?～ ?第四十二页的背面", text) for text in texts(press))
