"""Narrow gutters: divides a row of glyphs where columns begin, though the gap between them is narrow."""

from __future__ import annotations

from bisect import bisect
from itertools import pairwise
from statistics import median

from reader.importing.pdf.weights import text_lines as weights
from reader.importing.scripts import script_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph
    from reader.importing.pdf.text_lines.text_line import TextLine
    from reader.importing.scripts import Script

BEGINS_NO_LINE = "）」』》〉】〕，。、；！？～~"
"""Marks of Chinese text that begin no line."""


class _River:
    """A gap in rows under each other: the part of it that is free in all of them."""

    def __init__(self, left: float, right: float, row: Sequence[Glyph], first: Glyph) -> None:
        self.left, self.right, self.rows, self.last = left, right, [row], first

    def is_near(self, inked: Sequence[Glyph]) -> bool:
        """Whether a row below may still go on with it: it is close, and has no ink in the gap."""
        if not inked:
            return True
        step = inked[0].baseline - self.last.baseline
        return step <= weights.RIVER_STEP_EM * self.last.size and not any(
            glyph.left < self.right and glyph.right > self.left for glyph in inked
        )

    def flows_into(self, left: float, right: float, inked: Sequence[Glyph]) -> bool:
        """Whether a gap of a row below goes on with it."""
        size = inked[0].size
        step, free = inked[0].baseline - self.last.baseline, min(right, self.right) - max(left, self.left)
        is_same = abs(size - self.last.size) <= weights.GUTTER_SIZE_SHARE * size
        return 0 < step <= weights.RIVER_STEP_EM * size and free >= weights.RIVER_MIN_EM * size and is_same


_MAX_RIVERS = 12
"""Maximum number of gaps that may go on in the next row."""


def narrow_gutters(rows: Iterable[Sequence[Glyph]]) -> dict[int, list[float]]:
    """Returns the left edges of columns in rows by narrow gutters: gaps at one place in many rows under each other.

    The keys are the ``id()`` of the rows. Blanks between words are in one place by chance in few rows only.
    """
    found: dict[int, list[float]] = {}
    flowing: list[_River] = []
    ended: list[_River] = []
    for row in rows:
        inked = [glyph for glyph in row if not glyph.char.isspace()]
        grown: list[_River] = []
        for before, after in pairwise(inked):
            gap, size = after.left - before.right, after.size
            if gap < weights.RIVER_MIN_EM * size or before.right - inked[0].left < weights.MIN_COLUMN_EM * size:
                continue
            grown.append(_grown(flowing, before.right, after.left, row, inked))
        ids = {id(river) for river in grown}
        ended += [river for river in flowing if id(river) not in ids and not river.is_near(inked)]
        flowing = [*(river for river in flowing if id(river) not in ids and river.is_near(inked)), *grown][
            -_MAX_RIVERS:
        ]
        grown = []
    for river in (*ended, *flowing):
        if len(river.rows) >= weights.RIVER_MIN_ROWS:
            for row in river.rows:
                found.setdefault(id(row), []).append(river.right)
    return found


def _grown(
    flowing: Iterable[_River], left: float, right: float, row: Sequence[Glyph], inked: Sequence[Glyph]
) -> _River:
    """Returns the river that a gap goes on with, narrowed by it, or a new one."""
    for river in flowing:
        if river.flows_into(left, right, inked):
            river.left, river.right = max(left, river.left), min(right, river.right)
            river.rows.append(row)
            river.last = inked[0]
            return river
    return _River(left, right, row, inked[0])


class GutterFinder:
    """Finds the left edges of columns by lines that begin there after a wide gap."""

    def __init__(self, lines: Iterable[TextLine]) -> None:
        """Takes the lines of a page, divided at wide gaps only."""
        self._lines: dict[int, list[TextLine]] = {}
        for line in lines:
            self._lines.setdefault(round(line.left), []).append(line)

    def divided(self, row: list[Glyph]) -> list[list[Glyph]]:
        """Divides a row, which is in order from the left, where columns begin.

        A text run is never divided, even if it reaches into the next column.
        """
        runs: dict[int, list[Glyph]] = {}
        for glyph in row:
            if not glyph.char.isspace():
                runs.setdefault(glyph.run, []).append(glyph)
        if len(runs) < 2:
            return [row]
        ordered = sorted(runs.values(), key=lambda run: run[0].left)
        starts = self._column_starts(ordered)
        if len(starts) == 1:
            return [row]
        lefts = {run[0].run: run[0].left for run in ordered}
        parts: list[list[Glyph]] = [[] for _ in starts]
        for glyph in row:
            parts[max(0, bisect(starts, lefts.get(glyph.run, glyph.left)) - 1)].append(glyph)
        return parts

    def _column_starts(self, runs: Sequence[Sequence[Glyph]]) -> list[float]:
        """Returns the left edges at which a row of text runs is divided; the first is its own."""
        least = _least_gutter(runs)
        starts = [runs[0][0].left]
        for at, (before, after) in enumerate(pairwise(runs), 1):
            first = after[0]
            is_wide_column = first.left - starts[-1] >= weights.MIN_COLUMN_EM * first.size
            if first.left - before[-1].right >= least and is_wide_column and first.char not in BEGINS_NO_LINE:
                text = "".join(glyph.char for run in runs[at : at + weights.GUTTER_WORDS] for glyph in run)
                if self._is_column_start(first, script_of(text)):
                    starts.append(first.left)
        return starts

    def _is_column_start(self, glyph: Glyph, script: Script | None) -> bool:
        """Whether a column begins with a glyph: lines in its script begin there above or below, too."""
        near = weights.GUTTER_EDGE_EM * glyph.size
        found = 0
        for left in range(round(glyph.left - near), round(glyph.left + near) + 1):
            for line in self._lines.get(left, ()):
                found += (
                    abs(line.left - glyph.left) <= near
                    and abs(line.baseline - glyph.baseline) <= weights.GUTTER_REACH_EM * glyph.size
                    and abs(line.size - glyph.size) <= weights.GUTTER_SIZE_SHARE * glyph.size
                    and line.script == script
                )
        return found >= weights.GUTTER_MIN_STARTS


def _least_gutter(runs: Sequence[Sequence[Glyph]]) -> float:
    """Returns the width from which on a gap may be a gutter: wider than those of words that are runs of their own."""
    blanks = []
    for before, after in pairwise(runs):
        gap = after[0].left - before[-1].right
        is_latin = before[-1].char.isascii() and after[0].char.isascii()
        if is_latin and gap > weights.GUTTER_MIN_BLANK_EM * after[0].size:
            blanks.append(gap)
    return weights.GUTTER_TO_BLANK_RATIO * median(blanks) if len(blanks) >= weights.GUTTER_WORDS else float("-inf")
