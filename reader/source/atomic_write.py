"""Replaces the text of a file as a whole, or not at all."""

from __future__ import annotations

import os

from reader.errors import ReaderError
from reader.gate import clean_line
from reader.regular_files import read_regular
from reader.source.source_file import MAX_FILE_BYTES

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Snapshot:
    """A file as it was when it was read. Replacing its text never overwrites a change that was made since."""

    def __init__(self, path: str) -> None:
        """Reads the file.

        Raises:
            ReaderError: If it cannot be read.
        """
        self.path = os.path.realpath(path)  # so that a link stays a link
        self._shown = clean_line(path)
        self._bytes = self._read()
        self._mark = BYTE_ORDER_MARK if self._bytes.startswith(BYTE_ORDER_MARK) else b""

    def is_of(self, text: str) -> bool:
        """Whether a text is the file's text."""
        return self._bytes == self._mark + text.encode("utf-8")

    def replace(self, text: str) -> None:
        """Replaces the file's text: writes a new file beside it, then renames that. Keeps the mode.

        Raises:
            ReaderError: If the file was changed since it was read, or cannot be written; it is left as it is.
        """
        data = self._mark + text.encode("utf-8")
        beside = f"{self.path}.{os.getpid()}.new"
        try:
            mode = os.stat(self.path).st_mode & 0o7777
            if not os.access(self.path, os.W_OK):
                raise PermissionError(0, "it is read-only")
            descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            try:
                with open(descriptor, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(descriptor)
                os.chmod(beside, mode)
                if self._read() != self._bytes:
                    raise ReaderError(f"{self._shown}: was changed meanwhile, and is left as it is")
                os.replace(beside, self.path)
            except BaseException:
                os.unlink(beside)
                raise
        except OSError as error:
            raise ReaderError(f"{self._shown}: cannot be written, and is left as it is: {error.strerror}") from error
        self._bytes = data

    def _read(self) -> bytes:
        try:
            return read_regular(self.path, MAX_FILE_BYTES + 1)
        except OSError as error:
            raise ReaderError(f"{self._shown}: cannot be read: {error.strerror}") from error
