"""The commands for a shelf without issues: each can be typed as it is shown."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from reader.folders import data_folder
from reader.library.files import bundled_issues
from reader.reading.first_steps import first_steps


@pytest.mark.parametrize("name", ["plain", "my issues", "it's $here", "-x", "泉"])
def test_the_path_of_a_new_issue_is_one_word_of_a_shell(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    folder.mkdir()
    write, draft, *_ = first_steps((bundled_issues(), str(folder)))
    assert shlex.split(write.command) == ["reader", "new", str(folder / "first-issue")]
    assert shlex.split(draft.command)[3:] == ["-o", str(folder / "draft.yaml")]


def test_a_folder_with_the_name_of_an_option_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("--library").mkdir()
    assert first_steps(("--library",))[0].command == "reader new ./--library/first-issue"


def test_a_library_of_bundled_issues_alone_names_the_folder_of_the_readers_own() -> None:
    written = shlex.split(first_steps((bundled_issues(),))[0].command)[-1]
    assert Path(os.path.expanduser(written)) == Path(data_folder(), "issues", "first-issue")


def test_a_single_file_names_its_folder_and_the_home_folder_is_short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/someone")
    assert first_steps(("/home/someone/mine/a.yaml",))[0].command == "reader new ~/mine/first-issue"
