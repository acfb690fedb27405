from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from reader.errors import ReaderError
from reader.source.snapshot import Snapshot

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "springs.yaml"
    path.write_text("old\n", encoding="utf-8")
    return path


def test_the_text_is_replaced_and_the_mode_stays(path: Path) -> None:
    path.chmod(0o640)
    Snapshot(str(path)).replace("泉\n")
    assert path.read_text(encoding="utf-8") == "泉\n"
    assert path.stat().st_mode & 0o777 == 0o640
    assert os.listdir(path.parent) == ["springs.yaml"]


def test_a_byte_order_mark_stays(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbfold\n")
    snapshot = Snapshot(str(path))
    assert snapshot.is_of("old\n")
    snapshot.replace("new\n")
    assert path.read_bytes() == b"\xef\xbb\xbfnew\n"


def test_a_link_stays_a_link(path: Path) -> None:
    link = path.with_name("link.yaml")
    link.symlink_to(path)
    Snapshot(str(link)).replace("new\n")
    assert link.is_symlink()
    assert path.read_text() == "new\n"


def test_a_file_that_another_program_changed_is_not_overwritten(path: Path) -> None:
    snapshot = Snapshot(str(path))
    path.write_text("newer\n")
    with pytest.raises(ReaderError, match="was changed meanwhile"):
        snapshot.replace("new\n")
    assert path.read_text() == "newer\n"
    assert os.listdir(path.parent) == ["springs.yaml"]


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "springs.yaml")
    with pytest.raises(ReaderError, match="not an ordinary file"):
        Snapshot(str(tmp_path / "springs.yaml"))


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="No such file"):
        Snapshot(str(tmp_path / "gone.yaml"))
