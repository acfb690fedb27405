"""Ligatures that a font does not name, told by their widths and by the letters after them."""

import pytest

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.lost_ligatures import with_ligatures_named

WIDTHS = {
    "f": 3.0,
    "i": 2.4,
    "l": 2.4,
    " ": 2.5,
    "\x1f": 5.4,
    "\x1e": 6.0,
    "\x1d": 5.4,
    "\x1c": 8.4,
    "\x0c": 5.4,
    "t": 3.4,
    "Ɵ": 5.6,
    "Ʃ": 6.6,
    "Ō": 6.3,
    "ƫ": 9.0,
    "ƞ": 6.3,
}
FILLER = "the pans were full of salt and light until the evening came to the harbour of the island "


def set_in(text, font="Text"):
    glyphs, left = [], 0.0
    for char in text:
        glyphs.append(Glyph(char, left, left + WIDTHS.get(char, 5.0), 100.0, 10.0, font))
        left = glyphs[-1].right
    return glyphs


def read(text, font="Text"):
    return "".join(glyph.char for glyph in with_ligatures_named(set_in(text, font)))


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("de\x1fne the \x1frst \x1feld", "define the first field"),
        ("desa\x0co", "desafio"),
        ("re\x1dect the \x1dame", "reflect the flame"),
        ("de\x1fne a re\x1dection", "define a reflection"),
        ("e\x1eect and o\x1eer", "effect and offer"),
        ("o\x1cce and di\x1ccult", "office and difficult"),
    ],
)
def test_ligatures_without_a_name_are_read(printed, words):
    assert read(FILLER + printed) == FILLER + words


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("the informaƟon of the naƟon", "the information of the nation"),
        ("maƩers and leƩers", "matters and letters"),
        ("it was leŌ there", "it was left there"),
        ("a noƟce, geƫng better", "a notice, getting better"),
    ],
)
def test_rare_letters_as_wide_as_ligatures_are_read(printed, words):
    assert read(FILLER + printed) == FILLER + words


def test_rare_letters_of_their_own_width_are_themselves():
    assert read(FILLER + "a lanƴuage") == FILLER + "a lanƴuage"


def test_signs_apart_from_words_are_no_ligatures():
    assert read(FILLER + " \x1f one \x1f two") == FILLER + " \x1f one \x1f two"


def test_a_font_of_signs_has_no_ligatures():
    assert read("a\x1fb") == "a\x1fb"


def test_pages_without_such_characters_stay_as_they_are():
    glyphs = set_in(FILLER)
    assert with_ligatures_named(glyphs) is glyphs


def test_a_tabulator_between_words_is_a_blank():
    assert read(FILLER + "running\tCosts and\tpans") == FILLER + "running\tCosts and\tpans"


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("wri\u01a9en ini\u019fa\u019fves", "written initiatives"),
        ("\u019fme a\u014cer \u019fme", "time after time"),
        ("commi\u01abng to a pla\u019eorm", "committing to a platform"),
    ],
)
def test_ligatures_named_by_their_numbers_are_read(printed, words):
    assert read(FILLER + printed) == FILLER + words


def test_letters_that_only_look_like_such_numbers_stay():
    assert read(FILLER + "in \u014csaka \u01a9") == FILLER + "in \u014csaka \u01a9"
