"""The health of an SQLite file, whoever made it: looked at without a change, and put aside where it is damaged."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing, suppress

from reader.gate import clean_line

BUSY_SECONDS = 1.0
ENDINGS = ("", "-wal", "-shm")


def fault(path: str) -> str:
    """Returns what is off with a file in one line; nothing if it is whole, or not there."""
    if not os.path.lexists(path):
        return ""
    if not os.path.isfile(path):
        return "no ordinary file"
    can_write = os.access(path, os.W_OK) and os.access(os.path.dirname(path), os.W_OK)
    escaped = path.replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    uri = f"file:{escaped}?mode={'ro' if can_write else 'ro&immutable=1'}"
    try:
        with closing(sqlite3.connect(uri, timeout=BUSY_SECONDS, uri=True)) as database:
            found = [str(row[0]) for row in database.execute("PRAGMA quick_check(1)")]
    except (sqlite3.Error, UnicodeError) as error:
        return clean_line(str(error))
    return "" if found == ["ok"] else clean_line(found[0].partition("\n")[0])


def put_aside(path: str) -> str:
    """Gives a damaged file another name, so that nothing of it is overwritten; returns that name.

    Raises:
        OSError: If it may not be renamed.
    """
    base = aside = f"{path}.damaged-{time.strftime('%Y-%m-%d')}"
    number = 1
    while os.path.lexists(aside):
        number += 1
        aside = f"{base}-{number}"
    os.rename(path, aside)
    for ending in ENDINGS[1:]:
        with suppress(FileNotFoundError):
            os.rename(path + ending, aside + ending)
    return aside
