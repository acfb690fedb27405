"""The log: what the program says of itself, in a file of bounded size in the platform's state folder.

At the usual level nothing is written as long as all is well, and no file is made. Lines pass the gate, so that the file
may be looked at in a terminal. ``logging`` would take 5 ms to import.
"""

from __future__ import annotations

import os
import time

from reader.folders import state_folder
from reader.gate import clean, clean_line

LEVELS = ("error", "warning", "info", "debug")
DEFAULT_LEVEL = "warning"
LEVEL_VARIABLE = "READER_LOG_LEVEL"
FILE_NAME = "reader.log"
OLD_FILE_NAME = "reader.1.log"
MAX_FILE_BYTES = 256_000
"""A file that has grown to so much becomes the old one: the two never hold more than twice as much and an entry."""
MAX_ENTRY_CHARS = 20_000

_level = -1


def default_path() -> str:
    """Returns where the log lies."""
    return os.path.join(state_folder(), FILE_NAME)


def set_level(name: str) -> None:
    """Has everything written that is at least so grave."""
    global _level
    _level = LEVELS.index(name)


def level() -> str:
    """Returns the level: what was set, else that of ``READER_LOG_LEVEL``, else ``warning``."""
    if _level < 0:
        named = os.environ.get(LEVEL_VARIABLE, "")
        set_level(named if named in LEVELS else DEFAULT_LEVEL)
    return LEVELS[_level]


def error(message: str) -> str:
    """Writes of something that ended what was under way; returns the file's path, or nothing if that failed."""
    return _write("error", message)


def warning(message: str) -> str:
    """Writes of something that is off, though the program goes on."""
    return _write("warning", message)


def info(message: str) -> str:
    """Writes of what happened."""
    return _write("info", message)


def crash(fault: BaseException) -> str:
    """Writes a fault of the program's own with its traceback; returns as :func:`error` does."""
    import traceback

    return error("an unforeseen fault\n" + "".join(traceback.format_exception(fault)))


def _write(name: str, message: str) -> str:
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
            os.write(descriptor, data)  # at once: entries of two programs do not mix
            is_full = os.fstat(descriptor).st_size >= MAX_FILE_BYTES
        finally:
            os.close(descriptor)
        if is_full:
            os.replace(path, os.path.join(os.path.dirname(path), OLD_FILE_NAME))
    except OSError:
        return ""  # there is nowhere to tell it
    return path
