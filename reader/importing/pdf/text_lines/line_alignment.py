"""Alignment of lines under each other: at the left edge, at the right edge alone, or about a middle."""

from __future__ import annotations

from reader.importing.pdf.weights import text_lines as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.importing.pdf.text_lines.text_line import TextLine

    Alignment = Literal["left", "right", "centred"]
    """Edge or middle that lines have in common; justified lines are at the left."""


def alignment_of(lines: Sequence[TextLine]) -> Alignment:
    """Returns the alignment of lines from the top down."""
    if len(lines) < 2:
        return "left"
    same = weights.ALIGNMENT_SAME_EM * lines[0].size
    left = min(line.left for line in lines)
    spread = max(line.left for line in lines) - left
    rights, middles = [line.right for line in lines], [(line.left + line.right) / 2 for line in lines]
    off_middle = max(middles) - min(middles)
    if spread > same and off_middle <= weights.ALIGNMENT_SAME_MIDDLE_EM * lines[0].size:
        return "centred"
    if sum(line.left - left <= same for line in lines) > weights.ALIGNMENT_MAX_AT_LEFT_SHARE * len(lines):
        return "left"
    if len(lines) < weights.ALIGNMENT_MIN_LINES and spread <= weights.ALIGNMENT_MIN_SPREAD_EM * lines[0].size:
        return "left"
    if max(rights) - min(rights) <= same:
        return "right"
    return "centred" if off_middle <= 2 * same else "left"


def continues_alignment(block: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line goes on with lines that are centred or at the right, however far left it begins."""
    return alignment_of([*block, line]) != "left"
