"""The rows of the file of marks: each is read, written, and merged with its earlier state.

Each row has a checksum of its text, so that a flipped bit changes no mark unnoticed; rows of older versions have none.
A row that cannot be read stays as it is; where its mark comes from elsewhere in a state that can be, the row is set
aside in a table of its own. A passage has one bookmark: the keys of bookmarks are unique.
"""

from __future__ import annotations

from zlib import crc32

from reader.marks.json_form import from_line, to_line
from reader.marks.merging import bookmark_keys, joined, later
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.marks.mark import Mark
    from reader.sqlite import engine
    from reader.sqlite.connection import Row

_PUT = (
    "INSERT OR REPLACE INTO marks (id, kind, issue, article, changed, deleted, finished, mark)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)


_OTHER_COLUMNS = (
    "SELECT id, mark FROM marks NOT INDEXED WHERE CASE WHEN json_valid(mark) THEN"
    " (id, kind, issue, article, changed, deleted, finished) IS NOT (mark->>'id', mark->>'kind', mark->>'issue',"
    " mark->>'article', mark->>'changed', mark->>'deleted', mark->>'finished') END"
)
_SUM = ',"sum":"'
_SUM_CHARS = len(_SUM) + 8 + len('"}')


@record
class UnreadableRow:
    """A row that cannot be read: its id, the reason, and its text."""

    id: str
    reason: str
    text: str


def decoded(data: bytes) -> str:
    """Returns the text of a value; bytes that are no UTF-8 become surrogates, so that one row costs no other."""
    return data.decode("utf-8", "surrogateescape")


def read(rows: Iterable[Row]) -> Iterator[Mark | UnreadableRow]:
    """Yields the marks of rows of an id and a text."""
    for name, line in rows:
        try:
            yield _mark_of(name, line)
        except (ValueError, TypeError) as error:
            yield UnreadableRow(_text(name), str(error), _text(line))


def with_wrong_columns(to: engine.Connection) -> str:
    """Returns the id of a mark whose row has other columns than the mark, which queries would not find; or nothing.

    Raises:
        engine.Error: If the file cannot be read.
    """
    return next((found.id for found in read(to.execute(_OTHER_COLUMNS)) if not isinstance(found, UnreadableRow)), "")


def _mark_of(name: object, line: object) -> Mark:
    """Returns the mark of a row.

    Raises:
        ValueError: If it is none.
    """
    if not isinstance(name, str) or not isinstance(line, str):
        raise ValueError("its columns are of a wrong type")
    if line[-_SUM_CHARS:].startswith(_SUM):
        checksum, line = line[-_SUM_CHARS:], line[:-_SUM_CHARS] + "}"
        if checksum != _checksum(line):
            raise ValueError("its checksum is wrong")
    return from_line(line)


def _text(value: object) -> str:
    """Returns a value of a row as text; a file from elsewhere may have any value in any column."""
    if isinstance(value, bytes):
        return decoded(value)
    return value if isinstance(value, str) else str(value)


def _checksum(line: str) -> str:
    """Returns the end of a line of JSON with the checksum of the line."""
    return f'{_SUM}{crc32(line.encode("utf-8", "surrogateescape")):08x}"}}'


def put(to: engine.Connection, mark: Mark) -> None:
    """Writes a mark in the place of its earlier state: its JSON, and the columns that are asked for."""
    columns = (mark.id, mark.kind, mark.issue, mark.article, mark.changed, int(mark.deleted), int(mark.finished))
    line = to_line(mark)
    to.execute(_PUT, (*columns, line[:-1] + _checksum(line)))


def take(to: engine.Connection, mark: Mark) -> bool:
    """Writes a mark unless there is a later state of it; returns whether anything has changed."""
    old = _state(to, mark.id)
    if isinstance(old, UnreadableRow):
        to.execute("INSERT INTO unreadable SELECT id, mark FROM marks WHERE id = ?", (mark.id,))
    elif old and (old == mark or later(old, mark) == old):
        return False
    put(to, mark)
    join(to, mark)
    return True


def join(to: engine.Connection, mark: Mark) -> None:
    """Keeps one bookmark of its passage, if the mark is one."""
    to.execute("DELETE FROM bookmarked WHERE id = ?", (mark.id,))
    keys = bookmark_keys(mark)
    if not keys:
        return
    signs = ", ".join("?" * len(keys))
    found = to.execute(f"SELECT DISTINCT id FROM bookmarked WHERE key IN ({signs})", keys)  # noqa: S608
    others = [_state(to, name) for (name,) in found.fetchall()]
    bookmarks = [mark, *(other for other in others if other and not isinstance(other, UnreadableRow))]
    result = joined(bookmarks)
    for other in (*result.gone, result.kept):
        to.execute("DELETE FROM bookmarked WHERE id = ?", (other.id,))
        if other not in bookmarks:
            put(to, other)
    to.executemany(
        "INSERT OR REPLACE INTO bookmarked (key, id) VALUES (?, ?)",
        [(key, result.kept.id) for key in bookmark_keys(result.kept)],
    )


def _state(to: engine.Connection, name: str) -> Mark | UnreadableRow | None:
    return next(read(to.execute("SELECT id, mark FROM marks WHERE id = ?", (name,)).fetchall()), None)
