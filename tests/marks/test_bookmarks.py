"""Bookmarks are kept, taken away, shared, and never lost to a file that is not theirs."""

import sqlite3
from pathlib import Path

import pytest

from reader.errors import UnusableError
from reader.marks import Bookmarks


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "marks.sqlite")


def test_there_are_none_before_the_first_and_no_file_is_made(path: str) -> None:
    assert Bookmarks(path).all() == ()
    assert not Path(path).exists()


def test_a_bookmark_is_kept_with_the_first_words(path: str) -> None:
    assert Bookmarks(path).toggle("issue/article#p3", "泉水" * 100)
    (kept,) = Bookmarks(path).all()
    assert kept.address == "issue/article#p3"
    assert kept.quotation == "泉水" * 40
    assert kept.made > 0


def test_setting_it_again_takes_it_away(path: str) -> None:
    marks = Bookmarks(path)
    marks.toggle("a/b#p1", "one")
    marks.toggle("a/b#p2", "two")
    assert marks.toggle("a/b#p1", "one") is False
    assert [mark.address for mark in marks.all()] == ["a/b#p2"]


def test_two_programs_share_the_file(path: str) -> None:
    here, there = Bookmarks(path), Bookmarks(path)
    here.toggle("a/b#p1", "one")
    there.toggle("a/b#p2", "two")
    assert {mark.address for mark in here.all()} == {"a/b#p1", "a/b#p2"}


def test_control_characters_of_the_text_are_not_kept(path: str) -> None:
    Bookmarks(path).toggle("a/b#p1", "one\x1b]52;c;x\x07\ntwo")
    assert Bookmarks(path).all()[0].quotation == "one\ufffd]52;c;x\ufffd two"


@pytest.mark.parametrize("content", [b"not a database, by far", b"\0" * 5000])
def test_a_damaged_file_is_told_and_left_alone(path: str, content: bytes) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(content)
    with pytest.raises(UnusableError, match=r"marks\.sqlite: marks cannot be kept"):
        Bookmarks(path).toggle("a/b#p1", "one")
    assert Path(path).read_bytes() == content


def test_a_newer_version_is_left_alone(path: str) -> None:
    Bookmarks(path).toggle("a/b#p1", "one")
    with sqlite3.connect(path) as marks:
        marks.execute("PRAGMA user_version = 99")
    with pytest.raises(UnusableError, match="newer version"):
        Bookmarks(path).toggle("a/b#p1", "one")
    with sqlite3.connect(path) as marks:
        assert marks.execute("SELECT address FROM bookmark").fetchall() == [("a/b#p1",)]


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    with pytest.raises(UnusableError, match="marks cannot be kept"):
        Bookmarks(str(tmp_path / "data" / "marks.sqlite")).toggle("a/b#p1", "one")


def test_a_file_that_may_only_be_read_is_read(path: str) -> None:
    Bookmarks(path).toggle("a/b#p1", "one")
    with sqlite3.connect(path) as marks:
        marks.execute("PRAGMA journal_mode = DELETE")
    Path(path).chmod(0o400)
    Path(path).parent.chmod(0o500)
    try:
        assert [mark.address for mark in Bookmarks(path).all()] == ["a/b#p1"]
    finally:
        Path(path).parent.chmod(0o700)


def test_rows_that_are_no_bookmarks_are_left_out(path: str) -> None:
    Bookmarks(path).toggle("a/b#p1", "one")
    with sqlite3.connect(path) as marks:
        marks.executescript("DROP TABLE bookmark; CREATE TABLE bookmark (address, quotation, made);")
        marks.execute("INSERT INTO bookmark VALUES (?, ?, ?)", (b"\xff", None, "x"))
        marks.execute("INSERT INTO bookmark VALUES ('a/b#p2', 'two', 5)")
    assert [mark.address for mark in Bookmarks(path).all()] == ["a/b#p2"]
