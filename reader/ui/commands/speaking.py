"""Commands of reading aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading import word_cursor
from reader.reading.direction import BACKWARD, FORWARD

if TYPE_CHECKING:
    from reader.ui.screens.reading_context import ReadingContext
    from reader.ui.screens.speaking import SpeakingScreen


def read_aloud(context: ReadingContext) -> None:
    """Reads aloud from the selection, the current match or the current paragraph on."""
    from reader.learning.speech import fault_in, voice_of  # no program is looked for before
    from reader.ui.screens.speaking import SpeakingScreen

    wanted = context.host.settings.texts("speak")
    begun = word_cursor.begun(context.viewport, context.selection)
    if fault := fault_in(wanted):
        context.say(context.strings.speak_wrong.format(entry=fault))
    elif begun is None:
        context.say(context.strings.nothing_to_read)
    elif not any(voice_of(language, wanted) for language in context.opened.languages):
        context.say(context.strings.no_voice)
    else:
        context.view.select(None)
        context.host.push_screen(SpeakingScreen(context, begun))


def pause(screen: SpeakingScreen) -> None:
    """Pauses, or goes on."""
    screen.pause()


def next_sentence(screen: SpeakingScreen) -> None:
    """Goes to the next sentence."""
    screen.step(FORWARD)


def previous_sentence(screen: SpeakingScreen) -> None:
    """Goes to the sentence before."""
    screen.step(BACKWARD)


def slower(screen: SpeakingScreen) -> None:
    """Reads slower."""
    screen.change_pace(BACKWARD)


def faster(screen: SpeakingScreen) -> None:
    """Reads faster."""
    screen.change_pace(FORWARD)


def languages(screen: SpeakingScreen) -> None:
    """Reads the languages in turn, or one of them."""
    screen.change_languages()
