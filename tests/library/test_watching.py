from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest

from reader.library.watching import FileWatcher

if TYPE_CHECKING:
    from pathlib import Path


TRIES = 500
"""Number of changes until one is surely noticed, however busy the machine is."""


def is_noticed(path: Path, change: Path, content: str) -> bool:
    """Returns whether a change is noticed; the change is repeated until watching has begun."""
    noticed = Event()
    watching = FileWatcher(str(path), noticed.set)
    watching.start()
    try:
        for number in range(TRIES):
            beside = path.with_name("beside.tmp")
            beside.write_text(f"{content}{number}", encoding="utf-8")
            beside.replace(change)
            if noticed.wait(0.2):
                return True
        return False
    finally:
        watching.stop()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "springs.yaml"
    path.write_text("a", encoding="utf-8")
    (tmp_path / "springs").mkdir()
    return path


def test_a_file_that_is_put_in_the_place_of_the_old_one_is_noticed(path: Path) -> None:
    assert is_noticed(path, path, "b")


def test_a_picture_is_noticed(path: Path) -> None:
    assert is_noticed(path, path.parent / "springs" / "valley.png", "b")


def test_a_file_beside_it_is_not_told(path: Path) -> None:
    noticed = Event()
    told: list[int] = []
    watching = FileWatcher(str(path), lambda: (told.append(1), noticed.set()))
    watching.start()
    try:
        for number in range(TRIES):
            (path.parent / "rivers.yaml").write_text(str(number), encoding="utf-8")
            if number >= 5:  # the others would have been reported by now
                path.write_text(str(number), encoding="utf-8")
            if noticed.wait(0.1):
                break
    finally:
        watching.stop()
    assert number >= 5
    assert told
