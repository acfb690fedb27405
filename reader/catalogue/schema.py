"""The tables of the catalogue's file, and the keys that are computed.

A change of a table needs another :data:`SCHEMA_VERSION`. A change of the records of the model, or another version of
the program, is noticed by itself (:data:`reader.catalogue.records.SHAPE`). In both cases the file is made anew.
"""

from __future__ import annotations

from reader.sqlite.signature import Signature

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.sqlite import engine

SCHEMA_VERSION = 7
SIGNATURE = Signature(0x42524C31, SCHEMA_VERSION)
"""Signature of our files; the application id is "BRL1"."""
PAGE_BYTES = 8192
"""Size of a page of the file."""
HASH_BYTES = 64 << 20
"""Size of the part of the index that FTS5 collects in memory before it writes it."""

_FTS = "content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '='\""  # see reader.search.tokens
TABLES = f"""
CREATE TABLE about (shape TEXT NOT NULL, sources TEXT NOT NULL) STRICT;
CREATE TABLE files (
    path TEXT PRIMARY KEY, size INTEGER NOT NULL, modified INTEGER NOT NULL, changed INTEGER NOT NULL,
    inode INTEGER NOT NULL, hash TEXT NOT NULL, issue INTEGER, fault TEXT
) STRICT;
CREATE TABLE issues (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, date TEXT NOT NULL, path TEXT NOT NULL,
    first INTEGER NOT NULL, last INTEGER NOT NULL, head BLOB NOT NULL
) STRICT;
CREATE INDEX issues_by_name ON issues (name);
CREATE INDEX issues_by_date ON issues (date, path);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY, issue INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, head BLOB NOT NULL,
    readings BLOB NOT NULL, heads INTEGER NOT NULL
) STRICT;
CREATE INDEX articles_by_issue ON articles (issue, number);
CREATE TABLE bodies (id INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;
CREATE TABLE names (kind TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (kind, name)) STRICT, WITHOUT ROWID;
CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX words_by_stem ON words (stem);
CREATE TABLE spellings (issue INTEGER NOT NULL, entry INTEGER NOT NULL, word TEXT NOT NULL) STRICT;
CREATE INDEX spellings_by_word ON spellings (word);
CREATE INDEX spellings_by_entry ON spellings (issue, entry);
CREATE VIRTUAL TABLE heads USING fts5(tokens, {_FTS});
CREATE VIRTUAL TABLE texts USING fts5(tokens, {_FTS});
INSERT INTO heads (heads, rank) VALUES ('hashsize', {HASH_BYTES});
INSERT INTO texts (texts, rank) VALUES ('hashsize', {HASH_BYTES});
"""  # noqa: S608 (our own names)

_SHADOWS = ("_data'(id INTEGER PRIMARY KEY, block BLOB)",
            "_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
            "_config'(k PRIMARY KEY, v) WITHOUT ROWID")  # fmt: skip
_SEQUENCE = "CREATE TABLE sqlite_sequence(name,seq)"
MAX_SCHEMA_CHARS = 1000
"""Length of the statements of a schema that are compared; ours are shorter."""


def is_ours(connection: engine.Connection) -> bool:
    """Whether the tables of a file are those that we make, and nothing else is in its schema: no view, no trigger.

    Raises:
        engine.Error: If the file cannot be read.
    """
    found = _schema(connection)
    return found == _usual() or found == _of_this_library()


def _schema(connection: engine.Connection) -> set[tuple[object, ...]]:
    """Returns the kind and statement of each entry of a schema; an index that SQLite made itself has none."""
    statement = "SELECT type, substr(sql, 1, ?), count(*) FROM sqlite_schema GROUP BY 1, 2 LIMIT 100"
    return set(connection.execute(statement, (MAX_SCHEMA_CHARS,)))


def _usual() -> set[tuple[object, ...]]:
    """Returns our schema as SQLite usually writes it: making one to compare with takes ten milliseconds."""
    ours = [statement.strip() for statement in TABLES.split(";\n") if statement.strip().startswith("CREATE")]
    ours += [f"CREATE TABLE '{table}{shadow}" for table in ("heads", "texts") for shadow in _SHADOWS]
    kinds = [("index" if statement.startswith("CREATE INDEX") else "table", statement, 1) for statement in ours]
    return {*kinds, ("table", _SEQUENCE, 1), ("index", None, 1)}


def _of_this_library() -> set[tuple[object, ...]]:
    """Returns our schema as the SQLite library of this Python makes it."""
    from contextlib import closing

    from reader.sqlite import engine
    from reader.sqlite.signature import make_tables

    with closing(engine.connect(":memory:")) as made:
        make_tables(made, TABLES)
        return _schema(made)


def chunk_key(issue: int, article: int, chunk: int) -> int:
    """Returns the key in ``bodies`` of a chunk of an article's blocks.

    Args:
        issue: The key of the issue. No issue gets the key of an earlier one, so a key never names another text.
        article: The number of the article in its issue, from 0.
        chunk: The number of the chunk, from 0.
    """
    return issue << 36 | article << 16 | chunk
