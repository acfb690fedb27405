"""Bullets that are drawn as small shapes, as browsers and outliners do: they are no characters of any font."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from statistics import median

from reader.importing.bullets import BULLET, is_item
from reader.importing.pdf.weights import text_lines as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

_MAX_SHAPES = 400
"""Number of small shapes above which a page is a drawing."""


def drawn_bullets(lines: Sequence[TextLine], boxes: Iterable[Box]) -> dict[int, Box]:
    """Returns the small shapes that are bullets, each by the identity of the line that it is before.

    A bullet is by itself before a line in the size of most text, at the height of its small letters. There are several
    of one size; a single shape is an ornament.
    """
    shapes = sorted((box for box in boxes if _is_small(box)), key=_middle)
    if not shapes or not lines or len(shapes) > _MAX_SHAPES:
        return {}
    usual = median(line.size for line in lines for _ in line.text)
    middles = [_middle(shape) for shape in shapes]
    found: dict[int, Box] = {}
    for line in lines:
        if line.bold or not line.script or line.size > weights.DRAWN_BULLET_MAX_TEXT_RATIO * usual:
            continue
        first = bisect_left(middles, line.baseline - weights.DRAWN_BULLET_MAX_RISE_EM * line.size)
        last = bisect_right(middles, line.baseline - weights.DRAWN_BULLET_MIN_RISE_EM * line.size)
        before = [shape for shape in shapes[first:last] if _is_before(shape, line)]
        if before and not is_item(line.text):
            found[id(line)] = max(before, key=lambda shape: shape.right)
    rows = sorted(lines, key=lambda line: line.baseline)
    alone = {
        id(line): found[id(line)]
        for line in lines
        if id(line) in found and not _has_text_by(found[id(line)], line, rows)
    }
    return {at: shape for at, shape in alone.items() if _has_others(shape, alone.values())}


def with_drawn_bullets(lines: Iterable[TextLine], bullets: dict[int, Box]) -> list[TextLine]:
    """Returns the lines, each with the bullet that is drawn before it."""
    return [
        replace(line, text=f"{BULLET} {line.text}", left=bullets[id(line)].left) if id(line) in bullets else line
        for line in lines
    ]


def _middle(box: Box) -> float:
    return (box.top + box.bottom) / 2


def _is_small(box: Box) -> bool:
    """Whether a shape is about as high as wide, and as small as a bullet of some text."""
    least, most = sorted((box.width, box.height))
    return least >= weights.DRAWN_BULLET_MIN_PT and most <= min(
        weights.DRAWN_BULLET_MAX_PT, weights.DRAWN_BULLET_MAX_SIDE_RATIO * least
    )


def _is_before(shape: Box, line: TextLine) -> bool:
    """Whether a shape is close before a line, and not as high as its letters."""
    gap = (line.left - shape.right) / line.size
    is_close = weights.DRAWN_BULLET_MIN_GAP_EM <= gap <= weights.DRAWN_BULLET_MAX_GAP_EM
    return is_close and shape.height <= weights.DRAWN_BULLET_MAX_SIDE_EM * line.size


def _has_text_by(shape: Box, line: TextLine, rows: Sequence[TextLine]) -> bool:
    """Whether other text is between a shape and its line, or close before the shape; ``rows`` are from the top down."""
    first = bisect_left(rows, line.baseline - line.size, key=lambda row: row.baseline)
    last = bisect_right(rows, line.baseline + line.size, key=lambda row: row.baseline)
    near = shape.left - weights.DRAWN_BULLET_CLEAR_EM * line.size
    return any(
        other is not line and other.left < line.left and other.right > near and other.top < shape.bottom < other.bottom
        for other in rows[first:last]
    )


def _has_others(shape: Box, shapes: Iterable[Box]) -> bool:
    """Whether another bullet is as large as a shape."""
    return any(other != shape and abs(other.height - shape.height) <= weights.DRAWN_BULLET_SAME_PT for other in shapes)
