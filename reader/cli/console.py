"""The console: both output streams, and the properties of the terminal behind them."""

from __future__ import annotations

import os
import sys

from reader.cli.output import Output

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TextIO, TypeVar

    T = TypeVar("T")

DEFAULT_WIDTH_CELLS = 80
_BAR_CELLS = 24
FEW_ITEMS = 4
"""Number of items up to which no progress is shown."""


class Console:
    """Both output streams, and the terminal behind them."""

    def __init__(self) -> None:
        self.out = Output(sys.stdout, _shows_colour(sys.stdout))
        self.err = Output(sys.stderr)
        self.is_silent = False
        """Whether errors are neither reported nor seen in the exit code."""

    @property
    def piped(self) -> bool:
        """Whether the output goes to a file or another program."""
        return not _is_terminal(sys.stdout)

    def take_terminal(self) -> None:
        """Makes the terminal the standard input instead of a pipe: the screen reads its keys from it."""
        if os.name != "posix" or _is_terminal(sys.stdin) or _has_own_driver():
            return
        try:
            terminal = os.open("/dev/tty", os.O_RDWR)
            os.dup2(terminal, sys.stdin.fileno())
            os.close(terminal)
        except (OSError, ValueError, AttributeError):
            pass  # without a terminal the target is printed

    @property
    def interactive(self) -> bool:
        """Whether there is a screen and its keys: a terminal, or the driver that ``TEXTUAL_DRIVER`` names."""
        return _has_own_driver() or (_is_terminal(sys.stdin) and _is_terminal(sys.stdout) and _terminal_is_able())

    @property
    def converses(self) -> bool:
        """Whether someone reads and types lines: a terminal of any kind, also a dumb one."""
        return _is_terminal(sys.stdin) and _is_terminal(sys.stdout)

    def progress(self, label: str) -> Callable[[int, int], None] | None:
        """Returns a function that draws a progress bar from two numbers, done and total; None without a terminal."""
        if not _is_terminal(sys.stderr) or not _terminal_is_able():
            return None

        def show(done: int, total: int) -> None:
            filled = done * _BAR_CELLS // max(1, total)
            bar = "█" * filled + "░" * (_BAR_CELLS - filled)
            self.err.over(f"{label} {bar} {done}/{total}")

        return show

    def progress_of(self, label: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Yields items, and draws their progress beside whatever is printed for them; few are not worth it."""
        show = self.progress(label) if total > FEW_ITEMS else None
        for done, item in enumerate(items, 1):
            if show:
                self.end_progress()
            yield item
            if show:
                self.out.flush()
                show(done, total)
        self.end_progress()

    def end_progress(self) -> None:
        """Removes the progress bar."""
        self.err.over("")

    def report(self, message: object) -> None:
        """Writes a message to the standard error, after the name of the program."""
        self.err.line(f"reader: {message}")

    def silence(self) -> None:
        """Writes nothing more to the standard error, and makes the exit code 0 in any case."""
        self.is_silent = True
        self.err.stream = None

    def draw_in_ascii(self) -> None:
        """Replaces box drawing and block characters by ASCII."""
        from reader.layout.ascii_lines import IN_ASCII

        self.out.drawn = self.err.drawn = IN_ASCII

    def plain(self) -> None:
        """Turns colour off."""
        self.out.colour = False

    def width_cells(self) -> int:
        """Returns ``COLUMNS`` if it is set, else the width of the terminal, else 80."""
        columns = os.environ.get("COLUMNS", "")
        if columns.isascii() and columns.isdigit() and int(columns[:6]) > 0:
            return int(columns[:6])
        if sys.__stdout__ is None:
            return DEFAULT_WIDTH_CELLS
        try:
            return os.get_terminal_size(sys.__stdout__.fileno()).columns or DEFAULT_WIDTH_CELLS
        except (OSError, ValueError):
            return DEFAULT_WIDTH_CELLS


def _has_own_driver() -> bool:
    """Whether the screen is drawn by a driver of the environment, as textual-serve does, which needs no terminal."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def _is_terminal(stream: TextIO | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it has been closed
        return False


def _terminal_is_able() -> bool:
    return os.name == "nt" or os.environ.get("TERM", "") not in ("", "dumb")


def _shows_colour(stream: TextIO | None) -> bool:
    return not os.environ.get("NO_COLOR") and _is_terminal(stream) and _terminal_is_able()
