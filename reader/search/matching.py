"""Finds a term in one folded text, and compares a term with the facets of a text."""

from __future__ import annotations

import re
from itertools import groupby

from reader.model.equivalence import fold
from reader.model.scripts import FIRST_EAST_ASIAN
from reader.search.folding import is_in_spaced_script
from reader.search.stemming import beginning_of_forms, stem
from reader.search.terms import OPEN, READING, WORD, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from reader.model.text import Extent
    from reader.search.terms import Facets

_ALPHANUMERIC = re.compile(r"[^\W_]+")


def find(term: Term, folded: str, reading: str = "") -> list[Extent]:
    """Returns the places of a term in a folded text, in order and without overlaps.

    Args:
        term: A term; its field is not looked at.
        folded: The text.
        reading: The pinyin of its Han characters with spaces between, if it has one.
    """
    places = _find(term, folded, reading)
    return _outside(places, term, folded) if term.longer and places else places


def _outside(places: list[Extent], term: Term, folded: str) -> list[Extent]:
    """Returns the places that are not inside a longer spelling."""
    longer = sorted(place for text in term.longer for place in _find_literal(Term(text), folded))
    outside = []
    furthest = count = 0
    for start, end in places:
        while count < len(longer) and longer[count][0] <= start:
            furthest = max(furthest, longer[count][1])
            count += 1
        if end > furthest:
            outside.append((start, end))
    return outside


def _find(term: Term, folded: str, reading: str) -> list[Extent]:
    if term.kind == WORD:
        wanted, beginning = stem(term.text), beginning_of_forms(term.text)
        words = _words_from(beginning, folded) if beginning else _words(folded)
        return [(start, end) for word, start, end in words if word == term.text or stem(word) == wanted]
    if term.kind == OPEN:
        return [(start, end) for _, start, end in _words_from(term.text, folded)]
    if term.kind == READING:
        return _find_reading(term.text, folded, reading, term.open_end) if reading else []
    return _find_literal(term, folded)


def has_facet(term: Term, facets: Facets) -> bool:
    """Whether a text with these facets is meant by a term whose field is a facet."""
    if term.field == "page":
        return fold(facets.page) == term.text
    if term.field == "lang":
        from reader.model.language import matches

        return not facets.language or matches(term.text, facets.language)
    return is_in_a_name(term, facets.names.get(term.field, ()))


def is_in_a_name(term: Term, names: Sequence[str]) -> bool:
    """Whether one of the folded names contains the term."""
    return any(find(term, name) for name in names)


def merged(spans: list[Extent]) -> list[Extent]:
    """Returns spans in order, with those that overlap joined; sorts the list."""
    spans.sort()
    found = spans[:1]
    for start, end in spans[1:]:
        if start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _find_literal(term: Term, folded: str) -> list[Extent]:
    text = term.text
    places = []
    start = folded.find(text)
    while start >= 0:
        end = start + len(text)
        if not term.anywhere and (
            (start and is_in_spaced_script(folded[start - 1]) and is_in_spaced_script(text[0]))
            or (
                not term.open_end
                and end < len(folded)
                and is_in_spaced_script(folded[end])
                and is_in_spaced_script(text[-1])
            )
        ):
            end = start + 1  # a part of a longer word
        else:
            places.append((start, end))
        start = folded.find(text, end)
    return places


def _find_reading(wanted: str, folded: str, reading: str, open_end: bool) -> list[Extent]:
    """Returns the places of adjoining characters, two or more, whose syllables together are ``wanted``."""
    syllables = reading.split(" ")
    offsets = [k for k, c in enumerate(folded) if c >= FIRST_EAST_ASIAN and c.isalnum()]
    if len(offsets) != len(syllables):
        return []
    places: list[Extent] = []
    for first in range(len(offsets)):
        joined = ""
        for last in range(first, len(offsets)):
            if last > first and offsets[last] != offsets[last - 1] + 1:
                break
            joined += syllables[last]
            if joined == wanted or (open_end and joined.startswith(wanted)):
                if last > first and (not places or offsets[first] >= places[-1][1]):
                    places.append((offsets[first], offsets[last] + 1))
                break
            if not wanted.startswith(joined):
                break
    return places


def _words_from(beginning: str, folded: str) -> Iterator[tuple[str, int, int]]:
    """Yields the words that begin so, as :func:`_words` does; most texts have none, and most words are passed over."""
    start = folded.find(beginning)
    while start >= 0:
        end = start + len(beginning)
        if not start or not is_in_spaced_script(folded[start - 1]):
            while end < len(folded) and is_in_spaced_script(folded[end]):
                end += 1
            yield folded[start:end], start, end
        start = folded.find(beginning, end)


def _words(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yields the words of a folded text in scripts that put spaces between them, each with its start and end."""
    for match in _ALPHANUMERIC.finditer(folded):
        found, start = match.group(), match.start()
        if found.isascii():
            yield found, start, match.end()
            continue
        for is_word, characters in groupby(found, is_in_spaced_script):
            word = "".join(characters)
            if is_word:
                yield word, start, start + len(word)
            start += len(word)
