"""The places of issue files: the folders of a library, and the files in them."""

from __future__ import annotations

import os

from reader.errors import NotFoundError
from reader.folders import data_folder
from reader.gate import shown_path

EXTENSIONS = (".yaml", ".yml")
LIBRARY_VARIABLE = "READER_LIBRARY"
OWN_FOLDER = "issues"
"""Folder of the reader's own issues, in the platform's folder for a user's data."""

SUBSCRIPTIONS_FOLDER = "subscriptions"
"""Folder of the subscriptions there, each of which has a folder of issues."""
SUBSCRIBED_ISSUES = "issues"


def bundled_issues() -> str:
    """Returns the folder of the issues that come with the program."""
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "issues")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(package), "issues")


def default_folders(set_folders: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Returns the folders of a library if none is named on the command line.

    They are those of ``READER_LIBRARY``, separated as in ``PATH``; else ``set_folders``, those of the settings; else
    the folder of the bundled issues and that of the reader's own, if there is one. Those of the subscriptions follow.
    """
    return (*_own_folders(set_folders), *subscribed_folders())


def subscribed_folders() -> tuple[str, ...]:
    """Returns the folders of the issues of subscriptions."""
    root = os.path.join(data_folder(), SUBSCRIPTIONS_FOLDER)
    try:
        names = sorted(entry.name for entry in os.scandir(root) if not entry.name.startswith("."))
    except OSError:
        return ()
    return tuple(
        folder for folder in (os.path.join(root, name, SUBSCRIBED_ISSUES) for name in names) if os.path.isdir(folder)
    )


def _own_folders(set_folders: tuple[str, ...]) -> tuple[str, ...]:
    named = tuple(filter(None, os.environ.get(LIBRARY_VARIABLE, "").split(os.pathsep))) or set_folders
    if named:
        return named
    own = os.path.join(data_folder(), OWN_FOLDER)
    return (bundled_issues(), own) if os.path.isdir(own) else (bundled_issues(),)


def issue_files(source: str) -> list[str]:
    """Returns the issue files of a folder, sorted by name, or the file itself.

    Raises:
        NotFoundError: If the source does not exist or cannot be read.
    """
    if os.path.isdir(source):
        return files_in(source)
    if os.path.lexists(source):
        return [source]
    raise NotFoundError(f"{shown_path(source)}: no such file or folder")


def files_in(folder: str) -> list[str]:
    """Returns the issue files of a folder, sorted by name; each is looked at by itself, and none is opened.

    Raises:
        NotFoundError: If the folder cannot be read, or the files in it cannot be looked at.
    """
    inside = os.path.join(folder, "")
    try:
        os.stat(inside + os.curdir)  # as in can_be_entered
        with os.scandir(folder) as found:
            return [inside + name for name in sorted(entry.name for entry in found if is_issue_file(entry))]
    except OSError as error:
        raise NotFoundError(f"{shown_path(folder)}: cannot be read: {error.strerror}") from error


def can_be_entered(folder: str) -> bool:
    """Whether the files of a folder can be looked at: it is there, and it is not one that may be listed only."""
    try:
        os.stat(os.path.join(folder, os.curdir))
    except (OSError, ValueError):
        return False
    return True


def is_issue_file(entry: os.DirEntry[str]) -> bool:
    """Whether an entry of a folder is listed: by its name, unless it is a folder or leads to one."""
    if not entry.name.endswith(EXTENSIONS) or entry.name.startswith("."):
        return False
    try:
        return not entry.is_dir()
    except OSError:  # such as a link to itself: it is listed, and the fault is reported where it is read
        return True
