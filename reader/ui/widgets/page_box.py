"""The box for the number of a printed page."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

MAX_PAGE_CHARS = 8
"""Length of the longest printed page."""


class PageBox(Input):
    """A box whose Enter and Escape close it at once, so that the next keys of a burst do not fall into it.

    So does ``P`` behind a number.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.take_page", show=False, priority=True),
        Binding("escape", "screen.run('back')", show=False, priority=True),
        Binding("P", "take", show=False, priority=True),
    ]

    def __init__(self, *, placeholder: str, id: str, compact: bool) -> None:
        super().__init__(
            placeholder=placeholder, id=id, compact=compact, max_length=MAX_PAGE_CHARS, select_on_focus=False
        )

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action may be run: ``P`` is the end of a number, and else a character of the box."""
        return self.value.isdigit() if action == "take" else super().check_action(action, parameters)

    async def action_take(self) -> None:
        """Closes the box, and goes to the page."""
        await self.screen.run_action("take_page")

    def restricted(self) -> None:
        """Passes over a character for which there is no room: Textual would ring the terminal's bell."""
