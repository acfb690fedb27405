"""Worker processes: they answer requests by one of our functions, on all cores or beside a screen.

A worker is another Python that imports the function, reads requests from its standard input and writes answers to its
standard output. It ends with its input, so that nothing is left behind when the program is killed. All of this is
written by hand, because the library's pools do not fit:

- ``multiprocessing`` forks, which is not safe beside the threads of a screen, or spawns workers that import the
  program's main module again and go on waiting when the program is killed.
- ``concurrent.futures`` starts its processes by ``multiprocessing``, and gives one answer for each request, which can
  report no progress.

Requests and answers are pickled; they go to processes of our own only.
"""

from __future__ import annotations

import os
import pickle
import sys
from contextlib import suppress
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Generic, TypeVar

from reader.process import collect_seldom

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Generator, Iterator, Sequence
    from typing import IO

Request = TypeVar("Request")
Answer = TypeVar("Answer")

MAX_WORKERS = 16
AHEAD = 3
"""Number of requests that a worker has before its first answer is read."""
OBJECTS_BEFORE_COLLECTION = 500_000
"""More objects than a file makes: they go when their last use ends, so the collector has nothing to find."""
_LENGTH_BYTES = 8
_END = b""
"""Message after the last answer to a request."""


class WorkerEnded(Exception):  # noqa: N818 (no fault of the program)
    """A worker ended before it had answered."""


class Worker(Generic[Request, Answer]):
    """A process that calls a function with each request; the function gives its answers to a second argument."""

    def __init__(self, function: Callable[[Request, Callable[[Answer], None]], None], is_silent: bool = False) -> None:
        """Starts the process.

        Args:
            function: A function of a module of ours, which the process imports.
            is_silent: Whether its standard error is dropped; it would spoil a screen.
        """
        code = f"from reader.workers import serve; serve({function.__module__!r}, {function.__name__!r})"
        self._process = own_process(code, is_silent)
        assert self._process.stdin
        assert self._process.stdout
        self._input, self._output = self._process.stdin, self._process.stdout
        self._messages: SimpleQueue[bytes | None] = SimpleQueue()
        self._receiving = Thread(target=self._receive, daemon=True)
        self._receiving.start()

    def _receive(self) -> None:
        """Takes answers as they come, so that the worker is never held up; None follows the last one."""
        for message in _messages(self._output):
            self._messages.put(message)
        self._messages.put(None)

    def ask(self, request: Request) -> None:
        """Sends a request; requests are answered in their order."""
        with suppress(BrokenPipeError):  # the worker has ended; whoever reads the answers learns it
            _send(self._input, pickle.dumps(request))

    def answers(self) -> Iterator[Answer]:
        """Yields the answers to the oldest request whose answers were not read yet.

        Raises:
            WorkerEnded: If the process has ended before the last answer.
        """
        while (message := self._messages.get()) != _END:
            if message is None:
                self._messages.put(None)  # for the requests that follow
                raise WorkerEnded
            yield pickle.loads(message)  # noqa: S301 (from our own process)

    def kill(self) -> None:
        """Ends the process at once; from any thread."""
        self._process.kill()

    def end(self) -> None:
        """Ends the process and frees its pipes."""
        with suppress(BrokenPipeError):
            self._input.close()
        self._process.kill()
        self._process.wait()
        self._receiving.join()
        self._output.close()


def own_process(code: str, is_silent: bool = False) -> subprocess.Popen[bytes]:
    """Starts another Python that runs some code of ours, with pipes for its input and output.

    ``is_silent`` says whether its standard error is dropped; it would spoil a screen.
    """
    import subprocess

    root = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    return subprocess.Popen(  # noqa: S603 (our own program)
        [sys.executable, "-P", "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL if is_silent else None,
        env=os.environ | {"PYTHONPATH": path},
    )


def answers_in_order(
    function: Callable[[Request, Callable[[Answer], None]], None], requests: Sequence[Request], cores: int = 0
) -> Generator[Answer, None, None]:
    """Yields the answers to requests in the order of the requests, worked out on several cores.

    A worker that is killed is done without: its requests are answered in this process.

    Args:
        function: As for :class:`Worker`.
        requests: The requests.
        cores: The number of workers; one for each core by default.
    """
    count = min(cores or core_count(), MAX_WORKERS, len(requests))
    workers: list[Worker[Request, Answer]] = []
    try:
        workers += (Worker(function) for _ in range(count))
        for number, request in enumerate(requests[: AHEAD * count]):
            workers[number % count].ask(request)
        for number, request in enumerate(requests):
            worker = workers[number % count]
            answers: list[Answer] = []
            try:
                answers += worker.answers()
            except WorkerEnded:
                answers.clear()
                function(request, answers.append)
            yield from answers
            following = number + AHEAD * count
            if following < len(requests):
                worker.ask(requests[following])
    finally:
        for worker in workers:
            worker.end()


def core_count() -> int:
    """Returns the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve(module_name: str, function_name: str) -> None:
    """Answers requests until the input ends; the main function of a worker.

    An interrupt from the keyboard goes to all processes of a terminal; it is left to the one that asks.
    """
    import signal
    from importlib import import_module

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom(OBJECTS_BEFORE_COLLECTION)
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # a stray print must not become a part of an answer
    requests: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_receive_requests, args=(requests,), daemon=True).start()
    function = getattr(import_module(module_name), function_name)
    try:
        while True:
            function(pickle.loads(requests.get()), lambda answer: _send(output, pickle.dumps(answer)))  # noqa: S301
            _send(output, _END)
    except BrokenPipeError:
        os._exit(0)


def _receive_requests(requests: SimpleQueue[bytes]) -> None:
    """Takes requests as they come, and ends the process with its input, whatever it is doing."""
    for message in _messages(sys.stdin.buffer):
        requests.put(message)
    os._exit(0)


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(len(message).to_bytes(_LENGTH_BYTES, "big"))
    stream.write(message)
    stream.flush()


def _messages(stream: IO[bytes]) -> Iterator[bytes]:
    """Yields whole messages until the stream ends."""
    while len(head := stream.read(_LENGTH_BYTES)) == _LENGTH_BYTES:
        length = int.from_bytes(head, "big")
        message = stream.read(length)
        if len(message) < length:
            return
        yield message
