"""A dictionary program of the reader's own, such as ``sdcv``: its output is the answer."""

from __future__ import annotations

import subprocess
import threading

from reader.errors import UnusableError
from reader.gate import clean, clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

PLACEHOLDER = "{word}"
MAX_SECONDS = 5.0
"""Longest time that the program may take."""
MAX_OUTPUT_BYTES = 100_000
"""Longest answer; the program is ended at it."""


def answer_of(command: Sequence[str], word: str) -> list[str]:
    """Returns the lines that a program prints for a word; none if it prints nothing.

    Args:
        command: The program and its arguments, in which ``{word}`` is replaced by the word; no shell reads it.
        word: The word.

    Raises:
        UnusableError: If the program cannot be started, takes too long, or prints too much.
    """
    arguments = [part.replace(PLACEHOLDER, word) for part in command]
    if PLACEHOLDER not in " ".join(command):
        arguments.append(word)
    name = clean_line(command[0])
    try:
        with subprocess.Popen(  # noqa: S603 (the program that its user has set)
            arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as program:
            timer = threading.Timer(MAX_SECONDS, program.kill)
            timer.start()
            try:
                assert program.stdout
                data = program.stdout.read(MAX_OUTPUT_BYTES + 1)
                is_late = not timer.is_alive()
            finally:
                timer.cancel()
                program.kill()
    except (OSError, ValueError) as error:
        raise UnusableError(f"{name} cannot be started: {getattr(error, 'strerror', None) or error}") from error
    if is_late:
        raise UnusableError(f"{name} gave no answer within {MAX_SECONDS:.0f} s")
    if len(data) > MAX_OUTPUT_BYTES:
        raise UnusableError(f"{name} printed more than {MAX_OUTPUT_BYTES:,} bytes")
    return [line for line in clean(data.decode("utf-8", "replace")).splitlines() if line.strip()]
