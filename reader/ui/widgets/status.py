"""The status line at the bottom and the banner at the top."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.reactive import reactive

from reader.reading.lines import head_line, message_pieces, status_line, with_fault
from reader.ui.commands.hints import hints
from reader.ui.widgets.panel import Panel

if TYPE_CHECKING:
    from textual.strip import Strip
    from textual.timer import Timer

    from reader.layout.runs import Run
    from reader.settings.table import InterfaceLanguage
    from reader.ui.commands.command import Scope
    from reader.ui.host import Host

MESSAGE_SECONDS = 2.5


class Status(Panel):
    """Shows the reading place at the left and the most important keys at the right, as many as there is room for."""

    parts: reactive[tuple[Run, ...]] = reactive(())
    message: reactive[str] = reactive("")
    """A message that is shown for a moment instead of everything else; a long one in pieces, one after the other."""
    piece: reactive[int] = reactive(0)
    """Index of the piece of the message in sight."""
    scope: reactive[Scope] = reactive("")
    has_entry: reactive[bool] = reactive(True)
    """Whether there is an entry under the cursor; without one the hints that need it are not shown."""
    idle: reactive[frozenset[str]] = reactive(frozenset)
    """The commands that have nothing to act on now; they are no hints."""
    is_typing: reactive[bool] = reactive(False)
    """Whether a box of the screen takes the letters, which are no hints then."""
    is_in_panel: reactive[bool] = reactive(False)
    """Whether a list beside the text has the focus."""
    language: reactive[InterfaceLanguage] = reactive["InterfaceLanguage"]("en")
    _timer: Timer | None = None

    def say(self, message: str, seconds: float = MESSAGE_SECONDS) -> None:
        """Shows a message instead of any earlier one, each of its pieces for some seconds."""
        self.message, self.piece = message, 0
        if self._timer:
            self._timer.stop()
        self._timer = self.set_interval(seconds, self.go_on)

    def go_on(self) -> None:
        """Shows the next piece of the message; after the last one ends it."""
        if self.piece + 1 < len(self._pieces):
            self.piece += 1
        else:
            self.fall_silent()

    def fall_silent(self) -> None:
        """Ends the message."""
        self.message = ""
        if self._timer:
            self._timer.stop()

    @property
    def _pieces(self) -> tuple[str, ...]:
        """The pieces of the message that fit the line."""
        return message_pieces(self.message, self.size.width)

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        if y:
            return self.draw([])
        if self.message:
            pieces = self._pieces
            return self.draw([(" " + pieces[min(self.piece, len(pieces) - 1)], "accent")])
        host = cast("Host", self.app)
        held = {"has_entry": self.has_entry, "is_typing": self.is_typing, "is_in_panel": self.is_in_panel}
        shown = hints(self.scope, self.language, host.keys, idle=self.idle, **held)
        return self.draw(status_line(with_fault(self.parts, host.library_fault), shown, self.size.width))


class Banner(Panel):
    """Shows the name of the open thing at the left and facts about it at the right."""

    names: reactive[tuple[str, ...]] = reactive(())
    """Forms of the name, the longest first."""
    asides: reactive[tuple[str, ...]] = reactive(())
    """Forms of the facts, the longest first."""

    def render_line(self, y: int) -> Strip:
        """Draws the line."""
        return self.draw([] if y else head_line(self.names, self.asides, self.size.width))
