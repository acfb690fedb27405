"""Words divided at the end of a line, by the patterns of Pyphen's dictionaries."""

from __future__ import annotations

import re
from functools import cache, lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyphen import Pyphen

    from reader.layout.lines import Measured

HYPHEN = "-"
MIN_BEFORE, MIN_AFTER = 2, 3
"""The fewest letters of a divided word on its first and on its second line."""
MAX_IN_A_ROW = 2
MIN_ZONE_CELLS = 3
ZONE_SHARE = 8
"""A word is divided only where the line would lack an eighth of its width: in wide columns seldom."""
_LONGEST = 64  # letters: what is longer is no word of a language

_LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u052f\u1e00-\u1fff"


@cache
def _word() -> re.Pattern[str]:
    """Compile on first use: a word with the marks around it."""
    return re.compile(rf"\W*+([{_LETTERS}]++)\W*\Z")


@cache
def _begun() -> re.Pattern[str]:
    """Compile on first use: the letters before a place in a word."""
    return re.compile(rf"[{_LETTERS}]*+\Z")


class Hyphens:
    """Where the words of one text are divided in one column."""

    def __init__(self, text: Measured, language: str, width_cells: int) -> None:
        self._text = text
        self._language = language
        self.zone_cells = max(MIN_ZONE_CELLS, width_cells // ZONE_SHARE)
        """A line that lacks fewer cells is left as it is."""
        self.ends: set[int] = set()
        """The offsets at which lines end with a hyphen."""

    def divide(self, start: int, end: int, room_cells: int) -> int:
        """Returns where ``text[start:end]``, a word and its marks, is divided to fit with a hyphen; 0 if nowhere."""
        text = self._text.text
        found = _word().match(text, start, end) if end - start <= _LONGEST else None
        if not found:
            return 0
        first, last = found.span(1)
        if first == start and (begun := _begun().search(text, max(0, start - _LONGEST), start)):
            first = begun.start()  # what goes on here was divided on the line before
        limit = self._text.offsets[start] + room_cells - len(HYPHEN)
        cuts = (first + point for point in points(text[first:last], self._language))
        cut = max((cut for cut in cuts if cut >= start + MIN_BEFORE and self._text.offsets[cut] <= limit), default=0)
        if cut:
            self.ends.add(cut)
        return cut


@lru_cache(maxsize=4096)
def points(word: str, language: str) -> tuple[int, ...]:
    """Returns the offsets at which a word may be divided, ascending.

    None in a word with capitals inside (`McDonald`, `UNESCO`), and none in a language without a dictionary.
    """
    if len(word) < MIN_BEFORE + MIN_AFTER or not word[1:].islower() or len(word.lower()) != len(word):
        return ()
    dictionary = _dictionary(language)
    if dictionary is None:
        return ()
    # A point with data would change letters (Hungarian, old German): the text is drawn as it is.
    return tuple(int(point) for point in dictionary.positions(word) if not point.data)


@cache
def _dictionary(language: str) -> Pyphen | None:
    """Returns the patterns of a language tag or of the language it begins with."""
    from pyphen import Pyphen, language_fallback  # takes 20 ms with a dictionary

    name = language_fallback(language)
    return Pyphen(lang=name, left=MIN_BEFORE, right=MIN_AFTER) if name else None
