"""The rows of a viewport as runs: the margin and the line of each column, with overlays. Pure functions."""

from __future__ import annotations

from itertools import pairwise

from reader.layout.geometry import MARGIN_SIGN_CELLS
from reader.layout.piece import clipped
from reader.layout.spaces import LEFT, RIGHT, TextOffset, other_side
from reader.layout.width import cell_width, flush_right, pad
from reader.model.language import is_ideographic, name
from reader.model.record import record, replace
from reader.reading.in_sight import item_beginning_at
from reader.reading.term_places import TermPlaces

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.layout.geometry import Geometry
    from reader.layout.item import Cell, Item
    from reader.layout.piece import Line, Piece
    from reader.layout.runs import Run
    from reader.layout.spaces import Side, WindowRow
    from reader.marks.article_text import TextRange
    from reader.reading.overlays import Overlays
    from reader.reading.term_places import ItemAt, TermMarks
    from reader.reading.viewport import Viewport

    LitRange = tuple[TextOffset, TextOffset, str]
    """A half-open range of a passage's text, and the name of a style."""

BOOKMARK_SIGN, NOTE_SIGN = "⚑", "✎"
HERE_SIGN = "▎"
"""Bar beside the rows of the current paragraph and of its counterpart."""
DIVIDER = "│"
MORE_SIGN = "›"
"""Sign beside a table or code that goes on at the right."""
_KIND_STYLES = {
    "kicker": "muted",
    "title": "strong",
    "deck": "muted",
    "credits": "muted",
    "relation": "muted",
    "continued": "muted",
    "heading": "heading",
    "by": "muted",
    "author": "muted",
    "aside": "heading",
    "figure": "muted",
    "colophon": "muted",
    "code": "code",
    "notes": "strong",
}
_PIECE_STYLES = {
    **dict.fromkeys(("bar", "second", "sign", "reading", "gloss"), "muted"),
    **dict.fromkeys(("head", "speaker"), "strong"),
    "rule": "faint",
    "footnote": "accent",
}
_HAN_PIECE_STYLES = {**_PIECE_STYLES, "emphasis": "emphasis-han"}


_BAR_STYLES = {"bar", "second"}
"""Styles of the pieces that are bars at the left of a text."""
_LEADING = {"match-here", "selection"}
"""Styles of the text that the reader is at."""


@record
class Ruler:
    """The widths of the parts of a row, in cells; computed once for a geometry."""

    left: int
    margin: int
    columns: tuple[int, int]
    across: int
    """Width of a line that goes over both columns."""
    hang: int
    parallel: bool
    gutter: str
    """The gutter with its divider, up to the cell beside the right column."""

    @classmethod
    def of(cls, geometry: Geometry) -> Ruler:
        """Returns the ruler of a geometry."""
        gutter = DIVIDER.center(len(geometry.gutter)) if len(geometry.gutter) != 2 else DIVIDER + " "
        margin, columns, hang = geometry.margin_cells, geometry.columns_cells, geometry.hang_cells
        return cls(geometry.left_cells, margin, columns, geometry.across_cells, hang, geometry.parallel, gutter[:-1])


@record
class Frame:
    """The state that all rows of a frame share."""

    viewport: Viewport
    ruler: Ruler
    here: str
    """Anchor of the current passage; empty in the head of the article."""
    overlays: Overlays
    terms: TermPlaces
    divided: bool
    """Whether the divider is drawn: through all rows, or through none where a table goes over both columns."""


def frame(viewport: Viewport, overlays: Overlays, term_marks: TermMarks = "all") -> Frame:
    """Returns the state that the rows of a frame share."""
    window = viewport.window
    here = window.item
    ruler = Ruler.of(window.geometry)
    divided = ruler.parallel and not any(row.spans for row in window.rows)
    terms = TermPlaces(overlays.terms, term_marks, window)
    return Frame(viewport, ruler, here.anchor if here and here.number else "", overlays, terms, divided)


