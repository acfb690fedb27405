"""The voices that are found by themselves, with fakes of their programs: what each is given, and its end."""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from typing import TYPE_CHECKING

import pytest

from reader.learning import speaking, speech
from reader.learning.speaking import Speech
from reader.learning.speech import Voice, voice_of

if TYPE_CHECKING:
    from pathlib import Path

PLAYER = "aplay"
WAIT_SECONDS = 300.0
SAID = "水; rm -rf $(x) `y` \"'"
RAW = b"\xff\x00 raw sound"


class Machine:
    """The programs of a machine: each writes down its arguments and its input, and a number while it runs."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "data" / "voices").mkdir(parents=True)
        monkeypatch.setenv("PATH", str(folder / "bin"))
        monkeypatch.setattr(speech, "data_folder", lambda: str(folder / "data"))
        monkeypatch.setattr(speaking, "STOP_SECONDS", WAIT_SECONDS)  # a busy machine starts a program late

    def install(self, name: str, *, stays: bool = False) -> None:
        """Installs a program; one that stays runs on after it has read its input."""
        program = self.folder / "bin" / name
        code = f"""#!{sys.executable} -IS
import json, os, sys, time
given = sys.stdin.buffer.read().decode("latin-1")
told = {{"arguments": sys.argv[1:], "input": given, "number": os.getpid()}}
path = {str(self.folder / name)!r} + (".silenced" if "--cancel" in sys.argv else "")
with open(path + ".new", "w") as file:
    json.dump(told, file)
os.rename(path + ".new", path)
if "--output-raw" in sys.argv:
    sys.stdout.buffer.write({RAW!r})
    sys.stdout.flush()
    os.close(1)
time.sleep(600 if {stays!r} and "--cancel" not in sys.argv else 0)
"""
        program.write_text(code, encoding="utf-8")
        program.chmod(0o700)

    def told(self, name: str) -> dict[str, object]:
        """Returns what a program was given; waits until it has written that down."""
        end = time.monotonic() + WAIT_SECONDS
        while not (self.folder / name).exists():
            assert time.monotonic() < end, f"{name} was not started"
            time.sleep(0.005)
        found: dict[str, object] = json.loads((self.folder / name).read_text(encoding="utf-8"))
        return found

    def voice(self, language: str) -> Voice:
        voice = voice_of(language, ())
        assert voice
        return voice


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(tmp_path, monkeypatch)


def as_input(text: str) -> str:
    return f"{text}\n".encode().decode("latin-1")


@pytest.mark.parametrize(
    ("name", "language", "arguments", "given"),
    [
        ("say", "zh-Hans", ["-v", "Tingting", "-f", "-"], SAID),
        ("say", "en-GB", ["-v", "Samantha", "-f", "-"], SAID),
        ("espeak-ng", "zh-Hans", ["-v", "cmn", "--stdin"], SAID),
        ("espeak-ng", "fr", ["-v", "fr", "--stdin"], SAID),
        ("spd-say", "zh-Hans", ["-w", "-l", "zh", SAID], ""),
    ],
)
def test_a_program_that_is_found_gets_the_text_as_it_is(
    machine: Machine, name: str, language: str, arguments: list[str], given: str
) -> None:
    machine.install(name)
    assert Speech(machine.voice(language), SAID, 100).read() == ""
    told = machine.told(name)
    assert told["arguments"] == arguments
    assert told["input"] == (as_input(given) if given else "")


@pytest.mark.parametrize("name", ["say", "espeak-ng", "spd-say"])
def test_a_text_that_looks_like_an_option_or_a_command_is_none(machine: Machine, name: str) -> None:
    machine.install(name)
    assert Speech(machine.voice("en"), "-o /etc/x [[slnc 9]]", 100).read() == ""
    told = machine.told(name)
    shown = [*told["arguments"], told["input"]]
    assert "-o" not in shown
    assert not any("[[" in str(part) for part in shown)


def test_piper_gets_the_text_and_a_voice_and_the_player_its_sound(machine: Machine) -> None:
    machine.install("espeak-ng")
    machine.install("piper")
    model = machine.folder / "data" / "voices" / "zh_CN-huayan-medium.onnx"
    model.touch()
    assert machine.voice("zh-Hans").name == "espeak-ng"  # nothing plays the sound
    machine.install(PLAYER)
    assert Speech(machine.voice("zh-Hans"), SAID, 125).read() == ""
    piper, player = machine.told("piper"), machine.told(PLAYER)
    assert piper["arguments"] == ["--length-scale", "0.80", "--model", str(model), "--output-raw"]
    assert piper["input"] == as_input(SAID)
    assert player["input"] == RAW.decode("latin-1")
    assert machine.voice("en").name == "espeak-ng"  # there is no English voice


@pytest.mark.parametrize(
    ("names", "running"), [(("say",), "say"), (("piper", PLAYER), PLAYER), (("espeak-ng",), "espeak-ng")]
)
def test_a_program_that_is_found_ends_at_once(machine: Machine, names: tuple[str, ...], running: str) -> None:
    (machine.folder / "data" / "voices" / "en_GB-alan.onnx").touch()
    for name in names:
        machine.install(name, stays=True)
    told = ended(Speech(machine.voice("en"), "a text", 100), machine, running)
    assert told == ""
    for name in names:
        number = machine.told(name)["number"]
        with pytest.raises(ProcessLookupError):
            os.kill(int(str(number)), 0)  # it was waited for, and nothing has its number


def test_the_service_of_spd_say_is_silenced(machine: Machine) -> None:
    machine.install("spd-say", stays=True)
    assert ended(Speech(machine.voice("en"), "a text", 100), machine, "spd-say") == ""
    assert machine.told("spd-say.silenced")["arguments"] == ["--cancel"]


def ended(reading: Speech, machine: Machine, running: str) -> str:
    """Ends a speech once a program runs; returns its fault."""
    told: list[str] = []
    thread = threading.Thread(target=lambda: told.append(reading.read()))
    thread.start()
    machine.told(running)
    reading.end()
    thread.join(WAIT_SECONDS)
    return told[0]
