"""An issue file as it was read, whose text is replaced unless another program has changed it since."""

from __future__ import annotations

from reader.errors import ReaderError
from reader.file_writing import ChangedError, replace_file
from reader.gate import shown_path
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
        self.path = path
        self._bytes = self._read()
        self._mark = BYTE_ORDER_MARK if self._bytes.startswith(BYTE_ORDER_MARK) else b""

    def is_of(self, text: str) -> bool:
        """Whether a text is the file's text."""
        return self._bytes == self._mark + text.encode("utf-8")

    def replace(self, text: str) -> None:
        """Replaces the file's text, whole or not at all. Keeps a byte order mark.

        Raises:
            ReaderError: If the file was changed since it was read, or cannot be written; it is left as it is.
        """
        data = self._mark + text.encode("utf-8")
        replace_file(self.path, [data], check=self._refuse_change)
        self._bytes = data

    def _refuse_change(self) -> None:
        if self._read() != self._bytes:
            raise ChangedError(f"{shown_path(self.path)}: was changed meanwhile, and is left as it is")

    def _read(self) -> bytes:
        """Returns the file's bytes, at most one more than a file may have; a pipe or a device is refused unread."""
        try:
            return read_regular(self.path, MAX_FILE_BYTES + 1)
        except OSError as error:
            raise ReaderError(f"{shown_path(self.path)}: cannot be read: {error.strerror}") from error
