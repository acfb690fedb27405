"""Where columns begin: a row is divided there, though a line reaches the next column with hardly a gap between them."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from statistics import median

from reader.importing.scripts import script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.lines import Line
    from reader.importing.pdf.sheets import Glyph
    from reader.importing.scripts import Script

NEAR = 0.2
"""Sizes by which the lines of a column may begin beside its edge."""
REACH = 16.0
"""Sizes above and below in which other lines must begin at the edge."""
MIN_STARTS = 3
MIN_COLUMN = 8.0
"""Sizes that a line is wide at least which another column's line begins after."""
SAME_SIZE = 0.06
WORDS = 3
"""Where so many gaps stand between Latin words, these were drawn one by one: an edge has a wider gap."""
WIDER = 1.3


class Edges:
    """The places where lines begin that are told apart by wide gaps."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines: dict[int, list[Line]] = {}
        for line in lines:
            self._lines.setdefault(round(line.left), []).append(line)

    def divided(self, row: list[Glyph]) -> list[list[Glyph]]:
        """Divides a row, which is in order from the left, where columns begin.

        What is drawn at once stays together, even where it reaches into the next column.
        """
        runs: dict[int, list[Glyph]] = {}
        for glyph in row:
            if not glyph.char.isspace():
                runs.setdefault(glyph.run, []).append(glyph)
        if len(runs) < 2:
            return [row]
        ordered = sorted(runs.values(), key=lambda run: run[0].left)
        gaps = [after[0].left - before[-1].right for before, after in pairwise(ordered)]
        blanks = [
            gap
            for gap, (before, after) in zip(gaps, pairwise(ordered), strict=True)
            if gap > 0.1 * after[0].size and before[-1].char.isascii() and after[0].char.isascii()
        ]
        least = WIDER * median(blanks) if len(blanks) >= WORDS else float("-inf")
        begun = [ordered[0][0].left]
        for at, gap in enumerate(gaps, 1):
            first = ordered[at][0]
            if gap >= least and first.left - begun[-1] >= MIN_COLUMN * first.size:
                text = "".join(glyph.char for run in ordered[at : at + WORDS] for glyph in run)
                if self._begin(first, script_of(text)):
                    begun.append(first.left)
        if len(begun) == 1:
            return [row]
        starts = {run[0].run: run[0].left for run in ordered}
        parts: list[list[Glyph]] = [[] for _ in begun]
        for glyph in row:
            parts[max(0, bisect(begun, starts.get(glyph.run, glyph.left)) - 1)].append(glyph)
        return parts

    def _begin(self, glyph: Glyph, side: Script | None) -> bool:
        """Whether a column begins with a glyph: lines of its language begin there above or below, too."""
        near = NEAR * glyph.size
        column = (
            line
            for at in range(round(glyph.left - near), round(glyph.left + near) + 1)
            for line in self._lines.get(at, ())
        )
        found = 0
        for line in column:
            found += (
                abs(line.left - glyph.left) <= near
                and abs(line.baseline - glyph.baseline) <= REACH * glyph.size
                and abs(line.size - glyph.size) <= SAME_SIZE * glyph.size
                and line.side == side
            )
        return found >= MIN_STARTS
