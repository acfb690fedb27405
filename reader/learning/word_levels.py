"""How hard and how frequent words are: the levels of HSK 3.0, uses in a corpus, English words by thousands.

The lists are read when the first word is asked for; their sources and licences are in ``data/README.md``.
"""

from __future__ import annotations

from functools import cache

from reader.learning.data_files import data_lines
from reader.learning.word_keys import key_of
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

HARDEST_LEVEL: Final = 7
"""The list of the levels 7 to 9 of HSK 3.0, which is one."""
BEYOND_LEVEL: Final = 8
"""Level of a word that is in no list of HSK."""
BEYOND_THOUSANDS: Final = 21
"""Number of the thousand of an English word that is in none."""


@record
class WordLevel:
    """The level of a Chinese word, and the number of its uses."""

    level: int
    zipf: int
    """Ten times the decimal logarithm of its uses in 10^9 words; 0 for a word that is not in the corpus."""


UNLISTED = WordLevel(BEYOND_LEVEL, 0)


def level_of(simplified: str) -> WordLevel:
    """Returns the level and the frequency of a word in simplified characters."""
    return _levels().get(simplified, UNLISTED)


def thousand_of(word: str) -> int:
    """Returns the number of the thousand of frequent English words that has a word in any form, from 1."""
    return _thousands().get(key_of(word), BEYOND_THOUSANDS)


@cache
def _levels() -> dict[str, WordLevel]:
    rows = (line.split("\t") for line in data_lines("levels.tsv.gz"))
    known: dict[tuple[str, str], WordLevel] = {}
    found = {}
    for word, level, zipf in rows:
        if (level, zipf) not in known:  # there are some hundred pairs
            known[level, zipf] = WordLevel(int(level or BEYOND_LEVEL), int(zipf or 0))
        found[word] = known[level, zipf]
    return found


@cache
def _thousands() -> dict[str, int]:
    return {word: number for number, line in enumerate(data_lines("english.txt.gz"), 1) for word in line.split()}
