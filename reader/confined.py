"""Confined processes: decoders of foreign formats, each in a process of its own with limits of memory and time.

A decoder is a library in C that reads what anyone may have made. Beside the reader it can use up no memory, take no
time without end, and its crash is a line. The process is started like a worker (see :mod:`reader.workers`), sets its
own limits before it imports the decoder, and ends with its input. Requests and replies are JSON and bytes of bounded
length: nothing that comes back is run, or becomes an object of any kind but those of JSON.

The kernel holds the memory and the CPU time on Linux. Where it holds no memory (macOS) the process watches itself,
and ends a little later; Windows has the time and the output only.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import suppress
from threading import Lock, Thread, Timer
from typing import TYPE_CHECKING, NamedTuple

from reader.errors import ReaderError, UnusableError
from reader.gate import clean_line, shown_path
from reader.workers import own_process

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from typing import IO, Literal

    Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]
    Handler = Callable[[dict[str, Json], bytes], "Reply"]
    """A function of a module of ours that replies to one request after the other."""
    Outcome = Literal["replied", "refused", "unusable", "failed"]
    """How a request has gone; the function raised a ReaderError if it is refused, an UnusableError if unusable."""

WALL_FACTOR = 4
"""Time by the clock after which a process is ended, divided by the CPU time that a request may take."""
MAX_VALUE_BYTES = 64_000_000
"""Maximum length of the JSON of a reply."""
MAX_LOG_BYTES = 1_000_000
"""Maximum length of a file that the process may write: the log of faults."""
MAX_OPEN_FILES = 64
_LENGTH_BYTES = 8
_MEMORY_EXIT = 70
"""Exit code of a process that has used up its memory and knows it."""
_WATCHING_SECONDS = 0.05
_OUTCOMES: tuple[Outcome, ...] = ("replied", "refused", "unusable", "failed")
_NOT_UNDERSTOOD = "gives no reply that is understood"


class ConfinedError(Exception):
    """A request that got no reply; ``str(error)`` is the bound or the cause, to be put after a subject."""


class InterruptedRequestError(ConfinedError):
    """A request whose process was ended from here."""


class Limits(NamedTuple):
    """The limits of a confined process."""

    memory_bytes: int
    """Maximum size of its data."""
    cpu_seconds: int
    """Maximum CPU time of a request, unless it says otherwise."""
    reply_bytes: int
    """Maximum number of bytes of a reply, beside its JSON."""


class Reply(NamedTuple):
    """The reply to a request."""

    value: Json = None
    data: bytes = b""


class Confined:
    """A process that replies to requests by a function; it is started when first asked, and again after an end."""

    def __init__(self, handler: str, limits: Limits) -> None:
        """Takes the module and the name of a function, with a colon between them: only the process imports it."""
        self._handler, self._limits = handler, limits
        self._process: subprocess.Popen[bytes] | None = None
        self._interrupted: subprocess.Popen[bytes] | None = None
        self._is_closed = False
        self._asking, self._changing = Lock(), Lock()

    def ask(self, request: dict[str, Json], data: bytes = b"", cpu_seconds: int = 0) -> Reply:
        """Returns the reply to a request; one is answered at a time.

        ``cpu_seconds`` is its CPU time, if that is another one than in the limits.

        Raises:
            ConfinedError: The process has ended, by a limit or a crash.
            InterruptedRequestError: It was ended by :meth:`interrupt` or :meth:`close`.
            ReaderError: The function has raised one.
        """
        with self._asking:
            with self._changing:
                if self._is_closed:
                    raise InterruptedRequestError("was interrupted")
                process = self._process = self._process or self._started()
            outcome, reply = self._exchanged(process, (cpu_seconds or self._limits.cpu_seconds, request), data)
        if outcome == "replied":
            return reply
        words = clean_line(str(reply.value))
        raise {"refused": ReaderError, "unusable": UnusableError, "failed": ConfinedError}[outcome](words)

    def interrupt(self) -> None:
        """Ends the process at once, from any thread, if it is at work; whoever waits for its reply learns it."""
        with self._changing:
            if self._process and self._asking.locked():
                self._interrupted = self._process
                self._process.kill()

    def close(self) -> None:
        """Ends the process for good, from any thread."""
        with self._changing:
            self._is_closed = True
        self.interrupt()
        if self._asking.acquire(blocking=False):
            try:
                if self._process:
                    self._forget(self._process)
            finally:
                self._asking.release()

    def _started(self) -> subprocess.Popen[bytes]:
        code = f"from reader.confined import serve; serve({self._handler!r}, {self._limits.memory_bytes})"
        return own_process(code, is_silent=True)

    def _exchanged(
        self, process: subprocess.Popen[bytes], timed: tuple[int, Json], data: bytes
    ) -> tuple[Outcome, Reply]:
        """Sends a request with its CPU time, and returns the answer within the limits."""
        assert process.stdin
        assert process.stdout
        late: list[bool] = []

        def end_late() -> None:
            late.append(True)
            process.kill()

        alarm = Timer(timed[0] * WALL_FACTOR, end_late)
        alarm.daemon = True
        alarm.start()
        try:
            with suppress(OSError):  # it has ended; so it gives no message either
                _send(process.stdin, timed, data)
            message = _received(process.stdout, MAX_VALUE_BYTES, self._limits.reply_bytes)
            answer = _outcome(message) if message else None
        except BaseException:  # it gives no proper message, or nobody waits for it any more
            self._forget(process)
            raise
        finally:
            alarm.cancel()
            alarm.join()  # it may be ending the process just as the answer comes
        if late or not answer:
            self._forget(process)
        if answer:
            return answer
        if process is self._interrupted:
            raise InterruptedRequestError("was interrupted")
        if late or _signal_name(process.returncode) == "SIGXCPU":
            raise ConfinedError(f"needs more than {timed[0]} s of time")
        raise ConfinedError(self._cause(process.returncode))

    def _cause(self, code: int) -> str:
        """Returns the words for the end of a process with an exit code.

        A library in C++ that is refused memory aborts; where memory is short the kernel kills.
        """
        name = _signal_name(code)
        if code == _MEMORY_EXIT or name in ("SIGABRT", "SIGKILL"):
            return f"needs more than {self._limits.memory_bytes // 10**6} MB of memory"
        return f"breaks its decoder ({name or f'exit code {code}'})"

    def _forget(self, process: subprocess.Popen[bytes]) -> None:
        """Ends a process and frees its pipes; one that has ended keeps its exit code."""
        assert process.stdin
        assert process.stdout
        process.kill()
        process.wait()
        with suppress(OSError):
            process.stdin.close()
        process.stdout.close()
        with self._changing:
            if self._process is process:
                self._process = None


def _outcome(message: Reply) -> tuple[Outcome, Reply]:
    """Returns how a request has gone, and the reply."""
    if isinstance(message.value, list) and len(message.value) == 2:
        name, value = message.value
        if known := next((outcome for outcome in _OUTCOMES if outcome == name), None):
            return known, Reply(value, message.data)
    raise ConfinedError(_NOT_UNDERSTOOD)


def _signal_name(code: int) -> str:
    """Returns the name of the signal that an exit code of a process stands for; empty if it is none."""
    with suppress(ValueError):
        return signal.Signals(-code).name if code < 0 else ""
    return f"signal {-code}"


def _send(stream: IO[bytes], value: object, data: bytes) -> None:
    import json

    head = json.dumps(value).encode()
    stream.write(len(head).to_bytes(_LENGTH_BYTES, "big") + len(data).to_bytes(_LENGTH_BYTES, "big") + head)
    stream.write(data)
    stream.flush()


def _received(stream: IO[bytes], most_value: int, most_data: int) -> Reply | None:
    """Returns the next message; None at the end of the stream.

    Raises:
        ConfinedError: It is longer than it may be, or not in JSON.
    """
    import json

    head = stream.read(2 * _LENGTH_BYTES)
    if len(head) < 2 * _LENGTH_BYTES:
        return None
    value_bytes, data_bytes = int.from_bytes(head[:_LENGTH_BYTES], "big"), int.from_bytes(head[_LENGTH_BYTES:], "big")
    if value_bytes > most_value or data_bytes > most_data:
        raise ConfinedError(f"gives more than {(most_value if value_bytes > most_value else most_data) // 10**6} MB")
    written, data = stream.read(value_bytes), stream.read(data_bytes)
    if len(written) < value_bytes or len(data) < data_bytes:
        return None
    try:
        return Reply(json.loads(written), data)
    except (ValueError, RecursionError):
        raise ConfinedError(_NOT_UNDERSTOOD) from None


def serve(handler_name: str, memory_bytes: int) -> None:
    """Replies to requests until the input ends; the main function of a confined process."""
    from importlib import import_module
    from queue import SimpleQueue

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit(memory_bytes)
    output, sys.stdout = sys.stdout.buffer, sys.stderr  # a stray print must not become a part of a reply
    requests: SimpleQueue[Reply] = SimpleQueue()
    Thread(target=_receive_requests, args=(requests.put,), daemon=True).start()
    module, _, name = handler_name.partition(":")
    handler: Handler = getattr(import_module(module), name)
    try:
        while True:
            message = requests.get()
            assert isinstance(message.value, list)
            cpu_seconds, request = message.value
            assert isinstance(request, dict)
            _limit_time(int(str(cpu_seconds)))
            outcome, reply = _answered(handler, request, message.data)
            _send(output, [outcome, reply.value], reply.data)
    except MemoryError:
        os._exit(_MEMORY_EXIT)
    except BrokenPipeError:
        os._exit(0)


def _answered(handler: Handler, request: dict[str, Json], data: bytes) -> tuple[Outcome, Reply]:
    """Returns the reply of the function, or its error in words."""
    try:
        return "replied", handler(request, data)
    except MemoryError:
        os._exit(_MEMORY_EXIT)
    except RecursionError:
        return "failed", Reply("is nested too deeply")
    except ReaderError as error:
        return "unusable" if error.exit_code == UnusableError.exit_code else "refused", Reply(str(error))
    except Exception as error:  # noqa: BLE001 (a fault in a foreign file is one line, whichever it is)
        from reader.log import crash

        path = crash(error)
        return "failed", Reply(
            f"met an unforeseen fault: {type(error).__name__}" + (f" (see {shown_path(path)})" if path else "")
        )


def _receive_requests(put: Callable[[Reply], object]) -> None:
    """Takes requests as they come, and ends the process with its input, whatever it is doing."""
    try:
        while request := _received(sys.stdin.buffer, MAX_VALUE_BYTES, sys.maxsize):
            put(request)
    finally:
        os._exit(0)


def _limit(memory_bytes: int) -> None:
    """Sets the limits of this process that hold from its beginning to its end."""
    try:
        import resource
    except ImportError:  # Windows
        return
    limits = {resource.RLIMIT_CORE: 0, resource.RLIMIT_FSIZE: MAX_LOG_BYTES, resource.RLIMIT_NOFILE: MAX_OPEN_FILES}
    limits[resource.RLIMIT_DATA] = memory_bytes
    for kind, most in limits.items():
        with suppress(OSError, ValueError):  # a lower limit holds already
            resource.setrlimit(kind, (most, most))
    if not sys.platform.startswith("linux"):
        Thread(target=_watch_memory, args=(memory_bytes,), daemon=True).start()


def _watch_memory(memory_bytes: int) -> None:
    """Ends this process when it has had more memory than it may."""
    import resource
    import time

    unit = 1 if sys.platform == "darwin" else 1024
    while resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit <= memory_bytes:
        time.sleep(_WATCHING_SECONDS)
    os._exit(_MEMORY_EXIT)


def _limit_time(cpu_seconds: int) -> None:
    """Limits the CPU time of this process, in seconds from now on."""
    try:
        import resource
    except ImportError:  # Windows
        return
    import time

    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = int(time.process_time()) + 1 + cpu_seconds
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if most < 0 else min(wanted, most), most))
