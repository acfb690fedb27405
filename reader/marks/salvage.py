"""The marks of a damaged file that was put aside: each row that can be read, however the rest is damaged.

The file is not changed. A table is read from both ends, so that a damaged page costs the rows on it.
"""

from __future__ import annotations

import time
from contextlib import closing, suppress

from reader.marks import rows, schema
from reader.marks.bounding import breach, fitted
from reader.marks.rows import UnreadableRow
from reader.model.record import record
from reader.sqlite import engine
from reader.sqlite.connection import connect
from reader.sqlite.signature import signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.marks.mark import Mark
    from reader.sqlite.connection import Row

MAX_SECONDS = 10.0
"""Time after which the reading of a file is given up; rows that were read until then are kept."""
_BUSY_SECONDS = 1.0
_STEPS = 10_000
"""Number of SQLite's steps between two looks at the clock."""
_MAX_SEEN = 100_000


@record
class Salvage:
    """The marks of a file, the rows that are no marks, and the files that were seen on the shelf."""

    marks: tuple[Mark, ...] = ()
    unreadable: tuple[UnreadableRow, ...] = ()
    seen: tuple[tuple[str, str], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found."""
        return not (self.marks or self.unreadable or self.seen)


def salvaged(path: str) -> Salvage:
    """Returns everything that can be read of a file of marks; nothing of a file that is none. Never raises."""
    end = time.monotonic() + MAX_SECONDS
    try:
        with closing(connect(path, "read", _BUSY_SECONDS)) as file:
            file.text_factory = rows.decoded
            file.set_progress_handler(lambda: time.monotonic() > end, _STEPS)
            if not _has_own_tables(file):
                return Salvage()
            found = rows.read(_both_ways(file, "SELECT rowid, id, mark FROM marks NOT INDEXED ORDER BY rowid"))
            each = list(found)
            aside = _both_ways(file, "SELECT rowid, id, mark FROM unreadable ORDER BY rowid")
            seen = _read(file, f"SELECT folder, name FROM seen LIMIT {_MAX_SEEN}")  # noqa: S608 (a number of ours)
    except (engine.Error, UnicodeError):
        return Salvage()
    marks = [fitted(mark) for mark in each if not isinstance(mark, UnreadableRow)]
    lost = [row for row in each if isinstance(row, UnreadableRow)]
    lost += [UnreadableRow(str(name), "", str(line)) for name, line in aside]
    names = [(folder, name) for folder, name in seen if isinstance(folder, str) and isinstance(name, str)]
    return Salvage(tuple(mark for mark in marks if not breach(mark)), tuple(lost), tuple(names))


def _has_own_tables(file: engine.Connection) -> bool:
    """Whether the marks of a file are in a table, which a query can only read; whatever its signature is."""
    version = schema.SCHEMA_VERSION
    with suppress(engine.Error):
        version = max(version, signature_of(file).version)
    kinds = file.execute("SELECT type, sql FROM sqlite_schema WHERE name IN ('marks', 'seen', 'unreadable')").fetchall()
    plain = all(kind == "table" and str(sql).upper().startswith("CREATE TABLE") for kind, sql in kinds)
    return bool(kinds) and plain and (version == schema.SCHEMA_VERSION or not schema.fault(file, version))


def _both_ways(file: engine.Connection, statement: str) -> list[Row]:
    """Returns the rows of a table, without their number: from its beginning and its end up to damaged pages."""
    found: dict[object, Row] = {}
    for direction in ("", " DESC"):
        for number, *row in _read(file, statement + direction):
            found.setdefault(number, row)
    return list(found.values())


def _read(file: engine.Connection, statement: str) -> list[Row]:
    """Returns the rows of a query up to a fault of the file."""
    found: list[Row] = []
    with suppress(engine.Error):
        found.extend(file.execute(statement))  # rows before the fault stay
    return found
