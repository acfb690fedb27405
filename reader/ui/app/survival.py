"""Faults that cost a task or a message, and not the program: of workers, and of the disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.worker import WorkerFailed

from reader import log
from reader.errors import ReaderError
from reader.gate import clean_line

if TYPE_CHECKING:
    from reader.ui.strings import Strings


def survived(error: Exception, strings: Strings, is_drawn: bool) -> str:
    """Logs a fault that the program survives, and returns its message; an empty string for a fault that ends it.

    Args:
        error: The fault.
        strings: The strings of the interface.
        is_drawn: Whether there is a screen; without one, a fault of the disk ends the program.
    """
    if isinstance(error, WorkerFailed):
        log.crash(error.error)
        return strings.work_failed.format(fault=clean_line(f"{type(error.error).__name__}: {error.error}"))
    if isinstance(error, ReaderError) and is_drawn:
        log.warning(str(error))
        return str(error)
    return ""
