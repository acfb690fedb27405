"""Opening files that may be anything by the time they are opened: nothing waits, and only regular files are read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from reader import regular_files
from reader.regular_files import IrregularError, open_regular, read_regular
from tests.descriptors import open_paths


def pipe(path: Path) -> None:
    os.mkfifo(path)


def folder(path: Path) -> None:
    path.mkdir()


def listening(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(os.path.relpath(path))


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def terminal(path: Path) -> None:
    path.symlink_to("/dev/tty")


KINDS = (pipe, folder, listening, device, terminal)


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_what_is_no_regular_file_is_refused_at_once(tmp_path: Path, make: object) -> None:
    path = tmp_path / "a.yaml"
    make(path)
    with pytest.raises(IrregularError) as told:
        open_regular(str(path))
    assert told.value.strerror == ("this is a folder" if make is folder else "this is not an ordinary file")


@pytest.mark.parametrize("make", KINDS, ids=lambda make: make.__name__)
def test_what_replaces_a_file_between_look_and_opening_is_not_waited_for_and_not_read(
    tmp_path: Path, make: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a", "utf-8")
    look = os.stat

    def look_and_replace(*given: object, **options: object) -> os.stat_result:
        found = look(*given, **options)
        monkeypatch.setattr(regular_files.os, "stat", look)
        path.unlink()
        make(path)
        return found

    monkeypatch.setattr(regular_files.os, "stat", look_and_replace)
    with pytest.raises(OSError):
        open_regular(str(path))
    assert Path(os.path.realpath(path)) not in open_paths()


def test_links_are_followed_only_where_that_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a", "utf-8")
    (tmp_path / "link").symlink_to("a")
    assert read_regular(str(tmp_path / "link"), 10) == b"a"
    inside = os.open(tmp_path, os.O_RDONLY)
    try:
        with open(open_regular("a", inside, follows_links=False), "rb") as file:
            assert file.read() == b"a"
        with pytest.raises(OSError):
            open_regular("link", inside, follows_links=False)
    finally:
        os.close(inside)


def test_no_more_is_read_than_was_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 100)
    assert read_regular(str(tmp_path / "a"), 10) == b"x" * 10


@pytest.mark.parametrize("name", ["a\0b", "loop", "none/none", "x" * 5000])
def test_a_path_that_leads_nowhere_is_a_fault_of_the_disk_or_of_the_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    with pytest.raises((OSError, ValueError)):
        read_regular(str(tmp_path / name), 10)
