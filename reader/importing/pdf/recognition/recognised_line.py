"""A line of text as it was recognised on a picture of a page."""

from __future__ import annotations

from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.geometry import Box


@record
class LineInk:
    """The measures of a line's letters on the picture, all in one unit."""

    box: Box
    foot: float
    """The lower edge of most letters."""
    stroke: float = 0.0
    """Usual thickness of the strokes."""
    colour: int = 0
    """RGB, 8 bits each, of a few colours."""
    ground: float = 255.0
    """Brightness of the ground under the letters, from 0 to 255."""
    gaps: tuple[tuple[float, float], ...] = ()
    """Beginnings and ends of the wide gaps, from the left."""
    is_cut: bool = False
    """Whether ink goes on beyond the sides of the line."""

    def scaled(self, factor: float) -> LineInk:
        """Returns the measures in another unit."""
        gaps = tuple((left * factor, right * factor) for left, right in self.gaps)
        box = self.box.scaled(factor)
        foot, stroke = self.foot * factor, self.stroke * factor
        return LineInk(box, foot, stroke, self.colour, self.ground, gaps, self.is_cut)


@record
class RecognisedLine:
    """A line as it was recognised, at its place on the page in points."""

    text: str
    box: Box
    """The box that the recogniser gives, with some paper around it."""
    ink: LineInk | None = None
    """The measures of its letters; None if they are not known."""
    confidence: float = 1.0
    """Confidence of the recogniser, from 0 to 1."""

    def scaled(self, factor: float) -> RecognisedLine:
        """Returns the line in another unit."""
        ink = self.ink and self.ink.scaled(factor)
        return RecognisedLine(self.text, self.box.scaled(factor), ink, self.confidence)
