"""Textual's driver for the terminal, which gives the terminal back however the program ends.

Textual's own has no handler for TERM and HUP, ends with 0 on INT, spins or waits for ever on a closed terminal, writes
to the standard error even where that is a file, and writes in the locale's encoding.
"""

from __future__ import annotations

import asyncio
import os
import selectors
import signal
import sys
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from textual.events import Key, MouseScrollDown, MouseScrollUp
from textual.message import Message

from reader import log
from reader.pictures.abilities import LATE_SECONDS, is_fence
from reader.ui.terminal import ground
from reader.ui.terminal.answers import without_answers
from reader.ui.terminal.asking import QUESTION, AnswerFilter
from reader.ui.terminal.frame_output import FrameOutput
from reader.ui.terminal.ground import GroundFilter
from reader.ui.terminal.input_events import InputEvents
from reader.ui.terminal.outlet import Outlet
from reader.ui.terminal.redrawing import redraw
from reader.ui.terminal.taking import ALTERNATE_ON, SIGNALLED, descriptor

if TYPE_CHECKING:
    from collections.abc import Callable
    from io import TextIOWrapper
    from typing import Any

    from textual.app import App

    from reader.settings.colour_depth import Ground
    from reader.settings.known_terminals import CellAnswers
    from reader.ui.terminal.taking import Modes, TakenTerminal

try:
    from textual.drivers.linux_driver import LinuxDriver
except ImportError:  # on Windows, where this driver is not chosen
    if not TYPE_CHECKING:
        from textual.driver import Driver as LinuxDriver

