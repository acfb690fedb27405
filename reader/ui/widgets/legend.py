"""Lines beside or below something, such as the captions of a picture or the card of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from reader.ui.lists.legend import legend_row
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.strip import Strip

    from reader.layout.runs import Run


class Legend(Panel):
    """Shows lines of runs, as many as there is room for, below a blank row; an ellipsis ends lines that are cut off."""

    lines: reactive[list[list[Run]]] = reactive(list)

    def render_line(self, y: int) -> Strip:
        """Draws one line."""
        return self.draw(legend_row(self.lines, y, *self.size))
