"""Weights of fonts: those with heavy stems are bold, unless their names say otherwise."""

import os
import re

import pytest
import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from reader.importing.pdf.page.document import PdfDocument
from tests.importing.press import Press


@pytest.mark.parametrize(("name", "is_bold"), [(b"Roman", True), (b"Light", False)])
def test_a_font_with_heavy_stems_is_bold_unless_its_name_says_otherwise(name, is_bold):
    folder = os.path.join(os.path.dirname(reportlab.__file__), "fonts")
    pdfmetrics.registerFont(TTFont("Stems", os.path.join(folder, "Vera.ttf")))
    press = Press()
    press.text(46, 70, "Salt from the pans", "Stems", 10)
    data = re.sub(rb"/StemV \d+", b"/StemV 160", press.data()).replace(b"VeraSans-Roman", b"VeraSans-" + name)
    glyphs = PdfDocument("page.pdf", data).page(1).glyphs
    assert {glyph.bold for glyph in glyphs} == {is_bold}
