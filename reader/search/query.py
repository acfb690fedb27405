"""What a reader types into a search box, as terms. Every string is a query.

A query is a list of clauses, all of which must hold for a text in one language. A clause is a list of terms of which
one must stand in the text, or none if it is negated. ``page:`` and the like look at the place of the text instead.
"""

from __future__ import annotations

import re
from itertools import groupby

from reader.gate import clean_line
from reader.model.record import record
from reader.search.folding import fold, is_searchable
from reader.search.stemming import beginning_of_forms, stem
from reader.search.texts import TEXT_FIELDS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    Span = tuple[int, int]

MAX_QUERY_CHARS = 1000
MAX_TERMS = 32
FIRST_WITHOUT_WORD_SPACES = 0x2E80
"""The first code point of the scripts that put no spaces between words."""
PLACE_FIELDS = ("issue", "section", "tag", "page", "lang")
FIELDS = (*TEXT_FIELDS, *PLACE_FIELDS)
LITERAL, WORD, OPEN, READING = "literal", "word", "open", "reading"
MIN_OPEN_CHARS = 2
"""A single letter is a word, never the beginning of one."""
MIN_READING_CHARS = 3
MAX_JOINED_WORDS = 6

_PIECE = re.compile(r'((?:-(?!-))?)(?:([A-Za-z]+)[:：])?(?:"([^"]*)("?)|([^\s"]+))')
_RUN = re.compile(r"[^\W_]+")
_PINYIN = re.compile(r"[a-z]+\Z")


@record
class Term:
    """Something to look for, folded.

    A ``literal`` is found as it is written, its ends at ends of words where they are letters with word spaces. A
    ``word`` is found with its inflections, an ``open`` one as the beginning of words, a ``reading`` as the toneless
    pinyin of two characters or more.
    """

    text: str
    kind: str = LITERAL
    field: str = ""
    open_end: bool = False
    """Whether a literal may end inside a word."""
    anywhere: bool = False
    """Whether a literal may begin and end inside words."""


@record
class Clause:
    """Terms of which one must be found, or none if ``negated``."""

    terms: tuple[Term, ...]
    negated: bool = False


@record
class Place:
    """Where a text stands, as far as a query can ask for it: folded names by field, its page and language."""

    field: str
    names: Mapping[str, tuple[str, ...]]
    page: str
    language: str


