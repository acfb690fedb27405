"""Which issues there are: found in folders, read when asked for, each on its own."""

from reader.library.library import Entry, Library, Target, bundled_issues, default_folders, resolve

__all__ = ["Entry", "Library", "Target", "bundled_issues", "default_folders", "resolve"]
