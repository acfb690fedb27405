"""Parting rules: level rules between two lines that go on beyond them, so that no text runs on across them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.importing.pdf.weights import blocks as weights
from reader.importing.pdf.weights import page as page_weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

_MAX_RULES = 200
"""Number of level rules of a page above which it is a form or a drawing, and none of them parts text."""


def parting_rules(boxes: Sequence[Box]) -> list[Box]:
    """Returns the level rules among the boxes of a page, from the top down; none of a page with many."""
    rules = [box for box in boxes if box.height <= page_weights.RULE_MAX_PT and box.width > weights.PARTING_MIN_PT]
    return sorted(rules, key=lambda box: box.top) if len(rules) <= _MAX_RULES else []


def are_parted(last: TextLine, line: TextLine, rules: Sequence[Box]) -> bool:
    """Whether a rule is between two lines and goes on to both sides of the lower one, and beyond the upper one.

    An underline ends with its line.
    """
    first = bisect_left(rules, last.baseline, key=lambda rule: rule.top)
    lowest = line.top + line.size * weights.PARTING_OVERLAP_EM
    end = bisect_right(rules, lowest, key=lambda rule: rule.top)
    slack = weights.PARTING_BEYOND_EM * line.size
    return any(
        rule.bottom <= lowest
        and rule.left <= line.left - slack
        and rule.right >= line.right + slack
        and (rule.left < last.left - slack or rule.right > last.right + slack)
        for rule in rules[first:end]
    )
