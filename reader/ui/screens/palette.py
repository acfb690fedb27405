"""The command palette, kept from moving in a list that is not there yet."""

from typing import Any, ClassVar

from textual import work
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette
from textual.css.query import NoMatches

_gather: Any = CommandPalette._gather_commands  # noqa: SLF001 (Textual calls it as a worker)


class Palette(CommandPalette):
    """Textual's palette. Its list fails at page moves before it has a line to show, and it keeps Ctrl+C to itself."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.help_quit", show=False, priority=True)]

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Closes, once: a second click in a burst would take the screen below away."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)  # noqa: SLF001
    async def _gather_commands(self, search_value: str) -> None:
        """Looks for commands; nothing, where the palette was closed before that began."""
        try:
            await _gather.__wrapped__(self, search_value)
        except NoMatches:
            if self.is_current:
                raise

    def _action_command_list(self, action: str) -> None:
        commands = self.query_one(CommandList)
        if commands.option_count and commands.size.height:
            super()._action_command_list(action)
