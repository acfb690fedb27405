"""Marks on a real terminal: what is there after the program was killed, closed, or ended in any other way."""

from __future__ import annotations

import signal
import sqlite3
from typing import TYPE_CHECKING

import pytest

from reader.marks.store import MarkStore
from tests.e2e.terminal import patient

if TYPE_CHECKING:
    from pathlib import Path

    from tests.e2e.terminal import Start

ADDRESS = "lanes-and-rivers-03/old-bridges"


def marks_of(home: Path) -> MarkStore:
    return MarkStore(str(next((home / ".local" / "share").glob("*")) / "marks.sqlite"))


def test_a_mark_made_just_before_a_kill_is_there(start: Start, tmp_path: Path) -> None:
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("JJm")
    terminal.wait_for("Bookmarked")
    terminal.kill(signal.SIGKILL)
    assert terminal.wait() == -signal.SIGKILL
    assert [mark.kind for mark in marks_of(tmp_path).all(kinds=["bookmark"])] == ["bookmark"]
    terminal = start(ADDRESS)
    terminal.wait_for("¶")  # the place may be written by then
    terminal.press("'")
    terminal.wait_for("⚑")
    terminal.press("M")
    terminal.wait_for("bookmark")
    terminal.press("q")
    assert terminal.wait() == 0


@pytest.mark.parametrize(("keys", "code"), [("q", 0), ("\x03", 130)])
def test_however_it_is_ended_in_order_the_place_is_there(start: Start, tmp_path: Path, keys: str, code: int) -> None:
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("JJJJJ")
    terminal.wait_for("¶5/")
    terminal.press(keys)
    assert terminal.wait() == code
    terminal = start()
    terminal.wait_for("Continue")
    terminal.press("\r")
    terminal.wait_for("¶5/")
    terminal.press("q")
    assert terminal.wait() == 0


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_after_a_signal_the_place_and_the_note_in_hand_are_there(start: Start, tmp_path: Path, number: int) -> None:
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("JJJJJ")
    terminal.wait_for("¶5/")
    terminal.press("a")
    terminal.wait_for("Ctrl+S")
    terminal.press("\x1b[200~half a thought\x1b[201~")  # pasted
    terminal.wait_for("half a thought")
    terminal.kill(number)
    assert terminal.wait() == 128 + number
    assert [mark.note for mark in marks_of(tmp_path).all(kinds=["note"])] == ["half a thought"]
    place = marks_of(tmp_path).place("lanes-and-rivers-03", "old-bridges")
    assert place
    assert place.quotations[-1].anchor == "p5"


def test_a_burst_of_keys_opens_the_box_writes_and_keeps_the_note(start: Start, tmp_path: Path) -> None:
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("Jahello\x13")
    terminal.wait_for("Kept.")
    terminal.press("q")
    assert terminal.wait() == 0
    assert [mark.note for mark in marks_of(tmp_path).all(kinds=["note"])] == ["hello"]


def test_after_the_terminal_was_closed_the_place_is_there(start: Start, tmp_path: Path) -> None:
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("JJJ")
    terminal.wait_for("¶3/")
    terminal.hang_up()
    assert terminal.exit_code() == 128 + signal.SIGHUP
    place = marks_of(tmp_path).place("lanes-and-rivers-03", "old-bridges")
    assert place
    assert place.quotations[-1].anchor == "p3"


def test_two_programs_at_once_keep_the_marks_of_both(start: Start, tmp_path: Path) -> None:
    program = patient("reader.marks.store.BUSY_SECONDS")  # one of them may be kept waiting while it holds the file
    one, other = (start(address, program=program) for address in (ADDRESS, "city-of-springs-08/new-drivers"))
    for terminal in (one, other):
        terminal.wait_for("¶1/")
    for terminal in (one, other, one, other):
        terminal.press("Jm")
    for terminal in (one, other):
        terminal.wait_for("Bookmarked")
        terminal.press("q")
        assert terminal.wait() == 0
    assert len(marks_of(tmp_path).all(kinds=["bookmark"])) == 4
    assert len(marks_of(tmp_path).all(kinds=["place"])) == 2


def test_a_newer_file_is_told_in_one_line_and_reading_goes_on(start: Start, tmp_path: Path) -> None:
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("Jmq")
    assert terminal.wait() == 0
    path = marks_of(tmp_path).path
    file = sqlite3.connect(path)
    file.execute("PRAGMA user_version = 99")
    file.close()
    terminal = start(ADDRESS)
    terminal.wait_for("¶1/")
    terminal.press("JJp")
    terminal.wait_for("newer version")
    terminal.press("q")
    assert terminal.wait() == 0
    assert "Traceback" not in terminal.text
    assert len(MarkStore(path).all()) == 2
