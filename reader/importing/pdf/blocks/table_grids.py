"""Table grids: short lines beside each other, in consecutive rows and aligned columns."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from reader.importing.credits import is_credit
from reader.importing.pdf.blocks.text_blocks import blocks_of
from reader.importing.pdf.page.geometry import Box, bounding_box
from reader.importing.pdf.weights import blocks as weights
from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as text_lines_weights
from reader.importing.scripts import count_han, count_latin_words
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.blocks.text_blocks import TextBlock
    from reader.importing.pdf.text_lines.text_line import TextLine

    _Row = list[TextLine]
    """The cells of a row, from the left."""

_TABLE_OPEN_ROWS = 8
"""Number of last rows that a cell may belong to."""


@record
class TableGrid:
    """A table: its lines, its rows of cells, and its bounding box."""

    lines: tuple[TextLine, ...]
    rows: tuple[tuple[str, ...], ...]
    left: float
    top: float
    right: float
    bottom: float


def table_grids_of(lines: Sequence[TextLine], boxes: Sequence[Box], pictures: Sequence[Box] = ()) -> list[TableGrid]:
    """Returns the tables among the lines of a page; the captions of pictures in a row are none."""
    found: list[TableGrid] = []
    rows: list[_Row] = []
    in_text = {id(line) for block in blocks_of(lines) if _is_text_column(block) for line in block.lines}
    for row in [*_rows([line for line in lines if id(line) not in in_text]), []]:
        if rows and row and _continues(rows[-1], row):
            rows.append(row)
            continue
        rows = _without_strays(rows)
        if len(rows) >= weights.TABLE_MIN_ROWS and _is_table(rows, boxes) and not _are_under_pictures(rows, pictures):
            found.append(_grid(rows))
        rows = [row] if row else []
    return found


def _is_text_column(block: TextBlock) -> bool:
    """Whether lines under each other are a column of text: most of them fill its width, as cells do not."""
    return (
        len(block.lines) >= weights.TABLE_MIN_ROWS
        and block.width >= weights.TEXT_COLUMN_MIN_EM * block.size
        and median(line.width for line in block.lines) >= weights.TEXT_COLUMN_MIN_FILL * block.width
    )


def _rows(lines: Sequence[TextLine]) -> list[_Row]:
    """Returns two or more short lines on one baseline as rows, from the top down.

    A line as long as text ends a row: that is beside the table.
    """
    rows: list[_Row] = []
    for line in sorted(lines, key=lambda line: (round(line.baseline), line.left)):
        is_long = (
            count_han(line.text) > weights.CELL_MAX_CHARACTERS or count_latin_words(line.text) > weights.CELL_MAX_WORDS
        )
        if is_long:
            continue
        for row in rows[-_TABLE_OPEN_ROWS:]:
            last = row[-1]
            if (
                abs(last.baseline - line.baseline) < text_lines_weights.ROW_BASELINE_EM * line.size
                and 0 < line.left - last.right < weights.CELL_MAX_GAP_EM * line.size
                and abs(last.size - line.size) <= weights.TABLE_SIZE_SHARE * line.size
            ):
                row.append(line)
                break
        else:
            rows.append([line])
    return [row for row in rows if len(row) > 1]


def _without_strays(rows: list[_Row]) -> list[_Row]:
    """Returns rows without text beside the table: at the end of a row, and in no column of any other row."""
    if len(rows) < weights.TABLE_MIN_ROWS:
        return rows
    found = []
    for row in rows:
        others = [cell for other in rows if other is not row for cell in other]
        kept = list(row)
        for end in (0, -1):
            if len(kept) > 2 and not any(_is_aligned(kept[end], cell) for cell in others):
                del kept[end]
        found.append(kept)
    return found


def _continues(above: _Row, row: _Row) -> bool:
    """Whether a row is the next one of a table."""
    step, size = row[0].baseline - above[0].baseline, row[0].size
    if not weights.ROW_MIN_STEP_EM * size < step < weights.ROW_MAX_STEP_EM * size:
        return False
    if abs(size - above[0].size) > weights.TABLE_SIZE_SHARE * size:
        return False
    aligned = sum(any(_is_aligned(cell, other) for other in above) for cell in row)
    return aligned >= weights.TABLE_ALIGNED_SHARE * min(len(row), len(above))


def _is_aligned(cell: TextLine, other: TextLine) -> bool:
    """Whether two cells are aligned at the left, at the right or in the middle."""
    near = weights.CELL_ALIGNED_EM * cell.size
    return (
        abs(cell.left - other.left) < near
        or abs(cell.right - other.right) < near
        or abs(cell.left + cell.right - other.left - other.right) < 2 * near
    )


def _is_table(rows: Sequence[_Row], boxes: Sequence[Box]) -> bool:
    """Whether aligned rows are a table, and not captions or text in columns."""
    cells = [cell for row in rows for cell in row]
    if any(is_credit(cell.text) for cell in cells) or _are_captions(rows):
        return False
    fills = [cell.width / max(1.0, after.left - cell.left) for row in rows for cell, after in pairwise(row)]
    if median(fills) > weights.CELL_MAX_FILL:
        return False
    if max(len(row) for row in rows) > 2:
        return True
    if _count_of_rules(rows, boxes) >= weights.TABLE_MIN_RULES or _is_framed(rows, boxes):
        return True
    with_digits = sum(any(char.isdigit() for char in cell.text) for cell in cells)
    return len(rows) >= weights.NUMBER_TABLE_MIN_ROWS and with_digits > weights.NUMBER_TABLE_MIN_SHARE * len(cells)


def _are_under_pictures(rows: Sequence[_Row], pictures: Sequence[Box]) -> bool:
    """Whether each cell is close below a picture and as wide at most, and not all are below the same one."""
    above = set()
    for cell in (cell for row in rows for cell in row):
        own = [
            at
            for at, box in enumerate(pictures)
            if box.left - page_weights.BOX_SLACK_PT <= cell.left
            and cell.right <= box.right + cell.size
            and 0 <= cell.baseline - box.bottom <= weights.PICTURE_MAX_DISTANCE_PT
        ]
        if not own:
            return False
        above.add(own[0])
    return len(above) > 1


def _are_captions(rows: Sequence[_Row]) -> bool:
    """Whether rows are captions in two languages beside each other: each row is in one script, not all in the same."""
    scripts = [{cell.script for cell in row if cell.script} for row in rows]
    is_mixed = len({tuple(of_row) for of_row in scripts}) > 1
    return is_mixed and all(len(of_row) == 1 for of_row in scripts) and len(rows) < weights.CAPTION_ROWS


def _count_of_rules(rows: Sequence[_Row], boxes: Sequence[Box]) -> int:
    """Returns the number of horizontal rules in a table, or close over or under it."""
    table = bounding_box(cell for row in rows for cell in row)
    top = rows[0][0].top - weights.RULE_REACH_PT
    bottom = rows[-1][0].bottom + weights.RULE_REACH_PT
    return sum(
        box.height <= page_weights.RULE_MAX_PT
        and box.width > weights.RULE_MIN_WIDTH_SHARE * (table.right - table.left)
        and top <= box.top <= bottom
        and box.left < table.right
        for box in boxes
    )


def _is_framed(rows: Sequence[_Row], boxes: Sequence[Box]) -> bool:
    table = bounding_box(cell for row in rows for cell in row)
    area = Box(table.left, rows[0][0].top, table.right, rows[-1][0].bottom)
    return any(box.height > page_weights.RULE_MAX_PT and box.holds(area) for box in boxes)


def _grid(rows: Sequence[_Row]) -> TableGrid:
    lines = tuple(cell for row in rows for cell in row)
    columns = max(rows, key=len)
    box = bounding_box(lines)
    cells = tuple(_cells(row, columns) for row in rows)
    return TableGrid(lines, cells, box.left, box.top, box.right, box.bottom)


def _cells(row: _Row, columns: _Row) -> tuple[str, ...]:
    """Returns the texts of a row, with an empty one for each column in which it has none."""
    cells = [""] * len(columns)
    for cell in row:
        at = min(
            range(len(columns)), key=lambda n: min(abs(columns[n].left - cell.left), abs(columns[n].right - cell.right))
        )
        cells[at] = f"{cells[at]} {cell.text}".strip()
    return tuple(cells)
