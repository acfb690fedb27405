"""Commands of reading aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.reading import word_cursor
from reader.reading.direction import BACKWARD, FORWARD

if TYPE_CHECKING:
    from reader.reading.selection import Selection
    from reader.ui.screens.aloud import AloudScreen
    from reader.ui.screens.reading_context import ReadingContext


def read_aloud(context: ReadingContext) -> None:
    """Reads aloud from the selection, the current match or the current paragraph on, by a recording if there is one."""
    from reader.learning.player import is_wrong
    from reader.learning.speech import fault_in, voice_of  # no program is looked for before
    from reader.ui.screens.speaking import SpeakingScreen

    wanted = context.host.settings.texts("speak")
    begun = word_cursor.begun(context.viewport, context.selection)
    if fault := fault_in(wanted):
        context.say(context.strings.speak_wrong.format(entry=fault))
    elif begun is None:
        context.say(context.strings.nothing_to_read)
    elif context.opened.article.audio and is_wrong(context.host.settings.texts("play")):
        context.say(context.strings.play_wrong)
    elif recorded := _recording(context, begun):
        context.view.select(None)
        context.host.push_screen(recorded)
    elif not any(voice_of(language, wanted) for language in context.opened.languages):
        context.say(context.strings.no_voice)
    else:
        context.view.select(None)
        context.host.push_screen(SpeakingScreen(context, begun))


def _recording(context: ReadingContext, begun: Selection) -> AloudScreen | None:
    """Returns the screen that plays a recording of the article; None without a recording, or without a player."""
    opened = context.opened
    if not opened.article.audio:
        return None
    from reader.learning.player import player_of
    from reader.reading.recorded import in_order_of
    from reader.source.recording_files import playable_path
    from reader.ui.screens.playing import PlayingScreen

    player, folder = player_of(context.host.settings.texts("play")), opened.entry.pictures
    languages = tuple(dict.fromkeys((opened.languages[begun.side], *opened.languages)))
    found = [(each, playable_path(folder, each.file)) for each in in_order_of(opened.article.audio, languages)]
    there = [(recording, path) for recording, path in found if path]
    return PlayingScreen(context, begun, player, there) if player and there else None


def pause(screen: AloudScreen) -> None:
    """Pauses, or goes on."""
    screen.pause()


def next_sentence(screen: AloudScreen) -> None:
    """Goes to the next sentence."""
    screen.step(FORWARD)


def previous_sentence(screen: AloudScreen) -> None:
    """Goes to the sentence before."""
    screen.step(BACKWARD)


def slower(screen: AloudScreen) -> None:
    """Reads slower."""
    screen.change_pace(BACKWARD)


def faster(screen: AloudScreen) -> None:
    """Reads faster."""
    screen.change_pace(FORWARD)


def languages(screen: AloudScreen) -> None:
    """Reads the languages in turn, or one of them."""
    screen.change_languages()
