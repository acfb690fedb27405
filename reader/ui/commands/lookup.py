"""Looking words up: opening the panel, moving the word cursor, keeping the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.spaces import LEFT, SIDES
from reader.reading import selecting, word_cursor

if TYPE_CHECKING:
    from reader.reading.selection import Selection
    from reader.ui.screens.lookup import LookupScreen
    from reader.ui.screens.reading_context import ReadingContext


def look_up(context: ReadingContext) -> None:
    """Puts the word cursor into the text, first in a language that is learnt, and shows the answer for its word."""
    from reader.reading.word_help import Learning  # needed for no other key

    learning = Learning.of(context.host.settings.text("learning"), context.host.interface)
    first = next((side for side in SIDES if learning.has(context.opened.languages[side])), LEFT)
    look_up_at(context, word_cursor.begun(context.viewport, context.selection, first))


def look_up_at(context: ReadingContext, begun: Selection | None) -> None:
    """Looks up the word at a place in the text; says so where there is none."""
    if begun is None:
        context.say(context.strings.no_text_here)
        return
    from reader.ui.screens.lookup import LookupScreen  # no dictionary before the first word

    context.host.push_screen(LookupScreen(context, begun))


def look_up_or_select(context: ReadingContext, place: Selection) -> None:
    """Looks up the word at a place; selects the paragraph where no words are looked up.

    Does nothing where a third click has selected something by now.
    """
    if context.selection:
        return
    if word_cursor.text_at(context.window.spread.columns[place.column], place.head.item, place.side):
        look_up_at(context, place)
    else:
        context.view.select(selecting.whole(context.window, place, pairs=False))


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


def select(screen: LookupScreen) -> None:
    """Goes back to the article with the word selected."""
    screen.afterwards(screen.select)


def know(screen: LookupScreen) -> None:
    """Has no help shown with the word any more, in any of its forms."""

    def judge() -> None:
        if word := screen.word:
            screen.say(screen.helping.judge(word) or screen.strings.word_known.format(word=word))

    screen.afterwards(judge)


def keep(screen: LookupScreen) -> None:
    """Keeps the word with its sentence."""
    screen.afterwards(screen.keep)
