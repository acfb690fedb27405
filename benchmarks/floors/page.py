"""A Textual program that draws plain lines over the whole screen: what a page-down costs at least.

Space shows the next page, ``j`` goes on by a line. Nothing is laid out: the lines are there.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget

BOLD = Style(bold=True)
WORDS = " the city takes its name from springs"
NUMBER_CELLS = 8


class Page(Widget):
    """Lines, from one of them on."""

    top = width = 0

    def render_line(self, y: int) -> Strip:
        """A line's number and the line: one of four, made anew only for another width."""
        if self.width != self.size.width:
            self.width, self.style = self.size.width, self.rich_style
            self.lines = [self.line(number) for number in range(1, 5)]
        number = self.top + y
        return Strip([Segment(f"A{number:05d}Z ", self.style), *self.lines[number % 4]], self.width)

    def line(self, number: int) -> Strip:
        """A line in two styles."""
        parts = [Segment("泉水从石缝里涌出来" * number, self.style), Segment(WORDS, self.style + BOLD)]
        return Strip(parts).adjust_cell_length(self.width - NUMBER_CELLS, self.style)


class PageApp(App[None]):
    """One page."""

    BINDINGS: ClassVar = [("space", "go(45)"), ("b", "go(-45)"), ("j", "go(1)"), ("k", "go(-1)")]

    def compose(self) -> ComposeResult:
        """The page."""
        yield Page()

    def action_go(self, lines: int) -> None:
        """Shows other lines."""
        page = self.query_one(Page)
        page.top = max(0, page.top + lines)
        page.refresh()


if __name__ == "__main__":
    PageApp().run()
