"""The words that the reader has judged: the ones that the reader knows, and the ones that the reader wants help with.

They are in an SQLite file of their own in the platform's folder for a user's data, since nothing of it can be made
again: a damaged file is put aside, and its words that can be read begin the new one.
"""

from __future__ import annotations

import os
import zlib
from contextlib import closing, contextmanager, suppress

from reader.errors import UnusableError
from reader.file_writing import make_private
from reader.folders import data_folder
from reader.gate import clean_line, shown_path
from reader.learning.word_keys import MAX_WORD_CHARS, key_of
from reader.model.record import record
from reader.sqlite import engine
from reader.sqlite.connection import connect, is_writable, means_damage, transaction, use_write_ahead_log
from reader.sqlite.health import fault_of, put_aside
from reader.sqlite.signature import Signature, has_tables, make_tables, sign, signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.sqlite.connection import Row

FILE_NAME = "words.sqlite"
SIGNATURE = Signature(0x42525744, 1)
"""Signature of our files; the application id is "BRWD"."""
BUSY_SECONDS = 1.0
"""How long to wait for another program that is writing."""
MAX_WORDS = 500_000
"""Number of words that a file may have."""
_TABLE = (
    "CREATE TABLE words (key TEXT PRIMARY KEY, word TEXT NOT NULL, is_known INTEGER NOT NULL, "
    "changed INTEGER NOT NULL, sum INTEGER NOT NULL) STRICT, WITHOUT ROWID"
)
"""``sum`` is the checksum of a row, by which one with a changed letter is noticed."""
_PUT = """
INSERT INTO words VALUES (?, ?, ?, ?, ?) ON CONFLICT (key) DO UPDATE
SET word = excluded.word, is_known = excluded.is_known, changed = excluded.changed, sum = excluded.sum
WHERE excluded.changed >= changed
"""


@record
class JudgedWord:
    """A word, and whether the reader knows it."""

    word: str
    is_known: bool
    changed: int
    """Time of the judgement in milliseconds since 1970, in UTC; of two the later one holds."""

    @property
    def key(self) -> str:
        """The form that is the same for every spelling and inflection of the word."""
        return key_of(self.word)


class _Damaged(Exception):  # noqa: N818 (it never leaves this module)
    """The file is no file of words, or not any more."""


