"""Recordings on the screen, by a small program that the test writes: it tells from where it was to play, and waits."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.settings import Settings
from reader.ui.screens import playing
from reader.ui.screens.playing import PlayingScreen
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.speaking import SpeakingScreen
from reader.ui.widgets.status import Status
from tests.source.test_recordings import ALIGNED_BODY, text_of
from tests.ui.screen import opened, press, reading
from tests.ui.test_speaking import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from textual.pilot import Pilot

BOTH = "{zh-Hans: {file: zh.mp3, starts: {mist: 0, p2: 900, p3: 1800}}, en: {file: en.mp3, starts: {p2: 600, p3: 990}}}"


class FakePlayer:
    """A program that writes down its arguments, and plays on until a file lets it end."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.played, self.go_on = folder / "played", folder / "go-on"
        self.program = folder / "player"
        self.write(f'echo "$@" >> "{self.played}"\nwhile [ ! -e "{self.go_on}" ]; do sleep 0.01; done\n')
        self.arguments = arguments or ("{start}", "{file}")

    def write(self, script: str) -> None:
        self.program.write_text(f"#!/bin/sh\n{script}", encoding="utf-8")
        self.program.chmod(0o700)

    @property
    def calls(self) -> list[str]:
        return [line.replace(str(self.played.parent), "") for line in self.lines]

    @property
    def lines(self) -> list[str]:
        return self.played.read_text(encoding="utf-8").splitlines() if self.played.exists() else []

    def settings(self) -> Settings:
        settings = Settings()
        settings.apply(
            {"play": [str(self.program), *self.arguments], "speak": {"zh": "sleep 600", "en": "sleep 600"}}, {}
        )
        return settings


@asynccontextmanager
async def played(
    folder: Path, player: FakePlayer, audio: str = BOTH, anchor: str = "mist", files: tuple[str, ...] = ("zh", "en")
) -> AsyncIterator[Pilot[None]]:
    (folder / "springs").mkdir()
    for name in files:
        (folder / "springs" / f"{name}.mp3").write_bytes(b"ID3")
    path = folder / "springs.yaml"
    path.write_text(text_of(audio, ALIGNED_BODY), encoding="utf-8")
    async with opened(Library([str(path)]), f"springs/water#{anchor}", (100, 30), settings=player.settings()) as pilot:
        await press(pilot, "O")
        yield pilot


def lit(pilot: Pilot[None]) -> tuple[str, str] | None:
    sentence = pilot.app.screen_stack[-2].view.shown.overlays.sentence
    return (sentence.anchor, sentence.language) if sentence else None


def message(pilot: Pilot[None]) -> str:
    return pilot.app.screen.query_one(Status).message


async def test_passages_are_stepped_through_paused_and_heard_in_either_language(tmp_path: Path) -> None:
    player = FakePlayer(tmp_path)
    async with played(tmp_path, player, anchor="p2") as pilot:
        await until(pilot, lambda: len(player.calls) == 1)
        assert lit(pilot) == ("p2", "zh-Hans")
        await press(pilot, "l")
        await until(pilot, lambda: len(player.calls) == 2)
        assert lit(pilot) == ("p3", "zh-Hans")
        await press(pilot, "l")
        assert message(pilot) == "There is nothing to read aloud here."
        await press(pilot, "space")
        assert pilot.app.screen._speech is None
        assert pilot.app.screen.query_one(Status).parts[0] == ("Paused", "strong")
        await press(pilot, "h", "h")
        assert lit(pilot) == ("mist", "zh-Hans")
        await press(pilot, "space")
        await until(pilot, lambda: len(player.calls) == 3)
        await press(pilot, "minus")
        assert message(pilot) == "player takes no pace."
        await press(pilot, "l", "tab")
        await until(pilot, lambda: player.calls[-1].endswith("en.mp3"))
        assert lit(pilot) == ("p2", "en")
    files = ("900.000 /springs/zh.mp3", "1800.000 /springs/zh.mp3", "0.000 /springs/zh.mp3")
    assert player.calls[:3] == list(files)
    assert player.calls[-1] == "600.000 /springs/en.mp3"


async def test_passages_are_lit_by_the_clock_and_a_recording_for_all_lights_both(tmp_path: Path) -> None:
    player = FakePlayer(tmp_path)
    audio = "{file: zh.mp3, starts: {mist: 0.05, p2: 0.1, p3: 0.15}}"
    async with played(tmp_path, player, audio) as pilot:
        await until(pilot, lambda: lit(pilot) == ("p3", "") and bool(player.calls))
        assert len(player.calls) == 1


async def test_escape_ends_the_player_at_once(tmp_path: Path) -> None:
    player = FakePlayer(tmp_path)
    async with played(tmp_path, player) as pilot:
        await until(pilot, lambda: len(player.calls) == 1)
        screen = pilot.app.screen
        assert isinstance(screen, PlayingScreen)
        await until(pilot, lambda: bool(screen._speech._programs))
        [program] = screen._speech._programs
        assert program.poll() is None
        await press(pilot, "escape")
        assert program.poll() is not None
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert reading(pilot).view.shown.overlays.sentence is None


@pytest.mark.parametrize(
    ("script", "shortest", "wanted"),
    [
        ("echo no device >&2; exit 2\n", 0.0, "player ended with 2: no device"),
        ("exit 0\n", 1e9, "player ends before"),
        ("exit 0\n", 0.0, "Read to the end."),
    ],
)
async def test_the_end_of_a_player_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, shortest: float, wanted: str
) -> None:
    monkeypatch.setattr(playing, "SHORTEST_SECONDS", shortest)
    player = FakePlayer(tmp_path)
    player.write(script)
    async with played(tmp_path, player) as pilot:
        await until(pilot, lambda: message(pilot).startswith(wanted))
        assert pilot.app.screen._is_paused


async def test_a_player_that_cannot_seek_plays_from_the_beginning(tmp_path: Path) -> None:
    player = FakePlayer(tmp_path, "{file}")
    async with played(tmp_path, player, anchor="p3") as pilot:
        await until(pilot, lambda: len(player.calls) == 1)
        assert lit(pilot) == ("mist", "zh-Hans")
        await press(pilot, "l")
        assert message(pilot) == "player plays from the beginning only."


@pytest.mark.parametrize("files", [(), ("en",)], ids=["none", "the other language"])
async def test_without_its_file_another_recording_is_played_or_a_voice_reads(
    tmp_path: Path, files: tuple[str, ...]
) -> None:
    player = FakePlayer(tmp_path)
    async with played(tmp_path, player, files=files) as pilot:
        assert isinstance(pilot.app.screen, PlayingScreen if files else SpeakingScreen)


async def test_a_wrong_setting_is_told(tmp_path: Path) -> None:
    async with played(tmp_path, FakePlayer(tmp_path, "no file")) as pilot:
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert message(pilot).startswith("The setting play has no program")
