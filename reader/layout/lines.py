"""Breaks a text into lines of a column: greedy filling at line-break opportunities, in terminal cells.

Offsets here count code points of the text that is measured; `Cell.offset` leads from there to the passage's text.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import accumulate, pairwise

from reader.layout.graphemes import boundaries
from reader.layout.linebreak import hard_breaks, opportunities
from reader.layout.spacing import gaps
from reader.layout.tailoring import NOT_AT_END, NOT_AT_START
from reader.layout.width import SOFT_HYPHEN, prefix_widths
from reader.model.scripts import CLOSING_BRACKETS_HAN, CLOSING_QUOTES, PAUSES_HAN, PAUSES_LATIN, SENTENCE_ENDS_HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.hyphens import Hyphens

HANGING = frozenset(SENTENCE_ENDS_HAN + PAUSES_HAN + CLOSING_BRACKETS_HAN + CLOSING_QUOTES + ".\"'" + PAUSES_LATIN)
"""Marks that may hang beside a column: the closing marks of GB/T 15834, and the small marks of Latin text."""

_SPARSE = 12
"""Mean number of characters between spaces from which a search for spaces is faster than a test of each break."""
_MAX_HYPHENATED = 2
"""Maximum number of successive lines that end with a hyphen."""
_MAX_YIELDED = 4
"""Maximum number of clusters that move to the next line so that no prohibited mark is at an edge of a torn line."""


class Measured:
    """A text with its line-break opportunities and widths, which hold for every column width.

    ``breaks[k]`` is an offset before which a line may end, and ``ends[k]`` the end of the ink of such a line: spaces
    before the break are not drawn. ``offsets[i]`` is the width in cells of ``text[:i]``.

    ``gaps`` are the offsets before which a blank is drawn within a line. Widths include these blanks, except for a
    line that begins or ends at one.
    """

    __slots__ = ("_hanging_cells", "breaks", "end_cells", "ends", "gaps", "hard", "offsets", "start_cells", "text")

    def __init__(self, text: str, spaced: bool = False, added: Sequence[tuple[int, int]] = ()) -> None:
        """Measures a text.

        Args:
            text: The text.
            spaced: Whether a blank is drawn between ideographs and Latin.
            added: Cells that are drawn beside characters, as ``(offset of the character, cells)``, ascending.
        """
        self.text = text
        self.gaps = gaps(text) if spaced else []
        offsets = _widened(prefix_widths(text), added) if added else prefix_widths(text)
        offsets = _spaced_out(offsets, self.gaps) if self.gaps else offsets
        # Arrays take a fifth of the memory of lists, so that more paragraphs stay in the processor's cache.
        self.offsets = array("i", offsets)
        self.start_cells = self.offsets
        """First cell of a line that begins at an offset, counted from the beginning of the text."""
        if self.gaps:
            self.start_cells = self.offsets[:]
            for gap in self.gaps:
                self.start_cells[gap] += 1
        self.breaks = array("i", opportunities(text))
        self.ends = _ink_ends(text, self.breaks) if " " in text or "\n" in text else self.breaks
        self.end_cells = array("i", list(map(offsets.__getitem__, self.ends)))
        """End of the ink before each opportunity, with a hyphen to draw, in cells from the beginning of the text."""
        if SOFT_HYPHEN in text:
            for index, end in enumerate(self.ends):
                self.end_cells[index] += self.is_divided(end)
        self.hard = [bisect_left(self.breaks, offset) for offset in hard_breaks(text)] if "\n" in text else []
        """Indices in ``breaks`` at which a line must end."""
        self._hanging_cells: dict[int, array[int]] = {}

    @property
    def width_cells(self) -> int:
        """Width of the text on a single line."""
        return self.offsets[-1]

    @property
    def first_word_cells(self) -> int:
        """Width of the text before the first opportunity."""
        return self.end_cells[0] if self.end_cells else 0

    @property
    def widest_word_cells(self) -> int:
        """Width of the widest part between two opportunities: a narrower column would tear it."""
        starts = (0, *(self.start_cells[offset] for offset in self.breaks))
        return max((end - start for start, end in zip(starts, self.end_cells, strict=False)), default=0)

    def is_divided(self, end: int) -> bool:
        """Whether a hyphen is drawn behind a line that ends at an offset: there is a soft hyphen, and more text."""
        return 0 < end < len(self.text) and self.text[end - 1] == SOFT_HYPHEN

    def cells(self, start: int, end: int) -> int:
        """Returns the width of the line ``text[start:end]`` in cells."""
        return self.offsets[end] - self.start_cells[start] if start < end else 0

    def blanks(self, start: int, end: int) -> list[tuple[int, int]]:
        """Returns the blanks drawn in the line ``text[start:end]`` as ``(offset, cells)``, ascending."""
        if not self.gaps:
            return []
        return [(gap, 1) for gap in self.gaps[bisect_right(self.gaps, start) : bisect_left(self.gaps, end)]]

    def hung_cells(self, end: int, hang_cells: int) -> int:
        """Returns the width of the mark that may hang at the end of a line's ink; 0 if none fits."""
        cells = self.offsets[end] - self.offsets[end - 1] if end and self.text[end - 1] in HANGING else 0
        return cells if cells <= hang_cells else 0

    def fill(
        self, width_cells: int, first_indent_cells: int = 0, hang_cells: int = 0, hyphens: Hyphens | None = None
    ) -> list[tuple[int, int]]:
        """Returns the ``(start, end)`` offsets, half-open, of each line's ink; a text without ink has one empty line.

        Only spaces and line feeds are between the end of a line and the start of the next. A word longer than a line
        is torn between grapheme clusters.

        Args:
            width_cells: Maximum width of a line; only a single wider grapheme cluster exceeds it.
            first_indent_cells: Indent of the first line, which is narrower by it.
            hang_cells: Width by which one closing mark may exceed a line.
            hyphens: Divides words at the ends of lines, and keeps the offsets; None if no word is divided.
        """
        lines: list[tuple[int, int]] = []
        breaks, ends, starts = self.breaks, self.ends, self.start_cells
        fits = self._fits(hang_cells) if hang_cells else self.end_cells
        count = len(breaks)
        feeds = iter(self.hard)
        feed = next(feeds, count)
        start = index = divided = 0
        limit = width_cells - first_indent_cells
        while index < count:
            last = bisect_right(fits, limit, index) - 1
            if last >= feed:
                last = feed
            elif hyphens and divided < _MAX_HYPHENATED and last + 1 < min(feed, count - 1):
                if last < index:
                    cut = hyphens.divide(start, ends[index], limit - starts[start])
                elif limit - self.end_cells[last] >= hyphens.zone_cells:
                    cut = hyphens.divide(breaks[last], ends[last + 1], limit - starts[breaks[last]])
                else:
                    cut = 0
                if cut:
                    lines.append((start, cut))
                    start, index, divided = cut, last + 1, divided + 1
                    limit = self.offsets[cut] + width_cells
                    continue
            divided = 0
            if last >= index:
                lines.append((start, ends[last]))
                start, index = breaks[last], last + 1
                limit = starts[start] + width_cells
            else:
                torn = self._tear(start, ends[index], limit - starts[start], width_cells)
                lines += torn
                start = torn[-1][1]
                if start == ends[index]:  # clusters wider than a line leave no rest
                    start = breaks[index]
                    index += 1
                limit = starts[start] + width_cells
            if index > feed:
                feed = next(feeds, count)
        return lines or [(0, 0)]

    def _fits(self, hang_cells: int) -> array[int]:
        """Returns the end of the ink, without a mark that may hang, before each opportunity, in cells.

        The values ascend as ``end_cells`` do: no line may end before a mark that may hang, unless it must end there.
        """
        if hang_cells not in self._hanging_cells:
            hung = (self.hung_cells(end, hang_cells) for end in self.ends)
            fits = [end - cells for end, cells in zip(self.end_cells, hung, strict=True)]
            self._hanging_cells[hang_cells] = array("i", fits)
        return self._hanging_cells[hang_cells]

    def _tear(self, start: int, end: int, room: int, width_cells: int) -> list[tuple[int, int]]:
        """Returns the full lines of a word that is longer than a line; its rest goes to the next line.

        ``room`` is the width left on the first of these lines, in cells.
        """
        word = self.text[start:end]
        whole = _inside_whole(word) if width_cells >= 4 else frozenset[int]()
        edges = [start + edge for edge in boundaries(word) if edge not in whole or edge == len(word)]
        end_cells = self.offsets[end]
        if self.is_divided(end):  # the last letter stays with the hyphen
            end_cells += 1
            edges = [edge for edge in edges if edge == end or self.text[edge:end].strip(SOFT_HYPHEN)]
        lines = []
        here = 0
        while end_cells - self.start_cells[edges[here]] > room and here < len(edges) - 1:
            limit = self.start_cells[edges[here]] + room
            cut = min(bisect_right(edges, limit, here, key=self.offsets.__getitem__) - 1, max(len(edges) - 2, here + 1))
            cut = self._yielded(edges, max(cut, here + 1), here + 1)  # at least one cluster, so that the loop ends
            lines.append((edges[here], edges[cut]))
            here, room = cut, width_cells
        return lines

    def _yielded(self, edges: list[int], cut: int, least: int) -> int:
        """Returns the last edge up to ``cut`` that leaves no prohibited mark at the edges of lines, else ``cut``."""
        for earlier in range(cut, max(least, cut - _MAX_YIELDED) - 1, -1):
            before, after = self.text[edges[earlier] - 1], self.text[edges[earlier] : edges[earlier] + 1]
            if before not in NOT_AT_END and (not after or after not in NOT_AT_START):
                return earlier
        return cut


