"""The bounds of ids and of marks. The loader, the store of marks and its import hold the same ones.

So a mark that can be made can be stored, and one that is stored can be exported and imported again. They are those of
version 1 of the file of marks: another machine with an older version of the program takes the same marks.
"""

MAX_ID_CHARS = 190
"""Length of the longest id in an issue: the id of the place in an article has two of them."""
MAX_MARK_ID_CHARS = 400
"""Length of the longest id of a mark, and of the ids of an issue and an article in it."""
MAX_MARK_TEXT_CHARS = 1_000_000
"""Length of the longest text of a mark."""
MAX_MARK_CHARS = 16_000_000
"""Length of all texts of a mark together."""
MAX_MARK_PARTS = 1_000
"""Largest number of quotes of a mark, and of texts beside it."""
MAX_NUMBER = 1 << 53
"""Largest time and offset: the largest number that every reader of JSON knows."""
