"""The file of marks: one SQLite file in the platform's folder for a user's data. Nothing in it can be made again.

Every call opens the file and closes it, so that another program, or another machine's copy put in its place, is seen
at once. What a call has written is on the disk when it returns.
"""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, contextmanager, suppress

from reader.errors import UnusableError
from reader.gate import clean_line
from reader.marks import schema
from reader.marks.mark import PLACE, Mark, place_id
from reader.marks.merging import later
from reader.marks.objects import read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

BUSY_SECONDS = 1.0
RETRY_SECONDS = 0.02
_ENDINGS = ("", "-wal", "-shm")
_LEFT = "written by a newer version of this program; it is left as it is"


class Damaged(Exception):  # noqa: N818 (it never leaves this module)
    """The file is no file of marks, or not any more."""


class Marks:
    """The marks in a file, which is made when the first one is kept."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.notice = ""
        """What was off with the file and has been dealt with, in one line."""
        self._is_checked = False

    # -- reading -------------------------------------------------------------------------------------------

    def all(self, issue: str = "", kinds: Iterable[str] = ()) -> tuple[Mark, ...]:
        """Returns the marks, of one issue or of all, of some kinds or of all, in the order they were made.

        Raises:
            UnusableError: If the file cannot be read.
        """
        wanted = tuple(kinds)
        conditions = ["NOT deleted", *(["issue = ?"] if issue else [])]
        conditions += [f"kind IN ({', '.join('?' * len(wanted))})"] if wanted else []
        values = (*([issue] if issue else []), *wanted)
        found = self._select(f"SELECT mark FROM marks WHERE {' AND '.join(conditions)}", values)  # noqa: S608
        return tuple(sorted(_readable(found), key=lambda mark: (mark.made, mark.id)))

    def near(self, issue: str, article: str, kinds: Iterable[str]) -> Iterator[Mark]:
        """Yields the marks of some kinds in an issue, those of an article first; each is read when it is asked for.

        Raises:
            UnusableError: If the file cannot be read; at once.
        """
        wanted = tuple(kinds)
        signs = ", ".join("?" * len(wanted))
        statement = (
            f"SELECT mark FROM marks WHERE issue = ? AND kind IN ({signs}) AND NOT deleted ORDER BY article <> ?"  # noqa: S608
        )
        return _readable(self._select(statement, (issue, *wanted, article)))

    def everything(self) -> tuple[Mark, ...]:
        """Returns all marks, with what is left of those that were deleted.

        Raises:
            UnusableError: If the file cannot be read.
        """
        return tuple(_readable(self._select("SELECT mark FROM marks ORDER BY id")))

    def place(self, issue: str, article: str) -> Mark | None:
        """Returns the place in an article; None if it was never opened.

        Raises:
            UnusableError: If the file cannot be read.
        """
        found = self._select("SELECT mark FROM marks WHERE id = ? AND NOT deleted", (place_id(issue, article),))
        return next(_readable(found), None)

    def last_places(self, limit: int) -> tuple[Mark, ...]:
        """Returns the places in the articles that were read last, the newest first.

        Raises:
            UnusableError: If the file cannot be read.
        """
        statement = "SELECT mark FROM marks WHERE kind = ? AND NOT deleted ORDER BY changed DESC LIMIT ?"
        return tuple(_readable(self._select(statement, (PLACE, limit))))

    def reading(self) -> dict[str, tuple[int, int]]:
        """Returns, for each issue that was read in, how many of its articles are begun, and how many are finished.

        Raises:
            UnusableError: If the file cannot be read.
        """
        statement = (
            "SELECT issue, sum(1 - finished), sum(finished) FROM marks WHERE kind = ? AND NOT deleted GROUP BY issue"
        )
        return {issue: (begun, finished) for issue, begun, finished in self._select(statement, (PLACE,))}

    def seen(self, folder: str) -> frozenset[str]:
        """Returns the names of a folder's files that the reader has seen on the shelf.

        Raises:
            UnusableError: If the file cannot be read.
        """
        return frozenset(name for (name,) in self._select("SELECT name FROM seen WHERE folder = ?", (folder,)))

    def fault(self) -> str:
        """Returns what is off with the file, in one line, as SQLite's own check finds it; empty if nothing is."""
        try:
            found = self._select("PRAGMA integrity_check(1)")
        except UnusableError as error:
            return str(error)
        return self.notice or next((str(told) for (told,) in found if told != "ok"), "")

    # -- writing -------------------------------------------------------------------------------------------

    def put(self, marks: Iterable[Mark]) -> int:
        """Keeps marks, each unless a state of it is kept that holds against it; returns how many have changed.

        Raises:
            UnusableError: If the file cannot be written; then nothing has changed.
        """
        changed = 0
        with self._writing() as to:
            for mark in marks:
                known = to.execute("SELECT mark FROM marks WHERE id = ?", (mark.id,)).fetchone()
                old = next(_readable([known]), None) if known else None
                if old == mark or (old and later(old, mark) == old):
                    continue
                values = schema.row(mark)
                to.execute(f"INSERT OR REPLACE INTO marks {schema.COLUMNS} VALUES (?, ?, ?, ?, ?, ?, ?, ?)", values)  # noqa: S608
                changed += 1
        return changed

    def see(self, folder: str, names: Iterable[str]) -> None:
        """Keeps that files of a folder were seen on the shelf.

        Raises:
            UnusableError: If the file cannot be written.
        """
        with self._writing() as to:
            to.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", [(folder, name) for name in names])

    # -- the file --------------------------------------------------------------------------------------------

    def _select(self, statement: str, values: tuple[Any, ...] = ()) -> list[Any]:
        with self._told("read"):
            try:
                return self._selected(statement, values)
            except Damaged as damaged:
                self._put_aside(damaged)
                return []

    def _selected(self, statement: str, values: tuple[Any, ...]) -> list[Any]:
        if not os.path.exists(self.path):
            return []
        with _damage_told(), closing(self._connect(writing=False)) as marks:
            version = marks.execute("PRAGMA user_version").fetchone()[0]
            if version and version < schema.SCHEMA_VERSION and _is_writable(self.path):
                marks.close()
                self._open().close()  # that brings it up to date
                return self._selected(statement, values)
            if not marks.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone():
                return []
            if 0 < version < schema.SCHEMA_VERSION:
                raise UnusableError(f"{clean_line(self.path)}: of an older version, and it may not be written")
            if version > schema.SCHEMA_VERSION:
                try:
                    return marks.execute(statement, values).fetchall()
                except sqlite3.OperationalError as error:
                    raise UnusableError(f"{clean_line(self.path)}: {_LEFT}") from error
            return marks.execute(statement, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Writes what is done within it, all or nothing; a file that turns out to be damaged is put aside before."""
        with self._told("kept"):
            try:
                marks = self._open()
            except Damaged as damaged:
                self._put_aside(damaged)
                marks = self._open()
            with closing(marks):
                marks.execute("BEGIN IMMEDIATE")
                try:
                    yield marks
                    marks.execute("COMMIT")
                except BaseException:
                    self._is_checked = False
                    if marks.in_transaction:
                        marks.execute("ROLLBACK")
                    raise

    def _open(self) -> sqlite3.Connection:
        """Opens the file for writing, and makes it or brings it up to date.

        Raises:
            Damaged: If it is no file of marks.
            UnusableError: If a newer version of the program has written it.
        """
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        with _damage_told():
            marks = self._connect(writing=True)
            try:
                version = marks.execute("PRAGMA user_version").fetchone()[0]
                if version > schema.SCHEMA_VERSION:
                    raise UnusableError(f"{clean_line(self.path)}: {_LEFT}")
                if not self._is_checked:
                    if (found := marks.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
                        raise Damaged(found)
                    self._is_checked = True
                _keep_a_log(marks)
                marks.execute("PRAGMA synchronous = FULL")
                if version != schema.SCHEMA_VERSION:
                    self._prepare(marks)
                elif marks.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
                    raise Damaged("it is another program's file")
            except BaseException:
                marks.close()
                raise
        return marks

    def _prepare(self, marks: sqlite3.Connection) -> None:
        """Makes the tables, or brings them up to date after a copy was made of the file as it is."""
        if marks.execute("PRAGMA user_version").fetchone()[0]:
            self._back_up(marks)
        marks.execute("BEGIN IMMEDIATE")
        try:
            version = marks.execute("PRAGMA user_version").fetchone()[0]  # another program may have been faster
            if version == 0:
                if marks.execute("SELECT 1 FROM sqlite_schema").fetchone():
                    raise Damaged("it is another program's file")
                schema.make(marks)
            elif version < schema.SCHEMA_VERSION:
                schema.migrate(marks, version)
            marks.execute("COMMIT")
        except BaseException:
            if marks.in_transaction:
                marks.execute("ROLLBACK")
            raise

    def _back_up(self, marks: sqlite3.Connection) -> None:
        version = marks.execute("PRAGMA user_version").fetchone()[0]
        copy = f"{self.path}.version-{version}"
        fresh = f"{copy}.{os.getpid()}"
        with closing(sqlite3.connect(fresh)) as to:
            marks.backup(to)
        os.replace(fresh, copy)

    def _connect(self, writing: bool) -> sqlite3.Connection:
        frozen = not writing and not _is_writable(self.path)
        mode = "rwc" if writing else "ro&immutable=1" if frozen else "ro"
        escaped = self.path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
        uri = f"file:{escaped}?mode={mode}"
        return sqlite3.connect(uri, timeout=BUSY_SECONDS, isolation_level=None, uri=True)

    def _put_aside(self, damaged: Damaged) -> None:
        """Gives a damaged file another name, so that nothing of it is overwritten, and tells that."""
        name = os.path.basename(self.path)
        if not _is_writable(self.path):
            raise UnusableError(f"{clean_line(self.path)}: damaged ({clean_line(str(damaged))}); it may not be renamed")
        base = aside = f"{self.path}.damaged-{time.strftime('%Y-%m-%d')}"
        number = 1
        while os.path.lexists(aside):
            number += 1
            aside = f"{base}-{number}"
        for ending in _ENDINGS:
            with suppress(FileNotFoundError):
                os.rename(self.path + ending, aside + ending)
        self._is_checked = False
        told = f"damaged ({clean_line(str(damaged))}); it is now {clean_line(os.path.basename(aside))}"
        self.notice = f"{clean_line(self.path)}: {told}, and {name} begins anew"

    @contextmanager
    def _told(self, what: str) -> Iterator[None]:
        """Turns what SQLite and the disk say into one line with the file's name."""
        try:
            yield
        except sqlite3.Error as error:
            raise UnusableError(f"{clean_line(self.path)}: marks cannot be {what}: {clean_line(str(error))}") from error
        except Damaged as error:
            raise UnusableError(f"{clean_line(self.path)}: damaged: {clean_line(str(error))}") from error
        except OSError as error:
            raise UnusableError(f"{clean_line(self.path)}: marks cannot be {what}: {error.strerror}") from error


def _readable(rows: Iterable[Any]) -> Iterator[Mark]:
    """Yields the marks of rows; one that cannot be read is passed over, and stays where it is."""
    for (line,) in rows:
        with suppress(ValueError, TypeError):
            yield read(line)


@contextmanager
def _damage_told() -> Iterator[None]:
    """Tells damage of the file from everything else that SQLite may say."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB) or str(error).startswith("no such table"):
            raise Damaged(str(error)) from error
        raise


def _keep_a_log(marks: sqlite3.Connection) -> None:
    """Has changes go through a log (WAL). Of two programs that want that at once SQLite refuses one without waiting."""
    end = time.monotonic() + BUSY_SECONDS
    while True:
        try:
            marks.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(RETRY_SECONDS)


def _is_writable(path: str) -> bool:
    return os.access(os.path.dirname(path), os.W_OK) and os.access(path, os.W_OK)
