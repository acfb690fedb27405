"""The box of find in article."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input


class FindBox(Input):
    """A box whose Enter and Escape close it at once, so that the next keys of a burst do not fall into it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.keep_found", show=False, priority=True),
        Binding("escape", "screen.run('back')", show=False, priority=True),
    ]
