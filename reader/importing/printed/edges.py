"""Where columns begin: a line that reaches the next column is cut there, though hardly a gap is left between them."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.printed.lines import Line
    from reader.importing.printed.sheets import Glyph

NEAR = 0.2
"""Sizes by which the lines of a column may begin beside its edge."""
REACH = 16.0
"""Sizes above and below in which other lines must begin at the edge."""
MIN_STARTS = 3
SAME_SIZE = 0.06


class Edges:
    """The places where lines begin that are told apart by wide gaps."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines: dict[int, list[Line]] = {}
        for line in lines:
            self._lines.setdefault(round(line.left), []).append(line)

    def begin(self, glyph: Glyph) -> bool:
        """Whether a column begins with a glyph: lines above or below it begin there, too."""
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
            )
        return found >= MIN_STARTS