def _inside_whole(word: str) -> frozenset[int]:
    """Returns the offsets inside a dash or an ellipsis of two characters, and after a zero width joiner."""
    return frozenset(match.end() - len(match[0]) // 2 for match in re.finditer("——|……|\u200d", word))


def _widened(offsets: list[int], added: Sequence[tuple[int, int]]) -> list[int]:
    """Returns prefix widths in which some characters are wider."""
    more = [0] * len(offsets)
    for offset, cells in added:
        more[offset + 1] = cells
    return [width + by for width, by in zip(offsets, accumulate(more), strict=True)]


def _spaced_out(offsets: list[int], gaps: list[int]) -> list[int]:
    """Returns prefix widths that include a blank before each gap."""
    wider = offsets[: gaps[0] + 1]
    for blanks, (gap, following) in enumerate(pairwise((*gaps, len(offsets) - 1)), 1):
        wider += [offset + blanks for offset in offsets[gap + 1 : following + 1]]
    return wider


def _ink_ends(text: str, breaks: array[int]) -> array[int]:
    """Returns the end of the ink before each opportunity; not before the opportunity that precedes it."""
    if "  " not in text and "\n" not in text and text.count(" ") * _SPARSE > len(text):
        return array("i", [offset - 1 if text[offset - 1] == " " else offset for offset in breaks])
    ends = breaks[:]
    for match in re.finditer("[ \n]+", text):
        end, stop = match.span()
        index = bisect_right(breaks, end)
        while index < len(breaks) and breaks[index] <= stop:
            ends[index] = end
            end = breaks[index]
            index += 1
    return ends


@lru_cache(maxsize=2048)
def measured(text: str, spaced: bool = False, added: tuple[tuple[int, int], ...] = ()) -> Measured:
    """Returns a measured text; the most recent ones are kept for other widths."""
    return Measured(text, spaced, added)


def measure_anew() -> None:
    """Forgets all measured texts, because the widths of characters have changed."""
    measured.cache_clear()
