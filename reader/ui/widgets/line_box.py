"""A box for one line, of which the screen takes Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from textual.widgets import Input

if TYPE_CHECKING:

    class LineScreen(Protocol):
        """A screen with a box for a line."""

        def take_line(self) -> None:
            """Acts on Enter in the box."""


class LineBox(Input):
    """A box whose Enter works at once, so that the next key of a burst finds it done."""

    async def action_submit(self) -> None:
        """Has the screen act on the line."""
        cast("LineScreen", self.screen).take_line()
