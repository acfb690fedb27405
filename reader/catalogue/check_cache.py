"""The results of checks, kept so that a file whose bytes were checked before is not checked again.

One disposable SQLite file in the cache folder, for all folders. A row has the path of an issue file, a digest of
everything that its diagnostics depend on, and the reports they were made from. The digest is of the program (its files,
its Python, its parsers), the file's name and its text; the states of the pictures and recordings that the issue names
are in the row and are compared with those of now. Severities of a project are applied later, and so are no part of it.

Nothing in the file is believed but for its reports: they are read as rows of known types and known rules, and go
through the file's text and the gate again as new ones do. Faults of the cache never stop a check.
"""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress

from reader import __version__
from reader.folders import cache_folder
from reader.model.record import record
from reader.picture_paths import picture_state
from reader.source.rules import RULES
from reader.sqlite import engine
from reader.sqlite.connection import connect, means_damage, transaction
from reader.sqlite.health import delete
from reader.sqlite.signature import Signature, has_tables, make_tables, sign, signature_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from typing import TypeVar

    T = TypeVar("T")
    PictureState = tuple[int, ...]

FILE_NAME = "checks.sqlite"
MAX_ROWS = 20_000
MAX_BYTES = 64_000_000
"""Maximum size of all rows together; the rows that were not used for longest are removed."""
MAX_ROW_BYTES = 400_000
"""Size of a row from which on it is not kept: a file with that many faults is checked again."""
MAX_PICTURES = 1000
"""Maximum number of pictures of an issue that is kept."""
BUSY_SECONDS = 1.0
CHECK_SECONDS = 2.0
"""Longest time in which a file shows that it is ours."""
STEPS_BETWEEN_LOOKS = 10_000
SECONDS_OF_DAY = 86_400
TICK_NS = 50_000_000
"""Longest time in which a system may give two changes of a picture the same time."""
DIGEST_BYTES = 16
SIGNATURE = Signature(0x42524C43, 1)
"""Signature of our files; the application id is "BRLC"."""
TABLE = """CREATE TABLE checks (
    path BLOB PRIMARY KEY, digest BLOB NOT NULL, content BLOB NOT NULL, sum BLOB NOT NULL, day INTEGER NOT NULL
) STRICT"""
_SCHEMA = {("table", "checks", TABLE), ("index", "sqlite_autoindex_checks_1", None)}
PARSERS = ("yaml", "_yaml", "PIL")
"""Packages that a check relies on: another version of one may find other faults."""
_UNREADABLE = (ValueError, TypeError, KeyError, IndexError, RecursionError)


@record
class Report:
    """A diagnostic as it was reported: its line and column from 0, or -1 for the whole file."""

    line: int
    column: int
    code: str
    message: str
    hint: str


@record
class CheckResult:
    """The reports about a file, and all they depend on."""

    digest: bytes
    """The digest of program, name and text: :func:`digest_of`."""
    pictures: tuple[tuple[str, PictureState], ...]
    """The names of the issue's pictures, each with its state."""
    reports: tuple[Report, ...]


def program_digest() -> bytes:
    """Returns a digest of everything that checks are made by: our own files, Python, and the parsers."""
    from hashlib import blake2b

    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    parts = [__version__, sys.version, package, *_states_of_modules(package), *map(_state_of_package, PARSERS)]
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).digest()


def _states_of_modules(folder: str) -> Iterator[str]:
    """Yields the name, size and time of each module below a folder; those of the screen check nothing."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.endswith(".py"):
            state = entry.stat()
            yield f"{entry.path} {state.st_size} {state.st_mtime_ns}"
        elif entry.name not in ("ui", "issues", "__pycache__") and entry.is_dir(follow_symlinks=False):
            yield from _states_of_modules(entry.path)


def _state_of_package(name: str) -> str:
    from importlib.machinery import PathFinder

    spec = PathFinder.find_spec(name)
    if spec is None or not spec.origin:
        return name
    state = os.stat(spec.origin)
    return f"{spec.origin} {state.st_size} {state.st_mtime_ns}"


def digest_of(program: bytes, path: str, text: str) -> bytes:
    """Returns the digest of a check's input: the program that checks, the file's name, and its text."""
    from hashlib import blake2b

    head = program + os.fsencode(os.path.basename(path)) + b"\0"
    return blake2b(head + text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_BYTES).digest()


def pictures_of(path: str, names: Iterable[str]) -> tuple[tuple[str, PictureState], ...]:
    """Returns the names of an issue's pictures, each once, with their states now."""
    folder = os.path.splitext(path)[0]
    return tuple((name, picture_state(folder, name)) for name in sorted(set(names)))


def is_settled(pictures: Iterable[tuple[str, PictureState]], since_ns: int) -> bool:
    """Whether no picture was changed so shortly before a time that a further change might go unnoticed."""
    return all(not state or state[-1] < since_ns - TICK_NS for _, state in pictures)


