"""SQLite's interface in C, without the part of ``sqlite3`` in Python.

That part converts columns to dates and times, which no file of ours has, and imports ``datetime`` for them: a thirtieth
of the time that a verb takes. The names are those of ``sqlite3``, and the classes are the same.
"""

from _sqlite3 import (
    SQLITE_BUSY,
    SQLITE_CORRUPT,
    SQLITE_ERROR,
    SQLITE_FULL,
    SQLITE_NOTADB,
    Connection,
    DatabaseError,
    Error,
    OperationalError,
    connect,
    sqlite_version,
)

__all__ = [
    "SQLITE_BUSY",
    "SQLITE_CORRUPT",
    "SQLITE_ERROR",
    "SQLITE_FULL",
    "SQLITE_NOTADB",
    "Connection",
    "DatabaseError",
    "Error",
    "OperationalError",
    "connect",
    "sqlite_version",
]
