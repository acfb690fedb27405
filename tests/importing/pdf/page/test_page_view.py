"""The look of a page: the size of text that is slanted, turned or stretched."""

import pytest

from reader.importing.pdf.page.document import PdfDocument
from tests.importing.press import TIMES, Press


@pytest.mark.parametrize("matrix", [(1, 0, 0, 1), (1, 0, 0.34, 1), (0.8, 0, 0, 1), (1.2, 0, 0.3, 1)])
def test_slanted_and_stretched_text_is_as_large_as_level_text(matrix):
    press = Press()
    drawn = press.canvas.beginText()
    drawn.setTextTransform(*(12 * part for part in matrix), 60, 700)
    drawn.setFont(TIMES, 1)
    drawn.textOut("Salt pans")
    press.canvas.drawText(drawn)
    glyphs = PdfDocument("page.pdf", press.data()).page(1).glyphs
    assert {round(glyph.size, 2) for glyph in glyphs} == {12.0}
