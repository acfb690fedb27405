"""A text being read aloud, or a recording being played, by programs, which can be ended at once from another thread."""

from __future__ import annotations

import subprocess
import tempfile
from contextlib import suppress
from threading import Lock

from reader.gate import clean_line
from reader.programs import end, finish, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import IO

    from reader.learning.player import Playing
    from reader.learning.speech import Voice

MAX_FAULT_BYTES = 400
"""Number of bytes of a program's message that are shown."""
STOP_SECONDS = 2.0
"""Longest time that a program which silences a service may take."""


class Speech:
    """One text, read by one voice; or a recording, for which text and pace have no meaning."""

    def __init__(self, voice: Voice | Playing, text: str, pace: int) -> None:
        """Takes the voice, the text, and the pace in parts of a hundred."""
        self._voice, self._text, self._pace = voice, text, pace
        self._programs: list[subprocess.Popen[bytes]] = []
        self._is_ended = False
        self._lock = Lock()

    def read(self) -> str:
        """Reads the text to its end, or until :meth:`end`; returns the fault of the programs, in one line."""
        with tempfile.TemporaryFile() as errors:
            try:
                self._start(errors)
            except (OSError, ValueError) as error:
                self.end()
                return f"{self._voice.name} cannot be started: {getattr(error, 'strerror', None) or error}"
            codes = [finish(program) for program in list(self._programs)]
            with self._lock:
                is_ended, self._is_ended = self._is_ended, True
            if is_ended or not any(codes):
                return ""
            errors.seek(0)
            told = clean_line(errors.read(MAX_FAULT_BYTES).decode("utf-8", "replace").strip().partition("\n")[0])
        return f"{self._voice.name} ended with {next(filter(None, codes))}" + (f": {told}" if told else "")

    def end(self) -> None:
        """Ends the programs at once, and the processes that they have begun."""
        with self._lock:
            was_reading, self._is_ended = bool(self._programs) and not self._is_ended, True
            for program in self._programs:
                end(program)
        if was_reading and self._voice.stop:
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(  # noqa: S603 (the program of the voice)
                    self._voice.stop, stdin=subprocess.DEVNULL, capture_output=True, timeout=STOP_SECONDS, check=False
                )

    def _start(self, errors: IO[bytes]) -> None:
        commands, given = self._voice.commands(self._text, self._pace)
        source: int | IO[bytes] = subprocess.PIPE if given else subprocess.DEVNULL
        for number, arguments in enumerate(commands):
            is_last = number == len(commands) - 1
            with self._lock:
                if self._is_ended:
                    return
                program = start(arguments, source, subprocess.DEVNULL if is_last else subprocess.PIPE, errors)
                self._programs.append(program)
            if number and not isinstance(source, int):
                source.close()  # the player is the only one that reads it
            source = program.stdout or subprocess.DEVNULL
        first = self._programs[0].stdin
        if first:
            with suppress(BrokenPipeError, OSError):
                first.write(given)
            with suppress(BrokenPipeError, OSError):
                first.close()
