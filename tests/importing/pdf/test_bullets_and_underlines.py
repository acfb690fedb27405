"""Bullets called by letters, and headings that are underlined."""

from __future__ import annotations

import pytest

from reader.importing.bullets import BULLET
from reader.importing.pdf.page.bullet_fonts import with_bullets_named
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.pipeline import read_pdf
from reader.importing.pdf.text_lines.text_line import TextLine
from reader.importing.pdf.text_lines.underlines import with_underlined_as_bold
from reader.model.record import replace
from tests.importing import scenes
from tests.importing.press import TIMES, Press, width


def glyphs_of(items, sign="n", font="PiThree", gap=6.0):
    found = []
    for row, item in enumerate(items):
        found.append(Glyph(sign, 40, 46, 100 + 14 * row, 9, font))
        found += [
            Glyph(char, 46 + gap + 5 * at, 51 + gap + 5 * at, 100 + 14 * row, 9, "Text") for at, char in enumerate(item)
        ]
    return found


def signs(glyphs):
    return {glyph.char for glyph in glyphs if glyph.font == "PiThree"}


def test_the_only_letter_of_a_font_before_each_item_is_a_bullet():
    assert signs(with_bullets_named(glyphs_of(["boats", "nets", "salt"]))) == {BULLET}


def test_bullets_may_be_drawn_after_all_text_and_in_two_columns():
    drawn = sorted(glyphs_of(["boats", "nets", "salt"]), key=lambda glyph: glyph.font, reverse=True)
    beside = [replace(glyph, left=glyph.left + 80, right=glyph.right + 80) for glyph in drawn]
    assert signs(with_bullets_named(drawn)) == signs(with_bullets_named([*drawn, *beside])) == {BULLET}


@pytest.mark.parametrize("gap", [0.0, 0.5])
def test_the_first_letter_of_a_word_in_another_font_is_none(gap):
    assert signs(with_bullets_named(glyphs_of(["boats", "nets", "salt"], gap=gap))) == {"n"}


def test_a_letter_of_a_font_with_other_letters_is_none():
    glyphs = [*glyphs_of(["boats", "nets", "salt"]), Glyph("x", 40, 46, 300, 9, "PiThree")]
    assert signs(with_bullets_named(glyphs)) == {"n", "x"}


def test_a_letter_inside_a_line_is_none():
    glyphs = glyphs_of(["boats", "nets", "salt"])
    moved = [Glyph("b", 30, 36, glyph.baseline, 9, "Text") for glyph in glyphs if glyph.font == "PiThree"]
    woven = [part for glyph in glyphs for part in ([moved.pop(0), glyph] if glyph.font == "PiThree" else [glyph])]
    assert signs(with_bullets_named(woven)) == {"n"}


def test_two_of_a_kind_are_not_enough():
    assert signs(with_bullets_named(glyphs_of(["boats", "nets"]))) == {"n"}


def line(text, left, right, baseline=100.0, color=0):
    return TextLine(text, left, right, baseline, 10.0, "Text", False, color, "latin")


LINES = [line("The harbour", 40, 95), line("A line of running text that is longer", 40, 240, 114)]


def bolds(*rules, lines=LINES):
    return [each.bold for each in with_underlined_as_bold(lines, rules)]


def test_a_line_that_is_underlined_from_end_to_end_is_bold():
    assert bolds(Box(40, 101.5, 95, 102)) == [True, False]
    assert bolds(Box(40, 101.5, 58, 102), Box(58, 101.5, 95, 102)) == [True, False]


def test_a_rule_that_goes_on_or_covers_a_part_underlines_none():
    assert bolds(Box(40, 101.5, 240, 102)) == [False, False]
    assert bolds(Box(40, 101.5, 70, 102)) == [False, False]
    assert bolds(Box(40, 106, 95, 106.5)) == [False, False]


def test_a_link_in_its_own_colour_is_not_bold():
    lines = [line("The harbour", 40, 95, color=0x0000FF), *LINES[1:], line("More text", 40, 90, 128)]
    assert bolds(Box(40, 101.5, 95, 102), lines=lines) == [False, False, False]


def test_a_line_in_another_grey_is_no_link():
    lines = [line("The harbour", 40, 95, color=0x222222), *LINES[1:], line("More text", 40, 90, 128)]
    assert bolds(Box(40, 101.5, 95, 102), lines=lines) == [True, False, False]


def test_an_underlined_line_over_text_is_a_heading(tmp_path):
    press = Press()
    bottom = press.flow([(46, 80, 480, 140)], [("para", text) for text in scenes.EN[:4]], TIMES, 9.6, 13)
    press.text(46, bottom + 26, "The harbour of the island", TIMES, 9.6)
    press.rule(46, bottom + 28, 46 + width("The harbour of the island", TIMES, 9.6))
    press.flow([(46, bottom + 40, 480, 140)], [("para", text) for text in scenes.EN[4:8]], TIMES, 9.6, 13)
    path = tmp_path / "page.pdf"
    path.write_bytes(press.data())
    (article,) = read_pdf(str(path)).articles
    heads = [block.text for block in article.body["en"] if block.kind == "heading"]
    assert heads == ["The harbour of the island"]
