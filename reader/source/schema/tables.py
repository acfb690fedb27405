"""The types of tables and their cells: every row has a cell for each column, or cells over several."""

from __future__ import annotations

from reader.model.magazine import ALIGNS, CellSpan, Table
from reader.model.record import record
from reader.model.text import Text
from reader.source.nodes import Mapping, Scalar, Sequence
from reader.source.schema.lists import MARKED
from reader.source.schema.records import Key, ListType, RecordType
from reader.source.schema.texts import TextType
from reader.source.schema.values import ChoiceType, ValueType, WordType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.magazine import ColumnAlign
    from reader.source.nodes import Node
    from reader.source.schema.load_context import LoadContext
    from reader.source.schema.write_context import Plain, WriteContext

MAX_COLUMNS = 99
_EMPTY = Text(())
_COUNT_HINT = 'write "" for an empty cell, and span: for one over several columns'


@record
class WrittenCell:
    """A cell as it is written: its text, and the number of columns that it is over."""

    text: Text
    span: int = 1


def _cell(text: Text = _EMPTY, span: str = "1") -> WrittenCell:
    return WrittenCell(text, int(span))


_SPAN = WordType("a number of columns", "[1-9][0-9]?", "write a number from 1 to 99")
CELL_TEXT = TextType(marked=True, may_be_empty=True)
CELL = RecordType(
    "a cell",
    WrittenCell,
    (
        Key("text", CELL_TEXT, "its text"),
        Key("span", _SPAN, "columns", default=1),
    ),
    _cell,
)


class CellType(ValueType[WrittenCell]):
    """A cell: a text that may be empty, or a mapping with its text and the number of columns."""

    noun = "a cell"

    def read(self, node: Node, context: LoadContext) -> WrittenCell | None:
        if isinstance(node, Mapping) and {"text", "span"} & node.entries.keys():
            return CELL.read(node, context)
        text = CELL_TEXT.read(node, context)
        return None if text is None else WrittenCell(text)

    def write(self, value: WrittenCell, context: WriteContext) -> Plain:
        return CELL_TEXT.write(value.text, context) if value.span == 1 else CELL.write(value, context)


@record
class _WrittenTable:
    """A table as it is written."""

    caption: Text | None
    header: tuple[WrittenCell, ...]
    align: tuple[ColumnAlign, ...]
    rows: tuple[tuple[WrittenCell, ...], ...]


class TableType(RecordType[Table]):
    """A table. Reading it reports rows that have too few or too many cells."""

    def read(self, node: Node, context: LoadContext) -> Table | None:
        table = super().read(node, context)
        if isinstance(node, Mapping):
            _check_counts(node, context)
        return table

    def write(self, value: Table, context: WriteContext) -> dict[str, Plain]:
        spans = {(span.row, span.column): span.columns for span in value.spans}
        header, *rows = (_cells(row, number, spans) for number, row in enumerate((value.header, *value.rows)))
        return self.written(_WrittenTable(value.caption, header, value.align, tuple(rows)), context)


def _cells(row: tuple[Text, ...], number: int, spans: dict[tuple[int, int], int]) -> tuple[WrittenCell, ...]:
    """Returns the cells of a row without those that others cover."""
    found: list[WrittenCell] = []
    column = 0
    while column < len(row):
        columns = spans.get((number, column), 1)
        found.append(WrittenCell(row[column], columns))
        column += columns
    return tuple(found)


def _table(
    rows: tuple[tuple[WrittenCell, ...], ...],
    header: tuple[WrittenCell, ...] = (),
    caption: Text | None = None,
    align: tuple[ColumnAlign, ...] = (),
) -> Table:
    """Returns a table of its cells as written; columns beyond :data:`MAX_COLUMNS` are left out."""
    spans: list[CellSpan] = []
    whole: list[tuple[Text, ...]] = []
    for number, row in enumerate((header, *rows)):
        texts: list[Text] = []
        for cell in row:
            if cell.span > 1:
                spans.append(CellSpan(number, len(texts), cell.span))
            texts += [cell.text, *([_EMPTY] * (cell.span - 1))]
            if len(texts) > MAX_COLUMNS:
                break
        whole.append(tuple(texts[:MAX_COLUMNS]))
    return Table(whole[0], tuple(whole[1:]), caption, "", align, tuple(spans))


def _check_counts(node: Mapping, context: LoadContext) -> None:
    """Reports rows whose cells are not as many as the columns: those of the header, or of the first row."""
    header, rows, align = (node.get(key) for key in ("header", "rows", "align"))
    lists = [row for row in (header, *(rows.items if isinstance(rows, Sequence) else ())) if isinstance(row, Sequence)]
    wide = next((row for row in lists if row.items), None)
    if wide is None:
        return
    columns = sum(map(_span, wide.items))
    if columns > MAX_COLUMNS:
        context.report("S312", wide, f"a table has at most {MAX_COLUMNS} columns; this has {columns:,}", "divide it")
        return
    for row in lists:
        _check_row(row, columns, context)
    if isinstance(align, Sequence) and len(align.items) != columns:
        message = f"align has entries for {_counted(len(align.items))}, and the table has {columns}"
        context.report("S312", align, message, "write left, center or right for each column")


def _check_row(row: Sequence, columns: int, context: LoadContext) -> None:
    covered = 0
    for item in row.items:
        covered += _span(item)
        if covered > columns:
            break
    if covered != columns:
        message = f"this row has cells for {_counted(sum(map(_span, row.items)))}, and the table has {columns}"
        context.report("S312", item if covered > columns else row, message, _COUNT_HINT)


def _counted(columns: int) -> str:
    return f"{columns} column{'s' * (columns != 1)}"


def _span(cell: Node) -> int:
    """Returns the number of columns that a cell is over; 1 if it is not known."""
    span = cell.get("span") if isinstance(cell, Mapping) else None
    text = span.value.strip() if isinstance(span, Scalar) else ""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 2 and int(text) else 1


CELLS = ListType(CellType(), "a list of cells", may_be_empty=True, most=MAX_COLUMNS)
ALIGN = ListType(ChoiceType("an alignment", {align: align for align in ALIGNS}), "a list of alignments")
TABLE = TableType(
    "a table",
    Table,
    (
        Key("caption", MARKED, "the table's caption"),
        Key("header", CELLS, "the headers of its columns", default=()),
        Key("align", ALIGN, "left, center or right for each column", default=()),
        Key("rows", ListType(CELLS, "a list of rows"), "its rows, each a list of cells", required=True, stand_in=()),
    ),
    _table,
)
