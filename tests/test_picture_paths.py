"""A picture is opened in the issue's own folder, whatever is put in its place between the check and the opening."""

from __future__ import annotations

import os
import time
from threading import Event, Thread
from typing import TYPE_CHECKING

import pytest

from reader import picture_paths, regular_files
from reader.errors import UnusableError
from reader.picture_paths import CAN_WALK, open_picture_file
from tests.descriptors import open_paths

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

INSIDE, OUTSIDE = b"inside", b"outside"
ROUNDS = 2000
WAIT_SECONDS = 300.0

pytestmark = pytest.mark.skipif(not CAN_WALK, reason="files cannot be opened from an open folder here")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "library" / "issue"
    made.mkdir(parents=True)
    (made / "a.png").write_bytes(INSIDE)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "a.png").write_bytes(OUTSIDE)
    return made


def content(folder: Path, name: str = "a.png") -> bytes:
    with open(open_picture_file(str(folder), name), "rb") as file:
        return file.read()


def after_first(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, change: Callable[[], object]) -> None:
    """Changes the disk once a function of the system has been called for the first time."""
    function = getattr(owner, name)

    def call_and_change(*given: object, **options: object) -> object:
        found = function(*given, **options)
        monkeypatch.setattr(owner, name, function)
        change()
        return found

    monkeypatch.setattr(owner, name, call_and_change)


def replace_picture(folder: Path) -> None:
    (folder / "a.png").unlink()
    (folder / "a.png").symlink_to(folder.parent.parent / "elsewhere" / "a.png")


def replace_folder(folder: Path) -> None:
    folder.rename(folder.parent / "away")
    folder.symlink_to(folder.parent.parent / "elsewhere")


def replace_by_pipe(folder: Path) -> None:
    (folder / "a.png").unlink()
    os.mkfifo(folder / "a.png")


@pytest.mark.parametrize("change", [replace_picture, replace_folder, replace_by_pipe], ids=lambda c: c.__name__)
@pytest.mark.parametrize("moment", ["resolved", "opened", "looked"])
def test_nothing_else_is_opened_at_any_moment(
    folder: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None], moment: str
) -> None:
    owner, name = {
        "resolved": (picture_paths.os.path, "relpath"),  # the last step of the check
        "opened": (picture_paths.os, "open"),
        "looked": (regular_files.os, "stat"),
    }[moment]
    after_first(monkeypatch, owner, name, lambda: change(folder))
    try:
        found = content(folder)
    except (OSError, UnusableError):
        return
    assert found == INSIDE  # an open folder may have been moved away meanwhile
    assert change is replace_folder


def test_a_picture_that_is_replaced_all_the_time_is_never_the_one_outside(folder: Path) -> None:
    ended = Event()

    def swap() -> None:
        target, beside = folder / "a.png", folder / "b.tmp"
        while not ended.is_set():
            beside.symlink_to(folder.parent.parent / "elsewhere" / "a.png")
            beside.replace(target)
            beside.write_bytes(INSIDE)
            beside.replace(target)

    swapping = Thread(target=swap)
    swapping.start()
    try:
        shown, rounds, end = set(), 0, time.monotonic() + WAIT_SECONDS
        while rounds < ROUNDS or INSIDE not in shown:  # a busy machine may leave the link there for long
            rounds += 1
            assert time.monotonic() < end
            try:
                shown.add(content(folder))
            except (OSError, UnusableError):
                shown.add(b"")
    finally:
        ended.set()
        swapping.join()
    assert OUTSIDE not in shown


def test_links_within_the_folder_and_a_folder_deep_beside_the_issue_are_followed(folder: Path) -> None:
    (folder / "link.png").symlink_to("a.png")
    assert content(folder, "link.png") == INSIDE
    deep = folder.parent / "pictures" / "of" / "issue"
    deep.parent.mkdir(parents=True)
    folder.rename(deep)
    folder.symlink_to("pictures/of/issue")
    assert content(folder) == INSIDE
    assert content(folder, "link.png") == INSIDE


def test_no_descriptor_is_left_open(folder: Path) -> None:
    def left() -> list[Path]:
        return [path for path in open_paths() if path.is_relative_to(folder.parent)]

    with open(folder / "a.png", "rb"):
        if not left():
            pytest.skip("the system does not tell which files are open")
    for name in ("a.png", "none.png", "../a.png", "a\0.png"):
        try:
            content(folder, name)
        except (OSError, ValueError, UnusableError):
            continue
    assert left() == []
