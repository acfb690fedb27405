"""Input that was there in time counts, though the program was kept waiting and looks at it late."""

from __future__ import annotations

import os
import selectors
from itertools import count
from threading import Event
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from reader.ui.terminal import driver as driver_module
from reader.ui.terminal.driver import LOOK_SECONDS, GroundReported, TerminalDriver
from reader.ui.terminal.frame_output import FrameOutput
from reader.ui.terminal.ground import GroundFilter
from reader.ui.terminal.input_events import InputEvents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.message import Message

REPORT = ("\x1b]11;rgb:ffff/", "ffff/ffff\x1b\\")


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> TerminalDriver:
    """A driver that finds its input late by ten seconds, each time."""
    times = count(0.0, 10.0)
    monkeypatch.setattr(driver_module, "time", SimpleNamespace(monotonic=lambda: next(times)))
    made = TerminalDriver.__new__(TerminalDriver)
    made._events, made._reports, made.exit_event = InputEvents(), GroundFilter(0.0), Event()
    made.frame_output = FrameOutput([].append, lambda: True, lambda *_: None)
    made._in_band_window_resize = False
    return made


def told_by(driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch, pieces: Mapping[int, str]) -> list[Message]:
    """Has the input read, into which pieces come at the end of some waits; returns the messages."""
    told: list[Message] = []
    ours, theirs = os.pipe()
    waits = count()

    class LateSelector(selectors.PollSelector):
        """The selector of a process that is kept waiting: the time is over, and something has come."""

        def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
            if timeout != LOOK_SECONDS:
                return super().select(0)
            number = next(waits)
            os.write(theirs, pieces.get(number, "").encode())
            if number > max(pieces):
                driver.exit_event.set()
            return []

    monkeypatch.setattr(driver_module.selectors, "DefaultSelector", LateSelector)
    monkeypatch.setattr(driver, "process_message", told.append)
    driver.fileno = ours
    try:
        driver.run_input_thread()
    finally:
        os.close(ours)
        os.close(theirs)
    return told


def test_the_rest_of_a_report_is_no_key(driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch) -> None:
    (told,) = told_by(driver, monkeypatch, {0: REPORT[0], 1: REPORT[1]})
    assert isinstance(told, GroundReported)
    assert told.ground == "light"


@pytest.mark.parametrize(("pieces", "keys"), [({0: "\x1b", 1: "[A"}, ["up"]), ({0: "\x1b", 3: "[A"}, ["escape"])])
def test_the_rest_of_a_key_belongs_to_it(
    driver: TerminalDriver, monkeypatch: pytest.MonkeyPatch, pieces: dict[int, str], keys: list[str]
) -> None:
    told = told_by(driver, monkeypatch, pieces)
    assert [message.key for message in told][: len(keys)] == keys
