"""What a reader types into a search box, as terms. Every string is a query."""

from __future__ import annotations

import re
from itertools import zip_longest

from reader.gate import clean_line
from reader.model.record import record
from reader.search.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.model.magazine import GlossaryEntry

MAX_QUERY_CHARS = 1000
MAX_TERMS = 32
FIRST_WITHOUT_WORD_SPACES = 0x2E80
"""The first code point of the scripts that put no spaces between words."""

_TERM = r'"([^"]*)"?|([^\s"]+)'


@record
class Query:
    """The folded terms that a text must all hold; none of them for a query that asks for nothing.

    With ``at_words`` a term that begins with a Latin letter or a digit stands only where a word begins.
    """

    terms: tuple[str, ...]
    at_words: bool = False
    also: tuple[tuple[str, ...], ...] = ()
    """For each term the other spellings that do as well; empty if there are none."""

    def spans(self, folded: str) -> list[tuple[int, int]]:
        """Returns where the terms stand in a folded text, in order and apart; nothing unless all of them do."""
        found: list[tuple[int, int]] = []
        for term, others in zip_longest(self.terms, self.also, fillvalue=()):
            places = [place for word in (term, *others) for place in _places(str(word), folded, self.at_words)]
            if not places:
                return []
            found += places
        return _merged(found)


def with_spellings(query: Query, glossary: Iterable[GlossaryEntry]) -> Query:
    """Returns the query with what an issue's glossary says of its terms: who asks for Peking finds 北京 and Beijing."""
    spellings = [
        {fold(word) for word in (entry.pinyin, *entry.also, *(prose.text for _, prose in entry.term.sides)) if word}
        for entry in glossary
    ]
    also = tuple(
        tuple(sorted(set().union(*(words for words in spellings if term in words)) - {term})) for term in query.terms
    )
    return Query(query.terms, query.at_words, also) if any(also) else query


def parse_query(written: str) -> Query:
    """Returns the query: words between spaces, and phrases between quotation marks."""
    text = fold(clean_line(written[:MAX_QUERY_CHARS]))
    terms = dict.fromkeys(" ".join((phrase or word).split()) for phrase, word in re.findall(_TERM, text))
    terms.pop("", None)
    return Query(tuple(terms)[:MAX_TERMS], at_words=True)


def phrase(written: str) -> Query:
    """Returns the query for exactly these words, as find in an article means them."""
    text = fold(clean_line(written[:MAX_QUERY_CHARS])).strip()
    return Query((text,) if text else ())


def _places(term: str, folded: str, at_words: bool) -> list[tuple[int, int]]:
    places = []
    start = folded.find(term)
    while start >= 0:
        end = start + len(term)
        if at_words and start and _is_latin(folded[start - 1]) and _is_latin(term[0]):
            end = start + 1  # inside a word
        else:
            places.append((start, end))
        start = folded.find(term, end)
    return places


def _is_latin(character: str) -> bool:
    """Whether the folded character is of a script whose words have spaces between them."""
    return character.isalnum() and ord(character) < FIRST_WITHOUT_WORD_SPACES


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    spans.sort()
    merged = spans[:1]
    for start, end in spans[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
