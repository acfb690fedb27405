"""``reader marks`` lists, gives out, takes in, and keeps alike."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reader.library import Library, resolve
from reader.marks.mark import HIGHLIGHT, WORD, Mark, TextQuote, default_path, edited, new_mark
from reader.marks.store import MarkStore
from reader.model.passage import find
from reader.reading.new_marks import marked, stretches_of_passage, word_of
from tests.cli.conftest import Result, Run


@pytest.fixture
def marks(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Mark]:
    """A highlight of a pair with a note, a word, a lost one, and one of an issue that is not here."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    target = resolve(Library([str(folder)]), "springs/water#p1")
    assert target.article
    assert target.passage
    pair = stretches_of_passage(target.passage, "water", ("zh-Hans", "en"))
    highlight = marked(HIGHLIGHT, target.issue, target.article, pair)
    assert highlight
    start = target.passage.text.plain("zh-Hans").index("街坊")
    word = word_of(target.issue, target.article, pair[0].__class__("water", "p1", "zh-Hans", start, start + 2))
    assert word
    assert find(target.article, "p1")
    made = [
        edited(highlight, note="A *note*"),
        word,
        new_mark("bookmark", "springs", "water", (TextQuote("p2", "zh-Hans", "从来没有过的一段话，谁也没有写过。"),)),
        new_mark("bookmark", "winter", "snow", (TextQuote("p2", "zh-Hans", "雪"),)),
    ]
    MarkStore(default_path()).put(made)
    return made


def test_the_list_tells_what_is_found_lost_and_elsewhere(run: Run, marks: list[Mark]) -> None:
    code, out, err = run("marks")
    assert (code, err) == (0, "")
    rows = [line.split("\t") for line in out.splitlines()]
    assert {(row[0], row[1], row[2]) for row in rows} == {
        ("springs/water#p1", "highlight", "found"),
        ("springs/water#p1", "word", "found"),
        ("springs/water#p2", "bookmark", "lost"),
        ("winter/snow#p2", "bookmark", "elsewhere"),
    }
    assert next(row for row in rows if row[1] == "highlight")[4] == "A *note*"
    assert next(row for row in rows if row[1] == "word")[3] == "街坊"
    assert run("marks", "list") == run("marks")
    assert run("marks", "--kind", "word").out.count("\n") == 1


def test_on_a_terminal_they_are_shown_whole(run: Run, marks: list[Mark]) -> None:
    out = run("marks", "--width", "60").out
    for part in ("highlight", "✎ A *note*", "泉水四季如常", "The springs keep", "bookmark (lost)", "(elsewhere)"):
        assert part in out


def test_as_json_they_have_their_address_and_state(run: Run, marks: list[Mark]) -> None:
    found = json.loads(run("marks", "--json").out)
    assert {mark["state"] for mark in found} == {"found", "lost", "elsewhere"}
    assert {mark["id"] for mark in found} == {mark.id for mark in marks}


def test_without_any_it_says_how_they_are_made(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "nothing"))
    assert run("marks") == Result(
        0, "", "reader: no marks; in an article m sets a bookmark, p highlights, a notes, w keeps a word\n"
    )
    assert not (tmp_path / "nothing").exists()


