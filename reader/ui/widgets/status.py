"""The status line: where the reader is, at the left; the keys that matter here, at the right."""

from __future__ import annotations

from textual.reactive import reactive
from textual.strip import Strip

from reader.layout.width import cell_width
from reader.ui.commands import COMMANDS
from reader.ui.drawing import Run
from reader.ui.widgets.panel import Panel


class Status(Panel):
    """One line. The left part is told by the screen; keys are left out from the right where they do not fit."""

    left: reactive[str] = reactive("")
    scope: reactive[str] = reactive("")
    language: reactive[str] = reactive("en")

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        if y:
            return self.draw([])
        left = " " + self.left
        room = self.size.width - cell_width(left) - 2
        hints: list[Run] = []
        used = 0
        for command in COMMANDS:
            if command.hint and self.scope in command.scopes:
                label = f" {command.short(self.language)}"
                cells = len(command.hint) + cell_width(label) + 2
                if used + cells <= room or command.id == "help":
                    hints += [(command.hint, "accent"), (label + "  ", "muted")]
                    used += cells
        gap = max(1, self.size.width - cell_width(left) - used)
        return self.draw([(left, "strong"), (" " * gap, ""), *hints])


class Banner(Panel):
    """The line at the top: what is open."""

    left: reactive[str] = reactive("")
    right: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        if y:
            return self.draw([])
        left, right = f" {self.left}", f"{self.right} "
        gap = self.size.width - cell_width(left) - cell_width(right)
        if gap < 2:
            return self.draw([(left, "title")])
        return self.draw([(left, "title"), (" " * gap, ""), (right, "muted")])
