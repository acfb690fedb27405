from __future__ import annotations

import json
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from reader.cli.chosen import ChosenFile
from reader.cli.console import Console
from reader.cli.reporting import status_reports as work_module
from reader.cli.reporting.status_reports import status_reports
from reader.source import git_versions
from tests.cli.conftest import SPRINGS, Run

if TYPE_CHECKING:
    from pathlib import Path

    from reader.source.source_file import SourceFile


@pytest.fixture
def path(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(git_versions, "MAX_SECONDS", 3600.0)
    return folder / "springs.yaml"


def languages(run: Run, path: Path, article: str) -> dict[str, dict[str, object]]:
    [issue] = json.loads(run("status", str(path), "--json").out)
    found = next(a for a in issue["articles"] if a["address"] == f"springs/{article}")
    return {language["language"]: language for language in found["languages"]}


def test_what_is_there_in_each_language(run: Run, path: Path) -> None:
    water = languages(run, path, "water")
    assert water["zh-Hans"]["state"] == "original"
    assert (water["en"]["state"], water["en"]["missing"], water["en"]["accepted"]) == ("complete", 0, False)
    assert languages(run, path, "drivers")["en"]["state"] == "abridged"
    code, out, _ = run("status", str(path))
    assert code == 0
    assert "springs/drivers" in out
    assert "en abridged" in out


def test_what_is_missing_and_partial(run: Run, folder: Path) -> None:
    path = folder / "essays.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(", zh-Hans: 谈谈泉水。", "") + "          - {en: More words.}\n", encoding="utf-8")
    [issue] = json.loads(run("status", str(path), "--json").out)
    states = {x["language"]: (x["state"], x["missing"], x["texts"]) for x in issue["articles"][0]["languages"]}
    missing = ("missing", 2, 3)  # its title has the language
    assert states == {"en": ("original", 0, 3), "zh-Hant": ("partial", 1, 3), "zh-Hans": missing}
    assert run("status", str(path), "--strict").code == 1
    assert "zh-Hant partial: 1 of 3 missing" in run("status", str(path)).out


def test_a_translation_is_stale_when_its_source_was_changed(run: Run, path: Path) -> None:
    assert run("status", str(path), "--accept").code == 0
    text = path.read_text(encoding="utf-8")
    kept = re.sub(r" +translated:(?: \{en: .*|\n +en: \|\n(?: +[0-9a-f]{8}\n|\n)+)\n?(?= )", "", text)
    assert kept == SPRINGS.lstrip()
    assert languages(run, path, "water")["en"]["accepted"]
    assert run("status", str(path), "--strict").code == 0
    assert run("check", str(path)).code == 0

    path.write_text(text.replace("家家泉水。", "户户泉水。"), encoding="utf-8")
    assert languages(run, path, "water")["en"]["stale"] == ["springs/water#proverb"]
    assert run("status", str(path), "--strict").code == 1
    assert "complete, stale: 1 changed (proverb)" in run("status", str(path)).out
    path.write_text(text.replace("第二段讲起步。, ", ""), encoding="utf-8")
    assert languages(run, path, "drivers")["en"]["gone"] == 1
    assert "abridged, stale: 1 gone from the source" in run("status", str(path)).out

    assert run("status", str(path), "--accept", "--strict").code == 0
    once = path.read_bytes()
    assert run("status", str(path), "--accept").code == 0
    assert path.read_bytes() == once


def test_the_place_in_the_source_does_not_matter(run: Run, path: Path) -> None:
    run("status", str(path), "--accept")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("[第一段讲蓄势。, 第二段讲起步。,", "[第二段讲起步。, 第一段讲蓄势。,"), encoding="utf-8"
    )
    assert languages(run, path, "drivers")["en"]["stale"] == []


def test_files_that_cannot_be_opened_or_changed(run: Run, path: Path, broken: Path) -> None:
    code, out, err = run("status", str(broken), str(path))
    assert code == 1
    assert "springs/water" in out
    assert err.startswith(f"reader: {broken}:")
    assert run("status", "gone.yaml").code == 2
    assert run("status", "--accept").code == 2


def test_accepting_between_braces_and_over_an_old_block(run: Run, path: Path) -> None:
    path.write_text(
        "format: 1\nid: springs\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n  - id: s\n    title: S\n"
        "    articles:\n      - {id: a, title: A, body: [{zh-Hans: 泉, en: Spring}]}\n"
        "      - id: b\n        title: B\n        translated:\n          en: 00000000 # old\n        # the text\n"
        "        body:\n          - {zh-Hans: 泉, en: Spring}\n",
        encoding="utf-8",
    )
    assert run("status", str(path), "--accept").code == 0
    text = path.read_text(encoding="utf-8")
    assert "- {id: a, title: A, translated: {en: " in text
    assert "        # the text\n        body:\n" in text
    assert "00000000" not in text
    assert run("status", str(path), "--strict").code == 0


