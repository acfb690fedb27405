"""Words of recognised text are put on the lines that they were printed in."""

import random

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.recognised_text import is_recognised, with_lines_snapped
from reader.importing.pdf.text_lines.lines import lines_of


def recognised(rows, seed=3):
    """Returns rows of words as a recogniser places them: each with a size and a baseline of its own."""
    draw, glyphs, run = random.Random(seed), [], 0
    for row, text in enumerate(rows):
        left = 40.0
        for word in text.split():
            run += 1
            size, baseline = 10 * draw.uniform(0.76, 1.24), 100 + 13 * row + draw.uniform(-1.2, 1.2)
            for char in word:
                glyphs.append(Glyph(char, left, left + 5, baseline, size, run=run))
                left += 5
            left += 3.5
    return glyphs


ROWS = [f"the {at} boats carry salt and books over the lake, and come back at dusk" for at in range(30)]


def test_the_lines_of_recognised_text_are_those_that_were_printed():
    glyphs = recognised(ROWS)
    assert is_recognised(glyphs)
    snapped = with_lines_snapped(glyphs)
    assert sorted(glyph.char for glyph in snapped) == sorted(glyph.char for glyph in glyphs)
    lines = lines_of(snapped)
    assert [line.text for line in lines] == ROWS
    assert len({line.size for line in lines}) == 1


def test_a_page_in_a_few_sizes_is_no_recognised_text():
    assert not is_recognised([Glyph("a", 0, 5, 10, size / 2, run=size) for size in range(12, 40)])


def test_a_larger_line_keeps_its_size():
    glyphs = recognised(ROWS)
    head = [Glyph("S", 40, 54, 70, 28.3, run=9001), Glyph("a", 54, 66, 70.4, 27.6, run=9001)]
    sizes = {glyph.char: glyph.size for glyph in with_lines_snapped([*head, *glyphs])}
    assert sizes["S"] > 2 * sizes["b"]
