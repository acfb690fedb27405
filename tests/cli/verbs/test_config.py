"""``reader config``, and what every verb says of a settings file that is wrong."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from reader.settings.toml_writer import template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "bilingual-magazine-reader" / "settings.toml"


def test_the_path_is_printed_and_nothing_written(run: Run, place: Path) -> None:
    assert run("config") == (0, f"{place}\n", "")
    assert not place.exists()


def test_a_commented_file_is_written_once(run: Run, place: Path) -> None:
    assert run("config", "--init") == (0, f"{place}\n", "")
    assert place.read_text("utf-8") == template()
    assert place.stat().st_mode & 0o777 == 0o600
    place.write_text("mouse = false\n", "utf-8")
    code, out, err = run("config", "--init")
    assert (code, out) == (1, "")
    assert err == f"reader: {place}: it is there already, and left as it is\n"
    assert place.read_text("utf-8") == "mouse = false\n"


def test_where_it_cannot_be_written_that_is_told(run: Run, place: Path) -> None:
    place.parent.parent.write_text("a file", "utf-8")
    code, _, err = run("config", "--init")
    assert (code, err.count("\n")) == (1, 1)
    assert "cannot be written" in err


def test_what_holds_is_shown_with_its_source(run: Run, wrong_settings: Path) -> None:
    code, out, err = run("config", "--show")
    assert code == 1
    lines = out.splitlines()
    assert f"mouse = false  # {wrong_settings}:1" in lines
    assert 'theme = "auto"  # default' in lines
    assert f'keys.mode = ["Q"]  # {wrong_settings}:5' in lines
    assert 'keys.find = ["slash"]  # default' in lines
    assert [line.partition(str(wrong_settings))[2][:5] for line in err.splitlines()] == [":2:1:", ":4:1:"]
    told = json.loads(run("config", "--json").out)
    assert [fault["line"] for fault in told["faults"]] == [2, 4]


def test_every_verb_tells_what_is_wrong_and_goes_on(run: Run, wrong_settings: Path) -> None:
    for argv in (["list"], ["show", "springs"], ["search", "泉"], ["check"], ["index"]):
        code, out, err = run(*argv)
        assert code == 0
        assert out == run(*argv).out
        allowed = '"auto", "dark", "light", "paper", "dark-contrast", "light-contrast", "ansi"'
        assert err.startswith(f"reader: {wrong_settings}:2:1: theme: 'pink' is not allowed; allowed: {allowed}\n")


def test_the_library_of_the_settings_is_read_unless_another_is_named(
    run: Run, place: Path, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "essays.yaml").write_bytes((folder / "essays.yaml").read_bytes())
    place.parent.mkdir(parents=True)
    place.write_text('library = ["~/mine", "~/none"]\n', "utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert "springs" in run("list").out  # READER_LIBRARY goes before it
    monkeypatch.delenv("READER_LIBRARY")
    _, out, err = run("list", "--json")
    assert [issue["address"] for issue in json.loads(out)] == ["essays"]
    assert err == f"reader: {place}:1:1: library: ~/none: no such file or folder\n"
    assert "springs" in run("list", "--library", str(folder)).out


def test_where_ambiguous_characters_are_wide_so_is_what_is_printed(shell: Run, place: Path) -> None:
    place.parent.mkdir(parents=True)
    place.write_text('ambiguous-width = "wide"\n', "utf-8")
    wide = shell("show", "springs/water", "--width", "70").out
    place.unlink()
    narrow = shell("show", "springs/water", "--width", "70").out
    assert "│" in narrow
    assert "│" not in wide
    assert "|" in wide