PARAGRAPHS = ["清晨的雾", "中午的光", "傍晚的雨", "夜里的风", "秋天的水"]


def accepted(run: Run, path: Path, text: str) -> str:
    path.write_text(text, encoding="utf-8")
    assert run("status", str(path), "--accept").code == 0
    return path.read_text(encoding="utf-8")


def article(paragraphs: list[str]) -> str:
    blocks = "".join(
        f"          - zh-Hans: |\n              {p}\n            en: |\n              E{n}\n"
        for n, p in enumerate(paragraphs)
    )
    return (
        "format: 1\nid: springs\nlanguages: [zh-Hans, en]\nmagazine: M\nlabel: L\nsections:\n  - id: s\n    title: S\n"
        "    articles:\n      - id: a\n        title: {zh-Hans: 题目, en: Title}\n"
        "        original: zh-Hans\n        body:\n" + blocks
    )


def standing(run: Run, path: Path) -> tuple[list[str], int]:
    en = languages(run, path, "a")["en"]
    return [str(address).partition("#")[2] for address in en["stale"]], int(str(en["gone"]))


@pytest.mark.parametrize(
    ("before", "after", "stale", "gone"),
    [
        ("清晨的雾", "清晨 的\n              雾", [], 0),
        ("清晨的雾", "清晨的霧", [], 0),
        ("清晨的雾", "*清晨*的雾", [], 0),
        ("清晨的雾", "清晨的大雾", ["p1"], 0),
        ("题目", "新题目", ["title"], 0),
        ("          - zh-Hans: |\n              中午的光\n            en: |\n              E1\n", "", [], 1),
    ],
)
def test_the_meaning_counts(run: Run, path: Path, before: str, after: str, stale: list[str], gone: int) -> None:
    text = accepted(run, path, article(PARAGRAPHS))
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    assert standing(run, path) == (stale, gone)


def test_a_layout_and_fixes_make_nothing_stale(run: Run, path: Path) -> None:
    accepted(run, path, article([*PARAGRAPHS, "水,很清。"]))
    run("check", str(path), "--fix")
    run("fmt", str(path))
    assert "水，很清" in path.read_text(encoding="utf-8")
    assert standing(run, path) == ([], 0)


def test_one_paragraph_is_accepted_and_the_others_stay_stale(run: Run, path: Path) -> None:
    text = accepted(run, path, article(PARAGRAPHS))
    path.write_text(text.replace("的雾", "的大雾").replace("的雨", "的大雨"), encoding="utf-8")
    assert standing(run, path) == (["p1", "p3"], 0)
    assert run("status", "springs/a#p3", "--accept").code == 0
    assert standing(run, path) == (["p1"], 0)
    assert run("status", "springs/a#p99", "--accept").code == 2
    assert run("status", "springs/b", "--accept").code == 2
    assert run("status", "springs/a", "--accept").code == 0
    assert standing(run, path) == ([], 0)


def test_the_old_form_on_one_line_is_read_and_rewritten(run: Run, path: Path) -> None:
    text = accepted(run, path, article(PARAGRAPHS))
    hashes = re.findall("^ +([0-9a-f]{8})$", text, re.MULTILINE)
    old = re.sub(
        r"translated:\n +en: \|\n(?: +[0-9a-f]{8}\n|\n)+", f"translated: {{en: {' '.join(hashes)}}} # old\n", text
    )
    path.write_text(old, encoding="utf-8")
    assert standing(run, path) == ([], 0)
    assert run("status", str(path), "--accept").code == 0
    assert path.read_text(encoding="utf-8") == text.replace("translated:\n", "translated: # old\n")
    path.write_text(old, encoding="utf-8")
    run("fmt", str(path))
    assert path.read_text(encoding="utf-8").count(hashes[0] + "\n") == 1


