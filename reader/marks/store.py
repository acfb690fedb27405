"""The file of marks: one SQLite file in the platform's folder for a user's data. Nothing in it can be made again.

Every call opens the file and closes it, so that it notices at once if another program has written to the file, or has
put another machine's copy in its place. When a call that writes returns, the marks are on the disk.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, contextmanager, suppress

from reader.errors import UnusableError
from reader.gate import clean_line
from reader.marks import schema
from reader.marks.json_form import from_line
from reader.marks.mark import PLACE, place_id
from reader.marks.merging import later
from reader.sqlite.connection import connect, is_writable, means_damage, transaction, use_write_ahead_log
from reader.sqlite.health import back_up, fault_of, put_aside
from reader.sqlite.signature import has_tables, signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.marks.mark import Mark, MarkKind
    from reader.sqlite.connection import Row

BUSY_SECONDS = 1.0
"""How long to wait for another program that is writing."""
_NEWER = "written by a newer version of this program; it is left as it is"


class Damaged(Exception):  # noqa: N818 (it never leaves this module)
    """The file is no file of marks, or not any more."""


class MarkStore:
    """The marks in a file, which is made when the first mark is put."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.notice = ""
        """The report of a damaged file that was put aside, in one line."""
        self._is_checked = False

    # -- reading -----------------------------------------------------------------------------------------

    def all(self, issue: str = "", kinds: Iterable[MarkKind] = ()) -> tuple[Mark, ...]:
        """Returns marks in the order in which they were made.

        Args:
            issue: The id of an issue; empty for all issues.
            kinds: Kinds of marks; empty for all kinds.

        Raises:
            UnusableError: If the file cannot be read.
        """
        wanted = tuple(kinds)
        conditions = ["NOT deleted", *(["issue = ?"] if issue else [])]
        conditions += [f"kind IN ({', '.join('?' * len(wanted))})"] if wanted else []
        values = (*([issue] if issue else []), *wanted)
        found = self._select(f"SELECT mark FROM marks WHERE {' AND '.join(conditions)}", values)  # noqa: S608
        return tuple(sorted(_readable(found), key=lambda mark: (mark.made, mark.id)))

    def near(self, issue: str, article: str, kinds: Iterable[MarkKind]) -> Iterator[Mark]:
        """Yields the marks of some kinds in an issue, those of an article first; each is decoded when it is read.

        Raises:
            UnusableError: If the file cannot be read; before the first mark.
        """
        wanted = tuple(kinds)
        signs = ", ".join("?" * len(wanted))
        statement = (
            f"SELECT mark FROM marks WHERE issue = ? AND kind IN ({signs}) AND NOT deleted ORDER BY article <> ?"  # noqa: S608
        )
        return _readable(self._select(statement, (issue, *wanted, article)))

    def of_article(self, issue: str, article: str) -> Iterator[Mark]:
        """Yields the marks of an article; each is decoded when it is read.

        Raises:
            UnusableError: If the file cannot be read; before the first mark.
        """
        statement = "SELECT mark FROM marks WHERE issue = ? AND article = ? AND NOT deleted"
        return _readable(self._select(statement, (issue, article)))

    def everything(self) -> tuple[Mark, ...]:
        """Returns all marks and the records of deletions, sorted by their ids.

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
        """Returns, for each issue with a place, the numbers of its articles that are begun and that are finished.

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

    # -- writing -----------------------------------------------------------------------------------------

    def put(self, marks: Iterable[Mark]) -> int:
        """Writes marks, each unless the file has a later state of it; returns the number of those written.

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
                schema.put(to, mark)
                changed += 1
        return changed

    def see(self, folder: str, names: Iterable[str]) -> None:
        """Writes that the reader has seen files of a folder on the shelf.

        Raises:
            UnusableError: If the file cannot be written.
        """
        with self._writing() as to:
            to.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", [(folder, name) for name in names])

    # -- the file ----------------------------------------------------------------------------------------

    def _select(self, statement: str, values: tuple[object, ...] = ()) -> list[Row]:
        with self._translated_errors("read"):
            try:
                return self._selected(statement, values)
            except Damaged as damaged:
                self._put_aside(damaged)
                return []

    def _selected(self, statement: str, values: tuple[object, ...]) -> list[Row]:
        if not os.path.exists(self.path):
            return []
        with _damage_recognised(), closing(connect(self.path, "read", BUSY_SECONDS)) as marks:
            version = signature_of(marks).version
            if version and version < schema.SCHEMA_VERSION and is_writable(self.path):
                marks.close()
                self._open().close()  # this migrates the file
                return self._selected(statement, values)
            if not has_tables(marks):
                return []
            if 0 < version < schema.SCHEMA_VERSION:
                raise UnusableError(f"{clean_line(self.path)}: of an older version, and it may not be written")
            if version > schema.SCHEMA_VERSION:
                try:
                    return marks.execute(statement, values).fetchall()
                except sqlite3.OperationalError as error:
                    raise UnusableError(f"{clean_line(self.path)}: {_NEWER}") from error
            return marks.execute(statement, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """Writes the statements of its context together, or none of them; a damaged file is put aside before."""
        with self._translated_errors("kept"):
            try:
                marks = self._open()
            except Damaged as damaged:
                self._put_aside(damaged)
                marks = self._open()
            with closing(marks):
                try:
                    with transaction(marks):
                        yield marks
                except BaseException:
                    self._is_checked = False
                    raise

    def _open(self) -> sqlite3.Connection:
        """Opens the file for writing, and makes or migrates it if need be.

        Raises:
            Damaged: If it is no file of marks.
            UnusableError: If a newer version of the program has written it.
        """
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        with _damage_recognised():
            marks = connect(self.path, "create", BUSY_SECONDS)
            try:
                self._prepare(marks)
            except BaseException:
                marks.close()
                raise
        return marks

    def _prepare(self, marks: sqlite3.Connection) -> None:
        signature = signature_of(marks)
        if signature.version > schema.SCHEMA_VERSION:
            raise UnusableError(f"{clean_line(self.path)}: {_NEWER}")
        if not self._is_checked:
            if fault := fault_of(marks):
                raise Damaged(fault)
            self._is_checked = True
        use_write_ahead_log(marks, BUSY_SECONDS)
        marks.execute("PRAGMA synchronous = FULL")
        if signature.version != schema.SCHEMA_VERSION:
            self._make_or_migrate(marks)
        elif signature != schema.SIGNATURE:
            raise Damaged("it is another program's file")

    def _make_or_migrate(self, marks: sqlite3.Connection) -> None:
        """Makes the tables, or migrates them after the file was copied as it is."""
        if version := signature_of(marks).version:
            back_up(marks, f"{self.path}.version-{version}")
        with transaction(marks):
            version = signature_of(marks).version  # another program may have been faster
            if version == 0:
                if has_tables(marks):
                    raise Damaged("it is another program's file")
                schema.make(marks)
            elif version < schema.SCHEMA_VERSION:
                schema.migrate(marks, version)

    def _put_aside(self, damaged: Damaged) -> None:
        """Renames a damaged file, so that nothing of it is overwritten, and sets the notice."""
        if not is_writable(self.path):
            raise UnusableError(f"{clean_line(self.path)}: damaged ({clean_line(str(damaged))}); it may not be renamed")
        with suppress(FileNotFoundError):  # another program was faster
            aside = os.path.basename(put_aside(self.path))
            self.notice = (
                f"{clean_line(self.path)}: damaged ({clean_line(str(damaged))}); it is now {clean_line(aside)}, "
                f"and {os.path.basename(self.path)} begins anew"
            )
        self._is_checked = False

    @contextmanager
    def _translated_errors(self, done: str) -> Iterator[None]:
        """Turns errors of SQLite and the disk into ours, in one line: marks cannot be ``done``."""
        try:
            yield
        except sqlite3.Error as error:
            raise UnusableError(f"{clean_line(self.path)}: marks cannot be {done}: {clean_line(str(error))}") from error
        except Damaged as error:
            raise UnusableError(f"{clean_line(self.path)}: damaged: {clean_line(str(error))}") from error
        except OSError as error:
            raise UnusableError(f"{clean_line(self.path)}: marks cannot be {done}: {error.strerror}") from error


def _readable(rows: Iterable[Row]) -> Iterator[Mark]:
    """Yields the marks of rows; a row that cannot be decoded is passed over, and stays where it is."""
    for (line,) in rows:
        with suppress(ValueError, TypeError):
            yield from_line(line)


@contextmanager
def _damage_recognised() -> Iterator[None]:
    """Turns the errors of SQLite that mean damage of the file into :class:`Damaged`."""
    try:
        yield
    except sqlite3.Error as error:
        if means_damage(error):
            raise Damaged(str(error)) from error
        raise
