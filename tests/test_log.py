"""The log: no entry without a fault, bounded size, only clean text."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader import log
from reader.gate import first_forbidden


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv(log.LEVEL_VARIABLE, "")  # so that it is as before after the test
    monkeypatch.delenv(log.LEVEL_VARIABLE)
    return Path(log.default_path())


def test_what_is_less_grave_than_the_level_makes_no_file(path: Path) -> None:
    assert log.info("read") == ""
    assert not path.exists()
    assert log.warning("off") == str(path)
    log.set_level("error")
    assert log.warning("more") == ""
    log.set_level("info")
    assert log.info("read") == str(path)
    lines = path.read_text("utf-8").splitlines()
    assert [line.partition(f" {os.getpid()} ")[2] for line in lines] == ["warning: off", "info: read"]
    assert all(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} ", line) for line in lines)
    assert path.stat().st_mode & 0o077 == 0


def test_the_level_comes_from_the_environment(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(log.LEVEL_VARIABLE, "debug")
    assert log.level() == "debug"
    monkeypatch.setenv(log.LEVEL_VARIABLE, "loud")
    assert log.level() == "warning"


def test_lines_pass_the_gate_and_an_entry_is_one(path: Path) -> None:
    log.error("a\x1b]52;c;x\x07\x9b\u202e\nb\rc\ud800\td")
    text = path.read_text("utf-8")
    assert first_forbidden(text) == -1
    head, rest = text.splitlines()
    assert head.endswith("error: a�]52;c;x���")
    assert rest == "    b�c� d"


def test_a_crash_has_its_traceback_without_values(path: Path) -> None:
    def fails() -> None:
        secret = "what was typed"
        raise ValueError(len(secret))

    try:
        fails()
    except ValueError as error:
        log.crash(error)
    text = path.read_text("utf-8")
    assert "Traceback (most recent call last)" in text
    assert "in fails" in text


def test_two_files_of_a_bounded_size_are_all_there_ever_is(path: Path) -> None:
    entry = "x" * 2 * log.MAX_ENTRY_CHARS
    for _ in range(4 * log.MAX_FILE_BYTES // log.MAX_ENTRY_CHARS):
        log.error(entry)
    files = sorted(os.listdir(path.parent))
    assert files == [log.OLD_FILE_NAME, log.FILE_NAME]
    for name in files:
        assert (path.parent / name).stat().st_size < log.MAX_FILE_BYTES + log.MAX_ENTRY_CHARS + 200


def test_where_it_cannot_be_written_nothing_happens(path: Path, tmp_path: Path) -> None:
    path.parent.mkdir()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("kept", "utf-8")
    path.symlink_to(elsewhere)
    assert log.error("no link is followed") == ""
    assert elsewhere.read_text("utf-8") == "kept"
    path.unlink()
    os.mkfifo(path)
    assert log.error("nobody reads") == ""
    path.unlink()
    path.mkdir()
    assert log.error("a folder") == ""


@pytest.mark.parametrize("argv", [["list"], ["check"], ["search", "泉水"], ["no-such-issue"]])
def test_a_command_writes_nothing_as_long_as_the_program_is_well(path: Path, argv: list[str]) -> None:
    subprocess.run([sys.executable, "-m", "reader", *argv], capture_output=True, check=False)
    assert not path.exists()


def test_the_level_is_an_option_of_every_command(path: Path) -> None:
    for argv, code in ((["list", "--log-level", "info"], 0), (["list", "--log-level=loud"], 2)):
        done = subprocess.run([sys.executable, "-m", "reader", *argv], capture_output=True, text=True, check=False)
        assert done.returncode == code
    assert "--log-level takes error or warning or info or debug, not 'loud'" in done.stderr
