"""A recording being played: the passage that is heard is lit in the article, by the clock from its place."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from reader.layout.spaces import SIDES, TextOffset
from reader.learning.player import Playing
from reader.learning.speaking import Speech
from reader.learning.speech import USUAL_PACE
from reader.marks.article_text import TextRange
from reader.model.language import name
from reader.model.recording import clock_text
from reader.reading.lines import plain_parts
from reader.reading.recorded import NOTHING_YET, timeline_of
from reader.reading.selection import Spot
from reader.ui.screens.aloud import AloudScreen
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from reader.layout.spaces import Side
    from reader.learning.player import Player
    from reader.model.recording import Recording
    from reader.reading.direction import Direction
    from reader.reading.recorded import Heard, Timeline
    from reader.reading.selection import Selection
    from reader.ui.screens.reading_context import ReadingContext

SHORTEST_SECONDS = 0.5
"""Time before whose end a program has played nothing: without a sound device it may end at once, and well."""


class PlayingScreen(AloudScreen):
    """Plays a recording of the article, or one of each language by choice."""

    def __init__(
        self, context: ReadingContext, begun: Selection, player: Player, recordings: list[tuple[Recording, str]]
    ) -> None:
        """Takes the recordings with the paths of their files, the one to begin with first."""
        super().__init__(context, begun)
        self._player, self._recordings = player, recordings
        self._timeline: Timeline = timeline_of(context.opened.article, recordings[0][0])
        self._milliseconds = 0
        """The time at which the player was begun, or at which it was paused."""
        self._begun_at = 0.0

    def on_mount(self) -> None:
        """Begins to play at the passage."""
        column = self._article.window.spread.columns[self._begun.column]
        self._milliseconds = self._timeline.start_for(column.items[self._begun.head.item].anchor)
        self.relabel()
        self._play(self._milliseconds)

    # -- commands -------------------------------------------------------------------------------------

    def pause(self) -> None:
        """Falls silent, or goes on where it was heard last."""
        if self._is_paused:
            self._play(self._milliseconds)
        else:
            self._milliseconds, self._is_paused = self._now, True
            self._fall_silent()
            self._show_state()

    def step(self, by: Direction) -> None:
        """Goes to the next passage, or to the one before."""
        heard, index = self._timeline.heard, self._timeline.at(self._now) + by
        if not self._player.can_seek:
            self.say(self.strings.no_seek.format(program=self._player.name))
        elif not 0 <= index < len(heard):
            self.say(self.strings.nothing_to_read)
        elif self._is_paused:
            self._milliseconds = heard[index].milliseconds
            self._light()
        else:
            self._play(heard[index].milliseconds)

    def change_pace(self, _by: Direction) -> None:
        """Says that a recording has its own pace."""
        self.say(self.strings.no_pace.format(program=self._player.name))

    def change_languages(self) -> None:
        """Goes on with the recording of the other language, at the same passage."""
        if len(self._recordings) < 2:
            return
        here = self._heard
        self._recordings = [*self._recordings[1:], self._recordings[0]]
        self._timeline = timeline_of(self._article.opened.article, self._recordings[0][0])
        self._play(self._timeline.start_for(here.anchor) if here else 0)

    # -- playing --------------------------------------------------------------------------------------

    @property
    def _now(self) -> int:
        """The time of the recording, in milliseconds."""
        since = 0.0 if self._is_paused else monotonic() - self._begun_at
        return self._milliseconds + int(since * 1000)

    @property
    def _heard(self) -> Heard | None:
        index = self._timeline.at(self._now)
        return None if index == NOTHING_YET else self._timeline.heard[index]

    def _play(self, milliseconds: int) -> None:
        self._fall_silent()
        self._milliseconds = milliseconds if self._player.can_seek else 0
        self._begun_at, self._is_paused = monotonic(), False
        self._light()
        self._going_on = asyncio.create_task(self._play_on())

    async def _play_on(self) -> None:
        """Plays on, and lights passage after passage as they begin, until the program ends."""
        playing = Playing(self._player, self._recordings[0][1], self._milliseconds)
        speech = self._speech = Speech(playing, "", USUAL_PACE)
        reading = asyncio.create_task(asyncio.to_thread(speech.read))
        while not reading.done():
            now = self._now
            following = self._timeline.next_after(now)
            timeout = None if following is None else (following - now) / 1000
            await asyncio.wait({reading}, timeout=timeout)
            if self._speech is not speech or not self.is_whole:
                return
            if not reading.done():
                self._light()
        fault = reading.result()
        if not fault and monotonic() - self._begun_at < SHORTEST_SECONDS:
            fault = self.strings.no_sound.format(program=self._player.name)
        here = self._heard
        self._milliseconds, self._is_paused, self._speech = here.milliseconds if here else 0, True, None
        self._show_state()
        self.say(fault or self.strings.read_to_the_end)

    def _light(self) -> None:
        """Lights the passage that is heard, in its language or in both, and shows it."""
        self._show_state()
        context, here = self._article, self._heard
        if not context.view.ready:
            return
        if here is None:
            context.view.light_sentence(None)
            return
        opened, language = context.opened, self._recordings[0][0].language
        context.view.light_sentence(TextRange(opened.article.id, here.anchor, language, 0, here.length_chars))
        if place := self._place_of(here):
            context.go_in_window(lambda window: window.show(*place))

    def _place_of(self, here: Heard) -> tuple[Side, Side, Spot] | None:
        """Returns the column of a passage, the side that is heard, and its first character; None if it is not shown."""
        languages, language = self._article.opened.languages, self._recordings[0][0].language
        side = SIDES[languages.index(language)] if language in languages else self._begun.side
        columns = self._article.window.spread.columns
        for number in SIDES[: len(columns)]:
            index, sides = columns[number].items.index_of(here.anchor), columns[number].sides
            if index is not None and (side in sides or number == len(columns) - 1):
                shown = side if side in sides else sides[0]
                cell = columns[number].items[index].cells[shown]
                return number, shown, Spot(index, cell.offset if cell else TextOffset(0))
        return None

    def _show_state(self) -> None:
        """Shows the recording and its time in the status line."""
        strings, language = self.strings, self._recordings[0][0].language
        state = strings.speech_paused if self._is_paused else strings.recording_playing
        heard = name(language) if language else ""
        time = clock_text(self._now // 1000 * 1000)
        self.query_one(Status).parts = plain_parts(state, heard, self._player.name, time)
