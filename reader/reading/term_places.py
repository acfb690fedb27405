"""The places of glossary terms in a window: all, the first of each term, or none. Pure."""

from __future__ import annotations

from reader.layout.piece import Piece
from reader.layout.spaces import LEFT, RIGHT, TextOffset

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Literal

    from reader.layout.item import Cell
    from reader.layout.spaces import ItemIndex, Side
    from reader.model.terms import Terms
    from reader.reading.window import Window

    ItemAt = tuple[Side, ItemIndex]
    """A column of the spread, and an item in it."""
    TermMarks = Literal["first", "all", "none"]
    """Occurrences of a term that are marked: the first in sight in each language, each, or none."""
    TermSpot = tuple[ItemAt, Side, int]
    """An item, its side, and the offset of a term's first character in the side's prose."""

TERM_MARKS: tuple[TermMarks, ...] = ("first", "all", "none")


def term_marks_named(name: str) -> TermMarks:
    """Returns the choice of that name; raises ValueError for a name that is not in :data:`TERM_MARKS`."""
    return TERM_MARKS[TERM_MARKS.index(name)]


class TermPlaces:
    """The occurrences of a glossary's terms that are marked in a window."""

    def __init__(self, terms: Terms | None, marks: TermMarks, window: Window) -> None:
        self._terms = terms if marks != "none" else None
        self._shown = _firsts(self._terms, window) if self._terms and marks == "first" else None

    def cut(self, pieces: tuple[Piece, ...], at: ItemAt, side: Side, cell: Cell | None) -> Iterator[Piece]:
        """Yields the pieces of a line, cut so that each marked term is a piece of its own."""
        found = _found(self._terms, cell)
        if self._shown is not None:
            found = [place for place in found if (at, side, place[0]) in self._shown]
        if not found or cell is None:
            yield from pieces
            return
        for piece in pieces:
            here, end = piece.start, TextOffset(piece.start + len(piece.text))
            if piece.start >= 0:
                for first, last in found:
                    start = max(TextOffset(first + cell.offset), here)
                    stop = min(TextOffset(last + cell.offset), end)
                    if start < stop:
                        if here < start:
                            yield Piece(piece.text[here - piece.start : start - piece.start], here, piece.style)
                        styled = f"{piece.style} term".strip()
                        yield Piece(piece.text[start - piece.start : stop - piece.start], start, styled)
                        here = stop
            if here == piece.start:
                yield piece
            elif here < end:
                yield Piece(piece.text[here - piece.start :], here, piece.style)


def _found(terms: Terms | None, cell: Cell | None) -> list[tuple[int, int]]:
    """Returns the half-open ranges of the terms in a cell's prose; none in tables and code."""
    if not terms or not cell or cell.table or cell.code_language:
        return []
    return [(first, last) for first, last, _ in terms.in_prose(cell.language, cell.prose)]


def _firsts(terms: Terms, window: Window) -> frozenset[TermSpot]:
    """Returns the first occurrence in sight of each term in each language."""
    seen: dict[tuple[Side, int], TermSpot] = {}
    columns = (LEFT, RIGHT if window.can_unlink else LEFT)
    for row in window.rows:
        for k, (line, item) in enumerate(((row.left, row.left_item), (row.right, row.right_item))):
            side = row.sides[k]
            cell = item.cells[side] if item and line.pieces else None
            if cell is None or cell.table or cell.code_language:
                continue
            at = columns[k], row.at[k]
            for first, last, entry in terms.in_prose(cell.language, cell.prose):
                begin, end = first + cell.offset, last + cell.offset
                if any(p.start >= 0 and begin < p.start + len(p.text) and p.start < end for p in line.pieces):
                    seen.setdefault((side, id(entry)), (at, side, first))
    return frozenset(seen.values())
