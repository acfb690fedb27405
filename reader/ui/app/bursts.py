"""Keys and pastes that arrive faster than screens open: none of them is lost or misread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.gate import clean, clean_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual import events
    from textual.widget import Widget


def clean_paste(event: events.Paste, focused: Widget | None) -> None:
    """Cleans a pasted text: it goes into a box, and from there to the screen."""
    takes_lines = getattr(focused, "takes_lines", False)
    event.text = clean(event.text) if takes_lines else clean_line(event.text)


def typing_into(focused: Widget | None) -> Callable[[str], object] | None:
    """Returns the method that inserts a text into the box with the focus; None if no box has it."""
    return getattr(focused, "insert_text_at_cursor", None) or getattr(focused, "insert", None)
