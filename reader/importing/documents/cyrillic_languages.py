"""The language of a text in Cyrillic letters, by the letters that Russian lacks."""

from __future__ import annotations

from collections import Counter

RUSSIAN = "ru"
_RUSSIAN_LETTERS = "ыэё"
_OWN_LETTERS = {"mk": "ѓќѕ", "sr": "јљњћђџ", "uk": "іїєґ"}
"""Letters of languages that Russian and those below them lack."""
_BELARUSIAN_LETTER = "ў"
_BULGARIAN_VOWEL = "ъ"
"""A vowel of Bulgarian; in Russian a sign, in one word of a thousand."""
MIN_VOWEL_SHARE = 0.008
"""Share of the letters that are this vowel, from which on a text without Russian letters is Bulgarian."""


def cyrillic_evidence(text: str) -> dict[str, float]:
    """Returns the letters that Russian, Ukrainian and others have each for themselves in a text, by tag."""
    counts = Counter(text.lower())
    own = {RUSSIAN: _RUSSIAN_LETTERS, **_OWN_LETTERS, "be": _BELARUSIAN_LETTER, "bg": ""}
    return {tag: float(sum(counts[letter] for letter in letters)) for tag, letters in own.items()}


def cyrillic_tag(text: str) -> str:
    """Returns the tag of the language of a text in Cyrillic letters; Russian if they show no other."""
    counts = Counter(letter for letter in text.lower() if "\u0400" <= letter <= "\u04ff")
    russian = sum(counts[letter] for letter in _RUSSIAN_LETTERS)
    if counts[_BELARUSIAN_LETTER] and counts["і"] > counts["и"]:
        return "be"
    for tag, letters in _OWN_LETTERS.items():
        if sum(counts[letter] for letter in letters) > russian:
            return tag
    is_bulgarian = not russian and counts[_BULGARIAN_VOWEL] > MIN_VOWEL_SHARE * counts.total()
    return "bg" if is_bulgarian else RUSSIAN
