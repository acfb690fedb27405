"""Looks up the property of a character in a generated table of ranges."""

from __future__ import annotations

from bisect import bisect_right


class RangeTable(dict[int, str]):
    """A table from code points to values of one letter, for `str.translate`.

    Nothing is decoded on import: a code point is looked up when it first occurs, and kept. The ranges are two strings
    (see the generated modules), and a string can be bisected like any sequence.
    """

    def __init__(self, starts: str, values: str) -> None:
        super().__init__()
        self._starts = starts
        self._values = values

    def __missing__(self, code_point: int) -> str:
        value = self._values[bisect_right(self._starts, chr(code_point)) - 1]
        self[code_point] = value
        return value
