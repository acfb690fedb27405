"""The seal of a catalogue: the state of its file after the last update, by which any other change is noticed at once.

SQLite notices little of a flipped bit in an index: hits would be wrong or missing. A change of the file from outside
changes its times, so that opening a catalogue costs one look at the file and no reading. A writer breaks the seal
before it changes the file, and seals it when all is in the file itself; a writer that was killed leaves its mark.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import suppress

from reader.catalogue.file_state import state_of
from reader.model.record import record
from reader.regular_files import open_regular, read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Verdict = Literal["whole", "being written", "left unfinished", "changed"]
    """``changed``: by something else than this program, so that nothing in the file can be relied on."""

ENDING = ".seal"
MAX_SEAL_BYTES = 1000
MAX_SUMMED_BYTES = 64 << 20
"""Size up to which a file has a checksum in its seal, for one that was only copied or moved."""
_SYNCHRONIZE, _WAIT_TIMEOUT = 0x100000, 258
"""The right to wait for a process, and the result for one that runs, in the interface of Windows."""
TICK_SECONDS = 0.02
"""Longest time in which a system may give two changes of a file the same time."""
_CHUNK_BYTES = 1 << 20


@record
class _Seal:
    """The state of a file, and its checksum; or the process that is writing it."""

    state: list[int]
    checksum: int = -1
    writer: int = 0


def verdict(path: str) -> Verdict:
    """Returns the state of a catalogue's file as its seal and the file itself have it."""
    seal = _read(path)
    if seal is None:
        return "changed"
    if seal.writer:
        return "being written" if _is_alive(seal.writer) else "left unfinished"
    if _size(path + "-wal") > 0:
        return "changed"
    if seal.state == _state(path) or (seal.checksum >= 0 and seal.checksum == _checksum(path)):
        return "whole"
    return "changed"


def break_seal(path: str) -> None:
    """Records that this process writes the file.

    Raises:
        OSError: If that is not possible.
    """
    seal = _read(path)
    if seal is None or seal.writer != os.getpid():
        _write(path, _Seal([], writer=os.getpid()))


def seal(path: str) -> None:
    """Seals a file that this process has written, unless another one writes it, or some of it is still in its log."""
    known = _read(path)
    if known is None or (known.writer not in (0, os.getpid()) and _is_alive(known.writer)) or _size(path + "-wal") > 0:
        return
    with suppress(OSError):  # it is left unfinished then
        since = time.time() - os.stat(path).st_ctime_ns / 1e9
        time.sleep(min(TICK_SECONDS, max(0.0, TICK_SECONDS - since)))  # a change from now on has another time
        _write(path, _Seal(_state(path), _checksum(path)))


def remove_seal(path: str) -> None:
    """Deletes the seal of a file.

    Raises:
        OSError: If that is not allowed.
    """
    with suppress(FileNotFoundError):
        os.unlink(path + ENDING)


def _read(path: str) -> _Seal | None:
    try:
        found = json.loads(read_regular(path + ENDING, MAX_SEAL_BYTES))
        seal = _Seal(found["state"], found["checksum"], found["writer"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    numbers = [*seal.state, seal.checksum, seal.writer] if type(seal.state) is list else [""]
    return seal if all(type(number) is int for number in numbers) else None


def _write(path: str, seal: _Seal) -> None:
    fresh = f"{path}{ENDING}.{os.getpid()}"
    with open(fresh, "w", encoding="ascii") as file:
        json.dump({"state": seal.state, "checksum": seal.checksum, "writer": seal.writer}, file)
    os.replace(fresh, path + ENDING)


def _state(path: str) -> list[int]:
    state = state_of(path)
    return list(state.columns) if state else []


def _size(path: str) -> int:
    state = state_of(path)
    return state.size_bytes if state else 0


def _checksum(path: str) -> int:
    """Returns the checksum of a file; -1 if it is too large, or cannot be read."""
    from zlib import crc32

    found = 0
    try:
        if os.path.getsize(path) > MAX_SUMMED_BYTES:
            return -1
        with open(open_regular(path), "rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                found = crc32(chunk, found)
    except OSError:
        return -1
    return found


def _is_alive(process: int) -> bool:
    if process == os.getpid():
        return True
    if not hasattr(os, "killpg"):
        return _is_alive_on_windows(process)
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True


def _is_alive_on_windows(process: int) -> bool:
    """Whether a process runs, by a handle of it: any signal would end it there, also 0."""
    import ctypes

    system = getattr(getattr(ctypes, "windll", None), "kernel32", None)
    handle = system.OpenProcess(_SYNCHRONIZE, False, process) if system else 0
    if not system or not handle:
        return False
    try:
        return bool(system.WaitForSingleObject(handle, 0) == _WAIT_TIMEOUT)
    finally:
        system.CloseHandle(handle)
