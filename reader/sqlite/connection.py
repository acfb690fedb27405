"""Connections to SQLite files: opening by path, the write-ahead log, transactions, and errors that mean damage."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager

from reader.gate import FIRST_BYTE, LAST_BYTE
from reader.sqlite import engine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, Literal

    Access = Literal["read", "change", "create"]
    """``read`` and ``change`` need a file that exists; ``create`` makes it."""
    Row = Any
    """A row of a query; its types are those of the columns in the statement."""

RETRY_SECONDS = 0.02
"""Time between two attempts to switch a file to the write-ahead log."""
_MODES = {"read": "ro", "change": "rw", "create": "rwc"}


def connect(path: str, access: Access, busy_seconds: float) -> engine.Connection:
    """Opens a file without implicit transactions; another thread may interrupt its queries.

    A file that cannot be written, or lies in a folder that cannot, is opened as one that never changes: SQLite could
    make neither its log nor its locks there.

    Args:
        path: The file.
        access: Use of the file.
        busy_seconds: How long to wait for the locks of other connections.

    Raises:
        engine.Error: If the file cannot be opened. Damage is found by the first statement only.
        UnicodeError: If the path has surrogates that are no bytes.
    """
    frozen = access != "create" and not is_writable(path)
    mode = "ro&immutable=1" if frozen else _MODES[access]
    uri = f"file:{_escaped(path)}?mode={mode}"
    made = engine.connect(uri, timeout=busy_seconds, isolation_level=None, uri=True, check_same_thread=False)
    made.execute("PRAGMA trusted_schema = OFF")  # nothing in the file's own schema may call functions with effects
    return made


def is_writable(path: str) -> bool:
    """Whether a file and its folder can be written."""
    return os.access(os.path.dirname(path), os.W_OK) and os.access(path, os.W_OK)


def use_write_ahead_log(connection: engine.Connection, busy_seconds: float) -> None:
    """Switches a file to the write-ahead log (WAL), so that reading goes on while another program writes.

    If two programs switch at once, SQLite refuses one of them without waiting; the refused one tries again.

    Raises:
        engine.Error: If it is still refused after ``busy_seconds``, or cannot be done.
    """
    end = time.monotonic() + busy_seconds
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except engine.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != engine.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(RETRY_SECONDS)


@contextmanager
def transaction(connection: engine.Connection) -> Iterator[engine.Connection]:
    """Writes the statements of its context together, or none of them if the context ends with an exception."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def means_damage(error: engine.Error) -> bool:
    """Whether an error is about the content of the file, not about a lock, the disk or an interrupt."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (engine.SQLITE_CORRUPT, engine.SQLITE_NOTADB) or str(error).startswith("no such table")


def _escaped(path: str) -> str:
    """Returns a path as SQLite's URIs need it. ``urllib`` does the same, but takes 6 ms to import."""
    escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    if escaped.isprintable():
        return escaped
    return "".join(f"%{ord(c) & 0xFF:02x}" if FIRST_BYTE <= c <= LAST_BYTE else c for c in escaped)
