"""The sounds of words in several scripts, coarsely: names and words of one origin have the same. Pure.

There are three vowels and six consonants, without the breath of h and the end of ng: Shanghai, Шанхае and 상하이 begin
with the same sounds. Arabic has consonants only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from reader.model.equivalence import fold

_LETTERS = {
    "a": "a а",
    "i": "eiy еийыэіє",
    "o": "ouw оу",
    "p": "bfpv бвпф بف",
    "k": "cgkq гкґ غقكخ",
    "s": "jsxz жзсцчшщ ثجذزسشصظ",
    "t": "dt дт تدضط",
    "l": "lr лр لر",
    "m": "m м م",
    "n": "n н ن",
    "io": "ё ю",
    "ia": "я",
    "ii": "ї",
}
"""Letters of Latin, Cyrillic and Arabic by their sounds; those of others are not heard."""
_SOUNDS = {letter: sounds for sounds, letters in _LETTERS.items() for letter in letters}
_INITIALS = "k k n t t l m p p s s - s s s k t p -"
_VOWELS = "a a a a o i o i o oa oi oi o o o oi oi o i i i"
_FINALS = "- k k k n n n t l l l l l l l l m p p t t n s s k t p -"
_SYLLABLES = [
    (initial + vowel + final).replace("-", "")
    for initial in _INITIALS.split()
    for vowel in _VOWELS.split()
    for final in _FINALS.split()
]
"""Sounds of the syllables of Hangul, in the order of their code points."""
_FIRST_SYLLABLE, _LAST_SYLLABLE = "\uac00", "\ud7a3"
_AS_S = re.compile("t?sch|t?zh|[cs]h|t[sz]")
_AFTER_N = re.compile("(?<=n)k")
_TWICE = re.compile(r"(.)\1+")
KEPT_WORDS = 20_000
"""Number of words whose sounds are kept."""


@lru_cache(KEPT_WORDS)
def sounds_of(word: str) -> str:
    """Returns the sounds of a word in Latin, Cyrillic, Arabic or Hangul letters; other characters have none."""
    plain = _AS_S.sub("s", fold(word)).replace("ph", "f")
    found = "".join(map(_sound, plain))
    return _TWICE.sub(r"\1", _AFTER_N.sub("", found))


def _sound(char: str) -> str:
    if _FIRST_SYLLABLE <= char <= _LAST_SYLLABLE:
        return _SYLLABLES[ord(char) - ord(_FIRST_SYLLABLE)]
    return _SOUNDS.get(char, "")


def consonants_of(word: str) -> str:
    """Returns the sounds of a word without its vowels, but for one at its beginning."""
    sounds = sounds_of(word)
    return sounds[:1] + re.sub("[aio]", "", sounds[1:])
