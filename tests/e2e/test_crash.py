"""A fault of the program itself: one line, where its traceback is, exit code 1, and the terminal given back."""

from pathlib import Path

import pytest

from tests.e2e.terminal import Start

ARTICLE = "lanes-and-rivers-03/old-bridges"
FAULTY = """
import sys
from reader.ui.commands import moving
from reader.ui.app import app
{fault}
from reader.cli.main import main
sys.exit(main(sys.argv[1:]))
"""
FAULTS = {
    "in a command": "moving.pair_down = lambda context: {}['secret\\x1b[31m']",
    "while drawing": """
from reader.ui.widgets.spread_view import SpreadView
def fails(self, y): raise RuntimeError('drawing')
moving.pair_down = lambda context: setattr(SpreadView, 'render_line', fails) or context.view.refresh()
""",
    "while ending": "app.ReaderApp.on_unmount = lambda self: 1 / 0\nmoving.pair_down = "
    "lambda context: context.host.exit()",
    "in the input": """
from reader.ui.terminal.input_events import InputEvents
feed, count = InputEvents.feed, []
def fails(self, typed, now):
    if count: raise RuntimeError('input')
    return feed(self, typed, now)
InputEvents.feed = fails
moving.pair_down = lambda context: count.append(1)
""",
}


@pytest.mark.parametrize("where", FAULTS)
def test_a_fault_of_the_program(start: Start, tmp_path: Path, where: str) -> None:
    log = tmp_path / ".local" / "state" / "bilingual-magazine-reader" / "reader.log"
    terminal = start(ARTICLE, program=("-c", FAULTY.format(fault=FAULTS[where])))
    terminal.wait_for("洨河不宽")
    assert not log.exists()
    terminal.press("J")
    assert terminal.wait() == 1
    terminal.assert_given_back()
    assert "Traceback" not in terminal.text
    last = terminal.text.rpartition("reader: ")[2]
    assert last.startswith("an unforeseen fault: ")
    assert last.rstrip().replace("\r\n", "").endswith(f"; {log} has the traceback")
    assert "\x1b[31m" not in last
    assert "Traceback (most recent call last)" in log.read_text("utf-8")


def test_a_fault_in_a_thread_costs_its_task_only(start: Start, tmp_path: Path) -> None:
    fault = "moving.pair_down = lambda context: context.screen.run_worker(lambda: [][1], thread=True) and None"
    terminal = start(ARTICLE, program=("-c", FAULTY.format(fault=fault)))
    terminal.wait_for("洨河不宽")
    terminal.press("J")
    terminal.wait_for("IndexError")
    terminal.press("q")
    assert terminal.wait() == 0
    (log,) = tmp_path.rglob("reader.log")
    assert "Traceback (most recent call last)" in log.read_text("utf-8")


def test_a_session_in_which_all_is_well_leaves_no_log(start: Start, tmp_path: Path) -> None:
    terminal = start(ARTICLE)
    terminal.wait_for("洨河不宽")
    terminal.press("J/")
    terminal.wait_for("find in this article")
    terminal.press("泸定\r")
    terminal.wait_to_see(" 1/")
    terminal.press("\x03")
    assert terminal.wait() == 130
    assert not list(tmp_path.rglob("*.log"))


def test_at_a_lower_level_the_log_tells_what_happened(start: Start, tmp_path: Path) -> None:
    terminal = start(ARTICLE, "--log-level", "info")
    terminal.wait_for("洨河不宽")
    terminal.kill(15)
    assert terminal.wait() == 143
    (log,) = tmp_path.rglob("reader.log")
    assert "info: ended by SIGTERM" in log.read_text("utf-8")
