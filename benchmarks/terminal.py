"""A program on a pseudo-terminal: what it writes after a key, how long that takes, and its CPU time. Linux only."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
COLUMNS, ROWS = 160, 45
TIMEOUT_S = 60.0
OVERLAP_BYTES = 1000
"""A text may have come with control sequences inside, in as many bytes as this."""
QUIET_S = 0.08
"""A program that has written nothing for so long, and does not run, has answered."""
KNOWN_MODES = (b"2026",)
"""The private modes that a terminal here has: synchronized output, but no reports of its size."""
ATTRIBUTES = b"\x1b[?62;22c"
CONTROL = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]")
"""A control sequence; a word in two styles has one inside."""
QUERY = re.compile(rb"\x1b\[(?:(c)|\?(\d+)\$p)")


class Answer(NamedTuple):
    """The answer of a program to a key: seconds to its last byte, CPU seconds, and the bytes."""

    last_s: float
    cpu_s: float
    output: bytes


def environment(home: Path) -> dict[str, str]:
    """Returns the environment of a program that finds nothing of the user's, and has shown its tour."""
    folders = {f"XDG_{name}_HOME": str(home / name.lower()) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    shown = home / "state" / "bilingual-magazine-reader" / "tour"
    shown.parent.mkdir(parents=True, exist_ok=True)
    shown.touch()
    return folders | {
        "HOME": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


class Terminal:
    """A pseudo-terminal with a program on it, which starts at once."""

    def __init__(self, argv: Sequence[str], home: Path, attributes: bytes = ATTRIBUTES) -> None:
        self._attributes = attributes
        self._started = time.perf_counter()
        self._seen = bytearray()
        self._pid, self._descriptor = pty.fork()
        if self._pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(ROOT)
            os.execve(argv[0], list(argv), environment(home))

    @property
    def cpu_s(self) -> float:
        """The CPU time that all threads of the program have used, the ended ones included."""
        return time.clock_gettime((~self._pid << 3) | 2)  # the kernel's number for that clock of a process

    @property
    def cpu_with_children_s(self) -> float:
        """The same with the processes that it has started and that have ended."""
        fields = Path(f"/proc/{self._pid}/stat").read_text().rpartition(")")[2].split()
        return self.cpu_s + sum(map(int, fields[13:15])) / os.sysconf("SC_CLK_TCK")

    def type(self, keys: str) -> None:
        """Types keys, and waits for nothing."""
        os.write(self._descriptor, keys.encode())

    def wait_for(self, text: str) -> Answer:
        """Reads until a text has come, since the start.

        Raises:
            RuntimeError: If it does not come.
        """
        wanted, begin = text.encode(), 0
        while wanted not in (new := self._seen[begin:]) and wanted not in CONTROL.sub(b"", new):
            begin = max(0, len(self._seen) - OVERLAP_BYTES)  # pictures are long: each byte is looked at once
            if not self._read(TIMEOUT_S):
                raise RuntimeError(f"{text!r} did not come; last: {bytes(self._seen[-300:])!r}")
        return Answer(time.perf_counter() - self._started, self.cpu_s, bytes(self._seen))

    def read_for(self, seconds: float) -> bytes:
        """Reads what comes in some seconds; returns all since the last key."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._read(left)
        return bytes(self._seen)

    @property
    def seen(self) -> bytes:
        """All that has come since the last key."""
        return bytes(self._seen)

    def settle(self, *, with_children: bool = False) -> float:
        """Reads until the program is at rest; returns when the last byte came.

        Args:
            with_children: Whether the processes that it has started are to be at rest, too.
        """
        last = time.perf_counter()
        while True:
            before = self.cpu_s
            if self._read(QUIET_S):
                last = time.perf_counter()
            elif not self._runs(with_children=with_children) and self.cpu_s - before < QUIET_S / 10:
                return last

    def press(self, keys: str) -> Answer:
        """Types keys in one write, and waits until the program has answered."""
        return self._answer(lambda: os.write(self._descriptor, keys.encode()))

    def after(self, act: Callable[[], object], text: str) -> Answer:
        """Does something that no key does, and reads until a text has come.

        Raises:
            RuntimeError: If it does not come.
        """
        self._seen = bytearray()
        before, start = self.cpu_s, time.perf_counter()
        act()
        self.wait_for(text)
        return Answer(time.perf_counter() - start, self.cpu_s - before, bytes(self._seen))

    def resize(self, columns: int, rows: int = ROWS) -> Answer:
        """Gives the terminal another size, and waits until the program has answered."""
        size = struct.pack("HHHH", rows, columns, 0, 0)
        return self._answer(lambda: fcntl.ioctl(self._descriptor, termios.TIOCSWINSZ, size))

    def hold(self, key: str, times: int, per_second: int = 30) -> float:
        """Types a key again and again; returns how long the program goes on after the last one."""
        sent = time.perf_counter()
        for _ in range(times):
            os.write(self._descriptor, key.encode())
            sent = time.perf_counter()
            while (left := sent + 1 / per_second - time.perf_counter()) > 0:
                self._read(left)
        self._seen = bytearray()
        last = self.settle()
        return last - sent if self._seen else 0.0

    def picture(self) -> bytes:
        """Returns the whole screen as the program draws it anew."""
        self.resize(COLUMNS + 1)
        return self.resize(COLUMNS).output

    def close(self) -> None:
        """Ends the program."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        os.close(self._descriptor)

    def _answer(self, act: Callable[[], object]) -> Answer:
        self._seen = bytearray()
        before, start = self.cpu_s, time.perf_counter()
        act()
        last = self.settle()
        return Answer(last - start, self.cpu_s - before, bytes(self._seen))

    def _read(self, seconds: float) -> bool:
        """Reads what comes within some seconds, and answers what a terminal is asked; returns whether some came."""
        if not select.select([self._descriptor], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._descriptor, 65536)
        except OSError:  # the program has ended
            return False
        for asked in QUERY.finditer(data):
            mode = asked[2]
            known = 2 if mode in KNOWN_MODES else 0
            os.write(self._descriptor, b"\x1b[?%s;%d$y" % (mode, known) if mode else self._attributes)
        self._seen += data
        return bool(data)

    def _runs(self, *, with_children: bool) -> bool:
        """Whether a thread of the program, or of its children, is running or waits for a processor."""
        return any(map(_is_running, [self._pid, *(_children(self._pid) if with_children else ())]))


def _children(pid: int) -> list[int]:
    """Returns the processes that a process has started."""
    found = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(OSError):
            found += [int(child) for child in (task / "children").read_text().split()]
    return found


def _is_running(pid: int) -> bool:
    with contextlib.suppress(OSError):
        for task in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                if (task / "stat").read_text().rpartition(")")[2].split()[0] == "R":
                    return True
    return False


@contextlib.contextmanager
def started(argv: Sequence[str], home: Path, attributes: bytes = ATTRIBUTES) -> Iterator[Terminal]:
    """Runs a program on a terminal, and ends it; the terminal answers with its attributes, and what comes before."""
    terminal = Terminal(argv, home, attributes)
    try:
        yield terminal
    finally:
        terminal.close()
