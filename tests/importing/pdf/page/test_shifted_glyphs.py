"""Superior figures belong to the word that they follow."""

import pytest

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.shifted_glyphs import with_shifted_placed
from reader.importing.pdf.text_lines.lines import lines_of

EM = 10.0


def row(text, x, baseline, size=EM):
    return [Glyph(char, x + at * size / 2, x + (at + 1) * size / 2, baseline, size) for at, char in enumerate(text)]


def texts(glyphs):
    return [line.text for line in lines_of(with_shifted_placed(glyphs))]


@pytest.mark.parametrize(("figures", "shown"), [("1", "¹"), ("12", "¹²"), ("1,2", "¹,²"), ("*", "*"), ("-1", "⁻¹")])
def test_superior_figures_are_put_into_their_line(figures, shown):
    rest = 50 + 25 + len(figures) * 3
    glyphs = [*row("Salts", 50, 100), *row(figures, 75, 96, 6), *row(" and tea", rest, 100)]
    assert texts(glyphs) == [f"Salts{shown} and tea"]


@pytest.mark.parametrize(
    ("text", "x", "baseline", "size"),
    [
        ("12", 75, 90, 6),  # over the line: a reading
        ("12", 95, 96, 6),  # apart
        ("12", 75, 96, 9.5),  # as large
        ("123456789", 75, 96, 6),  # a small line
        ("12 km", 75, 96, 6),  # words
    ],
)
def test_other_small_text_stays(text, x, baseline, size):
    glyphs = [*row("Salts", 50, 100), *row(text, x, baseline, size)]
    assert with_shifted_placed(glyphs) == glyphs


def test_a_page_of_small_figures_is_left_alone():
    glyphs = [glyph for at in range(500) for glyph in (*row("a", 50, 20.0 * at), *row("1", 55, 20.0 * at - 4, 6))]
    assert with_shifted_placed(glyphs) == glyphs


@pytest.mark.parametrize(
    ("text", "baseline", "shown"),
    [("th", 96, "th"), ("2", 102, "₂"), ("3", 103, "₃"), ("∗", 96, "∗"), ("X", 102, "X"), ("1er", 96, "¹er")],
)
def test_letters_and_inferior_figures_are_put_into_their_line(text, baseline, shown):
    glyphs = [*row("Salts", 50, 100), *row(text, 75, baseline, 6), *row(" and tea", 75 + len(text) * 3, 100)]
    assert texts(glyphs) == [f"Salts{shown} and tea"]


def test_a_sign_over_an_inferior_figure_is_of_the_same_line():
    glyphs = [*row("HCO", 50, 100), *row("3", 65, 102, 6), *row("–", 65.4, 96, 6), *row(" rises", 68.4, 100)]
    assert texts(glyphs) == ["HCO₃⁻ rises"]


@pytest.mark.parametrize(("figures", "x"), [("2", 47), ("12", 44)])
def test_a_raised_number_begins_the_line_after_it(figures, x):
    glyphs = [*row("salt.", 50, 88), *row(figures, x, 96, 6), *row("Tea and salt", 50, 100)]
    assert texts(glyphs) == ["salt.", f"{'²' if figures == '2' else '¹²'}Tea and salt"]


def test_letters_with_a_point_are_put_into_their_line():
    glyphs = [*row("the 5", 50, 100), *row("th.", 75, 96, 6), *row(" of May", 84, 100)]
    assert texts(glyphs) == ["the 5th. of May"]


@pytest.mark.parametrize(("baseline", "size"), [(102, 10), (97.8, 7)])
def test_a_letter_that_reaches_into_those_beside_it_is_of_their_line(baseline, size):
    wide = size / 2 + 1
    glyphs = [*row("saLT", 50, 100), *(Glyph("E", 69, 69 + wide, baseline, size),), *row("X is", 69 + wide - 1, 100)]
    assert texts(glyphs) == ["saLTEX is"]
