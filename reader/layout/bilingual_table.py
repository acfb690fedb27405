"""Sets a table in two languages as one: both languages in a cell, cells that are equal once.

Each line has text of one side. The lines of the left language in a row come first, then those of the right one; a text
that both languages share is in the lines of the left one, and its pieces know their offset on the other side.
"""

from __future__ import annotations

from reader.layout.bars import second_lead
from reader.layout.piece import EMPTY, ORNAMENT, Line, Piece
from reader.layout.spaces import LEFT, RIGHT, SIDES, TextOffset
from reader.layout.spacing import with_gaps
from reader.layout.table import (
    GAP_CELLS,
    column_widths,
    comfortable_widths,
    filled,
    in_columns,
    needs,
    row_spans,
    spanned,
    table_rows,
)
from reader.layout.width import cell_width, pad
from reader.model.passage import cell_offsets
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from reader.layout.spaces import Side
    from reader.layout.typesetting import Typesetting
    from reader.model.magazine import ColumnAlign, Table
    from reader.model.text import Prose

    SidedLine = tuple[Side, Line]
    """A line, and the side that its text is of."""

LABEL_SEPARATOR = " · "
MAX_LABEL_SHARE = 3
"""Divisor of the width: the labels of a record take at most this part of it."""
MAX_CELL_LINES = 2
"""Lines of a cell in one language up to which a table in a narrow column has columns."""


@record
class BothCell:
    """A cell of a table in the left and in the right language."""

    proses: tuple[Prose | None, Prose | None]
    starts: tuple[int, int]
    """Offset of each prose in the table's text in its language."""

    @property
    def is_shared(self) -> bool:
        """Whether both languages have the same text."""
        left, right = self.proses
        return left is not None and right is not None and left.text == right.text

    def lines(self, side: Side, width_cells: int, how: Typesetting, style: str = "") -> list[list[Piece]]:
        """Returns the lines of one language; none for the right one where both share the text."""
        if side == RIGHT and self.is_shared:
            return []
        found = filled(self.proses[side], self.starts[side], width_cells, how, style)
        if not self.is_shared:
            return found
        by = self.starts[RIGHT] - self.starts[LEFT]
        return [
            [p if p.start == ORNAMENT else replace(p, other=TextOffset(p.start + by)) for p in line] for line in found
        ]


def set_both(
    table: Table, languages: tuple[str, str], width_cells: int, how: Typesetting, *, records: bool
) -> Iterator[SidedLine]:
    """Yields the lines of a table in two languages.

    Args:
        table: The table.
        languages: The left and the right language.
        width_cells: The width of both columns, or of the only one.
        how: The typesetting; a table without room may be scrolled sideways.
        records: Whether the table becomes a list of records where its columns would be narrow.
    """
    caption, rows = _cells(table, languages)
    widths = _widths(table, languages, width_cells, how, records=records)
    bars = ((), second_lead(width_cells)) if widths is None else ((), ())
    if caption:
        for side in SIDES:
            room = width_cells - sum(cell_width(bar.text) for bar in bars[side])
            for pieces in caption.lines(side, room, how, "head"):
                yield side, Line((*bars[side], *pieces))
    head, body = (rows[0], rows[1:]) if table.header and rows else ((), rows)
    if widths is None:
        lines = _records(head, body, width_cells, how)
    else:
        lines = _grid(_Rows(head, body, row_spans(table), table.align), widths, width_cells, how)
    for number, line in enumerate(lines):
        if caption and number == 0 and line[1] != EMPTY:
            yield LEFT, EMPTY
        yield line


def _cells(table: Table, languages: tuple[str, str]) -> tuple[BothCell | None, list[tuple[BothCell, ...]]]:
    """Returns the caption, and the cells of each row that has any, the header first."""
    offsets = list(zip(*(cell_offsets(table, language) for language in languages), strict=True))
    texts = ([(table.caption,)] if table.caption else []) + table_rows(table)
    rows = []
    for row, (left, right) in zip(texts, offsets, strict=True):
        proses = [(cell.get(languages[LEFT]), cell.get(languages[RIGHT])) for cell in row]
        rows.append(tuple(map(BothCell, proses, zip(left, right, strict=True))))
    return (rows[0][0], rows[1:]) if table.caption else (None, rows)


def _widths(
    table: Table, languages: tuple[str, str], width_cells: int, how: Typesetting, *, records: bool
) -> list[int] | None:
    """Returns the widths of the columns; None if the table is set as records."""
    both = [needs(table, language, how) for language in languages]
    natural, least = ([max(pair) for pair in zip(*sides, strict=True)] for sides in zip(*both, strict=True))
    room = width_cells - GAP_CELLS * (len(natural) - 1)
    widths = column_widths(natural, least, room)
    fits = sum(widths) <= room
    if records:
        is_easy = all(width * MAX_CELL_LINES >= need for width, need in zip(widths, natural, strict=True))
        return widths if fits and is_easy else None
    if fits:
        return widths
    return comfortable_widths(natural, least) if how.scrolled_tables else None


@record
class _Rows:
    """The rows of a table in columns."""

    head: Sequence[BothCell]
    body: Sequence[Sequence[BothCell]]
    spans: Sequence[Mapping[int, int]]
    """The number of columns of each cell over several, for the head, if there is one, and for each row."""
    aligns: Sequence[ColumnAlign]


