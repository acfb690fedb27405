"""A line of one column."""

from __future__ import annotations

from reader.importing.pdf.page import font_metrics
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.scripts import Script


@record
class TextLine:
    """A line of one column, as it is printed."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    """Font size of most of its glyphs, in points."""
    font: str
    bold: bool
    color: int
    script: Script | None
    """Script of most of its text, or None if it has no letters."""
    has_drop_cap: bool = False
    is_mixed: bool = False
    """Whether much of it is in another font than the rest, as after the bold words that begin a paragraph."""
    is_typewritten: bool = False
    """Whether most of it is in a font whose Latin letters all have one width: that is no emphasis."""
    has_run_in_head: bool = False
    """Whether it begins with words in bold, or in another font, and ends without any."""
    is_formula: bool = False
    """Whether it is a display formula."""
    begins_reference: bool = False
    """Whether it is the first line of an item of a list of references."""

    @property
    def top(self) -> float:
        """Approximate upper edge of its letters."""
        return self.baseline - font_metrics.ASCENT_EM * self.size

    @property
    def bottom(self) -> float:
        """Approximate lower edge of its letters."""
        return self.baseline + font_metrics.DESCENT_EM * self.size

    @property
    def width(self) -> float:
        """Distance from its first letter to the end of its last one."""
        return self.right - self.left


def are_in_row(one: TextLine, other: TextLine) -> bool:
    """Whether a line is in a row with another one: their baselines differ by less than a share of its size."""
    return abs(one.baseline - other.baseline) <= weights.ROW_BASELINE_EM * one.size
