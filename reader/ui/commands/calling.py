"""Running a command of the table on a screen: its function is imported when it is first used."""

from __future__ import annotations

from importlib import import_module
from inspect import isawaitable
from typing import TYPE_CHECKING, Protocol

from reader.ui.commands.table import BY_ID, LEAPS

if TYPE_CHECKING:
    from typing import ClassVar

    from reader.ui.commands.command import Scope


class Commanded(Protocol):
    """A screen that has commands."""

    scope: ClassVar[Scope]

    @property
    def context(self) -> object:
        """The argument of the commands of its scope."""

    def leave_place(self) -> None:
        """Keeps the place in the article for the way back, if the screen has one."""


async def run(command_id: str, screen: Commanded) -> None:
    """Runs a command with the screen's context, and waits for it where it is asynchronous.

    Raises:
        KeyError: If the table has no such command, or not in the screen's scope.
    """
    if command_id in LEAPS:
        screen.leave_place()
    module, _, function = BY_ID[command_id].function_in(screen.scope).partition(":")
    result = getattr(import_module(f"reader.ui.commands.{module}"), function)(screen.context)
    if isawaitable(result):
        await result
