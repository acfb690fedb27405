"""A folder of a library goes away, comes back, or is another one then: what was read of it stays until it is back."""

from __future__ import annotations

import os
from random import Random
from threading import Event
from typing import TYPE_CHECKING

import pytest

from reader.library import Library, resolve
from reader.library import watching as watching_module
from reader.library.background import BackgroundUpdate, UpdateRequest, update_library
from reader.library.folder import listed, unread
from reader.library.searching import search
from reader.library.watching import FileWatcher, LibraryWatcher, fingerprint
from reader.model.record import replace
from reader.search import parse_query
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("own_cache")

WAIT_SECONDS = 300


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for name in "abc":
        (made / f"{name}.yaml").write_text(small_issue(name), "utf-8")
    return made


@pytest.fixture
def library(folder: Path) -> Library:
    made = Library([str(folder)])
    made.update(alone=True)
    assert [entry.name for entry in made] == ["a", "b", "c"]
    return made


def moved(folder: Path) -> None:
    folder.rename(folder.with_name("away"))


def a_file(folder: Path) -> None:
    moved(folder)
    folder.write_text("no folder", "utf-8")


def a_dangling_link(folder: Path) -> None:
    moved(folder)
    folder.symlink_to("nowhere")


def a_loop(folder: Path) -> None:
    moved(folder)
    folder.symlink_to(folder.name)


def a_pipe(folder: Path) -> None:
    moved(folder)
    os.mkfifo(folder)


def locked(folder: Path) -> None:
    folder.chmod(0)


def listed_only(folder: Path) -> None:
    folder.chmod(0o400)


def back(folder: Path) -> None:
    away = folder.with_name("away")
    if away.exists():
        if os.path.lexists(folder):
            folder.unlink()
        away.rename(folder)
    folder.chmod(0o700)


AWAY = (moved, a_file, a_dangling_link, a_loop, a_pipe, locked, listed_only)


def looked_at(library: Library) -> BackgroundUpdate:
    """Looks for changes as the screen does, and gives them to the library."""
    keeping = BackgroundUpdate(library)
    if keeping.look():
        list(keeping.read())
    if keeping.folders is not None:
        library.take(keeping.folders)
    if keeping.changes:
        library.reload(keeping.changes)
    return keeping


def skip_for_the_superuser(change: object) -> None:
    if change in (locked, listed_only) and os.geteuid() == 0:
        pytest.skip("the superuser may read everything")


@pytest.mark.parametrize("change", AWAY, ids=lambda change: change.__name__)
@pytest.mark.parametrize("is_listed_before", [True, False], ids=["listed", "not listed"])
def test_all_is_kept_while_it_cannot_be_read_and_nothing_is_read_anew_when_it_is_back(
    folder: Path, library: Library, change: Callable[[Path], None], is_listed_before: bool
) -> None:
    skip_for_the_superuser(change)
    if not is_listed_before:
        library = Library([str(folder)])
    change(folder)
    keeping = looked_at(library)
    assert not keeping.changes
    assert len(library.faults) == 1
    assert str(folder) in library.faults[0]
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
    assert resolve(library, "b/article-0#p1").passage
    assert library.unknown() == library.broken() == []
    assert len(search(library, parse_query("泉水")).hits) == 3
    back(folder)
    keeping = looked_at(library)
    assert not keeping.changes
    assert library.faults == ()
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
    assert all(entry.loaded.issue for entry in library)


def test_before_it_is_noticed_the_files_are_not_taken_for_broken(folder: Path, library: Library) -> None:
    moved(folder)
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
    assert not any(entry.loaded.issue for entry in library)
    back(folder)
    assert all(entry.loaded.issue for entry in library)


def test_a_folder_that_was_never_read_has_no_issues_until_it_is_there(folder: Path) -> None:
    library = Library([str(folder)])
    moved(folder)
    looked_at(library)
    assert list(library) == []
    back(folder)
    looked_at(library)
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]


def test_the_other_folders_are_followed_meanwhile(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "d.yaml").write_text(small_issue("d"), "utf-8")
    library = Library([str(folder), str(other)])
    library.update(alone=True)
    moved(folder)
    (other / "d.yaml").unlink()
    (other / "e.yaml").write_text(small_issue("e"), "utf-8")
    looked_at(library)
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c", "e"]


def test_another_folder_in_its_place_is_read(folder: Path, library: Library) -> None:
    moved(folder)
    folder.mkdir()
    (folder / "b.yaml").write_text(small_issue("b", articles=2), "utf-8")
    (folder / "x.yaml").write_text(small_issue("x"), "utf-8")
    looked_at(library)
    assert [issue.id for _, issue in library.issues()] == ["b", "x"]
    assert len(list(library.entry("b").issue.articles())) == 2


def test_a_link_that_leads_to_another_folder_is_followed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "x.yaml").write_text(small_issue("x"), "utf-8")
    link = tmp_path / "link"
    link.symlink_to(folder)
    library = Library([str(link)])
    library.update(alone=True)
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
    link.unlink()
    link.symlink_to(other)
    looked_at(library)
    assert [issue.id for _, issue in library.issues()] == ["x"]
    assert library.unknown() == []
    link.unlink()
    link.symlink_to(folder)
    assert not looked_at(library).changes
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]


def test_an_empty_folder_on_another_file_system_is_the_place_of_a_missing_one(folder: Path) -> None:
    before = listed(str(folder), unread(str(folder)))
    for path in folder.iterdir():
        path.unlink()
    assert listed(str(folder), before).paths == ()
    unmounted = listed(str(folder), replace(before, device=before.device + 1))
    assert unmounted.paths == before.paths
    assert "nothing is mounted there" in unmounted.fault


