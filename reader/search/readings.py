"""Toneless pinyin, for titles, captions and names; worked out while indexing only: its dictionary loads slowly.

The readings of characters and words come from ``pypinyin``'s dictionaries; the longest word at each place counts.
"""

from __future__ import annotations

from functools import cache

from reader.search.folding import fold
from reader.search.tokens import runs_of

MAX_WORD_CHARS = 6


def read(text: str) -> str:
    """Returns the pinyin of a text's Han characters without tones, with a space between; empty if it has none.

    There is one syllable for each of them: a character that has no pinyin stands for itself. ``ü`` is ``u``.
    """
    if text.isascii():
        return ""
    return " ".join(syllable for run in runs_of(text) for syllable in _read(run))


def _read(run: str) -> list[str]:
    from pypinyin.phrases_dict import phrases_dict

    syllables: list[str] = []
    start = 0
    while start < len(run):
        for end in range(min(len(run), start + MAX_WORD_CHARS), start + 1, -1):
            word = phrases_dict.get(run[start:end])
            if word and len(word) == end - start:
                syllables += [fold(readings[0]) for readings in word]
                start = end
                break
        else:
            syllables.append(_read_character(run[start]))
            start += 1
    return syllables


@cache
def _read_character(character: str) -> str:
    from pypinyin.pinyin_dict import pinyin_dict

    return fold(pinyin_dict.get(ord(character), character).partition(",")[0])
