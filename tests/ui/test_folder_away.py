"""A folder of the library goes away under the screen: it is said, what was read stays, and all is taken up again."""

from __future__ import annotations

import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest
from textual.worker import WorkerFailed

from reader import log
from reader.errors import UnusableError
from reader.library import Library
from reader.library.entry import LibraryEntry
from reader.ui.app.upkeep import LibraryChanged
from reader.ui.screens.reading import ReadingScreen
from reader.ui.screens.search import SearchScreen
from reader.ui.screens.shelf import ShelfScreen
from tests.ui.hostile import small_issue
from tests.ui.screen import app_of, commit, opened, press, screen_text, settled

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.pilot import Pilot

SIZE = (140, 30)
AWAY = {"en": "The folder library cannot be read now; what was read before is shown", "zh": "现在读不到文件夹 library"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    for name in "abc":
        (made / f"{name}.yaml").write_text(small_issue(name, articles=2), "utf-8")
    return made


async def looked(pilot: Pilot[None]) -> None:
    """Has the library looked at as the watcher does."""
    app_of(pilot).post_message(LibraryChanged())
    await settled(pilot)


async def lose(pilot: Pilot[None], folder: Path, change: Callable[[Path], object] | None = None) -> None:
    folder.rename(folder.with_name("away"))
    if change:
        change(folder)
    await looked(pilot)


async def bring_back(pilot: Pilot[None], folder: Path) -> None:
    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)
    folder.with_name("away").rename(folder)
    await looked(pilot)


def is_said(pilot: Pilot[None], language: str = "en") -> bool:
    return AWAY[language] in screen_text(pilot)[-1]


PLACES: dict[str, Callable[[Path], object] | None] = {
    "nothing": None,
    "a file": lambda folder: folder.write_text("x", "utf-8"),
    "a loop": lambda folder: folder.symlink_to(folder.name),
    "a dangling link": lambda folder: folder.symlink_to("nowhere"),
}


@pytest.mark.parametrize("change", PLACES)
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_on_the_shelf(folder: Path, change: str, language: str) -> None:
    async with opened(Library([str(folder)]), "", SIZE, language) as pilot:
        await press(pilot, "j")
        before = screen_text(pilot)[:-1]
        await lose(pilot, folder, PLACES[change])
        assert is_said(pilot, language)
        assert screen_text(pilot)[:-1] == before
        await press(pilot, "j", "enter", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert any("Spring water wells up" in row for row in screen_text(pilot))
        assert is_said(pilot, language)
        await press(pilot, "escape", "?", "escape")
        await bring_back(pilot, folder)
        assert isinstance(pilot.app.screen, ShelfScreen)
        assert not is_said(pilot, language)
        (folder / "d.yaml").write_text(small_issue("d"), "utf-8")
        (folder / "a.yaml").unlink()
        await looked(pilot)
        assert not any("Magazine a" in row for row in screen_text(pilot))
        assert any("Magazine d" in row for row in screen_text(pilot))


@pytest.mark.parametrize("language", ["en", "zh"])
async def test_in_an_article(folder: Path, language: str) -> None:
    async with opened(Library([str(folder)]), "b/article-0", SIZE, language) as pilot:
        before = screen_text(pilot)[:-1]
        await lose(pilot, folder)
        pilot.app.screen.context.file.look()
        await settled(pilot)
        assert is_said(pilot, language)
        assert screen_text(pilot)[:-1] == before
        await press(pilot, "G", "?", "escape", "g")
        assert is_said(pilot, language)
        text = small_issue("b", articles=2).replace("Spring water wells up", "The well is deep")
        (folder.with_name("away") / "b.yaml").write_text(text, "utf-8")
        await bring_back(pilot, folder)
        pilot.app.screen.context.file.look()
        await settled(pilot)
        assert not is_said(pilot, language)
        assert any("The well is deep" in row for row in screen_text(pilot))
        assert "earlier version" not in screen_text(pilot)[-1]


async def test_in_a_search(folder: Path) -> None:
    async with opened(Library([str(folder)]), "", SIZE) as pilot:
        await press(pilot, "s")
        await commit(pilot, "spring water")
        assert len(pilot.app.screen.hits.entries) > 5
        before = screen_text(pilot)[:-1]
        await lose(pilot, folder)
        assert isinstance(pilot.app.screen, SearchScreen)
        assert is_said(pilot)
        assert screen_text(pilot)[:-1] == before
        await press(pilot, *["backspace"] * 5)
        await commit(pilot, "wells")
        assert len(pilot.app.screen.hits.entries) > 5
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
        assert is_said(pilot)
        await press(pilot, "n", "escape")
        await bring_back(pilot, folder)
        assert not is_said(pilot)
        assert len(pilot.app.screen.hits.entries) > 5


async def test_a_preview_keeps_its_page(folder: Path) -> None:
    path = folder / "a.yaml"
    async with opened(Library([str(path)]), "a/article-0", SIZE, preview=True) as pilot:
        await lose(pilot, folder)
        pilot.app.screen.context.file.look()
        await settled(pilot)
        assert any("Spring water wells up" in row for row in screen_text(pilot))
        assert any("F101" in row for row in screen_text(pilot))
        await bring_back(pilot, folder)
        pilot.app.screen.context.file.look()
        await settled(pilot)
        assert any("Spring water wells up" in row for row in screen_text(pilot))
        assert not any("F101" in row for row in screen_text(pilot))


async def test_a_neighbour_that_comes_and_goes_costs_its_own_line(folder: Path) -> None:
    from tests.hostile.neighbours import MAKERS, SILENT, make_all

    async with opened(Library([str(folder)]), "", (140, 200)) as pilot:
        make_all(folder)
        await looked(pilot)
        bad = len(MAKERS) - len(SILENT)
        assert len(pilot.app.screen.issues.entries) == 3 + bad
        assert sum("cannot be opened" in row for row in screen_text(pilot)) >= bad - 1  # a name fills its line
        for name in "abc":
            assert any(f"Magazine {name}" in row for row in screen_text(pilot))
        await press(pilot, *"j" * (bad + 4), "g", "s")
        await commit(pilot, "spring water")
        assert len(pilot.app.screen.hits.entries) > 5
        await press(pilot, "escape")
        for name in MAKERS:
            path = folder / name
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        await looked(pilot)
        assert len(pilot.app.screen.issues.entries) == 3


async def test_an_issue_that_is_broken_before_it_is_opened_is_told(folder: Path) -> None:
    async with opened(Library([str(folder)]), "", SIZE) as pilot:
        await press(pilot, "g", "enter")
        (folder / "a.yaml").write_text("half", "utf-8")
        for entry in app_of(pilot).library:
            entry.forget()
        Library([str(folder)]).update(alone=True)  # as another program does
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, ShelfScreen)
        assert "a.yaml" in screen_text(pilot)[-1]
        assert not pilot.app._exit


