"""The catalogue: a disposable SQLite file with what is known of a library's files, and the index of their texts.

It is named after the folders it belongs to, lies in the cache folder, and may be deleted or damaged at any moment.
Issues are kept as rows of records (``records.py``), heads, articles and bodies apart. Rows of the index are
numbered so that those of newer issues come after those of older ones.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
from binascii import crc32
from contextlib import contextmanager, suppress

from reader.catalogue import records as rows
from reader.catalogue.deferred import PART_BLOCKS
from reader.errors import UnusableError
from reader.folders import cache_folder
from reader.gate import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import Any

    from reader.library.files import State
    from reader.model.magazine import Article, Block, Issue

SCHEMA_VERSION = 4
APPLICATION_ID = 0x42524C31
"""Tells our files from foreign ones: "BRL1"."""
BUSY_SECONDS = 10.0
RETRY_SECONDS = 0.02
PAGE_BYTES = 8192
CACHE_KIB = 32 * 1024
MAP_BYTES = 1 << 30
HASH_BYTES = 64 << 20
"""What the index collects in memory before it writes."""

_FTS = "content='', detail=none, columnsize=0, tokenize=\"ascii tokenchars '='\""  # see reader.search.tokens
_SCHEMA = f"""
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


class CatalogueError(UnusableError):
    """The catalogue cannot be read or written; ``damaged`` if it should be made anew."""

    def __init__(self, message: str, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged


def place_of(sources: Sequence[str]) -> str:
    """Returns where the catalogue of some folders lies; their real paths name it."""
    stem = os.path.basename(sources[0]) or "root"
    stem = "".join(c for c in stem if c.isascii() and (c.isalnum() or c in "-_"))[:40]
    name = f"{stem or 'library'}-{crc32(json.dumps(sources).encode('utf-8', 'surrogatepass')):08x}.sqlite"
    return os.path.join(cache_folder(), "libraries", name)


class Catalogue:
    """A connection to the catalogue of some folders, given by their real paths."""

    def __init__(self, sources: Sequence[str], path: str = "") -> None:
        self.sources = tuple(sources)
        self.path = path or place_of(self.sources)
        self._connection: sqlite3.Connection | None = None

    # -- opening ---------------------------------------------------------------------------------------

    def open(self, writing: bool = False) -> bool:
        """Opens the file; for writing it is made if it is not there. Returns whether there is one.

        Raises:
            CatalogueError: If it cannot be opened, is foreign, damaged, or of another version of the program.
        """
        if self._connection:
            return True
        with self._told():
            if writing:
                os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            elif not os.path.exists(self.path):
                return False
            self._connection = self._connect(writing)
        return True

    def _connect(self, writing: bool) -> sqlite3.Connection:
        frozen = not writing and not os.access(os.path.dirname(self.path), os.W_OK)
        mode = "ro&immutable=1" if frozen else "rwc" if writing else "rw"
        uri = f"file:{_escaped(self.path)}?mode={mode}"
        made = sqlite3.connect(uri, timeout=BUSY_SECONDS, isolation_level=None, uri=True, check_same_thread=False)
        try:
            made.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
            made.execute(f"PRAGMA mmap_size = {MAP_BYTES}")
            if writing:
                self._prepare(made)
            self._check(made)
        except BaseException:
            made.close()
            raise
        return made

    def _prepare(self, made: sqlite3.Connection) -> None:
        made.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        _keep_a_log(made)
        made.execute("PRAGMA synchronous = NORMAL")
        if made.execute("PRAGMA user_version").fetchone()[0] or made.execute("SELECT 1 FROM sqlite_schema").fetchone():
            return
        made.execute("BEGIN IMMEDIATE")
        if not made.execute("SELECT 1 FROM sqlite_schema").fetchone():  # another program was not faster
            for statement in _SCHEMA.split(";\n"):
                made.execute(statement)
            about = (rows.SHAPE, json.dumps(self.sources))
            made.execute("INSERT INTO about VALUES (?, ?)", about)
            made.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            made.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        made.execute("COMMIT")

    def _check(self, made: sqlite3.Connection) -> None:
        version = made.execute("PRAGMA user_version").fetchone()[0]
        ours = made.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        if not ours or version != SCHEMA_VERSION:
            raise CatalogueError(f"{clean_line(self.path)}: not a catalogue of this version", damaged=True)
        about = made.execute("SELECT shape, sources FROM about").fetchone()
        if about is None or tuple(about) != (rows.SHAPE, json.dumps(self.sources)):
            raise CatalogueError(f"{clean_line(self.path)}: not the catalogue of these folders", damaged=True)

    def close(self) -> None:
        """Closes the file."""
        connection, self._connection = self._connection, None
        if connection:
            connection.close()

    def again(self) -> Catalogue:
        """Returns another connection to the same file, for another thread."""
        return Catalogue(self.sources, self.path)

    def delete(self) -> None:
        """Deletes the file, so that it is made anew.

        Raises:
            CatalogueError: If that is not allowed.
        """
        self.close()
        with self._told():
            for ending in ("", "-wal", "-shm"):
                if os.path.isdir(self.path + ending):
                    raise CatalogueError(f"{clean_line(self.path)}: a folder is in the place of the catalogue")
                if os.path.lexists(self.path + ending):
                    os.unlink(self.path + ending)

    @contextmanager
    def _told(self, reading: bool = False) -> Iterator[None]:
        """Turns what SQLite and the disk say into one line. A file that turns out to be damaged is deleted."""
        try:
            yield
        except sqlite3.Error as error:
            found = CatalogueError(f"{clean_line(self.path)}: {clean_line(str(error))}", _means_damage(error))
        except OSError as error:
            found = CatalogueError(f"{clean_line(self.path)}: {error.strerror}")
        except rows.UNREADABLE:
            found = CatalogueError(f"{clean_line(self.path)}: damaged rows", damaged=True)
        else:
            return
        if found.damaged and reading:
            with suppress(CatalogueError):
                self.delete()
        raise found

    def select(self, statement: str, values: Iterable[Any] = ()) -> list[Any]:
        """Returns the rows of a query.

        Raises:
            CatalogueError: If the file cannot be read.
        """
        if self._connection is None:
            raise CatalogueError(f"{clean_line(self.path)}: it is not there any more")
        with self._told(reading=True):
            return self._connection.execute(statement, tuple(values)).fetchall()

    def each(self, statement: str, values: Iterable[Any] = ()) -> Iterator[Any]:
        """Yields the rows of a query as they are found.

        Raises:
            CatalogueError: If the file cannot be read.
        """
        if self._connection is None:
            raise CatalogueError(f"{clean_line(self.path)}: it is not there any more")
        with self._told(reading=True):
            yield from self._connection.execute(statement, tuple(values))

    def interrupt(self) -> None:
        """Ends the query that another thread is at."""
        if self._connection:
            self._connection.interrupt()

    @contextmanager
    def reading(self) -> Iterator[int]:
        """Reads one state of the file, whatever others write meanwhile; tells the state's version.

        Raises:
            CatalogueError: If the file cannot be read.
        """
        self.select("BEGIN")
        try:
            self.select("SELECT 1 FROM about")  # the state is that of the first look
            yield int(self.select("PRAGMA data_version")[0][0])
        finally:
            if self._connection:
                self.select("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Writes what is done within it, all or nothing.

        Raises:
            CatalogueError: If the file cannot be written.
        """
        assert self._connection is not None
        with self._told():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    # -- reading ----------------------------------------------------------------------------------------

    def states(self) -> dict[str, State]:
        """Returns the states of all files as they were read."""
        return {row[0]: row[1:] for row in self.select("SELECT path, size, modified, changed, inode FROM files")}

    def state(self, path: str) -> State | None:
        """Returns the state in which a file was read."""
        found = self.select("SELECT size, modified, changed, inode FROM files WHERE path = ?", (path,))
        return found[0] if found else None

    def fault(self, path: str) -> list[Any] | None:
        """Returns the fields of the diagnostic that keeps a file from being opened; None if there is none."""
        found = self.select("SELECT fault FROM files WHERE path = ? AND fault IS NOT NULL", (path,))
        with self._told(reading=True):
            return json.loads(found[0][0]) if found else None

    def broken_paths(self) -> set[str]:
        """Returns the files that cannot be opened."""
        return {path for (path,) in self.select("SELECT path FROM files WHERE fault IS NOT NULL")}

    def languages(self) -> list[str]:
        """Returns the languages of the texts."""
        return [tag for (tag,) in self.select("SELECT name FROM names WHERE kind = 'lang' AND name <> ''")]

    def paths_of(self, name: str) -> list[str]:
        """Returns the files whose issue has that id."""
        return [path for (path,) in self.select("SELECT path FROM issues WHERE name = ? ORDER BY path", (name,))]

    def issue(self, path: str) -> tuple[int, bytes] | None:
        """Returns the number and the head of a file's issue."""
        found = self.select("SELECT id, head FROM issues WHERE path = ?", (path,))
        return found[0] if found else None

    def articles(self, issue: int, part: int, blocks: Callable[[int, int], Sequence[Block]]) -> list[Article]:
        """Returns a part of an issue's articles; ``blocks`` loads a part of the body of the article of a number."""
        first = part * PART_BLOCKS
        found = self.select(
            "SELECT number, head FROM articles WHERE issue = ? AND number >= ? AND number < ? ORDER BY number",
            (issue, first, first + PART_BLOCKS),
        )
        return [self.article(number, head, blocks) for number, head in found]

    def article(self, number: int, head: bytes, blocks: Callable[[int, int], Sequence[Block]]) -> Article:
        """Returns an article from its row."""
        with self._told(reading=True):
            return rows.decode_article(head, lambda part: blocks(number, part))

    def head(self, head: bytes, articles: Callable[[int], Sequence[Article]]) -> Issue:
        """Returns an issue from its row."""
        with self._told(reading=True):
            return rows.decode_issue(head, articles)

    def blocks(self, issue: int, number: int, part: int) -> Sequence[Block] | None:
        """Returns a part of an article's blocks; None if it is not there any more."""
        found = self.select("SELECT rows FROM bodies WHERE id = ?", (body_id(issue, number, part),))
        with self._told(reading=True):
            return rows.decode_blocks(found[0][0]) if found else None


def _keep_a_log(made: sqlite3.Connection) -> None:
    """Has changes go through a log (WAL). Of two programs that want that at once SQLite refuses one without waiting."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            made.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(RETRY_SECONDS)


def _escaped(path: str) -> str:
    """Returns a path as SQLite's URIs want it; ``urllib`` says the same, but takes 6 ms to import."""
    return path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")


def _means_damage(error: sqlite3.Error) -> bool:
    """Whether what SQLite says is about the file, not about a lock, the disk, or an interrupt."""
    if not isinstance(error, sqlite3.OperationalError):
        return True
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or str(error).startswith("no such")


def body_id(issue: int, number: int, part: int) -> int:
    """Returns the key of a part of a body. Issues are numbered once and for all, so none ever means another text."""
    return issue << 36 | number << 16 | part
