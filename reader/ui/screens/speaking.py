"""Reading aloud: sentence by sentence, each lit in the article as long as a program reads it."""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import TYPE_CHECKING

from reader.layout.spaces import SIDES
from reader.learning.speaking import Speech
from reader.learning.speech import PACES, USUAL_PACE, is_hasty, patience_seconds, voice_of
from reader.model.language import name
from reader.reading.lines import SHARED_CELLS, plain_parts
from reader.reading.utterances import first_at, neighbour_of
from reader.ui.screens.aloud import AloudScreen
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from reader.layout.column import Column
    from reader.layout.spaces import Side
    from reader.learning.speech import Voice
    from reader.reading.direction import Direction
    from reader.reading.selection import Selection
    from reader.reading.utterances import Utterance
    from reader.ui.screens.reading_context import ReadingContext


MAX_HASTY = 3
"""Number of sentences in a row that a program may end too soon."""


class SpeakingScreen(AloudScreen):
    """Reads sentence after sentence by the voices of the languages."""

    def __init__(self, context: ReadingContext, begun: Selection) -> None:
        """Takes the article, and the place in it to begin at."""
        super().__init__(context, begun)
        self._sides: tuple[Side, ...] = SIDES
        self._pace = USUAL_PACE
        self._here: Utterance | None = None

    def on_mount(self) -> None:
        """Begins to read."""
        self._here = first_at(self._column, self._begun, self._spoken_sides, self._article.opened.article.id)
        self.relabel()
        self._read()

    # -- commands -------------------------------------------------------------------------------------

    def pause(self) -> None:
        """Falls silent, or begins the sentence again."""
        self._is_paused = not self._is_paused
        if self._is_paused:
            self._fall_silent()
            self._show_state()
        else:
            self._read()

    def step(self, by: Direction) -> None:
        """Goes to the next sentence, or to the one before."""
        found = self._neighbour(by)
        if found is None:
            self.say(self.strings.nothing_to_read)
        else:
            self._here = found
            self._read()

    def change_pace(self, by: Direction) -> None:
        """Reads the sentence again, slower or faster."""
        voice = self._voice
        if voice and not voice.has_pace():
            self.say(self.strings.no_pace.format(program=voice.name))
            return
        index = max(0, min(len(PACES) - 1, PACES.index(self._pace) + by))
        self._pace = PACES[index]
        self._read()

    def change_languages(self) -> None:
        """Reads both languages in turn, then only that of the sentence, then only the other one."""
        if len(self._column.sides) == 1 or self._here is None:
            return
        here = self._here.place.side
        other = next(side for side in SIDES if side != here)
        if len(self._sides) == 2:
            self._sides = (here,)
        elif self._sides == (SIDES[0],) and here == SIDES[0]:
            self._sides = (other,)
        else:
            self._sides = SIDES
        if here not in self._sides:
            self._here = first_at(self._column, self._here.place, self._sides, self._article.opened.article.id)
        self._read()

    # -- reading --------------------------------------------------------------------------------------

    @property
    def _column(self) -> Column:
        return self._article.window.spread.columns[self._begun.column]

    @property
    def _spoken_sides(self) -> tuple[Side, ...]:
        """The sides that are read, of those that have a voice."""
        languages, wanted = self._article.opened.languages, self.host.settings.texts("speak")
        return tuple(side for side in self._sides if voice_of(languages[side], wanted))

    @property
    def _voice(self) -> Voice | None:
        here = self._here
        return voice_of(here.range.language, self.host.settings.texts("speak")) if here else None

    def _neighbour(self, by: Direction) -> Utterance | None:
        here, article = self._here, self._article.opened.article.id
        return neighbour_of(self._column, here, self._spoken_sides, article, by) if here else None

    def _read(self) -> None:
        """Lights the sentence and reads it, and then the next ones."""
        self._fall_silent()
        if self._here is None:
            self.say(self.strings.nothing_to_read)
            return
        self._light(self._here)
        self._show_state()
        if not self._is_paused:
            self._going_on = asyncio.create_task(self._read_on())

    async def _read_on(self) -> None:
        """Reads sentence after sentence, until the end of the article or a fault."""
        hasty = 0
        while self._here and (voice := self._voice):
            text = self._here.text
            speech = self._speech = Speech(voice, text, self._pace)
            begun = monotonic()
            try:
                fault = await asyncio.wait_for(asyncio.to_thread(speech.read), patience_seconds(text, self._pace))
            except TimeoutError:
                speech.end()
                fault = self.strings.endless.format(program=voice.name)
            hasty = hasty + 1 if is_hasty(text, monotonic() - begun) else 0
            if hasty == MAX_HASTY:
                fault = fault or self.strings.no_sound.format(program=voice.name)
            if self._speech is not speech or not self.is_whole:
                return
            following = None if fault else self._neighbour(1)
            if following is None:
                self._is_paused, self._speech = True, None
                self._show_state()
                self.say(fault or self.strings.read_to_the_end)
                return
            self._here = following
            self._light(following)
            self._show_state()

    def _light(self, utterance: Utterance) -> None:
        context, place = self._article, utterance.place
        if context.view.ready:
            context.view.shown.light_sentence(utterance.range)
            context.go_in_window(lambda window: window.show(place.column, place.side, place.head))

    def _show_state(self) -> None:
        """Shows in the status line which languages are read, and the pace."""
        strings, here = self.strings, self._here
        state = strings.speech_paused if self._is_paused else strings.speech_reading
        languages = self._article.opened.languages
        read = " / ".join(dict.fromkeys(name(languages[side]) for side in self._spoken_sides))
        voice = self._voice.name if here and self._voice else ""
        more = (read, voice, f"{self._pace} %") if self.size.width >= SHARED_CELLS else ()  # the keys go before
        self.query_one(Status).parts = plain_parts(state, *more)