class KnownWords:
    """The judged words in a file, which is made when the first word is put."""

    def __init__(self, path: str = "") -> None:
        """Takes the file; the one in the user's folder without a path."""
        self.path = path or os.path.join(data_folder(), FILE_NAME)
        self.notice = ""
        """The report of a damaged file, or of damaged rows, in one line."""
        self._is_checked = False

    def all(self) -> dict[str, JudgedWord]:
        """Returns the judged words by their keys, in the order of their keys.

        Raises:
            UnusableError: If the file cannot be read.
        """
        with self._told("read"):
            if not os.path.exists(self.path):
                return {}
            try:
                with closing(connect(self.path, "read", BUSY_SECONDS)) as file:
                    return self._words(file) if self._is_ours(file) else {}
            except (_Damaged, engine.Error, UnicodeError) as error:
                self._put_aside(_damage(error))
                return self.all()

    def put(self, words: Iterable[JudgedWord]) -> int:
        """Writes words, each unless the file has a later judgement of it; returns the number of those written.

        Raises:
            UnusableError: If the file cannot be written; then nothing has changed.
        """
        wanted = [word for word in map(_fitted, words) if word.key]
        with self._told("kept"):
            try:
                file = self._opened()
            except (_Damaged, engine.Error, UnicodeError) as error:
                self._put_aside(_damage(error))
                file = self._opened()
            with closing(file), transaction(file):
                changed = sum(file.execute(_PUT, _row(word)).rowcount for word in wanted)
                if file.execute("SELECT count(*) FROM words").fetchone()[0] > MAX_WORDS:
                    raise UnusableError(f"{shown_path(self.path)}: there is room for {MAX_WORDS:,} words only")
        return changed

    # -- the file ----------------------------------------------------------------------------------------

    def _opened(self) -> engine.Connection:
        """Opens the file for writing, and makes it if need be."""
        os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        make_private(self.path)
        file = connect(self.path, "create", BUSY_SECONDS)
        try:
            self._is_ours(file)
            use_write_ahead_log(file, BUSY_SECONDS)
            file.execute("PRAGMA synchronous = FULL")
            with transaction(file):
                if not has_tables(file):  # another program may have been faster
                    make_tables(file, _TABLE)
                    sign(file, SIGNATURE)
        except BaseException:
            file.close()
            raise
        return file

    def _is_ours(self, file: engine.Connection) -> bool:
        """Whether there is a file of words; False for an empty one.

        Raises:
            _Damaged: If there is something else in it.
            UnusableError: If a newer version of the program has written it.
        """
        file.execute("BEGIN")  # another program may be making it
        found = signature_of(file)
        statements = [sql for (sql,) in file.execute("SELECT sql FROM sqlite_schema LIMIT 10")]
        file.execute("ROLLBACK")
        if found.application_id == SIGNATURE.application_id and found.version > SIGNATURE.version:
            newer = "written by a newer version of this program; it is left as it is"
            raise UnusableError(f"{shown_path(self.path)}: {newer}")
        if not statements and found == Signature(0, 0):
            return False
        fault = "it is no file of words" if found != SIGNATURE or statements != [_TABLE] else self._fault_of(file)
        if fault:
            raise _Damaged(fault)
        return True

    def _fault_of(self, file: engine.Connection) -> str:
        """Returns the fault of a whole file, which is checked once."""
        fault = "" if self._is_checked else fault_of(file)
        self._is_checked = not fault
        return fault

    def _words(self, file: engine.Connection) -> dict[str, JudgedWord]:
        """Returns the words of a file; rows with a wrong checksum are left out, and told."""
        rows = file.execute("SELECT * FROM words ORDER BY key").fetchall()
        found = [word for row in rows if (word := _word(row))]
        if wrong := len(rows) - len(found):
            self.notice = f"{shown_path(self.path)}: {wrong:,} words cannot be read; they stay there"
        return {word.key: word for word in found}

    def _put_aside(self, fault: str) -> None:
        """Renames a damaged file, so that nothing of it is overwritten, and begins a new one with its words."""
        if not is_writable(self.path):
            raise UnusableError(f"{shown_path(self.path)}: damaged ({fault}); it may not be renamed")
        aside = put_aside(self.path)
        found: list[JudgedWord] = []
        with suppress(engine.Error, UnicodeError, TypeError), closing(connect(aside, "read", BUSY_SECONDS)) as file:
            if [sql for (sql,) in file.execute("SELECT sql FROM sqlite_schema LIMIT 10")] == [_TABLE]:
                for row in file.execute("SELECT * FROM words"):  # up to the damage
                    found += [word] if (word := _word(row)) else []
        if found:
            self.put(found)
        self.notice = (
            f"{shown_path(self.path)}: damaged ({fault}); it is now {shown_path(os.path.basename(aside))}, "
            f"and a new one begins with the {len(found):,} words that could be read"
        )

    @contextmanager
    def _told(self, done: str) -> Iterator[None]:
        """Turns errors of SQLite and the disk into ours, in one line."""
        try:
            yield
        except engine.Error as error:
            raise UnusableError(f"{shown_path(self.path)}: words cannot be {done}: {clean_line(str(error))}") from error
        except OSError as error:
            raise UnusableError(f"{shown_path(self.path)}: words cannot be {done}: {error.strerror}") from error


def _damage(error: Exception) -> str:
    """Returns the fault of a damaged file; raises an error again that means no damage."""
    if isinstance(error, engine.Error) and not means_damage(error):
        raise error
    return clean_line(str(error))


def _fitted(word: JudgedWord) -> JudgedWord:
    return JudgedWord(clean_line(word.word).strip()[:MAX_WORD_CHARS], word.is_known, word.changed)


def _row(word: JudgedWord) -> tuple[object, ...]:
    held = (word.key, word.word, int(word.is_known), word.changed)
    return *held, _sum(held)


def _word(row: Row) -> JudgedWord | None:
    """Returns the word of a row; None if its checksum is another one."""
    *held, found = row
    return JudgedWord(row[1], bool(row[2]), row[3]) if found == _sum(held) else None


def _sum(held: Iterable[object]) -> int:
    return zlib.crc32("\0".join(map(str, held)).encode("utf-8", "surrogatepass"))
