"""Reads and writes the JSON file that carries marks from one machine to another (``docs/MARKS.md`` describes it).

The file is read twice, entry by entry: first to see that it is whole, then for its marks. An entry that is no mark is
left out and reported; in a file that machines share it stays.
"""

from __future__ import annotations

import json
import os
from contextlib import contextmanager

from reader.errors import ReaderError
from reader.file_writing import ChangedError, replace_file
from reader.gate import clean, clean_line, shown_path
from reader.marks.json_entries import BoundError, JsonEntries, NotWholeError
from reader.marks.json_form import from_object, to_object
from reader.model.record import record
from reader.regular_files import IrregularError, open_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import BinaryIO

    from reader.marks.mark import Mark
    from reader.marks.rows import UnreadableRow
    from reader.marks.store import MarkStore

FORMAT = "bilingual-magazine-reader marks"
VERSION = 1
MAX_REPORTED = 5
"""Number of entries that are reported each by itself."""
MAX_FOREIGN = 100_000
"""Largest number of entries that are not even objects: a file with more of them is no file of marks."""
MAX_ATTEMPTS = 5
"""Number of attempts to merge a file that other machines keep changing."""
_BATCH = 1_000
"""Number of marks that are written to the store in one transaction: other programs wait as long."""


class ForeignError(ReaderError):
    """A file that is no file of marks, or is cut short."""


@record
class BadEntry:
    """An entry of a file that is no mark: its number, its line, the reason, and its text."""

    number: int
    line: int
    reason: str
    text: str


@record
class Taken:
    """The result of taking in the marks of a file."""

    found: int
    """Number of its marks."""
    changed: int
    """Number of marks that have changed here."""
    bad: int
    """Number of entries that are no marks."""
    reported: tuple[BadEntry, ...]
    """The first of them."""


@record
class Synchronised:
    """The result of merging both ways: marks taken in, and the number of those given out."""

    taken: Taken
    given: int


# -- writing ------------------------------------------------------------------------------------------------


def to_text(marks: Iterable[Mark], unreadable: Iterable[UnreadableRow] = ()) -> str:
    """Returns marks as the text of such a file, in the order given, with the texts of rows that cannot be read."""
    return "".join(_pieces(marks, (), [clean(row.text) for row in unreadable]))


def _pieces(marks: Iterable[Mark], others: Iterable[str], unreadable: list[str]) -> Iterator[str]:
    """Yields the text of a file piece by piece.

    Args:
        marks: The marks.
        others: The texts of further entries.
        unreadable: Texts that no program can read as marks, which people may.
    """
    yield f'{{\n "format": {json.dumps(FORMAT)},\n "version": {VERSION},\n "marks": ['
    is_first = True
    for each in marks:
        text = json.dumps(to_object(each), ensure_ascii=False, indent=1).replace("\n", "\n  ")
        yield f"{'' if is_first else ','}\n  {text}"
        is_first = False
    for text in others:
        yield f"{'' if is_first else ','}\n  {text}"
        is_first = False
    yield "]" if is_first else "\n ]"
    if unreadable:
        yield f',\n "unreadable": {json.dumps(unreadable, ensure_ascii=False)}'
    yield "\n}\n"


# -- reading ------------------------------------------------------------------------------------------------


