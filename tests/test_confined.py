"""Confined processes: replies within limits, and one line for every end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING

import pytest

from reader.confined import Confined, ConfinedError, InterruptedRequestError, Limits
from reader.errors import UnusableError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
LIMITS = Limits(memory_bytes=150_000_000, cpu_seconds=1, reply_bytes=2_000_000)
needs_limits = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the kernel holds these limits on Linux")


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[Confined]:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    confined = Confined("tests.worked:reply", LIMITS)
    yield confined
    confined.close()


def process_id(process: Confined) -> int:
    return int(str(process.ask({"wanted": "process"}).value))


def test_a_reply_is_what_the_function_returns(process: Confined) -> None:
    value = [1, 2.5, None, True, {"a": ["山", "\ud800"]}]
    reply = process.ask({"wanted": "echo", "value": value}, bytes(range(256)) * 4000)
    assert reply.value == value
    assert reply.data == bytes(range(256)) * 4000


def test_one_process_replies_to_all_requests(process: Confined) -> None:
    assert process_id(process) == process_id(process) != os.getpid()


ENDS: list[tuple[dict[str, object], str]] = [
    ({"wanted": "memory", "megabytes": 400}, "needs more than 150 MB of memory"),
    ({"wanted": "time"}, "needs more than 1 s of time"),
    ({"wanted": "output", "bytes": 3_000_000}, "gives more than 2 MB"),
    ({"wanted": "deep"}, "is nested too deeply"),
    ({"wanted": "signal", "number": signal.SIGSEGV}, r"breaks its decoder \(SIGSEGV\)"),
    ({"wanted": "signal", "number": signal.SIGABRT}, "needs more than 150 MB of memory"),
    ({"wanted": "unknown"}, "met an unforeseen fault: ZeroDivisionError"),
]


@needs_limits
@pytest.mark.parametrize(("request_", "words"), ENDS, ids=[str(each["wanted"]) for each, _ in ENDS])
def test_an_end_is_one_line_and_the_next_request_is_replied_to(
    process: Confined, request_: dict[str, object], words: str
) -> None:
    for _ in range(2):
        with pytest.raises(ConfinedError, match=words) as caught:
            process.ask(request_)
        assert "\n" not in str(caught.value)
        assert process.ask({"wanted": "echo", "value": 7}).value == 7


def test_time_by_the_clock_is_limited_too(process: Confined, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.confined.WALL_FACTOR", 0.01)
    with pytest.raises(ConfinedError, match="needs more than 2 s of time"):
        process.ask({"wanted": "sleep"}, cpu_seconds=2)


class LastMoment:
    """A timer that goes off just as it is cancelled."""

    def __init__(self, _seconds: float, function: Callable[[], None]) -> None:
        self.function = function

    def start(self) -> None:
        pass

    def cancel(self) -> None:
        self.function()

    def join(self) -> None:
        pass


def test_a_reply_at_the_last_moment_counts_and_the_next_request_has_a_process(
    process: Confined, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = process_id(process)
    monkeypatch.setattr("reader.confined.Timer", LastMoment)
    assert process_id(process) == first
    assert process_id(process) != first


def test_an_error_of_the_function_is_the_same_one_here_in_one_line(process: Confined) -> None:
    before = process_id(process)
    with pytest.raises(UnusableError, match=r"^a page too much for \ufffd one line$"):
        process.ask({"wanted": "refuse"})
    assert process_id(process) == before


def head(value: bytes, data: bytes = b"") -> bytes:
    return len(value).to_bytes(8, "big") + len(data).to_bytes(8, "big") + value + data


@pytest.mark.parametrize(
    "message",
    [
        head(b"no JSON"),
        head(b"[" * 100_000),
        head(b'["reply"]'),
        head(b'{"reply": 1}'),
        head(b'["other", 1]'),
        head(b"1" * 5000),
        b"\xff" * 16,
        b"\xff" * 7,
        head(b'["replied", 1]', b"data")[:-1],
        b"",
    ],
)
def test_messages_of_any_kind_are_refused(process: Confined, message: bytes) -> None:
    with pytest.raises(ConfinedError):
        process.ask({"wanted": "lie", "message": message.decode("latin-1")})
    assert process.ask({"wanted": "echo", "value": "again"}).value == "again"


@needs_limits
def test_no_large_file_can_be_written(process: Confined, tmp_path: Path) -> None:
    with pytest.raises(ConfinedError, match="OSError"):
        process.ask({"wanted": "write", "path": str(tmp_path / "large")})
    assert (tmp_path / "large").stat().st_size <= 1_000_000


def asked_in_thread(process: Confined) -> tuple[Thread, SimpleQueue[BaseException]]:
    """Asks for a reply that never comes, in a thread; returns it once the request is at work."""
    raised: SimpleQueue[BaseException] = SimpleQueue()

    def ask() -> None:
        try:
            process.ask({"wanted": "sleep"})
        except ConfinedError as error:
            raised.put(error)

    thread = Thread(target=ask, daemon=True)
    thread.start()
    while not process._asking.locked() or process._process is None:
        assert thread.is_alive()
    return thread, raised


def test_a_request_at_work_is_interrupted_from_another_thread(process: Confined) -> None:
    for _ in range(3):
        thread, raised = asked_in_thread(process)
        process.interrupt()
        assert isinstance(raised.get(timeout=300), InterruptedRequestError)
        thread.join()
        assert process.ask({"wanted": "echo", "value": 1}).value == 1
        process.interrupt()  # nothing is at work: the process stays
        assert process._process is not None


def test_a_closed_process_replies_no_more(process: Confined) -> None:
    thread, raised = asked_in_thread(process)
    process.close()
    assert isinstance(raised.get(timeout=300), InterruptedRequestError)
    thread.join()
    with pytest.raises(InterruptedRequestError):
        process.ask({"wanted": "process"})


def is_there(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


STARTER = """
import sys, time
from reader.confined import Confined, Limits
process = Confined("tests.worked:reply", Limits(150_000_000, 60, 1000))
print(process.ask({"wanted": "process"}).value, flush=True)
process.ask({"wanted": "sleep"})
"""


def test_a_process_ends_with_the_program_that_started_it() -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT)}
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTER],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env=environ,
    )
    assert starter.stdout
    assert starter.stderr
    number = int(starter.stdout.readline())
    os.kill(number, 0)  # it is there
    starter.send_signal(signal.SIGKILL)
    starter.wait()
    end = time.monotonic() + 300
    while is_there(number):
        assert time.monotonic() < end
    starter.stdout.close()
