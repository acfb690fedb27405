"""A disk of a few megabytes that can be filled: a file system in memory, where this user may mount one. Linux only."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIZE = "8m"
_CHUNK_BYTES = 4096


class SmallDisk:
    """A folder with a disk of its own."""

    def __init__(self, folder: Path) -> None:
        """Mounts the disk on a folder, if that is allowed."""
        self._folder, self._filler = folder, folder / "filler"
        program = shutil.which("mount")
        command = [program or "", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "none", str(folder)]
        self.is_mounted = bool(program) and subprocess.run(command, capture_output=True, check=False).returncode == 0
        """Whether there is such a disk; else the folder is one as any other."""

    def fill(self) -> None:
        """Leaves no room on the disk."""
        descriptor = os.open(self._filler, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            while True:
                os.write(descriptor, b"\0" * _CHUNK_BYTES)
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise
        finally:
            os.close(descriptor)

    def free(self) -> None:
        """Gives the room back."""
        self._filler.unlink(missing_ok=True)

    def unmount(self) -> None:
        """Takes the disk away, with all that is on it."""
        if self.is_mounted:
            self.is_mounted = False
            command = [shutil.which("umount") or "umount", "-l", str(self._folder)]
            subprocess.run(command, capture_output=True, check=False)
