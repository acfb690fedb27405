"""Queries: parses the text of a search box, and holds a query against a text. Every string is a query.

A query is a list of clauses, all of which must hold for a text in one language. A clause is a list of terms of which
one must be found in the text, or none if it is negated. ``page:`` and other facets look at the place of the text
instead.
"""

from __future__ import annotations

import re
from functools import cache

from reader.gate import clean_line
from reader.model.equivalence import QUOTATION_MARKS, fold, source_spans
from reader.model.record import record
from reader.search.folding import is_in_spaced_script, is_searchable
from reader.search.matching import find, has_facet, merged
from reader.search.terms import FACETS, LITERAL, OPEN, READING, TEXT_FIELDS, WORD, Clause, Term

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.model.text import Extent
    from reader.search.terms import Facets, FieldOrFacet

MAX_QUERY_CHARS = 1000
MAX_TERMS = 32
MIN_OPEN_CHARS = 2
"""Length from which on a term may be the beginning of words; a single letter is a word."""
MIN_READING_CHARS = 3
"""Length from which on a word of Latin letters is looked for as pinyin, too."""
MAX_JOINED_WORDS = 6
"""Number of words that are joined to one reading or one spelling of a glossary."""

_PART = re.compile(r'((?:-(?!-))?)(?:([A-Za-z]+)[:：])?(?:"([^"]*)("?)|([^\s"]+))')
"""A sign of negation, a field, and a phrase (with its closing quotation mark, if there is one) or a word."""
_PINYIN = re.compile(r"[a-z](?:[a-z]|(?<=u):|'(?=[a-z]))*\Z")
_FIELDS: dict[str, FieldOrFacet] = {name: name for name in (*TEXT_FIELDS, *FACETS)}


