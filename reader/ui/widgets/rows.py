"""Rows of runs from edge to edge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.strip import Strip

    from reader.layout.runs import Run


class Rows(Panel):
    """Shows rows of runs, as they are."""

    rows: reactive[list[list[Run]]] = reactive(list)

    def render_line(self, y: int) -> Strip:
        """Draws one row."""
        return self.draw(self.rows[y] if y < len(self.rows) else [])
