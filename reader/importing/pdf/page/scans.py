"""Scans: pages of a PDF that are pictures of text, told by the lack of letters."""

from __future__ import annotations

from reader.importing.pdf.weights import page as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.glyphs import PdfPage


def is_scan(page: PdfPage) -> bool:
    """Whether a page has hardly a letter, but a picture that may show some, or letters drawn as shapes."""
    covered = covered_share(page)
    letters = [glyph for glyph in (*page.glyphs, *page.sideways) if glyph.char.isalnum()]
    if covered >= weights.STAMPED_PICTURE_MIN_SHARE and len(letters) <= weights.STAMP_MAX_LETTERS:
        margin = weights.STAMP_MARGIN_SHARE * page.height
        letters = [glyph for glyph in letters if margin < glyph.baseline < page.height - margin]
    if len(letters) > weights.SCAN_MAX_LETTERS:
        return False
    return covered >= weights.SCAN_PICTURES_MIN_SHARE or len(page.boxes) >= weights.SCAN_MIN_SHAPES


def covered_share(page: PdfPage) -> float:
    """Returns the area of the pictures of a page as a share of it."""
    return sum(picture.box.width * picture.box.height for picture in page.pictures) / (page.width * page.height)
