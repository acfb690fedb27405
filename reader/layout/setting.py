"""One item set into lines of a column: indents, bullets, bars, and tables."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from reader.layout.lines import Measured
from reader.layout.width import cell_width, pad
from reader.model.language import is_chinese
from reader.model.passage import cell_offsets
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.flow import Cell, Item
    from reader.model.magazine import Table
    from reader.model.text import Prose

QUOTATION_BAR = "▎ "
ASIDE_BAR = "┃ "
BULLET = "• "
FIGURE_SIGN = "▣ "
CHINESE_INDENT_CELLS = 4
TABLE_GAP = "  "
MIN_TABLE_COLUMN_CELLS = 4

ORNAMENT = -1
"""The start of a piece that is not the article's text."""


@record
class Piece:
    """A stretch of a line in one style; ``start`` is its offset in the cell's text, or :data:`ORNAMENT`."""

    text: str
    start: int = ORNAMENT
    style: str = ""
    """Words among ``emphasis``, ``strong``, ``link``, ``head``, ``rule``, ``bar``, ``sign``; may be several or none."""


@record
class Line:
    """One line of a column: its pieces from the left edge, with the blanks between them as pieces too."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        """The line as it is seen."""
        return "".join(piece.text for piece in self.pieces)


EMPTY = Line()


@lru_cache(maxsize=2048)
def measured(text: str) -> Measured:
    """Returns the text's measures, kept for the next width."""
    return Measured(text)


def set_cell(item: Item, cell: Cell, width_cells: int) -> tuple[Line, ...]:
    """Sets one side of an item in a column of that width."""
    lead: list[Piece] = []
    if item.in_aside and width_cells > 12:
        lead.append(Piece(ASIDE_BAR, style="bar"))
    if item.kind in ("quotation", "pull", "by") and width_cells > 12:
        lead.append(Piece(QUOTATION_BAR, style="bar"))
    room = max(1, width_cells - sum(cell_width(piece.text) for piece in lead))
    if cell.table and not cell.note:
        lines = tuple(_table(cell.table, cell.language, room))
    else:
        lines = tuple(_running(item, cell, room))
    return tuple(Line((*lead, *line.pieces)) for line in lines) if lead else lines


def _running(item: Item, cell: Cell, width_cells: int) -> Iterator[Line]:
    """Yields the lines of running text, its sign hanging before them."""
    sign = _sign(item)
    hang = cell_width(sign)
    if hang >= width_cells // 2:
        sign, hang = "", 0
    text = measured(cell.prose.text)
    indent = CHINESE_INDENT_CELLS if _has_indent(item, cell, width_cells) else 0
    if text.first_word_cells > width_cells - hang - indent:
        indent = 0
    for number, (start, end) in enumerate(text.fill(width_cells - hang, indent)):
        lead = [Piece(sign, style="sign")] if sign and number == 0 else [Piece(" " * hang)] if hang else []
        if number == 0 and indent:
            lead.append(Piece(" " * indent))
        if item.kind == "by":
            lead.append(Piece(" " * max(0, width_cells - (text.offsets[end] - text.offsets[start]))))
        yield Line((*lead, *pieces(cell.prose, start, end)))


def _has_indent(item: Item, cell: Cell, width_cells: int) -> bool:
    return item.indented and is_chinese(cell.language) and not cell.note and width_cells >= 4 * CHINESE_INDENT_CELLS


def _sign(item: Item) -> str:
    if item.kind == "item":
        return f"{item.ordinal}. " if item.ordinal else BULLET
    return FIGURE_SIGN if item.kind == "figure" else ""


def pieces(prose: Prose, start: int, end: int, offset: int = 0, style: str = "") -> list[Piece]:
    """Cuts ``text[start:end]`` of a prose at the edges of its marks; ``offset`` is added to the pieces' starts."""
    edges = {start, end}
    for span in prose.spans:
        edges.update(edge for edge in (span.start, span.end) if start < edge < end)
    cuts = sorted(edges)
    found = []
    for left, right in pairwise(cuts):
        styles = [span.kind for span in prose.spans if span.start <= left and right <= span.end]
        found.append(Piece(prose.text[left:right], left + offset, " ".join([style, *styles] if style else styles)))
    return found


def _table(table: Table, language: str, width_cells: int) -> Iterator[Line]:
    """Yields the lines of a table: caption, head, rule, rows; cells too wide for their column are wrapped."""
    offsets = cell_offsets(table, language)
    if table.caption:
        start = next(offsets)[0]
        prose = table.caption.get(language)
        if prose:
            for left, right in measured(prose.text).fill(width_cells):
                yield Line(tuple(pieces(prose, left, right, start, "head")))
    rows = [row for row in (table.header, *table.rows) if row]
    columns = max(map(len, rows), default=0)
    proses = [[cell.get(language) for cell in row] for row in rows]
    texts = [[measured(p.text) for row in proses if k < len(row) and (p := row[k])] for k in range(columns)]
    natural = [max((text.width_cells for text in column), default=0) for column in texts]
    least = [max((text.widest_word_cells for text in column), default=0) for column in texts]
    room = width_cells - cell_width(TABLE_GAP) * (columns - 1)
    widths = column_widths(natural, least, room)
    if sum(widths) > room:
        yield from _table_as_list(proses, offsets, width_cells, bool(table.header))
        return
    for number, (row, starts) in enumerate(zip(proses, offsets, strict=True)):
        style = "head" if number == 0 and table.header else ""
        yield from _table_row(row, starts, widths, style)
        if style:
            yield Line((Piece("─" * min(width_cells, sum(widths) + len(TABLE_GAP) * (columns - 1)), style="rule"),))


def _table_row(row: list[Prose | None], starts: list[int], widths: list[int], style: str) -> Iterator[Line]:
    cells = [
        [pieces(prose, left, right, start, style) for left, right in measured(prose.text).fill(width)] if prose else []
        for prose, start, width in zip(row, starts, widths, strict=False)
    ]
    for level in range(max(map(len, cells), default=0)):
        line: list[Piece] = []
        for column, cell in enumerate(cells):
            part = cell[level] if level < len(cell) else []
            line += part
            if column < len(cells) - 1:
                text = "".join(piece.text for piece in part)
                line.append(Piece(pad(text, widths[column])[len(text) :] + TABLE_GAP))
        yield Line(tuple(line))


def _table_as_list(
    rows: list[list[Prose | None]], offsets: Iterator[list[int]], width_cells: int, has_header: bool
) -> Iterator[Line]:
    """Yields the lines of a table that has more columns than fit: a row's cells under each other, the first leading."""
    for number, (row, starts) in enumerate(zip(rows, offsets, strict=True)):
        style = "head" if number == 0 and has_header else ""
        hang = 0
        for prose, start in zip(row, starts, strict=True):
            if prose and prose.text:
                lead = (Piece(" " * hang),) if hang else ()
                for left, right in measured(prose.text).fill(width_cells - hang):
                    yield Line((*lead, *pieces(prose, left, right, start, style)))
                hang = cell_width(TABLE_GAP) if width_cells > 2 * cell_width(TABLE_GAP) else 0


def column_widths(natural: list[int], least: list[int], room: int) -> list[int]:
    """Returns the widths in cells of a table's columns: what they need, or narrowed, the widest first, to fit.

    None is narrowed below its ``least``, nor below :data:`MIN_TABLE_COLUMN_CELLS`: the sum may be more than the room.
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
