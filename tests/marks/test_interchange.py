"""The JSON file of marks: reading, writing, synchronising; invalid, foreign and read-only files."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from reader.catalogue.file_state import state_of
from reader.file_writing import WriteError
from reader.marks.interchange import ForeignError, of_text, read_file, synchronise, to_text
from reader.marks.mark import deleted, edited
from reader.marks.store import MarkStore
from tests.marks.made import mark


@pytest.fixture
def here(tmp_path: Path) -> MarkStore:
    return MarkStore(str(tmp_path / "here" / "marks.sqlite"))


@pytest.fixture
def there(tmp_path: Path) -> MarkStore:
    return MarkStore(str(tmp_path / "there" / "marks.sqlite"))


@pytest.fixture
def file(tmp_path: Path) -> str:
    return str(tmp_path / "marks.json")


def test_two_machines_come_to_be_alike(here: MarkStore, there: MarkStore, file: str) -> None:
    here.put([mark("a"), mark("both", changed=5, note="here, later")])
    there.put([mark("b"), mark("both", changed=4, note="there")])
    assert synchronise(here, file) == (0, 2)
    assert synchronise(there, file) == (2, 1)
    assert synchronise(here, file) == (1, 0)
    assert here.everything() == there.everything()
    assert {m.id: m.note for m in here.all()} == {"a": "", "b": "", "both": "here, later"}


def test_a_deletion_travels_and_an_undo_after_it_too(here: MarkStore, there: MarkStore, file: str) -> None:
    here.put([mark()])
    synchronise(here, file)
    synchronise(there, file)
    gone = deleted(there.all()[0])
    there.put([gone])
    synchronise(there, file)
    synchronise(here, file)
    assert here.all() == ()
    here.put([edited(mark(changed=gone.changed))])
    synchronise(here, file)
    synchronise(there, file)
    assert [m.id for m in there.all()] == ["a"]


def test_a_file_that_says_nothing_new_is_not_touched(here: MarkStore, file: str) -> None:
    here.put([mark()])
    synchronise(here, file)
    before = state_of(file)  # without the time of reading
    assert synchronise(here, file) == (0, 0)
    assert state_of(file) == before


def test_a_text_keeps_the_order_of_marks_and_a_shared_file_has_one_of_its_own(here: MarkStore, file: str) -> None:
    assert of_text(to_text([mark("b"), mark("a")]), "x") == (mark("b"), mark("a"))
    here.put([mark("b"), mark("a")])
    synchronise(here, file)
    assert read_file(file) == (mark("a"), mark("b"))


def test_a_file_that_an_editor_saved_with_a_byte_order_mark_is_read() -> None:
    assert of_text("\ufeff" + to_text([mark("a")]), "x") == (mark("a"),)


WHOLE = to_text([mark("a"), mark("b")])


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "not whole"),
        (WHOLE.encode()[:200], "not whole"),
        (b"[" * 100_000, "not whole"),
        (b"\xff\xfe", "no UTF-8"),
        (b"[]", "no file of marks"),
        (b'{"name": "package", "version": "1.0.0"}', "no file of marks"),
        (WHOLE.replace('"version": 1', '"version": 2').encode(), "newer version"),
        (WHOLE.replace('"version": 1', '"version": "1"').encode(), "newer version"),
        (WHOLE.replace('"marks": [', '"merks": [').encode(), "lacks its list"),
        (WHOLE.replace('"highlight"', '"wish"').encode(), "mark 1: kind is none of"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_a_file_that_is_not_whole_or_foreign_changes_nothing(
    here: MarkStore, file: str, content: bytes, told: str
) -> None:
    here.put([mark("mine")])
    Path(file).write_bytes(content)
    with pytest.raises(ForeignError, match=told) as fault:
        synchronise(here, file)
    assert fault.value.exit_code == 2
    assert "\n" not in str(fault.value)
    assert [m.id for m in here.everything()] == ["mine"]
    assert Path(file).read_bytes() == content


def test_a_folder_a_pipe_and_nothing_are_told(here: MarkStore, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, told in ((".", "a folder or a device"), ("pipe", "a folder or a device"), ("none", "No such file")):
        with pytest.raises(ForeignError, match=told):
            read_file(str(tmp_path / name))


def test_where_the_file_cannot_be_written_it_is_told_and_nothing_is_left(here: MarkStore, tmp_path: Path) -> None:
    here.put([mark()])
    with pytest.raises(WriteError, match="cannot be written"):
        synchronise(here, str(tmp_path / "no" / "folder" / "marks.json"))


def test_the_document_says_what_it_is() -> None:
    document = json.loads(WHOLE)
    assert (document["format"], document["version"]) == ("bilingual-magazine-reader marks", 1)
