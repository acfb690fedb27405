from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from reader.cli import fixing, laying_out
from reader.cli.reporting.diagnostics import fitted
from reader.layout.width import cell_width
from reader.source import loading

if TYPE_CHECKING:
    from pathlib import Path

    from reader.source.source_file import SourceFile
    from tests.cli.conftest import Run


def test_a_clean_library(run: Run, folder: Path) -> None:
    (folder / "springs.yaml").unlink()
    assert run("check") == (0, "", "no problems in 1 file\n")


def test_links_to_other_issues_are_looked_up_in_the_library_that_is_named(run: Run, folder: Path) -> None:
    path = folder / "essays.yaml"
    links = "'[a](springs/water#proverb) [b](springs/waters) [c](rivers/a) [d](springs/water#page-61)'"
    path.write_text(path.read_text("utf-8").replace("A word about spring water.", links), "utf-8")
    assert "R424" not in run("check", str(path)).out
    out = run("check", str(path), "--library", str(folder), "--json").out
    found = [(each["line"], each["column"], each["message"]) for each in json.loads(out) if each["code"] == "R424"]
    assert [(line, column, message.split(": ")[1][:10]) for line, column, message in found] == [
        (13, 47, "no article"),
        (13, 67, "no issue '"),
    ]
    (folder / ".reader.toml").write_text('[rules]\nR424 = "error"\n', "utf-8")
    assert run("check", str(path), "--library", str(folder)).code == 1


def test_a_place_is_told_with_an_excerpt_and_a_mark_under_it(run: Run, broken: Path) -> None:
    code, out, err = run("check", str(broken))
    assert code == 1
    lines = out.splitlines()
    place = next(k for k, line in enumerate(lines) if line.startswith(f"{broken}:13:34: "))
    excerpt, mark = lines[place + 1 : place + 3]
    assert mark.strip() == "^"
    assert excerpt.strip() == "- {zh-Hans: 泉水，四季：如常。, fr: Eau}"
    assert cell_width(excerpt[: excerpt.index("fr:")]) == mark.index("^")
    assert err == "3 problems (2 errors) in 1 of 1 file\n"


def test_warnings_alone_are_no_fault_unless_strict(run: Run, folder: Path) -> None:
    code, out, err = run("check")
    assert "T701" in out
    assert code == 0
    assert " (0 errors) in 1 of 2 files\n" in err
    assert run("check", "--strict").code == 1


def test_one_folder_and_files_named_twice(run: Run, folder: Path, broken: Path) -> None:
    assert run("check", str(folder), str(broken)).err == run("check").err


def test_what_is_not_there_is_told_and_the_rest_is_checked(run: Run, broken: Path) -> None:
    code, out, err = run("check", "nope.yaml", str(broken))
    assert code == 2
    assert "S302" in out
    assert err.startswith("reader: nope.yaml: no such file or folder\n")
    assert run("check", "nope.yaml").err == "reader: nope.yaml: no such file or folder\n"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be read")
def test_what_is_there_but_cannot_be_read_is_a_diagnostic(run: Run, broken: Path) -> None:
    broken.chmod(0)
    assert "F101" in run("check", str(broken)).out


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs here")
def test_what_is_no_file_does_not_block(run: Run, folder: Path) -> None:
    os.mkfifo(folder / "pipe.yaml")
    code, out, _ = run("check", str(folder / "pipe.yaml"))
    assert code == 1
    assert out.startswith(f"{folder}/pipe.yaml: F102 ")


def test_json_is_a_list_of_diagnostics(run: Run, broken: Path) -> None:
    code, out, _ = run("check", str(broken), "--json")
    assert code == 1
    first = json.loads(out)[0]
    assert (first["path"], first["line"], first["code"], first["severity"]) == (str(broken), 11, "S302", "error")
    assert first["excerpt"][first["mark"] :] == "titel: {zh-Hans: 泉水, en: Springs}"


@pytest.mark.parametrize("room", [10, 16, 30, 80])
def test_a_long_excerpt_is_cut_around_its_mark(room: int) -> None:
    line = "春江潮水连海平，X海上明月共潮生。滟滟随波千万里，何处春江无月明。"
    shown, mark = fitted(line, line.index("X"), room)
    assert shown[mark] == "X"
    assert cell_width(shown) <= room


def test_one_cause_is_told_once_and_json_has_every_place(run: Run, folder: Path) -> None:
    path = folder / "springs.yaml"
    path.write_text(
        path.read_text("utf-8").replace(", en: ", ", no: ").replace("          - {zh-Hans: 新，", ""), "utf-8"
    )
    found = [each for each in json.loads(run("check", str(path), "--json").out) if "'no'" in each["message"]]
    assert len(found) > 10
    out = run("check", str(path)).out
    assert out.count("'no'") == 1
    assert f"'no' is not a language of this issue ({len(found)} times, next in lines " in out
    assert f"{len(found)} times" in run("list").out + run("list").err


@pytest.mark.parametrize("fault", [KeyError("x"), RecursionError(), MemoryError()])
def test_an_unforeseen_fault_costs_one_file(
    run: Run, folder: Path, broken: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    real = loading.load_source

    def load_source(source: SourceFile) -> object:
        if source.path.endswith("springs.yaml"):
            source.report("T702", None, "found before")
            raise fault
        return real(source)

    monkeypatch.setattr(loading, "load_source", load_source)
    code, out, err = run("check")
    assert code == 1
    assert f"springs.yaml: F107 the program has an unforeseen fault at this file: {type(fault).__name__}; " in out
    assert "springs.yaml: T702 found before" in out
    assert f"{broken}:11:9: S302 " in out
    assert err.endswith("of 3 files\n")


def test_an_unforeseen_fault_of_a_fix_or_a_layout_costs_one_file(
    run: Run, folder: Path, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr(fixing, "fixed", fails)
    code, _, err = run("check", str(folder), "--fix")
    assert code == 1
    assert err.count(": F107 the program has an unforeseen fault") == 3
    monkeypatch.setattr(laying_out, "formatted", fails)
    code, out, err = run("fmt", str(folder), "--check")
    assert code == 1
    assert out.count(": F107 the program has an unforeseen fault") == 3
    assert err.count("is left as it is\n") == 3


@pytest.mark.parametrize("verb", [["check"], ["fmt", "--check"], ["status"]])
def test_an_empty_folder_is_no_good_answer(run: Run, tmp_path: Path, verb: list[str]) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    told = f"reader: {empty}: no issue files (.yaml) are there; reader new {empty}/first-issue makes one\n"
    assert run(*verb, str(empty)) == (1, "", told)
    if verb[0] != "fmt":
        assert run(*verb, "--library", str(empty)) == (1, "", told)
    assert run(*verb, str(empty), "nowhere").code == 2
    assert run("new", f"{empty}/first-issue").code == 0
    assert run(*verb, str(empty)).code == 0
