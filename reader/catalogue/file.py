"""The catalogue: a disposable SQLite file with the facts known about a library's files, and the index of their texts.

It lies in the cache folder under a name made from the folders it belongs to, and may be deleted or damaged at any
moment. Issues are kept as encoded records (``records.py``): issues without articles, articles without bodies, and
bodies in chunks. The tables are in ``schema.py``.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager, suppress
from zlib import crc32

from reader.catalogue import records
from reader.catalogue.file_state import FileState
from reader.catalogue.lazy import CHUNK_SIZE
from reader.catalogue.schema import PAGE_BYTES, SIGNATURE, TABLES, chunk_key, is_ours
from reader.catalogue.seal import break_seal, remove_seal, seal, verdict
from reader.errors import UnusableError
from reader.folders import cache_folder
from reader.gate import clean_line, shown_path
from reader.sqlite import engine
from reader.sqlite.connection import connect, means_damage, transaction, use_write_ahead_log
from reader.sqlite.signature import has_tables, make_tables, sign, signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    from reader.catalogue.records import Value
    from reader.model.magazine import Article, Block, Issue
    from reader.model.outline import Outline
    from reader.sqlite.connection import Row

    T = TypeVar("T")
    LoadBlocks = Callable[[int, int], Sequence[Block]]
    LoadOutlines = Callable[[int, int], Sequence[Outline] | None]

CHECK_SECONDS = 2.0
"""Longest time in which a file shows that it is ours."""
STEPS_BETWEEN_LOOKS = 10_000
"""Number of SQLite's steps between two looks at the clock."""
CHECKPOINT_MS = 200
"""How long the end of writing waits for others that read."""
BUSY_SECONDS = 10.0
"""How long to wait for another program that is writing."""
CACHE_KIB, WRITING_CACHE_KIB = 32 * 1024, 8 * 1024
"""Sizes of SQLite's cache of pages for queries and for writing, where more takes no less time."""
MAP_BYTES = 1 << 30
"""Largest part of the file that is mapped into memory for queries. Writing gains nothing by it."""
_STATE = (int, int, int, int)
_FAULT = [str, int, int, str, str, str, str, str, int]
"""Types of the fields of a diagnostic."""
MAX_STEM_CHARS = 40
"""Length of the readable part of the file's name."""


class CatalogueError(UnusableError):
    """The catalogue cannot be read or written; ``damaged`` if it should be made anew."""

    def __init__(self, message: str, damaged: bool = False) -> None:
        super().__init__(message)
        self.damaged = damaged


def default_path(folders: Sequence[str]) -> str:
    """Returns the path of the catalogue of some folders, which are given by their real paths."""
    stem = os.path.basename(folders[0]) or "root"
    stem = "".join(c for c in stem if c.isascii() and (c.isalnum() or c in "-_"))[:MAX_STEM_CHARS]
    name = f"{stem or 'library'}-{crc32(json.dumps(folders).encode('utf-8', 'surrogatepass')):08x}.sqlite"
    return os.path.join(cache_folder(), "libraries", name)


class _Translating:
    """A context in which errors are translated; entered by each statement, so that it is no generator."""

    __slots__ = ("_catalogue", "_reading")

    def __init__(self, catalogue: Catalogue, reading: bool) -> None:
        self._catalogue, self._reading = catalogue, reading

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        if error is not None:
            self._catalogue.translate(error, self._reading)


