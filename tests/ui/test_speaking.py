"""Reading aloud on the screen, by small programs that the test writes: each tells which sentence it was given."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from reader.learning import speech
from reader.settings import Settings
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.speaking import MAX_HASTY, SpeakingScreen
from reader.ui.widgets.status import Status
from tests.ui.screen import opened, press, reading, settled

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    import pytest
    from textual.pilot import Pilot

    from reader.library import Library

BRIDGES = "lanes-and-rivers-03/old-bridges#p1"
WAIT_SECONDS = 300.0


class FakeVoice:
    """A program that writes down its text, and reads on until a file lets it end."""

    def __init__(self, folder: Path) -> None:
        self.said, self.go_on = folder / "said", folder / "go-on"
        self.program = folder / "voice"
        self.program.write_text(
            f'#!/bin/sh\necho "$1: $(cat)" >> "{self.said}"\nwhile [ ! -e "{self.go_on}" ]; do sleep 0.01; done\n',
            encoding="utf-8",
        )
        self.program.chmod(0o700)

    @property
    def texts(self) -> list[str]:
        return self.said.read_text(encoding="utf-8").splitlines() if self.said.exists() else []

    def settings(self) -> Settings:
        settings = Settings()
        settings.apply({"speak": {"zh": f"{self.program} zh", "en": f"{self.program} en"}}, {})
        assert settings.texts("speak")
        return settings


@asynccontextmanager
async def spoken(library: Library, voice: FakeVoice, address: str = BRIDGES) -> AsyncIterator[Pilot[None]]:
    async with opened(library, address, (100, 30), settings=voice.settings()) as pilot:
        await press(pilot, "O")
        await until(pilot, lambda: len(voice.texts) == 1)
        yield pilot


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Waits until something is so; a time that is over ends a test that hangs."""
    async with asyncio.timeout(WAIT_SECONDS):
        while not is_so():
            await pilot.pause(0.01)


def lit(pilot: Pilot[None]) -> str:
    sentence = pilot.app.screen_stack[-2].view.shown.overlays.sentence
    return sentence.language if sentence else ""


async def test_sentences_are_read_in_both_languages_in_turn_each_lit(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "HASTY_CHARS_A_SECOND", 1e9)
    voice = FakeVoice(tmp_path)
    async with spoken(library, voice) as pilot:
        assert voice.texts[0].startswith("zh: 洨河不宽")
        assert lit(pilot) == "zh-Hans"
        voice.go_on.touch()
        await until(pilot, lambda: len(voice.texts) > 8)
        await press(pilot, "escape")
    told = [text.partition(": ")[0] for text in voice.texts]
    assert {"zh", "en"} == {*told}
    assert any(text.startswith("en: The Xiao River is not wide") for text in voice.texts)
    assert len(set(voice.texts)) == len(voice.texts)


async def test_escape_ends_the_program_at_once(library: Library, tmp_path: Path) -> None:
    voice = FakeVoice(tmp_path)
    async with spoken(library, voice) as pilot:
        screen = pilot.app.screen
        assert isinstance(screen, SpeakingScreen)
        [program] = screen._speech._programs
        assert program.poll() is None
        await press(pilot, "escape")
        assert program.poll() is not None
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert reading(pilot).view.shown.overlays.sentence is None
    assert len(voice.texts) == 1


async def test_pause_next_previous_and_one_language(library: Library, tmp_path: Path) -> None:
    voice = FakeVoice(tmp_path)
    async with spoken(library, voice) as pilot:
        await press(pilot, "tab", "l")  # the language of the sentence alone
        await until(pilot, lambda: len(voice.texts) > 1 and voice.texts[-1].startswith("zh: 站在岸上"))
        await press(pilot, "space", "h")
        assert pilot.app.screen._speech is None
        assert pilot.app.screen.query_one(Status).parts[0] == ("Paused", "strong")
        count = len(voice.texts)
        await press(pilot, "space")
        await until(pilot, lambda: len(voice.texts) > count)
        assert voice.texts[-1].startswith("zh: 洨河不宽")
        await press(pilot, "minus")
        assert pilot.app.screen.query_one(Status).message == "voice takes no pace."
        await press(pilot, "tab")
        await until(pilot, lambda: voice.texts[-1].startswith("en: The Xiao River"))
        await press(pilot, "h")
        assert lit(pilot) == "en"


async def test_a_program_that_fails_is_told_and_nothing_races_on(library: Library, tmp_path: Path) -> None:
    voice = FakeVoice(tmp_path)
    voice.program.write_text(f'#!/bin/sh\necho "$1" >> "{voice.said}"\necho no device >&2\nexit 2\n', encoding="utf-8")
    async with spoken(library, voice) as pilot:
        await until(pilot, lambda: pilot.app.screen.query_one(Status).message != "")
        await settled(pilot)
        assert pilot.app.screen.query_one(Status).message == "voice ended with 2: no device"
    assert voice.texts == ["zh"]


async def test_a_program_without_sound_does_not_race_through_the_article(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "HASTY_CHARS_A_SECOND", 1e-9)
    voice = FakeVoice(tmp_path)
    async with spoken(library, voice) as pilot:
        voice.go_on.touch()
        await until(pilot, lambda: "sound device" in pilot.app.screen.query_one(Status).message)
    assert len(voice.texts) == MAX_HASTY


async def test_a_wrong_setting_and_an_end_are_told(library: Library, tmp_path: Path) -> None:
    settings = Settings()
    settings.apply({"speak": ["espeak"]}, {})
    async with opened(library, BRIDGES, (100, 30), settings=settings) as pilot:
        await press(pilot, "O")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert "espeak is no language" in pilot.app.screen.query_one(Status).message
    voice = FakeVoice(tmp_path)
    voice.go_on.touch()
    async with opened(library, BRIDGES, (100, 30), settings=voice.settings()) as pilot:
        context = reading(pilot).context
        context.go_in_window(lambda window: window.go_to_end())
        await press(pilot, "O")
        await until(pilot, lambda: "end" in pilot.app.screen.query_one(Status).message)
        assert pilot.app.screen._is_paused


async def test_a_program_that_comes_to_no_end_is_ended_with_one_line(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(speech, "PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr(speech, "SECONDS_A_CHAR", 0.0)
    voice = FakeVoice(tmp_path)
    async with opened(library, BRIDGES, (100, 30), settings=voice.settings()) as pilot:
        await press(pilot, "O")
        await until(pilot, lambda: "voice comes to no end" in pilot.app.screen.query_one(Status).message)
        assert pilot.app.screen._is_paused
