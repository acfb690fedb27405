"""The status line at the bottom and the banner at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.reactive import reactive

from reader.layout.width import cell_width
from reader.ui.commands.table import BY_ID, FOOTER
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.strip import Strip
    from textual.timer import Timer

    from reader.layout.runs import Run
    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Scope
    from reader.ui.host import Host

MESSAGE_SECONDS = 2.5
HELP_CELLS = 12
"""Room that is kept free for the key of the help, where the line is long enough."""


class Status(Panel):
    """Shows the reading place at the left and the most important keys at the right, as many as there is room for."""

    parts: reactive[tuple[str, ...]] = reactive(())
    message: reactive[str] = reactive("")
    """A message that is shown for a moment instead of everything else."""
    scope: reactive[Scope] = reactive("")
    language: reactive[InterfaceLanguage] = reactive["InterfaceLanguage"]("en")
    _timer: Timer | None = None

    def say(self, message: str, seconds: float = MESSAGE_SECONDS) -> None:
        """Shows a message for some seconds, instead of any earlier one."""
        self.message = message
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(seconds, self.fall_silent)

    def fall_silent(self) -> None:
        """Ends the message."""
        self.message = ""

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        if y:
            return self.draw([])
        width = self.size.width
        if self.message:
            return self.draw([(" " + self.message, "accent")])
        left = " " + joined(self.parts, width - HELP_CELLS if width > 3 * HELP_CELLS else width - 2)
        room = width - cell_width(left) - 2
        hints: list[Run] = []
        keys = cast("Host", self.app).keys
        for command in (BY_ID[name] for name in FOOTER if BY_ID[name].is_in(self.scope)):
            key, label = command.hint(self.scope, keys), f" {command.short(self.language)}  "
            room -= cell_width(key + label)
            if room < 0:
                break
            hints = [(key, "accent"), (label, "muted"), *hints]
        gap = max(0, width - sum(cell_width(text) for text, _ in [(left, ""), *hints]))
        return self.draw([(left, "strong"), (" " * gap, ""), *hints])


class Banner(Panel):
    """Shows the name of the open issue or list: the first of :attr:`names` that fits."""

    names: reactive[tuple[str, ...]] = reactive(())
    right: reactive[str] = reactive("")

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        if y:
            return self.draw([])
        width = self.size.width
        left = " " + next(
            (name for name in self.names if cell_width(name) < width), self.names[-1] if self.names else ""
        )
        gap = width - cell_width(left) - cell_width(self.right) - 1
        if gap < 2:
            return self.draw([(left, "strong")])
        return self.draw([(left, "strong"), (" " * gap, ""), (self.right, "muted")])


def joined(parts: tuple[str, ...], width_cells: int) -> str:
    """Returns as many of the first parts as fit, with dots between them."""
    text = ""
    for part in parts:
        longer = f"{text} · {part}" if text else part
        if text and cell_width(longer) > width_cells:
            break
        text = longer
    return text
