"""The other spellings of terms, from the glossaries of issues: a search for Peking finds 北京 and Beijing."""

from __future__ import annotations

from heapq import nsmallest

from reader.model.equivalence import fold
from reader.search.folding import is_searchable
from reader.search.query import MAX_JOINED_WORDS, Query, term_of
from reader.search.terms import FACETS, READING, Clause

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from reader.model.magazine import GlossaryEntry

    Known = Callable[[Sequence[str]], Mapping[str, Iterable[str]]]
    """Returns, for some folded spellings, those among them that a glossary has, each with all its spellings."""
    Pinyin = Callable[[str], str]
    """Returns the toneless pinyin of a text."""

MAX_ADDED_TERMS = 200
"""Maximum number of other spellings that are looked for with the words of a query, for each the shortest ones."""
MAX_SPELLING_CHARS = 200
"""Maximum length of another spelling that is looked for."""


def with_spellings(query: Query, known: Known) -> Query:
    """Returns the query with the other spellings of its terms, and of several terms in a row."""
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
    groups = known(tuple(indices_of)) if indices_of else {}
    left = MAX_ADDED_TERMS
    for spelling in filter(groups.__contains__, indices_of):
        field = clauses[indices_of[spelling][0]].terms[0].field
        usable = (other for other in groups[spelling] if other != spelling and len(other) <= MAX_SPELLING_CHARS)
        added = sorted(nsmallest(left, filter(is_searchable, usable), key=lambda other: (len(other), other)))
        left -= len(added)
        more = tuple(term_of(other, field) for other in added)
        for index in indices_of[spelling]:
            clauses[index] = Clause(tuple(dict.fromkeys((*clauses[index].terms, *more))))
    return Query(tuple(clauses), query.chains)


def glossary_of(entries: Iterable[GlossaryEntry], pinyin: Pinyin | None = None) -> Known:
    """Returns the spellings of some entries as :func:`with_spellings` asks for them."""
    groups_of: dict[str, list[frozenset[str]]] = {}
    for entry in entries:
        group = spellings(entry, pinyin)
        for spelling in group:
            groups_of.setdefault(spelling, []).append(group)

    def known(wanted: Sequence[str]) -> dict[str, set[str]]:
        return {word: set[str]().union(*groups_of[word]) for word in wanted if word in groups_of}

    return known


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
