"""The file of marks loses no mark, whatever happens to the file or to other programs."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from reader.errors import UnusableError
from reader.marks.json_form import to_line
from reader.marks.mark import PLACE, Mark, TextQuote, deleted, edited, place_id
from reader.marks.store import MarkStore
from reader.model.record import replace
from reader.sqlite.health import fault
from tests.marks.made import mark

VERSION_1 = """
CREATE TABLE bookmark (address TEXT PRIMARY KEY, quotation TEXT NOT NULL, made INTEGER NOT NULL) STRICT;
INSERT INTO bookmark VALUES ('rivers/bridges#p3', '工匠李春', 1700000000), ('no address', 'x', 1), ('rivers', 'x', 1);
PRAGMA user_version = 1;
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "marks.sqlite")


def test_there_are_none_before_the_first_and_no_file_is_made(path: str) -> None:
    marks = MarkStore(path)
    assert marks.all() == marks.everything() == marks.last_places(5) == ()
    assert marks.reading() == {}
    assert marks.seen("folder") == frozenset()
    assert marks.place("rivers", "bridges") is None
    assert fault(path) == ""
    assert not Path(path).exists()


def test_marks_come_back_as_they_were_given(path: str) -> None:
    kept = [
        mark("b", made=2),
        mark("a", "note", note='两行\n字 "quoted" [x] \\', made=1),
        mark("c", issue="other", name="名", beside=(("en", "A bridge."),), citation="P.60", done=3, finished=True),
    ]
    assert MarkStore(path).put(kept) == 3
    assert MarkStore(path).all() == (kept[1], kept[0], kept[2])
    assert MarkStore(path).all("rivers", ("note", "word")) == (kept[1],)
    assert MarkStore(path).put(kept) == 0


def test_of_two_states_the_later_one_is_kept(path: str) -> None:
    marks = MarkStore(path)
    marks.put([mark(changed=5, note="later")])
    assert marks.put([mark(changed=4, note="earlier")]) == 0
    assert [m.note for m in marks.all()] == ["later"]
    assert marks.put([edited(mark(changed=5), note="now")]) == 1
    assert [m.note for m in marks.all()] == ["now"]


def test_what_is_deleted_is_gone_and_stays_so(path: str) -> None:
    marks = MarkStore(path)
    first = mark(note="secret")
    marks.put([first])
    marks.put([deleted(first)])
    assert marks.all() == ()
    (left,) = marks.everything()
    assert left.deleted
    assert not left.quotations
    assert not left.note
    marks.put([first])
    assert marks.all() == ()
    marks.put([edited(replace(first, changed=left.changed))])
    assert [m.note for m in marks.all()] == ["secret"]


def test_places_tell_how_far_an_issue_is_read(path: str) -> None:
    def place(article: str, changed: int, finished: bool = False) -> None:
        MarkStore(path).put([mark(place_id("rivers", article), PLACE, changed, article=article, finished=finished)])

    place("a", 1)
    place("b", 3, finished=True)
    place("c", 2)
    assert MarkStore(path).reading() == {"rivers": (2, 1)}
    assert [m.article for m in MarkStore(path).last_places(2)] == ["b", "c"]
    found = MarkStore(path).place("rivers", "c")
    assert found
    assert found.changed == 2


def test_what_was_seen_is_known_by_folder(path: str) -> None:
    marks = MarkStore(path)
    marks.see("/a", ["x", "y"])
    marks.see("/a", ["y", "z"])
    assert marks.seen("/a") == {"x", "y", "z"}
    assert marks.seen("/b") == frozenset()


def test_the_file_is_the_reader_s_own_and_goes_through_a_log(path: str) -> None:
    MarkStore(path).put([mark()])
    assert os.stat(os.path.dirname(path)).st_mode & 0o777 == 0o700
    assert os.stat(path).st_mode & 0o777 == 0o600
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA journal_mode").fetchone() == ("wal",)


