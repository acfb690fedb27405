"""Updates of a library beside a screen: by a worker process, which ends with the program that started it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from reader.library import Library
from reader.library.background import BackgroundUpdate
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_cache")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for name in "abc":
        (made / f"{name}.yaml").write_text(small_issue(name), encoding="utf-8")
    return made


def test_what_is_new_is_read_and_then_nothing_more(folder: Path) -> None:
    library = Library([str(folder)])
    keeping = BackgroundUpdate(library)
    assert keeping.look()
    told = list(keeping.read())
    assert all(done <= total == 3 for done, total in told)
    assert keeping.notice == ""
    assert keeping.changes is not None
    library.reload(keeping.changes)
    assert library.unknown() == []
    assert not BackgroundUpdate(library).look()


def test_a_changed_and_a_deleted_file_are_seen_by_the_library_that_is_open(folder: Path) -> None:
    library = Library([str(folder)])
    library.update()
    assert [entry.name for entry in library] == ["a", "b", "c"]
    assert library.entry("b").issue
    (folder / "a.yaml").unlink()
    text = (folder / "b.yaml").read_text(encoding="utf-8")
    (folder / "b.yaml").write_text(text.replace("label:", "date: 2031-01-01\nlabel:", 1), encoding="utf-8")
    keeping = BackgroundUpdate(library)
    assert keeping.look()
    list(keeping.read())
    library.reload(keeping.changes)
    assert [entry.name for entry in library] == ["b", "c"]
    assert library.entry("b").issue.date == "2031-01-01"
    assert library.unknown() == []


def test_one_that_is_stopped_reads_no_more(folder: Path) -> None:
    keeping = BackgroundUpdate(Library([str(folder)]))
    keeping.look()
    keeping.stop()
    assert list(keeping.read()) == []


def test_one_that_is_stopped_while_it_reads_leaves_a_whole_catalogue(folder: Path) -> None:
    library = Library([str(folder)])
    keeping = BackgroundUpdate(library)
    keeping.look()
    for _ in keeping.read():
        keeping.stop()
    again = Library([str(folder)])
    assert again.update() is not None
    assert again.unknown() == []


def test_where_nothing_can_be_kept_it_says_so(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the place of the folder", encoding="utf-8")
    library = Library([str(folder)])
    keeping = BackgroundUpdate(library)
    if keeping.look():
        list(keeping.read())
    assert "the cache is not used" in keeping.notice
    assert library.entry("a").issue
