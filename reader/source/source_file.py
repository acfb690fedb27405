"""An issue file's text, read within bounds, and the diagnostics that are collected for it."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager

from reader.errors import ReaderError
from reader.gate import clean_line, shown_path
from reader.regular_files import IrregularError, open_regular, read_at_once
from reader.source.diagnostic import ERROR, WARNING, Diagnostic, excerpt
from reader.source.rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import BinaryIO

    from reader.source.diagnostic import Severity
    from reader.source.nodes import Node, Scalar

MAX_FILE_BYTES = 4_000_000
MAX_DIAGNOSTICS = 1000
"""Maximum number of errors, and of warnings; later ones are dropped."""
MAX_MESSAGE_CHARS = 300
"""Length from which on a message is shortened in the middle; the values in it are shortened before."""
MAX_READ_ATTEMPTS = 3
"""Maximum number of attempts to read a file that another program keeps changing."""


class SourceFile:
    """A file's path and text, and the diagnostics of reading, parsing and checking it."""

    def __init__(self, path: str, text: str = "") -> None:
        self.path, self.text = path, text
        self.parsed = text
        """The text that nodes have their indexes in: the file's, without articles that could not be parsed."""
        self.is_missing = False
        """Whether there is no such file, so that the text is empty."""
        self.diagnostics: list[Diagnostic] = []
        self._counts: dict[Severity, int] = {ERROR: 0, WARNING: 0}  # apart: no number of warnings can hide an error
        self._lines: list[str] | None = None

    def anew(self) -> SourceFile:
        """Returns the same text without diagnostics; it shares the lines, which may be millions."""
        made = SourceFile(self.path, self.text)
        made._lines = self._lines
        return made

    def report(self, code: str, node: Node | None, message: str, hint: str = "") -> None:
        """Adds a diagnostic at a node, or about the whole file if the node is None."""
        if node is None:
            self.report_at(code, -1, -1, message, hint)
        else:
            self.report_at(code, node.line, node.column, message, hint)

    def report_in(self, code: str, node: Scalar, offset: int, message: str, hint: str = "") -> None:
        """Adds a diagnostic at a character of a value."""
        from reader.source.scalar_places import index_of  # only a fault needs it

        self.report_at(code, *self.place_of(node, index_of(self.parsed, node, offset)), message, hint)

    def place_of(self, node: Scalar, index: int) -> tuple[int, int]:
        """Returns the line and column of an index at or after a value, without counting the lines before it."""
        line, column = position(self.parsed[node.start : index], index - node.start)
        return node.line + line, column if line else node.column + column

    def report_at(self, code: str, line: int, column: int, message: str, hint: str = "") -> None:
        """Adds a diagnostic at a line and column that count from 0; -1 for both means the whole file."""
        severity = RULES[code].severity
        if self._counts[severity] >= MAX_DIAGNOSTICS:
            return
        self._counts[severity] += 1
        if self._lines is None:
            self._lines = lines_of_file(self.text)
        if line >= len(self._lines):  # the parser counts a line after the last
            line, column = len(self._lines) - 1, len(self._lines[-1])
        shown, mark = excerpt(self._lines[line], column + 1) if line >= 0 else ("", 0)
        self.diagnostics.append(
            Diagnostic(self.path, line + 1, column + 1, code, severity, _short(message), _short(hint), shown, mark)
        )


def read_source(path: str) -> SourceFile:
    """Reads an issue file's text within the bounds. Reports faults of the file and the disk; never raises."""
    source = SourceFile(path)
    try:
        with open(open_regular(path), "rb") as file:
            data = _read_unchanging(file)
            if data is None:
                source.diagnostics.append(changed_meanwhile(path))
                return source
    except IrregularError as error:
        source.report("F102", None, str(error.strerror), "give an issue's .yaml file")
        return source
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        source.report("F101", None, f"cannot be read: {reason}")
        source.is_missing = isinstance(error, (FileNotFoundError, NotADirectoryError))
        return source
    if len(data) > MAX_FILE_BYTES:
        message = f"the file is larger than {MAX_FILE_BYTES:,} bytes"
        source.report("F103", None, message, "split the issue into two files")
        return source
    _decode(data, source)
    return source


def changed_meanwhile(path: str) -> Diagnostic:
    """Returns the fault of a file that was not the same from one look at it to the next."""
    source = SourceFile(path)
    source.report("F106", None, "the file was changed while it was read", "check it again")
    return source.diagnostics[0]


def is_of_disk(faults: Iterable[Diagnostic]) -> bool:
    """Whether a file could not be read: then nothing is known about its content, and the next reading may succeed."""
    return any(fault.code in ("F101", "F106") for fault in faults)


class UnforeseenError(ReaderError):
    """A fault of the program itself at a file; the work on other files goes on."""

    exit_code = 1

    def __init__(self, fault: Diagnostic) -> None:
        self.fault = fault
        super().__init__(str(fault))


@contextmanager
def survivable(path: str) -> Iterator[None]:
    """Turns a fault of the program within the context into an error of the file, with an entry in the log.

    Raises:
        UnforeseenError: If there is such a fault; errors of the program's own pass as they are.
    """
    try:
        yield
    except ReaderError:
        raise
    except Exception as error:
        raise UnforeseenError(_unforeseen(path, error)) from error


def _unforeseen(path: str, error: Exception) -> Diagnostic:
    from reader.log import crash

    log = crash(error)
    source = SourceFile(path)
    hint = f"please report it, with {shown_path(log)}" if log else "please report it"
    source.report("F107", None, f"the program has an unforeseen fault at this file: {type(error).__name__}", hint)
    return source.diagnostics[0]


def _read_unchanging(file: BinaryIO) -> bytes | None:
    """Returns a file's bytes, at most one more than allowed; None if it changed during every attempt.

    Raises:
        OSError: If it cannot be read, or not without waiting, as some files of ``/proc``.
    """
    for _ in range(MAX_READ_ATTEMPTS):
        file.seek(0)
        before = os.fstat(file.fileno())
        data = read_at_once(file, MAX_FILE_BYTES + 1)
        after = os.fstat(file.fileno())
        if (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns):
            return data
    return None


def _decode(data: bytes, source: SourceFile) -> None:
    try:
        source.text = source.parsed = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        data = error.object  # without the byte order mark, as the error's offset is
        good = data[: error.start].decode("utf-8")
        line, column = position(good, len(good))
        source.text = data.decode("utf-8", "replace")
        source.report_at("F104", line, column, f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8")


def position(text: str, index: int) -> tuple[int, int]:
    """Returns the line and column, from 0, of an index of a text."""
    lines = lines_of_file(text[:index])
    return len(lines) - 1, len(lines[-1])


def lines_of_file(text: str) -> list[str]:
    """Returns the lines of a text as editors and YAML 1.2 count them; an empty one follows a last line end.

    LF, CR and both together end a line; NEL, the line separator and the paragraph separator do not.
    """
    return re.split("\r\n|\n|\r", text) if "\r" in text else text.split("\n")


def _short(message: str) -> str:
    if len(message) > MAX_MESSAGE_CHARS:
        half = MAX_MESSAGE_CHARS // 2
        message = f"{message[:half]}…{message[-half:]}"
    return clean_line(message)
