"""The JSON file of marks: reading, writing, synchronising; invalid, foreign and read-only files."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.catalogue.file_state import state_of
from reader.file_writing import WriteError
from reader.marks import interchange, json_entries
from reader.marks.interchange import BadEntry, ForeignError, MarksFile, opened, synchronise, take_in, to_text
from reader.marks.mark import Mark, deleted, edited
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


def of_text(text: str) -> tuple[Mark | BadEntry, ...]:
    return tuple(MarksFile(io.BytesIO(text.encode()), "x"))


def read_file(path: str) -> tuple[Mark | BadEntry, ...]:
    with opened(path) as stream:
        return tuple(MarksFile(stream, path))


def counts(marks: MarkStore, file: str) -> tuple[int, int]:
    """Synchronises, and returns the numbers of marks taken in and given out."""
    result = synchronise(marks, file)
    return result.taken.changed, result.given


def test_two_machines_come_to_be_alike(here: MarkStore, there: MarkStore, file: str) -> None:
    here.put([mark("a"), mark("both", changed=5, note="here, later")])
    there.put([mark("b"), mark("both", changed=4, note="there")])
    assert counts(here, file) == (0, 2)
    assert counts(there, file) == (2, 1)
    assert counts(here, file) == (1, 0)
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
    assert counts(here, file) == (0, 0)
    assert state_of(file) == before


def test_a_text_keeps_the_order_of_marks_and_a_shared_file_has_one_of_its_own(here: MarkStore, file: str) -> None:
    assert of_text(to_text([mark("b"), mark("a")])) == (mark("b"), mark("a"))
    here.put([mark("b"), mark("a")])
    synchronise(here, file)
    assert read_file(file) == (mark("a"), mark("b"))


def test_a_file_that_an_editor_saved_with_a_byte_order_mark_is_read() -> None:
    assert of_text("\ufeff" + to_text([mark("a")])) == (mark("a"),)


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
        (WHOLE.replace('"version": 1', '"marks": [], "version": 1').encode(), "not whole"),
        (f"{WHOLE}x".encode(), "not whole"),
        (WHOLE.replace("  },\n", "  }\n").encode(), "not whole"),
        (WHOLE.replace('"version"', "version").encode(), "not whole"),
        (b"{}", "no file of marks"),
        (b'"text"', "no file of marks"),
        (b"\0" * 100, "not whole"),
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


def test_a_file_that_has_nothing_to_read_yet_is_told_and_not_waited_for() -> None:
    silent, writer = os.pipe()  # as some files of /proc, which are regular ones
    os.set_blocking(silent, False)
    with open(silent, "rb") as stream, open(writer, "wb"), pytest.raises(ForeignError, match="nothing to read at once"):
        MarksFile(as_if_whole(stream), "/proc/kmsg")


def as_if_whole(stream: BinaryIO) -> BinaryIO:
    """Returns a stream that can be read from its beginning."""
    stream.seek = lambda *_: 0
    return stream


@pytest.mark.skipif(not os.path.exists("/proc/kmsg"), reason="no /proc here")
def test_the_messages_of_the_kernel_are_no_file_of_marks(here: MarkStore) -> None:
    with pytest.raises(ForeignError):
        read_file("/proc/kmsg")
    with pytest.raises(ForeignError):
        synchronise(here, "/proc/kmsg")


def test_where_the_file_cannot_be_written_it_is_told_and_nothing_is_left(here: MarkStore, tmp_path: Path) -> None:
    here.put([mark()])
    with pytest.raises(WriteError, match="cannot be written"):
        synchronise(here, str(tmp_path / "no" / "folder" / "marks.json"))


def test_the_document_says_what_it_is() -> None:
    document = json.loads(WHOLE)
    assert (document["format"], document["version"]) == ("bilingual-magazine-reader marks", 1)


# -- entries that are no marks ---------------------------------------------------------------------------------


def with_bad_entries(*bad: str) -> str:
    """Returns a file with two marks, and other entries between them."""
    document = json.loads(WHOLE)
    entries = [json.dumps(document["marks"][0]), *bad, json.dumps(document["marks"][1])]
    listed = ",\n".join(entries)
    return f'{{"marks": [\n{listed}\n], "version": 1, "format": "bilingual-magazine-reader marks"}}'


BAD = (
    "null",
    "3",
    '"text"',
    "[]",
    "{}",
    '{"id": "c",}',
    '{"kind": "wish"}',
    '"a, ] } \\" b"',
    "[[], {}, [1, [2]]]",
    "[" * 5000 + "]" * 5000,
    "[" + "1," * 110_000 + "1]",
    "1" * 5000,
    json.dumps(json.loads(WHOLE)["marks"][0] | {"id": "c", "changed": 1 << 60}),
    json.dumps(json.loads(WHOLE)["marks"][0] | {"id": "c", "article": "x" * 401}),
    json.dumps(json.loads(WHOLE)["marks"][0] | {"id": "c", "note": "x" * 1_000_001}),
)


@pytest.mark.parametrize("bad", BAD, ids=lambda text: text[:12])
def test_an_entry_that_is_no_mark_is_left_out_and_counted(here: MarkStore, file: str, bad: str) -> None:
    Path(file).write_text(with_bad_entries(bad))
    with opened(file) as stream:
        taken = take_in(MarksFile(stream, file), here)
    assert (taken.found, taken.changed, taken.bad) == (2, 2, 1)
    (told,) = taken.reported
    assert (told.number, told.line, told.text) == (2, 3, bad)
    assert told.reason
    assert here.everything() == (mark("a"), mark("b"))


def test_only_the_first_of_many_are_reported(here: MarkStore) -> None:
    text = with_bad_entries(*["{}"] * 3000)
    taken = take_in(MarksFile(io.BytesIO(text.encode()), "x"), here)
    assert (taken.found, taken.bad, len(taken.reported)) == (2, 3000, interchange.MAX_REPORTED)


def test_a_shared_file_keeps_the_entries_that_are_no_marks(here: MarkStore, there: MarkStore, file: str) -> None:
    bad = '{"kind": "wish", "text": "of a later version 泉"}'
    Path(file).write_text(with_bad_entries(bad, "[1]"), "utf-8")
    here.put([mark("mine")])
    for _ in range(2):
        result = synchronise(here, file)
        assert result.taken.bad == 2
    assert [entry for entry in json.loads(Path(file).read_text())["marks"] if "id" not in entry] == [
        json.loads(bad),
        [1],
    ]
    synchronise(there, file)
    assert [m.id for m in there.everything()] == ["a", "b", "mine"]


def test_the_order_of_keys_blanks_and_signs_in_texts_make_no_difference(here: MarkStore) -> None:
    hard = mark("a", note='"]},{[ \\" \\\\ \n泉\u2003', name="}")
    document = {"marks": [json.loads(to_text([hard]))["marks"][0]], "x": {"y": ["]", None]}, "version": 1}
    document |= {"format": interchange.FORMAT, "z": "[{"}
    for indent in (None, 7):
        for ascii_only in (False, True):
            text = json.dumps(document, indent=indent, ensure_ascii=ascii_only)
            assert of_text(f"\n {text} \n") == (hard,)


@given(st.data())
def test_pieces_of_any_length_are_read_alike(data: st.DataObject) -> None:
    text = to_text([mark("a", note='泉\\"' * 9), mark("b")]).encode()

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(data.draw(st.integers(1, 400)))

    assert tuple(MarksFile(Slow(text), "x")) == (mark("a", note='泉\\"' * 9), mark("b"))
    with pytest.raises(ForeignError, match="not whole"):
        MarksFile(Slow(text[: data.draw(st.integers(0, len(text) - 2))].decode(errors="ignore").encode()), "x")


def test_a_file_that_another_machine_changes_meanwhile_is_merged_again(
    here: MarkStore, there: MarkStore, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.put([mark("a")])
    there.put([mark("b")])
    synchronise(here, file)
    here.put([mark("c")])
    real = interchange.replace_file
    others = iter([there])

    def overtaken(path: str, *given: object, **named: object) -> None:
        for other in others:
            synchronise(other, path)
        real(path, *given, **named)

    monkeypatch.setattr(interchange, "replace_file", overtaken)
    synchronise(here, file)
    assert [m.id for m in read_file(file) if isinstance(m, Mark)] == ["a", "b", "c"]
    assert [m.id for m in here.everything()] == ["a", "b", "c"]


def test_a_file_that_comes_meanwhile_is_merged(
    here: MarkStore, there: MarkStore, file: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    here.put([mark("a")])
    there.put([mark("b")])
    real = here.everything
    others = iter([there])

    def overtaken() -> tuple[Mark, ...]:
        for other in others:
            synchronise(other, file)
        return real()

    monkeypatch.setattr(here, "everything", overtaken)
    synchronise(here, file)
    assert [m.id for m in read_file(file) if isinstance(m, Mark)] == ["a", "b"]


# -- bounds ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bound", "value", "told"),
    [
        ("MAX_ENTRIES", 1, "more than 1 marks"),
        ("MAX_BYTES", 100, "larger than 0 MB"),
        ("MAX_ENTRY_CHARS", 100, "one of the marks is longer than 100"),
        ("MAX_SCANNED_PARTS", 10, "one of the marks has more than 10 parts"),
    ],
)
def test_a_file_beyond_a_bound_is_refused_with_its_name(
    here: MarkStore, bound: str, value: int, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(json_entries, bound, value)
    with pytest.raises(ForeignError, match=f"{told}; nothing was taken from it"):
        MarksFile(io.BytesIO(WHOLE.encode()), "x")


IMPORTS = """
import resource, sys
from reader.errors import ReaderError
from reader.marks.interchange import MarksFile, opened, take_in
from reader.marks.store import MarkStore
limit = 300 << 20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
try:
    with opened(sys.argv[1]) as stream:
        print(take_in(MarksFile(stream, "x"), MarkStore(sys.argv[2])).bad)
