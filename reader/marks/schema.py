"""The tables of the file of marks, and the migrations of files of older versions."""

from __future__ import annotations

from reader.marks.bounding import breach, divided
from reader.marks.json_form import from_any_line
from reader.marks.mark import BOOKMARK, TextQuote, new_mark
from reader.marks.rows import join, put
from reader.model.address import parse
from reader.model.record import replace
from reader.sqlite.signature import Signature, make_tables, sign

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.sqlite import engine

SCHEMA_VERSION = 3
SIGNATURE = Signature(0x424D524B, SCHEMA_VERSION)
"""Signature of our files; the application id is "BMRK"."""

_TABLES = """
CREATE TABLE IF NOT EXISTS marks (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, issue TEXT NOT NULL, article TEXT NOT NULL,
    changed INTEGER NOT NULL, deleted INTEGER NOT NULL, finished INTEGER NOT NULL, mark TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS marks_by_issue ON marks (issue, kind, deleted);
CREATE INDEX IF NOT EXISTS marks_by_time ON marks (kind, deleted, changed);
CREATE TABLE IF NOT EXISTS seen (
    folder TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (folder, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS bookmarked (key TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS bookmarked_by_id ON bookmarked (id);
CREATE TABLE IF NOT EXISTS unreadable (id TEXT NOT NULL, mark TEXT NOT NULL) STRICT
"""
"""``bookmarked`` has the keys of the bookmarks, ``unreadable`` the rows that were set aside."""
_NAMES = ("marks", "seen", "bookmarked", "unreadable")
_MAX_SCHEMA_CHARS = 1000
"""Length of the statements of a schema that are compared; ours are shorter."""


def make(to: engine.Connection) -> None:
    """Makes the tables in an empty file, within a transaction of the caller."""
    make_tables(to, _TABLES)
    sign(to, SIGNATURE)


def fault(of: engine.Connection, version: int) -> str:
    """Returns the fault of a file's schema: anything in it that is not ours, and may do anything when it is used.

    Of a newer version only our own names are looked at, of an older one the kinds of its entries.

    Raises:
        engine.Error: If the file cannot be read.
    """
    found = of.execute("SELECT type, name, substr(sql, 1, ?) FROM sqlite_schema LIMIT 100", (_MAX_SCHEMA_CHARS,))
    statements: set[str] = set()
    for kind, name, statement in found.fetchall():
        shown = statement if isinstance(statement, str) else ""
        is_plain = kind in ("table", "index") and not shown.upper().startswith("CREATE VIRTUAL")
        if not is_plain and (version <= SCHEMA_VERSION or name in _NAMES):
            return "it has a view, a trigger or a virtual table"
        if shown and not str(name).startswith("sqlite_"):
            statements.add(shown.strip())
    return "its tables are other ones" if version == SCHEMA_VERSION and statements != _statements() else ""


def _statements() -> set[str]:
    """Returns the statements of our schema as SQLite keeps them."""
    return {statement.strip().replace("IF NOT EXISTS ", "") for statement in _TABLES.split(";\n")}


def migrate(to: engine.Connection, version: int) -> None:
    """Brings a file of an older version up to this one, within a transaction of the caller."""
    for older in range(version, SCHEMA_VERSION):
        _MIGRATIONS[older](to)
    sign(to, SIGNATURE)


def _from_1(to: engine.Connection) -> None:
    """Migrates version 1: bookmarks by their address, with the first words of the text and the time in seconds."""
    rows = to.execute("SELECT address, quotation, made FROM bookmark ORDER BY made, address").fetchall()
    make_tables(to, _TABLES)
    for address, quotation, made in rows:
        place = parse(address) if isinstance(address, str) else None
        if place and place.article and isinstance(quotation, str) and isinstance(made, int) and made >= 0:
            mark = new_mark(BOOKMARK, place.issue, place.article, (TextQuote(place.anchor, "", quotation),))
            put(to, replace(mark, made=made * 1000, changed=made * 1000))
    to.execute("DROP TABLE bookmark")


def _from_2(to: engine.Connection) -> None:
    """Migrates version 2, which had no bounds and no keys: brings marks within bounds, joins bookmarks of a passage.

    A row that cannot be read stays as it is.
    """
    make_tables(to, _TABLES)
    for name, line in to.execute("SELECT id, mark FROM marks ORDER BY id").fetchall():
        try:
            mark = from_any_line(line)
        except ValueError:
            continue
        marks = divided(mark)
        if mark.id != name or any(map(breach, marks)):
            continue
        for each in marks:
            if each != mark:
                put(to, each)
            join(to, each)


_MIGRATIONS: dict[int, Callable[[engine.Connection], None]] = {1: _from_1, 2: _from_2}
"""The migration from each older version to the next one."""
