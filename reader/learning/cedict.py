"""The text of a dictionary in the format of CC-CEDICT: a line an entry. Pure.

The format is described at the head of CC-CEDICT itself: ``TRADITIONAL SIMPLIFIED [PINYIN] /SENSE/SENSE/``; a line that
begins with ``#`` is a comment. A sense that begins with ``CL:`` has the classifiers of the word.
"""

from __future__ import annotations

import re

from reader.gate import clean_line
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_LINE_CHARS = 20_000
"""Longest line of a dictionary; longer ones are passed over."""
MAX_WORD_CHARS = 60
"""Longest headword."""
CLASSIFIERS = "CL:"
_LINE = re.compile(r"(\S+) (\S+) \[\[?([^\]]*)\]\]? /(.*)/\s*")
_REFERENCE = re.compile(r"([^\s,|\[\]]+)(?:\|([^\s,|\[\]]+))?\[([^\]]*)\]")


@record
class Classifier:
    """A word that counts others."""

    traditional: str
    simplified: str
    pinyin: str


@record
class DictionaryEntry:
    """A headword with one reading, and its senses."""

    traditional: str
    simplified: str
    pinyin: str
    """Syllables with numbers for tones."""
    senses: tuple[str, ...]
    classifiers: tuple[Classifier, ...] = ()

    @property
    def is_name(self) -> bool:
        """Whether it is a surname or another proper noun."""
        return self.pinyin[:1].isupper()

    @property
    def is_reference(self) -> bool:
        """Whether its only sense is another word: it is a variant of that."""
        return len(self.senses) == 1 and "variant of" in self.senses[0]

    @property
    def is_part(self) -> bool:
        """Whether its only sense is a list of the words that it is a part of."""
        return len(self.senses) == 1 and self.senses[0].startswith("used in ")


def entry_of(line: str) -> DictionaryEntry | None:
    """Returns the entry of a line; None for a comment, and for one that is no entry."""
    if line.startswith("#") or len(line) > MAX_LINE_CHARS:
        return None
    found = _LINE.fullmatch(line)
    if not found or len(found[1]) > MAX_WORD_CHARS or len(found[2]) > MAX_WORD_CHARS:
        return None
    traditional, simplified, pinyin = (clean_line(found[k]) for k in (1, 2, 3))
    return DictionaryEntry(traditional, simplified, pinyin, *senses_of(found[4]))


def entries(lines: Iterable[str]) -> Iterator[DictionaryEntry]:
    """Yields the entries of lines, in their order."""
    for line in lines:
        if found := entry_of(line):
            yield found


def senses_of(written: str) -> tuple[tuple[str, ...], tuple[Classifier, ...]]:
    """Returns the senses, and the classifiers, of the part of a line between its first and its last stroke."""
    parts = [sense for part in written.split("/") if (sense := clean_line(part).strip())]
    classifiers = tuple(
        Classifier(found[1], found[2] or found[1], found[3])
        for part in parts
        if part.startswith(CLASSIFIERS)
        for found in _REFERENCE.finditer(part[len(CLASSIFIERS) :])
    )
    return tuple(part for part in parts if not part.startswith(CLASSIFIERS)), classifiers