def git(path: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=n", "-c", "user.email=e", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(path.parent), *identity, *arguments], check=True, capture_output=True)


def old_and_new(run: Run, path: Path) -> list[tuple[object, object]]:
    places = languages(run, path, "a")["en"]["places"]
    return [(each["old"], each["new"]) for each in places]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_a_stale_text_is_shown_with_the_source_of_its_translation(run: Run, path: Path) -> None:
    text = accepted(run, path, article(PARAGRAPHS))
    path.write_text(text.replace("傍晚的雨", "傍晚的雪"), encoding="utf-8")
    assert old_and_new(run, path) == [(None, "傍晚的雪")]
    assert "\n    p3 + 傍晚的雪\n" in run("status", str(path)).out
    path.write_text(text, encoding="utf-8")
    git(path, "init", "-q")
    git(path, "add", path.name)
    git(path, "commit", "-qm", "one")
    for word in ("雪", "\x1b[2J雹"):
        path.write_text(text.replace("傍晚的雨", f"傍晚的{word}"), encoding="utf-8")
        git(path, "commit", "-qam", "another")
    path.write_text(text.replace("傍晚的雨", "傍晚的晴"), encoding="utf-8")
    assert old_and_new(run, path) == [("傍晚的雨", "傍晚的晴")]
    assert "    p3 - 傍晚的雨\n    p3 + 傍晚的晴\n" in run("status", str(path)).out
    path.write_text(text.replace("清晨的雾", "新的\n              雾").replace("秋天的水", "水"), encoding="utf-8")
    assert old_and_new(run, path) == [("清晨的雾", "新的雾"), ("秋天的水", "水")]


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_nothing_that_a_repository_names_is_run(run: Run, path: Path) -> None:
    text = accepted(run, path, article(PARAGRAPHS))
    git(path, "init", "-q")
    git(path, "add", path.name)
    git(path, "commit", "-qm", "one")
    trap = path.parent / "trap"
    for key in ("core.fsmonitor", "core.pager", "core.sshCommand", "gpg.program", "diff.external", "filter.x.smudge"):
        git(path, "config", key, f"touch {trap};")
    git(path, "config", "log.showSignature", "true")
    git(path, "config", "diff.x.textconv", f"touch {trap}; cat")
    (path.parent / ".gitattributes").write_text("* diff=x filter=x\n")
    path.write_text(text.replace("傍晚的雨", "傍晚的雪"), encoding="utf-8")
    assert old_and_new(run, path) == [("傍晚的雨", "傍晚的雪")]
    assert not trap.exists()


def test_what_is_left_has_its_line(run: Run, path: Path) -> None:
    text = accepted(run, path, article(PARAGRAPHS)).replace("傍晚的雨", "傍晚的雪")
    path.write_text(text, encoding="utf-8")
    line = text[: text.index("傍晚的雪")].count("\n")
    done = run("status", str(path), "--todo")
    assert done.out == f"{path}:{line}: springs/a#p3 en stale  傍晚的雪\n"
    assert done.err == "1 stale; 1 of 1 article in 1 file needs work\n"
    accepted(run, path, text)
    assert run("status", str(path), "--todo") == (0, "", "nothing left to translate: 1 article in 1 file\n")


def test_a_paragraph_left_out_on_purpose_is_no_change(run: Run, path: Path) -> None:
    text = accepted(run, path, article(PARAGRAPHS))
    path.write_text(text + '          - {zh-Hans: 只有中文, en: ""}\n', encoding="utf-8")
    assert standing(run, path) == ([], 0)
    assert run("status", str(path), "--strict").code == 0


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize(("one", "other"), [("的雾", "的光"), ("的光", "的雨"), ("的雾", "的水"), ("题目", "的雾")])
def test_versions_that_accept_different_texts_merge(run: Run, path: Path, tmp_path: Path, one: str, other: str) -> None:
    base = accepted(run, path, article(PARAGRAPHS))
    versions = [accepted(run, path, base.replace(change, change + "新")) for change in (one, other)]
    names = [tmp_path / name for name in ("one", "base", "other")]
    for name, text in zip(names, (versions[0], base, versions[1]), strict=True):
        name.write_text(text, encoding="utf-8")
    done = subprocess.run(["git", "merge-file", "-p", *map(str, names)], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout.decode()
    path.write_bytes(done.stdout)
    assert run("status", str(path), "--strict").code == 0


LONG = [f"{{zh-Hans: 河边的第{number}天, en: Day {number} by the river}}" for number in "一二三四五六七八九"]


def edited(entries: list[str], edit: str) -> list[str]:
    """Returns the entries after ``change N``, ``insert N`` or ``delete N``."""
    kind, place = edit.split()
    at = int(place)
    if kind == "change":
        return [*entries[:at], entries[at].replace("天", "夜"), *entries[at + 1 :]]
    if kind == "delete":
        return [*entries[:at], *entries[at + 1 :]]
    return [*entries[:at], f"{{zh-Hans: 新的一天{at}, en: A new day}}", *entries[at:]]


@pytest.mark.skipif(not shutil.which("git"), reason="needs git")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("change 1", "change 4"),
        ("insert 1", "change 5"),
        ("delete 1", "change 5"),
        ("insert 2", "delete 6"),
        ("insert 1", "insert 7"),
        ("delete 2", "delete 7"),
        ("insert 9", "delete 0"),
        ("change 3", "insert 5"),
        ("delete 4", "insert 7"),
    ],
)
def test_branches_that_accept_edits_and_insertions_and_deletions_merge(
    run: Run, path: Path, tmp_path: Path, one: str, other: str
) -> None:
    repository = tmp_path / "repository"
    repository.mkdir()
    file = repository / path.name

    def git(*words: str) -> subprocess.CompletedProcess[str]:
        settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
        command = ["git", *settings, *words]
        return subprocess.run(command, cwd=repository, capture_output=True, check=False, text=True)

    def committed(entries: list[str], base: str) -> str:
        start, hashes = base[: base.index("        body:\n")], ""
        text = start + "        body:\n" + "".join(f"          - {entry}\n" for entry in entries) + hashes
        file.write_text(accepted(run, path, text), encoding="utf-8")
        git("add", ".")
        assert git("commit", "-m", "x").returncode == 0
        return file.read_text(encoding="utf-8")

    git("init", "-b", "base")
    base = committed(LONG, article(LONG))
    for name, edit in (("one", one), ("other", other)):
        git("checkout", "-b", name, "base")
        committed(edited(LONG, edit), base)
    merged = git("merge", "one", "-m", "merged")
    assert merged.returncode == 0, merged.stdout + file.read_text(encoding="utf-8")
    assert run("status", str(file), "--strict").code == 0
    assert standing(run, file) == ([], 0)


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("title: {zh-Hans: 专题, en: Focus}", "title: {zh-Hans: 专题}", "section focus"),
        ("label: {zh-Hans: 8月刊, en: August issue}", "label: {en: August issue}", "label"),
        ("magazine: {zh-Hans: 泉城, en: City of Springs}", "magazine: {zh-Hans: 泉城}", "magazine"),
    ],
)
def test_status_and_check_agree_on_texts_outside_the_articles(
    run: Run, path: Path, old: str, new: str, part: str
) -> None:
    text = path.read_text(encoding="utf-8")
    assert run("status", str(path), "--strict").code == 0
    assert "L601" not in run("check", str(path)).out
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    code, out, err = run("status", str(path), "--strict")
    assert code == 1
    assert part in out
    assert err.startswith("1 missing; ")
    line = text[: text.index(old)].count("\n") + 1
    assert f"{path}:{line}: springs {part} " in run("status", str(path), "--todo").out
    assert f"{path}:{line}:" in run("check", str(path), "--strict").out
    [issue] = json.loads(run("status", str(path), "--json", "--todo").out)
    assert [(place["part"], place["line"], place["problem"]) for place in issue["places"]] == [(part, line, "missing")]
    assert run("status", "springs/water", "--strict").code == 0


