"""The folder of the library goes away under a real terminal, and comes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.test_live import ISSUE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Start, Terminal

AWAY = "The folder library cannot be read now; what was read before is shown"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    (made / "live.yaml").write_text(ISSUE, "utf-8")
    return made


def lose_and_bring_back(terminal: Terminal, folder: Path, told: str, *keys: str) -> None:
    """Moves the folder away until that is said, presses keys meanwhile, and brings it back with a new text."""
    away = folder.rename(folder.with_name("away"))
    terminal.wait_for(told)
    for key in keys:
        terminal.press(key)
    terminal.read_what_came()
    assert not terminal.has_ended
    (away / "live.yaml").write_text(ISSUE.replace("Spring water", "River water"), "utf-8")
    away.rename(folder)


def assert_left(terminal: Terminal, home: Path) -> None:
    """Leaves, and looks at what the program has left: no fault was unforeseen."""
    terminal.press("\x03")
    assert terminal.wait() == 130
    terminal.assert_given_back()
    assert "Traceback" not in terminal.text
    log = next(home.rglob("reader.log"), None)
    assert log is None or "unforeseen" not in log.read_text("utf-8")


def test_while_an_article_is_open(start: Start, folder: Path, tmp_path: Path) -> None:
    terminal = start("live/a", "--library", str(folder))
    terminal.wait_for("Spring water")
    lose_and_bring_back(terminal, folder, AWAY, "j", "k", "G", "g", "?", "\x1b")
    terminal.wait_for("River water")
    assert_left(terminal, tmp_path)


def test_on_the_shelf(start: Start, folder: Path, tmp_path: Path) -> None:
    terminal = start("--library", str(folder))
    terminal.wait_for("The article")
    lose_and_bring_back(terminal, folder, AWAY, "j", "k", "\t", "\t")
    (folder / "more.yaml").write_text(ISSUE.replace("id: live", "id: more").replace("One", "Another"), "utf-8")
    terminal.wait_for("Another")
    assert_left(terminal, tmp_path)


def test_in_a_search(start: Start, folder: Path, tmp_path: Path) -> None:
    terminal = start("--library", str(folder))
    terminal.wait_for("The article")
    terminal.press("s")
    terminal.wait_for("search the library")
    terminal.press("water")
    terminal.wait_for("1 hit")
    lose_and_bring_back(terminal, folder, AWAY, "\x7f", "r", "\x1b[B")
    terminal.wait_for("River")
    assert_left(terminal, tmp_path)


def test_in_a_preview(start: Start, folder: Path, tmp_path: Path) -> None:
    terminal = start("preview", str(folder / "live.yaml"))
    terminal.wait_for("Spring water")
    lose_and_bring_back(terminal, folder, "F101", "j", "k")
    terminal.wait_for("River water")
    assert_left(terminal, tmp_path)


def test_in_chinese(start: Start, folder: Path, tmp_path: Path) -> None:
    terminal = start("live/a", "--library", str(folder), "--interface", "zh")
    terminal.wait_for("Spring water")
    lose_and_bring_back(terminal, folder, "现在读不到文件夹 library，仍显示之前读到的内容")
    terminal.wait_for("River water")
    assert_left(terminal, tmp_path)
