"""A file of marks that is damaged or hostile: it is told, copied before it is repaired, and no mark changes."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reader.errors import UnusableError
from reader.marks import schema
from reader.marks.checking import fault_of_file
from reader.marks.store import MarkStore
from tests.drawing import seeds
from tests.marks.hostile_stores import faults_after_a_flip, store_of_all_kinds
from tests.marks.made import mark

if TYPE_CHECKING:
    from reader.marks.mark import Mark

ENDLESS = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x AS id, x AS mark FROM n WHERE x < 0"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "marks.sqlite")


@pytest.fixture
def truth(path: str) -> dict[str, Mark]:
    return store_of_all_kinds(path)


def run(path: str, script: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as to:
        to.executescript("PRAGMA writable_schema = ON;" + script)


WRONG_TYPES = "; ".join(
    f"UPDATE OR IGNORE marks SET {column} = {value} WHERE id = 'm{number}'"
    for number, (column, value) in enumerate(
        (column, value)
        for column in ("kind", "issue", "article", "changed", "deleted", "finished", "mark", "id")
        for value in ("x'ff00'", "1.5", "'字'", "9223372036854775807")
    )
)
TABLE = "CREATE TABLE marks (id, kind, issue, article, changed, deleted, finished, mark)"
KEPT_TABLES = {
    "a trigger that deletes": "CREATE TRIGGER t AFTER INSERT ON marks BEGIN DELETE FROM marks; END",
    "a trigger that ignores": "CREATE TRIGGER t BEFORE INSERT ON marks BEGIN SELECT RAISE(IGNORE); END",
    "a unique index, by which one mark replaces another": "CREATE UNIQUE INDEX u ON marks (kind, issue, article)",
    "another table": "CREATE TABLE more (x)",
    "a generated column": "ALTER TABLE marks ADD COLUMN x TEXT AS (hex(zeroblob(9))) VIRTUAL",
    "an index that is gone": "DROP INDEX marks_by_issue",
    "another application's signature": "PRAGMA application_id = 7",
    "a version below zero": "PRAGMA user_version = -3",
    "no version": "PRAGMA user_version = 0",
    "the first version's number": "PRAGMA user_version = 1",
    "columns unlike their marks": "UPDATE marks SET issue = 'other', kind = 'note', deleted = 1 WHERE id < 'm3'",
    "an id unlike its mark's": "UPDATE marks SET id = 'x' WHERE id = 'm3'",
}
"""Damages from which all marks are taken over."""
LOST_TABLES = {
    "an endless view": f"DROP TABLE marks; CREATE VIEW marks AS {ENDLESS}",
    "an endless view under another name": f"DROP TABLE unreadable; CREATE VIEW unreadable AS {ENDLESS}",
    "a table without its columns": "DROP TABLE marks; CREATE TABLE marks (x)",
    "rows of wrong types": f"ALTER TABLE marks RENAME TO old; {TABLE}; INSERT INTO marks SELECT * FROM old;"
    + WRONG_TYPES,
    "empty values": f"DROP TABLE marks; {TABLE}; INSERT INTO marks DEFAULT VALUES",
    "a statement that is none": "UPDATE sqlite_schema SET sql = 'CREATE TABLE marks AS nonsense' WHERE name = 'marks'",
}


def used(path: str) -> tuple[dict[str, Mark], list[str]]:
    """Uses a file as a reader does; returns the marks there, and everything that was told."""
    told = [fault_of_file(path)]
    store = MarkStore(path)
    try:
        list(store.near("i0", "a3", ("note",)))
        store.last_places(3)
        store.put([mark("new")])
        found = {each.id: each for each in store.everything()}
        told += [row.reason for row in store.unreadable_rows()]
    except UnusableError as error:
        found = {}
        told.append(str(error))
    return found, [line for line in (*told, store.notice) if line]


@pytest.mark.parametrize("name", KEPT_TABLES)
def test_every_mark_is_taken_over_and_the_file_put_aside(path: str, truth: dict[str, Mark], name: str) -> None:
    run(path, KEPT_TABLES[name])
    found, told = used(path)
    assert found == truth | {"new": mark("new")}
    assert any("it is now marks.sqlite.damaged-" in line for line in told)
    assert f"with the {len(truth)} marks that could be read" in told[-1]
    assert MarkStore(path).seen("/folder") == {"one.yaml"}
    assert fault_of_file(path) == ""


@pytest.mark.parametrize("name", LOST_TABLES)
def test_what_cannot_be_taken_over_is_told_and_stays_in_the_copy(path: str, truth: dict[str, Mark], name: str) -> None:
    run(path, LOST_TABLES[name])
    found, told = used(path)
    assert all(truth.get(each.id, mark("new")) == each for each in found.values())
    assert "new" in found
    assert told
    assert list(Path(path).parent.glob("marks.sqlite.damaged-*"))


@pytest.mark.parametrize(
    "script", [f"ALTER TABLE marks RENAME TO m; CREATE VIEW marks AS {ENDLESS}", "DROP TABLE marks"]
)
def test_a_newer_version_s_view_is_not_read_and_nothing_is_changed(
    path: str, truth: dict[str, Mark], script: str
) -> None:
    assert truth
    run(path, f"{script}; PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    before = Path(path).read_bytes()
    for ask in (MarkStore(path).everything, lambda: MarkStore(path).put([mark("new")])):
        with pytest.raises(UnusableError, match="newer version"):
            ask()
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("share", [0.01, 0.1, 0.5, 0.9, 0.999])
def test_of_a_file_that_is_cut_off_the_rest_is_taken_over(path: str, truth: dict[str, Mark], share: float) -> None:
    os.truncate(path, int(os.path.getsize(path) * share))
    found, told = used(path)
    assert found.pop("new") == mark("new")
    assert found.items() <= truth.items()
    assert told  # also where a row alone is cut, and the file stays


def test_a_letter_that_changed_outside_is_told_and_no_mark_is_shown_for_it(path: str, truth: dict[str, Mark]) -> None:
    run(path, "UPDATE marks SET mark = replace(mark, '字 kept', '字 keft') WHERE id = 'm5'")
    store = MarkStore(path)
    assert {each.id for each in store.everything()} == truth.keys() - {"m5"}
    assert [(row.id, row.reason) for row in store.unreadable_rows()] == [("m5", "its checksum is wrong")]


def test_a_row_of_an_older_version_has_no_checksum_and_is_read(path: str, truth: dict[str, Mark]) -> None:
    run(path, "UPDATE marks SET mark = json_remove(mark, '$.sum')")
    assert {each.id: each for each in MarkStore(path).everything()} == truth


@pytest.mark.parametrize("seed", seeds(60))
def test_no_flipped_bit_changes_a_mark_or_loses_one_unnoticed(path: str, truth: dict[str, Mark], seed: int) -> None:
    assert faults_after_a_flip(path, truth, 1 + seed % 8, seed) == []
