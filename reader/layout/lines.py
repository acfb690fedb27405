"""Text into lines of a column: greedy filling at line-break opportunities, in cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from reader.layout.graphemes import boundaries
from reader.layout.linebreak import hard_breaks, opportunities
from reader.layout.width import prefix_widths


class Measured:
    """A text with its line-break opportunities and widths, which hold for every column width.

    ``breaks[k]`` is the offset before which a line may end; ``ends[k]`` is where the ink of such a line ends: the
    spaces before the break hang over the edge and are not drawn. ``offsets[i]`` is the width in cells of ``text[:i]``.
    """

    __slots__ = ("breaks", "end_cells", "ends", "hard", "offsets", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.offsets = prefix_widths(text)
        self.breaks = opportunities(text)
        self.ends = [_ink_end(text, end) for end in self.breaks]
        self.end_cells = [self.offsets[end] for end in self.ends]
        self.hard = [bisect_left(self.breaks, offset) for offset in hard_breaks(text)] if "\n" in text else []

    @property
    def width_cells(self) -> int:
        """The width of the text on a single line."""
        return self.offsets[-1]

    @property
    def first_word_cells(self) -> int:
        """The width of what comes before the first opportunity."""
        return self.end_cells[0] if self.end_cells else 0

    @property
    def widest_word_cells(self) -> int:
        """The width of the widest stretch between two opportunities: a narrower column would tear it."""
        starts = (0, *(self.offsets[offset] for offset in self.breaks))
        return max((end - start for start, end in zip(starts, self.end_cells, strict=False)), default=0)

    def fill(self, width_cells: int, first_indent_cells: int = 0) -> list[tuple[int, int]]:
        """Returns the ``(start, end)`` offsets, half-open, of each line's ink; a text without ink has one empty line.

        A line is at most ``width_cells`` wide, the first one less its indent; only a single grapheme cluster that is
        wider by itself sticks out. A word longer than a line is torn between grapheme clusters. Between one line's
        end and the next one's start there are only spaces and line feeds.
        """
        lines: list[tuple[int, int]] = []
        start, index = 0, 0
        room = width_cells - first_indent_cells
        while index < len(self.breaks):
            last = bisect_right(self.end_cells, self.offsets[start] + room, index) - 1
            if self.hard and (found := bisect_left(self.hard, index)) < len(self.hard):
                last = min(last, self.hard[found])
            if last >= index:
                lines.append((start, max(start, self.ends[last])))
                start, index = self.breaks[last], last + 1
            else:
                torn = self._tear(start, self.ends[index], room, width_cells)
                lines += torn
                start = torn[-1][1]
                if start == self.ends[index]:  # of clusters wider than a line nothing is left over
                    start, index = self.breaks[index], index + 1
            room = width_cells
        return lines or [(0, 0)]

    def _tear(self, start: int, end: int, room: int, width_cells: int) -> list[tuple[int, int]]:
        """Returns the full lines of a word that is longer than a line; its rest goes on the line after them."""
        edges = [start + offset for offset in boundaries(self.text[start:end])]
        lines = []
        here = 0
        while self.offsets[end] - self.offsets[edges[here]] > room and here < len(edges) - 1:
            limit = self.offsets[edges[here]] + room
            cut = bisect_right(edges, limit, here, key=self.offsets.__getitem__) - 1
            cut = max(cut, here + 1)  # one cluster at least, or it would never end
            lines.append((edges[here], edges[cut]))
            here, room = cut, width_cells
        return lines


def _ink_end(text: str, end: int) -> int:
    while end and text[end - 1] in " \n":
        end -= 1
    return end
