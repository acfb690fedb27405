"""Garbage collection is paused and begun again, and faults that nobody waits for are logged."""

from __future__ import annotations

import gc
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from reader import process

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _collecting() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


def test_nothing_is_collected_within_the_context() -> None:
    with process.without_collecting():
        assert not gc.isenabled()
        with process.without_collecting():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_collecting_may_be_made_rare() -> None:
    before = gc.get_threshold()
    process.collect_seldom(123_456)
    assert gc.get_threshold()[0] == 123_456
    gc.set_threshold(*before)


def test_collecting_begins_behind_all_that_was_made_by_then() -> None:
    process.collect_from_now_on()
    assert gc.get_freeze_count() == 0
    with process.without_collecting():
        process.collect_from_now_on()
        assert gc.isenabled()
        assert gc.get_freeze_count() > 0


def test_the_collector_runs_as_usual_behind_a_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("atexit.register", lambda _freeze: None)
    before = gc.get_threshold()
    process.collect_hardly()
    assert gc.get_threshold() != before
    with process.without_collecting():
        process.collect_from_now_on()
    assert gc.get_threshold() == before


def test_faults_of_threads_and_finalizers_are_logged(monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[BaseException] = []
    monkeypatch.setattr("reader.log.crash", logged.append)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    process.log_stray_faults()
    thread = threading.Thread(target=lambda: 1 / 0)
    thread.start()
    thread.join()
    assert [type(fault) for fault in logged] == [ZeroDivisionError]