@record
class Query:
    """Clauses that must all hold; there are none in a query that asks for nothing."""

    clauses: tuple[Clause, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that are to be found."""
        return tuple(term for clause in self.clauses if not clause.negated for term in clause.terms)

    @property
    def exact(self) -> str:
        """The folded text, if the query looks for one text anywhere; else empty."""
        terms = self.terms
        alone = len(self.clauses) == len(terms) == 1 and terms[0] == Term(terms[0].text, anywhere=True)
        return terms[0].text if alone else ""

    def spans(self, text: str, facets: Facets | None = None, reading: str = "") -> list[Extent]:
        """Returns the places of the terms in a text, in order and without overlaps.

        There are none unless all clauses hold. A query of facets alone finds an empty span at the beginning of each
        text that has them.

        Args:
            text: The text.
            facets: Its facets; without them, terms that ask for a facet are passed over.
            reading: The pinyin of its Han characters with spaces between, if it has one.
        """
        folded = fold(text)
        found: list[Extent] = []
        for clause in self.clauses:
            holds = False
            for term in clause.terms:
                if term.field in FACETS:
                    holds = holds or (has_facet(term, facets) if facets else not clause.negated)
                elif facets is None or term.field in ("", facets.field):
                    places = find(term, folded, reading)
                    holds = holds or bool(places)
                    found += [] if clause.negated else places
            if holds == clause.negated:
                return []
        if found or not facets or not self.clauses:
            return merged(source_spans(text, merged(found)))
        return [(0, 0)]


def parse_query(written: str, typing: bool = False) -> Query:
    """Returns the query of a text: words, ``"phrases"``, ``-not``, ``OR``, ``field:words``.

    Args:
        written: The text; only its first :data:`MAX_QUERY_CHARS` characters are read.
        typing: Whether the last word may be continued.
    """
    original = clean_line(written[:MAX_QUERY_CHARS])
    text = original.translate(_syntax())
    clauses: list[Clause] = []
    after_or = False
    count = 0
    plain: list[tuple[int, str]] = []
    for match in _PART.finditer(text):
        if original[match.start() : match.end()] == "OR":
            after_or = bool(clauses)
            continue
        terms, pinyin = _terms_of(match, typing and match.end() == len(text))
        if not terms or count + len(terms) > MAX_TERMS:
            after_or = False
            continue
        count += len(terms)
        clause = Clause(terms, bool(match[1]))
        if after_or and not clause.negated and clauses and not clauses[-1].negated:
            clauses[-1] = Clause((*clauses[-1].terms, *terms))
            plain = [word for word in plain if word[0] != len(clauses) - 1]
        elif clause not in clauses:
            clauses.append(clause)
            if pinyin and not clause.negated:
                plain.append((len(clauses) - 1, pinyin))
        after_or = False
    if not any(not clause.negated for clause in clauses):
        return Query(())
    _add_readings(clauses, plain)
    return Query(tuple(clauses))


def phrase(written: str) -> Query:
    """Returns the query for exactly this text, as a search in one article means it."""
    text = fold(clean_line(written[:MAX_QUERY_CHARS])).strip()
    return Query((Clause((Term(text, anywhere=True),)),) if text else ())


def term_of(text: str, field: FieldOrFacet = "") -> Term:
    """Returns the term for a folded spelling."""
    return Term(text, WORD if _is_word(text) else LITERAL, field)


def _terms_of(part: re.Match[str], is_open: bool) -> tuple[tuple[Term, ...], str]:
    """Returns the terms of a part of a query, and the word as pinyin; none and empty if it is nothing of the kind.

    Args:
        part: A match of :data:`_PART`.
        is_open: Whether the reader may still be typing it.
    """
    _, name, phrase_text, closing, word = part.groups()
    field = _FIELDS.get((name or "").lower(), "")
    if name and not field:
        word = f"{name}:{phrase_text if word is None else word}"
    if word is None:
        return _phrase_terms(fold(phrase_text), field, is_open and not closing), ""
    folded = fold(word)
    return _word_terms(folded, field, is_open), "" if field else as_pinyin(folded.rstrip("*"))


def _phrase_terms(text: str, field: FieldOrFacet, open_end: bool) -> tuple[Term, ...]:
    text = " ".join(text.split())
    return (Term(text, LITERAL, field, open_end=open_end),) if is_searchable(text) else ()


def _word_terms(word: str, field: FieldOrFacet, is_open: bool) -> tuple[Term, ...]:
    open_end = is_open or word.endswith("*")
    word = word.rstrip("*")
    if field == "page":
        return (Term(word, LITERAL, field),) if word else ()
    if field == "lang":
        return (Term(word.rstrip("-"), LITERAL, field),) if word.rstrip("-") else ()
    if not _is_word(word):
        word = _without_punctuation(word)
        return (Term(word, LITERAL, field, open_end=open_end),) if is_searchable(word) else ()
    return (Term(word, OPEN if open_end and len(word) >= MIN_OPEN_CHARS else WORD, field),)


def _is_word(text: str) -> bool:
    return text.isalnum() and all(map(is_in_spaced_script, text))


def _without_punctuation(word: str) -> str:
    """Returns a word without the punctuation at its ends; signs that have a meaning, as in C++, stay."""
    return word.strip(",.;:!?()[]{}<>'，。；：！？、（）《》「」『』…")


def _add_readings(clauses: list[Clause], plain: list[tuple[int, str]]) -> None:
    """Adds pinyin to the clauses of words of Latin letters: of each word, and of all words joined.

    Args:
        clauses: The clauses.
        plain: The indices of clauses that are one word without a field, with the word as pinyin.
    """
    for index, word in plain:
        if len(word) >= MIN_READING_CHARS:
            terms = clauses[index].terms
            clauses[index] = Clause((*terms, Term(word, READING, open_end=_is_open(terms[0]))))
    if 1 < len(plain) <= MAX_JOINED_WORDS and len(plain) == len(clauses):
        open_end = _is_open(clauses[plain[-1][0]].terms[0])
        joined = Term("".join(word for _, word in plain), READING, open_end=open_end)
        for index, _ in plain:
            clauses[index] = Clause((*clauses[index].terms, joined))


def _is_open(term: Term) -> bool:
    return term.kind == OPEN or term.open_end


def as_pinyin(folded: str) -> str:
    """Returns a folded word as toneless pinyin, without apostrophes and with ``u`` for ü; empty if it is none.

    Pinyin has no v: it is typed in the place of ü, as ``u:`` is.
    """
    return folded.replace("'", "").replace(":", "").replace("v", "u") if _PINYIN.match(folded) else ""


@cache
def _syntax() -> dict[int, str]:
    """Returns a table by which signs of the language of queries are read in full width and in curly quotes, too."""
    signs = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    return {**signs, **dict.fromkeys(map(ord, QUOTATION_MARKS), '"'), 0x3000: " "}
