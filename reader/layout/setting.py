"""Sets an item into lines of a column: indents, bullets, bars, justification."""

from __future__ import annotations

from itertools import chain, zip_longest

from reader.layout.bars import ASIDE_BAR, MIN_BAR_CELLS, QUOTATION_BAR, SECOND_BAR, second_cells, second_lead
from reader.layout.labels import raised
from reader.layout.piece import EMPTY, INNER, Line, Piece, rows_above
from reader.layout.running_text import RunningText
from reader.layout.spaces import LEFT, RIGHT, SIDES
from reader.layout.width import HYPHEN, cell_width, clip
from reader.model.language import is_ideographic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.layout.item import Cell, Item, ItemKind
    from reader.layout.lines import Measured
    from reader.layout.spaces import Side
    from reader.layout.table import Part
    from reader.layout.typesetting import Typesetting

BULLETS = ("• ", "◦ ", "▪ ", "▫ ")
"""Signs of the items of a list, by the level of the list."""
LEVEL_CELLS = 3
"""Indent of a list under an item."""
MAX_INDENT_SHARE = 3
"""Divisor of the width: the indent of a list takes at most this part of it."""
FIGURE_SIGN = "▣ "
CREDIT_GAP = " · "
"""Separator of the credits of a byline; its lines are broken there."""
IDEOGRAPHIC_INDENT_CELLS = 4
"""Indent of a paragraph in ideographs: two full-width characters."""
_RUNNING_KINDS: frozenset[ItemKind] = frozenset({"paragraph", "quotation", "item", "footnote"})
"""Kinds long enough to be justified and to have their words divided."""
_BARRED_KINDS: frozenset[ItemKind] = frozenset({"quotation", "pull", "by"})
"""Kinds with a bar before every line."""
_TERMINATORS = frozenset("\n\v\f\r\x85\u2028\u2029")
"""Characters after which a line must end (UAX #14 LB4, LB5)."""


def set_cell(item: Item, cell: Cell, width_cells: int, how: Typesetting, hang_cells: int = 0) -> tuple[Line, ...]:
    """Sets one side of an item in a column; one mark a line may hang by ``hang_cells`` over its edge."""
    return tuple(chain.from_iterable(set_parts(item, cell, width_cells, how, hang_cells)))


def set_second(item: Item, cell: Cell, width_cells: int, how: Typesetting, hang_cells: int = 0) -> Iterator[Line]:
    """Sets the second language of a column that holds both: a bar is before every line, where there is room for it.

    Lines that begin with a bar, as those of a quotation, are moved instead, so that no bar is beside another.
    """
    room = width_cells - second_cells(width_cells)
    lead = second_lead(width_cells)
    if lead and _lead(item, room):
        lead = (Piece(" " * len(SECOND_BAR)),)
    for line in set_cell(item, cell, room, how, hang_cells):
        yield Line((*lead, *line.pieces), line.wide)


def set_sign(here: str, beyond: str, width_cells: int) -> Line:
    """Sets the sign above a turn on one line: a name, a rule, and where the other language goes on, if they fit."""
    rule = width_cells - cell_width(here) - cell_width(beyond) - 2
    if not beyond or rule < 1:
        return Line((Piece(clip(here, width_cells), style="head"),))
    return Line((Piece(here, style="head"), Piece(f" {'─' * rule} ", style="rule"), Piece(beyond, style="sign")))


def set_as_one(
    item: Item, left: Cell, right: Cell, width_cells: int, how: Typesetting, *, records: bool
) -> Iterator[tuple[Line, Side]]:
    """Sets a table in two languages, or code of both, as one; yields each line with the side of its text."""
    lead = _lead(item, width_cells)
    room = max(1, width_cells - sum(cell_width(piece.text) for piece in lead))
    if not left.table:
        from reader.layout.kept_lines import set_shared_code

        for line in set_shared_code(left, room, how):
            yield Line((*lead, *line.pieces), line.wide), LEFT
        return
    from reader.layout.bilingual_table import set_both  # few articles have a table

    for side, line in set_both(left.table, (left.language, right.language), room, how, records=records):
        yield Line((*lead, *line.pieces), line.wide), side


