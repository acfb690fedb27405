"""The command palette."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette
from textual.css.query import NoMatches

if TYPE_CHECKING:
    from reader.ui.host import Host

_gather: Any = CommandPalette._gather_commands  # noqa: SLF001 (Textual calls it as a worker)


class Palette(CommandPalette):
    """Textual's palette, except that page moves in an empty list do nothing, and Ctrl+C ends the program."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.help_quit", show=False, priority=True)]

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Closes, once: a second click in a burst would close the screen below."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)  # noqa: SLF001
    async def _gather_commands(self, search_value: str) -> None:
        """Looks for commands; finds none if the palette was closed before this began."""
        try:
            await _gather.__wrapped__(self, search_value)
        except NoMatches:
            if self.is_current:
                raise

    def _action_command_list(self, action: str) -> None:
        commands = self.query_one(CommandList)
        if commands.option_count and commands.size.height:
            super()._action_command_list(action)


def open_palette(host: Host) -> None:
    """Opens the palette, unless it is open."""
    if not isinstance(host.screen, Palette):
        host.push_screen(Palette(placeholder=host.strings.palette_prompt))
