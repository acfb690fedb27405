"""The known word that was probably meant by an unknown one."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_WORD_CHARS = 100
"""Maximum length of a word that is compared, because comparing takes time."""


def nearest(word: str, known: Iterable[str]) -> str:
    """Returns the known word that a word resembles most, in any letter case; empty if it resembles none."""
    if len(word) > MAX_WORD_CHARS:
        return ""
    from difflib import get_close_matches  # only a fault needs it

    by_folded = {each.lower(): each for each in known}
    found = get_close_matches(word.lower(), by_folded, n=1)
    return by_folded[found[0]] if found else ""
