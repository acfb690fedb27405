"""Lines of notes: smaller print under a short rule at the foot of a page, which says nothing about its running text."""

from __future__ import annotations

from statistics import median

from reader.importing.pdf import weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

_MAX_RULES = 50
"""Number of short rules above which a page is a form or a drawing."""
_MAX_WIDTH_SHARE = 0.6
"""Maximum width of the rule over notes as a share of that of all lines over it."""
_REACH_EM = 2.5
"""Maximum distance of the rule from the first line under it."""
_EDGE_EM = 1.0
"""Maximum distance of the left edge of that line from that of the rule."""
_SMALL_RATIO = 0.9
"""Maximum size of notes divided by that of the lines over their rule."""


def without_notes(lines: Sequence[TextLine], boxes: Sequence[Box], height: float) -> list[TextLine]:
    """Returns the lines that are not under the rule over notes; ``height`` is that of the page."""
    rules = [
        box for box in boxes if box.height <= weights.RULE_MAX_PT and box.width > 0 and height / 2 < box.top < height
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
        rule.width <= _MAX_WIDTH_SHARE * width
        and all(line.size <= _SMALL_RATIO * size for line in under)
        and first.baseline - rule.bottom <= _REACH_EM * size
        and abs(min(line.left for line in under) - rule.left) <= _EDGE_EM * size
    )