# -- a file that is not as it should be ------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"not a database, by far", b"\0" * 5000], ids=["text", "zeros"])
@pytest.mark.parametrize("writing", [False, True])
def test_a_damaged_file_is_put_aside_whole_and_told(path: str, content: bytes, writing: bool) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(content)
    marks = MarkStore(path)
    if writing:
        marks.put([mark()])
        assert marks.all() == (mark(),)
    else:
        assert marks.all() == ()
        assert not Path(path).exists()
    (aside,) = Path(path).parent.glob("marks.sqlite.damaged-*")
    assert aside.read_bytes() == content
    assert aside.name in marks.notice
    assert "\n" not in marks.notice


def test_a_second_damaged_file_of_a_day_has_a_name_of_its_own(path: str) -> None:
    Path(path).parent.mkdir()
    for content in (b"one, which is no database", b"two, which is none either"):
        Path(path).write_bytes(content)
        MarkStore(path).put([mark()])
        Path(path).unlink()
    assert len(list(Path(path).parent.glob("marks.sqlite.damaged-????-??-??*"))) == 2


def test_pages_that_are_damaged_are_found_before_anything_is_written(path: str) -> None:
    marks = MarkStore(path)
    marks.put([mark(str(number), note="x" * 500) for number in range(200)])
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
    content = bytearray(Path(path).read_bytes())
    content[8192:40960] = b"\xff" * 32768
    Path(path).write_bytes(content)
    fresh = MarkStore(path)
    assert fault(path)
    Path(path).write_bytes(content)
    fresh.put([mark("new")])
    found = fresh.all()  # the rows outside the damaged pages, each as it was
    assert {"new"} < {m.id for m in found} < {"new", *map(str, range(200))}
    assert all(m == mark("new") or m == mark(m.id, note="x" * 500) for m in found)
    assert f"begins anew with the {len(found) - 1} marks that could be read" in fresh.notice
    assert any(aside.read_bytes() == content for aside in Path(path).parent.glob("marks.sqlite.damaged-*"))


def test_another_program_s_file_is_put_aside(path: str) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE theirs (x)")
    marks = MarkStore(path)
    marks.put([mark()])
    assert "another program" in marks.notice
    (aside,) = Path(path).parent.glob("marks.sqlite.damaged-*")
    with closing(sqlite3.connect(aside)) as file:
        assert file.execute("SELECT name FROM sqlite_schema").fetchall() == [("theirs",)]


def test_a_newer_version_is_read_and_never_written(path: str) -> None:
    MarkStore(path).put([mark()])
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 99")
    marks = MarkStore(path)
    assert marks.all() == (mark(),)
    with pytest.raises(UnusableError, match="newer version"):
        marks.put([mark("b")])
    with pytest.raises(UnusableError, match="newer version"):
        MarkStore(path).see("/a", ["x"])
    assert marks.all() == (mark(),)


def test_a_newer_version_with_other_tables_is_left_alone(path: str) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.executescript("CREATE TABLE marks_of_tomorrow (x); PRAGMA user_version = 99;")
    before = Path(path).read_bytes()
    with pytest.raises(UnusableError, match="newer version"):
        MarkStore(path).all()
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("writing", [False, True])
def test_the_first_version_is_brought_up_to_date_and_copied_before(path: str, writing: bool) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(VERSION_1)
    marks = MarkStore(path)
    if writing:
        marks.put([mark()])
    found = next(m for m in marks.all() if m.kind == "bookmark")
    assert (found.address, found.text, found.made) == ("rivers/bridges#p3", "工匠李春", 1_700_000_000_000)
    with closing(sqlite3.connect(path + ".version-1")) as copy:
        assert copy.execute("SELECT count(*) FROM bookmark").fetchone() == (3,)
        assert copy.execute("PRAGMA user_version").fetchone() == (1,)


