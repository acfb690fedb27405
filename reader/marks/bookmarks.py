"""Bookmarks: passages that the reader wants to find again, in a SQLite file."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from urllib.parse import quote

from reader.errors import UnusableError
from reader.folders import data_folder
from reader.gate import clean_line
from reader.model.record import record

FILE_NAME = "marks.sqlite"
SCHEMA_VERSION = 1
BUSY_SECONDS = 1.0
QUOTATION_CHARS = 80

_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS bookmark (
    address TEXT PRIMARY KEY,
    quotation TEXT NOT NULL,
    made INTEGER NOT NULL
) STRICT;
PRAGMA user_version = {SCHEMA_VERSION};
"""


@record
class Bookmark:
    """A passage by its address, with the first words of its text, and when it was marked (seconds since 1970)."""

    address: str
    quotation: str
    made: int


def default_path() -> str:
    """Returns where the marks lie: the platform's folder for a user's data."""
    return os.path.join(data_folder(), FILE_NAME)


class Bookmarks:
    """The bookmarks in a file, which is made when the first one is kept."""

    def __init__(self, path: str) -> None:
        self.path = path

    def all(self) -> tuple[Bookmark, ...]:
        """Returns the bookmarks, the oldest first.

        Raises:
            UnusableError: If the file cannot be read as marks.
        """
        if not os.path.exists(self.path):
            return ()
        with self._told(), closing(self._connect(writing=False)) as marks:
            rows = marks.execute("SELECT address, quotation, made FROM bookmark ORDER BY made, address").fetchall()
        return tuple(Bookmark(*row) for row in rows if tuple(map(type, row)) == (str, str, int))

    def toggle(self, address: str, text: str) -> bool:
        """Marks a passage, or takes its mark away; returns whether it is marked now.

        Raises:
            UnusableError: If the file cannot be written.
        """
        with self._told(), closing(self._connect()) as marks, marks:
            marks.execute("BEGIN IMMEDIATE")
            if marks.execute("DELETE FROM bookmark WHERE address = ?", (address,)).rowcount:
                return False
            values = (address, clean_line(text)[:QUOTATION_CHARS], int(time.time()))
            marks.execute("INSERT INTO bookmark VALUES (?, ?, ?)", values)
            return True

    def _connect(self, writing: bool = True) -> sqlite3.Connection:
        """Opens the file; for writing, it is made with its tables if it is not there.

        Raises:
            UnusableError: If a newer version of the program has written it.
        """
        if writing:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
        mode = "rwc" if writing else "ro"
        uri = f"file:{quote(self.path)}?mode={mode}"
        marks = sqlite3.connect(uri, timeout=BUSY_SECONDS, isolation_level=None, uri=True)
        try:
            if writing:
                marks.execute("PRAGMA journal_mode = WAL")
            version = marks.execute("PRAGMA user_version").fetchone()[0]
            if version == 0 and writing:
                marks.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} COMMIT;")
            elif version > SCHEMA_VERSION:
                raise UnusableError(
                    f"{clean_line(self.path)}: written by a newer version of this program; it is left as it is"
                )
        except BaseException:
            marks.close()
            raise
        return marks

    def _told(self) -> _Told:
        return _Told(self.path)


class _Told:
    """Turns what SQLite and the disk say into one line with the file's name."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, (sqlite3.Error, OSError)):
            raise UnusableError(f"{clean_line(self.path)}: marks cannot be kept: {clean_line(str(error))}") from error
