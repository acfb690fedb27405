"""One item set into lines of a column: indents, bullets, bars, and tables."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, pairwise, zip_longest

from reader.layout.lines import Measured
from reader.layout.width import cell_width, pad
from reader.model.language import is_chinese
from reader.model.passage import cell_offsets
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.item import Cell, Item
    from reader.model.magazine import Table
    from reader.model.text import Prose, Text

QUOTATION_BAR = "▎ "
ASIDE_BAR = "┃ "
BULLET = "• "
FIGURE_SIGN = "▣ "
CREDIT_GAP = " · "
"""Stands between the credits of a byline, where its lines end."""
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


Part = tuple[Line, ...]
"""Lines that face a part of the other language: a whole text, or a row of a table."""


def set_cell(item: Item, cell: Cell, width_cells: int) -> tuple[Line, ...]:
    """Sets one side of an item in a column of that width."""
    return tuple(chain.from_iterable(set_parts(item, cell, width_cells)))


def set_pair(item: Item, left: Cell, right: Cell, widths: tuple[int, int]) -> list[tuple[Line, Line]]:
    """Sets both sides of an item in columns of those widths; each row of a table begins beside its counterpart."""
    sides = tuple(zip((left, right), widths, strict=True))
    as_list = any(_is_list(item, cell, width_cells) for cell, width_cells in sides)
    parts = (set_parts(item, cell, width_cells, as_list) for cell, width_cells in sides)
    return [pair for facing in zip_longest(*parts, fillvalue=()) for pair in _beside(*facing)]


def _beside(left: Part, right: Part) -> Iterator[tuple[Line, Line]]:
    """Yields the lines of two parts in pairs, with empty ones after the shorter part."""
    for k in range(max(len(left), len(right))):
        yield left[k] if k < len(left) else EMPTY, right[k] if k < len(right) else EMPTY


def set_parts(item: Item, cell: Cell, width_cells: int, as_list: bool = False) -> list[Part]:
    """Sets one side of an item; a table's rows are parts of their own. ``as_list`` sets a table without columns."""
    lead = _lead(item, width_cells)
    room = max(1, width_cells - sum(cell_width(piece.text) for piece in lead))
    if cell.table and not cell.note:
        parts = list(_table(cell.table, cell.language, room, as_list))
    else:
        parts = [tuple(_running(item, cell, room))]
    return [tuple(Line((*lead, *line.pieces)) for line in part) for part in parts] if lead else parts


def _lead(item: Item, width_cells: int) -> list[Piece]:
    """Returns the bars that stand before every line of an item."""
    lead: list[Piece] = []
    if item.in_aside and width_cells > 12:
        lead.append(Piece(ASIDE_BAR, style="bar"))
    if item.kind in ("quotation", "pull", "by") and width_cells > 12:
        lead.append(Piece(QUOTATION_BAR, style="bar"))
    return lead


def _is_list(item: Item, cell: Cell, width_cells: int) -> bool:
    """Whether a cell is a table that has more columns than fit."""
    if not cell.table or cell.note:
        return False
    room = width_cells - sum(cell_width(piece.text) for piece in _lead(item, width_cells))
    return _widths(cell.table, cell.language, room) is None


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
    by_credit = _by_parts(text, CREDIT_GAP, width_cells) if item.kind == "credits" else None
    for number, (start, end) in enumerate(by_credit or text.fill(width_cells - hang, indent)):
        lead = [Piece(sign, style="sign")] if sign and number == 0 else [Piece(" " * hang)] if hang else []
        if number == 0 and indent:
            lead.append(Piece(" " * indent))
        if item.kind == "by":
            lead.append(Piece(" " * max(0, width_cells - (text.offsets[end] - text.offsets[start]))))
        yield Line((*lead, *pieces(cell.prose, start, end)))


def _by_parts(text: Measured, gap: str, width_cells: int) -> list[tuple[int, int]] | None:
    """Fills lines with whole parts of a text, as :meth:`Measured.fill` does; None if a part is wider than a line."""
    lines: list[tuple[int, int]] = []
    start = 0
    for part in text.text.split(gap):
        after = start + len(part) + len(gap)
        end = min(after - 1, len(text.text))  # the blank at the end of the gap hangs over
        if text.offsets[end] - text.offsets[start] > width_cells:
            return None
        if lines and text.offsets[end] - text.offsets[lines[-1][0]] <= width_cells:
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
        start = after
    return lines


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


def _table(table: Table, language: str, width_cells: int, as_list: bool) -> Iterator[Part]:
    """Yields the parts of a table: caption, head with its rule, rows; cells too wide for their column are wrapped."""
    offsets = cell_offsets(table, language)
    if table.caption:
        start = next(offsets)[0]
        prose = table.caption.get(language)
        filled = measured(prose.text).fill(width_cells) if prose else []
        yield tuple(Line(tuple(pieces(prose, left, right, start, "head"))) for left, right in filled if prose)
    widths = None if as_list else _widths(table, language, width_cells)
    for number, (row, starts) in enumerate(zip(_rows(table), offsets, strict=True)):
        style = "head" if number == 0 and table.header else ""
        proses = [cell.get(language) for cell in row]
        if widths is None:
            yield tuple(_list_row(proses, starts, width_cells, style))
            continue
        lines = tuple(_table_row(proses, starts, widths, style))
        rule = Piece("─" * min(width_cells, sum(widths) + len(TABLE_GAP) * (len(widths) - 1)), style="rule")
        yield (*lines, Line((rule,))) if style else lines


def _rows(table: Table) -> list[tuple[Text, ...]]:
    return [row for row in (table.header, *table.rows) if row]


def _widths(table: Table, language: str, width_cells: int) -> list[int] | None:
    """Returns the widths of a table's columns, or None if they do not fit beside each other."""
    rows = [[cell.get(language) for cell in row] for row in _rows(table)]
    columns = max(map(len, rows), default=0)
    texts = [[measured(p.text) for row in rows if k < len(row) and (p := row[k])] for k in range(columns)]
    natural = [max((text.width_cells for text in column), default=0) for column in texts]
    least = [max((text.widest_word_cells for text in column), default=0) for column in texts]
    room = width_cells - cell_width(TABLE_GAP) * (columns - 1)
    widths = column_widths(natural, least, room)
    return widths if sum(widths) <= room else None


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


def _list_row(row: list[Prose | None], starts: list[int], width_cells: int, style: str) -> Iterator[Line]:
    """Yields the lines of a row of a table set as a list: the cells under each other, the first leading."""
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