def row(shown: Frame, number: WindowRow) -> list[Run]:
    """Returns a row of the window: the margin, then the line of each column; below the end only the divider."""
    window, ruler = shown.viewport.window, shown.ruler
    if number >= len(window.rows):
        return blank(shown)
    line = window.rows[number]
    runs: list[Run] = [(" " * ruler.left, "")]
    if ruler.margin:
        marks = shown.overlays.marks
        item = item_beginning_at(window, number) if marks.bookmarked or marks.noted else None
        flag = " "
        if item and item.number:
            signs = ((BOOKMARK_SIGN, marks.bookmarked), (NOTE_SIGN, marks.noted or ()))
            flag = next((sign for sign, anchors in signs if item.anchor in anchors), " ")
        printed = flush_right(line.page or line.label, ruler.margin - MARGIN_SIGN_CELLS)
        runs += [(printed, "muted strong" if line.page else "muted"), (flag, "strong")]
        runs.append(_beside(shown, line.left, line.left_item))
    if not ruler.parallel or line.spans:
        width = ruler.across if ruler.parallel else ruler.columns[0]
        return [*runs, *_line(shown, line.left, (LEFT, line.at[0]), line.left_item, line.sides[0], width)]
    runs += _line(shown, line.left, (LEFT, line.at[0]), line.left_item, line.sides[0], ruler.columns[0])
    runs += [_divider(shown), _beside(shown, line.right, line.right_item)]
    column = RIGHT if window.can_unlink else LEFT
    runs += _line(shown, line.right, (column, line.at[1]), line.right_item, line.sides[1], ruler.columns[1])
    return runs


def blank(shown: Frame) -> list[Run]:
    """Returns a row without text, up to the divider; empty where there is none."""
    ruler = shown.ruler
    if not ruler.parallel:
        return []
    return [(" " * (ruler.left + ruler.margin + ruler.columns[0] + ruler.hang), ""), _divider(shown)]


def _divider(shown: Frame) -> Run:
    """Returns the gutter up to the cell beside the right column."""
    gutter = shown.ruler.gutter
    return gutter if shown.divided else " " * len(gutter), "faint"


def _beside(shown: Frame, line: Line, item: Item | None) -> Run:
    """Returns the cell at the left of a line: a bar beside the current paragraph."""
    return (HERE_SIGN, "accent") if _is_here(shown, line, item) else (" ", "")


def _barless(line: Line) -> Line:
    """Returns a line with blanks for the bars that it begins with: the bar of the current paragraph is beside them."""
    pieces = list(line.pieces)
    for number, piece in enumerate(pieces):
        if piece.style not in _BAR_STYLES and piece.text.strip():
            break
        pieces[number] = replace(piece, text=" " * cell_width(piece.text), style="")
    return replace(line, pieces=tuple(pieces))


def _is_here(shown: Frame, line: Line, item: Item | None) -> bool:
    """Whether a line is of the current paragraph or of its counterpart: it has text, or is blank between its lines."""
    is_of_text = bool(line.pieces) or line.is_inner
    return item is not None and bool(item.number) and item.anchor == shown.here and is_of_text


def heads(shown: Frame, languages: tuple[str, str], leading: Side | None) -> list[Run]:
    """Returns the line with the language of each column; ``leading`` is the side that moves, if they are unlinked."""
    ruler, names = shown.ruler, [name(tag) for tag in languages]
    runs: list[Run] = [(" " * (ruler.left + ruler.margin), "")]
    if ruler.parallel:
        styles = ["strong" if leading == side else "muted" for side in (0, 1)]
        left = pad(names[0], ruler.columns[0] + ruler.hang)
        return [*runs, (left, styles[0]), _divider(shown), (" ", ""), (names[1], styles[1])]
    window = shown.viewport.window
    if sign := window.column.items.sign_of(window.index):
        return [*runs, (sign.here, "muted strong"), (" · ", "muted"), (sign.beyond, "muted")]
    one = {"left": names[0], "right": names[1]}.get(window.geometry.shown_mode, " / ".join(names))
    return [*runs, (one, "muted")]


