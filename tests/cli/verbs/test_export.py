"""``reader export``: files for other programs, replaced whole or not at all."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def without_paths(value: Any) -> Any:
    if isinstance(value, list):
        return [without_paths(each) for each in value]
    return {k: without_paths(v) for k, v in value.items() if k != "path"} if isinstance(value, dict) else value


def test_json_has_what_show_prints_without_the_paths(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("export", "springs/water", "-o", str(out)).out == f"{out}\n"
    assert json.loads(out.read_text("utf-8")) == without_paths(json.loads(run("show", "springs/water", "--json").out))
    run("export", "springs", "-o", str(out), "--languages", "en")
    issue = json.loads(out.read_text("utf-8"))
    shown = json.loads(run("show", "springs", "--lang", "en", "--json").out)
    assert set(shown) - {"path"} == set(issue)
    article = json.loads(run("show", "springs/drivers", "--lang", "en", "--json").out)
    assert issue["sections"][0]["articles"][1] == without_paths(article)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["springs", "-o", "-"], "export writes a file"),
        (["springs", "-o", "OUT/a.doc"], "its ending is no format"),
        (["springs", "-o", "OUT/a.yaml", "--format", "json"], "name of an issue file"),
        (["springs/water#p1", "-o", "OUT/a.json"], "takes an issue or an article"),
        (["springs", "-o", "OUT/a.json", "--languages", "fr"], "is not in 'fr'"),
        (["springs", "-o", "OUT/none/a.json"], "cannot be written"),
        (["springs", "-o", "OUT/none/a.md"], "cannot be"),
        (["OUT", "-o", "OUT/a.json"], "no issue files"),
    ],
)
def test_a_wrong_word_leaves_nothing_behind(words: list[str], reason: str, run: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    result = run("export", *(word.replace("OUT", str(out)) for word in words))
    assert result.code == 2
    assert reason in result.err
    assert not any(out.iterdir())


def test_the_issue_file_is_not_replaced_by_way_of_a_link(run: Run, folder: Path, tmp_path: Path) -> None:
    link = tmp_path / "springs.json"
    link.symlink_to(folder / "springs.yaml")
    before = (folder / "springs.yaml").read_bytes()
    assert "has the name of an issue file" in run("export", "springs", "-o", str(link)).err
    assert (folder / "springs.yaml").read_bytes() == before


@pytest.mark.parametrize("name", ["springs.YAML", "springs.yaml.", "springs.yml "])
def test_a_name_that_is_an_issue_file_s_elsewhere_is_refused(run: Run, tmp_path: Path, name: str) -> None:
    assert "has the name of an issue file" in run("export", "springs", "-o", str(tmp_path / name)).err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("export", "springs", "--format", "txt"), "is the issue itself; give OUT another name"),
        (("export", "springs/water", "--format", "epub"), "is the issue itself; give OUT another name"),
        (("translation", "export", "springs", "--to", "en", "--format", "po"), "is the issue itself"),
        (("words", "export"), "springs.yaml by another name; give OUT another name"),
        (("marks", "export", "--format", "csv"), "springs.yaml by another name; give OUT another name"),
    ],
)
def test_an_issue_file_is_not_replaced_by_way_of_a_hard_link(
    run: Run, folder: Path, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    link = tmp_path / "springs.txt"
    link.hardlink_to(folder / "springs.yaml")
    result = run(*words, "-o", str(link))
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert told in result.err
    assert link.samefile(folder / "springs.yaml")


def test_another_issue_of_the_library_is_not_replaced_either(run: Run, broken: Path, tmp_path: Path) -> None:
    link = tmp_path / "other.json"
    link.hardlink_to(broken)
    assert f"{broken.name} by another name" in run("export", "springs", "-o", str(link)).err


def test_a_folder_of_the_library_that_is_away_hinders_no_export(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("READER_LIBRARY", f"{tmp_path / 'away'}{os.pathsep}{folder}")
    out, link = tmp_path / "words.txt", tmp_path / "springs.txt"
    out.write_text("older")
    link.hardlink_to(folder / "springs.yaml")
    assert run("words", "export", "-o", str(out)).code == 0
    assert "by another name" in run("words", "export", "-o", str(link)).err


def test_a_picture_of_markdown_is_not_written_over_an_issue_file(run: Run, folder: Path, tmp_path: Path) -> None:
    issue = folder / "springs.yaml"
    issue.write_text(issue.read_text("utf-8").replace("placed: yes", "file: valley.png", 1), "utf-8")
    (folder / "springs").mkdir(exist_ok=True)
    (folder / "springs" / "valley.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(8))
    before = issue.read_bytes()
    (tmp_path / "s-pictures").mkdir()
    (tmp_path / "s-pictures" / "water--valley.png").symlink_to(issue)
    result = run("export", "springs/water", "-o", str(tmp_path / "s.md"))
    assert (result.code, "is the issue itself" in result.err, issue.read_bytes()) == (2, True, before)


def test_markdown_has_its_pictures_beside_it_and_tells_those_that_are_missing(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    issue = folder / "springs.yaml"
    issue.write_text(issue.read_text("utf-8").replace("placed: yes", "file: valley.png", 1), "utf-8")
    out = tmp_path / "s.md"
    result = run("export", "springs/water", "-o", str(out))
    assert (result.code, "left out" in result.err) == (1, True)
    (folder / "springs").mkdir(exist_ok=True)
    data = b"\x89PNG\r\n\x1a\n" + bytes(8)
    (folder / "springs" / "valley.png").write_bytes(data)
    assert run("export", "springs/water", "-o", str(out)).code == 0
    assert (tmp_path / "s-pictures" / "water--valley.png").read_bytes() == data
    assert "](s-pictures/water--valley.png)" in out.read_text("utf-8")


def test_text_is_in_one_language_and_another_script(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "s.txt"
    run("export", "springs/water", "-o", str(out), "--layout", "left", "--script", "traditional")
    text = out.read_text("utf-8")
    assert "三個階段" in text
    assert "Three stages" not in text
    assert "needs a page" in run("export", "springs", "-o", str(out), "--layout", "columns").err


def test_a_page_of_html_holds_everything(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "s.html"
    assert run("export", "springs", "-o", str(out), "--layout", "columns", "--languages", "en,zh").code == 0
    page = out.read_bytes()
    assert page.startswith(b"<!DOCTYPE html>\n")
    assert b'<body class="wide">' in page
    assert b"owned" in page
    assert b"\x1b" not in page
    assert run("export", "springs", "-o", str(out), "--layout", "columns", "--languages", "en,zh").code == 0
    assert out.read_bytes() == page
    assert [each.name for each in tmp_path.glob("s*")] == ["s.html"]


def test_a_book_is_named_by_its_ending(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "s.EPUB"
    assert run("export", "springs", "-o", str(out)).code == 0
    assert out.read_bytes()[30:58] == b"mimetypeapplication/epub+zip"


@pytest.mark.parametrize("name", ["out.md", "out.html"])
def test_a_folder_that_is_not_there_is_told_by_the_name_of_the_file(run: Run, tmp_path: Path, name: str) -> None:
    out = tmp_path / "nowhere" / name
    done = run("export", "springs", "-o", str(out))
    assert (done.code, done.err.count("\n")) == (2, 1)
    assert done.err.startswith(f"reader: {out}: cannot be written: ")
