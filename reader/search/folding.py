"""Folding: characters that a search takes for the same become one. Every character folds to exactly one.

So an offset in a folded text is the same offset in the text itself, and a match can be highlighted exactly.
"""

from __future__ import annotations

import unicodedata
from functools import cache

from reader.model.scripts import FIRST_EAST_ASIAN, simplified_forms


def fold(text: str) -> str:
    """Returns the text with letter case, width, accents and simplified or traditional script made equal.

    The result is as long as the text.
    """
    return text.lower() if text.isascii() else text.translate(_table())


def is_searchable(text: str) -> bool:
    """Whether a text has something to look for: a letter or a digit."""
    return any(character.isalnum() for character in text)


def is_in_spaced_script(character: str) -> bool:
    """Whether a folded character is a letter or a digit of a script that puts spaces between words."""
    return character.isalnum() and character < FIRST_EAST_ASIAN


class FoldingTable(dict[int, str]):
    """A translation table that works out each character when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        if folded != chr(code):
            folded = self[ord(folded)]  # a compatibility form of a traditional character is simplified, too
        self[code] = folded
        return folded


@cache
def _table() -> FoldingTable:
    simplified = simplified_forms()
    # 薴 is simplified as 苧, which is itself the traditional form of 苎: all three are the same to a search.
    table = FoldingTable({code: simplified.get(ord(s), s) for code, s in simplified.items()})
    table.update(_QUOTES)
    return table


def _fold_character(character: str) -> str:
    decomposed = unicodedata.normalize("NFKD", character)
    base = decomposed[:1].lower()
    if len(base) != 1 or (len(decomposed) > 1 and not all(unicodedata.combining(c) for c in decomposed[1:])):
        base = character.lower()
    return base if len(base) == 1 else character


_QUOTES = {ord(curved): plain for curved, plain in {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-"}.items()}
