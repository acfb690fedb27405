"""What the reader makes: kept in a file of its own, apart from everything that can be made again."""

from reader.marks.bookmarks import Bookmark, Bookmarks, default_path

__all__ = ["Bookmark", "Bookmarks", "default_path"]
