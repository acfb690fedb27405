"""Speech by small programs that the test writes: their input, their end, and the end of all that they began."""

from __future__ import annotations

import os
import threading
import time
from typing import TYPE_CHECKING

import pytest

from reader.learning import speaking
from reader.learning.speaking import Speech
from reader.learning.speech import Voice

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WAIT_SECONDS = 300.0


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(speaking, "STOP_SECONDS", WAIT_SECONDS)


def shell(code: str, *arguments: str) -> tuple[str, ...]:
    return ("sh", "-c", code, "sh", *arguments)


def is_alive(number: int) -> bool:
    try:
        with open(f"/proc/{number}/stat", encoding="utf-8") as file:
            return file.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(is_so: Callable[[], bool]) -> None:
    """Waits until something is so, within a time that only a program that hangs needs."""
    end = time.monotonic() + WAIT_SECONDS
    while not is_so():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_the_text_goes_by_the_input_through_all_programs(tmp_path: Path) -> None:
    out = tmp_path / "said"
    voice = Voice((shell("tr a-z A-Z"), shell('cat > "$1"', str(out))))
    assert Speech(voice, "a `b` 水", 100).read() == ""
    assert out.read_text(encoding="utf-8") == "A `B` 水\n"


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        (Voice((shell("echo 'no \\033[31mdevice' >&2; echo more >&2; exit 3"),)), "sh ended with 3: no �[31mdevice"),
        (Voice((shell("exit 1", "{}"),)), "sh ended with 1"),
        (Voice((("/no/such/program", "{}"),)), "program cannot be started: No such file or directory"),
        (Voice((shell("exit 0", "{}"),)), ""),
    ],
)
def test_a_fault_is_one_line(voice: Voice, told: str) -> None:
    assert Speech(voice, "x", 100).read() == told


@pytest.mark.parametrize("leaves", [False, True], ids=["waits", "left behind"])
def test_the_end_of_speech_is_the_end_of_all_that_it_began(tmp_path: Path, leaves: bool) -> None:
    numbers = tmp_path / "numbers"
    code = 'sleep 600 & echo $! $$ > "$1.new"; mv "$1.new" "$1"; ' + ("exit 0" if leaves else "wait")
    speech = Speech(Voice((shell(code, str(numbers)),)), "x", 100)
    told: list[str] = []
    reading = threading.Thread(target=lambda: told.append(speech.read()))
    reading.start()
    until(numbers.exists)
    if not leaves:
        speech.end()
    reading.join(WAIT_SECONDS)
    assert told == [""]
    until(lambda: not any(map(is_alive, map(int, numbers.read_text().split()))))  # when the kernel has come to it
    speech.end()  # a second time does nothing
    assert os.path.exists(numbers)


def test_a_service_is_silenced_by_its_own_program(tmp_path: Path) -> None:
    begun, silenced = tmp_path / "begun", tmp_path / "silenced"
    voice = Voice((shell('touch "$1"; sleep 600', str(begun)),), shell('touch "$1"', str(silenced)))
    speech = Speech(voice, "x", 100)
    reading = threading.Thread(target=speech.read)
    reading.start()
    until(begun.exists)
    speech.end()
    reading.join(WAIT_SECONDS)
    assert silenced.exists()


def test_speech_that_was_ended_before_it_began_starts_nothing(tmp_path: Path) -> None:
    speech = Speech(Voice((shell('touch "$1"', str(tmp_path / "begun")),)), "x", 100)
    speech.end()
    assert speech.read() == ""
    assert not (tmp_path / "begun").exists()
