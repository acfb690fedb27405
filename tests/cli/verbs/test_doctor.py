"""``reader doctor``: what it sees, what it keeps to itself, and what it repairs."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from reader.cli import examining, terminal
from reader.folders import cache_folder, config_folder, data_folder
from reader.pictures.abilities import PictureAnswers
from reader.pictures.fitting import PixelSize
from reader.sqlite import health as database

if TYPE_CHECKING:
    from tests.cli.conftest import Run


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "wei-lin"
    home.mkdir()
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.delenv(f"XDG_{name}_HOME", raising=False)
    for name in ("TERM_PROGRAM", "COLORTERM", "LC_ALL", "LC_CTYPE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": str(home), "USER": "wei-lin", "LANG": "C.UTF-8", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    return home


def facts(out: str) -> dict[str, dict[str, str]]:
    return {f"{fact['topic']}: {fact['name']}": fact for fact in json.loads(out)}


def catalogue() -> Path:
    return next(Path(cache_folder(), "libraries").glob("*.sqlite"))


def marks() -> Path:
    path = Path(data_folder()) / "marks.sqlite"
    path.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE notes (note TEXT)")
        made.executemany("INSERT INTO notes VALUES (?)", [(f"泉 {number}" * 200,) for number in range(500)])
        made.commit()
    return path


def damage(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 4 : len(data) // 2] = b"\x55" * (len(data) // 2 - len(data) // 4)
    path.write_bytes(data)


def test_all_is_well(run: Run) -> None:
    run("index")
    marks()
    code, out, err = run("doctor")
    assert (code, err) == (0, "")
    assert out.endswith("no problem was found\n")
    seen = facts(run("doctor", "--json").out)
    assert not any(fact["problem"] for fact in seen.values())
    assert seen["library: issue files"]["value"] == "2"
    assert seen["library: not read yet"]["value"] == "0"
    assert seen["databases: catalogue"]["value"] == seen["databases: marks.sqlite"]["value"] == "whole"
    assert seen["versions: SQLite"]["value"] == sqlite3.sqlite_version
    assert seen["versions: FTS5"]["value"] == "there"
    assert seen["versions: libyaml"]["value"][0].isdigit()
    assert seen["terminal: ambiguous width, measured"]["value"] == "not asked"


def test_an_answer_that_is_there_counts_though_it_is_looked_at_late(monkeypatch: pytest.MonkeyPatch) -> None:
    replies = [b"\x1b[1;", b"3R"]
    times = iter([0.0, 0.5, 60.0])  # kept waiting before it could look
    monkeypatch.setattr(terminal, "time", SimpleNamespace(monotonic=lambda: next(times)))
    monkeypatch.setattr(terminal, "os", SimpleNamespace(write=lambda *_: None, read=lambda *_: replies.pop(0)))
    monkeypatch.setattr("select.select", lambda *_: ([0] if replies else [], [], []))
    assert terminal._width("—") == 2
    times = iter([0.0, 0.5, 60.0])
    assert terminal._width("—") == 0


def test_nothing_private_is_told(run: Run, home: Path, folder: Path) -> None:
    run("index")
    marks()
    Path(config_folder()).mkdir(parents=True)
    (Path(config_folder()) / "settings.toml").write_text('theme = "secret"\n', "utf-8")
    for argv in (["doctor"], ["doctor", "--json"]):
        out = run(*argv).out
        for word in ("wei-lin", str(home.parent), "springs", "essays", "泉", "secret", str(folder), folder.name + "-"):
            assert word not in out
        assert "~/.config/bilingual-magazine-reader" in out


def test_problems_are_told_and_the_code_is_1(run: Run, broken: Path, wrong_settings: Path) -> None:
    run("index")
    code, out, _ = run("doctor", "--json")
    assert code == 1
    seen = facts(out)
    assert seen["library: cannot be opened"]["value"] == "1"
    assert seen["library: cannot be opened"]["problem"] == "reader check lists the problems"
    assert seen["settings: file"]["value"] == "there, 2 faults"
    assert run("doctor", "--library", "nowhere").code == 1


def test_a_file_in_the_place_of_a_folder_is_told(run: Run, home: Path) -> None:
    (home / ".local").write_text("", "utf-8")
    code, out, _ = run("doctor", "--json")
    assert code == 1
    assert facts(out)["folders: data"]["problem"] == "a file is in the way of the folder: move it away"


def test_what_is_damaged_is_told_and_repaired(run: Run) -> None:
    run("index")
    path, kept = catalogue(), marks()
    damage(path)
    damage(kept)
    before = kept.read_bytes()
    seen = facts(run("doctor", "--json").out)
    assert seen["databases: marks.sqlite"]["value"] == "damaged"
    assert seen["databases: catalogue"]["value"] == "damaged"
    code, out, err = run("doctor", "--fix", "--json")
    assert code == 0, out
    aside = next(kept.parent.glob("marks.sqlite.damaged-*"))
    assert aside.read_bytes() == before
    assert not kept.exists()
    assert "marks.sqlite: damaged (" in err
    assert "it is now marks.sqlite.damaged-" in err
    assert database.fault(str(path)) == ""
    assert "springs" in run("search", "泉水").out


def test_what_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    assert database.fault(str(path)) == ""
    path.write_text("no database, but long enough to be looked at" * 100, "utf-8")
    assert database.fault(str(path)) == "file is not a database"
    path.unlink()
    path.mkdir()
    assert database.fault(str(path)) == "no ordinary file"


def test_two_damaged_files_of_a_day_get_two_names(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    names = set()
    for number in range(3):
        path.write_text(str(number), "utf-8")
        names.add(database.put_aside(str(path)))
    assert len(names) == 3
    assert {Path(name).read_text("utf-8") for name in names} == {"0", "1", "2"}


@pytest.mark.parametrize(
    ("path", "shown"),
    [
        ("{home}", "~"),
        ("{home}/.cache/x", "~/.cache/x"),
        ("{home}-2/x", "{home}-2/x"),
        ("/media/wei-lin/x", "/media/USER/x"),
        ("/var/x", "/var/x"),
    ],
)
def test_paths_say_not_who_the_user_is(home: Path, path: str, shown: str) -> None:
    wanted = shown.format(home=home)
    assert examining.public(path.format(home=home)) == wanted


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"TERM": "xterm-kitty", "COLORTERM": "truecolor"}, "16 million"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "none (NO_COLOR)"),
        ({"TERM": "dumb"}, "none"),
        ({}, "16"),
    ],
)
def test_what_the_environment_says(environ: dict[str, str], colours: str) -> None:
    assert terminal.colours(environ) == colours


FOOT = PictureAnswers(name="foot(1.13.1)", attributes=("62", "4"), cell=PixelSize(10, 19))


@pytest.mark.parametrize(
    ("wanted", "answers", "told"),
    [
        ("auto", FOOT, "sixel, foot(1.13.1), cells of 10x19 pixels"),
        ("auto", None, "half blocks; the terminal is asked when a picture is first in sight"),
        ("kitty", None, "kitty's protocol, by the settings"),
        ("blocks", FOOT, "half blocks, by the settings, foot(1.13.1), cells of 10x19 pixels"),
        ("off", FOOT, "off, by the settings"),
    ],
)
def test_the_way_to_draw_pictures_is_told(wanted: str, answers: PictureAnswers | None, told: str) -> None:
    assert terminal.pictures({}, wanted, answers) == told


def test_the_colours_are_those_of_the_settings_on_the_ground_that_was_told() -> None:
    environ = {"TERM": "xterm-256color"}
    assert terminal.colours(environ, "auto", "light") == "256, on a light ground"
    assert terminal.colours(environ, "true") == "16 million, by the settings"
