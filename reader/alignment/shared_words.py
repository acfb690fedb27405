"""Features that two languages without a dictionary share: numbers, names, words of one origin, characters, marks. Pure.

Names are compared by their sounds, which are about the same in Latin, Cyrillic, Arabic and Hangul letters and in the
pinyin of Chinese characters. Two languages in Han characters have these in common; a Chinese and a European text, the
English glosses of the one that look like words of the other.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from reader.alignment.glossary import TextUnit, gloss_stems, units_of_signs
from reader.alignment.numerals import numbers, small_numbers
from reader.alignment.signs import speakers
from reader.alignment.sounds import consonants_of, sounds_of
from reader.model.equivalence import fold
from reader.model.language import is_ideographic, script
from reader.model.scripts import HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Units = list[list[TextUnit]]
    Keys = list[set[str]]

MIN_LETTERS = 5
"""Letters at the beginning of two words that show one origin, where all of them are alike."""
MIN_CONSONANTS = 4
"""Consonants that show the same."""
MIN_SOUNDS = 3
"""Sounds of the shortest name."""
MAX_SOUNDS = 7
"""Sounds at the beginning of a name that are compared."""
MAX_SHARE = 0.25
"""Share of the blocks of a side above which a beginning is too common to tell blocks apart."""
MIN_BLOCKS = 3
"""Blocks of a side that a beginning may be in, however few there are."""
NAME_SYLLABLES = 3
"""Syllables of a part of a name in pinyin that is written as one word."""
_HAN_RUN = re.compile(f"[{HAN}]+")
_HAN_CHAR = re.compile(f"[{HAN}]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ELISION = re.compile(r"\A(?:[ldnmtscj]|qu)['’]", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?:\b[^\W\d_a-zа-яёß-öø-ÿ][^\W\d_]+(?:['’][^\W\d_]+)?[ -]?)+")
_SENTENCE_ENDS = '.!?…:»«“”„"—–-'
_WITH_CAPITALS = frozenset({"Latn", "Cyrl", "Grek"})


def shared_units(left: Sequence[str], right: Sequence[str], languages: tuple[str, str]) -> tuple[Units, Units]:
    """Returns the units of the blocks of two texts that the other language may have, too."""
    texts = (left, right)
    words = [[_words(text) for text in side] for side in texts]
    names = _shared_names(texts, words, languages)
    kinds = [(_kept(*names), True), (_kept(*_origins(texts, words, languages)), False)]
    if all(map(is_ideographic, languages)):
        kinds.append((_kept(*([set(_HAN_CHAR.findall(fold(text))) for text in side] for side in texts)), False))
    turns = speakers(left, right)
    found: list[Units] = []
    for at, side in enumerate(texts):
        found.append([])
        for place, text in enumerate(side):
            units = [TextUnit(frozenset((f"#{number}",)), is_mark=True) for number in numbers(text, languages[at])]
            units += [TextUnit(frozenset((f"#{each}",)), is_mark=False) for each in small_numbers(text, languages[at])]
            units += units_of_signs(text, turns[at][place])
            for keys, is_mark in kinds:
                units += [TextUnit(frozenset((key,)), is_mark=is_mark) for key in sorted(keys[at][place])]
            found[at].append(units)
    return found[0], found[1]


def _words(text: str) -> list[str]:
    return [_ELISION.sub("", word) for word in _WORD.findall(text)]


def _shared_names(
    texts: tuple[Sequence[str], Sequence[str]], words: Sequence[Sequence[Sequence[str]]], languages: tuple[str, str]
) -> list[Keys]:
    """Returns the sounds of the names of each block that the other side has, too."""
    scripts = [script(tag) for tag in languages]
    named = [
        [_names(text) if own in _WITH_CAPITALS else set[str]() for text in side]
        for side, own in zip(texts, scripts, strict=True)
    ]
    found: list[Keys] = []
    for at in (0, 1):
        known = set[str]().union(*named[1 - at])
        if is_ideographic(languages[at]):
            found.append([_names_in_pinyin(text, known) if known else set() for text in texts[at]])
        elif scripts[at] == scripts[1 - at]:
            found.append([own & known for own in named[at]])
        else:
            found.append([_heard(own, known) for own in words[at]])
    if not all(own == scripts[0] for own in scripts):
        for at in (0, 1):
            if scripts[at] == "Latn":
                found[at] = [own | heard for own, heard in zip(named[at], found[at], strict=True)]
    return found


def _names(text: str) -> set[str]:
    """Returns the sounds of the capitalised words in sentences, and of two after each other as one."""
    found: set[str] = set()
    for run in _CAPITALISED.finditer(text):
        is_first = _begins_sentence(text, run.start())
        sounds = [sounds_of(word) for word in run[0].split()]
        if len(sounds) > 1:
            found |= {one + other for one, other in pairwise(sounds)}
        found |= set(sounds[is_first and len(sounds) == 1 :])
    return {f"~{each[:MAX_SOUNDS]}" for each in found if len(each) >= MIN_SOUNDS}


def _begins_sentence(text: str, start: int) -> bool:
    """Whether a sentence begins at a place of a text; looks at nothing before the last character."""
    while start and text[start - 1].isspace():
        start -= 1
    return not start or text[start - 1] in _SENTENCE_ENDS


def _heard(words: Sequence[str], known: set[str]) -> set[str]:
    """Returns the names that words begin with, whatever endings follow; a short name is the whole word, or nearly."""
    found: set[str] = set()
    for word in words:
        sounds = sounds_of(word)
        found |= {
            f"~{sounds[:end]}"
            for end in range(MIN_SOUNDS, min(len(sounds), MAX_SOUNDS) + 1)
            if end > MIN_SOUNDS or len(sounds) <= MIN_SOUNDS + 1
        }
    return found & known


def _names_in_pinyin(text: str, known: set[str]) -> set[str]:
    from reader.search.readings import toneless_pinyin

    found: set[str] = set()
    for run in _HAN_RUN.findall(text):
        syllables = toneless_pinyin(run).split()
        found |= {
            f"~{sounds_of(''.join(syllables[at : at + count]))[:MAX_SOUNDS]}"
            for count in range(1, NAME_SYLLABLES + 1)
            for at in range(len(syllables) - count + 1)
        }
    return found & known


def _origins(
    texts: tuple[Sequence[str], Sequence[str]], words: Sequence[Sequence[Sequence[str]]], languages: tuple[str, str]
) -> list[Keys]:
    """Returns the beginnings of the long words of each block; of Chinese ones, of the words that translate them."""
    sides: list[Keys] = []
    for at in (0, 1):
        if is_ideographic(languages[at]):
            glosses = gloss_stems(texts[at]) if script(languages[1 - at]) in _WITH_CAPITALS else []
            sides.append([_beginnings(own) for own in glosses] or [set() for _ in texts[at]])
        else:
            sides.append([_beginnings(own) for own in words[at]])
    return sides


def _beginnings(words: Sequence[str]) -> set[str]:
    long = [fold(word) for word in words if len(word) >= MIN_LETTERS]
    found = {f"≈{word[:MIN_LETTERS]}" for word in long}
    return found | {f"≋{key[:MIN_CONSONANTS]}" for word in long if len(key := consonants_of(word)) >= MIN_CONSONANTS}


def _kept(left: Keys, right: Keys) -> tuple[Keys, Keys]:
    """Returns the keys that both sides have, in few of their blocks."""
    sides = (left, right)
    counts = [Counter(key for own in side for key in own) for side in sides]
    most = [max(MIN_BLOCKS, MAX_SHARE * len(side)) for side in sides]
    known = {
        key for key in counts[0].keys() & counts[1].keys() if counts[0][key] <= most[0] and counts[1][key] <= most[1]
    }
    return [own & known for own in left], [own & known for own in right]
