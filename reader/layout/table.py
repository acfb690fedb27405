"""Sets tables: as columns, as columns that are scrolled sideways, or as a list."""

from __future__ import annotations

from reader.layout.inserts import measured_with
from reader.layout.piece import EMPTY, Line, Marked, Piece
from reader.layout.width import HYPHEN, cell_width
from reader.model.passage import cell_offsets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.layout.typesetting import Typesetting
    from reader.model.magazine import ColumnAlign, Table
    from reader.model.text import Prose, Text

    Part = tuple[Line, ...]
    """Lines of a whole text or of a row of a table; they begin beside their counterpart."""

GAP_CELLS = 2
"""Width between two columns of a table."""
MIN_TABLE_COLUMN_CELLS = 4
"""Minimum width of a column that is narrowed."""
COMFORTABLE_CELLS = 24
"""Maximum width of a column of a table that is scrolled sideways."""


def set_table(
    table: Table, language: str, width_cells: int, how: Typesetting, *, as_list: bool = False
) -> Iterator[Part]:
    """Yields the parts of a table: caption, header with its rule, rows; texts of cells are wrapped.

    A table with more columns than fit is set as a list, or wider than the column if tables are scrolled.
    """
    offsets = cell_offsets(table, language)
    if table.caption:
        start = next(offsets)[0]
        prose = table.caption.get(language)
        yield tuple(Line(tuple(line)) for line in filled(prose, start, width_cells, how, "head"))
    widths = None if as_list else fitting_widths(table, language, width_cells, how)
    if widths is None and how.scrolled_tables:
        widths = comfortable_widths(*needs(table, language, how))
    all_cells = sum(widths) + GAP_CELLS * (len(widths) - 1) if widths else 0
    wide = all_cells > width_cells
    space = (EMPTY,) if table.caption else ()
    all_spans = row_spans(table)
    for number, (row, starts) in enumerate(zip(table_rows(table), offsets, strict=True)):
        style = "head" if number == 0 and table.header else ""
        spans = all_spans[number]
        proses = [cell.get(language) for cell in row]
        if widths is None:
            lines = tuple(_list_row(proses, starts, width_cells, how, style))
        else:
            places = spanned(widths, spans, len(row))
            set_row = _table_row(proses, starts, places, table.align, how, style)
            lines = tuple(Line(tuple(pieces), wide) for pieces in set_row)
            lines += (Line((Piece("─" * all_cells, style="rule"),), wide),) if style else ()
        yield (*space, *lines) if lines else ()
        space = () if lines else space


def fitting_widths(table: Table, language: str, width_cells: int, how: Typesetting) -> list[int] | None:
    """Returns the widths of a table's columns in cells, or None if they do not fit beside each other."""
    natural, least = needs(table, language, how)
    room = width_cells - GAP_CELLS * (len(natural) - 1)
    widths = column_widths(natural, least, room)
    return widths if sum(widths) <= room else None


def column_widths(natural: list[int], least: list[int], room: int) -> list[int]:
    """Returns the widths of a table's columns in cells, narrowed from the ``natural`` ones to fit, the widest first.

    No column is narrowed below its ``least`` or below :data:`MIN_TABLE_COLUMN_CELLS`: the sum may exceed the room.
    """
    widths = [max(1, width) for width in natural]
    floors = [min(w, max(MIN_TABLE_COLUMN_CELLS, floor)) for w, floor in zip(widths, least, strict=True)]
    while (excess := sum(widths) - room) > 0:
        wide = [k for k, width in enumerate(widths) if width > floors[k]]
        if not wide:
            break
        widest = max(wide, key=widths.__getitem__)
        second = max((widths[k] for k in wide if k != widest), default=0)
        widths[widest] = max(floors[widest], min(widths[widest] - 1, max(widths[widest] - excess, second)))
    return widths


def comfortable_widths(natural: list[int], least: list[int]) -> list[int]:
    """Returns the widths of columns that need not fit: limited, but not below the widest word."""
    return [max(1, min(need, max(COMFORTABLE_CELLS, word))) for need, word in zip(natural, least, strict=True)]


