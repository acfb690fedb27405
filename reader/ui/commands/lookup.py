"""Looking words up: opening the panel, moving the word cursor, keeping the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading import word_cursor

if TYPE_CHECKING:
    from reader.ui.screens.lookup import LookupScreen
    from reader.ui.screens.reading_context import ReadingContext


def look_up(context: ReadingContext) -> None:
    """Puts the word cursor into the text, and shows what the dictionaries have for its word."""
    begun = word_cursor.begun(context.viewport, context.selection)
    if begun is None:
        context.say(context.strings.no_text_here)
        return
    from reader.ui.screens.lookup import LookupScreen  # no dictionary before the first word

    context.host.push_screen(LookupScreen(context, begun))


def next_word(screen: LookupScreen) -> None:
    """Moves to the next word."""
    screen.step(word_cursor.to_next)


def previous_word(screen: LookupScreen) -> None:
    """Moves to the word before."""
    screen.step(word_cursor.to_previous)


def line_down(screen: LookupScreen) -> None:
    """Moves to the word below."""
    screen.step(word_cursor.to_line_below)


def line_up(screen: LookupScreen) -> None:
    """Moves to the word above."""
    screen.step(word_cursor.to_line_above)


def other_language(screen: LookupScreen) -> None:
    """Moves to the counterpart of the paragraph."""
    screen.step(word_cursor.across)


def know(screen: LookupScreen) -> None:
    """Has no help shown with the word any more, in any of its forms."""
    context, word = screen.looked_up
    if word:
        fault = context.helping.judge(word)
        screen.say(fault or context.strings.word_known.format(word=word))


def keep(screen: LookupScreen) -> None:
    """Keeps the word with its sentence."""
    screen.keep()
