"""The first frame on a pseudo-terminal: it stays as it is until Textual has drawn it, and everything that may come
between them."""

from __future__ import annotations

import signal
import termios
from typing import TYPE_CHECKING

import pytest

from tests.e2e.emulator import Emulator
from tests.e2e.terminal import ALTERNATE_OFF, ALTERNATE_ON, FRAME_BEGINS, FRAME_ENDS, MODES, PASTING_ON, Gate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.terminal import Start, Terminal

ARTICLE = "lanes-and-rivers-03/old-bridges"
COLUMNS, ROWS = 100, 30
PIECE_CHARS = 3000


@pytest.fixture
def gate(tmp_path: Path) -> Iterator[Gate]:
    made = Gate(tmp_path)
    yield made
    made.close()


def emulated(output: bytes, columns: int = COLUMNS, rows: int = ROWS) -> Emulator:
    emulator = Emulator(columns, rows)
    emulator.feed(output.decode("utf-8", "replace"))
    return emulator


def assert_given_back(terminal: Terminal) -> None:
    """As ``assert_given_back`` of a terminal, of a program that may have asked for nothing yet."""
    assert termios.tcgetattr(terminal.descriptor) == terminal.modes
    for asked in (*MODES, 2026):
        on, off = b"\x1b[?%dh" % asked, b"\x1b[?%dl" % asked
        assert terminal.output.rfind(on) <= terminal.output.rfind(off), asked
    assert terminal.output.rfind(b"\x1b[?25l") <= terminal.output.rfind(b"\x1b[?25h")
    assert terminal.output.rfind(b"\x1b[?7l") <= terminal.output.rfind(b"\x1b[?7h")


@pytest.mark.parametrize("address", [(ARTICLE,), ()], ids=["article", "shelf"])
def test_no_cell_changes_until_the_framework_has_drawn_the_frame(
    start: Start, tmp_path: Path, gate: Gate, address: tuple[str, ...]
) -> None:
    assert start("index").wait() == 0
    assert list((tmp_path / ".cache").rglob("*.sqlite")), "the catalogue that the screen reads"
    terminal = start(*address, "--theme", "dark", columns=COLUMNS, rows=ROWS, program=gate.program)
    terminal.wait_for_frame()
    assert terminal.output.startswith(FRAME_BEGINS + ALTERNATE_ON)
    painted, _, rest = terminal.output.partition(FRAME_ENDS)
    assert rest == b""
    gate.open()
    emulator = emulated(painted)
    before = emulator.seen()
    assert any("1/5" in row for row in emulator.text()) == (not address), "the tour of the first start"
    terminal.wait_until(lambda: b"help" in terminal.output.partition(PASTING_ON)[2], "the framework's frame")
    after = terminal.output.partition(FRAME_ENDS)[2]
    assert ALTERNATE_ON not in after
    pieces = after.rpartition(b"\x1b")[0].decode().split("\x1b[1;")
    for piece in pieces:
        emulator.feed(f"\x1b[1;{piece}" if piece is not pieces[0] else piece)
        assert emulator.seen() == before


def test_the_tour_is_shown_once_and_never_over_an_address(start: Start, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    homes, arguments = (other, other, tmp_path, tmp_path), ((ARTICLE,), (str(other),), (), ())
    for home, given, wanted in zip(homes, arguments, (False, False, True, False), strict=True):
        terminal = start(*given, home=home, columns=COLUMNS, rows=ROWS)
        terminal.wait_for_frame()
        shown = emulated(terminal.output.partition(FRAME_ENDS)[0]).text()
        assert any("1/5" in row for row in shown) == wanted, (home, given)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (0, 130)]
)
def test_a_signal_before_the_framework_is_there_gives_the_terminal_back(
    start: Start, gate: Gate, number: int, code: int
) -> None:
    terminal = start(ARTICLE, program=gate.program)
    terminal.wait_for_frame()
    if number:
        terminal.kill(number)
    else:
        terminal.press("\x03")
    assert terminal.wait() == code
    assert_given_back(terminal)
    assert "Traceback" not in terminal.text


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_a_signal_inside_an_import_ends_it_whatever_the_import_does(
    start: Start, tmp_path: Path, number: int, code: int
) -> None:
    dropped = f"try:\n    os.kill(os.getpid(), {number:d}); list(range(9))\nexcept BaseException:\n    pass\n"
    (tmp_path / "textual.py").write_text(f"import os\n{dropped}raise ValueError('another')\n")
    terminal = start(ARTICLE, PYTHONPATH=str(tmp_path))
    assert terminal.wait() == code
    assert_given_back(terminal)
    assert terminal.output.endswith(b"\x1b[?25h")


