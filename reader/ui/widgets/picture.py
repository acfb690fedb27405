"""A picture in half blocks, and the lines under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.layout.runs import wrap
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from reader.pictures.half_blocks import HalfBlock

    HalfBlockRows = list[list[HalfBlock]]
    """The rows of a picture."""


class Picture(Panel):
    """Draws a picture in the middle, or some words where there is none."""

    cells: reactive[HalfBlockRows] = reactive(list, always_update=True)
    words: reactive[str] = reactive("")

    class Resized(Message):
        """The room for the picture has changed."""

    def on_resize(self) -> None:
        """Asks for the picture at its new size."""
        self.post_message(self.Resized())

    def render_line(self, y: int) -> Strip:
        """Draws one row of the picture."""
        width, height = self.size
        if not self.cells:
            lines = wrap(((self.words, "muted"),), max(4, width - 4)) if self.words else []
            top = max(0, (height - len(lines)) // 2)
            return self.draw([("  ", ""), *lines[y - top]] if top <= y < top + len(lines) else [])
        row = y - (height - len(self.cells)) // 2
        if not 0 <= row < len(self.cells):
            return self.draw([])
        cells = self.cells[row]
        left = max(0, (width - len(cells)) // 2)
        blocks = [
            Segment("▀", Style(color=Color.from_rgb(*cell.upper), bgcolor=Color.from_rgb(*cell.lower)))
            for cell in cells
        ]
        right = max(0, width - left - len(cells))
        return Strip([Segment(" " * left, self.rich_style), *blocks, Segment(" " * right, self.rich_style)], width)
