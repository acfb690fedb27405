"""Hyphenation: divides words at the end of a line by the patterns of Pyphen's dictionaries."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from reader.layout.width import HYPHEN, SOFT_HYPHEN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyphen import Pyphen

MIN_BEFORE, MIN_AFTER = 2, 3
"""Minimum number of letters of a divided word on its first and on its second line."""
MIN_ZONE_CELLS = 3
"""Minimum of :attr:`Hyphens.zone_cells`."""
ZONE_SHARE = 8
"""A word is divided only where the line would lack an eighth of its width: rarely in wide columns."""
_LONGEST = 64
"""Maximum number of characters of a word: longer ones are not words of a language."""

_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"


@cache
def _word() -> re.Pattern[str]:
    """Returns the pattern of a word with the marks around it, compiled on first use."""
    return re.compile(rf"\W*+([{_LETTERS}]++)\W*\Z")


@cache
def _begun() -> re.Pattern[str]:
    """Returns the pattern of the letters before a place in a word, compiled on first use."""
    return re.compile(rf"[{_LETTERS}]*+\Z")


class Hyphens:
    """Divides the words of one text in one column, and keeps the offsets of the hyphens."""

    def __init__(self, text: str, offsets: Sequence[int], language: str, width_cells: int) -> None:
        """Takes the text with the cells before each of its characters, its language, and the width of the column."""
        self._text, self._offsets = text, offsets
        self._language = language
        self.zone_cells = max(MIN_ZONE_CELLS, width_cells // ZONE_SHARE)
        """Number of missing cells from which a word is divided."""
        self.ends: set[int] = set()
        """Offsets at which lines end with a hyphen."""

    def divide(self, start: int, end: int, room_cells: int) -> int:
        """Returns the offset that divides the word ``text[start:end]`` and fits with a hyphen; 0 if there is none."""
        text, offsets = self._text, self._offsets
        found = _word().match(text, start, end) if end - start <= _LONGEST else None
        if not found:
            return 0
        first, last = found.span(1)
        if SOFT_HYPHEN in (text[first - 1 : first], text[last : last + 1]):
            return 0  # the text says where the word is divided
        if first == start and (begun := _begun().search(text, max(0, start - _LONGEST), start)):
            first = begun.start()  # the word was divided on the line before
        limit = offsets[start] + room_cells - len(HYPHEN)
        cuts = (first + point for point in points(text[first:last], self._language))
        cut = max((cut for cut in cuts if cut >= start + MIN_BEFORE and offsets[cut] <= limit), default=0)
        if cut:
            self.ends.add(cut)
        return cut


@lru_cache(maxsize=4096)
def points(word: str, language: str) -> tuple[int, ...]:
    """Returns the offsets at which a word may be divided, ascending.

    Empty for a word with capitals inside (`McDonald`, `UNESCO`) and for a language without a dictionary.
    """
    if len(word) < MIN_BEFORE + MIN_AFTER or not word[1:].islower() or len(word.lower()) != len(word):
        return ()
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    # A point with data changes letters (Hungarian, old German spelling); the text is drawn unchanged.
    return tuple(int(point) for point in dictionary.positions(word) if not point.data)


@cache
def _dictionary(language: str) -> Pyphen | None:
    """Returns the patterns of a language tag, or of its language alone; None if there are none."""
    from pyphen import Pyphen, language_fallback  # takes 20 ms with a dictionary

    name = language_fallback(language)
    return Pyphen(lang=name, left=MIN_BEFORE, right=MIN_AFTER) if name else None