except ReaderError as error:
    print(error)
"""
HEAD = b'{"format": "bilingual-magazine-reader marks", "version": 1, "marks": ['


TOO_LONG = "longer than 67,108,864; nothing was taken from it\n"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((HEAD, b"[],", 38, b"[]]}"), "more than 100,000 of its marks are no objects; nothing was taken from it\n"),
        ((HEAD + b"[", b"[],", 16, b"[]]]}"), "more than 1,000,000 parts; nothing was taken from it\n"),
        ((HEAD + b'{"id": [', b"1,", 24, b"1]}]}"), "more than 1,000,000 parts; nothing was taken from it\n"),
        ((HEAD + b'"', b'\\"', 16, b'"]}'), "1\n"),
        ((HEAD, b" ", 100, b"]}"), "0\n"),
        ((HEAD + b'"', b"x", 70, b""), TOO_LONG),
        ((HEAD, b"[", 20, b""), "more than 1,000,000 parts; nothing was taken from it\n"),
        ((b'{"x": "', b"x", 70, b""), TOO_LONG),
    ],
    ids=["many", "wide", "numbers", "escapes", "blanks", "string", "deep", "key"],
)
def test_a_large_file_takes_little_memory(tmp_path: Path, parts: tuple[bytes, bytes, int, bytes], told: str) -> None:
    start, unit, millions, end = parts
    with open(tmp_path / "large.json", "wb") as file:
        file.write(start)
        file.writelines(unit * (1 << 20) for _ in range(millions))
        file.write(end)
    command = [sys.executable, "-c", IMPORTS, str(tmp_path / "large.json"), str(tmp_path / "marks.sqlite")]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.stderr == ""
    assert done.stdout.endswith(told)