# -- faults beside the screen, and of the disk -------------------------------------------------------------


def fail() -> None:
    raise ZeroDivisionError("[red]\x1b[2Jfault")


async def fail_beside() -> None:
    fail()


WORKS = {"in a thread": (fail, True), "in a task": (fail_beside, False)}


@pytest.mark.parametrize("work", WORKS)
@pytest.mark.parametrize("language", ["en", "zh"])
async def test_a_worker_that_fails_ends_nothing_and_is_told(folder: Path, work: str, language: str) -> None:
    function, is_thread = WORKS[work]
    async with opened(Library([str(folder)]), "a/article-0", SIZE, language) as pilot:
        worker = pilot.app.run_worker(function, thread=is_thread)
        with pytest.raises(Exception, match="ZeroDivisionError"):
            await worker.wait()
        await settled(pilot)
        assert not pilot.app._exit
        assert "ZeroDivisionError: [red]" in screen_text(pilot)[-1]
        assert {"en": "failed beside the screen", "zh": "后台出错"}[language] in screen_text(pilot)[-1]
        with open(log.default_path(), encoding="utf-8") as file:
            assert "ZeroDivisionError" in file.read()
        await press(pilot, "S")
        assert isinstance(pilot.app.screen, ShelfScreen)


@pytest.mark.parametrize("place", ["look", "read", "again"])
async def test_a_look_at_the_library_that_fails_is_followed_by_another(
    folder: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    from reader.library.background import BackgroundUpdate

    owner, name = (Library, "again") if place == "again" else (BackgroundUpdate, place)
    async with opened(Library([str(folder)]), "", SIZE) as pilot:
        (folder / "d.yaml").write_text(small_issue("d"), "utf-8")
        with monkeypatch.context() as broken:
            looks: list[str] = []
            broken.setattr(owner, name, lambda *_given: looks.append(name) or fail())
            app_of(pilot).post_message(LibraryChanged())
            with suppress(WorkerFailed):  # unless it has failed before it is waited for
                await settled(pilot)
            await settled(pilot)
            assert looks
        assert app_of(pilot).upkeep.progress is None
        await looked(pilot)
        assert any("Magazine d" in row for row in screen_text(pilot))


async def test_a_fault_of_the_disk_on_the_event_loop_costs_one_message(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_entry: LibraryEntry) -> None:
        raise UnusableError("a.yaml: it went away [red]\x1b[2J")

    async with opened(Library([str(folder)]), "", SIZE) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(LibraryEntry, "issue", property(refuse))
            await press(pilot, "j")
            assert "it went away [red]" in screen_text(pilot)[-1]
            await press(pilot, "enter", "k", "s", "escape")
            await looked(pilot)
        assert not pilot.app._exit
        await press(pilot, "j", "k", "enter", "enter")
        assert isinstance(pilot.app.screen, ReadingScreen)
