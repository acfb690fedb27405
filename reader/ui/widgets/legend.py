"""Lines beside or below something, such as the captions of a picture or the card of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from reader.layout.runs import with_ellipsis
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.strip import Strip

    from reader.layout.runs import Run

MARGIN_CELLS = 2
"""Width of the margin at each side of the lines."""


class Legend(Panel):
    """Shows lines of runs, as many as there is room for, below a blank row; an ellipsis ends lines that are cut off."""

    lines: reactive[list[list[Run]]] = reactive(list)

    def render_line(self, y: int) -> Strip:
        """Draws one line."""
        if not 0 < y <= len(self.lines):
            return self.draw([])
        line = self.lines[y - 1]
        if y == self.size.height - 1 and y < len(self.lines):
            line = with_ellipsis(line, self.size.width - 2 * MARGIN_CELLS)
        return self.draw([(" " * MARGIN_CELLS, ""), *line])
