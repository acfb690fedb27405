"""Text under the picture of a scan, told to be misread by its words."""

import pytest

from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import Glyph, PdfPage, PlacedPicture
from reader.importing.pdf.page.misread_text import is_misread
from reader.importing.pdf.pipeline import lack_of
from reader.model.record import replace
from tests.importing import scenes

PAGE = Box(0, 0, 600, 800)
GOOD = (" ".join(scenes.EN) + " ") * 3
BAD = "T|ie b0ats c{rry sa;t over tHe l~ke and come bacK wben the wind turns. " * 12
NAMES = (
    "the LaTeX of arXiv, at https://example.org/a?b=c, has 3D views of an iPhone and of the old web by the lake and the sea. "
    * 9
)


def page(text, picture=PAGE):
    glyphs = tuple(Glyph(char, at % 500, at % 500 + 5, 100 + at // 500 * 12, 9) for at, char in enumerate(text))
    return PdfPage(1, 600, 800, glyphs, pictures=(PlacedPicture(0, picture),) if picture else ())


@pytest.mark.parametrize(
    ("text", "picture", "misread"),
    [
        (BAD, PAGE, True),
        (BAD, None, False),
        (BAD, Box(0, 0, 600, 400), False),
        (BAD[:100], PAGE, False),
        (GOOD, PAGE, False),
        (NAMES, PAGE, False),
        ("".join(scenes.ZH) * 9 + BAD[:300], PAGE, False),
    ],
    ids=["misread", "no picture", "half a picture", "few words", "read well", "names", "Han"],
)
def test_words_with_signs_inside_over_a_picture_are_misread(text, picture, misread):
    assert is_misread(page(text, picture)) is misread
    assert (lack_of(page(text, picture)) == "words") is misread


def test_words_without_blanks_between_them_are_told_apart_by_their_gaps():
    """TeX moves on between words, and draws no blanks."""
    glyphs = [replace(glyph, run=at // 500) for at, glyph in enumerate(page(NAMES).glyphs) if glyph.char != " "]
    spaced = [replace(glyph, right=glyph.left + 5) for glyph in glyphs]
    assert not is_misread(PdfPage(1, 600, 800, tuple(spaced), pictures=(PlacedPicture(0, PAGE),)))
