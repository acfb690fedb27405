"""The paths that an issue's pictures may have: inside its own folder, which is beside its file."""

from __future__ import annotations

import os


def leads_out(folder: str, picture: str) -> bool:
    """Whether a picture's path leads, by a link or by its name, out of the folder of the issue's pictures.

    The folder may be a link to another one beside the issue, not to one elsewhere.

    Raises:
        ValueError: If the path is invalid, for example has a null character in it.
    """
    own, home = os.path.realpath(folder), os.path.realpath(os.path.dirname(folder))
    return os.path.commonpath((own, home)) != home or os.path.dirname(os.path.realpath(picture)) != own