@record
class Query:
    """Clauses that must all hold; none of them for a query that asks for nothing."""

    clauses: tuple[Clause, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """The terms that are to be found."""
        return tuple(term for clause in self.clauses if not clause.negated for term in clause.terms)

    @property
    def exact(self) -> str:
        """The folded text, if one text is all that is looked for, wherever it stands; else empty."""
        terms = self.terms
        alone = len(self.clauses) == len(terms) == 1 and terms[0] == Term(terms[0].text, anywhere=True)
        return terms[0].text if alone else ""

    def spans(self, folded: str, place: Place | None = None, reading: str = "") -> list[Span]:
        """Returns where the terms stand in a folded text, in order and apart; nothing unless all clauses hold.

        Args:
            folded: The text.
            place: Where it stands; without it, terms that ask for a place are passed over.
            reading: The pinyin of its Han characters with spaces between, if it has one.

        A query that asks for places alone finds an empty span at the beginning of each text that stands there.
        """
        found: list[Span] = []
        for clause in self.clauses:
            holds = False
            for term in clause.terms:
                if term.field in PLACE_FIELDS:
                    holds = holds or (stands_at(term, place) if place else not clause.negated)
                elif place is None or term.field in ("", place.field):
                    places = find(term, folded, reading)
                    holds = holds or bool(places)
                    found += [] if clause.negated else places
            if holds == clause.negated:
                return []
        return _merged(found) if found or not place or not self.clauses else [(0, 0)]


def find(term: Term, folded: str, reading: str = "") -> list[Span]:
    """Returns where a term stands in a folded text, in order and apart."""
    if term.kind == WORD:
        wanted, beginning = stem(term.text), beginning_of_forms(term.text)
        words = _words_from(beginning, folded) if beginning else _words(folded)
        return [(start, end) for word, start, end in words if word == term.text or stem(word) == wanted]
    if term.kind == OPEN:
        return [(start, end) for _, start, end in _words_from(term.text, folded)]
    if term.kind == READING:
        return _read(term.text, folded, reading, term.open_end) if reading else []
    return _literal(term, folded)


def stands_at(term: Term, place: Place) -> bool:
    """Whether a text that stands there is meant by a term of a place."""
    if term.field == "page":
        return fold(place.page) == term.text
    if term.field == "lang":
        from reader.model.language import matches

        return not place.language or matches(term.text, place.language)
    return is_called(term, place.names.get(term.field, ()))


def is_called(term: Term, names: Sequence[str]) -> bool:
    """Whether one of the folded names holds the term."""
    return any(find(term, name) for name in names)


# -- reading what was typed -----------------------------------------------------------------------------


def parse_query(written: str, typing: bool = False) -> Query:
    """Returns the query: words, ``"phrases"``, ``-not``, ``OR``, ``field:words``.

    Args:
        written: What was typed; of a longer text the first :data:`MAX_QUERY_CHARS` characters.
        typing: Whether the last word may go on.
    """
    text = fold(clean_line(written[:MAX_QUERY_CHARS]))
    original = clean_line(written[:MAX_QUERY_CHARS])
    clauses: list[Clause] = []
    joins = False
    count = 0
    plain: list[tuple[int, str]] = []
    for match in _PIECE.finditer(text):
        if original[match.start() : match.end()] == "OR":
            joins = bool(clauses)
            continue
        minus, field, phrase_text, closed, word = match.groups()
        if field is not None and field not in FIELDS:
            word = f"{field}:{phrase_text if word is None else word}"
            field = None
        goes_on = typing and match.end() == len(text)
        if word is None:
            terms = _phrase_terms(phrase_text, field or "", goes_on and not closed)
        else:
            terms = _word_terms(word, field or "", goes_on)
        if not terms or count + len(terms) > MAX_TERMS:
            joins = False
            continue
        count += len(terms)
        clause = Clause(terms, bool(minus))
        if joins and not clause.negated and clauses and not clauses[-1].negated:
            clauses[-1] = Clause((*clauses[-1].terms, *terms))
            plain = [entry for entry in plain if entry[0] != len(clauses) - 1]
        elif clause not in clauses:
            clauses.append(clause)
            if not field and not minus and terms[0].kind in (WORD, OPEN):
                plain.append((len(clauses) - 1, terms[0].text))
        joins = False
    if not any(not clause.negated for clause in clauses):
        return Query(())
    _add_readings(clauses, plain)
    return Query(tuple(clauses))


def phrase(written: str) -> Query:
    """Returns the query for exactly these words, as find in an article means them."""
    text = fold(clean_line(written[:MAX_QUERY_CHARS])).strip()
    return Query((Clause((Term(text, anywhere=True),)),) if text else ())


def term_of(text: str, field: str = "") -> Term:
    """Returns the term for a folded spelling."""
    return Term(text, WORD if _is_word(text) else LITERAL, field)


def _phrase_terms(text: str, field: str, goes_on: bool) -> tuple[Term, ...]:
    text = " ".join(text.split())
    return (Term(text, LITERAL, field, open_end=goes_on),) if is_searchable(text) else ()


def _word_terms(word: str, field: str, goes_on: bool) -> tuple[Term, ...]:
    open_end = goes_on or word.endswith("*")
    word = word.rstrip("*")
    if field == "page":
        return (Term(word, LITERAL, field),) if word else ()
    if field == "lang":
        return (Term(word.rstrip("-"), LITERAL, field),) if word.rstrip("-") else ()
    if not _is_word(word):
        word = _trimmed(word)
        return (Term(word, LITERAL, field, open_end=open_end),) if is_searchable(word) else ()
    return (Term(word, OPEN if open_end and len(word) >= MIN_OPEN_CHARS else WORD, field),)


def _trimmed(word: str) -> str:
    """Returns a word without the punctuation at its ends; a sign that means something, as in C++, stays."""
    return word.strip(",.;:!?()[]{}<>'，。；：！？、（）《》「」『』…")


def _add_readings(clauses: list[Clause], plain: list[tuple[int, str]]) -> None:
    """Lets words of Latin letters stand for pinyin as well, alone and joined with their neighbours."""
    for index, word in plain:
        if _PINYIN.match(word) and len(word) >= MIN_READING_CHARS:
            terms = clauses[index].terms
            clauses[index] = Clause((*terms, Term(_as_read(word), READING, open_end=terms[0].kind == OPEN)))
    words = [(index, word) for index, word in plain if _PINYIN.match(word)]
    if 1 < len(words) <= MAX_JOINED_WORDS and len(words) == len(clauses):
        open_end = clauses[words[-1][0]].terms[0].kind == OPEN
        joined = Term(_as_read("".join(word for _, word in words)), READING, open_end=open_end)
        for index, _ in words:
            clauses[index] = Clause((*clauses[index].terms, joined))


def _as_read(word: str) -> str:
    return word.replace("v", "u")  # no pinyin has a v; who cannot type ü types one


# -- the glossary -----------------------------------------------------------------------------------------


def with_spellings(query: Query, known: Callable[[Sequence[str]], Mapping[str, Iterable[str]]]) -> Query:
    """Returns the query with the other spellings of its terms: who asks for Peking finds 北京 and Beijing.

    Args:
        query: The query.
        known: Returns, for some folded spellings, those among them that a glossary has, each with all its spellings.
    """
    plain = [
        (index, clause.terms[0])
        for index, clause in enumerate(query.clauses)
        if not clause.negated and clause.terms[0].field not in PLACE_FIELDS and clause.terms[0].kind != READING
    ]
    runs = {
        " ".join(term.text for _, term in plain[start:end]): [index for index, _ in plain[start:end]]
        for start in range(len(plain))
        for end in range(start + 1, min(len(plain), start + MAX_JOINED_WORDS) + 1)
        if len({term.field for _, term in plain[start:end]}) == 1
    }
    clauses = list(query.clauses)
    for spelling, others in (known(tuple(runs)) if runs else {}).items():
        field = clauses[runs[spelling][0]].terms[0].field
        more = tuple(term_of(other, field) for other in sorted(others) if other != spelling and is_searchable(other))
        for index in runs[spelling]:
            clauses[index] = Clause(tuple(dict.fromkeys((*clauses[index].terms, *more))))
    return Query(tuple(clauses))


# -- finding in a text --------------------------------------------------------------------------------------


def _literal(term: Term, folded: str) -> list[Span]:
    text = term.text
    places = []
    start = folded.find(text)
    while start >= 0:
        end = start + len(text)
        if not term.anywhere and (
            (start and _is_latin(folded[start - 1]) and _is_latin(text[0]))
            or (not term.open_end and end < len(folded) and _is_latin(folded[end]) and _is_latin(text[-1]))
        ):
            end = start + 1  # torn out of a word
        else:
            places.append((start, end))
        start = folded.find(text, end)
    return places


def _read(wanted: str, folded: str, reading: str, open_end: bool) -> list[Span]:
    syllables = reading.split(" ")
    offsets = [k for k, c in enumerate(folded) if ord(c) >= FIRST_WITHOUT_WORD_SPACES and c.isalnum()]
    if len(offsets) != len(syllables):
        return []
    places: list[Span] = []
    for first in range(len(offsets)):
        read = ""
        for k in range(first, len(offsets)):
            if k > first and offsets[k] != offsets[k - 1] + 1:
                break
            read += syllables[k]
            if read == wanted or (open_end and read.startswith(wanted)):
                if k > first and (not places or offsets[first] >= places[-1][1]):
                    places.append((offsets[first], offsets[k] + 1))
                break
            if not wanted.startswith(read):
                break
    return places


def _words_from(beginning: str, folded: str) -> Iterator[tuple[str, int, int]]:
    """Yields the words that begin so, as :func:`_words` does; few texts have any, and most words are passed over."""
    start = folded.find(beginning)
    while start >= 0:
        end = start + len(beginning)
        if not start or not _is_latin(folded[start - 1]):
            while end < len(folded) and _is_latin(folded[end]):
                end += 1
            yield folded[start:end], start, end
        start = folded.find(beginning, end)


def _words(folded: str) -> Iterator[tuple[str, int, int]]:
    """Yields the words of a folded text in scripts that put spaces between them, each with its place."""
    for match in _RUN.finditer(folded):
        run, start = match.group(), match.start()
        if run.isascii():
            yield run, start, match.end()
            continue
        for is_word, of_run in groupby(run, _is_latin):
            word = "".join(of_run)
            if is_word:
                yield word, start, start + len(word)
            start += len(word)


def _is_word(text: str) -> bool:
    return text.isalnum() and all(map(_is_latin, text))


def _is_latin(character: str) -> bool:
    """Whether the folded character is of a script whose words have spaces between them."""
    return character.isalnum() and ord(character) < FIRST_WITHOUT_WORD_SPACES


def _merged(spans: list[Span]) -> list[Span]:
    spans.sort()
    merged = spans[:1]
    for start, end in spans[1:]:
        if start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
