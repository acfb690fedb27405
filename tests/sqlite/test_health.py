"""The health of SQLite files: faults, putting aside, copies, deletion, signatures."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reader.sqlite.connection import connect, transaction, use_write_ahead_log
from reader.sqlite.health import back_up, delete, fault, has_full_text_search, put_aside
from reader.sqlite.signature import Signature, has_tables, make_tables, sign, signature_of

TABLES = """
CREATE TABLE one (x);
CREATE TABLE two (x)
"""


@pytest.fixture
def path(tmp_path: Path) -> str:
    made = str(tmp_path / "file.sqlite")
    with closing(connect(made, "create", 1)) as database:
        database.execute("CREATE TABLE numbers (number)")
    return made


def test_a_whole_file_and_a_missing_one_have_no_fault(path: str) -> None:
    assert fault(path) == fault(path + ".missing") == ""


def test_a_fault_is_one_line(path: str, tmp_path: Path) -> None:
    assert fault(str(tmp_path)) == "no ordinary file"
    Path(path).write_bytes(b"text, many times " * 500)
    assert "not a database" in fault(path)
    assert "\n" not in fault(path)


def test_a_file_put_aside_keeps_its_content_and_log(path: str) -> None:
    content = Path(path).read_bytes()
    Path(path + "-wal").write_bytes(b"log")
    aside = put_aside(path)
    assert not os.path.exists(path)
    assert Path(aside).read_bytes() == content
    assert Path(aside + "-wal").read_bytes() == b"log"
    Path(path).write_bytes(b"second")
    assert put_aside(path) == f"{aside}-2"
    with pytest.raises(FileNotFoundError):
        put_aside(path)


def test_a_copy_is_whole(path: str, tmp_path: Path) -> None:
    copy = str(tmp_path / "copy")
    with closing(connect(path, "change", 1)) as database:
        use_write_ahead_log(database, 1)
        database.execute("INSERT INTO numbers VALUES (7)")
        back_up(database, copy)
    with closing(sqlite3.connect(copy)) as database:
        assert database.execute("SELECT number FROM numbers").fetchall() == [(7,)]
    assert [name for name in os.listdir(tmp_path) if name.startswith("copy")] == ["copy"]


def test_a_file_is_deleted_with_its_log(path: str, tmp_path: Path) -> None:
    Path(path + "-wal").write_bytes(b"log")
    delete(path)
    delete(path)
    assert os.listdir(tmp_path) == []


def test_tables_and_signature_belong_to_one_transaction(tmp_path: Path) -> None:
    with closing(connect(str(tmp_path / "new"), "create", 1)) as database:
        assert not has_tables(database)
        assert signature_of(database) == Signature(0, 0)
        with suppress(KeyError), transaction(database):
            make_tables(database, TABLES)
            sign(database, Signature(1, 2))
            raise KeyError
        assert not has_tables(database)
        assert signature_of(database) == Signature(0, 0)
        with transaction(database):
            make_tables(database, TABLES)
            sign(database, Signature(1, 2))
        assert has_tables(database)
        assert signature_of(database) == Signature(1, 2)


def test_full_text_search_is_there() -> None:
    assert has_full_text_search()
