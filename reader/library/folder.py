"""A folder of a library as it was when it could last be read: it may go away, come back, or be another one then."""

from __future__ import annotations

import os

from reader.errors import NotFoundError
from reader.gate import shown_path
from reader.library.files import can_be_entered, files_in
from reader.model.record import record, replace

LOOKS_FOR_MISSING = 3
"""Number of further listings of a folder that seems to have lost a file."""


@record
class Folder:
    """A folder's real path, the issue files in it, and the reason why it cannot be read now, or an empty string.

    While it cannot be read, path and files are those of the last time.
    """

    real: str
    paths: tuple[str, ...] = ()
    device: int = 0
    """Number of the file system that it was on."""
    fault: str = ""


def unread(source: str) -> Folder:
    """Returns a folder that is not listed yet."""
    return Folder(os.path.realpath(source))


def listed(source: str, before: Folder) -> Folder:
    """Returns a folder as it is now, or as it was before with the reason why it cannot be read.

    An empty folder on another file system is the place of a stick or a share that is not mounted any more.
    """
    try:
        paths, device = _files(source, before), os.stat(source).st_dev
    except NotFoundError as error:
        return replace(before, fault=str(error))
    except OSError as error:
        return replace(before, fault=f"{shown_path(source)}: cannot be read: {error.strerror}")
    if not paths and before.paths and device != before.device:
        return replace(before, fault=f"{shown_path(source)}: nothing is mounted there")
    return Folder(os.path.realpath(source), paths, device)


def _files(source: str, before: Folder) -> tuple[str, ...]:
    """Returns the issue files of a folder; looks again if one is missing: the folder may be moved meanwhile."""
    paths = tuple(files_in(source))
    for _ in range(LOOKS_FOR_MISSING):
        if set(before.paths) <= set(paths):
            break
        paths = tuple(files_in(source))
    return paths


def is_away(source: str, folder: Folder) -> bool:
    """Whether a folder cannot be read: when it was last listed, or now."""
    return bool(folder.fault) or not can_be_entered(source)
