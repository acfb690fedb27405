"""Sets verse and code: texts that keep their lines."""

from __future__ import annotations

import re
from itertools import islice, pairwise

from reader.layout.graphemes import boundaries
from reader.layout.piece import EMPTY, Line, Piece
from reader.layout.running_text import RunningText
from reader.layout.spaces import TextOffset
from reader.layout.width import cell_width, prefix_widths
from reader.model.kept_lines import lines_of_verse
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.layout.item import Cell, Item
    from reader.layout.table import Part
    from reader.layout.typesetting import Typesetting
    from reader.model.kept_lines import VerseLine

HANG_CELLS = 2
"""Further indent of the rest of a line of verse that does not fit."""
CODE_INDENT = "  "
"""Blanks before each line of code, where there is room for them."""
MIN_INDENTED_CELLS = 20
"""Width from which code is indented."""
TAB_CELLS = 4
"""Width between two stops of a tab in code."""


def set_verse(item: Item, cell: Cell, width_cells: int, how: Typesetting, hang_cells: int) -> list[Part]:
    """Sets verse in parts that begin beside their counterparts: lines, where both languages have as many in a stanza.

    Languages with another number of stanzas have one part.
    """
    stanzas = [_stanza_sizes(each.prose.text) for each in item.cells if each and not each.note]
    own = _stanza_sizes(cell.prose.text)
    pairs = all(len(other) == len(own) for other in stanzas)
    verse = iter(lines_of_verse(cell.prose))
    parts: list[Part] = []
    for number, size in enumerate(own):
        if number:
            next(verse)  # the blank line between stanzas
        lines = [tuple(_verse_line(line, cell.offset, width_cells, how, hang_cells)) for line in islice(verse, size)]
        if number:
            lines[0] = (EMPTY, *lines[0])
        if pairs and all(other[number] == size for other in stanzas):
            parts += lines
        else:
            parts.append(tuple(line for held in lines for line in held))
    return parts if pairs else [tuple(line for part in parts for line in part)]


def _stanza_sizes(text: str) -> list[int]:
    """Returns the number of lines of each stanza."""
    return [stanza.count("\n") + 1 for stanza in text.split("\n\n")]


def _verse_line(line: VerseLine, base: int, width_cells: int, how: Typesetting, hang_cells: int) -> Iterator[Line]:
    """Yields the rows of a line of verse: its indent stays, and the rest of a long line hangs below."""
    indent = min(line.indent, width_cells // 2)
    hang = HANG_CELLS if width_cells - indent > 4 * HANG_CELLS else 0
    room = width_cells - indent - hang
    text = RunningText(line.words, base + line.start, room, width_cells, how)
    for number, (first, end) in enumerate(text.measured.fill(room, -hang, hang_cells)):
        lead = indent + hang * bool(number)
        pieces = text.pieces(first, end, text.measured.blanks(first, end))
        yield from text.rows(Line((Piece(" " * lead), *pieces) if lead else tuple(pieces)), first, end)


def set_code(cell: Cell, width_cells: int, how: Typesetting) -> list[Line]:
    """Sets code: a row a line; where a line does not fit, rows are wider than the column, or broken at any character.

    They are wider where tables are scrolled, too.
    """
    indent = CODE_INDENT if width_cells >= MIN_INDENTED_CELLS else ""
    lines: list[Sequence[Piece]] = []
    start = 0
    for line in cell.prose.text.split("\n"):
        lead = (Piece(indent),) if indent and line else ()
        lines.append((*lead, *_code_line(line, start + cell.offset)))
        start += len(line) + 1
    is_wide = any(sum(cell_width(piece.text) for piece in pieces) > width_cells for pieces in lines)
    if is_wide and not how.scrolled_tables:
        return [Line(part) for pieces in lines for part in _broken(pieces, width_cells)]
    return [Line(tuple(pieces), is_wide) for pieces in lines]


def _broken(pieces: Sequence[Piece], width_cells: int) -> Iterator[tuple[Piece, ...]]:
    """Yields the rows of a line of code that are broken at the edge of a column, between grapheme clusters."""
    row: list[Piece] = []
    used = 0
    for piece in pieces:
        cells = prefix_widths(piece.text)
        first = 0
        for start, end in pairwise(boundaries(piece.text)):
            if used + cells[end] - cells[first] > width_cells and (row or start > first):
                yield (*row, *_part(piece, first, start))
                row, used, first = [], 0, start
        row += _part(piece, first, len(piece.text))
        used += cells[-1] - cells[first]
    yield tuple(row)


def _part(piece: Piece, start: int, end: int) -> Iterator[Piece]:
    """Yields a part of a piece, if it is not empty."""
    if start < end:
        by = start if piece.start >= 0 else 0
        yield replace(piece, text=piece.text[start:end], start=TextOffset(piece.start + by))


def set_shared_code(cell: Cell, width_cells: int, how: Typesetting) -> Iterator[Line]:
    """Sets code of both languages once: its pieces are of either."""
    for line in set_code(cell, width_cells, how):
        pieces = (replace(p, other=p.start) if p.start >= 0 else p for p in line.pieces)
        yield Line(tuple(pieces), line.wide)


def _code_line(line: str, offset: int) -> Iterator[Piece]:
    """Yields the pieces of a line of code, with blanks in the place of its tabs, up to the next stop."""
    used = 0
    for found in re.finditer(r"\t|[^\t]+", line):
        if found[0] == "\t":
            cells = TAB_CELLS - used % TAB_CELLS
            yield Piece(" " * cells)
        else:
            cells = cell_width(found[0])
            yield Piece(found[0], TextOffset(offset + found.start()))
        used += cells
