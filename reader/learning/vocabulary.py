"""The reader's vocabulary: words that the reader has judged or kept, else those up to the reader's level."""

from __future__ import annotations

from reader.learning.known_words import JudgedWord
from reader.learning.word_keys import key_of
from reader.learning.word_levels import HARDEST_LEVEL, level_of, thousand_of
from reader.marks.mark import WORD
from reader.model.record import record
from reader.model.scripts import is_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.marks.mark import Mark


@record
class ReaderLevel:
    """The words that a reader knows unless judged otherwise."""

    hsk: int = 4
    """Level of HSK 3.0 up to which Chinese words are known; 0 if none is."""
    thousands: int = 4
    """Number of thousands of the most frequent English words that are known; 0 if none is."""


class ReaderVocabulary:
    """Tells whether the reader knows a word."""

    def __init__(self, judged: Mapping[str, JudgedWord], level: ReaderLevel) -> None:
        """Takes the judged words by their keys, and the level for all others."""
        self._judged, self._level = judged, level

    def knows(self, word: str, simplified: str = "") -> bool:
        """Whether the reader knows a word; ``simplified`` is a Chinese one's form in simplified characters."""
        if found := self._judged.get(key_of(word)):
            return found.is_known
        if any(map(is_han, word)):
            return level_of(simplified or word).level <= min(self._level.hsk, HARDEST_LEVEL)
        return thousand_of(word) <= self._level.thousands


def with_kept(judged: Mapping[str, JudgedWord], marks: Iterable[Mark]) -> dict[str, JudgedWord]:
    """Returns the judged words with the kept ones among marks: a word that was kept later is one to learn."""
    found = dict(judged)
    for mark in marks:
        word = JudgedWord(mark.text, is_known=False, changed=mark.made)
        if mark.kind == WORD and word.key and (word.key not in found or found[word.key].changed < word.changed):
            found[word.key] = word
    return dict(sorted(found.items()))
