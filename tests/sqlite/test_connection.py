"""Connections to SQLite files: paths, the write-ahead log, transactions, and errors that mean damage."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from reader.sqlite.connection import connect, means_damage, transaction, use_write_ahead_log

if TYPE_CHECKING:
    from pathlib import Path


def made(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE numbers (number)")
    return path


@pytest.mark.parametrize("name", ["plain", "a b", "100%", "what?", "number#1", "?mode=ro&x=%20#", "泉水", "'\""])
def test_a_file_is_opened_whatever_its_name_is(tmp_path: Path, name: str) -> None:
    path = made(tmp_path / name)
    for access in ("read", "change", "create"):
        with closing(connect(str(path), access, 1)) as database:
            assert database.execute("SELECT name FROM sqlite_schema").fetchall() == [("numbers",)]
    assert os.listdir(tmp_path) == [name]


def test_only_create_makes_a_file(tmp_path: Path) -> None:
    path = str(tmp_path / "new")
    for access in ("read", "change"):
        with pytest.raises(sqlite3.OperationalError):
            connect(path, access, 1)
    connect(path, "create", 1).close()
    assert os.path.exists(path)


def test_reading_changes_nothing(tmp_path: Path) -> None:
    path = str(made(tmp_path / "file"))
    with closing(connect(path, "read", 1)) as database, pytest.raises(sqlite3.OperationalError, match="readonly"):
        database.execute("DELETE FROM numbers")


def test_a_folder_that_cannot_be_written_gets_no_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = str(made(tmp_path / "file"))
    with closing(connect(path, "create", 1)) as database:
        use_write_ahead_log(database, 1)
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)
    with closing(connect(path, "change", 1)) as database:
        assert database.execute("SELECT count(*) FROM numbers").fetchone() == (0,)
        assert os.listdir(tmp_path) == ["file"]


def test_a_transaction_is_written_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    path = str(made(tmp_path / "file"))
    with closing(connect(path, "change", 1)) as database:
        with transaction(database):
            database.execute("INSERT INTO numbers VALUES (1)")
        with suppress(KeyError), transaction(database):
            database.execute("INSERT INTO numbers VALUES (2)")
            raise KeyError
        assert database.execute("SELECT number FROM numbers").fetchall() == [(1,)]


def test_the_switch_to_the_log_waits_for_another_program_and_then_gives_up(tmp_path: Path) -> None:
    path = str(made(tmp_path / "file"))
    with closing(connect(path, "change", 0)) as database, closing(connect(path, "change", 0)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            use_write_ahead_log(database, 0.05)
        other.execute("ROLLBACK")
        use_write_ahead_log(database, 0.05)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_damage_is_told_from_locks_and_faults_of_statements(tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_bytes(b"no database, by far" * 100)
    path = str(made(tmp_path / "file"))
    faults = []
    for file, statement in (
        (str(foreign), "SELECT 1 FROM x"),
        (path, "SELECT 1 FROM missing"),
        (path, "SELECT missing"),
    ):
        with closing(connect(file, "change", 0)) as database:
            try:
                database.execute(statement)
            except sqlite3.Error as error:
                faults.append(means_damage(error))
    assert faults == [True, True, False]
    with closing(connect(path, "change", 0)) as database, closing(connect(path, "change", 0)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(sqlite3.OperationalError) as told:
            database.execute("SELECT 1 FROM numbers")
    assert not means_damage(told.value)
