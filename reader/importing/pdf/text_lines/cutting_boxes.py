"""Areas whose edge goes through running text: they are drawn under it, and frame nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.importing.pdf import weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.page.glyphs import PdfPage
    from reader.importing.pdf.text_lines.text_line import TextLine

_BLEED_PT = 20.0
"""Distance by which an area that is cut at the edge of the paper may reach over it; a curve's reaches farther."""
_STEP_EM = 1.6
"""Maximum distance of the baselines of lines that follow each other in a paragraph."""
_ALIGNED_PT = 1.0
"""Maximum difference of their left edges."""
_REACH_PT = 72.0
"""Height above the lower edge of an area within which lines are looked at."""
_MIN_INSIDE = 2
"""Minimum number of such lines inside an area."""


def without_cutting_boxes(page: PdfPage, lines: Sequence[TextLine]) -> PdfPage:
    """Returns a page without the areas that hold the beginning of a paragraph only, or reach far over its edge."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    baselines = [line.baseline for line in ordered]

    def cuts(box: Box) -> bool:
        if min(box.left, box.top, page.width - box.right, page.height - box.bottom) < -_BLEED_PT:
            return True
        if box.width < weights.TEXT_BOX_MIN_WIDTH_PT or box.height < weights.TEXT_BOX_MIN_HEIGHT_PT:
            return False
        top = max(box.top, box.bottom - _REACH_PT)
        first, last = bisect_left(baselines, top), bisect_right(baselines, box.bottom)
        inside = [line for line in ordered[first:last] if box.holds(line)]
        below = [
            line for line in ordered[first : last + _LINES_BELOW] if line.bottom > box.bottom + weights.BOX_SLACK_PT
        ]
        return any(
            _follows(line, after) and _has_before(line, inside) for line in inside[-_LINES_BELOW:] for after in below
        )

    if not page.boxes:
        return page
    return replace(page, boxes=tuple(box for box in page.boxes if not cuts(box)))


_LINES_BELOW = 8
"""Number of lines about the lower edge of an area, in whatever column, among which a paragraph may go on."""


def _has_before(line: TextLine, inside: Sequence[TextLine]) -> bool:
    return sum(_follows(other, line) for other in inside) >= _MIN_INSIDE - 1


def _follows(line: TextLine, after: TextLine) -> bool:
    """Whether a line goes on with a paragraph: in the same font and colour, right below, at the same edge."""
    return (
        0 < after.baseline - line.baseline <= _STEP_EM * line.size
        and abs(after.left - line.left) <= _ALIGNED_PT
        and (after.font, after.color, after.size) == (line.font, line.color, line.size)
    )
