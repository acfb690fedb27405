"""The health of SQLite files: checks them without a change, copies them, puts damaged ones aside, deletes them."""

from __future__ import annotations

import os
import time
from contextlib import closing, suppress

from reader.gate import clean_line
from reader.sqlite import engine
from reader.sqlite.connection import connect

BUSY_SECONDS = 1.0
"""How long a check waits for the locks of other programs."""
ENDINGS = ("", "-wal", "-shm")
"""Endings of the names of the files that make up a database: itself, its log, the index of its log."""


def fault(path: str) -> str:
    """Returns the first fault of a file in one line; an empty string if it is whole or does not exist."""
    if not os.path.lexists(path):
        return ""
    if not os.path.isfile(path):
        return "no ordinary file"
    try:
        with closing(connect(path, "read", BUSY_SECONDS)) as database:
            return clean_line(fault_of(database).partition("\n")[0])
    except (engine.Error, UnicodeError) as error:
        return clean_line(str(error))


def fault_of(connection: engine.Connection, with_indexes: bool = False) -> str:
    """Returns the first fault that SQLite's check finds; an empty string if the file is whole.

    The quick check does not compare indexes with their tables; with them it takes about twice as long.

    Raises:
        engine.Error: If the file cannot be read, or is no database.
    """
    check = "integrity_check" if with_indexes else "quick_check"
    found = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    return "" if found == "ok" else found


def put_aside(path: str) -> str:
    """Renames a damaged file, so that nothing of it is overwritten; returns its new name.

    Raises:
        OSError: If the file cannot be renamed.
    """
    base = aside = f"{path}.damaged-{time.strftime('%Y-%m-%d')}"
    number = 1
    while os.path.lexists(aside):
        number += 1
        aside = f"{base}-{number}"
    os.rename(path, aside)
    for ending in ENDINGS[1:]:
        with suppress(FileNotFoundError):
            os.rename(path + ending, aside + ending)
    return aside


def back_up(connection: engine.Connection, copy: str) -> None:
    """Copies a file that is open; the copy gets its name once it is whole.

    Raises:
        engine.Error: If the file cannot be read, or its copy not be written.
        OSError: If the copy cannot be renamed.
    """
    from reader.file_writing import make_private

    fresh = f"{copy}.{os.getpid()}"
    try:
        make_private(fresh)
        with closing(engine.connect(fresh)) as to:
            connection.backup(to)
        os.replace(fresh, copy)
    finally:
        with suppress(FileNotFoundError):  # it has its name now
            os.unlink(fresh)


def delete(path: str) -> None:
    """Deletes a file with its log; one that does not exist stays so.

    Raises:
        OSError: If that is not allowed, or a folder has the file's name.
    """
    for ending in ENDINGS:
        if os.path.lexists(path + ending):
            os.unlink(path + ending)


def has_full_text_search() -> bool:
    """Whether the SQLite library of this Python has FTS5, its full-text search."""
    with closing(engine.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
        except engine.Error:
            return False
    return True


def library_version() -> str:
    """Returns the version of the SQLite library of this Python."""
    return engine.sqlite_version