def set_pair(
    item: Item, left: Cell, right: Cell, widths_cells: tuple[int, int], how: Typesetting, hang_cells: int = 0
) -> list[tuple[Line, Line]]:
    """Sets both sides of an item in two columns; each row of a table begins beside its counterpart."""
    cells = (left, right)
    columns = tuple(zip(cells, widths_cells, strict=True))
    as_list = any(_is_list(item, cell, width, how) for cell, width in columns)
    parts = (set_parts(item, cell, width, how, hang_cells, as_list=as_list) for cell, width in columns)
    pairs = [pair for facing in zip_longest(*parts, fillvalue=()) for pair in _beside(*_level(*facing))]
    return _filled(pairs)


def _filled(pairs: Sequence[tuple[Line, Line]]) -> list[tuple[Line, Line]]:
    """Returns the lines of both sides, with inner ones for blanks beside a line of the other side."""
    last = [max((k for k, pair in enumerate(pairs) if pair[side].pieces), default=0) for side in SIDES]
    return [
        (
            INNER if right.pieces and not left.pieces and number < last[LEFT] else left,
            INNER if left.pieces and not right.pieces and number < last[RIGHT] else right,
        )
        for number, (left, right) in enumerate(pairs)
    ]


def _level(left: Part, right: Part) -> tuple[Part, Part]:
    """Returns two parts whose first lines of text are beside each other: one may begin with more rows of readings."""
    if left and right:
        more = rows_above(left) - rows_above(right)
        return (EMPTY,) * max(0, -more) + tuple(left), (EMPTY,) * max(0, more) + tuple(right)
    return left, right


def _beside(left: Part, right: Part) -> Iterator[tuple[Line, Line]]:
    """Yields the lines of two parts in pairs, with empty lines after the shorter part."""
    for k in range(max(len(left), len(right))):
        yield left[k] if k < len(left) else EMPTY, right[k] if k < len(right) else EMPTY


def set_parts(
    item: Item, cell: Cell, width_cells: int, how: Typesetting, hang_cells: int = 0, *, as_list: bool = False
) -> list[Part]:
    """Sets one side of an item in parts: rows of a table, lines of verse; ``as_list`` sets a table without columns."""
    lead = _lead(item, width_cells)
    room = max(1, width_cells - sum(cell_width(piece.text) for piece in lead))
    if cell.table and not cell.note:
        from reader.layout.table import set_table  # few articles have a table

        parts = list(set_table(cell.table, cell.language, room, how, as_list=as_list))
    elif item.kind == "verse" and not cell.note:
        from reader.layout.kept_lines import set_verse

        parts = set_verse(item, cell, room, how, hang_cells if how.hanging else 0)
    elif item.kind == "code" and not cell.note:
        from reader.layout.kept_lines import set_code

        parts = [tuple(set_code(cell, room, how))]
    else:
        parts = [tuple(_running(item, cell, room, how, hang_cells if how.hanging else 0))]
    return [tuple(Line((*lead, *line.pieces), line.wide) for line in part) for part in parts] if lead else parts


def _lead(item: Item, width_cells: int) -> list[Piece]:
    """Returns the bars before every line of an item."""
    lead: list[Piece] = []
    if item.in_aside and width_cells >= MIN_BAR_CELLS:
        lead.append(Piece(ASIDE_BAR, style="bar"))
    if item.kind in _BARRED_KINDS and width_cells >= MIN_BAR_CELLS:
        lead.append(Piece(QUOTATION_BAR, style="bar"))
    return lead


def _is_list(item: Item, cell: Cell, width_cells: int, how: Typesetting) -> bool:
    """Whether a cell is a table that is set as a list: more columns than fit, and tables are not scrolled."""
    if not cell.table or cell.note or how.scrolled_tables:
        return False
    from reader.layout.table import fitting_widths

    room = width_cells - sum(cell_width(piece.text) for piece in _lead(item, width_cells))
    return fitting_widths(cell.table, cell.language, room, how) is None


