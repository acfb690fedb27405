"""An output stream behind the gate.

A verb writes through an :class:`Output` only. Its methods pass every string through :mod:`reader.gate`, so that even a
string which nobody cleaned cannot reach a terminal as a command; the only escape sequences that are written are those
of :data:`_CODES`, which are put around the cleaned text here.
"""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.gate import clean, drawn_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from reader.layout.runs import Run

_CODES = {
    "title": "1",
    "heading": "1;36",
    "strong": "1",
    "emphasis": "3",
    "speaker": "1",
    "code": "36",
    "link": "4",
    "head": "1",
    "kicker": "36",
    "accent": "36",
    "address": "2",
    "muted": "2",
    "faint": "2",
    "bar": "36",
    "sign": "36",
    "reading": "2",
    "rule": "2",
    "match": "1;7",
    "warning": "33",
    "error": "1;31",
    "mark": "1;36",
}
"""Codes of the styles that are named in runs; other names have no effect."""
BYTE_ORDER_MARK = "\ufeff"
STANDARD_OUTPUT = ("-", "/dev/stdout")
"""Names of the standard output, in the place of a file's."""
_FLUSH_CHARS = 1 << 16
"""Number of characters from which on the stream is written to."""


class Output:
    """A stream of cleaned lines, in UTF-8 under every locale, in colour or without."""

    def __init__(self, stream: TextIO | None, colour: bool = False) -> None:
        """Wraps a stream; on None, Python's value for a closed one, nothing is written."""
        self.stream, self.colour = stream, colour
        self._parts: list[str] = []
        self._chars = 0
        self._over = 0
        self.drawn: dict[int, str] = {}
        """Replacements of characters, by code point: ``str.translate`` is slow where it finds none."""

    def line(self, runs: str | Iterable[Run] = ()) -> None:
        """Writes one line, without the spaces at its end."""
        if isinstance(runs, str):
            whole = drawn_line(runs).rstrip(" ")
        elif self.colour:
            whole = self._coloured(runs)
        else:
            whole = drawn_line("".join([text for text, _ in runs])).rstrip(" ")
        self._add((whole.translate(self.drawn) if self.drawn else whole) + "\n")

    def _coloured(self, runs: Iterable[Run]) -> str:
        """Returns a line with the codes of its styles, without the spaces at its end."""
        safe = [(drawn_line(text), style) for text, style in runs]
        while safe and not safe[-1][0].rstrip(" "):
            safe.pop()
        if safe:
            safe[-1] = (safe[-1][0].rstrip(" "), safe[-1][1])
        return "".join(self._styled(text, style) for text, style in safe)

    def lines(self, lines: Iterable[Iterable[Run]]) -> None:
        """Writes lines."""
        for line in lines:
            self.line(line)

    def over(self, text: str) -> None:
        """Writes a line in place of the last line written by this method; an empty text removes it."""
        if text or self._over:
            safe = drawn_line(text)
            self._add(f"\r{safe}{' ' * (self._over - len(safe))}" + ("" if safe else "\r"))
            self._over = len(safe)
            self.flush()

    def fields(self, *values: str) -> None:
        """Writes one line of fields, separated by tabs."""
        self._add("\t".join(map(drawn_line, values)) + "\n")

    def text(self, text: str) -> None:
        """Writes a text of several lines, with one line feed at its end."""
        self._add(clean(text).rstrip("\n") + "\n")

    def file(self, text: str) -> None:
        """Writes the text of a file as :meth:`text` does; a byte order mark at its beginning stays."""
        body = text.removeprefix(BYTE_ORDER_MARK)
        if len(body) < len(text):
            self._add(BYTE_ORDER_MARK)
        self.text(body)

    def flush(self) -> None:
        """Writes the collected text to the stream.

        Raises:
            BrokenPipeError: If the reading end is closed.
            UnusableError: If the stream cannot be written.
        """
        text = "".join(self._parts)
        self._parts.clear()
        self._chars = 0
        if self.stream is None or not text:
            return
        try:
            buffer = getattr(self.stream, "buffer", None)
            if buffer is None:
                self.stream.write(text)
                self.stream.flush()
                return
            rest = memoryview(text.encode("utf-8", "backslashreplace"))
            while rest:
                rest = rest[buffer.write(rest) or 0 :]
            buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            self.abandon()
            raise UnusableError(f"the output cannot be written: {error.strerror}") from error

    def abandon(self) -> None:
        """Drops the collected text, and redirects Python's own flush at exit to the null device."""
        self._parts.clear()
        if self.stream is None:
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stream.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            pass  # a stream without a file has no buffer to flush

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._chars += len(text)
        if self._chars >= _FLUSH_CHARS:
            self.flush()

    def _styled(self, text: str, style: str) -> str:
        if not style or text.isspace() or not text:
            return text
        codes = ";".join(dict.fromkeys(_CODES[name] for name in style.split() if name in _CODES))
        return f"\x1b[{codes}m{text}\x1b[0m" if codes else text