class Catalogue:
    """A connection to the catalogue of some folders, which are given by their real paths."""

    def __init__(self, folders: Sequence[str], path: str = "") -> None:
        self.folders = tuple(folders)
        self.path = path or default_path(self.folders)
        self._connection: engine.Connection | None = None
        self._seals = False

    # -- the file ----------------------------------------------------------------------------------------

    def open(self, writing: bool = False) -> bool:
        """Opens the file; for writing it is made if it does not exist. Returns whether it is open.

        Raises:
            CatalogueError: If it cannot be opened, is foreign, damaged, or of another version of the program.
        """
        if self._connection:
            return True
        with self._translated_errors():
            if writing:
                os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            elif not os.path.exists(self.path):
                return False
            self._connection = self._connect(writing)
        return True

    def _connect(self, writing: bool) -> engine.Connection:
        found = verdict(self.path) if os.path.exists(self.path) and os.path.getsize(self.path) else "whole"
        if found == "changed":
            raise CatalogueError(f"{shown_path(self.path)}: was changed by another program", damaged=True)
        if writing:
            break_seal(self.path)
        made = connect(self.path, "create" if writing else "change", BUSY_SECONDS)
        try:
            made.execute(f"PRAGMA mmap_size = {0 if writing else MAP_BYTES}")
            if writing:
                self._prepare(made)
            # after the size of a page is set: the cache would have as many pages of that size as of the usual one
            made.execute(f"PRAGMA cache_size = -{WRITING_CACHE_KIB if writing else CACHE_KIB}")
            self._check(made)
            if found == "left unfinished":
                self._check_content(made)
                break_seal(self.path)  # and sealed when it is closed
        except BaseException:
            made.close()
            raise
        self._seals = writing or found == "left unfinished"
        return made

    def _prepare(self, made: engine.Connection) -> None:
        """Makes the tables of a new file."""
        made.execute(f"PRAGMA page_size = {PAGE_BYTES}")
        use_write_ahead_log(made, BUSY_SECONDS)
        made.execute("PRAGMA synchronous = NORMAL")
        if signature_of(made).version or has_tables(made):
            return
        with transaction(made):
            if not has_tables(made):  # else another program was faster
                make_tables(made, TABLES)
                made.execute("INSERT INTO about VALUES (?, ?)", (records.SHAPE, json.dumps(self.folders)))
                sign(made, SIGNATURE)

    def _check(self, made: engine.Connection) -> None:
        """Refuses a file that is not ours before anything of its tables is read: a view could run for ever."""
        end = time.monotonic() + CHECK_SECONDS
        made.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
        if signature_of(made) != SIGNATURE or not is_ours(made):
            raise CatalogueError(f"{shown_path(self.path)}: not a catalogue of this version", damaged=True)
        made.set_progress_handler(None, 0)
        about = made.execute("SELECT shape, sources FROM about").fetchone()
        if about is None or tuple(about) != (records.SHAPE, json.dumps(self.folders)):
            raise CatalogueError(f"{shown_path(self.path)}: not the catalogue of these folders", damaged=True)

    def _check_content(self, made: engine.Connection) -> None:
        """Refuses a damaged file; it is read as a whole, after a writer was killed."""
        from reader.sqlite.health import fault_of

        if fault := fault_of(made):
            raise CatalogueError(f"{shown_path(self.path)}: {clean_line(fault)}", damaged=True)
        for table in ("heads", "texts"):
            made.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")  # noqa: S608 (our own names)

    def close(self) -> None:
        """Closes the file; after writing it is sealed."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        if self._seals:
            with suppress(engine.Error):  # others may be reading: it is sealed another time
                connection.execute(f"PRAGMA busy_timeout = {CHECKPOINT_MS}")
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        if self._seals:
            self._seals = False
            seal(self.path)

    def again(self) -> Catalogue:
        """Returns another connection to the same file, for another thread."""
        return Catalogue(self.folders, self.path)

    def delete(self) -> None:
        """Deletes the file, so that it is made anew.

        Raises:
            CatalogueError: If that is not allowed.
        """
        from reader.sqlite.health import delete

        self._seals = False
        self.close()
        with self._translated_errors():
            if os.path.isdir(self.path):
                raise CatalogueError(f"{shown_path(self.path)}: a folder is in the place of the catalogue")
            delete(self.path)
            remove_seal(self.path)

    def _translated_errors(self, reading: bool = False) -> _Translating:
        """Turns errors of SQLite and the disk in its context into ours, with a message of one line.

        A file that is found damaged while reading is deleted.
        """
        return _Translating(self, reading)

    def translate(self, error: BaseException, reading: bool) -> None:
        """Raises our error in the place of one of SQLite or the disk; does nothing for any other."""
        if isinstance(error, engine.Error):
            is_odd = not isinstance(error, engine.OperationalError) or str(error).startswith("no such")
            # it can be made anew at no cost, so less is needed than for a file of marks
            fault = CatalogueError(f"{shown_path(self.path)}: {clean_line(str(error))}", is_odd or means_damage(error))
        elif isinstance(error, OSError):
            fault = CatalogueError(f"{shown_path(self.path)}: {error.strerror}")
        elif isinstance(error, records.UNREADABLE):
            fault = CatalogueError(f"{shown_path(self.path)}: damaged rows", damaged=True)
        else:
            return
        if fault.damaged and reading:
            with suppress(CatalogueError):
                self.delete()
        raise fault from None

    # -- statements --------------------------------------------------------------------------------------

    def select(self, statement: str, values: Iterable[object] = (), types: Sequence[type] = ()) -> list[Row]:
        """Returns the rows of a query.

        Args:
            statement: The query.
            values: Its parameters.
            types: The types of its columns; SQLite does not hold a damaged file to those of its tables.

        Raises:
            CatalogueError: If the file cannot be read, or a row has a value of another type.
        """
        with self._translated_errors(reading=True):
            rows = self._opened().execute(statement, tuple(values)).fetchall()
            for column, expected in zip(zip(*rows, strict=True), types, strict=False):
                if set(map(type, column)) != {expected}:
                    raise TypeError
            return rows

    def each(self, statement: str, values: Iterable[object] = ()) -> Iterator[Row]:
        """Yields the rows of a query as they are found.

        Raises:
            CatalogueError: If the file cannot be read.
        """
        with self._translated_errors(reading=True):
            yield from self._opened().execute(statement, tuple(values))

    def _opened(self) -> engine.Connection:
        if self._connection is None:
            raise CatalogueError(f"{shown_path(self.path)}: it is not there any more")
        return self._connection

    def interrupt(self) -> None:
        """Ends the query that another thread is running."""
        if self._connection:
            self._connection.interrupt()

    @contextmanager
    def reading(self) -> Iterator[int]:
        """Reads one state of the file within its context, whatever others write; gives the version of that state.

        Raises:
            CatalogueError: If the file cannot be read.
        """
        self.select("BEGIN")
        try:
            self.select("SELECT 1 FROM about")  # the first query fixes the state
            yield int(self.select("PRAGMA data_version")[0][0])
        finally:
            if self._connection:
                self.select("COMMIT")

    @contextmanager
    def writing(self) -> Iterator[engine.Connection]:
        """Writes the statements of its context together, or none of them.

        Raises:
            CatalogueError: If the file cannot be written.
        """
        with self._translated_errors():
            break_seal(self.path)
            with transaction(self._opened()) as connection:
                yield connection

    # -- files and issues --------------------------------------------------------------------------------

    def states(self) -> dict[str, FileState]:
        """Returns the states in which files were read, by their paths."""
        rows = self.select("SELECT path, size, modified, changed, inode FROM files", types=(str, *_STATE))
        return {path: FileState(*columns) for path, *columns in rows}

    def state(self, path: str) -> FileState | None:
        """Returns the state in which a file was read."""
        found = self.select("SELECT size, modified, changed, inode FROM files WHERE path = ?", (path,), _STATE)
        return FileState(*found[0]) if found else None

    def hashes(self) -> dict[str, str]:
        """Returns the hashes of the contents of files, by their paths; files too large to hash are left out."""
        return dict(self.select("SELECT path, hash FROM files WHERE hash <> ''", types=(str, str)))

    def fault(self, path: str) -> list[Value] | None:
        """Returns the fields of the diagnostic that keeps a file from being opened; None if there is none."""
        found = self.select("SELECT fault FROM files WHERE path = ? AND fault IS NOT NULL", (path,), (str,))
        with self._translated_errors(reading=True):
            fields: list[Value] | None = json.loads(found[0][0]) if found else None
            if found and (type(fields) is not list or [type(field) for field in fields] != _FAULT):
                raise TypeError
            return fields

    def broken_paths(self) -> set[str]:
        """Returns the files that cannot be opened."""
        return {path for (path,) in self.select("SELECT path FROM files WHERE fault IS NOT NULL", types=(str,))}

    def languages(self) -> list[str]:
        """Returns the tags of the languages of the texts."""
        found = self.select("SELECT name FROM names WHERE kind = 'lang' AND name <> ''", types=(str,))
        return [tag for (tag,) in found]

    def paths_of(self, issue_id: str) -> list[str]:
        """Returns the files whose issue has that id, sorted."""
        statement = "SELECT path FROM issues WHERE name = ? ORDER BY path"
        return [path for (path,) in self.select(statement, (issue_id,), (str,))]

    def issue(self, path: str) -> tuple[int, bytes] | None:
        """Returns the key and the encoded head of a file's issue."""
        found = self.select("SELECT id, head FROM issues WHERE path = ?", (path,), (int, bytes))
        return found[0] if found else None

    def decoded_issue(self, head: bytes, load: Callable[[int], Sequence[Article]]) -> Issue:
        """Returns an issue from its encoded head; ``load`` returns a chunk of its articles."""
        with self._translated_errors(reading=True):
            return records.decode_issue(head, load)

    def articles(
        self, issue: int, chunk: int, load: LoadBlocks, load_outlines: LoadOutlines = lambda _article, _chunk: None
    ) -> list[Article]:
        """Returns a chunk of an issue's articles.

        Args:
            issue: The key of the issue.
            chunk: The number of the chunk.
            load: Returns a chunk of blocks, for the number of an article in its issue and the number of the chunk.
            load_outlines: Returns the outlines of an article's blocks, for the same numbers; None without any.
        """
        first = chunk * CHUNK_SIZE
        found = self.select(
            "SELECT number, head FROM articles WHERE issue = ? AND number >= ? AND number < ? ORDER BY number",
            (issue, first, first + CHUNK_SIZE),
            (int, bytes),
        )
        return [self.decoded_article(number, head, load, load_outlines) for number, head in found]

    def decoded_article(
        self,
        number: int,
        head: bytes,
        load: LoadBlocks,
        load_outlines: LoadOutlines = lambda _article, _chunk: None,
    ) -> Article:
        """Returns an article from its encoded head; the functions are as for :meth:`articles`."""
        with self._translated_errors(reading=True):
            return records.decode_article(
                head, lambda chunk: load(number, chunk), lambda chunk: load_outlines(number, chunk)
            )

    def blocks(self, issue: int, article: int, chunk: int) -> Sequence[Block] | None:
        """Returns a chunk of an article's blocks; None if it is not there any more."""
        return self._decoded_chunk(chunk_key(issue, article, chunk), records.decode_blocks)

    def outlines(self, issue: int, article: int, chunk: int) -> list[Outline] | None:
        """Returns the outlines of an article, which are one of its chunks; None if that is not there any more."""
        return self._decoded_chunk(chunk_key(issue, article, chunk), records.decode_outlines)

    def _decoded_chunk(self, key: int, decode: Callable[[bytes], T]) -> T | None:
        found = self.select("SELECT rows FROM bodies WHERE id = ?", (key,), (bytes,))
        with self._translated_errors(reading=True):
            return decode(found[0][0]) if found else None

    def readings(self, encoded: bytes) -> dict[str, str]:
        """Returns the pinyin of the texts of an article, by text."""
        with self._translated_errors(reading=True):
            found = dict(records.decode(encoded))
            if not {*map(type, found), *map(type, found.values())} <= {str}:
                raise TypeError
            return found
