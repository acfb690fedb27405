"""Rows of a screen as cells, and the stretches of cells in which two rows differ. Pure.

A character of two cells has its text in the first and an empty text in the second, and marks are in the cell of the
character that they belong to.
"""

from __future__ import annotations

import re
from itertools import groupby, pairwise
from operator import is_not, ne

from reader.layout.graphemes import boundaries, is_common
from reader.layout.width import ambiguous_are_wide, prefix_widths
from reader.ui.terminal.pens import Pen, for_blanks, pen, step
from reader.ui.terminal.straight_rows import MAY_DRIFT

TYPE_CHECKING = False
if TYPE_CHECKING:
    Stretch = tuple[int, int]
    """Cells of a row, from the first to the one behind the last."""

_FIRST_WIDE = "\u3000"
"""The first of the common characters that take two cells; see :func:`is_common`."""
_CHANGED = re.compile(rb"\x01(?:\x00?\x01)*")
"""Changed cells, and single ones between them: among these the second cells of wide characters."""
_GAP_CELLS = 5
"""Number of unchanged cells that cost no more than a movement of the cursor."""
_WORD_CELLS = 24
"""Number of unchanged cells of a changed word that are written with it, at each side."""
_OWN_WORDS = "\u2e80"
"""The first character that is no part of a longer word."""


def in_cells(text: str) -> list[str]:
    """Returns the text of each cell."""
    if text.isascii():
        return list(text)
    if not ambiguous_are_wide() and is_common(text):
        return [cell for char in text for cell in ((char, "") if char >= _FIRST_WIDE else (char,))]
    offsets = prefix_widths(text)
    cells: list[str] = []
    since = 0
    for begin, end in pairwise(boundaries(text)):
        if width := offsets[end] - offsets[begin]:  # else a mark by itself, which goes with the next character
            cells += (text[since:end], *[""] * (width - 1))
            since = end
    if cells and since < len(text):
        cells[max(place for place, cell in enumerate(cells) if cell)] += text[since:]
    return cells


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

    def put(self, x: int, text: str, own: Pen) -> int:
        """Writes a text from a column on, as far as there is room, and returns the column behind it.

        Where it covers half of a wide character, a blank is left of the other half.
        """
        texts, pens = self.texts, self.pens
        cells = in_cells(text)
        end, stop = x + len(cells), min(x + len(cells), len(texts))
        if x >= stop:
            self._join(x, text if not cells else "")
            return end
        for edge in (x, stop):
            if edge < len(texts) and texts[edge] == "":
                self._break(edge)
        blanks = len(text) - len(text.rstrip(" "))  # they look alike in all colours of text
        inked = min(end - blanks, stop)
        texts[x:stop], pens[x:inked] = cells[: stop - x], [own] * (inked - x)
        pens[inked:stop] = [own.on_blanks] * (stop - inked)
        if stop < end and cells[stop - x] == "":
            self._break(stop - 1)
        if not text.isascii() and MAY_DRIFT.search(text):
            self.drifts = True
        return end

    def _join(self, x: int, marks: str) -> None:
        """Adds marks to the character before a column."""
        place = next((place for place in range(min(x, len(self.texts)) - 1, -1, -1) if self.texts[place]), None)
        if marks and place is not None:
            self.texts[place] += marks

    def _break(self, x: int) -> None:
        """Puts blanks in the cells of the wide character of which a column has the second one."""
        texts = self.texts
        begin, end = x, x + 1
        while begin and texts[begin] == "":
            begin -= 1
        while end < len(texts) and texts[end] == "":
            end += 1
        texts[begin:end] = [" "] * (end - begin)

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
        others = int.from_bytes(bytes(map(ne, texts, shown.texts)))
        others |= int.from_bytes(bytes(map(is_not, pens, shown.pens)))
        found: list[Stretch] = []
        for match in _CHANGED.finditer(others.to_bytes(len(texts))):
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
            text = "".join(texts[since:begin])
            if own is not now:
                if not text.strip(" "):
                    own = now if now.on_blanks is own.on_blanks else for_blanks(now, own)
                parts.append(step(now, own))
                now = own
            parts.append(text)
        return "".join(parts), now


def _is_word(cell: str) -> bool:
    """Whether a cell has a part of a word that may be longer."""
    return " " < cell < _OWN_WORDS
