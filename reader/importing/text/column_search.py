"""Column search: chooses the column layout of a language, and reads its lines in columns."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter

from reader.importing.scripts import HAN, LATIN
from reader.importing.text import weights
from reader.importing.text.beam_search import NARROW_BEAM, WIDE_BEAM, BeamSearch, ColumnReading
from reader.importing.text.column_layout import ColumnLayout, candidate_layouts
from reader.importing.text.fragment_scores import LineWidths
from reader.importing.text.fragments import BEGINNING, CONTINUATION, OUTSIDE, take_words
from reader.importing.text.outside_scores import settle_outside, sure_spans
from reader.importing.text.score_margins import ScoreMargins
from reader.importing.text.text_runs import runs_by_script
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from reader.importing.scripts import Script
    from reader.importing.text.caption_candidates import CaptionCandidate
    from reader.importing.text.fragments import Assignment, Fragment
    from reader.importing.text.text_runs import TextRun, WordSpan

_ENOUGH_RUNS = 60
"""Number of the first runs of a page on which layouts are tried."""
_MANY_RUNS = 120
"""Number of runs above which a page is read with a narrow beam."""
_FEWEST_FULL_LINES = 5
"""Minimum number of full lines by which columns are measured."""
_NEXT_LINE_DISTANCE = 4
"""Distance in lines from which on a line is not the next one of its column."""


def choose_layout(runs: Sequence[TextRun]) -> ColumnLayout:
    """Returns the layout of the runs of one language that reads best: each candidate is tried with a narrow beam."""
    candidates = candidate_layouts(runs)
    if len(candidates) < 2:
        return candidates[0]
    readings = [BeamSearch(runs[:_ENOUGH_RUNS], layout, {}).read(NARROW_BEAM) for layout in candidates]
    return max(readings, key=lambda reading: reading.score + reading.layout.prior).layout


def read_columns(runs: Sequence[TextRun], layout: ColumnLayout, outside: Mapping[WordSpan, float]) -> ColumnReading:
    """Reads the runs of one language in columns; in English, lines are measured in a first reading for a second one.

    ``outside`` are the scores of words outside all columns.
    """
    if not runs:
        return ColumnReading(layout, (), ScoreMargins())
    beam = WIDE_BEAM if len(runs) <= _MANY_RUNS else NARROW_BEAM
    reading = BeamSearch(runs, layout, outside).read(beam)
    widths = _full_widths_em(reading)
    if len(widths) < _FEWEST_FULL_LINES or layout.is_han or beam < WIDE_BEAM:
        return reading
    middle = widths[len(widths) // 2]
    deviations = sorted(abs(width - middle) for width in widths)
    spread = max(weights.MEASURE_LEAST_SPREAD_EM, weights.MEASURE_SPREADS * deviations[len(widths) // 2])
    widest = max(width for width in widths if width <= middle + weights.MEASURE_WIDEST_SPREADS * spread)
    measured = ColumnLayout(widest, layout.columns)
    return BeamSearch(runs, measured, outside, LineWidths(middle, spread)).read(beam)


def _full_widths_em(reading: ColumnReading) -> list[float]:
    """Returns the widths of lines that continue in the next line, as these fill their column; the narrowest first."""
    widths: list[float] = []
    for column in range(reading.layout.columns):
        fragments = [
            fragment
            for fragment, at, role in reading.assignments
            if at == column and role in (CONTINUATION, BEGINNING) and not fragment.drop_cap_em
        ]
        widths += [
            first.width_em
            for first, second in pairwise(fragments)
            if not first.is_closed and second.line - first.line < _NEXT_LINE_DISTANCE
        ]
    return sorted(width for width in widths if width > weights.MEASURE_LEAST_SHARE * reading.layout.width_em)


@record
class PageColumns:
    """The columns of a page in both languages, and the words outside all of them, in the order of the page."""

    readings: Mapping[Script, ColumnReading]
    outside: tuple[Fragment, ...]

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """The fragments of both languages in their columns."""
        return tuple(assignment for reading in self.readings.values() for assignment in reading.assignments)


def read_page_columns(
    runs: Sequence[TextRun],
    layouts: Mapping[Script, ColumnLayout],
    captions: Sequence[CaptionCandidate],
    outside: Mapping[WordSpan, float],
) -> PageColumns:
    """Reads a page in columns: English first, then Chinese, because captions in English help to find those in Chinese.

    ``outside`` are the scores of words outside all columns; those that are sure are taken out before.
    """
    left, fragments = take_words(runs, sure_spans(outside))
    by_script = runs_by_script(left)
    readings: dict[Script, ColumnReading] = {}
    for script in (LATIN, HAN):
        readings[script] = read_columns(by_script[script], layouts[script], outside)
        fragments += [fragment for fragment, _, role in readings[script].assignments if role == OUTSIDE]
        outside = settle_outside(outside, captions, {fragment.span for fragment in fragments})
    return PageColumns(readings, tuple(sorted(fragments, key=attrgetter("span"))))
