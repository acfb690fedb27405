"""Symbol fonts: codes, and Chinese characters named for them, are the signs that are drawn."""

import pytest

from reader.importing.pdf.page.glyphs import Glyph
from reader.importing.pdf.page.symbol_characters import with_symbols_named


@pytest.mark.parametrize(
    ("char", "font", "shown"),
    [
        ("\uf061", "Symbol", "α"),
        ("\uf020", "SymbolMT", " "),
        ("\uf061", "Ornaments", "\uf061"),  # a picture of its own
        ("鄄", "E-BZ", "-"),
        ("约", "E-BX", "<"),
        ("垣", "E-HZ", "+"),
        ("姿", "E-BX", "λ"),
        ("赘", "E-BZ-PK7482000008", "Ω"),
        ("伊", "E-B6", "×"),
        ("一", "E-BZ", "一"),  # a character that names no sign
        ("约", "FZSSJW--GB1-0", "约"),
        ("约", "E-Song", "约"),
    ],
)
def test_a_glyph_is_the_sign_that_it_shows(char, font, shown):
    (glyph,) = with_symbols_named([Glyph(char, 0, 5, 0, 10, font)])
    assert glyph.char == shown
