"""Rows of a screen as cells, and the stretches of cells in which two rows differ. Pure.

A character of two cells has its text in the first and an empty text in the second, and marks are in the cell of the
character that they belong to.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby, pairwise
from operator import is_not, ne

from reader.layout.graphemes import boundaries, is_common
from reader.layout.width import ambiguous_are_wide, prefix_widths, taken_widths
from reader.ui.terminal.pens import Pen, for_blanks, pen, step
from reader.ui.terminal.straight_rows import MAY_DRIFT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.layout.width import TerminalWidths

    Stretch = tuple[int, int]
    """Cells of a row, from the first to the one behind the last."""

RESERVED = "\u2800"
"""The text of a cell that is left to a picture: a blank of Braille, which is written as a blank."""
_FIRST_WIDE = "\u3000"
"""The first of the common characters that take two cells; see :func:`is_common`."""
_UNKNOWN = "\0"
_CHANGED = re.compile(rb"\x01(?:\x00?\x01)*")
"""Changed cells, and single ones between them: among these the second cells of wide characters."""
_GAP_CELLS = 5
"""Number of unchanged cells that cost no more than a movement of the cursor."""
_WORD_CELLS = 24
"""Number of unchanged cells of a changed word that are written with it, at each side."""
_OWN_WORDS = "\u2e80"
"""The first character that is no part of a longer word."""


def in_cells(text: str) -> Sequence[str]:
    """Returns the text of each cell."""
    if text.isascii():
        return text
    if not ambiguous_are_wide() and is_common(text):
        return [cell for char in text for cell in ((char, "") if char >= _FIRST_WIDE else (char,))]
    return _measured(text, taken_widths())


@lru_cache(4096)
def _measured(text: str, _widths: TerminalWidths) -> Sequence[str]:
    """Returns the text of each cell, on a terminal with some widths."""
    offsets = prefix_widths(text)
    cells: list[str] = []
    since = 0
    for begin, end in pairwise(boundaries(text)):
        if width := offsets[end] - offsets[begin]:  # else a mark by itself, which goes with the next character
            cells += (text[since:end], *[""] * (width - 1))
            since = end
    if cells and since < len(text):
        cells[max(place for place, cell in enumerate(cells) if cell)] += text[since:]
    return tuple(cells)


@lru_cache(4096)
def _may_drift(text: str) -> bool:
    """Whether a text has characters that take other cells on some terminals."""
    return MAY_DRIFT.search(text) is not None


class CellRow:
    """A row of a screen: the text and the pen of each cell, blank at first."""

    __slots__ = ("drifts", "pens", "texts")

    def __init__(self, width: int) -> None:
        self.texts = [" "] * width
        self.pens = [pen()] * width
        self.drifts = False
        """Whether it has characters that take other cells on some terminals; it may say so for a while after them."""

    def copy(self) -> CellRow:
        """Returns a row with the same cells."""
        row = CellRow(0)
        row.texts, row.pens = self.texts.copy(), self.pens.copy()
        row.drifts = MAY_DRIFT.search("".join(self.texts)) is not None if self.drifts else False
        return row

    def put(self, x: int, parts: Iterable[tuple[str, Pen]]) -> None:
        """Writes texts from a column on, each in its pen, as far as there is room.

        Where they cover half of a wide character, a blank is left of the other half.
        """
        cells: list[str] = []
        pens: list[Pen] = []
        for text, own in parts:
            cells += (found := in_cells(text))
            if found is not text:
                self.drifts = self.drifts or _may_drift(text)
                if not found:
                    self._join(cells, x, text)
            blanks = len(text) - len(text.rstrip(" ")) if text[-1:] == " " else 0  # alike in all colours of text
            pens += [own] * (len(cells) - len(pens) - blanks)
            if blanks:
                pens += [own.on_blanks] * blanks
        stop = min(x + len(cells), len(self.texts))
        if x >= stop:
            return
        for edge in (x, stop):
            if edge < len(self.texts) and self.texts[edge] == "":
                self._break(edge)
        self.texts[x:stop], self.pens[x:stop] = cells[: stop - x], pens[: stop - x]
        if stop - x < len(cells) and cells[stop - x] == "":
            self._break(stop - 1)

    def _join(self, cells: list[str], x: int, marks: str) -> None:
        """Adds marks by themselves to the character before them: in cells that begin at a column, or on the row."""
        before, end = (cells, len(cells)) if cells else (self.texts, min(x, len(self.texts)))
        place = next((place for place in range(end - 1, -1, -1) if before[place]), None)
        if place is not None:
            before[place] += marks

    def _break(self, x: int) -> None:
        """Puts blanks in the cells of the wide character of which a column has the second one."""
        texts = self.texts
        begin, end = x, x + 1
        while begin and texts[begin] == "":
            begin -= 1
        while end < len(texts) and texts[end] == "":
            end += 1
        texts[begin:end] = [" "] * (end - begin)

    def forget(self, begin: int, end: int) -> None:
        """Takes some cells, half-open, for others than any row has, so that they are written."""
        end = min(end, len(self.texts))
        self.texts[begin:end] = [_UNKNOWN] * max(0, end - begin)

    def is_reserved(self, begin: int, end: int) -> bool:
        """Whether some cells, half-open, are left to a picture, with nothing over it."""
        return self.texts[begin:end] == [RESERVED] * (end - begin)

    def changes(self, shown: CellRow | None) -> list[Stretch]:
        """Returns the cells to write on a terminal that shows another row; all of them for a row that is not known.

        Words are written whole, for those who have read to them what a terminal gets.
        """
        texts, pens = self.texts, self.pens
        if shown is None:
            return [(0, len(texts))]
        if texts == shown.texts and pens == shown.pens:
            return []
        if self.drifts or shown.drifts:
            return [(0, len(texts))]
        differ = bytes(map(ne, texts, shown.texts))
        if pens != shown.pens:
            in_pens = bytes(map(is_not, pens, shown.pens))
            differ = (int.from_bytes(differ) | int.from_bytes(in_pens)).to_bytes(len(texts))
        found: list[Stretch] = []
        for match in _CHANGED.finditer(differ):
            begin, end = self._with_words(*match.span())
            if found and (begin <= found[-1][1] or self._is_bridge(found[-1][1], begin)):
                begin, _ = found.pop()
            found.append((begin, end))
        return found

    def _with_words(self, begin: int, end: int) -> Stretch:
        """Returns a stretch with the rest of the words at its ends."""
        texts = self.texts
        if _is_word(texts[begin]):
            least = max(0, begin - _WORD_CELLS)
            while begin > least and _is_word(texts[begin - 1]):
                begin -= 1
        if _is_word(texts[end - 1]):
            most = min(len(texts), end + _WORD_CELLS)
            while end < most and _is_word(texts[end]):
                end += 1
        return begin, end

    def _is_bridge(self, begin: int, end: int) -> bool:
        """Whether writing unchanged cells costs no more than going over them."""
        if end - begin > _GAP_CELLS:
            return False
        pens = self.pens
        own = pens[begin - 1]
        return all(each is own or each is own.on_blanks for each in pens[begin:end])

    def written(self, stretch: Stretch, now: Pen) -> tuple[str, Pen]:
        """Returns the output for some cells on a terminal that draws with a pen, and the pen after that."""
        begin, end = stretch
        parts: list[str] = []
        texts = self.texts
        for own, group in groupby(self.pens[begin:end]):
            begin, since = begin + len(list(group)), begin
            text = "".join(texts[since:begin]).replace(RESERVED, " ")
            if own is not now:
                if not text.strip(" "):
                    own = now if now.on_blanks is own.on_blanks else for_blanks(now, own)
                parts.append(step(now, own))
                now = own
            parts.append(text)
        return "".join(parts), now


def _is_word(cell: str) -> bool:
    """Whether a cell has a part of a word that may be longer."""
    return " " < cell < _OWN_WORDS and cell != RESERVED
