"""What the command line writes to: the two streams, each behind the gate.

Everything a verb says goes through an :class:`Output`. Its methods pass every string through :mod:`reader.gate`, so
that even a string which nobody cleaned cannot reach a terminal as a command; the only escape sequences that ever
leave are those of :data:`_CODES`, which are put around the cleaned text here.
"""

from __future__ import annotations

import os
import sys

from reader.errors import UnusableError
from reader.gate import clean, clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TextIO

    Run = tuple[str, str]

# "Run" is a text and the names of its styles, between spaces; names that are not known have no effect.

_CODES = {
    "title": "1",
    "heading": "1;36",
    "strong": "1",
    "emphasis": "3",
    "link": "4",
    "head": "1",
    "kicker": "36",
    "accent": "36",
    "address": "2",
    "muted": "2",
    "faint": "2",
    "bar": "36",
    "sign": "36",
    "rule": "2",
    "match": "1;7",
    "warning": "33",
    "error": "1;31",
    "mark": "1;36",
}
_FLUSH_CHARS = 1 << 16
DEFAULT_WIDTH_CELLS = 80
_BAR_CELLS = 24


class Output:
    """A stream of lines: cleaned, UTF-8 whatever the locale says, in colour if that is asked for."""

    def __init__(self, stream: TextIO | None, colour: bool = False) -> None:
        """Wraps a stream; None, which Python has for a closed one, swallows everything."""
        self.stream, self.colour = stream, colour
        self._parts: list[str] = []
        self._chars = 0
        self._over = 0
        self.drawn: dict[int, str] = {}
        """What is drawn instead of some characters."""

    def line(self, runs: str | Iterable[Run] = ()) -> None:
        """Writes one line, without the blanks at its end."""
        safe = [(clean_line(text), style) for text, style in ([(runs, "")] if isinstance(runs, str) else runs)]
        while safe and not safe[-1][0].rstrip(" "):
            safe.pop()
        if safe:
            safe[-1] = (safe[-1][0].rstrip(" "), safe[-1][1])
        self._add("".join(self._styled(text, style) for text, style in safe).translate(self.drawn) + "\n")

    def lines(self, lines: Iterable[Iterable[Run]]) -> None:
        """Writes lines."""
        for line in lines:
            self.line(line)

    def over(self, text: str) -> None:
        """Writes a line over the one that it wrote so last; an empty text takes that away."""
        if text or self._over:
            safe = clean_line(text)
            self._add(f"\r{safe}{' ' * (self._over - len(safe))}" + ("" if safe else "\r"))
            self._over = len(safe)
            self.flush()

    def fields(self, *values: str) -> None:
        """Writes one line of fields with a tab between them."""
        self._add("\t".join(map(clean_line, values)) + "\n")

    def text(self, text: str) -> None:
        """Writes a text of several lines, ended by one line feed."""
        self._add(clean(text).rstrip("\n") + "\n")

    def flush(self) -> None:
        """Sends what has been written so far.

        Raises:
            BrokenPipeError: If nobody reads it any more.
            UnusableError: If it cannot be written.
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
        """Drops what waits to be written, and lets Python's own flush at the exit go nowhere."""
        self._parts.clear()
        if self.stream is None:
            return
        try:
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.stream.fileno())
            os.close(nowhere)
        except (OSError, ValueError):
            pass  # a stream that is no file has nothing that waits

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._chars += len(text)
        if self._chars >= _FLUSH_CHARS:
            self.flush()

    def _styled(self, text: str, style: str) -> str:
        if not self.colour or not style or text.isspace() or not text:
            return text
        codes = ";".join(dict.fromkeys(_CODES[name] for name in style.split() if name in _CODES))
        return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


class Console:
    """Both streams, and what is known of the terminal behind them."""

    def __init__(self) -> None:
        self.out = Output(sys.stdout, _shows_colour(sys.stdout))
        self.err = Output(sys.stderr)

    @property
    def piped(self) -> bool:
        """Whether the output goes to a file or another program."""
        return not _is_terminal(sys.stdout)

    def take_terminal(self) -> None:
        """Makes the terminal the standard input, where a pipe was: the keys come from there."""
        if os.name != "posix" or _is_terminal(sys.stdin):
            return
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
            os.dup2(terminal, sys.stdin.fileno())
            os.close(terminal)
        except (OSError, ValueError, AttributeError):
            pass  # there is none: what was asked for is printed

    @property
    def interactive(self) -> bool:
        """Whether there is a terminal that a screen can be drawn on and that keys come from."""
        return _is_terminal(sys.stdin) and _is_terminal(sys.stdout) and _terminal_is_able()

    def progress(self, label: str) -> Callable[[int, int], None] | None:
        """Returns what shows on the terminal how much is done; None where nobody would see it."""
        if not _is_terminal(sys.stderr) or not _terminal_is_able():
            return None

        def show(done: int, total: int) -> None:
            filled = done * _BAR_CELLS // max(1, total)
            bar = "█" * filled + "░" * (_BAR_CELLS - filled)
            self.err.over(f"{label} {bar} {done}/{total}")

        return show

    def end_progress(self) -> None:
        """Takes away what was shown of how much is done."""
        self.err.over("")

    def tell_fault(self, fault: object) -> None:
        """Tells something that is wrong and keeps nothing from going on."""
        self.err.line(f"reader: {fault}")

    def draw_in_ascii(self) -> None:
        """Has lines and blocks drawn in ASCII."""
        from reader.layout.ascii_lines import IN_ASCII

        self.out.drawn = self.err.drawn = IN_ASCII

    def plain(self) -> None:
        """Turns colour off."""
        self.out.colour = False

    def width_cells(self) -> int:
        """Returns the width of the terminal, of ``COLUMNS`` where there is none, or 80."""
        columns = os.environ.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
            return int(columns[:6])
        try:
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or DEFAULT_WIDTH_CELLS  # type: ignore[union-attr]
        except (OSError, ValueError, AttributeError):
            return DEFAULT_WIDTH_CELLS


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it has been closed
        return False


def _terminal_is_able() -> bool:
    return os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb")


def _shows_colour(stream: TextIO | None) -> bool:
    return not os.environ.get("NO_COLOR") and _is_terminal(stream) and _terminal_is_able()
