"""The signature of an SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from reader.sqlite.signature import Signature, sign, signature_of

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_that_is_signed_meanwhile_has_both_numbers_or_none(tmp_path: Path) -> None:
    path = str(tmp_path / "a.sqlite")
    with closing(sqlite3.connect(path)) as connection, closing(sqlite3.connect(path)) as other:
        connection.execute("PRAGMA journal_mode = wal")

        def sign_between(statement: str) -> None:
            if statement == "PRAGMA user_version":
                with other:
                    other.execute("BEGIN IMMEDIATE")
                    sign(other, Signature(7, 3))

        connection.set_trace_callback(sign_between)
        assert signature_of(connection) == Signature(0, 0)
        connection.set_trace_callback(None)
        assert signature_of(connection) == Signature(7, 3)
