"""Facts about the characters of folded texts; :mod:`reader.model.equivalence` folds them."""

from __future__ import annotations

import unicodedata

from reader.model.scripts import FIRST_EAST_ASIAN

_OTHER_SYMBOLS = frozenset("%&@#§¶†‡‰‱※")
"""Signs that one looks for by themselves, though Unicode counts them as punctuation."""


def is_searchable(text: str) -> bool:
    """Whether a text has something to look for: a letter, a digit or a symbol."""
    return any(character.isalnum() or is_symbol(character) for character in text)


def is_symbol(character: str) -> bool:
    """Whether a character is a symbol, such as an arrow, an emoji or a sign of currency; punctuation is none."""
    return character in _OTHER_SYMBOLS or unicodedata.category(character)[0] == "S"


def is_in_spaced_script(character: str) -> bool:
    """Whether a folded character is a letter or a digit of a script that puts spaces between words."""
    return character.isalnum() and character < FIRST_EAST_ASIAN
