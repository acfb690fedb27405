"""Scans: pages of a PDF that are pictures of text, told by the lack of letters."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.glyphs import PdfPage

_MAX_LETTERS = 20
"""Maximum number of letters of a scan: those of a stamp or a page number."""
_MARGIN_SHARE, _MAX_MARGIN_LETTERS = 0.06, 200
"""Part of the height at the head and the foot that has the stamp of an archive, and maximum number of its letters."""
_WHOLE_PICTURE_SHARE = 0.9
"""Minimum share of the page that a picture under such a stamp covers."""
_MIN_PICTURE_SHARE = 0.4
"""Minimum share of the page that its pictures cover."""
_MIN_SHAPES = 300
"""Number of shapes from which on a page without letters may have them drawn as shapes."""


def is_scan(page: PdfPage) -> bool:
    """Whether a page has hardly a letter, but a picture that may show some, or letters drawn as shapes."""
    covered = sum(picture.box.width * picture.box.height for picture in page.pictures)
    letters = [glyph for glyph in (*page.glyphs, *page.sideways) if glyph.char.isalnum()]
    if covered >= _WHOLE_PICTURE_SHARE * page.width * page.height and len(letters) <= _MAX_MARGIN_LETTERS:
        margin = _MARGIN_SHARE * page.height
        letters = [glyph for glyph in letters if margin < glyph.baseline < page.height - margin]
    if len(letters) > _MAX_LETTERS:
        return False
    return covered >= _MIN_PICTURE_SHARE * page.width * page.height or len(page.boxes) >= _MIN_SHAPES
