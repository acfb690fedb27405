"""The output of ``reader check`` for programs, its settings, its explanations, and many files on several processes."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

from reader.cli.checking import checked
from reader.cli.reporting.check_formats import annotation
from reader.source import load
from reader.source.diagnostic import Diagnostic
from reader.source.rules import RULES
from tests.cli.conftest import SPRINGS, Run

if TYPE_CHECKING:
    from pathlib import Path


def test_github_shows_a_diagnostic_beside_its_line(run: Run, broken: Path) -> None:
    code, out, err = run("check", str(broken), "--format", "github")
    assert code == 1
    first, *rest = out.splitlines()
    assert re.fullmatch(rf"::error file={re.escape(str(broken))},line=11,col=9,title=S302::.+", first)
    assert len(rest) == 2
    assert err == "3 problems (2 errors) in 1 of 1 file\n"


def test_an_annotation_holds_no_character_that_would_end_it() -> None:
    found = Diagnostic("a,b:c%.yaml", 0, 0, "F101", "warning", "50% is\nlost", "look: here")
    assert annotation(found) == "::warning file=a%2Cb%3Ac%25.yaml,title=F101::50%25 is%0Alost; look: here"


def test_sarif_has_the_rules_and_the_places(run: Run, broken: Path) -> None:
    code, out, _ = run("check", str(broken), "--format", "sarif")
    assert code == 1
    log = json.loads(out)
    assert log["version"] == "2.1.0"
    [ran] = log["runs"]
    rules = ran["tool"]["driver"]["rules"]
    for result, diagnostic in zip(ran["results"], load(str(broken)).diagnostics, strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == diagnostic.code
        assert result["level"] == diagnostic.severity
        place = result["locations"][0]["physicalLocation"]
        assert unquote(place["artifactLocation"]["uri"]) == str(broken)
        assert place["region"] == {"startLine": diagnostic.line, "startColumn": diagnostic.column}


def test_sarif_of_a_file_as_a_whole_names_no_line(run: Run, folder: Path) -> None:
    (folder / "empty.yaml").write_text("")
    _, out, _ = run("check", str(folder / "empty.yaml"), "--format", "sarif")
    [result] = json.loads(out)["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]


def test_an_unknown_format_is_refused(run: Run) -> None:
    assert run("check", "--format", "xml").code == 2


def test_json_is_a_format(run: Run, broken: Path) -> None:
    assert run("check", str(broken), "--json").out == run("check", str(broken), "--format", "json").out


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained(run: Run, code: str) -> None:
    done = run("check", "--explain", code.lower())
    assert done.code == 0
    assert done.out.startswith(f"{code} (")


def test_a_rule_that_is_not_there_is_told_with_the_one_meant(run: Run) -> None:
    assert run("check", "--explain", "TT702").err == "reader: there is no rule 'TT702'; did you mean T702?\n"
    assert run("check", "--explain", "T702", "more").code == 2


def test_a_project_decides_how_bad_a_warning_is(run: Run, folder: Path) -> None:
    path = str(folder / "springs.yaml")
    assert run("check", path).code == 0
    (folder / ".reader.toml").write_text('[rules]\nT701 = "error"\n')
    done = run("check", path)
    assert done.code == 1
    assert "(4 errors)" in done.err
    (folder / ".reader.toml").write_text('[rules]\nT701 = "off"\n')
    assert run("check", path, "--strict") == (0, "", "no problems in 1 file\n")
    (folder / ".reader.toml").write_text('[rules]\nT701 = "of"\n')
    assert run("check", path) == (2, "", f"reader: {folder}/.reader.toml:2: T701 must be error, warning or off\n")


def test_many_files_on_several_processes_are_told_as_by_one(folder: Path, broken: Path) -> None:
    paths = [str(broken)]
    for number in range(20):
        path = folder / f"springs-{number}.yaml"
        path.write_text(SPRINGS.lstrip().replace("id: springs", f"id: springs-{number}"), encoding="utf-8")
        paths.append(str(path))
    told: list[tuple[int, int]] = []
    several = checked(paths, lambda done, total: told.append((done, total)), cores=3)
    assert several == checked(paths, cores=1)
    assert told == [(done, 21) for done in range(1, 22)]


def test_every_diagnostic_stands_on_a_line_of_its_own_in_the_order_of_the_file(run: Run, folder: Path) -> None:
    text = SPRINGS.lstrip().replace("          - page: 61\n", "".join(f"          - kind-{n}: x\n" for n in range(300)))
    (folder / "springs.yaml").write_text(text, encoding="utf-8")
    done = run("check", str(folder / "springs.yaml"))
    places = [int(line) for line in re.findall(r"springs\.yaml:(\d+):\d+: S304", done.out)]
    assert len(places) == 300
    assert places == sorted(places)
    assert done.err.startswith("304 problems (300 errors) in 1 of 1 file")
