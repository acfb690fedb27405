"""Turns texts and terms into tokens of a full-text index, and queries into expressions of SQLite's FTS5.

Tokens are written with spaces between them, as FTS5's ``ascii`` tokenizer reads them. In scripts without word spaces
the tokens are the overlapping bigrams of each run of characters, and its ends: a substring of two or more
characters is found by its bigrams, a single character by the tokens that begin with it. In other scripts each word is a
token; inflections and beginnings of words are looked up in the index's list of words.

A token that begins with ``=`` is none of the text's words: it is a facet or the field of the text, a syllable of its
pinyin, a symbol, or a word pair. Word pairs are hashed to few numbers; with them a phrase of common words is found as
fast as one of rare words. The rows that tokens find are candidates: they include every hit, and are verified in the
text itself.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby, pairwise
from zlib import crc32

from reader.model.equivalence import fold, folding_table, settled
from reader.model.record import record
from reader.model.scripts import FIRST_EAST_ASIAN
from reader.search.folding import is_symbol
from reader.search.terms import FACETS, LITERAL, OPEN, READING, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Protocol

    from reader.search.query import Query
    from reader.search.terms import FieldOrFacet, Term

    class Vocabulary(Protocol):
        """The lists of an index that are looked up to make tokens of a term."""

        def inflections(self, word: str) -> Iterable[str]:
            """Returns the words of the index with the stem of a word."""

        def beginning(self, start: str, limit: int) -> list[str]:
            """Returns at most ``limit`` words of the index that begin with ``start``."""

        def names(self, term: Term) -> list[str]:
            """Returns the names, pages or languages that are meant by a term whose field is a facet."""


SIGN = "="
"""Begins the tokens that are not words of a text; no folded word contains it."""
MAX_SYLLABLE_CHARS = 6
READING_CHARS = 12
"""Length of the letters after a syllable that are a part of its token; the text itself has the others."""
MAX_WORDS_OF_A_TERM = 400
"""Number of words up to which the beginning of words is looked for as these words."""
PAIR_NUMBERS = 0o7777
"""Largest number of a word pair."""
FIRST_OF_PAIR = 5
"""Factor of the first word's number, so that a pair and its reverse have different numbers."""
MAX_KEPT_WORDS = 100_000
"""Number of words whose numbers are kept while indexing."""
_SPACE = 32
_SYMBOL_MARK = "\r"
"""Blank that translation tables make of a symbol: texts without it need not be searched for symbols."""


@record
class TextTokens:
    """The words of a text in scripts with word spaces, and the tokens of its other runs with spaces between them."""

    words: list[str]
    bigrams: str
    symbols: list[str]
    """The tokens of its symbols."""


class IndexedCharacters(dict[int, str]):
    """A translation table that keeps letters and digits of folded texts, and makes blanks of all other characters."""

    def __missing__(self, code: int) -> str:
        self[code] = found = _indexed(chr(code))
        return found


class FoldedAndIndexed(dict[int, str]):
    """A translation table that does the work of :func:`fold` and of :class:`IndexedCharacters` in one pass.

    Spaces stay until those beside characters without word spaces are left out, as :func:`fold` does.
    """

    def __missing__(self, code: int) -> str:
        self[code] = found = "".join(map(_indexed, folding_table()[code]))
        return found


def _indexed(folded: str) -> str:
    """Returns a letter, a digit or a space as it is, a mark for a symbol, and a line feed for another character."""
    if folded.isalnum() or folded == " ":
        return folded
    return _SYMBOL_MARK if is_symbol(folded) else "\n"


class SymbolTokens(dict[str, str]):
    """The tokens of symbols; empty for all other characters."""

    def __missing__(self, character: str) -> str:
        self[character] = found = f"{SIGN}s{ord(character):x}" if is_symbol(character) else ""
        return found


class WordNumbers(dict[str, int]):
    """The numbers of words from which those of word pairs are made; only the last words are kept."""

    def __missing__(self, word: str) -> int:
        if len(self) >= MAX_KEPT_WORDS:
            self.clear()
        self[word] = found = crc32(word.encode()) & PAIR_NUMBERS
        return found


