"""Where issue files lie: the folders of a library, and the files in them."""

from __future__ import annotations

import os

from reader.errors import NotFoundError
from reader.folders import data_folder
from reader.gate import clean_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    State = tuple[int, int, int, int]

EXTENSIONS = (".yaml", ".yml")
LIBRARY_VARIABLE = "READER_LIBRARY"
OWN_FOLDER = "issues"
"""The reader's own issues, in the platform's folder for a user's data."""


def bundled_issues() -> str:
    """Returns the folder of the issues that come with the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "issues")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "issues")


def default_folders(set_folders: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Returns the folders of ``READER_LIBRARY``, separated as in ``PATH``.

    Without them those that are set; without these the bundled and the reader's own.
    """
    named = tuple(filter(None, os.environ.get(LIBRARY_VARIABLE, "").split(os.pathsep))) or set_folders
    if named:
        return named
    own = os.path.join(data_folder(), OWN_FOLDER)
    return (bundled_issues(), own) if os.path.isdir(own) else (bundled_issues(),)


def issue_files(source: str) -> list[str]:
    """Returns the issue files of a folder, sorted by name, or the file itself.

    Raises:
        NotFoundError: If the source is not there or cannot be read.
    """
    if os.path.isdir(source):
        try:
            with os.scandir(source) as found:
                names = sorted(
                    entry.name
                    for entry in found
                    if entry.name.endswith(EXTENSIONS) and not entry.name.startswith(".") and not entry.is_dir()
                )
        except OSError as error:
            raise NotFoundError(f"{clean_line(source)}: cannot be read: {error.strerror}") from error
        folder = os.path.join(source, "")
        return [folder + name for name in names]
    if os.path.lexists(source):
        return [source]
    raise NotFoundError(f"{clean_line(source)}: no such file or folder")


def state_of(path: str) -> State | None:
    """Returns what tells a file's states apart: size, times in nanoseconds, inode; None if it is not there."""
    try:
        about = os.stat(path)
    except (OSError, ValueError):
        return None
    return about.st_size, about.st_mtime_ns, about.st_ctime_ns, about.st_ino