def _running(item: Item, cell: Cell, width_cells: int, how: Typesetting, hang_cells: int) -> Iterator[Line]:
    """Yields the lines of running text, with its sign before the first one and blanks before the others."""
    sign, sign_cells = _sign(item, width_cells)
    room = width_cells - sign_cells
    running_text = RunningText(cell.prose, cell.offset, room, width_cells, how)
    text = running_text.measured
    indent = IDEOGRAPHIC_INDENT_CELLS if how.indented and _has_indent(item, cell, width_cells) else 0
    if text.first_word_cells > room - indent:
        indent = 0
    if item.label:
        indent = 0
        if not sign:
            yield Line((Piece(clip(item.label, width_cells), style="sign"),))
    running = item.kind in _RUNNING_KINDS and not cell.note
    hyphens = None
    if how.hyphenated and running:
        from reader.layout.hyphens import Hyphens  # few readers want it

        hyphens = Hyphens(cell.prose.without_code(), text.offsets, cell.language, room)
    lines = _by_parts(text, CREDIT_GAP, width_cells) if item.kind == "credits" else None
    if lines is None:
        lines = text.fill(room, indent, hang_cells, hyphens)
    stretched = how.justified and running and not (item.kind == "quotation" and text.hard)  # verse keeps its own lines
    divided = {end for _, end in lines if text.is_divided(end)} | (hyphens.ends if hyphens else set())
    for number, (start, end) in enumerate(lines):
        lead = [Piece(sign, style="sign")] if sign and number == 0 else [Piece(" " * sign_cells)] if sign_cells else []
        if number == 0 and indent:
            lead.append(Piece(" " * indent))
        if item.kind in ("by", "author"):
            lead.append(Piece(" " * max(0, room - text.cells(start, end))))
        blanks = text.blanks(start, end)
        if stretched and number + 1 < len(lines) and not _is_fed(text, lines[number + 1][0]):
            missing = room - (indent if number == 0 else 0) - text.cells(start, end) - len(HYPHEN) * (end in divided)
            if missing < 0:
                missing += text.hung_cells(end, hang_cells)
            if missing > 0:
                from reader.layout.justify import justified

                on_grid = is_ideographic(cell.language)
                blanks = justified(text, start, end, missing, number=number, on_grid=on_grid) or blanks
        pieces = running_text.pieces(start, end, blanks)
        line = Line((*lead, *pieces, Piece(HYPHEN, style=pieces[-1].style)) if end in divided else (*lead, *pieces))
        yield from running_text.rows(line, start, end)


def _is_fed(text: Measured, start: int) -> bool:
    """Whether a line begins at an offset because the text has a line end before it."""
    return text.text[start - 1] in _TERMINATORS


def _by_parts(text: Measured, gap: str, width_cells: int) -> list[tuple[int, int]] | None:
    """Fills lines with whole credits, as :meth:`Measured.fill` does with words; None if one is wider than a line."""
    lines: list[tuple[int, int]] = []
    start = 0
    for part in text.text.split(gap):
        after = start + len(part) + len(gap)
        end = min(after - 1, len(text.text))  # the space at the end of the gap is not drawn
        if text.cells(start, end) > width_cells:
            return None
        if lines and text.cells(lines[-1][0], end) <= width_cells:
            lines[-1] = (lines[-1][0], end)
        else:
            lines.append((start, end))
        start = after
    return lines


def _has_indent(item: Item, cell: Cell, width_cells: int) -> bool:
    """Whether a paragraph is indented: in ideographs, and not in a narrow column."""
    return (
        item.indented
        and is_ideographic(cell.language)
        and not cell.note
        and width_cells >= 4 * IDEOGRAPHIC_INDENT_CELLS
    )


def _sign(item: Item, width_cells: int) -> tuple[str, int]:
    """Returns the bullet, number or figure sign before the first line of an item, with the cells that it takes.

    Further paragraphs of an item have its indent only. Where there is no room, there is no sign.
    """
    sign = FIGURE_SIGN if item.kind == "figure" else ""
    if item.label:
        sign = f"{item.label} "
    if item.kind == "item":
        sign = f"{item.ordinal}. " if item.ordinal else BULLETS[max(item.list_level - 1, 0) % len(BULLETS)]
    if item.kind == "footnote":
        sign = f"{raised(item.ordinal)} " if item.ordinal else BULLETS[0]
    cells = cell_width(sign)
    if not sign or cells >= width_cells // 2:
        return "", 0
    if item.list_level > 1:
        indent = min(LEVEL_CELLS * (item.list_level - 1), width_cells // MAX_INDENT_SHARE)
        sign, cells = " " * indent + sign, cells + indent
    return (" " * cells if item.part or item.paragraph else sign), cells
