"""The box of find in article."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.strip import Strip
from textual.widgets import Input

if TYPE_CHECKING:
    from textual.geometry import Region

SIGN = "/"
"""The key that opens the box, in its margin."""


class FindBox(Input):
    """A box whose Enter and Escape close it at once, so that the next keys of a burst do not fall into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.keep_found", show=False, priority=True),
        Binding("escape", "screen.run('back')", show=False, priority=True),
    ]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Returns the line with the sign of the box in its margin."""
        strips = super().render_lines(crop)
        if crop.x or not strips:
            return strips
        sign = Strip([Segment(SIGN, self.rich_style)], len(SIGN))
        return [Strip.join([sign, strips[0].crop(len(SIGN))]), *strips[1:]]