@cache
def _indexed_characters() -> IndexedCharacters:
    return IndexedCharacters()


@cache
def _folded_and_indexed() -> FoldedAndIndexed:
    return FoldedAndIndexed()


@cache
def _symbol_tokens() -> SymbolTokens:
    return SymbolTokens()


@cache
def _word_numbers() -> WordNumbers:
    return WordNumbers()


@cache
def _pair_tokens() -> list[str]:
    """Returns the token of each number of a word pair."""
    return [f"{SIGN}{number:o}" for number in range(PAIR_NUMBERS + 1)]


@cache  # used for whole texts only: compiling patterns over most of Unicode takes longer than a query
def _unspaced_and_spaced() -> tuple[re.Pattern[str], re.Pattern[str]]:
    first = FIRST_EAST_ASIAN
    return re.compile(f"[{first}-\U0010ffff]+"), re.compile(f"[^{first}-\U0010ffff]+")


def tokens_of(text: str) -> TextTokens:
    """Returns the tokens of a text, folded."""
    if text.isascii():
        characters = fold(text).translate(_indexed_characters())
        return TextTokens(characters.split(), "", _symbols_in(text, characters))
    characters = settled(text.translate(_folded_and_indexed()))
    unspaced, spaced = _unspaced_and_spaced()
    words = unspaced.sub(" ", characters).split()
    return TextTokens(words, _bigrams(spaced.sub(" ", characters)), _symbols_in(text, characters))


def _symbols_in(text: str, characters: str) -> list[str]:
    return symbol_tokens(fold(text)) if _SYMBOL_MARK in characters else []


def symbol_tokens(folded: str) -> list[str]:
    """Returns the tokens of the symbols in a folded text, each once."""
    known = _symbol_tokens()
    return [token for character in sorted(set(folded)) if (token := known[character])]


def word_pair_tokens(words: list[str]) -> list[str]:
    """Returns the tokens of the pairs of words that follow each other.

    Their digits are octal, because FTS5's own hash of a token shifts by three bits a byte: it would take many tokens of
    other characters for one.
    """
    tokens = _pair_tokens()
    numbers = list(map(_word_numbers().__getitem__, words))
    return [tokens[(first * FIRST_OF_PAIR + second) & PAIR_NUMBERS] for first, second in pairwise(numbers)]


def spaced_words(text: str) -> list[str]:
    """Returns the words of a text in scripts that put spaces between them, folded."""
    return [run for is_unspaced, run in _runs(fold(text)) if not is_unspaced]


def unspaced_runs(text: str, folding: Callable[[str], str] = fold) -> list[str]:
    """Returns the runs of characters of scripts that put no spaces between words, folded."""
    return [run for is_unspaced, run in _runs(folding(text)) if is_unspaced]


def _runs(folded: str) -> Iterator[tuple[bool, str]]:
    for part in folded.translate(_indexed_characters()).split():
        for is_unspaced, run in groupby(part, lambda c: c >= FIRST_EAST_ASIAN):
            yield is_unspaced, "".join(run)


def _bigrams(runs: str) -> str:
    """Returns the bigrams of runs that are separated by spaces, and the characters before and after spaces."""
    from array import array

    codes = array("I", runs.encode("utf-32-le"))
    length = len(codes)
    tokens = array("I", (_SPACE,)) * (3 * length)
    tokens[0::3] = codes
    codes.append(_SPACE)
    tokens[1::3] = codes[1:]
    return tokens.tobytes().decode("utf-32-le")


def reading_tokens(text: str, reading: str) -> list[str]:
    """Returns the tokens of a text's pinyin: each syllable but the last of a run, with the letters that follow it.

    The two parts are kept apart because a match has two syllables or more, so it never ends within the first.
    """
    syllables = iter(reading.split(" "))
    runs = [[next(syllables, "") for _ in run] for run in unspaced_runs(text)]
    return [
        _reading_token(run[at], "".join(run[at + 1 : at + 1 + READING_CHARS]))
        for run in runs
        for at in range(len(run) - 1)
    ]


