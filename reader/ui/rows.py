"""The rows of a viewport as runs: the margin, the columns' lines, with what is lit in them. Pure functions."""

from __future__ import annotations

from itertools import pairwise

from reader.layout.geometry import Geometry
from reader.layout.item import Cell, Item
from reader.layout.piece import Line, Piece, clipped
from reader.layout.spaces import LineCell, TextOffset
from reader.layout.width import cell_width, flush_right, pad
from reader.model.language import is_ideographic, name
from reader.model.record import record
from reader.model.terms import Terms
from reader.reading.overlays import Drawn
from reader.reading.selection import Selection
from reader.reading.viewport import Viewport
from reader.ui.widgets.drawing import Run

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.marks.article_text import TextRange

BOOKMARK_SIGN, NOTE_SIGN = "⚑", "✎"
MORE_SIGN = "›"
"""Stands beside a table that goes on at the right."""
_KIND_STYLES = {
    "kicker": "accent",
    "title": "strong",
    "deck": "muted",
    "credits": "muted",
    "relation": "note",
    "continued": "muted",
    "heading": "heading",
    "by": "muted",
    "aside": "heading",
    "figure": "muted",
    "language": "accent",
}
_PIECE_STYLES = {"bar": "accent", "sign": "accent", "rule": "faint", "head": "strong"}
_HAN_PIECE_STYLES = {**_PIECE_STYLES, "emphasis": "emphasis-han"}


@record
class Ruler:
    """Where things stand in a row, in cells; worked out once for a geometry."""

    left: int
    margin: int
    columns: tuple[int, int]
    hang: int
    parallel: bool
    gutter: Run

    @classmethod
    def of(cls, geometry: Geometry) -> Ruler:
        """Returns the ruler of a geometry."""
        cells = len(geometry.gutter)
        gutter: Run = ("│ " if cells == 2 else "│".center(cells), "faint")
        margin, columns, hang = geometry.margin_cells, geometry.columns_cells, geometry.hang_cells
        return cls(geometry.left_cells, margin, columns, hang, geometry.parallel, gutter)


@record
class Frame:
    """What all rows of a frame share: the window, its ruler, the anchor of the current item, what is drawn over it."""

    viewport: Viewport
    ruler: Ruler
    here: str
    marks: Marks


@record
class Marks:
    """What is drawn over an article's own text."""

    drawn: Drawn = Drawn()
    """What the reader has marked."""
    selection: Selection | None = None
    terms: Terms | None = None
    """The glossary, whose terms are marked where they stand."""


def frame(viewport: Viewport, marks: Marks) -> Frame:
    """Returns what the rows of a frame are drawn from."""
    here = viewport.item
    return Frame(viewport, Ruler.of(viewport.geometry), here.anchor if here and here.number else "", marks)


def row(shown: Frame, number: int) -> list[Run]:
    """Returns a row of the window: the margin, then the line of each column; nothing below the article's end."""
    viewport, ruler = shown.viewport, shown.ruler
    if number >= len(viewport.rows):
        return []
    line = viewport.rows[number]
    runs: list[Run] = [(" " * ruler.left, "")]
    if ruler.margin:
        drawn = shown.marks.drawn
        item = viewport.begins(number) if drawn.bookmarked or drawn.noted else None
        flag = " "
        if item and item.number:
            signs = ((BOOKMARK_SIGN, drawn.bookmarked), (NOTE_SIGN, drawn.noted or ()))
            flag = next((sign for sign, anchors in signs if item.anchor in anchors), " ")
        runs += [(flush_right(line.page, ruler.margin - 2), "muted strong"), (flag + " ", "accent")]
    runs += _line(shown, line.left, (0, line.at[0]), line.left_item, line.sides[0], ruler.columns[0])
    if ruler.parallel:
        column = len(viewport.spread.columns) - 1
        runs.append(ruler.gutter)
        runs += _line(shown, line.right, (column, line.at[1]), line.right_item, line.sides[1], ruler.columns[1])
    return runs


def heads(shown: Frame, languages: tuple[str, str], leading: int | None) -> list[Run]:
    """Returns the line that tells which language stands in which column; ``leading`` is the side that moves alone."""
    ruler, names = shown.ruler, [name(tag) for tag in languages]
    runs: list[Run] = [(" " * (ruler.left + ruler.margin), "")]
    if ruler.parallel:
        styles = ["accent" if leading == side else "muted" for side in (0, 1)]
        left = pad(names[0], ruler.columns[0] + ruler.hang)
        return [*runs, (left, styles[0]), ruler.gutter, (names[1], styles[1])]
    one = {"left": names[0], "right": names[1]}.get(shown.viewport.geometry.shown_mode, " / ".join(names))
    return [*runs, (one, "muted")]


