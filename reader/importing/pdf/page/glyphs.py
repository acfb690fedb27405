"""Glyphs, and the content of a page of a PDF file."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.geometry import Box


@record
class Glyph:
    """A character at its place on the page."""

    char: str
    left: float
    right: float
    """Position of the next glyph, if nothing is between them."""
    baseline: float
    size: float
    """Font size in points."""
    font: str = ""
    bold: bool = False
    color: int = 0
    """RGB, 8 bits each."""
    run: int = 0
    """Number of its text run: the text object of the page that it was drawn with."""


@record
class PlacedPicture:
    """A picture at its place on the page."""

    index: int
    """Its index among the drawn objects of the page."""
    box: Box


@record
class PdfPage:
    """The content of a page of the file."""

    number: int
    """Its number in the file, from 1."""
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    sideways: tuple[Glyph, ...] = ()
    """Glyphs drawn sideways, at the places that they have when the page is turned so that they are level."""
    boxes: tuple[Box, ...] = ()
    pictures: tuple[PlacedPicture, ...] = ()
    """In drawing order."""
