"""Ruled tables: lines of text in the cells of a frame of rules, which may be joined and hold several lines."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from statistics import median

from reader.importing.pdf.blocks.line_joining import joined_lines
from reader.importing.pdf.blocks.rows_between_rules import frames_between_rules
from reader.importing.pdf.blocks.table_grids import TableGrid
from reader.importing.pdf.blocks.text_blocks import block_of
from reader.importing.pdf.page.geometry import bounding_box
from reader.importing.pdf.page.rules import PrintedRule, RuledFrame, ruled_frames
from reader.importing.pdf.weights import blocks as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.geometry import Box
    from reader.importing.pdf.text_lines.text_line import TextLine

    _Cell = tuple[int, int]
    """Row and column."""

_MAX_CELLS = 5000
"""Maximum number of cells of a frame; one with more is a drawing."""


def ruled_tables_of(lines: Sequence[TextLine], boxes: Sequence[Box], page_width: float) -> list[TableGrid]:
    """Returns the ruled tables of a page."""
    found: list[TableGrid] = []
    taken: set[int] = set()
    for frame in [*ruled_frames(boxes, page_width), *frames_between_rules(boxes, lines)]:
        table = _table(frame, [line for line in lines if id(line) not in taken])
        if table:
            found.append(table)
            taken |= {id(line) for line in table.lines}
    return sorted(found, key=lambda table: table.top)


def _table(frame: RuledFrame, lines: Iterable[TextLine]) -> TableGrid | None:
    """Returns the table of a frame; None if it is none."""
    tops = _distinct(rule.at for rule in frame.level)
    lefts = _distinct([*(rule.at for rule in frame.upright), *_open_sides(frame)])
    is_closed = _is_closed(frame, tops)
    tops += _open_foot(frame, tops[-1])
    lines = list(lines)
    if foot := _foot_of_open_row(tops, lefts, lines):
        frame = RuledFrame(frame.level, (*frame.upright, *(PrintedRule(at, tops[-1], foot) for at in lefts)))
        tops.append(foot)
    between = _open_row_edges(tops, lefts, lines)
    tops = sorted([*tops, *between])
    frame = RuledFrame((*frame.level, *(PrintedRule(at, lefts[0], lefts[-1]) for at in between)), frame.upright)
    rows, columns = len(tops) - 1, len(lefts) - 1
    if (
        rows < weights.RULED_MIN_ROWS
        or columns < weights.RULED_MIN_COLUMNS
        or rows * columns > _MAX_CELLS
        or not is_closed
    ):
        return None
    inside: dict[_Cell, list[TextLine]] = {}
    joined = _joined_cells(frame, tops, lefts)
    held: list[TextLine] = []
    for line in lines:
        across, down = (line.left + line.right) / 2, line.baseline - line.size / 3
        row, column = bisect_right(tops, down) - 1, bisect_right(lefts, across) - 1
        if 0 <= row < rows and 0 <= column < columns:
            inside.setdefault(joined[row, column], []).append(line)
            held.append(line)
    used = [
        {row for row, _ in inside} | {row for row, (top, foot) in enumerate(pairwise(tops)) if _has_room(foot - top)},
        {at for _, at in inside} | {at for at, (left, right) in enumerate(pairwise(lefts)) if _has_room(right - left)},
    ]
    if not _is_table(inside, len({joined[row, column] for row in used[0] for column in used[1]})):
        return None
    texts = [[_text(inside.get((row, column), ())) for column in range(columns)] for row in range(rows)]
    kept = [at for at in range(columns) if any(row[at] for row in texts)]
    found = tuple(tuple(row[at] for at in kept) for row in texts if any(row))
    if len(found) < weights.RULED_MIN_ROWS or len(kept) < weights.RULED_MIN_COLUMNS or not _has_rows(found):
        return None
    box = bounding_box(held)
    return TableGrid(tuple(held), found, box.left, box.top, box.right, box.bottom)


def _open_row_edges(tops: Sequence[float], lefts: Sequence[float], lines: Iterable[TextLine]) -> list[float]:
    """Returns the edges of rows without a rule between them: short cells on one baseline in most columns."""
    found = []
    for top, bottom in pairwise(tops):
        rows: list[list[TextLine]] = []
        inside = [
            line
            for line in lines
            if top < line.baseline - line.size / 3 < bottom and lefts[0] < (line.left + line.right) / 2 < lefts[-1]
        ]
        for line in sorted(inside, key=lambda line: line.baseline):
            if rows and line.baseline - rows[-1][0].baseline <= weights.OPEN_ROWS_BASELINE_EM * line.size:
                rows[-1].append(line)
            else:
                rows.append([line])
        if len(rows) >= weights.OPEN_ROWS_MIN and _are_open_rows(rows, lefts):
            found += [
                (above[0].baseline + row[0].baseline - row[0].size * 2 / 3) / 2
                for above, row in pairwise(rows)
                if not _goes_on(above, row)
            ]
    return found


def _foot_of_open_row(tops: Sequence[float], lefts: Sequence[float], lines: Iterable[TextLine]) -> float | None:
    """Returns the end of a last row without a ground or a rule: cells in most columns, close under the last edge."""
    if len(lefts) <= weights.OPEN_FOOT_MIN_COLUMNS or len(tops) < weights.RULED_MIN_ROWS:
        return None
    reach = tops[-1] + max(below - above for above, below in pairwise(tops))
    below = [
        line
        for line in sorted(lines, key=lambda line: line.baseline)
        if tops[-1] < line.baseline - line.size / 3 < reach and line.left < lefts[-1] and line.right > lefts[0]
    ]
    if not below or below[0].baseline - tops[-1] > weights.OPEN_FOOT_STEP_EM * below[0].size:
        return None
    foot, columns = below[0].baseline, set()
    for line in below:
        column = bisect_right(lefts, line.left) - 1
        is_next = line.baseline - foot <= weights.OPEN_FOOT_STEP_EM * line.size
        if not is_next or column < 0 or line.right > lefts[column + 1]:
            break
        foot = max(foot, line.baseline)
        if line.baseline - below[0].baseline <= weights.OPEN_ROWS_BASELINE_EM * line.size:
            columns.add(column)
    return foot + below[0].size / 3 if len(columns) * 2 > len(lefts) else None


def _are_open_rows(rows: Sequence[Sequence[TextLine]], lefts: Sequence[float]) -> bool:
    """Whether most of the lines between two rules of a table are rows: a first cell, and others beside it."""
    fills = []
    count = 0
    for row in rows:
        columns = [bisect_right(lefts, (line.left + line.right) / 2) - 1 for line in row]
        fills += [line.width / (lefts[at + 1] - lefts[at]) for line, at in zip(row, columns, strict=True)]
        count += min(columns) == 0 and max(columns) > 0
    return count >= weights.OPEN_ROWS_MIN_SHARE * len(rows) and median(fills) <= weights.CELL_MAX_FILL


def _goes_on(above: Sequence[TextLine], row: Sequence[TextLine]) -> bool:
    """Whether a first cell goes on in the next line, in which only one of both has other cells."""
    first = min(row, key=lambda line: line.left)
    return min(len(above), len(row)) == 1 and first.text[:1].islower()


def _has_room(side: float) -> bool:
    """Whether a row or column is more than the padding of cells beside it."""
    return side > weights.RULED_CELL_MIN_PT


def _is_closed(frame: RuledFrame, tops: Sequence[float]) -> bool:
    """Whether the uppermost and the lowest rule go over the whole width, unlike those of boxes beside each other."""
    left, right = _open_sides(frame)
    for place in (tops[0], tops[-1]):
        covered = sum(
            rule.end - rule.start for rule in frame.level if abs(rule.at - place) <= 3 * weights.RULED_SLACK_PT
        )
        if covered < weights.RULED_EDGE_MIN_COVERED_SHARE * (right - left):
            return False
    return True


def _open_foot(frame: RuledFrame, last: float) -> list[float]:
    """Returns the place at which upright rules end together below the last level one: the last row is open there."""
    ends = [
        rule.end
        for rule in frame.upright
        if rule.start <= last + weights.RULED_SLACK_PT and rule.end > last + weights.RULED_ROW_MIN_PT
    ]
    is_row = len(ends) >= weights.RULED_MIN_COLUMNS and max(ends) - min(ends) <= 3 * weights.RULED_SLACK_PT
    return [max(ends)] if is_row and max(ends) - last <= weights.RULED_ROW_MAX_PT else []


def _open_sides(frame: RuledFrame) -> list[float]:
    """Returns the left and right ends of a frame's level rules: the outer columns may have no rule at their side."""
    return [min(rule.start for rule in frame.level), max(rule.end for rule in frame.level)]


