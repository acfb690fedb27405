"""The sources of an import, files and the standard input: read within bounds, with one line for each fault."""

from __future__ import annotations

import os

from reader.errors import NotFoundError, UnusableError
from reader.gate import shown_path
from reader.importing.documents.encodings import decoded
from reader.model.record import record
from reader.regular_files import IrregularError, open_regular, read_at_once, read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

MAX_FILE_BYTES = 1_000_000_000
MAX_TEXT_BYTES = 4_000_000
HEAD_BYTES = 16_384
"""Number of bytes at the beginning of a source that its format is recognised by."""
STANDARD_INPUT = "the standard input"


@record
class PageSource:
    """A file, or the standard input."""

    name: str
    """Name for messages."""
    path: str
    """Empty for the standard input."""
    data: bytes
    """First :data:`HEAD_BYTES` of a file; of the standard input all bytes, but no more than one over the bound."""
    second: PageSource | None = None
    """The source of the other language, if two were given as a pair."""

    @property
    def head(self) -> bytes:
        """The first bytes."""
        return self.data[:HEAD_BYTES]

    def text(self) -> str:
        """Returns the source as text.

        Raises:
            NotFoundError: The file cannot be read.
            UnusableError: It has more than :data:`MAX_TEXT_BYTES`, is in no known encoding, is empty, or is no text.
        """
        data = self.whole(MAX_TEXT_BYTES) if self.path else self.data
        if len(data) > MAX_TEXT_BYTES:
            raise UnusableError(f"{self.name} has more than {MAX_TEXT_BYTES // 10**6} MB of text")
        return decoded(data, self.name).text

    def whole(self, most: int) -> bytes:
        """Returns all bytes, but no more than one over a bound; of the standard input those that were read."""
        if not self.path:
            return self.data
        try:
            return read_regular(self.path, most + 1)
        except OSError as error:
            raise NotFoundError(f"{self.name} cannot be read: {error.strerror}") from error


def file_source(path: str) -> PageSource:
    """Opens a file.

    Raises:
        NotFoundError: It is missing, is no file, or cannot be read.
        UnusableError: It is larger than :data:`MAX_FILE_BYTES`.
    """
    name = shown_path(path)
    try:
        with open(open_regular(path), "rb") as file:
            if os.fstat(file.fileno()).st_size > MAX_FILE_BYTES:
                raise UnusableError(f"{name} is larger than {MAX_FILE_BYTES // 10**9} GB")
            return PageSource(name, path, read_at_once(file, HEAD_BYTES))
    except FileNotFoundError:
        raise NotFoundError(f"{name} is not there") from None
    except IrregularError:
        raise NotFoundError(f"{name} is {'a folder, not a file' if os.path.isdir(path) else 'no file'}") from None
    except (OSError, ValueError) as error:
        raise NotFoundError(f"{name} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def stream_source(stream: BinaryIO) -> PageSource:
    """Reads the standard input."""
    return PageSource(STANDARD_INPUT, "", stream.read(MAX_TEXT_BYTES + 1))
