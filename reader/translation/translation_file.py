"""The content of a translator's file, and the faults of one with their places."""

from __future__ import annotations

import re

from reader.errors import NotFoundError, UnusableError
from reader.gate import clean_line, shown_path
from reader.model.record import record
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Prose

MAX_FILE_BYTES = 16_000_000
"""Maximum size of a translator's file; the largest issue is four times smaller."""
MAX_UNITS = 100_000
HASH = re.compile(r"[0-9a-f]{8}\Z")


@record
class FileUnit:
    """A unit as a translator's file has it."""

    address: str
    line: int
    column: int
    source: Prose | str
    """A prose, or a source with the markup of issue files."""
    target: Prose | str
    is_reviewed: bool = True
    """Whether the translation is one to rely on, neither fuzzy nor in need of a review."""
    source_hash: str = ""
    """Hash of the source when the file was made; empty if the file does not have it."""
    target_hash: str = ""
    """Hash of the translation when the file was made; empty if the file does not have it."""


@record
class TranslationFile:
    """A translator's file: its language, and its units in the order of the file."""

    language: str
    units: tuple[FileUnit, ...]


class FileFaultError(UnusableError):
    """A fault of a translator's file; the reader adds the file's name."""

    def __init__(self, message: str, line: int = 0, column: int = 0) -> None:
        """Takes a message and its place, from 1; 0 for no place."""
        super().__init__(message)
        self.line, self.column = line, column

    def at(self, path: str) -> UnusableError:
        """Returns the fault with the name of the file."""
        place = f":{self.line}:{self.column}" if self.line else ""
        return UnusableError(f"{shown_path(path)}{place}: {clean_line(str(self))}")


def read_bytes(path: str) -> bytes:
    """Returns the bytes of a translator's file.

    Raises:
        NotFoundError: If it cannot be read.
        UnusableError: If it is too large.
    """
    try:
        data = read_regular(path, MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        raise NotFoundError(
            f"{shown_path(path)}: cannot be read: {getattr(error, 'strerror', None) or error}"
        ) from error
    if len(data) > MAX_FILE_BYTES:
        raise UnusableError(f"{shown_path(path)}: is larger than {MAX_FILE_BYTES:,} bytes")
    return data


def decoded(data: bytes) -> str:
    """Returns UTF-8 as text, without a byte order mark and with line feeds at the ends of lines.

    Raises:
        FileFaultError: If it is not UTF-8.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig", "replace")
        raise FileFaultError("is not UTF-8", *place_of(before, len(before))) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def place_of(text: str, index: int) -> tuple[int, int]:
    """Returns the line and the column of a character, from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def checked(language: str, units: list[FileUnit]) -> TranslationFile:
    """Returns a file whose units are each there once.

    Raises:
        FileFaultError: If one is there twice, if there are too many, or no unit or no language.
    """
    if not units:
        raise FileFaultError("has no units of reader translation export")
    if not language:
        raise FileFaultError("does not name the language of its translations")
    if len(units) > MAX_UNITS:
        raise FileFaultError(f"has more than {MAX_UNITS:,} units")
    seen: dict[str, int] = {}
    for unit in units:
        if unit.address in seen:
            raise FileFaultError(
                f"{unit.address} is there twice, first in line {seen[unit.address]}", unit.line, unit.column
            )
        seen[unit.address] = unit.line
    return TranslationFile(language, tuple(units))


def hash_or_none(text: str) -> str:
    """Returns a hash as it is written; empty if it is none."""
    return text if HASH.match(text) else ""
