"""The log: faults and events of the program, in a file of bounded size in the platform's state folder.

At the default level nothing is written as long as there is no fault, and no file is made. Lines pass the gate, so that
the file may be shown in a terminal. ``logging`` would take 5 ms to import.
"""

from __future__ import annotations

import os
import time

from reader.folders import state_folder
from reader.gate import clean, clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Level = Literal["error", "warning", "info", "debug"]

LEVELS: tuple[Level, ...] = ("error", "warning", "info", "debug")
"""The levels, the gravest first."""
DEFAULT_LEVEL: Level = "warning"
LEVEL_VARIABLE = "READER_LOG_LEVEL"
"""Variable of the environment with the level; worker processes have it from there, too."""
FILE_NAME = "reader.log"
OLD_FILE_NAME = "reader.1.log"
MAX_FILE_BYTES = 256_000
"""Size at which the file becomes the old one: together they never hold more than twice that and an entry."""
MAX_ENTRY_CHARS = 20_000


def default_path() -> str:
    """Returns the path of the log."""
    return os.path.join(state_folder(), FILE_NAME)


def set_level(name: Level) -> None:
    """Sets the level: entries that are less grave are not written."""
    os.environ[LEVEL_VARIABLE] = name


def level() -> Level:
    """Returns the level that was set, by the program or in the environment; else ``warning``."""
    name = os.environ.get(LEVEL_VARIABLE, "")
    return next((known for known in LEVELS if known == name), DEFAULT_LEVEL)


def error(message: str) -> str:
    """Writes that a task has failed; returns the path of the file, or an empty string if nothing was written."""
    return _write("error", message)


def warning(message: str) -> str:
    """Writes a fault that the program survives; returns as :func:`error` does."""
    return _write("warning", message)


def info(message: str) -> str:
    """Writes an event; returns as :func:`error` does."""
    return _write("info", message)


def crash(fault: BaseException) -> str:
    """Writes a fault of the program itself with its traceback; returns as :func:`error` does."""
    import traceback

    return error("an unforeseen fault\n" + "".join(traceback.format_exception(fault)))


def _write(name: Level, message: str) -> str:
    if LEVELS.index(name) > LEVELS.index(level()):
        return ""
    head, *rest = clean(message[:MAX_ENTRY_CHARS]).rstrip("\n").split("\n")
    stamp = time.strftime("%Y-%m-%dT%H:%M:%S%z")
    lines = [f"{stamp} {os.getpid()} {name}: {clean_line(head)}", *(f"    {clean_line(line)}" for line in rest)]
    data = ("\n".join(lines) + "\n").encode("utf-8", "replace")
    path = default_path()
    try:
        os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(path, flags, 0o600)
        try:
            os.write(descriptor, data)  # in one call: entries of two programs do not mix
            is_full = os.fstat(descriptor).st_size >= MAX_FILE_BYTES
        finally:
            os.close(descriptor)
        if is_full:
            os.replace(path, os.path.join(os.path.dirname(path), OLD_FILE_NAME))
    except OSError:
        return ""  # there is no place to report it
    return path
