"""Keys of an input method, the terminal's cursor, copying and soft hyphens, on a terminal as it is."""

from __future__ import annotations

import base64
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests.e2e.emulator import Emulator
from tests.e2e.terminal import patient
from tests.ui.hostile import SOFT_HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.e2e.terminal import Start, Terminal

ARTICLE = "lanes-and-rivers-03/old-bridges"
COLUMNS, ROWS = 100, 30
WITHOUT_TOOLS = {"TMUX": None, "DISPLAY": None, "WAYLAND_DISPLAY": None, "PATH": "", "VTE_VERSION": None, "STY": None}


def screen_of(terminal: Terminal) -> Emulator:
    terminal.read_what_came()
    emulator = Emulator(COLUMNS, ROWS)
    emulator.feed(terminal.output.decode("utf-8", "replace"))
    return emulator


def row_of_cursor(terminal: Terminal) -> str:
    emulator = screen_of(terminal)
    return emulator.text()[emulator.y][emulator.x :]


def test_keys_of_an_input_method(start: Start) -> None:
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS)
    terminal.wait_for("¶1/")
    terminal.press("ＪＪ")
    terminal.wait_for("¶2/")
    terminal.press("Ｇ")
    terminal.wait_for("100%")
    terminal.press("？")
    terminal.wait_for("Down a line")
    terminal.output = b""
    terminal.press("\x1b[27u")
    terminal.wait_for("100%")
    terminal.output = b""
    terminal.press("ｇ")
    terminal.wait_for("¶1/")
    terminal.press("／")
    terminal.wait_for("find in this article")
    terminal.press("石\u3000桥ｊ")
    terminal.wait_to_see("石\u3000桥ｊ")
    terminal.output = b""
    terminal.press("\x1b[27u")
    terminal.wait_for("¶1/")
    terminal.press("ｑ")
    assert terminal.wait() == 0


def test_the_cursor_is_on_the_paragraph_and_in_the_box(start: Start) -> None:
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS)
    terminal.wait_for("¶1/")
    terminal.press("gJ")
    terminal.wait_until(lambda: "洨河不宽" in row_of_cursor(terminal)[:20], "the cursor on the first paragraph")
    before = screen_of(terminal).y
    terminal.press("J")
    terminal.wait_for("¶2/")
    terminal.wait_until(
        lambda: screen_of(terminal).y != before or "洨河不宽" not in row_of_cursor(terminal), "the cursor on the second"
    )
    terminal.press("/石桥")

    def is_in_box() -> bool:
        emulator = screen_of(terminal)
        return (
            emulator.text()[emulator.y].rstrip().endswith("石桥") and emulator.cells[emulator.y][emulator.x - 2] == "桥"
        )

    terminal.wait_until(is_in_box, "the cursor behind the word in the box")
    terminal.press("\x03")
    terminal.wait()


def test_a_text_is_copied_by_the_terminal(start: Start) -> None:
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS, **WITHOUT_TOOLS)
    terminal.wait_for("¶1/")
    terminal.press("gJy")
    terminal.wait_for(f"Sent {ARTICLE}#p1 to the terminal (OSC 52)")
    sent = terminal.output.partition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
    assert base64.b64decode(sent).decode().startswith("洨河不宽")
    terminal.press("q")
    assert terminal.wait() == 0


@pytest.fixture
def tmux(tmp_path: Path) -> Iterator[list[str]]:
    program = shutil.which("tmux")
    if program is None:
        pytest.skip("there is no tmux")
    own = [program, "-S", str(tmp_path / "tmux"), "-f", "/dev/null"]
    yield own
    subprocess.run([*own, "kill-server"], check=False, capture_output=True)


def test_in_tmux_the_buffer_has_the_text_and_no_more_is_said(start: Start, tmux: list[str]) -> None:
    subprocess.run([*tmux, "new-session", "-d", "-x", "80", "-y", "20", "cat"], check=True)
    told = subprocess.run(
        [*tmux, "display-message", "-p", "#{pid},#{session_id}"], check=True, capture_output=True, text=True
    )
    within = f"{tmux[2]},{told.stdout.strip().replace('$', '')}"
    environment = {**WITHOUT_TOOLS, "TMUX": within, "PATH": os.path.dirname(tmux[0])}
    program = patient("reader.ui.terminal.clipboard._TOOL_SECONDS")
    terminal = start(ARTICLE, columns=COLUMNS, rows=ROWS, program=program, **environment)
    terminal.wait_for("¶1/")
    terminal.press("gJy")
    terminal.wait_for("is in tmux's buffer, perhaps nowhere else")  # it has no terminal
    kept = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True).stdout.decode()
    assert kept.startswith("洨河不宽")
    terminal.press("q")
    assert terminal.wait() == 0


def is_typed(terminal: Terminal, columns: int) -> bool:
    """Whether the cursor is behind the words that were typed."""
    terminal.read_what_came()
    emulator = Emulator(columns, ROWS)
    emulator.feed(terminal.output.decode("utf-8", "replace"))
    return "".join(emulator.cells[emulator.y][: emulator.x]).endswith("Donaudampf")


@pytest.mark.parametrize("columns", [100, 76, 40])
def test_soft_hyphens_do_not_reach_the_terminal(start: Start, tmp_path: Path, columns: int) -> None:
    (tmp_path / "soft.yaml").write_text(SOFT_HYPHENS, encoding="utf-8")
    terminal = start("soft/a", "--library", str(tmp_path), columns=columns, rows=ROWS, **WITHOUT_TOOLS)
    terminal.wait_for("Donau")
    terminal.press("gJy")
    terminal.wait_for("Sent soft/a")
    terminal.press("/Donau\u00addampf")
    terminal.wait_until(lambda: is_typed(terminal, columns), "the words in the box")
    terminal.press("\x03")
    assert terminal.wait() == 130
    assert "\u00ad" not in terminal.output.decode("utf-8")
    sent = terminal.output.partition(b"\x1b]52;c;")[2].partition(b"\x07")[0]
    assert "\u00ad" not in base64.b64decode(sent).decode()
