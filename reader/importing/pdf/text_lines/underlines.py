"""Underlined lines: word processors underline headings, where typesetters set them in bold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from statistics import mode

from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

_MAX_RULES = 2000
"""Number of level rules of a page above which it is a drawing, and none of them underlines."""


def with_underlined_as_bold(lines: Sequence[TextLine], boxes: Sequence[Box]) -> list[TextLine]:
    """Returns the lines; those underlined from end to end, and no further, are marked as bold.

    A link is underlined as well, but in another colour than the text; a grey near black is none.
    """
    rules = sorted(
        (box for box in boxes if box.height <= page_weights.RULE_MAX_PT < box.width), key=lambda rule: rule.top
    )
    if not lines or not rules or len(rules) > _MAX_RULES:
        return list(lines)
    usual = mode(line.color for line in lines)
    return [
        replace(line, bold=True)
        if not line.bold and (line.color == usual or _is_near_black(line.color)) and _is_underlined(line, rules)
        else line
        for line in lines
    ]


def _is_near_black(color: int) -> bool:
    """Whether a colour is black, or a grey that looks black."""
    return max(color >> 16 & 255, color >> 8 & 255, color & 255) <= weights.NEAR_BLACK_MAX


def _is_underlined(line: TextLine, rules: Sequence[Box]) -> bool:
    """Whether rules close under the baseline of a line, in one piece or in several, cover it and end with it.

    ``rules`` are from the top down.
    """
    first = bisect_left(rules, line.baseline, key=lambda rule: rule.top)
    end = bisect_right(rules, line.baseline + weights.UNDERLINE_REACH_EM * line.size, key=lambda rule: rule.top)
    near = [rule for rule in rules[first:end] if rule.right > line.left and rule.left < line.right]
    if not near:
        return False
    slack = weights.UNDERLINE_END_EM * line.size
    ends = min(rule.left for rule in near), max(rule.right for rule in near)
    covered = sum(min(rule.right, line.right) - max(rule.left, line.left) for rule in near)
    return (
        line.left - slack <= ends[0]
        and ends[1] <= line.right + slack
        and covered >= weights.UNDERLINE_MIN_COVERED_SHARE * line.width
    )
