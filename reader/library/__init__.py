"""The library: the issues in some folders, read when asked for; addresses; search over all issues.

Facts about issue files are kept in a catalogue (:mod:`reader.catalogue`); without it, all is read from the files.
"""

from reader.library.entry import LibraryEntry
from reader.library.files import bundled_issues, default_folders
from reader.library.library import Library
from reader.library.resolving import Target, resolve

__all__ = ["Library", "LibraryEntry", "Target", "bundled_issues", "default_folders", "resolve"]
