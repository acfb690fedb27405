"""The paths that an issue's pictures may have: inside its own folder, which is beside its file.

A path that was found good may lead elsewhere a moment later. So a picture is opened by walking from the folder of the
issue, one name at a time and through no link; links are resolved before, and the walk holds them to the result.
"""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.regular_files import open_regular

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
CAN_WALK = bool(_NO_LINK) and os.open in os.supports_dir_fd
"""Whether files can be opened from an open folder; on Windows they cannot."""


def leads_out(folder: str, picture: str) -> bool:
    """Whether a picture's path leads, by a link or by its name, out of the folder of the issue's pictures.

    The folder may be a link to another one beside the issue, not to one elsewhere.

    Raises:
        ValueError: If the path is invalid, for example has a null character in it.
    """
    return _way(folder, picture) is None


def picture_state(folder: str, name: str) -> tuple[int, ...]:
    """Returns numbers of which one is another when the picture of a name was changed, replaced, removed or linked away.

    They are empty for a picture that is not there. Nothing is opened.
    """
    picture = os.path.join(folder, name)
    try:
        found = os.stat(picture)
        leads = leads_out(folder, picture)
    except (OSError, ValueError):
        return ()
    return int(leads), found.st_mode, found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


def open_picture_file(folder: str, name: str) -> int:
    """Returns the descriptor of a picture, open for reading: of a regular file in the folder, whatever is replaced.

    Raises:
        UnusableError: If the name or a link leads out of the folder.
        OSError: If it is missing, is no regular file, or cannot be opened.
        ValueError: If the name is invalid.
    """
    way = _way(folder, os.path.join(folder, name)) if os.path.basename(name) == name else None
    if way is None:
        raise UnusableError(f"{name}: not in the issue's folder")
    home, (*folders, last) = way
    if not CAN_WALK:
        return open_regular(os.path.join(home, *folders, last))
    at = os.open(home, _FOLDER)
    try:
        for step in folders:
            inside = os.open(step, _FOLDER | _NO_LINK, dir_fd=at)
            os.close(at)
            at = inside
        return open_regular(last, at, follows_links=False)
    finally:
        os.close(at)


def _way(folder: str, picture: str) -> tuple[str, list[str]] | None:
    """Returns the folder of the issue, and the names that lead from there to a picture; None if they lead out.

    All links are resolved once: the names are those that were checked, and none of them leads upwards.
    """
    own, home, real = os.path.realpath(folder), os.path.realpath(os.path.dirname(folder)), os.path.realpath(picture)
    if os.path.commonpath((own, home)) != home or os.path.dirname(real) != own:
        return None
    return home, os.path.relpath(real, home).split(os.sep)