def needs(table: Table, language: str, how: Typesetting) -> tuple[list[int], list[int]]:
    """Returns the width of the widest text, and of the widest word, for each column."""
    rows = [[cell.get(language) for cell in row] for row in table_rows(table)]
    columns = range(max(map(len, rows), default=0))
    all_spans = row_spans(table)
    texts = [
        [
            measured_with(p, how)[0]
            for row, spans in zip(rows, all_spans, strict=True)
            if k < len(row) and k not in spans and (p := row[k])
        ]
        for k in columns
    ]
    natural = [max((text.width_cells for text in column), default=0) for column in texts]
    least = [max((text.widest_word_cells for text in column), default=0) for column in texts]
    for row, spans in zip(rows, all_spans, strict=True):
        for column, count in spans.items():
            if column < len(row) and (prose := row[column]):
                text = measured_with(prose, how)[0]
                for widths, need in ((natural, text.width_cells), (least, text.widest_word_cells)):
                    over = widths[column : column + count]
                    widths[column + len(over) - 1] += max(0, need - sum(over) - GAP_CELLS * (len(over) - 1))
    return natural, least


def row_spans(table: Table) -> list[dict[int, int]]:
    """Returns for each of :func:`table_rows` the number of columns of each cell that is over several."""
    found: list[dict[int, int]] = [{} for _ in (table.header, *table.rows)]
    for span in table.spans:
        found[span.row][span.column] = span.columns
    return [spans for spans, row in zip(found, (table.header, *table.rows), strict=True) if row]


def spanned(widths: list[int], spans: Mapping[int, int], count: int) -> list[tuple[int, int]]:
    """Returns the first column and the width of each cell of a row of a number of columns."""
    found = []
    column = 0
    while column < min(count, len(widths)):
        over = widths[column : column + spans.get(column, 1)]
        found.append((column, sum(over) + GAP_CELLS * (len(over) - 1)))
        column += len(over)
    return found


def table_rows(table: Table) -> list[tuple[Text, ...]]:
    """Returns the rows that have cells, the header first."""
    return [row for row in (table.header, *table.rows) if row]


def filled(prose: Prose | None, start: int, width_cells: int, how: Typesetting, style: str) -> list[list[Piece]]:
    """Returns the lines of a cell's text, which begins at the offset ``start`` of the table's text."""
    if prose is None:
        return []
    text, inserts = measured_with(prose, how)
    marked = Marked(prose)
    lines = text.fill(width_cells)
    filled = []
    for left, right in lines:
        pieces = marked.pieces(left, right, start, style, text.blanks(left, right), inserts)
        filled.append([*pieces, Piece(HYPHEN, style=pieces[-1].style)] if text.is_divided(right) else pieces)
    return filled


def _table_row(
    row: list[Prose | None],
    starts: list[int],
    places: list[tuple[int, int]],
    aligns: Sequence[ColumnAlign],
    how: Typesetting,
    style: str,
) -> Iterator[list[Piece]]:
    """Yields the lines of a row in columns."""
    cells = [filled(row[column], starts[column], width, how, style) for column, width in places]
    yield from in_columns(cells, places, aligns)


def in_columns(
    cells: list[list[list[Piece]]], places: list[tuple[int, int]], aligns: Sequence[ColumnAlign]
) -> Iterator[list[Piece]]:
    """Yields lines with the lines of cells beside each other.

    Args:
        cells: A list of pieces for each line of each cell.
        places: The first column of each cell and its width, as :func:`spanned` returns them.
        aligns: The alignment of each column; all are at the left if there is none.
    """
    for level in range(max(map(len, cells), default=0)):
        line: list[Piece] = []
        for number, (cell, (column, width)) in enumerate(zip(cells, places, strict=True)):
            part = cell[level] if level < len(cell) else []
            room = max(0, width - cell_width("".join(piece.text for piece in part)))
            before = _blanks_before(room, aligns[column] if column < len(aligns) and part else "left")
            if before:
                line.append(Piece(" " * before))
            line += part
            if number < len(cells) - 1:
                line.append(Piece(" " * (room - before + GAP_CELLS)))
        yield line


def _blanks_before(room_cells: int, align: ColumnAlign) -> int:
    """Returns the number of blanks before a text that leaves some room in its column."""
    return {"left": 0, "center": room_cells // 2, "right": room_cells}[align]


def _list_row(
    row: list[Prose | None], starts: list[int], width_cells: int, how: Typesetting, style: str
) -> Iterator[Line]:
    """Yields the lines of a row set as a list: the cells under each other, indented after the first."""
    hang = 0
    for prose, start in zip(row, starts, strict=True):
        if prose and prose.text:
            lead = (Piece(" " * hang),) if hang else ()
            for line in filled(prose, start, width_cells - hang, how, style):
                yield Line((*lead, *line))
            hang = GAP_CELLS if width_cells > 2 * GAP_CELLS else 0
