"""The files that this process has open, by their paths: their number alone may change with what other tests left."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

DESCRIPTORS = "/proc/self/fd"


def open_paths() -> set[Path]:
    """Returns the paths of all open files and folders; none where the system does not tell."""
    found = set()
    for number in os.listdir(DESCRIPTORS) if os.path.isdir(DESCRIPTORS) else ():
        with suppress(OSError):  # closed meanwhile, as the one by which the numbers were listed
            found.add(Path(os.readlink(f"{DESCRIPTORS}/{number}")))
    return found
