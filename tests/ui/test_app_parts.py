"""The parts of the app, each without an app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from reader.library import Library
from reader.marks.mark import NOTE, Mark, edited, new_mark
from reader.ui.app.autosave import Autosave, NotSaved
from reader.ui.app.bursts import typing_into
from reader.ui.app.upkeep import LibraryKept, LibraryRead, Upkeep
from tests.ui.hostile import small_issue

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from textual.message import Message


class FakeApp:
    """An app whose workers run at once and whose timers are fired by hand."""

    def __init__(self) -> None:
        self.is_running = True
        self.timers: list[Callable[[], None]] = []
        self.posted: list[Message] = []

    def set_timer(self, _seconds: float, callback: Callable[[], None]) -> object:
        self.timers.append(callback)
        return object()

    def run_worker(self, work: Callable[[], None], **_options: object) -> None:
        work()

    def post_message(self, message: Message) -> None:
        self.posted.append(message)


class FakeMemory:
    """Marks in a list; nothing can be written if it is full."""

    def __init__(self, is_full: bool = False) -> None:
        self.is_full = is_full
        self.kept: list[Mark] = []
        self.known: dict[str, frozenset[str]] = {}

    def keep(self, *marks: Mark) -> bool:
        if not self.is_full:
            self.kept += marks
        return not self.is_full

    def seen(self, folder: str) -> frozenset[str]:
        return self.known.get(folder, frozenset())

    def see(self, folder: str, names: list[str]) -> None:
        self.known[folder] = self.seen(folder) | {*names}


def autosave(app: Any, memory: Any, *unsaved: Mark) -> Autosave:
    return Autosave(app, lambda: memory, lambda: unsaved)


def upkeep(app: Any, library: Library, memory: Any) -> Upkeep:
    return Upkeep(app, library, lambda: memory)


def note(text: str) -> Mark:
    return edited(new_mark(NOTE, "issue", "article", ()), note=text)


# -- autosave ---------------------------------------------------------------------------------------------------


def test_marks_are_written_once_for_all_wishes_of_a_while() -> None:
    app, memory, mark = FakeApp(), FakeMemory(), note("a")
    saving = autosave(app, memory, mark)
    saving.soon()
    saving.soon()
    assert (len(app.timers), memory.kept) == (1, [])
    app.timers[0]()
    assert memory.kept == [mark]
    saving.soon()
    assert len(app.timers) == 2


def test_at_the_end_marks_are_written_at_once_and_without_a_timer() -> None:
    app, memory, mark = FakeApp(), FakeMemory(), note("a")
    app.is_running = False
    saving = autosave(app, memory, mark)
    saving.soon()
    assert app.timers == []
    saving.now()
    assert memory.kept == [mark]


def test_the_app_hears_of_marks_that_cannot_be_written() -> None:
    app = FakeApp()
    autosave(app, FakeMemory(is_full=True), note("a")).begin()
    assert [type(message) for message in app.posted] == [NotSaved]
    nothing = FakeApp()
    autosave(nothing, FakeMemory(is_full=True)).begin()
    assert nothing.posted == []


def test_what_could_not_be_written_is_written_once_there_is_room() -> None:
    app, memory, first, second = FakeApp(), FakeMemory(is_full=True), note("a"), note("b")
    screens = [first]
    saving = Autosave(app, lambda: memory, lambda: [screens.pop()] if screens else [])
    saving.begin()
    saving.now()
    assert (memory.kept, saving.has_unsaved) == ([], True)
    memory.is_full = False
    screens.append(second)
    saving.begin()
    assert memory.kept == [first, second]
    assert not saving.has_unsaved
    saving.now()
    assert memory.kept == [first, second]


def test_a_mark_that_changes_while_it_is_written_is_written_again() -> None:
    app, memory, mark = FakeApp(), FakeMemory(), note("a")
    later = edited(mark, note="b")
    screens = [mark]
    saving = Autosave(app, lambda: memory, lambda: screens)

    def write_while_typed(*marks: Mark) -> bool:
        memory.kept += marks
        if screens == [mark]:
            screens[:] = [later]
            saving.begin()  # a write is under way: it begins again later
        return True

    memory.keep = write_while_typed
    saving.begin()
    assert (memory.kept, saving.has_unsaved, len(app.timers)) == ([mark], True, 1)
    app.timers[0]()
    assert memory.kept == [mark, later]
    assert not saving.has_unsaved


# -- upkeep -----------------------------------------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library"
    made.mkdir()
    (made / "one.yaml").write_text(small_issue("one"), encoding="utf-8")
    return made


def test_changed_files_are_read_and_the_app_hears_of_it(folder: Path) -> None:
    app = FakeApp()
    keeping = upkeep(app, Library([str(folder)]), FakeMemory())
    keeping.start()
    assert isinstance(app.posted[-1], LibraryKept)
    assert all(isinstance(message, LibraryRead) for message in app.posted[:-1])
    assert keeping.progress is not None
    assert keeping.finish() == (True, "")
    assert keeping.progress is None


def test_upkeep_looks_again_only_when_it_is_done(folder: Path) -> None:
    app = FakeApp()
    keeping = upkeep(app, Library([str(folder)]), FakeMemory())
    keeping.again()
    assert app.posted == []
    keeping.start()
    keeping.finish()
    keeping.again()
    assert sum(isinstance(message, LibraryKept) for message in app.posted) == 2
    assert keeping.finish() == (False, "")


def test_an_issue_is_new_if_its_folder_was_seen_without_it(folder: Path) -> None:
    memory = FakeMemory()
    first = upkeep(FakeApp(), Library([str(folder)]), memory)
    first.start()
    assert not first.has_new
    (folder / "two.yaml").write_text(small_issue("two"), encoding="utf-8")
    library = Library([str(folder)])
    second = upkeep(FakeApp(), library, memory)
    second.start()
    assert second.has_new
    assert [entry.name for entry in library.entries if second.is_new(entry)] == ["two"]


# -- bursts -----------------------------------------------------------------------------------------------------


def test_only_a_box_is_typed_into() -> None:
    from textual.widget import Widget
    from textual.widgets import Input

    assert typing_into(Input()) is not None
    assert typing_into(Widget()) is None
    assert typing_into(None) is None