def _distinct(places: Iterable[float]) -> list[float]:
    """Returns places in order, of those close to each other the first."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > 3 * weights.RULED_SLACK_PT:
            found.append(place)
    return found


def _joined_cells(frame: RuledFrame, tops: Sequence[float], lefts: Sequence[float]) -> dict[_Cell, _Cell]:
    """Returns for each cell the first one of those that no rule divides from it."""
    rows, columns = list(pairwise(tops)), list(pairwise(lefts))
    first: dict[_Cell, _Cell] = {}
    for row, (top, bottom) in enumerate(rows):
        for column, (left, right) in enumerate(columns):
            cell = (row, column)
            if row and not _is_divided(frame.level, top, (left + right) / 2):
                first[cell] = first[row - 1, column]
            elif column and not _is_divided(frame.upright, left, (top + bottom) / 2):
                first[cell] = first[row, column - 1]
            else:
                first[cell] = cell
    return first


def _is_divided(rules: Iterable[PrintedRule], at: float, place: float) -> bool:
    return any(abs(rule.at - at) <= 3 * weights.RULED_SLACK_PT and rule.start <= place <= rule.end for rule in rules)


def _is_table(inside: dict[_Cell, list[TextLine]], cells: int) -> bool:
    """Whether cells with text are those of a table."""
    counts = [len({round(line.baseline) for line in lines}) for lines in inside.values()]
    return (
        len(inside) >= weights.RULED_MIN_ROWS * weights.RULED_MIN_COLUMNS
        and len(inside) >= weights.RULED_CELLS_MIN_FILLED_SHARE * cells
        and max(counts) <= weights.RULED_CELL_MAX_LINES
        and sum(counts) <= weights.RULED_CELLS_MAX_MEAN_LINES * len(counts)
    )


def _has_rows(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows have several cells with text, unlike the lines of a text that each have a ground of their own."""
    several = sum(sum(map(bool, row)) >= weights.RULED_MIN_COLUMNS for row in rows)
    return several >= weights.RULED_ROWS_MIN_SHARE * len(rows)


def _text(lines: Sequence[TextLine]) -> str:
    """Returns the text of a cell."""
    if not lines:
        return ""
    ordered = sorted(lines, key=lambda line: (round(line.baseline), line.left))
    return joined_lines(ordered, block_of(ordered).script)
