"""A dictionary program of the reader's own, such as ``sdcv``: its output is the answer."""

from __future__ import annotations

import subprocess
import threading

from reader.errors import UnusableError
from reader.gate import clean, clean_line
from reader.programs import end, start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PLACEHOLDER = "{word}"
MAX_SECONDS = 5.0
"""Longest time that the program may take."""
MAX_OUTPUT_BYTES = 100_000
"""Longest answer; the program is ended at it."""


class DictionaryProgram:
    """Asks the program, one word at a time."""

    def __init__(self, command: Sequence[str]) -> None:
        """Takes the program and its arguments, in which ``{word}`` is replaced by the word; no shell reads it."""
        self._command = command
        self._running: subprocess.Popen[bytes] | None = None
        self._is_given_up = False

    def answer(self, word: str) -> list[str]:
        """Returns the lines that the program prints for a word; none if it prints nothing, or is given up.

        Raises:
            UnusableError: If the program cannot be started, takes too long, or prints too much.
        """
        arguments = [part.replace(PLACEHOLDER, word) for part in self._command]
        if PLACEHOLDER not in " ".join(self._command):
            arguments.append(word)
        name = clean_line(self._command[0])
        try:
            program = start(arguments, subprocess.DEVNULL, subprocess.PIPE, subprocess.DEVNULL)
        except (OSError, ValueError) as error:
            raise UnusableError(f"{name} cannot be started: {getattr(error, 'strerror', None) or error}") from error
        self._running = program
        is_late = False

        def end_late() -> None:
            nonlocal is_late
            is_late = True
            end(program)

        with program:
            timer = threading.Timer(MAX_SECONDS, end_late)
            timer.start()
            try:
                assert program.stdout
                data = b"" if self._is_given_up else program.stdout.read(MAX_OUTPUT_BYTES + 1)
            finally:
                timer.cancel()
                end(program)
        if self._is_given_up:
            return []
        if is_late:
            raise UnusableError(f"{name} gave no answer within {MAX_SECONDS:.0f} s")
        if len(data) > MAX_OUTPUT_BYTES:
            raise UnusableError(f"{name} printed more than {MAX_OUTPUT_BYTES:,} bytes")
        return [line for line in clean(data.decode("utf-8", "replace")).splitlines() if line.strip()]

    def give_up(self) -> None:
        """Ends the program, if it is running, from another thread than the one that waits for its answer."""
        self._is_given_up = True
        if self._running:
            end(self._running)


def answer_of(command: Sequence[str], word: str) -> list[str]:
    """Returns the lines that a program prints for a word; see :class:`DictionaryProgram`.

    Raises:
        UnusableError: If the program cannot be started, takes too long, or prints too much.
    """
    return DictionaryProgram(command).answer(word)
