"""A lock on a folder, which the system gives up with the process that holds it."""

from __future__ import annotations

import os


def locked(folder: str) -> int | None:
    """Returns a descriptor that locks a folder; None if another program has locked it, or it cannot be.

    Raises:
        OSError: If the folder cannot be opened.
    """
    try:
        import fcntl
    except ImportError:
        return None
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor
