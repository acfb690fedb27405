"""Reading times, from the number of Han characters and of words, for which readers' speeds differ.

Rates: adults read about 260 Chinese characters and 240 English words a minute silently
(Brysbaert 2019 for English, 238; Wang et al. 2018 for Chinese, 259).
"""

from __future__ import annotations

import re

from reader.model.record import record
from reader.model.scripts import is_han, is_kana

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

HAN_PER_MINUTE = 260
WORDS_PER_MINUTE = 240

_HAN_SIGN = "\0"
"""Replacement of each Han character before counting."""
_WORD = r"[^\W_]+(?:['’-][^\W_]+)*"
"""Pattern of a word, where Han characters and kana have been replaced."""


@record
class Count:
    """Size of a text: Han characters, and words of other scripts."""

    han: int = 0
    words: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.han + other.han, self.words + other.words)

    @property
    def minutes(self) -> float:
        """Reading time in minutes."""
        return self.han / HAN_PER_MINUTE + self.words / WORDS_PER_MINUTE


def count(text: str) -> Count:
    """Counts the Han characters and the words of a text."""
    if text.isascii():
        return Count(0, len(re.findall(_WORD, text)))
    apart = text.translate(_APART)
    return Count(apart.count(_HAN_SIGN), len(re.findall(_WORD, apart)))


def minutes(texts: Iterable[str], whole_chars: int = 0) -> float:
    """Returns the reading time of texts in minutes.

    Args:
        texts: The texts, or a sample of them.
        whole_chars: The number of characters of all texts; that of ``texts`` if they are no more.
    """
    found, counted = Count(), 0
    for text in texts:
        found += count(text)
        counted += len(text)
    return found.minutes * max(counted, whole_chars) / counted if counted else 0.0


class _Apart(dict[int, int | str]):
    """A translation table that is filled in as characters occur: it replaces Han characters and kana.

    Compiling a pattern with the same ranges takes longer than counting several articles.
    """

    def __missing__(self, code: int) -> int | str:
        character = chr(code)
        apart = is_kana(character) or character == _HAN_SIGN
        self[code] = found = _HAN_SIGN if is_han(character) else " " if apart else code
        return found


_APART = _Apart()