def test_a_fault_before_the_framework_is_there_gives_the_terminal_back(start: Start, tmp_path: Path) -> None:
    (tmp_path / "textual.py").write_text("raise ValueError('broken')\n")
    terminal = start(ARTICLE, PYTHONPATH=str(tmp_path))
    assert terminal.wait() == 1
    assert_given_back(terminal)
    assert FRAME_ENDS in terminal.output
    last = terminal.output.rpartition(ALTERNATE_OFF)[2].decode()
    assert "reader: an unforeseen fault: ValueError: broken" in last


def test_a_word_that_names_nothing_is_reported_on_the_screen_of_the_shell(start: Start) -> None:
    terminal = start("nothing-of-this-name")
    assert terminal.wait() == 2
    assert_given_back(terminal)
    assert ALTERNATE_ON not in terminal.output
    assert terminal.text.startswith("reader: ")


def test_a_resize_while_the_framework_is_loaded_is_drawn_right_once(start: Start, gate: Gate) -> None:
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS, program=gate.program)
    terminal.wait_for_frame()
    terminal.resize(72, 24)
    gate.open()
    terminal.wait_until(lambda: b"\x1b[24;1H" in terminal.output.partition(PASTING_ON)[2], "a frame of the new size")
    after = terminal.output.partition(PASTING_ON)[2]
    assert b"\x1b[%d;" % ROWS not in after
    other = start(ARTICLE, columns=72, rows=24)
    other.wait_for_frame()
    expected = emulated(other.output.partition(FRAME_ENDS)[0], 72, 24).text()
    terminal.wait_until(lambda: emulated(terminal.output.partition(PASTING_ON)[2], 72, 24).text() == expected)


def test_keys_typed_before_the_framework_is_there_are_taken_in_their_order(start: Start, gate: Gate) -> None:
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS, program=gate.program)
    terminal.wait_for_frame()
    typed = "石桥 stone"
    terminal.press("/")
    for character in typed:
        terminal.press(character)
    assert terminal.is_starting
    gate.open()
    terminal.wait_until(lambda: typed in "\n".join(emulated(terminal.output).text()), "the box with the words")
    painted, _, rest = terminal.output.partition(FRAME_ENDS)
    assert typed.encode() not in painted + rest.partition(PASTING_ON)[0]


@pytest.mark.parametrize(
    "environment", [{"TERM": "dumb"}, {"TEXTUAL_DRIVER": "textual.drivers.linux_driver:LinuxDriver"}]
)
def test_no_frame_is_drawn_where_the_screen_is_not_ours(start: Start, environment: dict[str, str]) -> None:
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS, **environment)
    terminal.wait_until(lambda: "洨河不宽" in terminal.text, "the article")
    assert FRAME_BEGINS + ALTERNATE_ON not in terminal.output


def test_no_frame_is_drawn_on_a_screen_that_is_too_small_for_any(start: Start) -> None:
    terminal = start(ARTICLE, columns=38, rows=10)
    terminal.wait_until(lambda: PASTING_ON in terminal.output, "the framework")
    assert FRAME_BEGINS + ALTERNATE_ON not in terminal.output
