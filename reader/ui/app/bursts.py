"""Keys and pastes as they arrive: none that comes faster than screens open is lost or misread."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import category

from textual import events
from textual.keys import _character_to_key

from reader.gate import clean, clean_line
from reader.ui.commands.keys import half_width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget


def clean_paste(event: events.Paste, focused: Widget | None) -> None:
    """Cleans a pasted text: it goes into a box, and from there to the screen."""
    takes_lines = getattr(focused, "takes_lines", False)
    event.text = clean(event.text) if takes_lines else clean_line(event.text)


def typing_into(focused: Widget | None) -> Callable[[str], object] | None:
    """Returns the method that inserts a text into the box with the focus; None if no box has it."""
    return getattr(focused, "insert_text_at_cursor", None) or getattr(focused, "insert", None)


def typed_character(event: events.Key) -> str:
    """Returns the character that a key types into a box; "" if it types none.

    Textual takes the ideographic space of input methods, and other spaces, for characters that cannot be printed.
    """
    char = event.character or ""
    return char if event.is_printable or (len(char) == 1 and category(char) == "Zs") else ""


def take_as_half_width(event: events.Key, own_keys: Iterable[Iterable[str]]) -> None:
    """Gives a key that an input method commits the name of its half-width twin, unless the reader has set that key.

    The character stays: a box that is opened by the key before this one gets it as it was typed.
    """
    char = event.character or ""
    twin = half_width(char)
    if twin == char or any(char in keys or event.key in keys for keys in own_keys):
        return
    event.key = _character_to_key(twin)


def prepared(
    event: events.Key | events.Paste, focused: Widget | None, own_keys: Iterable[Iterable[str]]
) -> events.Key | events.Paste:
    """Returns a key or a paste as the widget with the focus takes it.

    A paste is clean, a key of an input method has the name of its twin where no box takes it, and a space that Textual
    takes for no character is pasted: a box would pass it on to the app, and take the next key before it.
    """
    if isinstance(event, events.Paste):
        clean_paste(event, focused)
    elif typing_into(focused) is None:
        take_as_half_width(event, own_keys)
    elif not event.is_printable and (space := typed_character(event)):
        return events.Paste(space)
    return event