def _reading_token(syllable: str, rest: str) -> str:
    return f"{SIGN}y{syllable}{SIGN}{rest[:READING_CHARS]}"


def facet_token(facet: str, name: str) -> str:
    """Returns the token of a folded name of a facet."""
    return f"{SIGN}{facet[0]}{crc32(name.encode()):x}"


def field_token(field: FieldOrFacet) -> str:
    """Returns the token of the texts of a field."""
    return SIGN + field


def expression(query: Query, vocabulary: Vocabulary, heads: bool) -> str:
    """Returns the FTS5 expression whose rows include all hits of a query; empty if there can be none.

    Nothing of the query gets into it but folded letters and digits, each token between quotation marks.

    Args:
        query: The query.
        vocabulary: The words of the index.
        heads: Whether the rows are titles, decks, credits and captions; else they are passages.
    """
    parts = []
    for clause in query.clauses:
        if clause.negated:
            continue
        terms = [found for term in clause.terms if (found := _term(term, vocabulary, heads))]
        if not terms:
            return ""
        parts.append(terms[0] if len(terms) == 1 else f"({' OR '.join(dict.fromkeys(terms))})")
    return " AND ".join(parts)


def _term(term: Term, vocabulary: Vocabulary, heads: bool) -> str:
    if term.field in FACETS:
        return _any([f'"{facet_token(term.field, name)}"' for name in vocabulary.names(term)])
    if term.field and (term.field == "text") == heads:
        return ""
    found = _words(term, vocabulary, heads)
    return f'({found} AND "{field_token(term.field)}")' if found and term.field and heads else found


def _words(term: Term, vocabulary: Vocabulary, heads: bool) -> str:
    if term.kind == READING:
        return _any(_readings(term.text)) if heads and term.text.isalnum() else ""
    if term.kind == WORD:
        return _any([f'"{word}"' for word in dict.fromkeys((term.text, *vocabulary.inflections(term.text)))])
    if term.kind == OPEN:
        return _beginning(term.text, vocabulary)
    assert term.kind == LITERAL
    return _literal(term, vocabulary)


def _literal(term: Term, vocabulary: Vocabulary) -> str:
    words = spaced_words(term.text)
    ends_inside = term.open_end and bool(words) and term.text.endswith(words[-1])
    whole_words = words[: len(words) - ends_inside]
    found = [_run(run) for run in dict.fromkeys(unspaced_runs(term.text))]
    found += [f'"{token}"' for token in symbol_tokens(term.text)]
    found += [f'"{word}"' for word in dict.fromkeys(whole_words)]
    found += [f'"{pair}"' for pair in word_pair_tokens(whole_words)]
    if ends_inside:
        found.append(_beginning(words[-1], vocabulary))
    if not found or not all(found):
        return ""
    return found[0] if len(found) == 1 else f"({' AND '.join(found)})"


def _readings(text: str) -> list[str]:
    """Returns the expressions that find pinyin, one for each of its beginnings that may be the first syllable."""
    ends = range(1, min(MAX_SYLLABLE_CHARS, len(text) - 1) + 1)
    return [f'"{_reading_token(text[:end], text[end:])}" *' for end in ends]


def _run(run: str) -> str:
    if len(run) == 1:
        return f'"{run}" *'
    bigrams = dict.fromkeys(run[k : k + 2] for k in range(len(run) - 1))
    return " AND ".join(f'"{bigram}"' for bigram in bigrams)


def _beginning(start: str, vocabulary: Vocabulary) -> str:
    words = vocabulary.beginning(start, MAX_WORDS_OF_A_TERM + 1)
    if len(words) > MAX_WORDS_OF_A_TERM:
        return f'"{start}" *'
    return _any([f'"{word}"' for word in dict.fromkeys((start, *words))])


def _any(alternatives: list[str]) -> str:
    return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})" if alternatives else ""
