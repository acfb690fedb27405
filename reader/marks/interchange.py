"""Reads and writes the JSON file that carries marks from one machine to another (``docs/MARKS.md`` describes it)."""

from __future__ import annotations

import json
import os

from reader.errors import ReaderError
from reader.file_writing import replace_file
from reader.gate import clean_line
from reader.marks.json_form import from_object, to_object

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.marks.mark import Mark
    from reader.marks.store import MarkStore

FORMAT = "bilingual-magazine-reader marks"
VERSION = 1
MAX_BYTES = 256 << 20
BYTE_ORDER_MARK = "\ufeff"
"""The sign before the text of a file by which some programs recognise UTF-8."""


class ForeignError(ReaderError):
    """A file that is no file of marks, or is cut short."""


def to_text(marks: Iterable[Mark]) -> str:
    """Returns marks as the text of such a file, in the order given."""
    objects = [to_object(mark) for mark in marks]
    document = {"format": FORMAT, "version": VERSION, "marks": objects}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def of_text(text: str, name: str) -> tuple[Mark, ...]:
    """Returns the marks in the text of a file; ``name`` is the file's name for messages.

    Raises:
        ForeignError: If it is no file of marks, of a newer version, or invalid; then none of its marks is taken.
    """
    try:
        document = json.loads(text.removeprefix(BYTE_ORDER_MARK))
    except (ValueError, RecursionError):
        raise ForeignError(f"{clean_line(name)}: not whole, or no JSON; nothing was taken from it") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ForeignError(f"{clean_line(name)}: no file of marks (reader marks export --format json writes one)")
    version, marks = document.get("version"), document.get("marks")
    if not isinstance(version, int) or not 1 <= version <= VERSION:
        raise ForeignError(f"{clean_line(name)}: written by a newer version of this program; nothing was taken from it")
    if not isinstance(marks, list):
        raise ForeignError(f"{clean_line(name)}: it lacks its list of marks; nothing was taken from it")
    found = []
    for number, mark in enumerate(marks, 1):
        try:
            found.append(from_object(mark))
        except ValueError as error:
            raise ForeignError(f"{clean_line(name)}: mark {number}: {error}; nothing was taken from it") from error
    return tuple(found)


def read_file(path: str) -> tuple[Mark, ...]:
    """Returns the marks of a file.

    Raises:
        ForeignError: If it cannot be read, or is no file of marks.
    """
    return of_text(_text_of(path), path)


def synchronise(marks: MarkStore, path: str) -> tuple[int, int]:
    """Merges the marks and a file both ways, so that both have the same marks.

    Returns:
        The number of marks that have changed here, and in the file, which is left alone if that is none.

    Raises:
        ForeignError: If the file is no file of marks, or cannot be read; then nothing has changed.
        WriteError: If it cannot be written.
        UnusableError: If the marks cannot be read or written.
    """
    theirs = read_file(path) if os.path.exists(path) else None
    taken = marks.put(theirs) if theirs else 0
    ours = marks.everything()
    known = set(theirs or ())
    given = sum(mark not in known for mark in ours)
    if given or theirs is None:
        replace_file(path, [to_text(ours).encode()], private=True)
    return taken, given


def _text_of(path: str) -> str:
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            raise ForeignError(f"{clean_line(path)}: no file of marks, but a folder or a device")
        with open(path, encoding="utf-8") as file:
            if os.fstat(file.fileno()).st_size > MAX_BYTES:
                raise ForeignError(f"{clean_line(path)}: larger than {MAX_BYTES >> 20} MB; nothing was taken from it")
            return file.read()
    except UnicodeDecodeError:
        raise ForeignError(f"{clean_line(path)}: no UTF-8; nothing was taken from it") from None
    except OSError as error:
        raise ForeignError(f"{clean_line(path)}: cannot be read: {error.strerror}") from error
