"""Recordings of articles in issue files: the forms of times and keys, and the checks of free bodies and of the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.model.recording import PassageStart, Recording, clock_text
from reader.source import load, load_text
from reader.source.writer import dump
from tests.source.test_rule_pages import whole

if TYPE_CHECKING:
    from pathlib import Path

BODY = "body:\n  - {paragraph: {zh-Hans: 泉水四季如常。, en: One temperature.}, id: mist}\n"
ALIGNED_BODY = BODY + "".join(f"  - {{zh-Hans: 第{n}段, en: Paragraph {n}}}\n" for n in (2, 3, 4))
FREE = "relation: adapted\nbody:\n  zh-Hans: [泉, 河]\n  en: [{paragraph: Springs, id: well}, Rivers]\n"


def text_of(audio: str, body: str = BODY) -> str:
    return whole("article", f"{body}audio: {audio}\n")


def recordings(text: str) -> tuple[Recording, ...]:
    loaded = load_text(text)
    assert loaded.issue
    return next(article for _, article in loaded.issue.articles()).audio


def codes(text: str) -> list[str]:
    return [each.code for each in load_text(text).diagnostics if each.code != "R415"]


@pytest.mark.parametrize(
    ("written", "milliseconds", "again"),
    [
        ("0", 0, "0:00"),
        ("65", 65_000, "1:05"),
        ("1:05.5", 65_500, "1:05.5"),
        ("1:01:01.007", 3_661_007, "61:01.007"),
        ("99999.999", 99_999_999, "1666:39.999"),
        ("99:59:59", 359_999_000, "5999:59"),
    ],
)
def test_a_time_is_read_in_each_form_and_written_in_one(written: str, milliseconds: int, again: str) -> None:
    text = text_of(f"{{file: a.mp3, starts: {{p1: {written}}}}}")
    assert recordings(text) == (Recording("a.mp3", "", (PassageStart("p1", milliseconds),)),)
    assert clock_text(milliseconds) == again
    issue = load_text(text).issue
    assert issue
    assert recordings(dump(issue)) == recordings(text)
    assert f"p1: {again}" in dump(issue).replace("'", "").replace('"', "")


@pytest.mark.parametrize("time", ["1:5", "0:60", "1:60:00", "-1", "1:00.0000", "1m5s", "１:00", "100000", "1:00:00:00"])
def test_other_times_are_refused(time: str) -> None:
    assert codes(text_of(f'{{file: a.mp3, starts: {{p1: "{time}"}}}}')) == ["S305"]


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        *((name, True) for name in ("a.mp3", "b.M4A", "文 件.ogg", "c.oga", "d.opus", "e.flac", "f.WAV")),
        *(
            (name, False)
            for name in ("a.aiff", "a", "../a.mp3", "a/b.mp3", ".mp3", ".a.mp3", "a\\\\b.mp3", "http://x/a")
        ),
    ],
)
def test_a_recording_is_a_file_beside_the_issue(name: str, is_one: bool) -> None:
    assert (codes(text_of(f'{{file: "{name}"}}')) == []) == is_one


def test_each_language_of_a_free_body_has_passages_of_its_own() -> None:
    assert codes(text_of("{en: {file: a.mp3, starts: {well: 0, en.p1: 1, en.p2: 2}}}", FREE)) == []
    assert codes(text_of("{en: {file: a.mp3, starts: {p1: 0, p2: 1}}}", FREE)) == ["R417", "R417"]
    assert codes(text_of("{zh-Hans: {file: a.mp3, starts: {p1: 0, well: 1, p3: 2}}}", FREE)) == ["R417", "R417"]
    assert codes(text_of("{file: a.mp3, starts: {p1: 0, well: 1, p2: 2, en.p2: 3}}", FREE)) == []
    assert codes(text_of("{en: {file: a.mp3, starts: {mist: 0, p1: 1}}}")) == []


def test_passages_are_not_reported_where_some_could_not_be_read() -> None:
    assert codes(text_of("{file: a.mp3, starts: {p2: 0}}", "body:\n  - {image: x}\n  - {zh-Hans: 泉, en: Well}\n")) == [
        "S304"
    ]


def test_a_recording_out_of_the_folder_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "springs.yaml"
    path.write_text(text_of("{zh-Hans: {file: a.mp3}, en: {file: b.mp3}}"), encoding="utf-8")
    (tmp_path / "springs").mkdir()
    (tmp_path / "elsewhere.mp3").touch()
    (tmp_path / "springs" / "a.mp3").symlink_to(tmp_path / "elsewhere.mp3")
    (tmp_path / "springs" / "b.mp3").touch()
    loaded = load(str(path))
    assert [each.code for each in loaded.diagnostics] == ["R416"]
    assert loaded.issue is None
