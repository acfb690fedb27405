"""The state of an issue file on the disk, by which a change is found without reading the file."""

from __future__ import annotations

import os

from reader.model.record import record


@record
class FileState:
    """Size, times in nanoseconds since 1970, and inode of a file. Any write to the file changes one of them."""

    size_bytes: int
    modified_ns: int
    changed_ns: int
    """Time of the last change of the file or of its entry in the folder (``st_ctime_ns``)."""
    inode: int

    @property
    def columns(self) -> tuple[int, ...]:
        """The values in the order of the catalogue's columns."""
        return self.size_bytes, self.modified_ns, self.changed_ns, self.inode


NO_STATE = FileState(0, 0, 0, 0)
"""State that no file has: it is kept for a file that is to be read again."""


def state_of(path: str) -> FileState | None:
    """Returns the state of a file; None if it does not exist or cannot be looked at."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return FileState(found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
