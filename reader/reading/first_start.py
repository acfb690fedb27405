"""The first start of the program, which is remembered in the folder for its state."""

from __future__ import annotations

import os

from reader.folders import state_folder
from reader.marks.mark import default_path

FILE_NAME = "tour"
"""The file that says that the tour was shown."""


def is_first_start() -> bool:
    """Whether the program was not used before: no tour was shown, and there are no marks. Then this is remembered.

    Where it cannot be remembered it is no first start, so that no start is ever the first one again.
    """
    path = os.path.join(state_folder(), FILE_NAME)
    if os.path.lexists(path) or os.path.lexists(default_path()):
        return False
    from reader.errors import ReaderError  # the other starts only look
    from reader.file_writing import replace_file

    try:
        os.makedirs(state_folder(), exist_ok=True)
        replace_file(path, [b"The tour was shown; reader --tour shows it again.\n"])
    except (OSError, ReaderError):
        return False
    return True
