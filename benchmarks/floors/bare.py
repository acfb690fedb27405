"""The smallest Textual program that shows a text: what no Textual program can start sooner than.

The key ``x`` changes the text: what an answer to a key costs at least.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One text."""

    BINDINGS: ClassVar = [("x", "count")]
    count = 0

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static("A00001Z 泉水 0")

    def action_count(self) -> None:
        """Changes the text."""
        self.count += 1
        self.query_one(Static).update(f"A00001Z 泉水 {self.count}")


if __name__ == "__main__":
    Bare().run()