def test_a_migration_that_fails_leaves_the_file_as_it_was(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as file:
        file.executescript(VERSION_1)

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reader.marks.schema.sign", fails)
    with pytest.raises(UnusableError, match="No space left"):
        MarkStore(path).put([mark()])
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (1,)
        assert file.execute("SELECT count(*) FROM bookmark").fetchone() == (3,)


UNREADABLE = {
    "z": '{"id": 3}',
    "y": "[[[",
    "x": to_line(mark("x", note="n" * 1_000_001)),
    "w": to_line(mark("w")).replace("highlight", "wish"),
    "v": b'{"id": "\xff"}',
}


def with_unreadable_rows(path: str) -> MarkStore:
    store = MarkStore(path)
    store.put([mark()])
    with closing(sqlite3.connect(path)) as file, file:
        for name, line in UNREADABLE.items():
            row = "INSERT INTO marks VALUES (?, 'note', 'rivers', 'x', 1, 0, 0, CAST(? AS TEXT))"
            file.execute(row, (name, line.encode() if isinstance(line, str) else line))
    return store


def test_a_row_that_is_no_mark_costs_no_other_is_told_and_stays(path: str) -> None:
    store = with_unreadable_rows(path)
    assert store.all() == (mark(),)
    assert store.unreadable == set(UNREADABLE)
    assert {row.id for row in store.unreadable_rows()} == set(UNREADABLE)
    assert all(row.reason for row in store.unreadable_rows())
    MarkStore(path).put([mark("b")])
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT count(*) FROM marks").fetchone() == (7,)


def test_a_row_that_is_no_mark_is_set_aside_when_its_mark_comes_from_elsewhere(path: str) -> None:
    store = with_unreadable_rows(path)
    assert store.put([mark("y"), mark("v")]) == 2
    assert [m.id for m in store.all()] == ["a", "v", "y"]
    rows = {row.id: row.text for row in store.unreadable_rows()}
    assert set(rows) == set(UNREADABLE)
    assert rows["y"] == "[[["
    assert rows["v"].encode("utf-8", "surrogateescape") == UNREADABLE["v"]


def test_a_newer_version_s_rows_that_are_no_marks_are_told(path: str) -> None:
    with_unreadable_rows(path)
    with closing(sqlite3.connect(path)) as file:
        file.executescript("DROP TABLE unreadable; PRAGMA user_version = 99")
    assert {row.id for row in MarkStore(path).unreadable_rows()} == set(UNREADABLE)


def test_the_size_of_the_file_is_bounded(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = MarkStore(path)
    store.put([mark()])
    monkeypatch.setattr("reader.marks.store.MAX_STORE_BYTES", 1 << 20)
    with pytest.raises(UnusableError, match="its largest size, 1 MB"):
        store.put([mark(f"m{n}", note="x" * 100_000) for n in range(20)])
    assert store.all() == (mark(),)


# -- one bookmark of a passage ---------------------------------------------------------------------------------


def bookmark(mark_id: str, *texts: str, **fields: object) -> Mark:
    """Returns a bookmark with a quote in each language."""
    quotations = tuple(TextQuote("p1", tag, text) for tag, text in zip(("zh", "en"), texts, strict=False) if text)
    return mark(mark_id, "bookmark", quotations=quotations, **fields)


def test_a_second_bookmark_of_a_passage_leaves_one(path: str) -> None:
    store = MarkStore(path)
    store.put([bookmark("b", "甲", "A"), bookmark("c", "", "A"), bookmark("a", "甲", "")])
    assert [m.id for m in store.all()] == ["a"]
    assert [(m.id, m.deleted) for m in store.everything()] == [("a", False), ("b", True), ("c", True)]
    store.put([deleted(store.all()[0])])
    assert store.all() == ()
    store.put([bookmark("d", "甲", "A", changed=9)])
    assert [m.id for m in store.all()] == ["d"]


def test_bookmarks_of_other_passages_and_texts_and_other_marks_stay(path: str) -> None:
    kept = [
        bookmark("a", "甲"),
        bookmark("b", "乙"),
        bookmark("c", "甲", article="boats"),
        bookmark("d", "甲", issue="lakes"),
        replace(bookmark("e", "甲"), kind="note"),
        replace(bookmark("f", "甲"), deleted=True),
        replace(bookmark("g", "甲"), quotations=(TextQuote("p2", "zh", "甲"),)),
    ]
    store = MarkStore(path)
    assert store.put(kept) == len(kept)
    assert len(store.all()) == len(kept) - 1


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0)])
def test_the_name_given_last_is_kept_in_whatever_order_they_come(path: str, order: tuple[int, ...]) -> None:
    given = [
        bookmark("a", "甲", changed=5, name="first"),
        bookmark("b", "甲", changed=9, name="last"),
        bookmark("c", "甲", changed=20),
    ]
    store = MarkStore(path)
    for index in order:
        store.put([given[index]])
    (kept,) = store.all()
    assert (kept.id, kept.name) == ("a", "last")