class MarksFile:
    """A file of marks that is whole."""

    def __init__(self, stream: BinaryIO, name: str) -> None:
        """Reads the file once.

        Args:
            stream: Its bytes, which are read several times from their beginning.
            name: Its name for messages.

        Raises:
            ForeignError: If it is no file of marks, of a newer version, cut short, or too large.
        """
        self._stream, self.name = stream, clean_line(name)
        with self._told():
            entries = self._read()
            foreign = 0
            for entry in entries:
                foreign += not entry.text.startswith("{")
                if foreign > MAX_FOREIGN:
                    raise self._fault(f"more than {MAX_FOREIGN:,} of its marks are no objects")
        fields = entries.fields
        if not entries.is_object or fields.get("format") != FORMAT:
            raise ForeignError(f"{self.name}: no file of marks (reader marks export --format json writes one)")
        version = fields.get("version")
        if not isinstance(version, int) or not 1 <= version <= VERSION:
            raise self._fault("written by a newer version of this program")
        if not entries.has_list:
            raise self._fault("it lacks its list of marks")

    def __iter__(self) -> Iterator[Mark | BadEntry]:
        """Yields the marks, and the entries that are none.

        Raises:
            ForeignError: If the file was changed since it was read first.
        """
        with self._told():
            for entry in self._read():
                try:
                    if not entry.is_small:
                        raise ValueError("it has too many parts")
                    yield from_object(json.loads(entry.text))
                except RecursionError:
                    yield BadEntry(entry.number, entry.line, "it is nested too deep", entry.text)
                except ValueError as error:
                    is_json = not isinstance(error, json.JSONDecodeError)
                    yield BadEntry(entry.number, entry.line, str(error) if is_json else "it is no JSON", entry.text)

    def _read(self) -> JsonEntries:
        self._stream.seek(0)
        return JsonEntries(self._stream, "marks")

    def _fault(self, reason: str) -> ForeignError:
        return ForeignError(f"{self.name}: {reason}; nothing was taken from it")

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except NotWholeError:
            raise self._fault("not whole, or no JSON") from None
        except BoundError as error:
            raise self._fault(str(error)) from None
        except UnicodeDecodeError:
            raise self._fault("no UTF-8") from None
        except OSError as error:
            raise ForeignError(f"{self.name}: cannot be read: {error.strerror}") from error


def take_in(file: MarksFile, marks: MarkStore, see: Callable[[Mark], None] = lambda _: None) -> Taken:
    """Adds the marks of a file.

    Args:
        file: The file.
        marks: The store that they are added to.
        see: Is given each mark of the file.

    Raises:
        UnusableError: If they cannot be written.
    """
    found = changed = bad = 0
    reported: list[BadEntry] = []
    batch: list[Mark] = []
    for each in file:
        if isinstance(each, BadEntry):
            bad += 1
            if len(reported) < MAX_REPORTED:
                reported.append(each)
            continue
        see(each)
        found += 1
        batch.append(each)
        if len(batch) == _BATCH:
            changed += marks.put(batch)
            batch = []
    changed += marks.put(batch) if batch else 0
    return Taken(found, changed, bad, tuple(reported))


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """Opens a file for reading.

    Raises:
        ForeignError: If it is no regular file, or cannot be read.
    """
    try:
        with open(open_regular(path), "rb") as stream:
            yield stream
    except IrregularError as error:
        raise ForeignError(f"{shown_path(path)}: no file of marks, but a folder or a device") from error
    except OSError as error:
        raise ForeignError(f"{shown_path(path)}: cannot be read: {error.strerror}") from error


# -- both ---------------------------------------------------------------------------------------------------


def synchronise(marks: MarkStore, path: str) -> Synchronised:
    """Merges the marks and a file both ways, so that both have the same marks.

    Entries of the file that are no marks stay in it. If another machine changes the file meanwhile, it is merged again.

    Raises:
        ForeignError: If the file is no file of marks, or cannot be read; then nothing has changed.
        WriteError: If it cannot be written.
        UnusableError: If the marks cannot be read or written.
    """
    for _ in range(MAX_ATTEMPTS - 1):
        try:
            return _synchronised(marks, path)
        except ChangedError:
            continue
    return _synchronised(marks, path)


def _synchronised(marks: MarkStore, path: str) -> Synchronised:
    if not os.path.exists(path):
        ours = marks.everything()
        _write(path, _pieces(ours, (), []), None)
        return Synchronised(Taken(0, 0, 0, ()), len(ours))
    with opened(path) as stream:
        before = os.fstat(stream.fileno())
        file = MarksFile(stream, path)
        theirs: dict[str, int] = {}

        def see(mark: Mark) -> None:
            theirs[mark.id] = hash(mark)

        taken = take_in(file, marks, see)
        ours = marks.everything()
        given = sum(theirs.get(mark.id) != hash(mark) for mark in ours)
        if given:
            others = (each.text for each in file if isinstance(each, BadEntry)) if taken.bad else ()
            _write(path, _pieces(ours, others, []), before)
    return Synchronised(taken, given)


def _write(path: str, pieces: Iterable[str], before: os.stat_result | None) -> None:
    """Replaces the file unless it is another one than before."""

    def check() -> None:
        now = os.stat(path) if os.path.exists(path) else None
        if _state(now) != _state(before):
            raise ChangedError(f"{shown_path(path)}: other programs keep changing it; try again")

    replace_file(path, (piece.encode() for piece in pieces), private=True, check=check)


def _state(found: os.stat_result | None) -> object:
    return found and (found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns)
