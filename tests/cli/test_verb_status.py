from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import SPRINGS, Run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(folder: Path) -> Path:
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
    states = {x["language"]: (x["state"], x["missing"], x["passages"]) for x in issue["articles"][0]["languages"]}
    assert states == {"en": ("original", 0, 2), "zh-Hant": ("partial", 1, 2), "zh-Hans": ("missing", 2, 2)}
    assert run("status", str(path), "--strict").code == 1
    assert "zh-Hant partial: 1 of 2 missing" in run("status", str(path)).out


def test_a_translation_is_stale_when_its_source_was_changed(run: Run, path: Path) -> None:
    assert run("status", str(path), "--accept").code == 0
    text = path.read_text(encoding="utf-8")
    kept = [line for line in text.splitlines() if "translated: {en: " not in line]
    assert kept == SPRINGS.strip("\n").splitlines()
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