class CheckCache:
    """The file of results. Without a file that can be used it knows nothing and keeps nothing."""

    def __init__(self, path: str = "") -> None:
        self.path = path or os.path.join(cache_folder(), FILE_NAME)
        self.program = program_digest()
        self._today = int(time.time()) // SECONDS_OF_DAY
        self._connection: engine.Connection | None = None
        self._used: list[bytes] = []
        self._is_usable = True

    def result(self, path: str) -> CheckResult | None:
        """Returns the result that is kept for a path, of whichever text; None if there is none."""
        if self._connection is None and not os.path.isfile(self.path):
            return None
        key = _key(path)
        statement = "SELECT digest, content, sum, day FROM checks WHERE path = ? AND length(content) <= ?"
        row = self._attempt(lambda database: database.execute(statement, (key, MAX_ROW_BYTES)).fetchone())
        if row is None:
            return None
        try:
            digest, content, total, day = row
            if total != _sum(key, digest, content):
                return None
            found = _read(digest, content)
        except _UNREADABLE:
            return None
        if day != self._today:
            self._used.append(key)
        return found

    def keep(self, results: Sequence[tuple[str, CheckResult]]) -> None:
        """Writes the results of some paths, and removes the oldest ones beyond the bounds."""
        rows = []
        for path, result in results:
            key, content = _key(path), _written(result)
            if len(content) <= MAX_ROW_BYTES:
                rows.append((key, result.digest, content, _sum(key, result.digest, content), self._today))
        if not rows and not self._used:
            return

        def write(database: engine.Connection) -> None:
            with transaction(database):
                database.executemany("INSERT OR REPLACE INTO checks VALUES (?, ?, ?, ?, ?)", rows)
                database.executemany(
                    "UPDATE checks SET day = ? WHERE path = ?", [(self._today, key) for key in self._used]
                )
                _remove_oldest(database)

        with suppress(OSError):
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        if os.path.isfile(self.path) or not os.path.lexists(self.path):
            self._attempt(write)
        self._used.clear()

    def close(self) -> None:
        """Closes the file."""
        if self._connection:
            self._connection.close()
            self._connection = None

    def _attempt(self, action: Callable[[engine.Connection], T]) -> T | None:
        """Returns the result of an action on the file; None if it cannot be used. A damaged file is deleted."""
        if not self._is_usable:
            return None
        try:
            return action(self._opened())
        except (engine.Error, OSError, UnicodeError) as error:
            self.close()
            self._is_usable = False
            if isinstance(error, _ForeignError) or (isinstance(error, engine.Error) and means_damage(error)):
                with suppress(OSError):
                    delete(self.path)
                    self._is_usable = True  # a new one begins
            return None

    def _opened(self) -> engine.Connection:
        if self._connection is None:
            made = self._connection = connect(self.path, "create", BUSY_SECONDS)
            made.execute("PRAGMA synchronous = OFF")  # whatever is lost is checked again
            _prepare(made)
        return self._connection


class _ForeignError(engine.DatabaseError):
    """The file is not one of ours."""


def _prepare(made: engine.Connection) -> None:
    """Makes the table of a new file, and refuses one with another schema, before anything in it is read."""
    end = time.monotonic() + CHECK_SECONDS
    made.set_progress_handler(lambda: time.monotonic() > end, STEPS_BETWEEN_LOOKS)
    if not signature_of(made).version and not has_tables(made):
        made.execute("PRAGMA auto_vacuum = FULL")
        with transaction(made):
            if not has_tables(made):  # else another program was faster
                make_tables(made, TABLE)
                sign(made, SIGNATURE)
    found = set(made.execute("SELECT type, name, substr(sql, 1, 1000) FROM sqlite_schema LIMIT 10"))
    if signature_of(made) != SIGNATURE or found != _SCHEMA:
        raise _ForeignError
    made.set_progress_handler(None, 0)


def _remove_oldest(database: engine.Connection) -> None:
    """Removes the rows that were not used for longest, until the others are within the bounds."""
    count, size = database.execute("SELECT count(*), coalesce(sum(length(content)), 0) FROM checks").fetchone()
    if count <= MAX_ROWS and size <= MAX_BYTES:
        return
    gone = []
    for row, length in database.execute("SELECT rowid, length(content) FROM checks ORDER BY day, rowid"):
        if count <= MAX_ROWS and size <= MAX_BYTES:
            break
        gone.append((row,))
        count, size = count - 1, size - length
    database.executemany("DELETE FROM checks WHERE rowid = ?", gone)


def _key(path: str) -> bytes:
    return os.fsencode(os.path.abspath(path))


def _sum(key: bytes, digest: bytes, content: bytes) -> bytes:
    """Returns a checksum of a row: SQLite notices few flipped bits."""
    from hashlib import blake2b

    return blake2b(key + digest + content, digest_size=DIGEST_BYTES).digest()


def _written(result: CheckResult) -> bytes:
    reports = [[each.line, each.column, each.code, each.message, each.hint] for each in result.reports]
    return json.dumps([result.pictures, reports]).encode("ascii")


def _read(digest: object, content: object) -> CheckResult:
    """Returns the result in a row.

    Raises:
        _UNREADABLE: If the row is none of ours.
    """
    if type(digest) is not bytes or type(content) is not bytes:
        raise TypeError
    pictures, reports = json.loads(content)
    return CheckResult(digest, tuple(map(_picture, pictures)), tuple(map(_report, reports)))


def _picture(row: Sequence[object]) -> tuple[str, PictureState]:
    name, state = row
    if type(name) is not str or type(state) is not list or not {*map(type, state)} <= {int}:
        raise TypeError
    if os.path.basename(name) != name or "\0" in name:
        raise ValueError
    return name, tuple(state)


def _report(row: Sequence[object]) -> Report:
    line, column, code, message, hint = row
    if type(line) is not int or type(column) is not int or min(line, column) < -1 or (line < 0) != (column < 0):
        raise ValueError
    if type(code) is not str or type(message) is not str or type(hint) is not str or code not in RULES:
        raise TypeError
    return Report(line, column, code, message, hint)