BOOKMARKS = """
import sys
from reader.marks import store
from reader.marks.mark import BOOKMARK, TextQuote, new_mark
from reader.marks.store import MarkStore
store.BUSY_SECONDS = 300
marks = MarkStore(sys.argv[1])
print(flush=True)
sys.stdin.readline()
for number in range(20):
    marks.put([new_mark(BOOKMARK, "rivers", "bridges", (TextQuote(f"p{number}", "en", f"Text {number}"),))])
"""


def test_two_programs_that_bookmark_the_same_passages_leave_one_of_each(path: str) -> None:
    at_once(BOOKMARKS, path, 2)
    anchors = [m.quotations[0].anchor for m in MarkStore(path).all()]
    assert sorted(anchors) == sorted(f"p{number}" for number in range(20))
    assert len(MarkStore(path).everything()) == 40  # with the deletions, for other machines


# -- version 2 -------------------------------------------------------------------------------------------------

VERSION_2 = """
CREATE TABLE marks (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, issue TEXT NOT NULL, article TEXT NOT NULL,
    changed INTEGER NOT NULL, deleted INTEGER NOT NULL, finished INTEGER NOT NULL, mark TEXT NOT NULL
) STRICT;
CREATE INDEX marks_by_issue ON marks (issue, kind, deleted);
CREATE INDEX marks_by_time ON marks (kind, deleted, changed);
CREATE TABLE seen (folder TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (folder, name)) STRICT, WITHOUT ROWID;
INSERT INTO seen VALUES ('/a', 'x');
PRAGMA application_id = 0x424D524B;
PRAGMA user_version = 2;
"""


def test_the_second_version_is_brought_within_bounds_without_loss(path: str) -> None:
    quotations = tuple(TextQuote(f"p{n}", "en", "x") for n in range(1500))
    old = [
        mark("plain"),
        bookmark("twice", "甲", name="n"),
        bookmark("again", "甲"),
        mark("long", quotations=quotations, note="x" * 1_200_000),
        mark("late", changed=(1 << 53) + 5),
        mark("hidden", note="a\u200eb"),
    ]
    Path(path).parent.mkdir()
    with closing(sqlite3.connect(path)) as file, file:
        file.executescript(VERSION_2)
        for each in old:
            columns = (each.id, each.kind, each.issue, each.article, each.changed, 0, 0, to_line(each))
            file.execute("INSERT INTO marks VALUES (?, ?, ?, ?, ?, ?, ?, ?)", columns)
        file.execute("INSERT INTO marks VALUES ('bad', 'note', 'rivers', 'x', 1, 0, 0, '[[[')")
    store = MarkStore(path)
    found = {m.id: m for m in store.all()}
    assert set(found) == {"plain", "again", "long", "long-2", "late", "hidden"}
    assert found["plain"] == old[0]
    assert found["again"].name == "n"
    assert found["long"].quotations + found["long-2"].quotations == quotations
    assert len(found["long"].note + found["long-2"].note) == 1_200_000
    assert found["late"].changed == 1 << 53
    assert found["hidden"].note == "a\ufffdb"
    assert [row.id for row in store.unreadable_rows()] == ["bad"]
    assert store.seen("/a") == {"x"}
    with closing(sqlite3.connect(path + ".version-2")) as copy:
        assert copy.execute("SELECT count(*) FROM marks").fetchone() == (7,)
    assert os.stat(path + ".version-2").st_mode & 0o777 == 0o600


# -- a disk that is not as it should be ------------------------------------------------------------------------


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    with pytest.raises(UnusableError, match="marks cannot be kept") as told:
        MarkStore(str(tmp_path / "data" / "marks.sqlite")).put([mark()])
    assert "\n" not in str(told.value)