def _grid(shown: _Rows, widths: list[int], width_cells: int, how: Typesetting) -> Iterator[SidedLine]:
    """Yields the lines of a table in columns; rows of several lines are parted by blank ones."""
    all_cells = sum(widths) + GAP_CELLS * (len(widths) - 1)
    is_wide = all_cells > width_cells
    places = [
        spanned(widths, spans, len(row))
        for row, spans in zip(([shown.head] if shown.head else []) + [*shown.body], shown.spans, strict=True)
    ]
    if shown.head:
        yield from _band(shown.head, places.pop(0), shown.aligns, how, "head", is_wide=is_wide)
        yield LEFT, Line((Piece("─" * all_cells, style="rule"),), is_wide)
    rows = [
        list(_band(row, at, shown.aligns, how, "", is_wide=is_wide)) for row, at in zip(shown.body, places, strict=True)
    ]
    is_parted = any(len(row) > 1 for row in rows)
    for number, row in enumerate(rows):
        if number and is_parted:
            yield LEFT, EMPTY
        yield from row


def _band(
    row: Sequence[BothCell],
    places: list[tuple[int, int]],
    aligns: Sequence[ColumnAlign],
    how: Typesetting,
    style: str,
    *,
    is_wide: bool,
) -> Iterator[SidedLine]:
    """Yields the lines of a row: those of the left language, then those of the right one."""
    for side in SIDES:
        cells = [row[column].lines(side, width, how, style) for column, width in places]
        for pieces in in_columns(cells, places, aligns):
            yield side, Line(tuple(pieces), is_wide)


def _records(
    head: Sequence[BothCell], body: list[tuple[BothCell, ...]], width_cells: int, how: Typesetting
) -> Iterator[SidedLine]:
    """Yields the lines of a table as records: a legend of the labels, then for each row its name and its fields.

    A bar is before the lines of the right language, as in the text around the table.
    """
    bar = second_lead(width_cells)
    for side, lead in zip(SIDES, ((), bar), strict=True):
        room = width_cells - sum(cell_width(piece.text) for piece in lead)
        for pieces in _legend(head, side, room, how):
            yield side, Line((*lead, *pieces))
    labels = [tuple(_label_text(prose, how) for prose in cell.proses) for cell in head]
    widths = [cell_width(text) for texts in labels[1:] for text in texts]
    label_cells = max((cells for cells in widths if cells <= width_cells // MAX_LABEL_SHARE), default=0)
    for number, row in enumerate(body):
        if number or head:
            yield LEFT, EMPTY
        for column, cell in enumerate(row):
            texts = labels[column] if column < len(labels) else ("", "")
            for side in SIDES:
                named = _label(texts[side], label_cells, width_cells) if column else ""
                lead = _beginning(named, bar if side == RIGHT else ())
                style = "" if column else "head"
                yield from ((side, line) for line in _field(cell, lead, side, width_cells, how, style))


def _label_text(prose: Prose | None, how: Typesetting) -> str:
    """Returns the label of a column in one line; empty where there is none."""
    text = prose.text.replace("\n", " ") if prose else ""
    return with_gaps(text) if how.spaced else text


def _label(text: str, label_cells: int, width_cells: int) -> str:
    """Returns the label of a field with the blanks around it; only blanks where there is none, or no room for it."""
    indent = " " * GAP_CELLS if width_cells >= 4 * GAP_CELLS else ""
    if not text or cell_width(text) > width_cells // 2:
        return indent
    return indent + pad(text, max(label_cells, cell_width(text))) + " " * GAP_CELLS


def _beginning(label: str, bar: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Returns the bar and the label before a field, which are ornaments; the bar has the cells of the indent."""
    if bar:
        label = label.removeprefix(" " * GAP_CELLS)
    return (*bar, Piece(label, style="sign")) if label else bar


def _field(
    cell: BothCell, lead: tuple[Piece, ...], side: Side, width_cells: int, how: Typesetting, style: str
) -> Iterator[Line]:
    """Yields the lines of a field in one language, its label before the first one, its bar before all."""
    below = tuple(piece if piece.style == "second" else Piece(" " * cell_width(piece.text)) for piece in lead)
    room = max(1, width_cells - sum(cell_width(piece.text) for piece in lead))
    for number, pieces in enumerate(cell.lines(side, room, how, style)):
        yield Line((*(below if number else lead), *pieces))


def _legend(head: Sequence[BothCell], side: Side, width_cells: int, how: Typesetting) -> Iterator[list[Piece]]:
    """Yields the lines of the labels of all columns, with dots between them."""
    line: list[Piece] = []
    used = 0
    for cell in head:
        lines = cell.lines(side, width_cells, how, "sign")
        cells = max((cell_width("".join(p.text for p in pieces)) for pieces in lines), default=0)
        if line and lines and (len(lines) > 1 or used + len(LABEL_SEPARATOR) + cells > width_cells):
            dot = LABEL_SEPARATOR.rstrip()
            yield [*line, Piece(dot, style="sign")] if used + len(dot) <= width_cells else line
            line, used = [], 0
        elif line and lines:
            line.append(Piece(LABEL_SEPARATOR, style="sign"))
            used += len(LABEL_SEPARATOR)
        yield from lines[:-1]
        line += lines[-1] if lines else []
        used += cell_width("".join(p.text for p in lines[-1])) if lines else 0
    if line:
        yield line
