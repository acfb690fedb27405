"""The place of the terminal's cursor, which screen readers, braille displays and input methods follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.css.query import NoMatches
from textual.geometry import Offset

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.widget import Widget


def cursor_place(screen: Screen[object]) -> Offset:
    """Returns the place on a screen: in the box, on the line or on the paragraph that has the focus.

    Widgets and screens have it as ``cursor_cell``: the cell and the row, counted from their upper left corner.
    """
    focused = screen.focused
    if focused is not None and hasattr(focused, "cursor_screen_offset"):
        return _place_in_box(focused)
    try:
        if focused is not None and focused.size and (cell := getattr(focused, "cursor_cell", None)):
            return Offset(focused.region.x + cell[0], focused.region.y + cell[1])
        return Offset(*getattr(screen, "cursor_cell", (0, 0)))
    except NoMatches:  # it is being closed
        return Offset()


def _place_in_box(box: Widget) -> Offset:
    """Returns the place in a box; a screen without boxes doesn't import them, which takes milliseconds."""
    from textual.widgets import Input, TextArea

    if isinstance(box, Input):  # Textual's own offset is a cell too far at the end of the text
        region = box.content_region
        before = cell_len(box.value[: box.cursor_position])
        return Offset(region.x + before - round(box.scroll_x), region.y)
    return box.cursor_screen_offset if isinstance(box, TextArea) else box.region.offset
