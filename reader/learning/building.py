"""Making the file of a dictionary: an SQLite file in the cache folder, which may be deleted at any time."""

from __future__ import annotations

import os
from array import array
from contextlib import closing, suppress

from reader.model.record import record
from reader.sqlite import engine
from reader.sqlite.connection import transaction
from reader.sqlite.signature import Signature, make_tables, sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    EntryRow = tuple[str, str, str]
    """An entry as it is kept: traditional, simplified, and its reading and senses, as the rest of a line of CC-CEDICT
    or a list in JSON."""

SIGNATURE = Signature(0x42524C34, 1)
"""Signature of our files; the application id is "BRL4"."""
TABLES = """
CREATE TABLE about (source TEXT NOT NULL) STRICT;
CREATE TABLE entries (
    id INTEGER PRIMARY KEY, traditional TEXT NOT NULL, simplified TEXT NOT NULL, rest TEXT NOT NULL
) STRICT;
CREATE TABLE glosses (word TEXT PRIMARY KEY, entries BLOB NOT NULL) STRICT, WITHOUT ROWID;
"""
INDEXES = """
CREATE INDEX entries_by_simplified ON entries (simplified);
CREATE INDEX entries_by_traditional ON entries (traditional) WHERE traditional <> simplified;
"""
NUMBERS = "I"
"""Type code of the numbers of entries in a row of ``glosses``, in the byte order of the machine."""


@record
class DictionaryText:
    """The content of a dictionary."""

    source: str
    """Name of the text, by which an older one is noticed."""
    rows: Iterable[EntryRow]
    """The entries."""
    glosses: Iterable[tuple[str, Iterable[int]]]
    """The words of the glosses in alphabetical order, each with the numbers of its entries, counted from 0, the best
    first."""


def build(path: str, text: DictionaryText) -> None:
    """Makes the file of a dictionary; it has its name once it is whole, and replaces another one.

    Raises:
        engine.Error: If the file cannot be written.
        OSError: If the folder cannot be made, or the file not be renamed.
    """
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    fresh = f"{path}.{os.getpid()}"
    try:
        with suppress(FileNotFoundError):
            os.unlink(fresh)
        with closing(engine.connect(fresh, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = OFF")  # whole or not at all by the renaming
            fill(connection, text)
        os.replace(fresh, path)
    finally:
        with suppress(FileNotFoundError):  # it has its name now
            os.unlink(fresh)


def fill(connection: engine.Connection, text: DictionaryText) -> None:
    """Makes the tables in an empty database.

    Raises:
        engine.Error: If it cannot be written.
    """
    connection.execute("PRAGMA journal_mode = OFF")
    with transaction(connection):
        make_tables(connection, TABLES)
        connection.execute("INSERT INTO about VALUES (?)", (text.source,))
        connection.executemany(
            "INSERT INTO entries VALUES (?, ?, ?, ?)", ((number, *row) for number, row in enumerate(text.rows))
        )
        rows = ((word, array(NUMBERS, numbers).tobytes()) for word, numbers in text.glosses)
        connection.executemany("INSERT INTO glosses VALUES (?, ?)", rows)
        make_tables(connection, INDEXES)
        sign(connection, SIGNATURE)


def rows_of(lines: Iterable[str]) -> Iterator[EntryRow]:
    """Yields the rows of lines in the format of CC-CEDICT; a line is taken apart only when its entry is looked up."""
    for line in lines:
        if line.startswith("#"):
            continue
        traditional, _, more = line.rstrip().partition(" ")
        simplified, _, rest = more.partition(" ")
        if rest.startswith("["):
            yield traditional, simplified, rest
