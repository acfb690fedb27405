"""Justified lines that were stretched until they broke: which fragments of a row are one line."""

from __future__ import annotations

from itertools import chain, pairwise

from reader.importing.pdf.text_lines.formulas import is_formula_part
from reader.importing.pdf.text_lines.text_line import are_in_row
from reader.importing.pdf.weights import text_lines as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.text_lines.text_line import TextLine

_COVER_SLACK_SHARE = 0.1
"""Part of the size of a line by which the edges of lines of one column may differ."""


class StretchedRows:
    """The rows of a page, each in fragments; tells which fragments are one line."""

    def __init__(self, rows: Sequence[Sequence[TextLine]]) -> None:
        """Takes the fragments of each row, from the left."""
        self._rows = rows

    def continues(self, at: int, first: TextLine, number: int) -> bool:
        """Whether a fragment of a row goes on with the line before it, by the lines above and below."""
        return _is_stretched(first, self._rows[at][number], self._neighbours(at))

    def ends_in_columns(self, at: int) -> set[int]:
        """Returns the numbers of the fragments of a row that go on with the one before them, because all of them fill
        the width of a column, as whole lines near them do, and no column begins or ends at a gap.
        """
        row = self._rows[at]
        if len(row) < 2:
            return set()
        neighbours = self._neighbours(at)
        found: set[int] = set()
        start = 0
        while start < len(row):
            end = next(
                (end for end in range(len(row) - 1, start, -1) if _fills(row[start : end + 1], neighbours)), start
            )
            found.update(range(start + 1, end + 1))
            start = end + 1
        return found

    def _neighbours(self, at: int) -> list[TextLine]:
        reach = weights.NEIGHBOUR_ROWS
        return list(chain(*self._rows[max(0, at - reach) : at], *self._rows[at + 1 : at + 1 + reach]))


def _fills(fragments: Sequence[TextLine], neighbours: Sequence[TextLine]) -> bool:
    """Whether fragments fill a column: whole lines near them have their edges, but the left one of an indented line."""
    first, last = fragments[0], fragments[-1]
    size = first.size
    slack = _COVER_SLACK_SHARE * size
    if any(
        before.script is None
        or abs(after.size - size) > weights.STRETCHED_SIZE_SHARE * size
        or after.left - before.right > weights.STRETCHED_GAP_EM * size
        for before, after in pairwise(fragments)
    ) or all(is_formula_part(fragment.text) for fragment in fragments):
        return False
    whole = [
        line
        for line in neighbours
        if abs(line.right - last.right) <= weights.STRETCHED_EDGE_EM * size
        and -slack <= first.left - line.left <= weights.STRETCHED_INDENT_EM * size
        and abs(line.size - size) <= weights.STRETCHED_SIZE_SHARE * size
    ]
    if len(whole) < weights.STRETCHED_MIN_WHOLE:
        return False
    is_parted = any(_are_parted(before, after, neighbours, first.left) for before, after in pairwise(fragments))
    return not is_parted or _is_between(first, whole)


def _is_between(line: TextLine, whole: Sequence[TextLine]) -> bool:
    """Whether whole lines are not far over a line and not far under it: too few rows are between them for columns."""
    steps = [(other.baseline - line.baseline) / line.size for other in whole]
    reach = weights.STRETCHED_BETWEEN_EM
    return any(-reach <= step < 0 for step in steps) and any(0 < step <= reach for step in steps)


def _are_parted(first: TextLine, second: TextLine, neighbours: Sequence[TextLine], start: float) -> bool:
    """Whether columns, or cells, end and begin at a gap of a row: lines near it, or one beside it, do so too.

    A line that ends there is one of a column if it begins where the row does, or has another one beside it.
    """
    near = weights.GUTTER_EDGE_EM * first.size
    own = [line for line in neighbours if abs(line.size - first.size) <= weights.STRETCHED_SIZE_SHARE * first.size]
    parted = [line for line in own if abs(line.left - second.left) <= near]
    parted += [
        line
        for line in own
        if abs(line.right - first.right) <= near
        and (
            abs(line.left - start) <= near or any(are_in_row(line, other) and other.left > line.right for other in own)
        )
    ]
    reach = weights.NEIGHBOUR_MAX_STEP_EM * first.size
    return len(parted) >= weights.STRETCHED_MIN_WHOLE or any(
        abs(line.baseline - first.baseline) <= reach for line in parted
    )


def _is_stretched(first: TextLine, second: TextLine, neighbours: Sequence[TextLine]) -> bool:
    """Whether two fragments of a row are one line: the nearest lines above and below have text in the gap."""
    size = first.size
    gap = second.left - first.right
    if abs(second.size - size) > weights.STRETCHED_SIZE_SHARE * size or gap > weights.STRETCHED_GAP_EM * size:
        return False
    is_covered = False
    for direction in (-1, 1):
        near = [
            line
            for line in neighbours
            if weights.NEIGHBOUR_MIN_STEP_EM * size
            < direction * (line.baseline - first.baseline)
            <= weights.NEIGHBOUR_MAX_STEP_EM * size
            and line.left < second.right
            and line.right > first.left
        ]
        if not near:
            continue
        nearest = min(abs(line.baseline - first.baseline) for line in near)
        row = [line for line in near if abs(line.baseline - first.baseline) < nearest + weights.NEIGHBOUR_ROW_EM * size]
        if any(
            abs(line.size - size) <= weights.STRETCHED_SIZE_SHARE * size and _covers(line, first, second)
            for line in row
        ):
            is_covered = True
        elif any(_shows_gutter(line, first, second) for line in row):
            return False
    return is_covered


def _shows_gutter(line: TextLine, first: TextLine, second: TextLine) -> bool:
    """Whether a line leaves the gap between two fragments free: it is not only the short last line of a paragraph, the
    indented first one, which has text in the gap, or a line beside a picture, which begins farther right.
    """
    if line.right <= first.right or line.left >= second.left + first.size:
        return False
    is_over_gap = line.left <= (first.right + second.left) / 2 and line.right >= second.left + first.size
    is_indented = 0 < line.left - first.left <= weights.STRETCHED_INDENT_EM * first.size
    return not (is_over_gap and is_indented) or is_formula_part(first.text) or is_formula_part(second.text)


def _covers(line: TextLine, first: TextLine, second: TextLine) -> bool:
    """Whether a line has text in the gap between two fragments, and a little over each, or over all of a short one."""
    size = first.size
    left, right = max(first.right - size, first.left), min(second.left + size, second.right)
    slack = _COVER_SLACK_SHARE * size
    return line.left <= left + slack and line.right >= right - slack
