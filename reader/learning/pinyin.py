"""Pinyin with numbers for tones, as dictionaries have it, written with tone marks or in zhuyin. Pure.

The place of the tone mark follows the rules of the Scheme for the Chinese Phonetic Alphabet (GB/T 16159, 4.4.1): on
``a``, ``o`` or ``e`` if there is one, in this order of preference, else on the later of ``i`` and ``u``.
"""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    ReadingStyle = Literal["marks", "numbers", "zhuyin"]
    """The way to write a reading."""

_MARKS = {
    "a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ",
    "A": "ĀÁǍÀ", "E": "ĒÉĚÈ", "I": "ĪÍǏÌ", "O": "ŌÓǑÒ", "U": "ŪÚǓÙ", "Ü": "ǕǗǙǛ",
}  # fmt: skip
_VOWELS = "aoeāáǎàōóǒòēéěè"
"""Letters before which a syllable inside a word has an apostrophe."""
_TONES = {marked: (base, tone) for base, row in _MARKS.items() for tone, marked in enumerate(row, 1)}
_MARKED = f"aeiouüAEIOUÜ{''.join(_TONES)}"
_TONED = re.compile(
    f"(?:[zcsZCS]h|[b-df-hj-np-tw-zB-DF-HJ-NP-TW-Z])?[{_MARKED}]+(?:ng(?![{_MARKED}])|n(?![{_MARKED}g])|r(?![{_MARKED}]))?"
)
"""A syllable inside a word: a consonant before a vowel begins the next one."""
_SYLLABLE = re.compile(r"([A-Za-züÜ:]+)([1-5])")
_IN_BRACKETS = re.compile(r"\[([^\]]*)\]")
_INITIALS = {
    "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ", "l": "ㄌ", "g": "ㄍ", "k": "ㄎ",
    "h": "ㄏ", "j": "ㄐ", "q": "ㄑ", "x": "ㄒ", "zh": "ㄓ", "ch": "ㄔ", "sh": "ㄕ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ",
    "s": "ㄙ", "": "",
}  # fmt: skip
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ", "an": "ㄢ", "en": "ㄣ",
    "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "i": "ㄧ", "ia": "ㄧㄚ", "io": "ㄧㄛ", "ie": "ㄧㄝ", "iai": "ㄧㄞ",
    "iao": "ㄧㄠ", "iu": "ㄧㄡ", "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "u": "ㄨ", "ua": "ㄨㄚ",
    "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ", "un": "ㄨㄣ", "uang": "ㄨㄤ", "ong": "ㄨㄥ", "ü": "ㄩ",
    "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ", "iong": "ㄩㄥ", "m": "ㄇ", "n": "ㄋ", "ng": "ㄫ",
}  # fmt: skip
_WITHOUT_INITIAL = {
    "yi": "i", "ya": "ia", "yo": "io", "ye": "ie", "yai": "iai", "yao": "iao", "you": "iu", "yan": "ian", "yin": "in",
    "yang": "iang", "ying": "ing", "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan",
    "wen": "un", "wang": "uang", "weng": "ong", "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün", "yong": "iong",
}  # fmt: skip
_ZHUYIN_TONES = ("", "ˊ", "ˇ", "ˋ")
"""The signs of the first four tones, behind the syllable; the neutral tone's dot is before it."""
_SIBILANTS = ("zh", "ch", "sh", "r", "z", "c", "s")
"""The initials whose ``i`` is no vowel of its own in zhuyin."""


def style_named(name: str) -> ReadingStyle:
    """Returns the way to write readings with a name; tone marks for another name."""
    styles: tuple[ReadingStyle, ...] = ("marks", "numbers", "zhuyin")
    return next((style for style in styles if style == name), "marks")


