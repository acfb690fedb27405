"""The terminal before the framework has it: keys are kept for later, and a first frame is drawn on it.

Keys that are typed meanwhile wait in the terminal's own queue, where the driver finds them in their order.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from reader.ui.terminal.outlet import Outlet

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType, TracebackType
    from typing import Any, NoReturn, Self, TextIO

    Modes = list[Any]
    """The modes of a terminal as ``termios`` has them."""

ALTERNATE_ON = "\x1b[?1049h"
_BEGIN, _END = "\x1b[?2026h", "\x1b[?2026l"
"""Synchronized output: a terminal that knows it shows all between them at once, others ignore it."""
_HIDE_CURSOR, _NO_WRAP = "\x1b[?25l", "\x1b[?7l"
_GIVE_BACK = f"{_END}\x1b[0m\x1b[?7h\x1b[?1049l\x1b[?25h"
SIGNALLED = 128
"""Exit code of a program ended by a signal, less the signal's number."""


class TakenTerminal:
    """The terminal of the standard streams, from the beginning of the program until the driver has it."""

    def __init__(self) -> None:
        self._input, self._outlet = descriptor(sys.__stdin__, 0), Outlet(descriptor(sys.__stdout__, 1))
        self.modes: Modes | None = None
        """The modes to give the terminal back with; None if it has none."""
        self.is_drawn = False
        """Whether there is a frame on its alternate screen."""
        self.is_handed_over = False
        """Whether the driver has it, and gives it back."""
        self._signals: tuple[int, ...] = ()

    def __enter__(self) -> Self:
        """Takes the terminal: from now on no key is echoed, and INT, TERM and HUP end the program in order."""
        import signal
        import termios

        try:
            self.modes = termios.tcgetattr(self._input)
        except (termios.error, OSError):
            return self
        ends = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        self._signals = tuple(number for number in ends if signal.getsignal(number) == _usual_handler(number))
        for number in self._signals:
            signal.signal(number, self._end)
        self._set(_quiet(self.modes))
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        """Gives the terminal back, unless the driver does."""
        import signal

        if self.modes is None or self.is_handed_over:
            return
        self._give_back(self.modes)
        for number in self._signals:
            signal.signal(number, _usual_handler(number))

    @property
    def size(self) -> tuple[int, int]:
        """The number of columns and rows, as the framework finds it; zeros if it is not known."""
        columns, rows = (_number(os.environ.get(name, "")) for name in ("COLUMNS", "LINES"))
        if columns and rows:
            return columns, rows
        try:
            found = os.get_terminal_size(self._outlet.fileno())
        except OSError:
            return 0, 0
        return columns or found.columns, rows or found.lines

    def draw(self, question: str, output: str) -> None:
        """Draws a frame on the alternate screen, behind a question that is drawn over; all in one piece."""
        self.is_drawn = True
        self._outlet.write(f"{_BEGIN}{ALTERNATE_ON}{_HIDE_CURSOR}{_NO_WRAP}{question}{output}{_END}")

    def _give_back(self, modes: Modes) -> None:
        if self.is_drawn:
            self._outlet.write(_GIVE_BACK)
        self._set(modes)

    def _end(self, number: int, _frame: FrameType | None) -> NoReturn:
        """Ends the program at once: an import in which an exception is raised may drop it, or tell of another one."""
        assert self.modes is not None
        self._give_back(self.modes)
        os._exit(SIGNALLED + number)

    def _set(self, modes: Modes) -> None:
        import termios

        with suppress(termios.error, OSError):  # the terminal is gone
            termios.tcsetattr(self._input, termios.TCSANOW, modes)


def _quiet(modes: Modes) -> Modes:
    """Returns modes without echo and lines; Ctrl+C still interrupts, and nothing else that is typed is a signal."""
    import termios

    iflag, oflag, cflag, lflag, ispeed, ospeed, characters = modes
    iflag &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    lflag = lflag & ~(termios.ECHO | termios.ICANON | termios.IEXTEN) | termios.NOFLSH
    characters = list(characters)
    none = os.fpathconf(0, "PC_VDISABLE").to_bytes(1, sys.byteorder)
    for number in (termios.VQUIT, termios.VSUSP):
        characters[number] = none
    characters[termios.VMIN], characters[termios.VTIME] = 1, 0
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, characters]


def _usual_handler(number: int) -> Callable[[int, FrameType | None], None] | int:
    """Returns the handler that a signal has in a program that has set none."""
    import signal

    return signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL


def descriptor(stream: TextIO | None, usual: int) -> int:
    """Returns the descriptor of a stream; the usual one if it has none."""
    try:
        return stream.fileno() if stream else usual
    except (OSError, ValueError):
        return usual


def _number(written: str) -> int:
    """Returns a number of columns or rows in the environment; 0 if it is none."""
    return int(written) if written.isascii() and written.isdigit() else 0
