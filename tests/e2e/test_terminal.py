"""The program in a real pseudo-terminal: what arrives there, and what is left behind."""

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
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

TIMEOUT_SECONDS = 30.0
ALTERNATE_ON, ALTERNATE_OFF = b"\x1b[?1049h", b"\x1b[?1049l"
MOUSE_ON, MOUSE_OFF = b"\x1b[?1000h", b"\x1b[?1000l"


class Terminal:
    """A program on a pseudo-terminal of a given size; its output is collected as it comes."""

    def __init__(self, arguments: list[str], columns: int, rows: int, home: Path) -> None:
        self.output = b""
        self.pid, self.descriptor = pty.fork()
        if self.pid == 0:
            environment = {k: v for k, v in os.environ.items() if not k.startswith(("READER_", "XDG_", "NO_COLOR"))}
            environment |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "HOME": str(home), "LANG": "C.UTF-8"}
            os.execve(sys.executable, [sys.executable, "-m", "reader", *arguments], environment)
        fcntl.ioctl(self.descriptor, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def wait_for(self, text: str) -> None:
        """Reads until a text has arrived, styles taken out."""
        end = time.monotonic() + TIMEOUT_SECONDS
        while text not in self.text:
            arrived = time.monotonic() < end and self._read()
            assert arrived, f"{text!r} did not come; last: {self.text[-300:]!r}"

    @property
    def text(self) -> str:
        """What has arrived, without escape sequences."""
        return re.sub(
            r"\x1b(\[[0-9;?<>=]*[a-zA-Z]|\][^\x07\x1b]*(\x07|\x1b\\))", "", self.output.decode("utf-8", "replace")
        )

    def _read(self) -> bool:
        ready, _, _ = select.select([self.descriptor], [], [], TIMEOUT_SECONDS)
        if not ready:
            return False
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:  # the program has closed the terminal
            return False
        self.output += data
        return bool(data)

    def press(self, keys: str) -> None:
        """Types keys."""
        os.write(self.descriptor, keys.encode())

    def wait(self) -> int:
        """Reads to the end and returns the exit code."""
        end = time.monotonic() + TIMEOUT_SECONDS
        while self._read():
            assert time.monotonic() < end, f"it does not end; last: {self.text[-300:]!r}"
        _, status = os.waitpid(self.pid, 0)
        self.pid = 0
        return os.waitstatus_to_exitcode(status)

    def close(self) -> None:
        """Ends the program if it still runs."""
        if self.pid:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self.descriptor)


Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    opened: list[Terminal] = []

    def open_terminal(*arguments: str, columns: int = 120, rows: int = 36) -> Terminal:
        opened.append(Terminal(list(arguments), columns, rows, tmp_path))
        return opened[-1]

    yield open_terminal
    for terminal in opened:
        terminal.close()


@pytest.mark.parametrize(("columns", "rows"), [(160, 45), (100, 30), (60, 24), (40, 12)])
def test_an_article_is_read_and_left(start: Start, columns: int, rows: int) -> None:
    terminal = start("city-of-springs-08/new-drivers", columns=columns, rows=rows)
    terminal.wait_for("济南高新区")
    terminal.press("G")
    terminal.wait_for("100%")
    terminal.press("q")
    assert terminal.wait() == 0
    assert terminal.output.rfind(ALTERNATE_OFF) > terminal.output.find(ALTERNATE_ON) >= 0
    assert terminal.output.rfind(MOUSE_OFF) > terminal.output.find(MOUSE_ON) >= 0


def test_the_shelf_opens_an_article_by_keys(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Lanes & Rivers")
    terminal.press("j\r")
    terminal.wait_for("Fourteen Centuries on Its Feet")
    terminal.press("\r")
    terminal.wait_for("赵州桥")
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_burst_of_keys_loses_none(start: Start) -> None:
    terminal = start("lanes-and-rivers-03/old-bridges")
    terminal.wait_for("¶1/")
    terminal.press("J" * 9)
    terminal.wait_for("¶9/")
    terminal.press("q")
    assert terminal.wait() == 0


def test_a_burst_of_keys_opens_the_box_finds_and_goes_on(start: Start) -> None:
    terminal = start("open", "lanes-and-rivers-03/old-bridges")
    terminal.wait_for("洨河不宽")
    terminal.press("/泸定\rnq")  # q ends the program: it does not fall into the box
    assert terminal.wait() == 0
    assert "1/" in terminal.text


def test_without_the_mouse_the_terminal_is_not_asked_for_it(start: Start) -> None:
    terminal = start("--no-mouse")
    terminal.wait_for("Lanes & Rivers")
    terminal.press("q")
    assert terminal.wait() == 0
    assert MOUSE_ON not in terminal.output


def test_hostile_text_reaches_the_terminal_as_text(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_text(
        "format: 1\nid: hostile\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n"
        "- id: s\n  title: S\n  articles:\n  - id: a\n"
        '    title: "[red]T[/red][@click=app.quit]x[/]"\n'
        '    body:\n    - {zh-Hans: "\\e]52;c;aGFjaw==\\a好", en: "\\x9b31m\\u202eabc[/nothing]"}\n',
        encoding="utf-8",
    )
    terminal = start(str(file), columns=100, rows=30)
    terminal.wait_for("[@click=app.quit]")
    terminal.press("\r\r")
    terminal.wait_for("[/nothing]")
    terminal.press("q")
    assert terminal.wait() == 0
    assert b"]52;c;" in terminal.output.replace(b"\xef\xbf\xbd", b"")
    assert b"\x1b]52" not in terminal.output
    assert "\x9b" not in terminal.output.decode("utf-8", "replace")
    assert "\u202e" not in terminal.output.decode("utf-8", "replace")


def test_the_terminal_is_given_back_when_nothing_can_be_opened(start: Start) -> None:
    terminal = start("no-such-issue/none")
    assert terminal.wait() == 2
    assert ALTERNATE_ON not in terminal.output
    assert "Traceback" not in terminal.text
    assert "no-such-issue" in terminal.text


def test_an_interrupt_ends_it_as_one(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Lanes & Rivers")
    terminal.press("\x03")
    assert terminal.wait() == 130
    assert terminal.output.rfind(ALTERNATE_OFF) > terminal.output.find(ALTERNATE_ON) >= 0


def test_keys_that_come_before_the_screen_is_drawn_are_not_lost(start: Start) -> None:
    terminal = start()
    terminal.wait_for("Lanes & Rivers")
    terminal.press("j\r\rf")
    terminal.wait_for("One great arch and four small ones")
    terminal.wait_for("Figure 1/2")
    terminal.press("q")
    assert terminal.wait() == 0
