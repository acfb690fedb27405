"""Accents that are glyphs of their own are joined with their letters."""

import pytest

from reader.importing.pdf.page.accents import with_accents_joined
from reader.importing.pdf.page.glyphs import Glyph
from reader.model.record import replace


def drawn(*placed):
    return [Glyph(char, left, left + 5, baseline, 10) for char, left, baseline in placed]


def read(glyphs):
    return "".join(glyph.char for glyph in with_accents_joined(glyphs))


@pytest.mark.parametrize(
    ("accent", "letter", "whole"),
    [("¨", "u", "ü"), ("´", "e", "é"), ("`", "a", "à"), ("ˆ", "o", "ô"), ("´", "ı", "í"), ("¸", "c", "ç")],
)
def test_an_accent_over_a_letter_is_joined_with_it(accent, letter, whole):
    assert read(drawn(("t", 0, 100), (accent, 5.4, 100), (letter, 5, 100), ("r", 10, 100))) == f"t{whole}r"
    assert read(drawn(("t", 0, 100), (letter, 5, 100), (accent, 5.4, 100), ("r", 10, 100))) == f"t{whole}r"


def test_an_accent_is_raised_over_a_capital():
    assert read(drawn(("¨", 5, 97.5), ("U", 5, 100))) == "Ü"


def test_an_accent_drawn_after_the_rest_of_its_word_is_joined_with_its_letter():
    assert read(drawn(("i", 0, 100), ("o", 5, 100), ("n", 10, 100), ("´", 5.4, 99.8))) == "ión"


def test_a_symbol_in_a_font_of_its_own_keeps_its_accent_in_its_line():
    accent, letter = drawn(("˜", 5.4, 97.5), ("R", 5, 100))
    assert read([replace(letter, font="Symbols"), accent]) == "R\u0303"


@pytest.mark.parametrize(
    "placed",
    [
        [("a", 0, 100), ("^", 5, 100), ("b", 10, 100)],  # beside letters
        [("¨", 0, 100), ("u", 0, 112)],  # in the line above
        [("˛", 0, 100), ("b", 0, 100)],  # no such letter
        [("¨", 0, 100), ("5", 0, 100)],
    ],
)
def test_other_signs_stay(placed):
    assert with_accents_joined(drawn(*placed)) == drawn(*placed)
