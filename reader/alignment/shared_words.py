"""Words that two languages without a dictionary share: Chinese names in pinyin, and words of one origin. Pure."""

from __future__ import annotations

import re
from collections import Counter

from reader.model.equivalence import fold
from reader.model.language import is_ideographic, matches
from reader.model.scripts import HAN

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    Marks = list[frozenset[str]]

MIN_LETTERS = 5
"""Letters at the beginning of two words that show one origin, where all of them are alike."""
MAX_SHARE = 0.25
"""Share of the blocks of a side above which a beginning is too common to tell blocks apart."""
MIN_BLOCKS = 3
"""Blocks of a side that a beginning may be in, however few there are."""
NAME_SYLLABLES = (2, 3)
"""Syllables of a part of a name in pinyin that is written as one word."""
_HAN_RUN = re.compile(f"[{HAN}]+")
_WORD = re.compile(r"[^\W\d_]+")
_NAME = re.compile(r"[A-Z][A-Za-zü]+(?:['’][a-zü]+)?")


def shared_words(left: Sequence[str], right: Sequence[str], languages: tuple[str, str]) -> tuple[Marks, Marks]:
    """Returns the marks of the blocks of two sides beyond their numbers; none where the languages share no letters."""
    if matches("zh", languages[0]) and not is_ideographic(languages[1]):
        return _names(left, right)
    if not any(map(is_ideographic, languages)):
        return _beginnings(left, right)
    return [frozenset()] * len(left), [frozenset()] * len(right)


def _names(han: Sequence[str], latin: Sequence[str]) -> tuple[Marks, Marks]:
    """Returns the names that Chinese blocks have, as other blocks write them in pinyin."""
    from reader.search.readings import toneless_pinyin

    second = [frozenset(_plain(name) for name in _NAME.findall(text)) for text in latin]
    known = frozenset[str]().union(*second)
    first = []
    for text in han if known else ():
        found: set[str] = set()
        for run in _HAN_RUN.findall(text):
            syllables = toneless_pinyin(run).split()
            found |= {
                "".join(syllables[at : at + count])
                for count in NAME_SYLLABLES
                for at in range(len(syllables) - count + 1)
            }
        first.append(frozenset(f"~{name}" for name in found & known))
    both = frozenset[str]().union(*first)
    return first or [frozenset()] * len(han), [frozenset(f"~{name}" for name in own) & both for own in second]


def _plain(name: str) -> str:
    return fold(name).replace("'", "").replace("’", "")


def _beginnings(left: Sequence[str], right: Sequence[str]) -> tuple[Marks, Marks]:
    """Returns the beginnings of long words that both sides have, in few of their blocks."""
    sides = [
        [{word[:MIN_LETTERS] for word in _WORD.findall(fold(text)) if len(word) >= MIN_LETTERS} for text in side]
        for side in (left, right)
    ]
    counts = [Counter(beginning for block in side for beginning in block) for side in sides]
    most = [max(MIN_BLOCKS, MAX_SHARE * len(side)) for side in sides]
    known = {
        each
        for each in counts[0].keys() & counts[1].keys()
        if counts[0][each] <= most[0] and counts[1][each] <= most[1]
    }
    marked = [[frozenset(f"≈{each}" for each in block & known) for block in side] for side in sides]
    return marked[0], marked[1]
