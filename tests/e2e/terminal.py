"""A program on a pseudo-terminal: what is typed, what arrives, and how it ends."""

import codecs
import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

from tests.e2e.emulator import Emulator

TIMEOUT_SECONDS = 300.0
LOOK_SECONDS = 0.1
"""Time between two looks at something that no output tells of."""
ALTERNATE_ON, ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
MOUSE_ON, MOUSE_OFF = b"\x1b[?1000h", b"\x1b[?1000l"

KITTY_QUESTION = "\x1b_Gi=2130303,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
"""The one sequence of its kind that a terminal without pictures gets."""
PLACE_QUESTION, GROUND_QUESTION = b"\x1b[6n", b"\x1b]11;?"
QUESTIONS = re.compile(b"|".join(map(re.escape, (PLACE_QUESTION, GROUND_QUESTION))))
PASTING_ON = b"\x1b[?2004h"
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
"""Synchronized output: the first frame is drawn in one piece."""

MODES = (1000, 1003, 1004, 1006, 1015, 1049, 2004, 2031, 2048)
"""Private modes that are on as long as the screen is: mouse, focus, alternate screen, pasting, reports of its colours
and its size."""


class Terminal:
    """A program on a pseudo-terminal of a given size; its output is collected as it comes."""

    def __init__(
        self,
        arguments: list[str],
        columns: int,
        rows: int,
        home: Path,
        environment: dict[str, str | None],
        program: tuple[str, ...] = ("-m", "reader"),
    ) -> None:
        self.output = b""
        self.answers: list[str] = []
        """The answers to the next requests for the cursor's place, sent as these arrive."""
        self.ground = ""
        """The answer to a request for the colour of the ground; none if it is empty."""
        self._asked = b""
        """The end of the output that may be the beginning of a question."""
        self._is_open = True
        changed = environment
        self.descriptor, theirs = pty.openpty()  # with its size and its modes before a program can look at them
        self.modes, self._name = termios.tcgetattr(self.descriptor), os.ttyname(theirs)
        self.resize(columns, rows)
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.descriptor)
            os.login_tty(theirs)
            environment = {k: v for k, v in os.environ.items() if not k.startswith(("READER_", "XDG_", "NO_COLOR"))}
            environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home), "LANG": "C.UTF-8"}
            environment = {name: value for name, value in (environment | changed).items() if value is not None}
            for number in (signal.SIGHUP, signal.SIGINT):  # ignored where the tests run in the background
                signal.signal(number, signal.SIG_DFL)
            os.execve(sys.executable, [sys.executable, *program, *arguments], environment)
        os.close(theirs)
        self._unseen, self._decoder = b"", codecs.getincrementaldecoder("utf-8")("replace")
        self.screen = Emulator(columns, rows)
        """The screen of the size that it had first."""

    def wait_for(self, text: str) -> None:
        """Reads until a text has arrived, styles taken out, and the framework has the terminal."""
        self.wait_until(lambda: text in self.text and not self.is_starting, repr(text))

    @property
    def is_starting(self) -> bool:
        """Whether there is a first frame, and the framework has not taken the terminal yet."""
        return FRAME_BEGINS in self.output and PASTING_ON not in self.output

    def wait_for_frame(self) -> None:
        """Reads until the first frame is drawn, perhaps long before the framework is there."""
        self.wait_until(lambda: FRAME_ENDS in self.output, "the first frame")

    def wait_until(self, has_come: Callable[[], bool], what: str = "it") -> None:
        """Reads until something has arrived, or is so for another cause."""
        end = time.monotonic() + TIMEOUT_SECONDS
        while not has_come():
            is_open = not select.select([self.descriptor], [], [], LOOK_SECONDS)[0] or self._read()
            is_in_time = time.monotonic() < end and (is_open or has_come())
            assert is_in_time, f"{what} did not come; last: {self.text[-300:]!r}"

    def wait_to_see(self, text: str) -> None:
        """Reads until a text is on the screen: of a text that grows, only the new part arrives."""

        self.wait_until(lambda: self.sees(text), f"{text!r} on the screen")

    def sees(self, text: str) -> bool:
        """Whether a text is on the screen, as far as output has arrived."""
        self.screen.feed(self._decoder.decode(self._unseen))
        self._unseen = b""
        return any(text in row for row in self.screen.text())

    def read_what_came(self) -> None:
        """Reads what has arrived, and waits for nothing."""
        while select.select([self.descriptor], [], [], 0)[0] and self._read():
            pass

    @property
    def text(self) -> str:
        """The text that has arrived, without escape sequences."""
        output = self.output.decode("utf-8", "replace").replace(KITTY_QUESTION, "")
        return re.sub(r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\))", "", output)

    def _read(self) -> bool:
        ready, _, _ = select.select([self.descriptor], [], [], TIMEOUT_SECONDS)
        if not ready:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:  # the program has closed the terminal
            return False
        self.output += data
        self._unseen += data
        self._answer(data)
        return bool(data)

    def _answer(self, data: bytes) -> None:
        """Answers the questions in some output, also one whose beginning came with the output before it."""
        self._asked += data
        while found := QUESTIONS.search(self._asked):
            self._asked = self._asked[found.end() :]
            if found[0] == PLACE_QUESTION and self.answers:
                os.write(self.descriptor, self.answers.pop(0).encode())
            elif found[0] == GROUND_QUESTION and self.ground:
                os.write(self.descriptor, f"\x1b]11;{self.ground}\x1b\\".encode())
        self._asked = self._asked[-max(map(len, (PLACE_QUESTION, GROUND_QUESTION))) + 1 :]

    def resize(self, columns: int, rows: int) -> None:
        """Gives the terminal another size."""
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def kill(self, number: int) -> None:
        """Sends the program a signal."""
        os.kill(self.pid, number)

    def hang_up(self) -> None:
        """Closes the terminal under the program."""
        os.close(self.descriptor)
        self._is_open = False

    def press(self, keys: str) -> None:
        """Types keys."""
        os.write(self.descriptor, keys.encode())

    def wait(self) -> int:
        """Reads to the end and returns the exit code."""
        end = time.monotonic() + TIMEOUT_SECONDS
        while self._read():
            assert time.monotonic() < end, f"it does not end; last: {self.text[-300:]!r}"
        return self.exit_code()

    @property
    def has_taken_all(self) -> bool:
        """Whether the program has read all that was typed."""
        theirs = os.open(self._name, os.O_RDONLY | os.O_NOCTTY)
        waiting = fcntl.ioctl(theirs, termios.FIONREAD, bytes(4))
        os.close(theirs)
        return not any(waiting)

    @property
    def has_ended(self) -> bool:
        """Whether the program has ended."""
        return os.waitid(os.P_PID, self.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is not None

    def exit_code(self) -> int:
        """Waits for the program's end, and returns its exit code; of a signal its number, negative."""
        if hasattr(os, "pidfd_open"):  # Linux: one can wait for it, but not forever
            ended = os.pidfd_open(self.pid)
            ready, _, _ = select.select([ended], [], [], TIMEOUT_SECONDS)
            os.close(ended)
            assert ready, "it does not end"
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def assert_given_back(self) -> None:
        """Looks at what a shell would find: its own screen, line mode and echo, nothing that the program asked for."""
        assert termios.tcgetattr(self.descriptor) == self.modes
        for asked in MODES:
            on, off = b"\x1b[?%dh" % asked, b"\x1b[?%dl" % asked
            assert self.output.rfind(on) <= self.output.rfind(off), asked
        assert self.output.rfind(b"\x1b[?25l") <= self.output.rfind(b"\x1b[?25h")
        asked_keys = len(re.findall(rb"\x1b\[>[0-9]*u", self.output))
        assert self.output.count(b"\x1b[<u") >= asked_keys > 0

    def close(self) -> None:
        """Ends the program if it still runs."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._is_open:
            os.close(self.descriptor)


Start = Callable[..., Terminal]


def patient(*times: str) -> tuple[str, ...]:
    """Returns the program with an hour in place of some of its times, which a process that is kept waiting exceeds."""
    modules = sorted({time.rpartition(".")[0] for time in times})
    lines = [f"import {', '.join(modules)}, sys", *(f"{time} = 3600.0" for time in times)]
    return "-c", "\n".join([*lines, "from reader.cli.main import main", "sys.exit(main(sys.argv[1:]))"])


HELD = """
import os, sys
class Gate:
    def find_spec(self, name, *_):
        if name == "textual":
            sys.meta_path.remove(self)
            os.read(os.open({path!r}, os.O_RDONLY), 1)
sys.meta_path.insert(0, Gate())
from reader.cli.main import main
sys.exit(main(sys.argv[1:]))
"""


class Gate:
    """Holds a program before it imports the framework, until it is opened."""

    def __init__(self, folder: Path) -> None:
        path = str(folder / "gate")
        os.mkfifo(path)
        self._descriptor = os.open(path, os.O_RDWR)
        self.program = ("-c", HELD.format(path=path))

    def open(self) -> None:
        """Lets the program go on."""
        os.write(self._descriptor, b".")

    def close(self) -> None:
        """Forgets the gate."""
        os.close(self._descriptor)
