"""Completion: its grammar, ``reader suggest``, and the scripts in real shells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.cli.completing import completion
from reader.cli.declared import HIDDEN, VERBS
from reader.cli.declared.completion import SHELLS
from tests.cli.conftest import ROOT, SPRINGS, Run
from tests.cli.shells import Shell, program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def names(*words: str) -> list[str]:
    return [name for name, _ in completion(words).candidates]


def test_the_first_word_is_a_verb_or_a_target() -> None:
    assert names("") == list(VERBS)
    assert completion(["sh"]).kinds == ("target",)
    assert not set(HIDDEN) & set(names(""))


def test_options_are_those_of_the_verb_that_were_not_given_yet() -> None:
    assert {"--library", "--json", "--help", "--log-level"} <= set(names("list", "-"))
    assert "--sort" not in names("list", "-")
    assert "--json" not in names("list", "--json", "--")
    assert "--library" in names("list", "--library", "a", "--")
    assert "--theme" in names("-")
    assert names("list", "--", "-") == []


@pytest.mark.parametrize(
    "words",
    [["search", "--sort", "b"], ["search", "x", "--sort=b"], ["search", "--sort", "=", "b"], ["search", "--sort", "="]],
)
def test_values_of_an_option_are_its_choices(words: list[str]) -> None:
    found = completion(words)
    assert [name for name, _ in found.candidates] == ["best", "newest"]
    assert found.typed in ("b", "")
    assert found.before == ("--sort=" if "=" in "".join(words) else "")


def test_words_follow_the_forms_of_the_verb() -> None:
    assert names("marks", "") == ["list", "export", "import", "sync"]
    assert completion(["marks", "sync", ""]).kinds == ("file",)
    assert completion(["marks", "export", ""]).kinds == ()
    assert completion(["marks", "import", "a", ""]).kinds == ()
    assert completion(["new", "article", ""]).kinds == ("issue file",)
    assert completion(["check", "a.yaml", "b.yaml", ""]).kinds == ("issue file",)
    assert completion(["list", ""]) == completion(["list", "x", ""])
    assert names("completion", "") == list(SHELLS)
    assert completion(["show", "--lang", ""]).kinds == ("language",)
    assert completion(["show", "--width", ""]).kinds == ("number",)
    assert completion(["marks", "-o", ""]).kinds == ("file",)


@pytest.mark.parametrize(
    ("verb", "kind", "option"),
    [
        ("subscribe", "text", "--json"),
        ("publish", "", "--base-url"),
        ("align", "target", "--library"),
        ("serve", "target", "--port"),
        ("read", "target", "--interface"),
    ],
)
def test_each_verb_has_its_words_and_options(verb: str, kind: str, option: str) -> None:
    assert kind in completion([verb, ""]).kinds or not kind
    assert option in names(verb, "-")


def test_the_values_of_linear_reading_are_its_choices() -> None:
    assert names("read", "--interface", "") == ["zh", "en"]
    assert completion(["read", "--lang", ""]).kinds == ("language",)
    assert names("words", "")[:3] == ["list", "known", "unknown"]


def test_libraries_are_collected() -> None:
    found = completion(["--library", "a", "show", "--library=b", ""])
    assert found.libraries == ("a", "b")


def test_issues_come_first_and_then_the_articles_of_the_only_one(run: Run) -> None:
    run("index")
    assert run("suggest", "--", "show", "").out.splitlines() == [
        "issue-files",
        "essays\tEssays · No. 2",
        "springs\t泉城 City of Springs · 8月刊 August issue",
    ]
    found = run("suggest", "--", "show", "sp")
    assert found.err == ""
    assert [line.partition("\t")[0] for line in found.out.splitlines()] == [
        "issue-files",
        "springs",
        "springs/water",
        "springs/drivers",
        "springs/hostile",
    ]
    assert run("suggest", "--", "springs/w").out == "issue-files\nsprings/water\t泉水 Springs\n"
    assert run("suggest", "--", "open", "essays/").out == "issue-files\nessays/words\tWords 字詞\n"


def test_in_a_large_library_issues_are_found_by_the_names_of_their_files(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.verbs.suggest.MAX_ISSUES_READ", 1)
    (folder / "essays.yaml").rename(folder / "other.yaml")
    run("index")
    assert run("suggest", "--", "show", "").out == "issue-files\nessays\tEssays · No. 2\nsprings\t\n"
    assert run("suggest", "--", "show", "es").out == "issue-files\n"


def test_titles_pass_the_gate(run: Run) -> None:
    out = run("suggest", "--", "show", "springs/ho").out
    assert out.count("\n") == 2
    assert not set(out) & {"\x1b", "\x07", "\x9b"}


def test_languages_and_rules(run: Run) -> None:
    run("index")
    assert run("suggest", "--", "show", "x", "--lang", "zh").out == "words\nzh-Hans\t\nzh-Hant\t\n"
    assert run("suggest", "--", "show", "x", "--lang", "en,zh-Hant").out == "words\nen,zh-Hant\t\n"
    assert run("suggest", "--", "check", "--explain", "T702").out.startswith("words\nT702\t")


def test_a_library_named_before_is_the_one_that_is_completed_from(run: Run, tmp_path: Path) -> None:
    other = tmp_path / "my library"
    other.mkdir()
    (other / "rivers.yaml").write_text(SPRINGS.lstrip().replace("id: springs", "id: rivers"), "utf-8")
    for typed in (str(other), f"'{other}'", str(other).replace(" ", "\\ ")):
        assert "\nrivers/water\t" in run("suggest", "--", "show", "--library", typed, "riv").out
    assert "rivers" not in run("suggest", "--", "show", "riv").out


@pytest.mark.parametrize(
    "words",
    [
        ["show", "nope/"],
        ["show", "broken/"],
        ["show", "--library", "/nowhere", ""],
        ["show", "--library", "'", ""],
        ["serch", ""],
        ["list", "--width=", "x"],
        ["\x1b]0;x\x07", "\udcff"],
        [],
    ],
)
def test_it_never_reports_an_error(run: Run, broken: Path, wrong_settings: Path, words: list[str]) -> None:
    code, out, err = run("suggest", "--", *words)
    assert (code, err) == (0, "")
    assert out.split("\n")[0] in ("words", "files", "folders", "issue-files")


def test_an_unforeseen_fault_is_silent_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        raise ValueError

    monkeypatch.setattr("reader.cli.verbs.suggest.completion", fails)
    monkeypatch.setenv("READER_DEBUG", "1")
    assert run("suggest", "--", "x") == (0, "", "")
    assert run("suggest", "--nonsense") == (0, "", "")


def test_no_screen_and_with_a_fresh_catalogue_no_yaml_is_imported(run: Run, shell: Run) -> None:
    run("index")
    for words in (["show", "sp"], ["--"], ["springs/"]):
        code, _, err = shell("suggest", "--", *words, PYTHONPROFILEIMPORTTIME="1")
        assert code == 0
        assert not [line for line in err.splitlines() if line.rpartition("|")[2].strip() in ("yaml", "textual", "rich")]


def test_completion_takes_a_shell(run: Run) -> None:
    for argv in ([], ["csh"], ["bash", "zsh"]):
        assert run("completion", *argv) == (
            2,
            "",
            "reader: completion takes a shell: reader completion bash|zsh|fish\n",
        )


# -- real shells -------------------------------------------------------------------------------------------------


@pytest.fixture
def environment(folder: Path, tmp_path: Path, run: Run) -> dict[str, str]:
    run("index")
    path = f"{program(tmp_path / 'bin')}{os.pathsep}{os.environ['PATH']}"
    return os.environ | {"PATH": path, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}


@pytest.mark.skipif(sys.platform == "win32", reason="no bash there")
@pytest.mark.parametrize(
    ("line", "replies"),
    [
        ("reader sea", ["search"]),
        ("reader search x --sort ", ["best", "newest"]),
        ("reader search --sort = n", ["newest"]),
        ("reader search --sort =", ["best", "newest"]),
        ("reader list --js", ["--json"]),
        ("reader show ess", ["essays", "essays/words"]),
        ("reader show springs/w", ["springs/water"]),
        ("reader check ", ["drafts", "mine.yaml"]),
        ("reader marks s", ["sync"]),
        ("reader list ", []),
    ],
)
def test_bash_replies(environment: dict[str, str], line: str, replies: list[str]) -> None:
    Path("drafts").mkdir()
    Path("mine.yaml").touch()
    Path("other.txt").touch()
    words = line.split(" ")
    script = (
        'compopt() { :; }; source <(reader completion bash); COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_reader reader; for word in "${COMPREPLY[@]}"; do echo "$word"; done'
    )
    done = subprocess.run(
        ["bash", "--norc", "-c", script, "bash", *words], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stdout.splitlines(), done.stderr) == (replies, "")


@pytest.fixture(params=SHELLS)
def typed(request: pytest.FixtureRequest, environment: dict[str, str]) -> Iterator[Callable[[str], list[str]]]:
    if not shutil.which(request.param):
        pytest.skip(f"{request.param} is not installed")
    shell = Shell(request.param, environment)
    yield shell.words
    shell.close()


def test_a_tab_completes_verbs_options_addresses_and_odd_file_names(typed: Callable[[str], list[str]]) -> None:
    Path("my $odd 'issue'.yaml").touch()
    Path("plain folder").mkdir()
    assert typed("reader sea\t") == ["reader", "search"]
    assert typed("reader search x --so\tn\t") == ["reader", "search", "x", "--sort", "newest"]
    assert typed("reader search x --sort=b\t") == ["reader", "search", "x", "--sort=best"]
    assert typed("reader show springs/w\t") == ["reader", "show", "springs/water"]
    assert typed("reader check my\t") == ["reader", "check", "my $odd 'issue'.yaml"]
    assert typed("reader show my\t") == ["reader", "show", "my $odd 'issue'.yaml"]
    assert typed('reader fmt "my\t') == ["reader", "fmt", "my $odd 'issue'.yaml"]
    *words, folder = typed("reader list --library pl\t")
    assert (words, folder.rstrip("/")) == (["reader", "list", "--library"], "plain folder")


def test_a_tab_completes_behind_equals_signs_quotes_and_the_path_of_the_program(
    typed: Callable[[str], list[str]], tmp_path: Path
) -> None:
    Path("other.txt").touch()
    Path("plain folder").mkdir()
    Path("plain folder/inner.yaml").touch()
    assert typed("reader export springs --output=ot\t") == ["reader", "export", "springs", "--output=other.txt"]
    assert typed("reader show 'springs/w\t ") == ["reader", "show", "springs/water"]
    assert typed("reader check plain\\ folder/in\t") == ["reader", "check", "plain folder/inner.yaml"]
    assert typed("reader check 'plain folder'/in\t") == ["reader", "check", "plain folder/inner.yaml"]
    assert typed("~/bin/reader sea\t") == [str(tmp_path / "bin" / "reader"), "search"]
