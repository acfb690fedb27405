"""Changed files of the library are read while the screen is open, and shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.ui.app.upkeep import LibraryKept, Progress
from reader.ui.lists.shelf_content import FEW_ISSUES
from tests.ui.hostile import small_issue
from tests.ui.screen import app_of, commit, opened, press, screen_text

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for number in range(FEW_ISSUES + 5):
        (made / f"issue-{number:02}.yaml").write_text(small_issue(f"issue-{number:02}"), encoding="utf-8")
    return made


async def test_an_unknown_library_is_read_and_shown(folder: Path) -> None:
    library = Library([str(folder)])
    async with opened(library, "", (100, 30)) as pilot:
        assert app_of(pilot).upkeep.progress is None
        assert library.unknown() == []
        assert not any("is being read" in row for row in screen_text(pilot))
        await press(pilot, "G")
        assert pilot.app.screen.issues.value.name == f"issue-{FEW_ISSUES + 4:02}"


async def test_changed_files_are_shown_as_they_are_now(folder: Path) -> None:
    Library([str(folder)]).update()
    text = small_issue("issue-00").replace("label:", "title: Quite another title\nlabel:", 1)
    (folder / "issue-00.yaml").write_text(text, encoding="utf-8")
    (folder / "issue-01.yaml").unlink()
    async with opened(Library([str(folder)]), "", (100, 60)) as pilot:
        assert any("Quite another title" in row for row in screen_text(pilot))
        assert len(pilot.app.screen.issues.entries) == FEW_ISSUES + 4


async def test_an_issue_that_is_being_read_says_so_and_no_file_is_read_for_the_list(folder: Path) -> None:
    from reader.ui.lists.shelf import Shelved, shelf_entries
    from reader.ui.strings import strings_in

    library = Library([str(folder)])
    shown = shelf_entries(library.entries, None, Shelved(True, {}, lambda _entry: False), strings_in("en"))
    assert "is being read" in "".join(text for text, _ in shown[0].paragraphs[0])
    assert shown[0].value is not None
    assert shown[0].value.is_unread


async def test_a_search_is_repeated_once_all_files_are_read(folder: Path) -> None:
    async with opened(Library([str(folder)]), "", (100, 30)) as pilot:
        app = app_of(pilot)
        app.upkeep.progress = Progress(1, 2)  # as if the files were still being read
        await press(pilot, "s")
        await commit(pilot, "issue:issue-03")
        assert any("reading issues 1/2" in row for row in screen_text(pilot))
        assert pilot.app.screen._is_in_part
        app.post_message(LibraryKept())
        await press(pilot, "f1", "escape")
        assert app.upkeep.progress is None
        assert not any("reading issues" in row for row in screen_text(pilot))
        assert not pilot.app.screen._is_in_part
        assert pilot.app.screen.hits.value.issue.id == "issue-03"
