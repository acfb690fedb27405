"""The box for the number of a printed page."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

MAX_PAGE_CHARS = 8
"""Length of the longest printed page."""


class PageBox(Input):
    """A box whose Enter and Escape close it at once, so that the next keys of a burst do not fall into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.take_page", show=False, priority=True),
        Binding("escape", "screen.run('back')", show=False, priority=True),
    ]

    def __init__(self, *, placeholder: str, id: str, compact: bool) -> None:
        super().__init__(placeholder=placeholder, id=id, compact=compact, max_length=MAX_PAGE_CHARS)

    def restricted(self) -> None:
        """Passes over a character for which there is no room: Textual would ring the terminal's bell."""
