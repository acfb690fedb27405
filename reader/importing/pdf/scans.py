"""Scans: pages of a PDF that are pictures of text, told by the lack of letters."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.glyphs import PdfPage

_MAX_LETTERS = 20
"""Maximum number of letters of a scan: those of a stamp or a page number."""
_MIN_PICTURE_SHARE = 0.4
"""Minimum share of the page that its pictures cover."""
_MIN_SHAPES = 300
"""Number of shapes from which on a page without letters may have them drawn as shapes."""


def is_scan(page: PdfPage) -> bool:
    """Whether a page has hardly a letter, but a picture that may show some, or letters drawn as shapes."""
    letters = sum(glyph.char.isalnum() for glyph in (*page.glyphs, *page.sideways))
    if letters > _MAX_LETTERS:
        return False
    covered = sum(picture.box.width * picture.box.height for picture in page.pictures)
    return covered >= _MIN_PICTURE_SHARE * page.width * page.height or len(page.boxes) >= _MIN_SHAPES
