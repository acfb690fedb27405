"""The command palette, kept from moving in a list that is not there yet."""

from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Textual's palette. Its list fails at page moves before it has a line to show, and it keeps Ctrl+C to itself."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "app.help_quit", show=False, priority=True)]

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Closes, once: a second click in a burst would take the screen below away."""
        return super().dismiss(result) if self.is_current else AwaitComplete()

    def _action_command_list(self, action: str) -> None:
        commands = self.query_one(CommandList)
        if commands.option_count and commands.size.height:
            super()._action_command_list(action)
