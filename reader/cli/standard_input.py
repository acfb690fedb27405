"""The standard input, read within bounds: a device or a program may write for ever."""

from __future__ import annotations

import sys

from reader.errors import UnusableError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import BinaryIO

MAX_LINE_BYTES = 100_000


def first_line() -> str:
    """Returns the first line of the standard input, as :func:`next_line` does; empty without one."""
    return next_line() or ""


def next_line() -> str | None:
    """Returns the next line of the standard input without its line end; None at the end of the input.

    Bytes that are no UTF-8 are as in names of files.

    Raises:
        UnusableError: If it is longer than :data:`MAX_LINE_BYTES`, or cannot be read.
    """
    stream = _stream()
    try:
        line = stream.readline(MAX_LINE_BYTES + 1) if stream else b""
    except (OSError, ValueError) as error:
        raise _unreadable(error) from error
    if len(line) > MAX_LINE_BYTES:
        raise UnusableError(f"a line of the standard input is longer than {MAX_LINE_BYTES:,} bytes")
    return line.decode("utf-8", "surrogateescape").rstrip("\r\n") if line else None


def whole_input(max_bytes: int) -> bytes:
    """Returns the standard input.

    Raises:
        UnusableError: If it is larger than the bound, or cannot be read.
    """
    stream = _stream()
    try:
        data = stream.read(max_bytes + 1) if stream else b""
    except (OSError, ValueError) as error:
        raise _unreadable(error) from error
    if len(data) > max_bytes:
        raise UnusableError(f"the standard input is larger than {max_bytes:,} bytes")
    return data


def _stream() -> BinaryIO | None:
    return sys.stdin.buffer if sys.stdin else None


def _unreadable(error: Exception) -> UnusableError:
    return UnusableError(f"the standard input cannot be read: {getattr(error, 'strerror', None) or error}")
