"""Reads a JSON object with one long list piece by piece, so that its size costs no memory: one entry at a time.

An entry is given as its text; whoever reads it decodes it. Its brackets are counted before, because a decoder makes
of each of them an object that takes twenty times its room.
"""

from __future__ import annotations

import codecs
import json
import re

from reader.model.record import record
from reader.regular_files import read_at_once

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MAX_BYTES = 1 << 30
MAX_ENTRIES = 2_000_000
MAX_ENTRY_CHARS = 1 << 26
MAX_ENTRY_PARTS = 100_000
"""Largest number of strings, commas and brackets of an entry that is decoded."""
BYTE_ORDER_MARK = "\ufeff"
"""The sign before the text of a file by which some programs recognise UTF-8."""
MAX_SCANNED_PARTS = 1_000_000
"""Largest number of them in an entry at all: it takes a second to count them."""
_CHUNK_BYTES = 1 << 16
_MAX_FIELD_CHARS = 1_000
"""Length of the longest value outside the list that is decoded."""
_BLANKS = re.compile(r"[ \t\r\n]*+")
_TOKEN = re.compile(r'[^"\[\]{},]*+(?:("[^"\\]*+(?:\\.[^"\\]*+)*+")|([\[\]{},]))', re.DOTALL)
"""A string, or a sign of structure, and all before it."""


class NotWholeError(Exception):
    """A text that is no JSON, or is cut short."""


class BoundError(Exception):
    """A text beyond a bound, which its message names."""


@record
class Entry:
    """An entry of the list: its number from 1, the line in which it begins, its text, and whether it is decoded."""

    number: int
    line: int
    text: str
    is_small: bool


class JsonEntries:
    """The entries of the list of a JSON object, and its short values."""

    def __init__(self, stream: BinaryIO, key: str) -> None:
        """Takes a stream of bytes at its beginning; ``key`` is the list's."""
        self._stream, self._key = stream, key
        self._decoder = codecs.getincrementaldecoder("utf-8")()
        self._buffer, self._at, self._line = "", 0, 1
        self._bytes, self._is_ended = 0, False
        self.fields: dict[str, object] = {}
        """The short values of the object, whole after the last entry."""
        self.is_object = True
        self.has_list = False

    def __iter__(self) -> Iterator[Entry]:
        """Yields the entries.

        Raises:
            NotWholeError: If the text is no JSON or is cut short.
            BoundError: If it is too large.
            UnicodeDecodeError: If it is no UTF-8.
            OSError: If it cannot be read, or not without waiting.
        """
        self._more()
        self._buffer = self._buffer.removeprefix(BYTE_ORDER_MARK)
        if self._next() != "{":
            self._value()
            self.is_object = False
        elif self._take("{") and self._next() != "}":
            yield from self._members()
        else:
            self._take("}")
        if self._next():
            raise NotWholeError

    def _members(self) -> Iterator[Entry]:
        while True:
            name = self._decoded(self._value()[0])
            if not isinstance(name, str) or (name == self._key and self.has_list):
                raise NotWholeError
            self._take(":")
            if name == self._key and self._next() == "[":
                self.has_list = True
                yield from self._entries()
            else:
                text, _ = self._value()
                if len(text) <= _MAX_FIELD_CHARS:
                    self.fields[name] = self._decoded(text)
            if self._next() == "}":
                self._take("}")
                return
            self._take(",")

    def _entries(self) -> Iterator[Entry]:
        self._take("[")
        number = 0
        while self._next() != "]":
            if number:
                self._take(",")
                self._next()
            number += 1
            if number > MAX_ENTRIES:
                raise BoundError(f"more than {MAX_ENTRIES:,} {self._key}")
            line = self._line
            text, parts = self._value()
            yield Entry(number, line, text, parts <= MAX_ENTRY_PARTS)
        self._take("]")

    def _decoded(self, text: str) -> object:
        try:
            value: object = json.loads(text)
        except (ValueError, RecursionError):
            raise NotWholeError from None
        return value

    def _value(self) -> tuple[str, int]:
        """Returns the text of the next value, and the number of its strings, commas and brackets."""
        self._next()
        depth = parts = 0
        length = 0  # of the text so far, from self._at
        while True:
            found = _TOKEN.match(self._buffer, self._at + length)
            if found is None:
                if len(self._buffer) - self._at > MAX_ENTRY_CHARS:
                    raise self._beyond(f"is longer than {MAX_ENTRY_CHARS:,}")
                if not self._more():
                    raise NotWholeError
                continue
            parts += 1
            if parts > MAX_SCANNED_PARTS:
                raise self._beyond(f"has more than {MAX_SCANNED_PARTS:,} parts")
            length = found.end() - self._at
            sign = found[2]
            if depth == 0 and sign in ("]", "}", ","):  # of the list around it
                length = found.start(2) - self._at
                break
            depth += 1 if sign in ("[", "{") else -1 if sign in ("]", "}") else 0
            if depth == 0:
                break
            if length > MAX_ENTRY_CHARS:
                raise self._beyond(f"is longer than {MAX_ENTRY_CHARS:,}")
        text = self._buffer[self._at : self._at + length].rstrip(" \t\r\n")
        self._consume(length)
        if not text:
            raise NotWholeError
        return text, parts

    def _beyond(self, fault: str) -> BoundError:
        return BoundError(f"line {self._line:,}: one of the {self._key} {fault}")

    def _next(self) -> str:
        """Returns the next character after blanks; empty at the end."""
        while True:
            found = _BLANKS.match(self._buffer, self._at)
            assert found
            self._consume(found.end() - self._at)
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more():
                return ""

    def _take(self, sign: str) -> bool:
        if self._next() != sign:
            raise NotWholeError
        self._consume(1)
        return True

    def _consume(self, length: int) -> None:
        self._line += self._buffer.count("\n", self._at, self._at + length)
        self._at += length

    def _more(self) -> bool:
        """Reads as much again as there is, and drops the consumed part; returns whether there was more."""
        if self._is_ended:
            return False
        self._buffer, self._at = self._buffer[self._at :], 0
        data = read_at_once(self._stream, max(_CHUNK_BYTES, len(self._buffer)))
        self._bytes += len(data)
        if self._bytes > MAX_BYTES:
            raise BoundError(f"larger than {MAX_BYTES >> 20} MB")
        self._buffer += self._decoder.decode(data, not data)
        self._is_ended = not data
        return bool(data)