@pytest.mark.parametrize("options", [(False, False), (False, True), (True, False), (True, True)])
def test_many_files_on_several_processes_are_told_as_by_one(folder: Path, options: tuple[bool, bool]) -> None:
    (folder / "bad.yaml").write_text("id: [", encoding="utf-8")
    files = [ChosenFile(str(path)) for path in sorted(folder.glob("*.yaml"))] * 3
    assert list(status_reports(files, *options, cores=2)) == list(status_reports(files, *options, cores=1))


def test_an_unforeseen_fault_costs_one_file(run: Run, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = work_module.load_source

    def load_source(source: SourceFile, **options: bool) -> object:
        return real(source, **options) if source.path.endswith("essays.yaml") else {}["x"]

    monkeypatch.setattr(work_module, "load_source", load_source)
    code, out, err = run("status")
    assert code == 1
    assert "essays/words" in out
    assert f"reader: {path}: F107 the program has an unforeseen fault at this file: KeyError" in err
    assert run("status", str(path), "--accept").code == 1


def test_progress_is_removed_before_each_line(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = [str(shutil.copy(folder / "essays.yaml", folder / f"e{number}.yaml")) for number in range(6)]
    drawn: list[tuple[int, int] | str] = []
    monkeypatch.setattr(Console, "progress", lambda *_: lambda done, total: drawn.append((done, total)))
    monkeypatch.setattr(Console, "end_progress", lambda _: drawn.append("removed"))
    for verb in (["status"], ["fmt", "--check"]):
        drawn.clear()
        run(*verb, *paths)
        assert [each for each in drawn if each != "removed"] == [(done, 6) for done in range(1, 7)]
        assert drawn[0] == drawn[-1] == "removed"
    drawn.clear()
    run("status", *paths[:4])
    assert drawn == ["removed"]
