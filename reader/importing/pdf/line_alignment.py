"""Alignment of lines under each other: at the left edge, at the right edge alone, or about a middle."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from reader.importing.pdf.text_line import TextLine

    Alignment = Literal["left", "right", "centred"]
    """Edge or middle that lines have in common; justified lines are at the left."""

_SAME_EM = 0.25
"""Maximum difference of edges and middles that are the same."""
_MIN_LINES = 3
"""Minimum number of lines that show that they are centred; of two, one may be indented and the other short."""
_MIN_RIGHT_LINES = 2
_MAX_AT_LEFT_SHARE = 0.5
"""Share of the lines at the left edge from which on they are aligned there."""
_MIN_SPREAD_EM = 3.0
"""Minimum difference of the left edges of two lines that are at the right; a smaller one is an indent."""


def alignment_of(lines: Sequence[TextLine]) -> Alignment:
    """Returns the alignment of lines from the top down."""
    if len(lines) < _MIN_RIGHT_LINES:
        return "left"
    same = _SAME_EM * lines[0].size
    left = min(line.left for line in lines)
    if sum(line.left - left <= same for line in lines) > _MAX_AT_LEFT_SHARE * len(lines):
        return "left"
    rights = [line.right for line in lines]
    if max(rights) - min(rights) <= same:
        spread = max(line.left for line in lines) - left
        is_clear = len(lines) >= _MIN_LINES or spread > _MIN_SPREAD_EM * lines[0].size
        return "right" if is_clear else "left"
    middles = [(line.left + line.right) / 2 for line in lines]
    is_centred = len(lines) >= _MIN_LINES and max(middles) - min(middles) <= 2 * same
    return "centred" if is_centred else "left"


def continues_alignment(block: Sequence[TextLine], line: TextLine) -> bool:
    """Whether a line goes on with lines that are centred or at the right, however far left it begins."""
    return alignment_of([*block, line]) != "left"
