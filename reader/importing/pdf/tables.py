"""Tables on a page: short lines beside each other, in rows that follow each other, in columns that align."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from reader.importing.credits import is_credit
from reader.importing.pdf.lines import Extent
from reader.importing.pdf.stacks import stacks_of
from reader.importing.scripts import count_han, count_latin_words
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.lines import Line
    from reader.importing.pdf.sheets import Box
    from reader.importing.pdf.stacks import Stack

MIN_ROWS = 3
FILL = 0.75
"""Cells fill less of the way to the next one than the lines of text columns do."""
MIN_TEXT, TEXT_FILL = 8.0, 0.85
"""Sizes that a column of text is wide at least, and the share of it that most of its lines fill."""
_ROW_STEP = 3.0
_SAME_SIZE = 0.16
_ALIGNED = 0.8
_RULE = 3.0


@record
class Grid(Extent):
    """A table: its lines, and its rows of cells."""

    lines: tuple[Line, ...]
    rows: tuple[tuple[str, ...], ...]


def grids_of(lines: Sequence[Line], boxes: Sequence[Box]) -> list[Grid]:
    """Returns the tables among the lines of a page."""
    found: list[Grid] = []
    run: list[list[Line]] = []
    texts = [stack for stack in stacks_of(lines) if _is_text(stack)]
    in_text = {id(line) for stack in texts for line in stack.lines}
    for row in [*_rows([line for line in lines if id(line) not in in_text]), []]:
        if run and row and _goes_on(run[-1], row):
            run.append(row)
            continue
        run = _trimmed(run)
        if len(run) >= MIN_ROWS and (grid := _grid(run, boxes)):
            found.append(grid)
        run = [row] if row else []
    return found


def _is_text(stack: Stack) -> bool:
    """Whether lines under each other are a column of text: most of them fill its width, which cells do not."""
    fills = [line.width / stack.width for line in stack.lines]
    return len(fills) >= MIN_ROWS and stack.width >= MIN_TEXT * stack.size and median(fills) >= TEXT_FILL


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Returns runs of two or more short lines on one baseline, from the top down.

    Lines that fill their column break a row: text stands beside the table.
    """
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (round(line.baseline), line.left)):
        if count_han(line.text) > 16 or count_latin_words(line.text) > 7:
            continue
        for row in rows[-8:]:
            last = row[-1]
            if (
                abs(last.baseline - line.baseline) < 0.35 * line.size
                and 0 < line.left - last.right < 16 * line.size
                and abs(last.size - line.size) <= _SAME_SIZE * line.size
            ):
                row.append(line)
                break
        else:
            rows.append([line])
    return [row for row in rows if len(row) > 1]


def _trimmed(run: list[list[Line]]) -> list[list[Line]]:
    """Returns rows without what stands beside a table in one of them: at its end, in no column that another row has."""
    if len(run) < MIN_ROWS:
        return run
    found = []
    for row in run:
        others = [cell for other in run if other is not row for cell in other]
        kept = list(row)
        for end in (0, -1):
            if len(kept) > 2 and not any(_aligns(kept[end], cell) for cell in others):
                del kept[end]
        found.append(kept)
    return found


def _goes_on(above: list[Line], row: list[Line]) -> bool:
    step, size = row[0].baseline - above[0].baseline, row[0].size
    if not 0.8 * size < step < _ROW_STEP * size or abs(size - above[0].size) > _SAME_SIZE * size:
        return False
    aligned = sum(any(_aligns(cell, other) for other in above) for cell in row)
    return aligned >= _ALIGNED * min(len(row), len(above))


def _aligns(cell: Line, other: Line) -> bool:
    near = 0.7 * cell.size
    return (
        abs(cell.left - other.left) < near
        or abs(cell.right - other.right) < near
        or abs(cell.left + cell.right - other.left - other.right) < 2 * near
    )


def _grid(run: list[list[Line]], boxes: Sequence[Box]) -> Grid | None:
    """Returns a table of rows, if they are one and not captions or text in columns."""
    cells = [cell for row in run for cell in row]
    if any(is_credit(cell.text) for cell in cells):
        return None
    sides = [{cell.side for cell in row if cell.side} for row in run]
    if len({tuple(side) for side in sides}) > 1 and all(len(side) == 1 for side in sides) and len(run) < 5:
        return None  # captions in two languages beside each other
    fills = [cell.width / max(1.0, after.left - cell.left) for row in run for cell, after in pairwise(row)]
    if median(fills) > FILL:
        return None
    wide = max(len(row) for row in run)
    left, right = min(cell.left for cell in cells), max(cell.right for cell in cells)
    top, bottom = run[0][0].top - 12, run[-1][0].bottom + 12
    rules = sum(
        box.height <= _RULE and box.width > 0.5 * (right - left) and top <= box.top <= bottom and box.left < right
        for box in boxes
    )
    numbers = sum(any(char.isdigit() for char in cell.text) for cell in cells)
    held = any(box.height > _RULE and box.holds(left, top + 12, right, bottom - 12) for box in boxes)
    if wide < 3 and not (rules >= 2 or (held and len(run) >= MIN_ROWS) or (len(run) >= 4 and numbers * 3 > len(cells))):
        return None
    starts = max(run, key=len)
    return Grid(tuple(cells), tuple(_cells(row, starts) for row in run))


def _cells(row: list[Line], columns: list[Line]) -> tuple[str, ...]:
    """Returns the cells of a row, with empty ones where it has none in a column."""
    cells = [""] * len(columns)
    for cell in row:
        at = min(
            range(len(columns)), key=lambda n: min(abs(columns[n].left - cell.left), abs(columns[n].right - cell.right))
        )
        cells[at] = f"{cells[at]} {cell.text}".strip()
    return tuple(cells)
