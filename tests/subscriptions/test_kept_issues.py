"""An issue is whole or not there, wherever the program is killed and whenever the disk is full."""

from __future__ import annotations

import errno
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

from reader.library.files import files_in
from reader.pictures.picture_files import picture_bytes
from reader.source import load
from reader.subscriptions import kept_issues
from reader.subscriptions.bounds import FullError
from reader.subscriptions.feed import FeedFile
from reader.subscriptions.kept_issues import KeptIssues
from tests.subscriptions.publisher import Files, issue_files, png

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = issue_files("one", "Old.", a_png=png(1), b_png=png(2))
NEW = issue_files("one", "New.", a_png=png(3))
STEPS = ("open", "write", "fsync", "mkdir", "rename", "replace", "symlink", "unlink", "rmdir")
"""Calls of the system before each of which the program is killed once."""


@pytest.fixture(autouse=True)
def _no_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leaves out the waiting for the disk: a process that is killed takes nothing with it that it has written."""
    monkeypatch.setattr(kept_issues.os, "fsync", lambda _descriptor: None)


class Killed(BaseException):
    """The program ends here, as by SIGKILL: nothing of it goes on."""


def install(folder: Path, files: Files) -> None:
    issues = KeptIssues(str(folder))
    issues.make()
    issues.clear()
    incoming = issues.incoming("one")
    made = []
    for path, data in files.items():
        name = path.rpartition("/")[2]
        file = issues.open_in(incoming, "one", name)
        file.write(data)
        made.append(FeedFile(name, len(data), file.close()))
    issues.install("one", incoming, made, "")
    issues.show_as("one", "one")


def seen(folder: Path) -> Files | None:
    """Returns the files of the issue as the library sees them; None if there is no issue."""
    paths = files_in(str(folder))
    if not paths:
        return None
    (path,) = paths
    issue = load(path, checked=False).issue
    assert issue
    figures = [figure.file for _, article in issue.articles() for figure in article.figures]
    with open(path, "rb") as file:
        found = {"issues/one.yaml": file.read()}
    return found | {f"issues/one/{name}": picture_bytes(os.path.splitext(path)[0], name) for name in figures}


def kill_at(monkeypatch: pytest.MonkeyPatch, step: int, error: BaseException) -> Callable[[], int]:
    """Raises an error at a call of the system and, if it is the end of the program, at all calls after it."""
    count = 0

    def wrapped(real: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object, **named: object) -> object:
            nonlocal count
            count += 1
            if count == step or (count > step and isinstance(error, Killed)):
                raise error
            return real(*words, **named)

        return call

    for name in STEPS:
        monkeypatch.setattr(kept_issues.os, name, wrapped(getattr(os, name)))
    return lambda: count


@pytest.mark.parametrize("first", [None, OLD], ids=["new", "changed"])
@pytest.mark.parametrize("error", [Killed(), OSError(errno.ENOSPC, "No space left on device")], ids=["killed", "full"])
def test_the_library_sees_the_old_or_the_new_issue_whole(
    tmp_path: Path, first: Files | None, error: BaseException
) -> None:
    steps, found = 0, set()
    while True:
        steps += 1
        folder = tmp_path / str(steps) / "issues"
        folder.mkdir(parents=True)
        if first:
            install(folder, first)
        with pytest.MonkeyPatch.context() as patch:
            calls = kill_at(patch, steps, error)
            with suppress(Killed, FullError):
                install(folder, NEW)
            is_done = calls() < steps
        now = seen(folder)
        assert now in (first, NEW)
        found.add(now == NEW)
        install(folder, NEW)
        assert seen(folder) == NEW
        assert os.listdir(folder / ".incoming") == []
        assert len(os.listdir(folder / ".kept")) == 1
        if is_done:
            break
    assert steps > 20
    assert found == {True, False}


def test_a_damaged_file_is_known(tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    folder.mkdir()
    install(folder, OLD)
    issues = KeptIssues(str(folder))
    for harm in (
        lambda path: path.unlink(),
        lambda path: path.write_bytes(b"x"),
        lambda path: path.write_bytes(path.read_bytes()[:-1] + b"?"),
        lambda path: (path.unlink(), path.symlink_to("/etc/hostname")),
        lambda path: (path.unlink(), path.mkdir()),
        lambda path: (path.unlink(), os.mkfifo(path)),
    ):
        for name in ("one.yaml", "one/a.png"):
            version = issues.version("one")
            assert version
            assert version.is_whole
            harm(folder / ".now" / "one" / name)
            assert not version.is_whole
            install(folder, OLD)
    manifest = folder / ".now" / "one" / "files.json"
    for name in ("../../../x", "two.yaml", "a.png"):
        told = {"updated": "", "files": [{"name": name, "bytes": 1, "sha256": ""}]}
        manifest.write_text(json.dumps(told))
        damaged = issues.version("one")
        assert damaged
        assert damaged.files == ()
        assert not damaged.is_whole


def test_a_link_that_was_lost_or_replaced_comes_back(tmp_path: Path) -> None:
    folder = tmp_path / "issues"
    folder.mkdir()
    install(folder, OLD)
    (folder / "one.yaml").unlink()
    (folder / "one.yaml").write_text("something else")
    (folder / "one").unlink()
    (folder / "one").mkdir()
    KeptIssues(str(folder)).show_as("one", "one")
    assert seen(folder) == OLD
    KeptIssues(str(folder)).show_as("one", "one.from-x")
    assert seen(folder) == OLD
    assert sorted(path.name for path in folder.iterdir() if path.name[0] != ".") == ["one.from-x", "one.from-x.yaml"]
    KeptIssues(str(folder)).remove("one")
    assert seen(folder) is None
