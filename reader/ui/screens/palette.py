"""The command palette, kept from moving in a list that is not there yet."""

from textual.command import CommandList, CommandPalette


class Palette(CommandPalette):
    """Textual's palette. Its list fails at page moves before it has a line to show."""

    def _action_command_list(self, action: str) -> None:
        commands = self.query_one(CommandList)
        if commands.option_count and commands.size.height:
            super()._action_command_list(action)
