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


def test_words_of_spaced_letters_end_at_wide_gaps_though_a_blank_is_drawn_at_the_end():
    left, glyphs = 50.0, []
    for char in "Salt and old boats":
        if char == " ":
            left += 5.0
            continue
        glyphs.append(Glyph(char, left, left + 6, 100, 12.0))
        left += 8.4
    glyphs.append(Glyph(" ", left, left + 3, 100, 12.0))
    assert [line.text for line in lines_of(glyphs)] == ["Salt and old boats"]


def typed(text, font, left=50.0, narrow=3.0):
    """Returns the glyphs of words; the letters of ``lit`` are narrow, except in the font of a typewriter."""
    found = []
    for char in text:
        wide = narrow if char in "lit" else 6.0
        found.append(Glyph(char, left, left + wide, 100, 10.0, font))
        left += wide
    return found


@pytest.mark.parametrize(("narrow", "is_head"), [(3.0, True), (6.0, False)])
def test_words_before_typewritten_ones_head_no_text(narrow, is_head):
    head = typed("Lights ", "Roman")
    rest = typed("all the files of the site", "Other", head[-1].right, narrow)
    (line,) = lines_of([*head, *rest])
    assert (line.has_run_in_head, line.is_typewritten) == (is_head, not is_head)
