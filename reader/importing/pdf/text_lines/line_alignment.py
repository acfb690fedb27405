"""Alignment of lines under each other: at the left edge, at the right edge alone, or about a middle."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.importing.pdf.text_lines.text_line import TextLine

    Alignment = Literal["left", "right", "centred"]
    """Edge or middle that lines have in common; justified lines are at the left."""

_SAME_EM = 0.25
"""Maximum difference of edges and middles that are the same."""
_SAME_MIDDLE_EM = 0.1
"""Maximum difference of the middles of lines that are about it, whatever their edges; one may be indented."""
_MIN_LINES = 3
"""Minimum number of lines that show their alignment, whatever their edges; of two, one may be indented."""
_MAX_AT_LEFT_SHARE = 0.5
"""Share of the lines at the left edge from which on they are aligned there."""
_MIN_SPREAD_EM = 3.0
"""Minimum difference of the left edges of two lines that are not at the left; a smaller one is an indent."""


def alignment_of(lines: Sequence[TextLine]) -> Alignment:
    """Returns the alignment of lines from the top down."""
    if len(lines) < 2:
        return "left"
    same = _SAME_EM * lines[0].size
    left = min(line.left for line in lines)
    spread = max(line.left for line in lines) - left
    rights, middles = [line.right for line in lines], [(line.left + line.right) / 2 for line in lines]
    off_middle = max(middles) - min(middles)
    if spread > same and off_middle <= _SAME_MIDDLE_EM * lines[0].size:
        return "centred"
    if sum(line.left - left <= same for line in lines) > _MAX_AT_LEFT_SHARE * len(lines):
        return "left"
    if len(lines) < _MIN_LINES and spread <= _MIN_SPREAD_EM * lines[0].size:
        return "left"
    if max(rights) - min(rights) <= same:
        return "right"
    return "centred" if off_middle <= 2 * same else "left"


def continues_alignment(block: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line goes on with lines that are centred or at the right, however far left it begins."""
    return alignment_of([*block, line]) != "left"
