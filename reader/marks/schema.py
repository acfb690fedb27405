"""The tables of the file of marks, and how those of older versions become them."""

from __future__ import annotations

from reader.marks.mark import BOOKMARK, Mark, Quotation, new_mark
from reader.marks.objects import written
from reader.model.address import parse
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

SCHEMA_VERSION = 2
APPLICATION_ID = 0x424D524B
"""Tells our files from foreign ones: "BMRK"."""
COLUMNS = "(id, kind, issue, article, changed, deleted, finished, mark)"

_TABLES = """
CREATE TABLE marks (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, issue TEXT NOT NULL, article TEXT NOT NULL,
    changed INTEGER NOT NULL, deleted INTEGER NOT NULL, finished INTEGER NOT NULL, mark TEXT NOT NULL
) STRICT;
CREATE INDEX marks_by_issue ON marks (issue, kind, deleted);
CREATE INDEX marks_by_time ON marks (kind, deleted, changed);
CREATE TABLE seen (folder TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (folder, name)) STRICT, WITHOUT ROWID
"""


def make(to: sqlite3.Connection) -> None:
    """Makes the tables in an empty file, within a transaction of the caller's."""
    for statement in _TABLES.split(";\n"):
        to.execute(statement)
    _sign(to)


def migrate(to: sqlite3.Connection, version: int) -> None:
    """Brings a file of an older version up to this one, within a transaction of the caller's."""
    for older in range(version, SCHEMA_VERSION):
        _STEPS[older](to)
    _sign(to)


def row(mark: Mark) -> tuple[str, str, str, str, int, int, int, str]:
    """Returns a mark as a row of the table of marks."""
    return (
        mark.id,
        mark.kind,
        mark.issue,
        mark.article,
        mark.changed,
        int(mark.deleted),
        int(mark.finished),
        written(mark),
    )


def _sign(to: sqlite3.Connection) -> None:
    to.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    to.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _from_1(to: sqlite3.Connection) -> None:
    """Version 1 knew bookmarks only, by their address, with the first words of the text and the time in seconds."""
    rows = to.execute("SELECT address, quotation, made FROM bookmark ORDER BY made, address").fetchall()
    for statement in _TABLES.split(";\n"):
        to.execute(statement)
    for address, quotation, made in rows:
        place = parse(address) if isinstance(address, str) else None
        if place and place.article and isinstance(quotation, str) and isinstance(made, int) and made >= 0:
            mark = new_mark(BOOKMARK, place.issue, place.article, (Quotation(place.anchor, "", quotation),))
            mark = replace(mark, made=made * 1000, changed=made * 1000)
            to.execute(f"INSERT INTO marks {COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row(mark))  # noqa: S608
    to.execute("DROP TABLE bookmark")


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _from_1}