class Shaken:
    """A folder that is moved away and back between the calls to the file system that name it, by a seed."""

    def __init__(self, folder: Path, seed: int, share: float) -> None:
        self._folder, self._share, self._random = folder, share, Random(seed)

    def __call__(self, function: Callable[..., object]) -> Callable[..., object]:
        def call(path: object, *rest: object, **named: object) -> object:
            if isinstance(path, str) and path.startswith(str(self._folder)) and self._random.random() < self._share:
                (moved if self._folder.exists() else back)(self._folder)
            return function(path, *rest, **named)

        return call


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5])
@pytest.mark.parametrize("seed", range(12))
def test_a_folder_that_goes_away_at_any_moment_loses_nothing(
    folder: Path, library: Library, seed: int, share: float
) -> None:
    for _ in range(2):
        with pytest.MonkeyPatch.context() as patch:
            for name in ("access", "listdir", "lstat", "open", "scandir", "stat"):
                patch.setattr(os, name, Shaken(folder, seed, share)(getattr(os, name)))
            keeping = BackgroundUpdate(library)
            if keeping.look():
                sources, folders = keeping.library.sources, dict(keeping.library.folders)
                update_library(UpdateRequest(sources, library.catalogue_path, folders), lambda report: None)
            assert keeping.folders
            library.take(keeping.folders)
            if keeping.changes:
                library.reload(keeping.changes)
            assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
            assert resolve(library, "b/article-0").article
            assert len(search(library, parse_query("泉水")).hits) == 3
    back(folder)
    assert not looked_at(library).notice
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
    assert all(entry.loaded.issue for entry in library)
    assert library.faults == ()
    assert library.unknown() == library.broken() == []


def test_a_file_that_is_gone_is_shown_until_the_next_look(folder: Path, library: Library) -> None:
    (folder / "b.yaml").unlink()
    library.entry_at(str(folder / "b.yaml")).forget()
    assert [issue.id for _, issue in library.issues()] == ["a", "b", "c"]
    looked_at(library)
    assert [issue.id for _, issue in library.issues()] == ["a", "c"]


# -- watching ------------------------------------------------------------------------------------------


@pytest.fixture
def _often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching_module, "LOOK_SECONDS", 0.02)


@pytest.mark.parametrize("change", AWAY, ids=lambda change: change.__name__)
def test_a_library_is_not_as_it_was_while_it_is_away_and_is_again_once_it_is_back(
    folder: Path, change: Callable[[Path], None]
) -> None:
    skip_for_the_superuser(change)
    before = fingerprint([str(folder)])
    change(folder)
    assert fingerprint([str(folder)]) != before
    back(folder)
    assert fingerprint([str(folder)]) == before


@pytest.mark.parametrize("name", ["a.yaml", "new.yaml"])
def test_a_library_is_not_as_it_was_once_a_file_has_changed(folder: Path, name: str) -> None:
    before = fingerprint([str(folder)])
    (folder / "notes.txt").write_text("x", "utf-8")
    assert fingerprint([str(folder)]) == before
    (folder / name).write_text("half-written", "utf-8")
    assert fingerprint([str(folder)]) != before


def test_of_a_large_folder_only_the_folder_is_looked_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching_module, "MAX_LOOKED_AT", 2)
    before = fingerprint([str(folder)])
    (folder / "a.yaml").write_text("half-written", "utf-8")
    assert fingerprint([str(folder)]) == before
    (folder / "new.yaml").write_text("", "utf-8")
    assert fingerprint([str(folder)]) != before


@pytest.mark.usefixtures("_often")
def test_the_watcher_reports_until_the_library_was_looked_at(folder: Path) -> None:
    calls: list[int] = []
    twice = Event()

    def changed() -> None:
        calls.append(1)
        if len(calls) == 2:
            twice.set()

    watcher = LibraryWatcher([str(folder)], changed)
    watcher.look()
    watcher.start()
    try:
        moved(folder)
        assert twice.wait(WAIT_SECONDS)
        watcher.look()
    finally:
        watcher.stop()


@pytest.mark.usefixtures("_often")
def test_a_fault_of_what_is_called_does_not_end_the_watching(folder: Path) -> None:
    again = Event()
    calls: list[int] = []

    def changed() -> None:
        calls.append(1)
        if len(calls) > 1:
            again.set()
        raise ZeroDivisionError

    watcher = LibraryWatcher([str(folder)], changed)
    watcher.look()
    watcher.start()
    try:
        moved(folder)
        assert again.wait(WAIT_SECONDS)
    finally:
        watcher.stop()


@pytest.mark.usefixtures("_often")
@pytest.mark.parametrize("is_replaced", [True, False], ids=["replaced", "the same"])
def test_a_file_is_followed_through_the_loss_of_its_folder(folder: Path, is_replaced: bool) -> None:
    path = folder / "a.yaml"
    found: list[str] = []
    heard = Event()

    def changed() -> None:
        found.append(path.read_text("utf-8") if path.exists() else "gone")
        heard.set()

    def wait_for(content: str) -> None:
        for _ in range(200):
            if content in found:
                return
            heard.wait(WAIT_SECONDS / 200)
            heard.clear()
        raise AssertionError((content, found))

    watcher = FileWatcher(str(path), changed)
    watcher.start()
    try:
        moved(folder)
        wait_for("gone")
        if is_replaced:
            folder.mkdir()
            path.write_text("another", "utf-8")
            wait_for("another")
        else:
            back(folder)
            wait_for(small_issue("a"))
        path.write_text("edited", "utf-8")
        wait_for("edited")
    finally:
        watcher.stop()
