"""Blanks in lines whose letters are spaced."""

import pytest

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.text_lines.lines import lines_of


@pytest.mark.parametrize("gap", [0.0, 2.0, 3.0])
def test_words_of_spaced_letters_end_at_the_blanks_that_are_drawn(gap):
    glyphs = [
        Glyph(char, 50 + at * (6 + gap), 56 + at * (6 + gap), 100, 12.0) for at, char in enumerate("Salt and boats")
    ]
    assert [line.text for line in lines_of(glyphs)] == ["Salt and boats"]
