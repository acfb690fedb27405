"""Snapshots: issues as they were parsed, kept in the cache folder, so that an unchanged file is not parsed again.

They are disposable: a snapshot that is missing, damaged, of another version of the program, or of an older state of its
file is not used, and is written anew. Nothing but records of the model can come out of one. The first line tells
what the second one, the issue, belongs to, and its checksum.
"""

from __future__ import annotations

import os
from _thread import get_ident
from binascii import crc32

from reader import __version__
from reader.folders import cache_folder
from reader.model import magazine, text
from reader.model.magazine import Issue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

MAX_BYTES = 64_000_000
_TUPLE = 0
_RECORDS: tuple[Any, ...] = (
    text.Span,
    text.Prose,
    text.Text,
    magazine.Heading,
    magazine.Paragraph,
    magazine.Quotation,
    magazine.ItemList,
    magazine.Table,
    magazine.Aside,
    magazine.Placement,
    magazine.PageBreak,
    magazine.AlignedBody,
    magazine.FreeBody,
    magazine.Figure,
    magazine.Credit,
    magazine.Article,
    magazine.Section,
    magazine.GlossaryEntry,
    magazine.Issue,
)
_NUMBERS = {kind: number for number, kind in enumerate(_RECORDS, 1)}
_SHAPE = " ".join((__version__, *(f"{kind.__name__}({','.join(kind.__slots__)})" for kind in _RECORDS)))


def read(path: str) -> Issue | None:
    """Returns the issue of a file from its snapshot, or None if there is none that fits the file as it is now."""
    import json

    try:
        state = _state(path)
        descriptor = os.open(_place(path), os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            head, rows = (file.read(MAX_BYTES) or b"").split(b"\n", 1)
        if json.loads(head) != [_SHAPE, state, crc32(rows)]:
            return None
        issue = _decode(json.loads(rows))
    except (OSError, ValueError, TypeError, KeyError, IndexError, RecursionError):
        return None
    return issue if isinstance(issue, Issue) else None


def write(path: str, issue: Issue, state: list[Any]) -> None:
    """Keeps an issue for the state its file had before it was read; where that is not possible, nothing is kept."""
    import json

    try:
        if state != _state(path):
            return
        place = _place(path)
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        own = f"{place}.{os.getpid()}-{get_ident()}"
        rows = json.dumps(_encode(issue), ensure_ascii=False, separators=(",", ":")).encode()
        with open(own, "wb") as file:
            file.write(json.dumps([_SHAPE, state, crc32(rows)]).encode() + b"\n" + rows)
        try:
            os.replace(own, place)
        except OSError:
            os.unlink(own)
    except (OSError, ValueError):
        return


def state_of(path: str) -> list[Any] | None:
    """Returns what tells one state of a file from another, or None if the file is not there."""
    try:
        return _state(path)
    except (OSError, ValueError):
        return None


def _state(path: str) -> list[Any]:
    about = os.stat(path)
    return [os.path.realpath(path), about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino]


def _place(path: str) -> str:
    real = os.path.realpath(path)
    stem = os.path.splitext(os.path.basename(real))[0]
    return os.path.join(cache_folder(), "issues", f"{stem[:64]}-{crc32(os.fsencode(real)):08x}.json")


def _encode(value: Any) -> Any:
    """Returns a record or a tuple as a list whose first entry tells which; anything else as it is."""
    kind = type(value)
    if kind is tuple:
        return [_TUPLE, *map(_encode, value)]
    number = _NUMBERS.get(kind)
    if number is None:
        return value
    return [number, *(_encode(getattr(value, name)) for name in kind.__slots__)]


def _decode(value: Any) -> Any:
    if type(value) is not list:
        return value
    number = value[0]
    if number == _TUPLE:
        return tuple([_decode(item) if type(item) is list else item for item in value[1:]])
    return _RECORDS[number - 1](*[_decode(item) if type(item) is list else item for item in value[1:]])
