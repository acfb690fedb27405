"""The file of marks: one SQLite file in the platform's folder for a user's data. Nothing in it can be made again.

Every call opens the file and closes it, so that it notices at once if another program has written to the file, or has
put another machine's copy in its place. When a call that writes returns, the marks are on the disk.
"""

from __future__ import annotations

import os
from contextlib import closing, contextmanager, suppress

from reader.errors import UnusableError
from reader.gate import clean, clean_line, shown_path
from reader.marks import checking, rows, schema
from reader.marks.bounding import breach, fitted
from reader.marks.mark import KINDS, PLACE, place_id
from reader.marks.rows import UnreadableRow
from reader.sqlite import engine
from reader.sqlite.connection import connect, is_writable, means_damage, transaction, use_write_ahead_log
from reader.sqlite.health import back_up, fault_of, put_aside
from reader.sqlite.signature import has_tables, signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.marks.mark import Mark, MarkKind
    from reader.marks.salvage import Salvage
    from reader.sqlite.connection import Row

BUSY_SECONDS = 1.0
"""How long to wait for another program that is writing."""
MAX_STORE_BYTES = 256 << 20
"""Largest size of the file: an export of all of it is smaller than the largest file that is imported."""
_NOT_OURS = "it is another program's file"
_NEWER = "written by a newer version of this program; it is left as it is"


class Damaged(Exception):  # noqa: N818 (it never leaves this module)
    """The file is no file of marks, or not any more."""