def _line(shown: Frame, line: Line, at: tuple[int, int], item: Item | None, side: int, width_cells: int) -> list[Run]:
    """Returns a column's line, filled up to the column's width and the room for a hanging mark."""
    viewport = shown.viewport
    room = width_cells + shown.ruler.hang
    if item is None:
        return [(" " * room, "")]
    more = line.wide and cell_width(line.text) > viewport.shift_cells + width_cells
    if line.wide:
        line = clipped(line, LineCell(viewport.shift_cells), width_cells)
    cell = item.cells[side]
    base = _KIND_STYLES.get(item.kind, "faint" if cell and cell.note else "")
    ground = "here" if item.number and item.anchor == shown.here else ""
    base = f"{base} {ground}".strip()
    names = _HAN_PIECE_STYLES if cell and is_ideographic(cell.language) else _PIECE_STYLES
    lit = _lit(viewport, at, item, side, shown.marks)
    runs: list[Run] = []
    used = after = 0
    for piece in _marked(line.pieces, cell, shown.marks.terms):
        style = base
        if piece.style:
            style = " ".join(filter(None, (base, *(names.get(s, s) for s in piece.style.split()))))
            if cell and "link" in piece.style:
                style += f" link={_target(cell, piece)}"
        if lit and piece.start >= 0:
            runs += _over(piece, style, lit)
            after = piece.start + len(piece.text)
        else:  # a blank between two lit characters is lit as they are
            runs.append((piece.text, next((name for start, end, name in lit if start < after < end), style)))
        used += cell_width(piece.text)
    if more and used < room:
        runs += [(" " * (width_cells - used), ground), (MORE_SIGN, "accent")]
        used = width_cells + 1
    return [*runs, (" " * (room - used), ground)]


def _marked(pieces: tuple[Piece, ...], cell: Cell | None, terms: Terms | None) -> Iterator[Piece]:
    """Yields the pieces of a line; the terms of the glossary in them are pieces of their own."""
    found = terms.found(cell.language, cell.prose.text) if terms and cell and not cell.table else []
    for piece in pieces:
        here: int = piece.start
        end = here + len(piece.text)
        if piece.start >= 0 and cell:
            for first, last, _ in found:
                start, stop = max(first + cell.offset, here), min(last + cell.offset, end)
                if start < stop:
                    if here < start:
                        yield Piece(piece.text[here - piece.start : start - piece.start], TextOffset(here), piece.style)
                    styled = f"{piece.style} term".strip()
                    yield Piece(piece.text[start - piece.start : stop - piece.start], TextOffset(start), styled)
                    here = stop
        if here == piece.start:
            yield piece
        elif here < end:
            yield Piece(piece.text[here - piece.start :], TextOffset(here), piece.style)


def _target(cell: Cell, piece: Piece) -> str:
    """Returns where the link leads that a piece is of."""
    offset = piece.start - cell.offset
    return next((s.target for s in cell.prose.spans if s.kind == "link" and s.start <= offset < s.end), "")


def _lit(viewport: Viewport, at: tuple[int, int], item: Item, side: int, marks: Marks) -> list[tuple[int, int, str]]:
    """Returns the stretches of an item's side that are drawn otherwise: start, end, style; in order and apart."""
    lit = [(start, end, "match-here" if current else "match") for start, end, current in viewport.lit(*at, side)]
    selection, highlights = marks.selection, marks.drawn.highlights
    if highlights and item.number and item.anchor in highlights:
        lit = _under(highlights[item.anchor], item.cells[side], lit)
    if selection and (chosen := selection.covers(*at, item, side)):
        lit = [stretch for stretch in lit if stretch[1] <= chosen[0] or stretch[0] >= chosen[1]]
        lit = sorted([*lit, (*chosen, "selection")])
    return lit


def _under(
    highlights: Iterable[TextRange], cell: Cell | None, lit: list[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """Returns what is lit with the highlights of its language where nothing else is."""
    if cell is None or cell.note:
        return lit
    begin, end = cell.offset, cell.offset + len(cell.prose.text)
    edges = {edge for start, stop, _ in lit for edge in (start, stop)}
    held = [(max(s.start, begin), min(s.end, end)) for s in highlights if s.language == cell.language]
    held = [(start, stop) for start, stop in held if start < stop]
    edges |= {edge for span in held for edge in span}
    found = list(lit)
    for start, stop in pairwise(sorted(edges)):
        if any(s <= start and stop <= e for s, e in held) and not any(s < stop and start < e for s, e, _ in lit):
            found.append((start, stop, "highlight"))
    return sorted(found)


def _over(piece: Piece, style: str, lit: list[tuple[int, int, str]]) -> list[Run]:
    """Returns a piece's runs with the stretches in it drawn in their own style."""
    first, end = piece.start, piece.start + len(piece.text)
    runs: list[Run] = []
    here: int = first
    for left, right, name_of_style in lit:
        start, stop = max(left, here), min(right, end)
        if start < stop:
            runs.append((piece.text[here - first : start - first], style))
            runs.append((piece.text[start - first : stop - first], name_of_style))
            here = stop
    runs.append((piece.text[here - first :], style))
    return [run for run in runs if run[0]]
