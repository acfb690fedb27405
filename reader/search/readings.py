"""Toneless pinyin of titles, captions and names. Used while indexing and scanning, and after a search without hits.

The readings of characters and words come from the dictionaries of ``pypinyin``, the longest word at each place first;
``tools/make_pinyin_tables.py`` writes them as tables that load faster and take a tenth of the memory.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from reader.model.equivalence import fold, without_case_and_width
from reader.model.scripts import simplified_forms
from reader.search.terms import READING
from reader.search.tokens import unspaced_runs

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.search.query import Query

MAX_WORD_CHARS = 6
"""Longest word that is looked up."""


def toneless_pinyin(text: str) -> str:
    """Returns the pinyin of a text's Han characters without tones, separated by spaces; empty if it has none.

    There is one syllable for each character; a character without pinyin is its own syllable. ``ü`` becomes ``u``.
    """
    if text.isascii():
        return ""
    return " ".join(syllable for run in unspaced_runs(text, without_case_and_width) for syllable in _syllables(run))


def may_be_pinyin(query: Query) -> bool:
    """Whether a word of a query is a row of syllables of toneless pinyin, as ``qiaoliang`` is."""
    return any(term.kind == READING and _is_pinyin(term.text) for term in query.terms)


def _is_pinyin(word: str) -> bool:
    syllables = _known_syllables()
    longest = max(map(len, syllables))
    ends = {0}
    for start in range(len(word)):
        if start in ends:
            ends |= {end for end in range(start + 1, start + longest + 1) if word[start:end] in syllables}
    return bool(word) and len(word) in ends


def _syllables(run: str) -> list[str]:
    words = _words()
    syllables: list[str] = []
    start = 0
    simplified = run.translate(simplified_forms())
    while start < len(run):
        for end in range(min(len(run), start + MAX_WORD_CHARS), start + 1, -1):
            word = run[start:end] if run[start:end] in words else simplified[start:end]
            if word in words:
                syllables += words[word].split(" ") if words[word] else map(_syllable, word)
                start = end
                break
        else:
            syllables.append(_syllable(run[start]))
            start += 1
    return syllables


@cache
def _words() -> dict[str, str]:
    """Returns the syllables of words, with spaces between; empty where each character has its usual one."""
    from reader.search import _pinyin_data as data

    words = {
        joined[start : start + length]: ""
        for length, joined in data.USUAL_WORDS.items()
        for start in range(0, len(joined), length)
    }
    for line in data.OTHER_WORDS.splitlines():
        word, _, readings = line.partition(" ")
        words[word] = readings
    return words


@cache
def _syllable(character: str) -> str:
    from reader.search import _pinyin_data as data

    place = bisect_left(data.CHARACTERS, character)
    if data.CHARACTERS[place : place + 1] != character:
        return fold(character)
    return _names_of_syllables()[ord(data.THEIR_SYLLABLES[place]) - ord(data.FIRST_SIGN)]


@cache
def _names_of_syllables() -> list[str]:
    from reader.search import _pinyin_data as data

    return data.SYLLABLES.split(" ")


@cache
def _known_syllables() -> frozenset[str]:
    return frozenset(_names_of_syllables())
