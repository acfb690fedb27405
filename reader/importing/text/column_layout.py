"""Column layouts: the possible widths of the columns of one language, and their possible numbers side by side."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from reader.importing.text import weights
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.text.text_runs import TextRun

_MOST_COLUMNS = 4
_COUNTS_OF_WIDTH = 2
"""Number of counts of columns that are tried with a width: the fewest that fit, and one more."""
_NARROWEST_EM, _WIDEST_EM = 8.0, 48.0
"""Widths of columns."""
_NARROWEST_PART_EM = 11.0
"""Minimum width of columns that are never alone in a line."""
_HAN_FEWEST_EM, _HAN_COLUMN_EM = 6, 5
"""Minimum widths of Chinese between gutters: to measure columns by, and to count as a column."""
_FEWEST_WORDS = 3
"""Minimum number of words of an English run by which columns are measured."""
_FEWEST_TIMES, _FEW_LINES = 2, 4
"""Minimum number of lines with a number of Chinese columns side by side; on a page with few lines, one is enough."""


@record
class ColumnLayout:
    """The columns of one language."""

    width_em: float
    """Width of a full line."""
    columns: int
    """Number of columns side by side."""
    is_han: bool = False
    is_indented: bool = False
    """Whether paragraphs in Han characters begin two ems in."""

    @property
    def tolerance_em(self) -> float:
        """Width by which full lines may be narrower than the column."""
        if self.is_han:
            return weights.HAN_TOLERANCE_EM
        return weights.LATIN_TOLERANCE_EM + weights.LATIN_TOLERANCE_SHARE * self.width_em

    @property
    def prior(self) -> float:
        """Score of such columns before anything is read, in nats."""
        too_wide_em = max(0.0, self.width_em - weights.USUAL_COLUMN_EM)
        return weights.COLUMN_MORE * (self.columns - 1) + weights.COLUMN_TOO_WIDE * too_wide_em


def candidate_layouts(runs: Sequence[TextRun]) -> list[ColumnLayout]:
    """Returns the possible layouts of the runs of one language, the likeliest by their widths first."""
    return _han_layouts(runs) if runs and runs[0].is_han else _latin_layouts(runs)


def densest_width_em(widths: Iterable[float], spread_em: float) -> float:
    """Returns the upper end of the densest stretch of ``spread_em``; the wider one of equals; 0 for no widths."""
    ordered = sorted(widths)
    most, found = 0, 0.0
    start = 0
    for end, width in enumerate(ordered):
        while width - ordered[start] > spread_em:
            start += 1
        if end - start + 1 >= most:
            most, found = end - start + 1, width
    return found


def _widest_near(widths: Iterable[float], width_em: float) -> float:
    """Returns the widest of the widths that go on from one without a gap, up to a little wider."""
    widest = width_em
    for each in sorted(widths):
        if widest < each <= min(widest + weights.FULL_LINE_STEP_EM, width_em * weights.FULL_LINE_EXCESS_SHARE):
            widest = each
    return widest


def _latin_layouts(runs: Sequence[TextRun]) -> list[ColumnLayout]:
    widths = [run.whole_width_em for run in runs if len(run.words) >= _FEWEST_WORDS]
    wide = [width for width in widths if width > _NARROWEST_EM]
    full = _widest_near(widths, densest_width_em(wide, weights.LATIN_SPREAD_EM))
    if not full:
        return [ColumnLayout(max((run.whole_width_em for run in runs), default=0.0), 1)]
    narrower = [width for width in wide if width < full * weights.NARROWER_COLUMN_SHARE]
    alone = _widest_near(narrower, densest_width_em(narrower, weights.NARROWER_SPREAD_EM))
    parts = [full / columns - weights.PART_GUTTER_EM for columns in range(2, _MOST_COLUMNS + 1)]
    found: dict[tuple[int, int], ColumnLayout] = {}
    for width in (full, *parts, alone):
        least = _NARROWEST_EM if width in (full, alone) else _NARROWEST_PART_EM
        if least <= width <= _WIDEST_EM:
            for columns in list(_fitting_counts(widths, width))[:_COUNTS_OF_WIDTH]:
                found.setdefault((round(width), columns), ColumnLayout(width, columns))
    return list(found.values()) or [ColumnLayout(full, 1)]


def _fitting_counts(widths: Sequence[float], width_em: float) -> Iterator[int]:
    """Yields the numbers of columns of a width that are together as wide as nearly all lines."""
    column = width_em * weights.FIT_COLUMN_SHARE + weights.FIT_GUTTER_EM
    for columns in range(1, _MOST_COLUMNS + 1):
        too_wide = sum(each > columns * column + weights.FIT_SLACK_EM for each in widths)
        if too_wide <= weights.FIT_OUTLIER_SHARE * len(widths):
            yield columns


def _han_layouts(runs: Sequence[TextRun]) -> list[ColumnLayout]:
    widths: list[float] = []
    lines: dict[int, int] = {}
    for run in runs:
        edges = [0, *sorted(run.gutters), len(run.words)]
        parts = [run.width_em(start, end) for start, end in pairwise(edges)]
        widths += [part for part in parts if part >= _HAN_FEWEST_EM]
        in_columns = sum(part >= _HAN_COLUMN_EM for part in parts)
        lines[run.line] = lines.get(run.line, 0) + in_columns
    full = _han_width_em(widths)
    few_lines = len(lines) < _FEW_LINES
    counts = Counter(lines.values())
    returning = [columns for columns, times in counts.items() if columns and (times >= _FEWEST_TIMES or few_lines)]
    seen = min(max(returning, default=1), _MOST_COLUMNS)
    indented = sum(full - weights.HAN_INDENT_MOST_EM < width < full - weights.HAN_INDENT_LEAST_EM for width in widths)
    is_indented = indented > weights.HAN_INDENTED_SHARE * len(widths)
    counts_tried = range(seen, min(seen + 2, _MOST_COLUMNS) + 1)
    return [ColumnLayout(full, columns, is_han=True, is_indented=is_indented) for columns in counts_tried]


def _han_width_em(widths: Sequence[float]) -> float:
    """Returns the width of a full line, out of the widths of parts of lines between gutters."""
    top = densest_width_em(widths, weights.HAN_SPREAD_EM)
    near = sorted(width for width in widths if top - weights.HAN_SPREAD_EM <= width <= top)
    full = near[len(near) // 2] if near else 0.0
    wider = sorted(width for width in widths if weights.HAN_WIDER_LEAST_EM < width - full < weights.HAN_WIDER_MOST_EM)
    if wider and len(wider) >= weights.HAN_FULL_LINE_SHARE * len(near):  # most lines begin paragraphs
        full = wider[len(wider) // 3]
    return full
