"""Areas whose edge goes through running text: they are drawn under it, and frame nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.page.glyphs import PdfPage
    from reader.importing.pdf.text_lines.text_line import TextLine


def without_cutting_boxes(page: PdfPage, lines: Sequence[TextLine]) -> PdfPage:
    """Returns a page without the areas that hold the beginning of a paragraph only, or reach far over its edge."""
    ordered = sorted(lines, key=lambda line: line.baseline)
    baselines = [line.baseline for line in ordered]

    def cuts(box: Box) -> bool:
        if min(box.left, box.top, page.width - box.right, page.height - box.bottom) < -weights.CUTTING_BOX_BLEED_PT:
            return True
        if box.width < weights.TEXT_BOX_MIN_WIDTH_PT or box.height < weights.TEXT_BOX_MIN_HEIGHT_PT:
            return False
        top = max(box.top, box.bottom - weights.CUTTING_BOX_REACH_PT)
        first, last = bisect_left(baselines, top), bisect_right(baselines, box.bottom)
        inside = [line for line in ordered[first:last] if box.holds(line)]
        below = [
            line
            for line in ordered[first : last + weights.CUTTING_BOX_LINES_BELOW]
            if line.bottom > box.bottom + page_weights.BOX_SLACK_PT
        ]
        return any(
            _follows(line, after) and _has_before(line, inside)
            for line in inside[-weights.CUTTING_BOX_LINES_BELOW :]
            for after in below
        )

    if not page.boxes:
        return page
    return replace(page, boxes=tuple(box for box in page.boxes if not cuts(box)))


def _has_before(line: TextLine, inside: Sequence[TextLine]) -> bool:
    return sum(_follows(other, line) for other in inside) >= weights.CUTTING_BOX_MIN_INSIDE - 1


def _follows(line: TextLine, after: TextLine) -> bool:
    """Whether a line goes on with a paragraph: in the same font and colour, right below, at the same edge."""
    return (
        0 < after.baseline - line.baseline <= weights.CUTTING_BOX_STEP_EM * line.size
        and abs(after.left - line.left) <= weights.CUTTING_BOX_ALIGNED_PT
        and (after.font, after.color, after.size) == (line.font, line.color, line.size)
    )