def _line(shown: Frame, line: Line, at: ItemAt, item: Item | None, side: Side, width_cells: int) -> list[Run]:
    """Returns a column's line, filled up to the column's width and the room for a hanging mark."""
    shift_cells = shown.viewport.window.shift_cells
    room = width_cells + shown.ruler.hang
    if item is None and not line.pieces:
        return [(" " * room, "")]
    more = line.wide and cell_width(line.text) > shift_cells + width_cells
    if line.wide:
        line = clipped(line, shift_cells, width_cells)
    cell = item.cells[side] if item else None
    base = _KIND_STYLES.get(item.kind if item else "", "muted" if cell and cell.note else "")
    ground = "current" if _is_here(shown, line, item) else ""
    base = f"{base} {ground}".strip()
    line = _barless(line) if ground else line
    names = _HAN_PIECE_STYLES if cell and is_ideographic(cell.language) else _PIECE_STYLES
    lit = _lit(shown, at, item, side) if item else []
    runs: list[Run] = []
    used = after = 0
    if cell and cell.code_language and not cell.note:
        from reader.reading.code_colours import coloured  # few articles have code

        pieces = coloured(line.pieces, cell.prose.text, cell.code_language)
    else:
        pieces = shown.terms.cut(line.pieces, at, side, cell)
    fill = base if item and item.kind == "code" else ground
    for piece in pieces:
        style = base
        if piece.style:
            own = (names.get(s, s) for s in piece.style.split())
            style = " ".join(filter(None, (ground if piece.style == "second" else base, *own)))
            if cell and "link" in piece.style:
                style += f" link={_target(cell, piece)}"
        here = _shared(piece, lit, shown, at, item, side) if item and piece.other >= 0 else lit
        if here and piece.start >= 0:
            runs += _over(piece, style, here)
            after = piece.start + len(piece.text)
        else:  # a blank between two lit characters is lit as they are
            runs.append((piece.text, next((name for start, end, name in lit if start < after < end), style)))
        used += cell_width(piece.text)
    if more and used < room:
        runs += [(" " * (width_cells - used), fill), (MORE_SIGN, f"strong {fill}".strip())]
        used = width_cells + 1
    return [*runs, (" " * (room - used), fill)]


def _target(cell: Cell, piece: Piece) -> str:
    """Returns the target of the link that a piece is a part of; empty without one."""
    offset = piece.start - cell.offset
    return next((s.target for s in cell.prose.spans if s.kind == "link" and s.start <= offset < s.end), "")


def _lit(shown: Frame, at: ItemAt, item: Item, side: Side) -> list[LitRange]:
    """Returns the ranges of an item's side with a style of their own, in order and without overlap."""
    matches = shown.viewport.lit(*at, side)
    lit = [(start, end, "match-here" if current else "match") for start, end, current in matches]
    selection, highlights = shown.overlays.selection, shown.overlays.marks.highlights
    sentence = shown.overlays.sentence
    if sentence and item.number and item.anchor == sentence.anchor:
        lit = _under((sentence,), item.cells[side], lit, "match")
    if highlights and item.number and item.anchor in highlights:
        lit = _under(highlights[item.anchor], item.cells[side], lit)
    if selection and (chosen := selection.covers(*at, item, side)):
        lit = [stretch for stretch in lit if stretch[1] <= chosen[0] or stretch[0] >= chosen[1]]
        lit = sorted([*lit, (*chosen, "selection")])
    return lit


def _shared(piece: Piece, lit: list[LitRange], shown: Frame, at: ItemAt, item: Item, side: Side) -> list[LitRange]:
    """Returns the lit ranges of a piece that both sides share: of the side with the current match or selection."""
    by, end = piece.start - piece.other, piece.start + len(piece.text)
    across = [
        (TextOffset(start + by), TextOffset(stop + by), style)
        for start, stop, style in _lit(shown, at, item, other_side(side))
    ]
    here = [style for start, stop, style in lit if start < end and piece.start < stop]
    there = [style for start, stop, style in across if start < end and piece.start < stop]
    return across if _LEADING & {*there} or not here else lit


def _under(
    ranges: Iterable[TextRange], cell: Cell | None, lit: list[LitRange], style: str = "highlight"
) -> list[LitRange]:
    """Returns the lit ranges, with other ranges of the cell's language in a style where nothing else is lit."""
    if cell is None or cell.note:
        return lit
    begin, end = cell.offset, TextOffset(cell.offset + len(cell.prose.text))
    edges = {edge for start, stop, _ in lit for edge in (start, stop)}
    held = [
        (max(TextOffset(s.start), begin), min(TextOffset(s.end), end))
        for s in ranges
        if s.language in ("", cell.language)
    ]
    held = [(start, stop) for start, stop in held if start < stop]
    edges |= {edge for span in held for edge in span}
    found = list(lit)
    for start, stop in pairwise(sorted(edges)):
        if any(s <= start and stop <= e for s, e in held) and not any(s < stop and start < e for s, e, _ in lit):
            found.append((start, stop, style))
    return sorted(found)


def _over(piece: Piece, style: str, lit: list[LitRange]) -> list[Run]:
    """Returns a piece's runs, with the lit ranges in it in their own style."""
    first, end = piece.start, TextOffset(piece.start + len(piece.text))
    runs: list[Run] = []
    here = first
    for left, right, name_of_style in lit:
        start, stop = max(left, here), min(right, end)
        if start < stop:
            runs.append((piece.text[here - first : start - first], style))
            runs.append((piece.text[start - first : stop - first], name_of_style))
            here = stop
    runs.append((piece.text[here - first :], style))
    return [run for run in runs if run[0]]
