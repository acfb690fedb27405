"""Which issues there are: found in folders, read when asked for, each on its own, and kept in a catalogue."""

from reader.library.entry import Entry
from reader.library.files import bundled_issues, default_folders
from reader.library.library import Library, Target, resolve

__all__ = ["Entry", "Library", "Target", "bundled_issues", "default_folders", "resolve"]
