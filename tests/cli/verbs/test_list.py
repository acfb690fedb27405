from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Run


def test_every_issue_and_article_is_listed_with_pages_and_address(run: Run) -> None:
    code, out, err = run("list")
    assert code == 0
    assert err == ""
    assert "泉城 City of Springs · 8月刊 August issue · 2018-08\n新动能 New drivers\nsprings\n" in out
    assert "  60–61  泉水            Springs             springs/water\n" in out
    assert "  62–63  动能            Drivers (abridged)  springs/drivers\n" in out


def test_the_form_follows_the_width(run: Run) -> None:
    assert "  60–61  泉水            Springs\n         springs/water\n" in run("list", "--width", "45").out
    assert "  60–61  泉水\n         Springs\n         springs/water\n" in run("list", "--width", "26").out


def test_a_broken_file_is_listed_with_its_first_error_and_blocks_nothing(run: Run, broken: object) -> None:
    code, out, _ = run("list")
    assert code == 0
    assert f"✗ {broken} cannot be opened\n" in out
    assert f"{broken}:11:9: S302 " in out
    assert "and 1 more: reader check" in out
    assert "springs/water" in out


def test_json_has_addresses_everywhere_and_chinese_as_it_is(run: Run, broken: object) -> None:
    code, out, _ = run("list", "--json")
    assert code == 0
    assert "泉城" in out
    bad, essays, springs = json.loads(out)
    assert bad["path"] == str(broken)
    assert bad["errors"][0]["code"] == "S302"
    assert springs["address"] == "springs"
    articles = [article for section in springs["sections"] for article in section["articles"]]
    assert [a["address"] for a in articles] == ["springs/water", "springs/drivers", "springs/hostile"]
    assert articles[0]["title"] == {"zh-Hans": "泉水", "en": "Springs"}
    assert articles[1]["relation"] == "abridged"
    assert essays["magazine"] == {"en": "Essays", "zh-Hant": "Essays", "zh-Hans": "Essays"}


def test_another_library_and_a_single_file(run: Run, folder: object) -> None:
    assert "springs" not in run("list", "--library", f"{folder}/essays.yaml").out
    code, out, err = run("list", "--library", "nowhere")
    assert (code, out, err) == (2, "", "reader: nowhere: no such file or folder\n")


def test_an_empty_library_says_so(run: Run, tmp_path: object) -> None:
    code, out, err = run("list", "--library", f"{tmp_path}/here")
    assert (code, out) == (1, "")
    assert "no issue files" in err


@pytest.mark.parametrize("name", ["here", "it's a folder"])
def test_the_commands_that_bring_issues_to_an_empty_library_do_as_they_are_written(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).mkdir(exist_ok=True)
    library = ("--library", str(tmp_path / name))
    (tmp_path / "notes.md").write_text("# 泉\n\n泉水从石缝里涌出来。\n\nSpring water wells up.\n", "utf-8")
    told = run("list", *library).err.splitlines()[2::2]
    written, imported, opened, subscribed = map(shlex.split, told)
    assert (opened, subscribed) == (["reader", "FOLDER"], ["reader", "subscribe", "URL"])
    assert run(*written[1:]).code == 0
    assert run(*[word.replace("FILE", str(tmp_path / "notes.md")) for word in imported[1:]]).code == 0
    assert {path.name for path in (tmp_path / name).glob("*.yaml")} == {"first-issue.yaml", "draft.yaml"}
    assert "draft" in run("list", *library).out


@pytest.mark.parametrize("argv", [("list",), ("search", "spring"), ("open",)])
def test_a_library_of_which_nothing_opens_names_these_commands_too(
    run: Run, tmp_path: Path, argv: tuple[str, ...]
) -> None:
    (tmp_path / "here" / "a.yaml").write_text("format: [", "utf-8")
    code, _, err = run(*argv, "--library", f"{tmp_path}/here")
    assert code == 1
    assert f"reader new {tmp_path}/here/first-issue" in err
    assert "reader subscribe URL" in err
    assert "reader subscribe URL" not in run("search", "nothing-like-this").err
