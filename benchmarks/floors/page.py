"""A Textual program that draws plain lines over the whole screen: what a page-down costs at least.

Space shows the next page, ``j`` goes on by a line. Nothing is laid out: the lines are there.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.strip import Strip
from textual.widget import Widget


class Page(Widget):
    """Lines, from one of them on."""

    top = 0

    def render_line(self, y: int) -> Strip:
        """A line as it is, cut to the width."""
        number = self.top + y
        words = f"A{number:05d}Z {'泉水从石缝里涌出来' * (1 + number % 6)} the city takes its name from springs"
        return Strip([Segment(words, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)


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
