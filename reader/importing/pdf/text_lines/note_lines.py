"""Lines of notes: smaller print under a short rule at the foot of a page, which says nothing about its running text."""

from __future__ import annotations

from statistics import median

from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

_MAX_RULES = 50
"""Number of short rules above which a page is a form or a drawing."""


def without_notes(lines: Sequence[TextLine], boxes: Sequence[Box], height: float) -> list[TextLine]:
    """Returns the lines that are not under the rule over notes; ``height`` is that of the page."""
    rules = [
        box
        for box in boxes
        if box.height <= page_weights.RULE_MAX_PT and box.width > 0 and height / 2 < box.top < height
    ]
    if len(rules) > _MAX_RULES:
        return list(lines)
    tops = [rule.bottom for rule in rules if _is_over_notes(rule, lines)]
    return [line for line in lines if line.baseline <= min(tops, default=height)]


def _is_over_notes(rule: Box, lines: Sequence[TextLine]) -> bool:
    """Whether all lines under a short rule are smaller than most over it, and the first one begins at its edge."""
    over = [line for line in lines if line.baseline <= rule.bottom]
    under = [line for line in lines if line.baseline > rule.bottom]
    if not over or not under:
        return False
    width = max(line.right for line in over) - min(line.left for line in over)
    size = median(line.size for line in over)
    first = min(under, key=lambda line: (line.baseline, line.left))
    return (
        rule.width <= weights.NOTE_RULE_MAX_WIDTH_SHARE * width
        and all(line.size <= weights.NOTE_MAX_SIZE_RATIO * size for line in under)
        and first.baseline - rule.bottom <= weights.NOTE_RULE_REACH_EM * size
        and abs(min(line.left for line in under) - rule.left) <= weights.NOTE_RULE_EDGE_EM * size
    )
