"""The place of the terminal's cursor, which screen readers, braille displays and input methods follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.query import NoMatches
from textual.geometry import Offset
from textual.widgets import Input, TextArea

from reader.layout.width import cell_width

if TYPE_CHECKING:
    from textual.screen import Screen


def cursor_place(screen: Screen[object]) -> Offset:
    """Returns the place on a screen: in the box, on the line or on the paragraph that has the focus.

    Widgets and screens have it as ``cursor_cell``: the cell and the row, counted from their upper left corner.
    """
    focused = screen.focused
    if isinstance(focused, Input):  # Textual's own offset is a cell too far at the end of the text
        region = focused.content_region
        before = cell_width(focused.value[: focused.cursor_position])
        return Offset(region.x + before - round(focused.scroll_x), region.y)
    if isinstance(focused, TextArea):
        return focused.cursor_screen_offset
    try:
        if focused is not None and focused.size and (cell := getattr(focused, "cursor_cell", None)):
            return Offset(focused.region.x + cell[0], focused.region.y + cell[1])
        return Offset(*getattr(screen, "cursor_cell", (0, 0)))
    except NoMatches:  # it is being closed
        return Offset()
