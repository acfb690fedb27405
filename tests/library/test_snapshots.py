"""Snapshots: equal to what was parsed, never older than the file, and of no consequence when they are lost."""

import json
import os
from binascii import crc32
from pathlib import Path

import pytest

from reader.folders import cache_folder
from reader.library import Entry, Library, bundled_issues, snapshots
from reader.model.magazine import Issue

SMALL = """\
format: 1
id: small
languages: [zh-Hans, en]
magazine: {magazine}
label: L
sections:
- {{id: s, title: S, articles: [{{id: a, title: A, body: [text]}}]}}
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    file = tmp_path / "small.yaml"
    file.write_text(SMALL.format(magazine="one"), encoding="utf-8")
    return file


def parsed(path: Path) -> Issue:
    issue = Entry(str(path)).loaded.issue
    assert issue is not None
    return issue


def snapshot(path: Path) -> Path:
    (found,) = (Path(cache_folder()) / "issues").glob(f"{path.stem}-*.json")
    return found


@pytest.mark.parametrize("entry", list(Library((bundled_issues(),))), ids=lambda entry: entry.name)
def test_a_snapshot_is_equal_to_what_was_parsed(entry: Entry) -> None:
    issue = entry.loaded.issue
    assert issue is not None
    assert snapshots.read(entry.path) == issue


def rewrite(path: Path, shape: str = "", rows: str = "") -> None:
    """Writes a snapshot anew with another shape or other rows, its checksum right."""
    head, old_rows = snapshot(path).read_text(encoding="utf-8").split("\n", 1)
    old_shape, state, _ = json.loads(head)
    rows = rows or old_rows
    head = json.dumps([shape or old_shape, state, crc32(rows.encode())])
    snapshot(path).write_text(f"{head}\n{rows}", encoding="utf-8")


def test_an_unchanged_file_is_not_parsed_again(path: Path) -> None:
    parsed(path)
    rewrite(path, rows=snapshot(path).read_text(encoding="utf-8").split("\n", 1)[1].replace('"one"', '"kept"'))
    issue = Entry(str(path)).issue
    assert issue is not None
    assert issue.magazine.plain("en") == "kept"


def test_one_changed_byte_makes_a_snapshot_unusable(path: Path) -> None:
    parsed(path)
    data = snapshot(path).read_bytes()
    snapshot(path).write_bytes(data.replace(b'"one"', b'"two"'))
    assert snapshots.read(str(path)) is None


def test_a_changed_file_is_parsed_again(path: Path) -> None:
    parsed(path)
    path.write_text(SMALL.format(magazine="another"), encoding="utf-8")
    issue = Entry(str(path)).issue
    assert issue is not None
    assert issue.magazine.plain("en") == "another"


def test_a_file_of_the_same_size_and_time_but_another_inode_is_parsed_again(path: Path) -> None:
    parsed(path)
    about = path.stat()
    other = path.with_name("other")
    other.write_text(SMALL.format(magazine="two"), encoding="utf-8")
    os.utime(other, ns=(about.st_atime_ns, about.st_mtime_ns))
    other.replace(path)
    issue = Entry(str(path)).issue
    assert issue is not None
    assert issue.magazine.plain("en") == "two"


@pytest.mark.parametrize(
    "content",
    ["", "{}", "[1,2,3]", "null", "[" * 100_000, '["x",["y"],[19]]', "\x00", "[[],[],[0,[999,1]]]"],
)
def test_a_damaged_snapshot_is_not_used(path: Path, content: str) -> None:
    issue = parsed(path)
    snapshot(path).write_text(content, encoding="utf-8")
    assert snapshots.read(str(path)) is None
    assert Entry(str(path)).issue == issue


@pytest.mark.parametrize("rows", ['["x"]', "[0,[999]]", '[1,"x","y","z","w","v"]', "[-5,1]", "7", "[]", "[" * 100_000])
def test_rows_that_are_no_issue_are_not_used(path: Path, rows: str) -> None:
    parsed(path)
    rewrite(path, rows=rows)
    assert snapshots.read(str(path)) is None


def test_a_snapshot_of_another_version_is_not_used(path: Path) -> None:
    parsed(path)
    rewrite(path, shape="another")
    assert snapshots.read(str(path)) is None


def test_without_a_cache_folder_everything_is_read_as_ever(path: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    assert Entry(str(path)).issue == parsed(path)
    assert snapshots.read(str(path)) is None


def test_a_broken_file_leaves_no_snapshot(path: Path) -> None:
    path.write_text("format: 1\nid: [", encoding="utf-8")
    assert Entry(str(path)).issue is None
    assert not (Path(cache_folder()) / "issues").exists()


def test_a_file_that_changes_while_it_is_read_is_not_kept(path: Path) -> None:
    state = snapshots.state_of(str(path))
    assert state is not None
    issue = parsed(path)
    snapshot(path).unlink()
    path.write_text(SMALL.format(magazine="later"), encoding="utf-8")
    snapshots.write(str(path), issue, state)
    assert snapshots.read(str(path)) is None


def test_a_fifo_in_the_place_of_a_snapshot_is_not_waited_for(path: Path) -> None:
    issue = parsed(path)
    place = snapshot(path)
    place.unlink()
    os.mkfifo(place)
    assert snapshots.read(str(path)) is None
    assert Entry(str(path)).issue == issue


def test_a_file_changed_in_place_with_its_time_set_back_is_parsed_again(path: Path) -> None:
    parsed(path)
    about = path.stat()
    path.write_text(SMALL.format(magazine="two"), encoding="utf-8")
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    issue = Entry(str(path)).issue
    assert issue is not None
    assert issue.magazine.plain("en") == "two"


def test_a_place_that_cannot_be_replaced_leaves_nothing_behind(path: Path) -> None:
    issue = parsed(path)
    place = snapshot(path)
    place.unlink()
    place.mkdir()
    state = snapshots.state_of(str(path))
    assert state is not None
    snapshots.write(str(path), issue, state)
    assert [found.name for found in place.parent.iterdir()] == [place.name]