def test_a_folder_in_the_place_of_the_file_is_told(path: str) -> None:
    Path(path).mkdir(parents=True)
    with pytest.raises(UnusableError, match="marks cannot be"):
        MarkStore(path).put([mark()])
    with pytest.raises(UnusableError, match="marks cannot be"):
        MarkStore(path).all()


class ReadOnly:
    """Takes the permission to write a folder and its files, also from the superuser."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        may = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK and may(path, mode))


def test_a_file_that_may_only_be_read_is_read(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    MarkStore(path).put([mark()])
    folder = Path(path).parent
    Path(path).chmod(0o400)
    folder.chmod(0o500)
    try:
        if os.geteuid() == 0:
            ReadOnly(monkeypatch)
        assert MarkStore(path).all() == (mark(),)
        assert sorted(os.listdir(folder)) == ["marks.sqlite"]
    finally:
        folder.chmod(0o700)


def test_a_damaged_file_that_may_not_be_renamed_is_told(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(path).parent.mkdir()
    Path(path).write_bytes(b"not a database, by far")
    ReadOnly(monkeypatch)
    with pytest.raises(UnusableError, match="may not be renamed"):
        MarkStore(path).all()
    assert Path(path).read_bytes() == b"not a database, by far"


def test_a_locked_file_is_told_and_the_lock_s_end_waited_for(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    marks = MarkStore(path)
    marks.put([mark()])
    monkeypatch.setattr("reader.marks.store.BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(UnusableError, match="locked"):
            marks.put([mark("b")])
        assert marks.all() == (mark(),)
        other.execute("ROLLBACK")
    marks.put([mark("b")])
    assert len(marks.all()) == 2


FULL = """
import resource, sys
from reader.errors import UnusableError
from reader.marks.store import MarkStore
from tests.marks.made import mark
path, size = sys.argv[1], int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    MarkStore(path).put([mark(str(number), note="x" * 400) for number in range(500)])
except UnusableError as error:
    print(error)
"""


def ran(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parents[2]
    environment = os.environ | {"PYTHONPATH": str(root)}
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        capture_output=True,
        text=True,
        check=False,
        env=environment,
        cwd=root,
    )


@pytest.mark.parametrize("size", [0, 4096, 60_000])
def test_on_a_full_disk_it_is_told_and_what_was_kept_stays(path: str, size: int) -> None:
    MarkStore(path).put([mark("kept")])
    done = ran(FULL, path, str(size))
    assert "marks cannot be kept" in done.stdout
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert [m.id for m in MarkStore(path).all()] == ["kept"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_a_file_that_could_not_be_begun_is_begun_later(path: str) -> None:
    assert "marks cannot be kept" in ran(FULL, path, "100").stdout
    MarkStore(path).put([mark()])
    assert MarkStore(path).all() == (mark(),)


KILLED = """
import os, signal, sys
from reader.marks.store import MarkStore
from tests.marks.made import mark
MarkStore(sys.argv[1]).put([mark("last")])
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_was_kept_just_before_a_kill_is_there(path: str) -> None:
    assert ran(KILLED, path).returncode == -signal.SIGKILL
    assert [m.id for m in MarkStore(path).all()] == ["last"]


WRITER = """
import sys
from reader.marks import store
from reader.marks.store import MarkStore
from tests.marks.made import mark
store.BUSY_SECONDS = 300  # one of them may be kept waiting by a busy machine while it holds the file
marks = MarkStore(sys.argv[1])
print(flush=True)
sys.stdin.readline()
for number in range(40):
    marks.put([mark(f"{sys.argv[2]}-{number}")])
"""


def at_once(program: str, path: str, count: int) -> None:
    """Runs a program several times at once; each begins when it is told to."""
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, path, str(number)],
            env=os.environ | {"PYTHONPATH": str(root)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(count)
    ]
    for process in running:
        assert process.stdout
        process.stdout.readline()
    for process in running:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    for process in running:
        process.communicate()
    assert [process.returncode for process in running] == [0] * count


def test_programs_that_begin_and_write_at_once_lose_nothing(path: str) -> None:
    at_once(WRITER, path, 3)
    assert len(MarkStore(path).all()) == 120