def test_a_json_export_is_taken_in_elsewhere_without_doubling(
    run: Run, marks: list[Mark], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(tmp_path / "out.json")
    assert run("marks", "export", "--format", "json", "-o", file) == Result(0, "", "")
    assert run("marks", "export", "--format", "json").out == Path(file).read_text("utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert run("marks", "import", file).out == "4 marks: 4 taken in, 0 known already\n"
    assert run("marks", "import", file).out == "4 marks: 0 taken in, 4 known already\n"
    assert set(MarkStore(default_path()).all()) == set(marks)


def test_marks_that_are_none_are_left_out_of_an_import_and_told(
    run: Run, marks: list[Mark], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.json"
    run("marks", "export", "--format", "json", "-o", str(file))
    document = json.loads(file.read_text("utf-8"))
    document["marks"][1:1] = [{"kind": "wish"}] * 7
    file.write_text(json.dumps(document, indent=1), "utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    code, out, err = run("marks", "import", str(file))
    assert (code, out) == (1, "4 marks: 4 taken in, 0 known already, 7 left out\n")
    first, *_, last = lines = err.splitlines()
    line = file.read_text("utf-8").splitlines().index('   "kind": "wish"')
    assert first.startswith(f"reader: {file}:{line}: mark 2: kind is none of place")
    assert first.endswith("; left out")
    assert last == f"reader: {file}: 2 more are left out"
    assert len(lines) == 6
    code, out, _ = run("marks", "sync", str(file))
    assert (code, out) == (1, "0 taken in, 0 given out, 7 left in the file\n")


def test_rows_that_cannot_be_read_are_told_and_exported(run: Run, marks: list[Mark]) -> None:
    with closing(sqlite3.connect(default_path())) as file, file:
        file.execute("INSERT INTO marks VALUES ('x', 'wish', 'springs', 'water', 1, 0, 0, '{\"text\": \"泉\u202e\"}')")
    for argv in (["marks"], ["marks", "--json"], ["marks", "export", "--format", "json"]):
        code, out, err = run(*argv)
        assert code == 1
        assert err.startswith("reader: marks.sqlite: 1 row cannot be read (x: it is no mark); ")
    assert json.loads(out)["unreadable"] == ['{"text": "泉\ufffd"}']
    assert run("doctor").out.count("1 cannot be read (it is no mark); they stay in the file") == 1


@pytest.mark.parametrize("name", ["-", "/dev/stdout"])
def test_an_export_to_the_standard_output_is_printed(
    run: Run, marks: list[Mark], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    exported = run("marks", "export", "--format", "md")
    assert run("marks", "export", "--format", "md", "-o", name) == exported
    assert not (tmp_path / "-").exists()


def test_an_export_is_private_and_follows_links(run: Run, marks: list[Mark], tmp_path: Path) -> None:
    (tmp_path / "link.md").symlink_to("out.md")
    assert run("marks", "export", "--format", "md", "-o", str(tmp_path / "link.md")) == Result(0, "", "")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "out.md").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("kind", ["device", "pipe", "folder"])
def test_an_export_replaces_files_only(run: Run, marks: list[Mark], tmp_path: Path, kind: str) -> None:
    path = tmp_path / "out"
    if kind == "device":
        path.symlink_to("/dev/null")
    elif kind == "pipe":
        os.mkfifo(path)
    else:
        path.mkdir()
    code, out, err = run("marks", "export", "--format", "md", "-o", str(path))
    assert (code, out, err) == (2, "", f"reader: {path}: it is a {kind}, not a file; nothing was written\n")
    assert not path.is_file()
    assert (kind == "device") == path.is_char_device()


def test_a_sync_through_a_link_keeps_it_and_the_mode(run: Run, marks: list[Mark], tmp_path: Path) -> None:
    shared, link = tmp_path / "shared.json", tmp_path / "link.json"
    link.symlink_to("shared.json")
    assert run("marks", "sync", str(link)).code == 0
    assert link.is_symlink()
    assert shared.stat().st_mode & 0o777 == 0o600
    shared.chmod(0o640)
    MarkStore(default_path()).put([edited(marks[0], note="later")])
    assert run("marks", "sync", str(link)).out == "0 taken in, 1 given out\n"
    assert link.is_symlink()
    assert shared.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("argv", [["marks", "sync"], ["marks", "--sync"]])
def test_two_machines_are_kept_alike(
    run: Run, marks: list[Mark], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, argv: list[str]
) -> None:
    file = str(tmp_path / "shared.json")
    assert run(*argv, file).out == "0 taken in, 4 given out\n"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert run(*argv, file).out == "4 taken in, 0 given out\n"
    assert run(*argv, file).out == "0 taken in, 0 given out\n"


def test_every_format_holds_them(run: Run, marks: list[Mark]) -> None:
    markdown = run("marks", "export", "--format", "md").out
    assert "> 泉水四季如常" in markdown
    assert "A \\*note\\*" in markdown
    exported = run("marks", "export", "--format", "csv").out
    assert exported.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(exported.removeprefix("\ufeff"))))
    assert {row["id"] for row in rows} == {mark.id for mark in marks}
    words = run("marks", "export", "--format", "anki").out
    assert "街坊\tjiē fāng\t" in words
    assert words.count("\n") == 6


def texts_in_order(run: Run, *argv: str) -> list[str]:
    out = run("marks", *argv).out
    return sorted((text for text in ("泉水", "街坊", "丙文") if text in out), key=out.index)


def test_every_list_and_export_is_in_reading_order(run: Run, folder: Path) -> None:
    (folder / "older.yaml").write_text(
        "format: 1\nid: older\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\ndate: 1999-12\n"
        "sections:\n- id: s\n  title: S\n  articles:\n"
        "  - id: a\n    title: T\n    body:\n    - {zh-Hans: 丙文在前。, en: x}\n",
        encoding="utf-8",
    )
    places = (("springs", "water", "街坊", 99), ("springs", "water", "泉水", 0), ("older", "a", "丙文", 0))
    MarkStore(default_path()).put(
        new_mark("word", issue, article, (TextQuote("p1", "zh-Hans", text, start=start),))
        for issue, article, text, start in places
    )
    exports = (["export", "--format", name] for name in ("md", "csv", "anki", "json"))
    for argv in ([], ["--json"], ["--width", "60"], *exports):
        assert texts_in_order(run, *argv) == ["丙文", "泉水", "街坊"], argv


def test_a_highlight_and_its_note_are_one(run: Run, marks: list[Mark]) -> None:
    noted = edited(new_mark("note", "springs", "water", marks[0].quotations), note="beside")
    MarkStore(default_path()).put([noted, edited(marks[0], note="")])
    for argv in ([], ["export", "--format", "md"], ["export", "--format", "csv"]):
        assert run("marks", *argv).out.count("泉水四季如常") == (2 if "csv" in argv or "md" in argv else 1), argv
    assert run("marks", "--kind", "highlight").out.count("泉水四季如常") == 1
    kept = json.loads(run("marks", "export", "--format", "json").out)["marks"]
    assert {mark["id"] for mark in kept} >= {noted.id, marks[0].id}


def test_an_export_needs_no_library(run: Run, marks: list[Mark], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("READER_LIBRARY", "/no/such/folder")
    code, out, err = run("marks", "export", "--format", "csv")
    assert (code, err) == (0, "")
    assert "街坊" in out
    assert run("marks", "export", "--format", "csv", "--library", "/no/such/folder").code == 2


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "not whole"),
        ('{"a": 1}', "no file of marks"),
        ('{"format": "bilingual-magazine-reader marks", "version": 99, "marks": []}', "newer version"),
    ],
)
@pytest.mark.parametrize("deed", ["import", "sync"])
def test_a_file_that_is_not_whole_or_foreign_is_one_line_and_2(
    run: Run, marks: list[Mark], deed: str, content: str, told: str
) -> None:
    Path("file.json").write_text(content)
    code, out, err = run("marks", deed, "file.json")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err
    assert Path("file.json").read_text() == content
    assert len(MarkStore(default_path()).everything()) == 4


