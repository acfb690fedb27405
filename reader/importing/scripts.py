"""Which of the two languages a stretch of text is in, told by its letters."""

from __future__ import annotations

import re

from reader.importing.extraction import CHINESE, ENGLISH

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_HAN_LETTER = re.compile(f"[{_HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]+(?:['’-][A-Za-z\u00c0-\u024f]+)*")
_SIDES = re.compile(f"[{_HAN}]|[A-Za-z\u00c0-\u024f]")
_SENTENCE_END = re.compile(r"[。！？!?.…][”’」』）)\]\"'》]*\Z")


def han(text: str) -> int:
    """Returns how many Chinese characters stand in a text."""
    return len(_HAN_LETTER.findall(text))


def latin_words(text: str) -> int:
    """Returns how many words in Latin letters stand in a text."""
    return len(_LATIN_WORD.findall(text))


def side_of(text: str) -> str:
    """Returns the language of a text; empty where it has no letters. A Chinese character weighs as a word."""
    chinese, english = han(text), latin_words(text)
    if chinese or english:
        return CHINESE if chinese * 2 >= english else ENGLISH
    return ""


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a sentence does."""
    return bool(_SENTENCE_END.search(text.rstrip()))


def apart(text: str) -> tuple[str, str]:
    """Divides a short text that stands in both languages beside each other, such as ``夜空 Night Sky``.

    Returns the Chinese and the English part; one is empty where the text is in one language, or where the
    languages change more than once.
    """
    letters = list(_SIDES.finditer(text))
    kinds = [bool(_HAN_LETTER.match(letter[0])) for letter in letters]
    changes = [at for at in range(1, len(kinds)) if kinds[at] != kinds[at - 1]]
    if len(changes) != 1:
        return (text.strip(), "") if side_of(text) != ENGLISH else ("", text.strip())
    between = text[letters[changes[0] - 1].end() : letters[changes[0]].start()]
    cut = letters[changes[0] - 1].end() + _cut(between)
    first, second = text[:cut].strip(), text[cut:].strip()
    return (first, second) if kinds[0] else (second, first)


def _cut(between: str) -> int:
    """Returns where marks between two languages are divided: at the last space, else before what opens."""
    space = between.rfind(" ")
    if space >= 0:
        return space
    opening = re.search(r"[“‘「『（(\[《\"']", between)
    return opening.start() if opening else len(between)


def is_traditional(text: str) -> bool:
    """Whether the Chinese of a text is in traditional characters: by those that one script alone has."""
    from reader.model import _script_data as data  # tables of some size

    simplified, traditional = set(data.SIMPLIFIED_ONLY), set(data.TRADITIONAL)
    return sum(char in traditional for char in text) > sum(char in simplified for char in text)
