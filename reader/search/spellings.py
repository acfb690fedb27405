"""The other spellings of terms, from the glossaries of issues: a search for Peking finds 北京 and Beijing."""

from __future__ import annotations

from reader.model.equivalence import fold
from reader.model.record import replace
from reader.search.folding import is_searchable
from reader.search.matching import find
from reader.search.query import MAX_JOINED_WORDS, Query, term_of
from reader.search.terms import FACETS, READING, Clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Protocol

    from reader.model.magazine import GlossaryEntry
    from reader.search.terms import Term

    class Spellings(Protocol):
        """The folded spellings of some glossaries."""

        def spellings(self, wanted: Sequence[str]) -> Mapping[str, Iterable[str]]:
            """Returns, for some spellings, those among them that a glossary has, each with all its spellings."""

        def longer(self, spelling: str) -> Iterable[str]:
            """Returns the spellings that contain one, and more."""

    Pinyin = Callable[[str], str]
    """Returns the toneless pinyin of a text."""

MAX_ADDED_TERMS = 200
"""Maximum number of other spellings that are looked for with the words of a query, for each the shortest ones."""
MAX_SPELLING_CHARS = 200
"""Maximum length of another spelling that is looked for."""
MAX_LONGER_SPELLINGS = 200
"""Maximum number of longer spellings in which an added one is not found, for each the shortest ones."""


def with_spellings(query: Query, glossaries: Spellings) -> Query:
    """Returns the query with the other spellings of its terms, and of several terms in a row.

    A spelling that is added is not found inside a longer one: 泉 for *spring* is none in 泉州, if that is a term, too.
    """
    plain = [
        (index, clause.terms[0])
        for index, clause in enumerate(query.clauses)
        if not clause.negated and clause.terms[0].field not in FACETS and clause.terms[0].kind != READING
    ]
    indices_of = {
        " ".join(term.text for _, term in plain[start:end]): [index for index, _ in plain[start:end]]
        for start in range(len(plain))
        for end in range(start + 1, min(len(plain), start + MAX_JOINED_WORDS) + 1)
        if len({term.field for _, term in plain[start:end]}) == 1
    }
    for spelling, indices in list(indices_of.items()):
        if "'" in spelling:
            indices_of.setdefault(spelling.replace("'", "").replace(" ", ""), indices)  # xi'an is xian in a glossary
    clauses = list(query.clauses)
    groups = glossaries.spellings(tuple(indices_of)) if indices_of else {}
    left = MAX_ADDED_TERMS
    for spelling in filter(groups.__contains__, indices_of):
        field = clauses[indices_of[spelling][0]].terms[0].field
        usable = (other for other in groups[spelling] if other != spelling and len(other) <= MAX_SPELLING_CHARS)
        added = sorted(_shortest(left, filter(is_searchable, usable)))
        left -= len(added)
        more = tuple(_outside_longer(term_of(other, field), glossaries) for other in added)
        for index in indices_of[spelling]:
            clauses[index] = Clause(tuple(dict.fromkeys((*clauses[index].terms, *more))))
    return Query(tuple(clauses), query.chains)


def _outside_longer(term: Term, glossaries: Spellings) -> Term:
    """Returns a term that is not found inside the longer spellings in which it would be."""
    around = (other for other in glossaries.longer(term.text) if len(other) <= MAX_SPELLING_CHARS and find(term, other))
    return replace(term, longer=tuple(sorted(_shortest(MAX_LONGER_SPELLINGS, around))))


def _shortest(count: int, words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (len(word), word))[:count]


class GlossarySpellings:
    """The spellings of some entries, as :func:`with_spellings` asks for them."""

    def __init__(self, entries: Iterable[GlossaryEntry], pinyin: Pinyin | None = None) -> None:
        self._groups_of: dict[str, list[frozenset[str]]] = {}
        for entry in entries:
            group = spellings(entry, pinyin)
            for spelling in group:
                self._groups_of.setdefault(spelling, []).append(group)

    def spellings(self, wanted: Sequence[str]) -> dict[str, set[str]]:
        """Returns, for those of some spellings that the entries have, all spellings of the same term."""
        return {word: set[str]().union(*self._groups_of[word]) for word in wanted if word in self._groups_of}

    def longer(self, spelling: str) -> set[str]:
        """Returns the spellings that contain one, and more."""
        return {word for word in self._groups_of if spelling in word and spelling != word}


def spellings(entry: GlossaryEntry, pinyin: Pinyin | None = None) -> frozenset[str]:
    """Returns all ways to write a term of a glossary, folded; its pinyin with and without spaces.

    Args:
        entry: The term.
        pinyin: Gives the pinyin where the entry has none; without it such entries are not found by pinyin.
    """
    words = {fold(word) for word in (*entry.also, *(prose.text for _, prose in entry.term.sides)) if word}
    readings = {fold(entry.pinyin)} if entry.pinyin else {pinyin(word) for word in words} if pinyin else set()
    joined = {reading.replace(" ", "").replace("'", "") for reading in readings}
    return frozenset(filter(is_searchable, words | readings | joined))