@pytest.mark.parametrize(
    ("argv", "told"),
    [
        (["exprt"], "did you mean reader marks export?"),
        (["export"], "export needs a format"),
        (["export", "--format", "pdf"], "--format takes md or json or csv or anki"),
        (["import"], "marks import takes one file"),
        (["sync", "a", "b"], "marks sync takes one file"),
        (["list", "a"], "marks list takes no word"),
        (["list", "--format", "md"], "--format goes with export"),
        (["--kind", "wish"], "--kind takes"),
    ],
)
def test_a_wrong_command_line_is_one_line_and_2(run: Run, argv: list[str], told: str) -> None:
    code, out, err = run("marks", *argv)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


def test_a_damaged_file_is_put_aside_and_told(run: Run, marks: list[Mark]) -> None:
    Path(default_path()).write_bytes(b"no database, by far")
    code, out, err = run("marks")
    assert (code, out) == (0, "")
    assert "damaged" in err
    assert "marks.sqlite.damaged-" in err


def test_a_file_that_cannot_be_written_is_one_line_and_2(run: Run, marks: list[Mark]) -> None:
    code, out, err = run("marks", "export", "--format", "csv", "--output", "no/folder/out.csv")
    assert (code, out, err.count("\n")) == (2, "", 1)


def test_through_a_pipe_no_screen_is_imported(shell: Run, marks: list[Mark]) -> None:
    code, out, err = shell("marks", "export", "--format", "json", PYTHONPROFILEIMPORTTIME="1")
    assert code == 0
    assert "textual" not in err
    assert "rich" not in err.replace("enrich", "")
    assert json.loads(out)["marks"]
    assert json.loads(out)["marks"][0]["id"] in {mark.id for mark in marks}
    assert WORD in {mark["kind"] for mark in json.loads(out)["marks"]}


def test_hostile_texts_reach_no_stream_as_commands(run: Run, marks: list[Mark]) -> None:
    hostile = "a\x1b]52;c;x\x07\u202eb\x9b31m"
    MarkStore(default_path()).put([edited(marks[0], note=hostile, name=hostile, citation=hostile)])
    for argv in (
        [],
        ["--width", "40"],
        ["--json"],
        *(["export", "--format", name] for name in ("md", "csv", "anki", "json")),
    ):
        out = run("marks", *argv).out
        assert "52;c" in out or "anki" in argv
        assert not set(out) & {"\x1b", "\x07", "\u202e", "\x9b"}
