"""Toneless pinyin of titles, captions and names. It is used while indexing and scanning only: the data load slowly.

The readings of characters and words come from ``pypinyin``'s dictionaries, the longest word at each place first.
"""

from __future__ import annotations

from functools import cache

from reader.model.equivalence import fold, without_case_and_width
from reader.model.scripts import simplified_forms
from reader.search.tokens import unspaced_runs

MAX_WORD_CHARS = 6
"""Longest word that is looked up."""


def toneless_pinyin(text: str) -> str:
    """Returns the pinyin of a text's Han characters without tones, separated by spaces; empty if it has none.

    There is one syllable for each character; a character without pinyin is its own syllable. ``ü`` becomes ``u``.
    """
    if text.isascii():
        return ""
    return " ".join(syllable for run in unspaced_runs(text, without_case_and_width) for syllable in _syllables(run))


def _syllables(run: str) -> list[str]:
    from pypinyin.phrases_dict import phrases_dict

    syllables: list[str] = []
    start = 0
    simplified = run.translate(simplified_forms())
    while start < len(run):
        for end in range(min(len(run), start + MAX_WORD_CHARS), start + 1, -1):
            word = phrases_dict.get(run[start:end]) or phrases_dict.get(simplified[start:end])
            if word and len(word) == end - start:
                syllables += [fold(readings[0]) for readings in word]
                start = end
                break
        else:
            syllables.append(_syllable(run[start]))
            start += 1
    return syllables


@cache
def _syllable(character: str) -> str:
    from pypinyin.pinyin_dict import pinyin_dict

    return fold(pinyin_dict.get(ord(character), character).partition(",")[0])
