"""The fault of the library in the status line. Pure."""

from __future__ import annotations

import os

from reader.gate import shown_path

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.library import Library
    from reader.ui.strings import Strings


def library_fault(library: Library, strings: Strings) -> str:
    """Returns a line on the folders that cannot be read now, of which the last content is shown; empty without any."""
    away = (source for source, folder in library.folders.items() if folder.fault)
    names = ", ".join(shown_path(os.path.basename(os.path.abspath(source)) or source) for source in away)
    return names and strings.library_away.format(folders=names)