class MarkStore:
    """The marks in a file, which is made when the first mark is put."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.notice = ""
        """The report of a damaged file that was put aside, in one line."""
        self.unreadable: set[str] = set()
        """The ids of rows that were found, and cannot be read."""
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
        others = () if issue else KINDS  # a row of no known kind cannot be read, which is told
        unknown = f" OR kind NOT IN ({', '.join('?' * len(others))})" if others else ""
        conditions += [f"(kind IN ({', '.join('?' * len(wanted))}){unknown})"] if wanted else []
        values = (*([issue] if issue else []), *wanted, *(others if wanted else ()))
        statement = f"SELECT id, mark FROM marks WHERE {' AND '.join(conditions)}"  # noqa: S608
        found = self._select(statement, values, is_whole=True)
        return tuple(sorted(self._marks_of(found), key=lambda mark: (mark.made, mark.id)))

    def near(self, issue: str, article: str, kinds: Iterable[MarkKind]) -> Iterator[Mark]:
        """Yields the marks of some kinds in an issue, those of an article first; each is decoded when it is read.

        Raises:
            UnusableError: If the file cannot be read; before the first mark.
        """
        wanted = tuple(kinds)
        signs = ", ".join("?" * len(wanted))
        statement = (
            f"SELECT id, mark FROM marks WHERE issue = ? AND kind IN ({signs}) AND NOT deleted ORDER BY article <> ?"  # noqa: S608
        )
        return self._marks_of(self._select(statement, (issue, *wanted, article)))

    def of_article(self, issue: str, article: str) -> Iterator[Mark]:
        """Yields the marks of an article; each is decoded when it is read.

        Raises:
            UnusableError: If the file cannot be read; before the first mark.
        """
        statement = "SELECT id, mark FROM marks WHERE issue = ? AND article = ? AND NOT deleted"
        return self._marks_of(self._select(statement, (issue, article)))

    def everything(self) -> tuple[Mark, ...]:
        """Returns all marks and the records of deletions, sorted by their ids.

        Raises:
            UnusableError: If the file cannot be read.
        """
        return tuple(self._marks_of(self._select("SELECT id, mark FROM marks ORDER BY id", is_whole=True)))

    def unreadable_rows(self) -> tuple[UnreadableRow, ...]:
        """Returns the rows that cannot be read, which stay in the file, and those that were set aside.

        Raises:
            UnusableError: If the file cannot be read.
        """
        found = rows.read(self._select("SELECT id, mark FROM marks ORDER BY id", is_whole=True))
        aside: list[Row] = []
        if self._select("SELECT 1 FROM sqlite_schema WHERE name = 'unreadable'"):  # a newer version may have none
            aside = self._select("SELECT id, mark FROM unreadable ORDER BY id")
        older = (UnreadableRow(name, "an earlier state of a mark", line) for name, line in aside)
        return (*(row for row in found if isinstance(row, UnreadableRow)), *older)

    def place(self, issue: str, article: str) -> Mark | None:
        """Returns the place in an article; None if it was never opened.

        Raises:
            UnusableError: If the file cannot be read.
        """
        found = self._select("SELECT id, mark FROM marks WHERE id = ? AND NOT deleted", (place_id(issue, article),))
        return next(self._marks_of(found), None)

    def last_places(self, limit: int) -> tuple[Mark, ...]:
        """Returns the places in the articles that were read last, the newest first.

        Raises:
            UnusableError: If the file cannot be read.
        """
        statement = "SELECT id, mark FROM marks WHERE kind = ? AND NOT deleted ORDER BY changed DESC LIMIT ?"
        return tuple(self._marks_of(self._select(statement, (PLACE, limit))))

    def reading(self) -> dict[str, tuple[int, int]]:
        """Returns, for each issue with a place, the numbers of its articles that are begun and that are finished.

        Raises:
            UnusableError: If the file cannot be read.
        """
        statement = (
            "SELECT issue, sum(1 - finished), sum(finished) FROM marks WHERE kind = ? AND NOT deleted GROUP BY issue"
        )
        return {issue: (begun, finished) for issue, begun, finished in self._select(statement, (PLACE,))}

    def is_present_form(self) -> bool:
        """Whether the file exists, and this version of the program or a newer one has written it.

        Raises:
            UnusableError: If the file cannot be read.
        """
        if not os.path.exists(self.path):
            return False
        with self._translated_errors("read"), closing(connect(self.path, "read", BUSY_SECONDS)) as marks:
            found = signature_of(marks)
        return found.application_id == schema.SIGNATURE.application_id and found.version >= schema.SCHEMA_VERSION

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
            UnusableError: If the file cannot be written; then nothing has changed. Or if a mark is beyond the bounds;
                then the others are written.
        """
        changed, reason = 0, ""
        with self._writing() as to:
            for mark in map(fitted, marks):
                if found := breach(mark):
                    reason = reason or found
                else:
                    changed += rows.take(to, mark)
        if reason:
            raise UnusableError(f"{shown_path(self.path)}: marks cannot be kept: {reason}")
        return changed

    def see(self, folder: str, names: Iterable[str]) -> None:
        """Writes that the reader has seen files of a folder on the shelf.

        Raises:
            UnusableError: If the file cannot be written.
        """
        with self._writing() as to:
            to.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", [(folder, name) for name in names])

    def _marks_of(self, found: Iterable[Row]) -> Iterator[Mark]:
        """Yields the marks of rows; the ids of those that cannot be read are added to :attr:`unreadable`."""
        for mark in rows.read(found):
            if isinstance(mark, UnreadableRow):
                self.unreadable.add(mark.id)
            else:
                yield mark

    # -- the file ----------------------------------------------------------------------------------------

    def _select(self, statement: str, values: tuple[object, ...] = (), is_whole: bool = False) -> list[Row]:
        """Returns the rows of a query; ``is_whole`` says whether the whole file is checked before, once."""
        with self._translated_errors("read"):
            try:
                return self._selected(statement, values, is_whole)
            except Damaged as damaged:
                self._put_aside(damaged)
                return self._selected(statement, values, is_whole)

    def _selected(self, statement: str, values: tuple[object, ...], is_whole: bool) -> list[Row]:
        if not os.path.exists(self.path):
            return []
        with _damage_recognised(), closing(connect(self.path, "read", BUSY_SECONDS)) as marks:
            marks.text_factory = rows.decoded
            version = signature_of(marks).version
            self._check_schema(marks, version)
            if version and version < schema.SCHEMA_VERSION and is_writable(self.path):
                marks.close()
                self._open().close()  # this migrates the file
                return self._selected(statement, values, is_whole)
            if not has_tables(marks):
                return []
            if 0 < version < schema.SCHEMA_VERSION:
                raise UnusableError(f"{shown_path(self.path)}: of an older version, and it may not be written")
            if version > schema.SCHEMA_VERSION:
                try:
                    return marks.execute(statement, values).fetchall()
                except engine.OperationalError as error:
                    raise UnusableError(f"{shown_path(self.path)}: {_NEWER}") from error
            if is_whole:
                self._check(marks)
            return marks.execute(statement, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[engine.Connection]:
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

    def _open(self) -> engine.Connection:
        """Opens the file for writing, and makes or migrates it if need be.

        Raises:
            Damaged: If it is no file of marks.
            UnusableError: If a newer version of the program has written it.
        """
        from reader.file_writing import make_private

        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        make_private(self.path)
        with _damage_recognised():
            marks = connect(self.path, "create", BUSY_SECONDS)
            try:
                self._prepare(marks)
            except BaseException:
                marks.close()
                raise
        return marks

    def _prepare(self, marks: engine.Connection) -> None:
        signature = signature_of(marks)
        if signature.version > schema.SCHEMA_VERSION:
            raise UnusableError(f"{shown_path(self.path)}: {_NEWER}")
        marks.text_factory = rows.decoded
        is_other = signature.version == schema.SCHEMA_VERSION and signature != schema.SIGNATURE
        is_other |= not signature.version and has_tables(marks) and not signature_of(marks).version  # nor made just now
        if is_other:
            raise Damaged(_NOT_OURS)
        self._check_schema(marks, signature.version)
        if signature == schema.SIGNATURE:
            self._check(marks)
        elif fault := fault_of(marks):
            raise Damaged(fault)
        use_write_ahead_log(marks, BUSY_SECONDS)
        marks.execute("PRAGMA synchronous = FULL")
        page_bytes = marks.execute("PRAGMA page_size").fetchone()[0]
        marks.execute(f"PRAGMA max_page_count = {MAX_STORE_BYTES // page_bytes}")
        if signature.version != schema.SCHEMA_VERSION:
            self._make_or_migrate(marks)

    def _check_schema(self, marks: engine.Connection, version: int) -> None:
        """Checks that a file has nothing but tables to be read.

        Raises:
            Damaged: If it has something else.
            UnusableError: If it has, and a newer version of the program has written it.
        """
        fault = "its version is below zero" if version < 0 else schema.fault(marks, version) if version else ""
        if fault and version > schema.SCHEMA_VERSION:
            raise UnusableError(f"{shown_path(self.path)}: {_NEWER}")
        if fault:
            raise Damaged(fault)

    def _check(self, marks: engine.Connection) -> None:
        """Checks the whole file once: its pages, its indexes, and the columns of its rows.

        Raises:
            Damaged: If any of them is damaged.
        """
        if not self._is_checked:
            if fault := checking.whole_fault(marks):
                raise Damaged(fault)
            self._is_checked = True

    def _make_or_migrate(self, marks: engine.Connection) -> None:
        """Makes the tables, or migrates them after the file was copied as it is."""
        if version := signature_of(marks).version:
            back_up(marks, f"{self.path}.version-{version}")
        with transaction(marks):
            version = signature_of(marks).version  # another program may have been faster
            if version == 0:
                if has_tables(marks):
                    raise Damaged(_NOT_OURS)
                schema.make(marks)
            elif version < schema.SCHEMA_VERSION:
                schema.migrate(marks, version)

    def _put_aside(self, damaged: Damaged) -> None:
        """Renames a damaged file, so that nothing of it is overwritten, and sets the notice."""
        from reader.marks.salvage import salvaged

        if not is_writable(self.path):
            raise UnusableError(f"{shown_path(self.path)}: damaged ({clean_line(str(damaged))}); it may not be renamed")
        with suppress(FileNotFoundError):  # another program was faster
            aside = put_aside(self.path)
            self._is_checked = False
            taken = self._take_over(salvaged(aside))
            self.notice = (
                f"{shown_path(self.path)}: damaged ({clean_line(str(damaged))}); it is now "
                f"{shown_path(os.path.basename(aside))}, and {shown_path(os.path.basename(self.path))} begins anew"
                + (f" with the {taken:,} marks that could be read" if taken else "")
            )
        self._is_checked = False

    def _take_over(self, found: Salvage) -> int:
        """Writes all that was found in a damaged file into a new one; returns the number of marks.

        A file that another program has begun meanwhile gets them, too: each unless it has a later state of it.
        """
        if found.is_empty:
            return 0
        with closing(self._open()) as marks, transaction(marks):
            for mark in found.marks:
                rows.take(marks, mark)
            marks.executemany(
                "INSERT INTO unreadable VALUES (?, CAST(? AS TEXT))",
                [(clean(row.id), row.text.encode("utf-8", "surrogateescape")) for row in found.unreadable],
            )
            marks.executemany("INSERT OR IGNORE INTO seen VALUES (?, ?)", found.seen)
        return sum(not mark.deleted for mark in found.marks)

    @contextmanager
    def _translated_errors(self, done: str) -> Iterator[None]:
        """Turns errors of SQLite and the disk into ours, in one line: marks cannot be ``done``."""
        try:
            yield
        except engine.Error as error:
            reason = clean_line(str(error))
            if getattr(error, "sqlite_errorcode", 0) == engine.SQLITE_FULL:
                reason = f"the disk is full, or the file has its largest size, {MAX_STORE_BYTES >> 20} MB"
            raise UnusableError(f"{shown_path(self.path)}: marks cannot be {done}: {reason}") from error
        except Damaged as error:
            raise UnusableError(f"{shown_path(self.path)}: damaged: {clean_line(str(error))}") from error
        except OSError as error:
            raise UnusableError(f"{shown_path(self.path)}: marks cannot be {done}: {error.strerror}") from error


@contextmanager
def _damage_recognised() -> Iterator[None]:
    """Turns the errors of SQLite that mean damage of the file into :class:`Damaged`."""
    try:
        yield
    except engine.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # our statements are right where the tables are ours
        if means_damage(error) or code == engine.SQLITE_ERROR:
            raise Damaged(str(error)) from error
        raise
    except UnicodeDecodeError as error:  # of a message that quotes a damaged schema
        raise Damaged("its schema is no UTF-8") from error