SIGNALS = tuple(signal.Signals[name] for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
READ_BYTES = 4096
_CALLING_FOR_TEXT = (Key, MouseScrollDown, MouseScrollUp)
LOOK_SECONDS = 0.1
"""Time after which the end of the app is noticed if no key is pressed."""


class TerminalMeasured(Message):
    """The terminal has answered how many cells it gives to some characters."""

    def __init__(self, answers: CellAnswers) -> None:
        self.answers = answers
        super().__init__()


class GroundReported(Message):
    """The terminal has reported its ground, because it was asked or because it has changed."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        super().__init__()


class TerminalDriver(LinuxDriver):
    """Textual's driver for Linux and macOS on the standard input and output."""

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._outlet = Outlet(descriptor(sys.__stdout__, 1), self._rested)
        self._file = cast("TextIOWrapper", self._outlet)
        self._given, self._giving = 0, threading.Lock()
        """The number of texts that the terminal has taken or will take."""
        self.frame_output = FrameOutput(self._give, self._is_at_rest, self._loop.call_later)
        """Writes the frames and their pictures."""
        self._events = InputEvents()
        self._taken: TakenTerminal | None = getattr(app, "taken", None)
        if self._taken and not self._taken.modes:
            self._taken = None
        self._awaited, self._asked_at = threading.Event(), 0.0
        """Set when the question about pictures has been answered, and the time of the question."""
        self._awaited.set()

    _own_modes: Modes | None = None
    """The modes of the terminal while the app has it."""
    _asked: AnswerFilter | None = None
    """The answers of the terminal; None before it was asked."""
    _reports: GroundFilter | None = None
    """The reports of its ground; None before it was asked."""

    def write(self, data: str) -> None:
        """Writes output in which no row drifts, whichever cells the terminal gives to joined characters."""
        if data == ALTERNATE_ON and self._taken and self._taken.is_drawn:
            return  # the first frame is on it, which some terminals would clear
        self.frame_output.write(data)

    def _give(self, output: str) -> None:
        with self._giving:
            self._given += 1
        super().write(output)

    def _is_at_rest(self) -> bool:
        return self._given == self._outlet.taken

    def _rested(self) -> None:
        """Goes on with the pictures when the terminal has taken all else; in the thread that writes."""
        if self.frame_output.is_drawing and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.frame_output.go_on)

    def ask(self, question: str, heard: Callable[[str], object]) -> None:
        """Writes a question; from now on ``heard`` gets whatever the terminal sends that is no text, on the loop."""

        def answered(sequence: str) -> None:
            if is_fence(sequence):
                self._awaited.set()
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(heard, sequence)

        self._events.answered = answered
        self._awaited.clear()
        self._asked_at = time.monotonic()
        self.write(question)

    def await_answers(self) -> None:
        """Waits until the terminal has answered its last question, which the shell would take for typed."""
        self._awaited.wait(max(0.0, self._asked_at + LATE_SECONDS - time.monotonic()))

    @property
    def text_pixels(self) -> tuple[int, int]:
        """The width and the height of the terminal's text in pixels, as the system knows them; zeros if it does not."""
        import fcntl
        import struct
        import termios

        try:
            found = fcntl.ioctl(self.fileno, termios.TIOCGWINSZ, bytes(8))
        except OSError:
            return 0, 0
        _, _, width, height = struct.unpack("HHHH", found)
        return width, height

    def start_application_mode(self) -> None:
        """Takes the terminal; from now on INT, TERM and HUP end the app in order, with 128 and their number."""
        self.frame_output.frames.forget()
        self._given = self._outlet.taken
        loop = asyncio.get_running_loop()
        for number in SIGNALS:
            if signal.getsignal(number) is not signal.SIG_IGN:  # under nohup its input tells the end
                loop.add_signal_handler(number, self._end, number)
        is_asked, self._asked = self._asked is not None, self._asked or AnswerFilter(time.monotonic())
        super().start_application_mode()  # type: ignore[no-untyped-call]
        take_one_by_one(loop, signal.SIGWINCH)
        self._own_modes = self._modes()
        if taken := self._taken:
            self.attrs_before = taken.modes  # those of the terminal now are not its own
            taken.is_handed_over, is_asked, self._taken = True, is_asked or taken.is_drawn, None
        if ground.is_asked(os.environ):
            self._reports = self._reports or GroundFilter(time.monotonic())
            self.write(ground.NOTIFY + ground.QUESTION)  # again after an editor, in which it may have changed
        if not is_asked:  # before the first frame, which draws over it; nothing waits for the answers
            self.write(QUESTION)
        self.flush()

    def stop_application_mode(self) -> None:
        """Gives the terminal back."""
        self._own_modes = None
        self.await_answers()
        if self.frame_output.pictures:
            self.frame_output.take_pictures_away()
        if self._reports:
            self.write(ground.NOTIFY_NO_MORE)
        super().stop_application_mode()

    def close(self) -> None:
        """Waits until the terminal has been given back."""
        super().close()
        if not self._loop.is_closed():
            for number in (*SIGNALS, signal.SIGWINCH):
                self._loop.remove_signal_handler(number)

    def _sigcont_application(self, *given: object) -> None:
        """Goes on after a stop: takes the terminal again if it was given back, else sets its modes and draws anew."""
        if self._must_signal_resume:
            super()._sigcont_application(*given)
        elif self._own_modes and not self._loop.is_closed():  # Textual would take it a second time, modes and all
            self._loop.call_soon_threadsafe(self._take_anew)

    def _take_anew(self) -> None:
        import termios

        if self._own_modes:  # the shell has set its own
            with suppress(termios.error, OSError):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._own_modes)
            redraw(self._app)

    def _modes(self) -> Modes | None:
        """Returns the modes of the terminal as they are; None without one."""
        import termios

        try:
            return termios.tcgetattr(self.fileno)
        except (termios.error, OSError):
            return None

    def _run_input_thread(self) -> None:
        """Reads keys; a fault of the program in this thread ends it like any other."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001 (a fault of this thread ends the app)
            self._loop.call_soon_threadsafe(self._app._handle_exception, error)  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Reads keys until the app ends, or the terminal does."""
        events = self._events
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                has_come = selector.select(LOOK_SECONDS)
                now = time.monotonic()
                if has_come or selector.select(0):  # a process that was kept waiting sees the time before the input
                    data = self._read()
                    if data is None:
                        self._loop.call_soon_threadsafe(self._end, signal.SIGHUP)
                        return
                    typed = self._without_answers(events.decode(data), now)
                else:
                    typed = self._without_answers("", now)
                events.takes_resizes = self._in_band_window_resize
                for event in events.feed(typed, now):
                    if isinstance(event, _CALLING_FOR_TEXT):
                        self.frame_output.expect_text()
                    self.process_message(event)

    def _without_answers(self, typed: str, now: float) -> str:
        """Returns a typed text without the terminal's answers, and posts them once they are all there.

        An empty text means that nothing had come by a time.
        """
        asked, reports = self._asked, self._reports
        was_open, before = asked is not None and asked.is_open, reports.ground if reports else ""
        keys = without_answers(typed, now, reports, asked)
        if reports and reports.ground != before:
            self.process_message(GroundReported(reports.ground))
        if asked and was_open and asked.has_ended:
            if reports:
                reports.expect_no_answer()
            if asked.answers.ambiguous:
                self.process_message(TerminalMeasured(asked.answers))
        return keys

    def _read(self) -> bytes | None:
        """Returns the bytes typed; None if the terminal is gone."""
        try:
            return os.read(self.fileno, READ_BYTES) or None
        except BlockingIOError:
            return b""
        except OSError:
            return None

    def _end(self, number: int) -> None:
        """Ends the app in order."""
        log.info(f"ended by {signal.Signals(number).name}")
        self._app.exit(return_code=SIGNALLED + number)


def take_one_by_one(loop: asyncio.AbstractEventLoop, number: signal.Signals) -> None:
    """Has the loop call the handler of a signal, one call after the other.

    Python interrupts a handler by the next signal: of two sizes of the terminal the older one would be reported last.
    """
    handler = signal.getsignal(number)
    if callable(handler):
        loop.add_signal_handler(number, handler, number, None)
