"""The units of two texts that may translate each other: words by their glosses, names by their pinyin, marks."""

from __future__ import annotations

import re
from functools import cache

from reader.alignment.numerals import numbers
from reader.alignment.signs import signs_of, speakers
from reader.errors import UnusableError
from reader.model.record import record
from reader.model.scripts import HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.learning.dictionary import Dictionary

MAX_WORD_CHARS = 4
"""Longest Chinese word that is looked up."""
MAX_NAME_SYLLABLES = 3
"""Longest part of a name in pinyin that is written as one word."""
MIN_NAME_LETTERS = 3
"""Shortest English word that is compared with pinyin."""
_HAN_RUN = re.compile(f"[{HAN}]+")
_CAPITALISED = re.compile(r"[A-Z][A-Za-züÜ]*(?:['’][a-zü]+)?")
_LATIN = re.compile(r"https?://[^\s<>\"'，。）)]+|[A-Za-z][\w.+/@-]*[\w+]")
_FUNCTION_WORDS = """
a an the and or but if as than that this these those it its he she they we you i me him her them us my your his our
their who whom whose which what when where why how be is are was were been being am do does did done have has had
of to in on at by for with from into onto over under up down out off about after before between through during not
no so too very can could will would shall should may might must there here then now just only also all any each
every some such other another more most much many one two first s t etc sth sb oneself own same go come get make
take put give let use
"""
"""English words that translate nothing by themselves, or nearly everything."""


@record
class TextUnit:
    """A word or mark of a block, and the keys by which the other side may have it."""

    keys: frozenset[str]
    is_mark: bool


def units(han: Sequence[str], latin: Sequence[str]) -> tuple[list[list[TextUnit]], list[list[TextUnit]]] | None:
    """Returns the units of each block of a Chinese and of an English text; None without a dictionary."""
    from reader.learning.bundled import bundled_dictionary

    words = sorted({word for text in latin for word in _spelt(text)})
    spellings = {word: _keys_of(word) for word in words}
    wanted = frozenset().union(*spellings.values())
    try:
        glosses = _glosses(bundled_dictionary(), han, wanted)
    except UnusableError:
        return None
    capitalised = frozenset(name for text in latin for name in _names(text))
    turns = speakers(han, latin)
    second = [
        [
            *(TextUnit(spellings[word], is_mark=False) for word in set(_spelt(text)) if spellings[word]),
            *_marks(text, latin=True, names=capitalised),
            *units_of_signs(text, turn),
        ]
        for text, turn in zip(latin, turns[1], strict=True)
    ]
    first = [
        [
            *(TextUnit(glosses[word], is_mark=False) for word in set(_segmented(text, glosses)) if glosses[word]),
            *_marks(text, latin=False, names=capitalised),
            *units_of_signs(text, turn),
        ]
        for text, turn in zip(han, turns[0], strict=True)
    ]
    return first, second


def units_of_signs(text: str, speaker: str) -> list[TextUnit]:
    """Returns the signs of a text, and the key of its speaker if it has one."""
    return [TextUnit(frozenset((key,)), is_mark=False) for key in sorted(signs_of(text) | ({speaker} - {""}))]


def gloss_stems(texts: Sequence[str]) -> list[list[str]]:
    """Returns the stems of the English glosses of the words of each Chinese text; none without a dictionary."""
    from reader.learning.bundled import bundled_dictionary

    try:
        glosses = _glosses(bundled_dictionary(), texts, None)
    except UnusableError:
        return []
    return [[stem for word in set(_segmented(text, glosses)) for stem in glosses[word]] for text in texts]


def is_gloss(word: str, han: str) -> bool:
    """Whether an English word is in the dictionary's glosses of a Chinese text; not without a dictionary."""
    keys = frozenset().union(*map(_keys_of, _spelt(word)))
    return any(keys & frozenset(stems) for stems in gloss_stems([han]))


def _spelt(text: str) -> list[str]:
    from reader.learning.english import spelt_words

    return spelt_words(text)


@cache
def _keys_of(word: str) -> frozenset[str]:
    from reader.learning.english import variants

    return frozenset(variants(word)) - _ignored_stems()


@cache
def _ignored_stems() -> frozenset[str]:
    from reader.search.stemming import stem

    return frozenset(map(stem, _FUNCTION_WORDS.split()))


def _glosses(dictionary: Dictionary, texts: Sequence[str], wanted: frozenset[str] | None) -> dict[str, frozenset[str]]:
    """Returns, for each dictionary word of the texts, the stems of its glosses: those that are wanted, or all."""
    from reader.learning.english import answers

    candidates = {
        run[start:end]
        for text in texts
        for run in _HAN_RUN.findall(text)
        for start in range(len(run))
        for end in range(start + 1, min(len(run), start + MAX_WORD_CHARS) + 1)
    }
    found = dictionary.entries_of(candidates)
    stems = {
        word: frozenset(stem for entry in entries for stem, _ in answers(entry)) for word, entries in found.items()
    }
    return stems if wanted is None else {word: own & wanted for word, own in stems.items()}


def _segmented(text: str, known: dict[str, frozenset[str]]) -> Iterator[str]:
    """Yields the words of a text, the longest at each place."""
    for run in _HAN_RUN.findall(text):
        start = 0
        while start < len(run):
            for end in range(min(len(run), start + MAX_WORD_CHARS), start, -1):
                if run[start:end] in known:
                    yield run[start:end]
                    start = end
                    break
            else:
                start += 1


def _names(text: str) -> Iterator[str]:
    """Yields the capitalised words of a text as pinyin may have them."""
    from reader.model.equivalence import fold

    for name in _CAPITALISED.findall(text):
        plain = fold(re.sub(r"['’]s\Z", "", name)).replace("'", "").replace("’", "")
        if len(plain) >= MIN_NAME_LETTERS:
            yield plain


def _marks(text: str, *, latin: bool, names: frozenset[str]) -> Iterator[TextUnit]:
    """Yields the marks of a text: numbers, links and code, names in pinyin that the English text has."""
    from reader.search.readings import toneless_pinyin

    keys = {f"#{number}" for number in numbers(text)}
    keys |= {f"@{word.lower()}" for word in _LATIN.findall(text)}
    if latin:
        keys |= {f"~{name}" for name in _names(text)}
    else:
        for run in _HAN_RUN.findall(text):
            syllables = toneless_pinyin(run).split()
            joined = {
                "".join(syllables[start : start + count])
                for count in range(1, MAX_NAME_SYLLABLES + 1)
                for start in range(len(syllables) - count + 1)
            }
            keys |= {f"~{name}" for name in joined & names}
    for key in sorted(keys):
        yield TextUnit(frozenset((key,)), is_mark=True)
