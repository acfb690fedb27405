"""Before the terminal is given back, the answer that it owes is awaited: it would be typed into the shell."""

from __future__ import annotations

from threading import Event, Thread
from types import SimpleNamespace
from typing import TYPE_CHECKING

from reader.pictures.abilities import QUESTION
from reader.ui.terminal import driver as driver_module
from reader.ui.terminal.driver import TerminalDriver

if TYPE_CHECKING:
    import pytest


def asking(monkeypatch: pytest.MonkeyPatch) -> TerminalDriver:
    """Returns a driver that has asked, of a terminal that has time without end."""
    monkeypatch.setattr(driver_module, "LATE_SECONDS", 1000.0)
    monkeypatch.setattr(TerminalDriver, "write", lambda *_: None)
    driver = TerminalDriver.__new__(TerminalDriver)
    driver._events, driver._awaited = SimpleNamespace(answered=None), Event()
    driver._loop = SimpleNamespace(is_closed=lambda: True)
    driver.ask(QUESTION, lambda _: None)
    return driver


def test_leaving_waits_for_the_last_answer_only(monkeypatch: pytest.MonkeyPatch) -> None:
    driver, order = asking(monkeypatch), []
    leaving = Thread(target=lambda: (driver.await_answers(), order.append("left")), daemon=True)
    leaving.start()
    for sequence in ("\x1bP>|kitty(0.38.1)", "\x1b[6;20;10t", "\x1b[c", "\x1b[?2;0;1000;1000S"):
        driver._events.answered(sequence)
        assert not driver._awaited.is_set()
    order.append("answered")
    driver._events.answered(f"\x1b[?{'4;' * 2000}c")
    leaving.join(300)
    assert order == ["answered", "left"]


def test_a_terminal_that_never_answers_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    driver = asking(monkeypatch)
    monkeypatch.setattr(driver_module, "LATE_SECONDS", 0.0)
    driver.await_answers()
    assert not driver._awaited.is_set()
