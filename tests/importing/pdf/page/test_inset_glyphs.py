"""Short texts off the baseline of a line belong into the hole that they fill."""

import pytest

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.inset_glyphs import with_insets_placed
from reader.importing.pdf.text_lines.lines import lines_of

EM = 10.0


def row(text, x, baseline, size=EM, step=0.5):
    return [
        Glyph(char, x + at * size * step, x + (at + 1) * size * step, baseline, size) for at, char in enumerate(text)
    ]


def texts(glyphs):
    return [line.text for line in lines_of(with_insets_placed(glyphs))]


@pytest.mark.parametrize(
    ("text", "rise", "size", "shown"),
    [
        ("[3,4]", 5, 5, "[3,4]"),  # numbers of references
        ("0≤i≤9", -1.5, 6, "0≤i≤9"),  # limits
        ("1", -3, 6, "₁"),
        ("g", -2.6, 10, "g"),  # of a font with a lower baseline
        ("①", 2.4, 9, "①"),
    ],
)
def test_an_inset_is_put_into_the_hole_of_its_line(text, rise, size, shown):
    width = len(text) * size / 2
    glyphs = [
        *row("The salt of", 50, 100),
        *row("the old harbour", 105 + width, 100),
        *row(text, 105, 100 - rise, size),
    ]
    assert texts(glyphs) == [f"The salt of{shown}the old harbour"]


def test_of_two_insets_in_one_hole_the_upper_one_comes_first():
    glyphs = [*row("The salt of", 50, 100), *row("the old harbour", 118, 100)]
    glyphs += [*row("dW", 106, 94), *row("dt", 107, 106)]
    assert texts(glyphs) == ["The salt ofdWdtthe old harbour"]


def test_numbers_of_references_may_begin_a_line():
    glyphs = [*row("[14,15]", 50, 95, 5), *row("The salt of the old harbour", 68, 100)]
    assert texts(glyphs) == ["[14,15]The salt of the old harbour"]


@pytest.mark.parametrize(
    ("x", "baseline", "size"),
    [
        (105, 88, 6),  # over the line: a reading
        (108, 105, 13),  # larger
        (70, 95, 6),  # over a word, where no hole is
    ],
)
def test_other_texts_stay(x, baseline, size):
    glyphs = [*row("The salt of", 50, 100), *row("the old harbour", 120, 100), *row("ab", x, baseline, size)]
    assert with_insets_placed(glyphs) == glyphs


def test_a_hole_of_a_short_text_is_no_hole_of_a_line():
    glyphs = [*row("12", 50, 100), *row("15", 67, 100), *row("3", 61, 95, 6)]
    assert with_insets_placed(glyphs) == glyphs