def written(numbered: str, style: ReadingStyle = "marks") -> str:
    """Returns a reading as a reader wants it.

    Args:
        numbered: Syllables with numbers for tones, parted by blanks, as in CC-CEDICT: ``nu:3 er2``.
        style: With tone marks (``nǚ ér``), numbers (``nü3 er2``), or in zhuyin (``ㄋㄩˇ ㄦˊ``).
    """
    if style == "zhuyin":
        return " ".join(map(_zhuyin, numbered.split()))
    plain = numbered.replace("u:", "ü").replace("U:", "Ü")
    return plain if style == "numbers" else _SYLLABLE.sub(_with_mark, plain)


def sense_written(sense: str, style: ReadingStyle) -> str:
    """Returns a sense with the readings that it has in brackets as a reader wants them."""
    return _IN_BRACKETS.sub(lambda found: f"[{written(found[1], style)}]", sense)


def joined(reading: str, style: ReadingStyle = "marks", edge: str = "") -> str:
    """Returns a written reading as one word, by GB/T 16159: an apostrophe before a vowel, a blank before a capital.

    Zhuyin keeps its blanks, as its syllables have no other ends. ``edge`` is set between syllables.
    """
    if style == "zhuyin":
        return reading
    first, *others = reading.split(" ")
    for syllable in others:
        if syllable[:1].isupper() or not syllable[:1].isalpha():
            first += f" {syllable}"
        elif style == "marks" and syllable[:1] in _VOWELS:
            first += f"{edge}'{syllable}"
        else:
            first += edge + syllable
    return first


def numbered(reading: str, count: int) -> str:
    """Returns a reading with tone marks as syllables with numbers; empty unless it has as many syllables as wanted."""
    words = re.split(r"[\s'’·-]+", reading.strip())
    parts = [part for word in words for part in _TONED.findall(word)] if all(words) else []
    if len(words) == count:
        parts = words
    elif "".join(parts) != "".join(words) or len(parts) != count:
        return ""
    found = [_with_number(part) for part in parts]
    return " ".join(found) if all(_signs(each[:-1].lower().replace("u:", "ü")) for each in found) else ""


def _with_number(syllable: str) -> str:
    tone = 5
    letters = ""
    for letter in syllable:
        base, found = _TONES.get(letter, (letter, 0))
        letters, tone = letters + base, found or tone
    return letters.replace("ü", "u:").replace("Ü", "U:") + str(tone)


def _with_mark(found: re.Match[str]) -> str:
    letters, tone = found[1].replace("v", "ü"), int(found[2])
    if tone == 5:
        return letters
    low = letters.lower()
    place = next((low.index(vowel) for vowel in "aoe" if vowel in low), -1)
    if place < 0:
        place = max(low.rfind("i"), low.rfind("u"), low.rfind("ü"))
    if place < 0:  # m2, ng4: a syllable without a vowel keeps its number
        return found[0]
    return letters[:place] + _MARKS[letters[place]][tone - 1] + letters[place + 1 :]


@cache
def _zhuyin(syllable: str) -> str:
    """Returns a syllable in zhuyin; as it is, if it is none."""
    found = _SYLLABLE.fullmatch(syllable)
    if not found:
        return syllable
    letters, tone = found[1].lower().replace("u:", "ü").replace("v", "ü"), int(found[2])
    signs = "ㄦ" if letters == "r" else _signs(letters)
    if not signs:
        return syllable
    return f"˙{signs}" if tone == 5 else signs + _ZHUYIN_TONES[tone - 1]


def _signs(letters: str) -> str:
    """Returns the signs of a syllable without its tone; empty if it is none."""
    if letters in _WITHOUT_INITIAL:
        return _FINALS[_WITHOUT_INITIAL[letters]]
    initial = letters[:2] if letters[:2] in _INITIALS else letters[:1] if letters[:1] in _INITIALS else ""
    final = letters[len(initial) :]
    if final == "i" and initial in _SIBILANTS:
        return _INITIALS[initial]
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "ü" + final[1:]
    if not final or final not in _FINALS:
        return _FINALS.get(letters, "")
    return _INITIALS[initial] + _FINALS[final]
