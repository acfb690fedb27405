"""Frames of tables with rules between their rows and none between their columns, which the gaps in all rows part."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from reader.importing.pdf.page.rules import PrintedRule, RuledFrame, level_rules
from reader.importing.pdf.weights import blocks as weights
from reader.importing.pdf.weights import page as page_weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

    _Row = list[TextLine]


def frames_between_rules(boxes: Sequence[Box], lines: Sequence[TextLine]) -> list[RuledFrame]:
    """Returns the frames of rules of one width under each other with a row of cells between every two of them."""
    found = []
    for rules in _ladders(level_rules(boxes)):
        rows = [_lines_between(above, below, lines) for above, below in pairwise(rules)]
        gaps = _gaps(rows)
        if gaps and all(rows) and _are_rows(rows, gaps):
            top, bottom = rules[0].at, rules[-1].at
            found.append(RuledFrame(tuple(rules), tuple(PrintedRule(at, top, bottom) for at in gaps)))
    return found


def _ladders(rules: Iterable[PrintedRule]) -> Iterator[list[PrintedRule]]:
    """Yields the groups of rules that begin and end at the same places, each a row below the one before."""
    groups: list[list[PrintedRule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        for group in groups:
            last = group[-1]
            is_below = 0 < rule.at - last.at <= weights.LADDER_ROW_MAX_PT
            ends = abs(rule.start - last.start), abs(rule.end - last.end)
            if is_below and max(ends) <= page_weights.RULE_NEAR_PT:
                group.append(rule)
                break
        else:
            groups.append([rule])
    for group in groups:
        if len(group) > weights.LADDER_MIN_ROWS:
            yield group


def _lines_between(above: PrintedRule, below: PrintedRule, lines: Iterable[TextLine]) -> _Row:
    """Returns the lines between two rules."""
    return [
        line
        for line in lines
        if above.at < line.baseline - line.size / 3 < below.at
        and above.start < (line.left + line.right) / 2 < above.end
    ]


def _gaps(rows: Iterable[_Row]) -> list[float]:
    """Returns the middles of the gaps between the columns that no line of any row is in."""
    found: list[float] = []
    reach = float("inf")
    for line in sorted((line for row in rows for line in row), key=lambda line: line.left):
        if line.left - reach >= weights.LADDER_GAP_EM * line.size:
            found.append((reach + line.left) / 2)
        reach = line.right if reach == float("inf") else max(reach, line.right)
    return found


def _are_rows(rows: Sequence[_Row], gaps: Sequence[float]) -> bool:
    """Whether most rows have several cells, one of them of a line, unlike columns of text between rules.

    Tables whose cells are all of a line need no rules: they are read by `table_grids.py`.
    """
    counts = []
    several = 0
    for row in rows:
        cells = [0] * (len(gaps) + 1)
        for line in row:
            cells[sum(gap < line.left for gap in gaps)] += 1
        filled = [count for count in cells if count]
        several += len(filled) > 1 and min(filled) == 1
        counts += filled
    is_long = max(counts) > 1 and median(counts) <= weights.LADDER_CELL_LINES
    return is_long and several >= weights.LADDER_ROWS_MIN_SHARE * len(rows)
