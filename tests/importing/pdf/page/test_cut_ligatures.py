"""Ligatures that a file calls by their last letter: they are as wide as all their letters."""

import pytest

from reader.importing.pdf.page.cut_ligatures import with_ligatures_whole
from reader.importing.pdf.page.glyphs import Glyph

WIDTHS = {"f": 3.0, "i": 2.5, "l": 2.5, " ": 2.5, "T": 6.0, "t": 3.2}
LIGATURES = {"①": ("i", 5.2), "②": ("l", 5.2), "③": ("f", 6.6), "④": ("i", 8.0), "⑤": ("h", 10.6), "⑥": ("t", 5.9)}
FILLER = "the fish of the island is full of salt until evening; half of it is for the loft "


def set_in(text, wider=1.0):
    glyphs, left = [], 0.0
    for char in text:
        letter, width = LIGATURES.get(char, (char, WIDTHS.get(char, 5.0)))
        glyphs.append(Glyph(letter, left, left + width * (wider if char in "en" else 1), 100.0, 10.0, "Text"))
        left = glyphs[-1].right
    return glyphs


def read(glyphs):
    return "".join(glyph.char for glyph in with_ligatures_whole(glyphs))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("the ①rst ①eld", "the first field"),
        ("re②ects a ②ame", "reflects a flame"),
        ("di③erent", "different"),
        ("an o④ce", "an office"),
        ("⑤e boats", "The boats"),
        ("they o⑥en have", "they often have"),
    ],
)
def test_letters_as_wide_as_a_ligature_are_it(printed, words):
    assert read(set_in(FILLER + printed)) == FILLER + words


def test_a_ligature_named_in_full_stays_as_it_is():
    glyphs = set_in(FILLER + "the ")
    left = glyphs[-1].right
    glyphs += [Glyph(char, left, left + 5.2, 100.0, 10.0, "Text") for char in "fi"]
    assert with_ligatures_whole(glyphs) is glyphs


def test_a_font_with_letters_of_several_widths_has_none():
    glyphs = [*set_in(FILLER), *set_in("seven ①shermen", wider=1.5)]
    assert read(glyphs) == FILLER + "seven ishermen"


def test_a_letter_wider_than_any_ligature_is_only_spaced():
    glyphs = set_in(FILLER)
    glyphs.append(Glyph("i", 500, 515, 100.0, 10.0, "Text"))
    assert read(glyphs) == FILLER + "i"
