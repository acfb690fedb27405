"""Texts and terms as tokens of the index: words between spaces, which SQLite's ``ascii`` tokenizer takes as they are.

A run of Chinese characters is its overlapping pairs, and its ends by themselves, so that any substring of two or more
is found by its pairs, and a single character by the tokens that begin with it. A word of other scripts is one token;
inflections and beginnings are looked up in the index's list of words. A token that begins with ``=`` tells where a text
stands, or that two words stand beside each other, so that a phrase of common words is found as fast as a rare one: a
number for all pairs, some of which share one. What the tokens find is verified in the text: they never leave a hit out,
but may name too many.
"""

from __future__ import annotations

import re
from binascii import crc32
from functools import cache
from itertools import groupby, pairwise

from reader.search.folding import fold
from reader.search.query import FIRST_WITHOUT_WORD_SPACES, LITERAL, OPEN, PLACE_FIELDS, READING, WORD

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.search.query import Query, Term

MARK = "="
"""Begins the tokens that are not words of a text; no folded text has it inside a word."""
MAX_SYLLABLE_CHARS = 6
READING_CHARS = 12
"""Of what is read after a syllable so much is in its token; the text itself tells the rest."""
MAX_WORDS_OF_A_TERM = 400
"""A beginning of more words than these is looked up in the index as a beginning."""
PAIR_NUMBERS = 0o7777
_SPACE = 32


class _Kept(dict[int, str]):
    """A translation table that folds letters and digits and makes all else a space."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = kept = folded if folded.isalnum() else " "
        return kept


_KEPT = _Kept()


@cache  # compiled for whole texts only: over so many characters that takes longer than a query
def _in_runs_and_in_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    first = chr(FIRST_WITHOUT_WORD_SPACES)
    return re.compile(f"[{first}-\U0010ffff]+"), re.compile(f"[^{first}-\U0010ffff]+")


def tokens_of(text: str) -> tuple[list[str], str]:
    """Returns the words of a text in scripts that put spaces between them, and the tokens of its runs, spaced."""
    kept = text.translate(_KEPT)
    if text.isascii():
        return kept.split(), ""
    in_runs, in_words = _in_runs_and_in_words()
    return in_runs.sub(" ", kept).split(), _pairs(in_words.sub(" ", kept))


def neighbours(words: list[str]) -> list[str]:
    """Returns the tokens of the pairs of words that follow each other in a list.

    Octal digits, because SQLite's own hash of a token shifts by three bits a byte: of others it would see many as one.
    """
    return [f"{MARK}{crc32(f'{first} {second}'.encode()) & PAIR_NUMBERS:o}" for first, second in pairwise(words)]


def words_of(text: str) -> list[str]:
    """Returns the words of a text in scripts that put spaces between them, folded."""
    return [piece for is_run, piece in _apart(text) if not is_run]


def runs_of(text: str) -> list[str]:
    """Returns the runs of Chinese characters, folded."""
    return [piece for is_run, piece in _apart(text) if is_run]


def _apart(text: str) -> Iterator[tuple[bool, str]]:
    for together in text.translate(_KEPT).split():
        for is_run, piece in groupby(together, lambda c: ord(c) >= FIRST_WITHOUT_WORD_SPACES):
            yield is_run, "".join(piece)


def _pairs(runs: str) -> str:
    """Returns the tokens of runs between spaces."""
    from array import array

    codes = array("I", runs.encode("utf-32-le"))
    length = len(codes)
    tokens = array("I", (_SPACE,)) * (3 * length)
    tokens[0::3] = codes
    codes.append(_SPACE)
    tokens[1::3] = codes[1:]
    return tokens.tobytes().decode("utf-32-le")


def reading_tokens(text: str, reading: str) -> list[str]:
    """Returns the tokens of a text's pinyin: each syllable, and the beginning of what follows it.

    The two are kept apart because a match has two syllables or more: what is looked for is never all in the first.
    """
    syllables = iter(reading.split(" "))
    runs = [[next(syllables, "") for _ in run] for run in runs_of(text)]
    return [
        _reading_token(run[at], "".join(run[at + 1 : at + 1 + READING_CHARS]))
        for run in runs
        for at in range(len(run) - 1)
    ]


def _reading_token(syllable: str, rest: str) -> str:
    return f"{MARK}y{syllable}{MARK}{rest[:READING_CHARS]}"


def place_token(field: str, name: str) -> str:
    """Returns the token of a folded name: the issue's, the section's, a tag, a page, a language."""
    return f"{MARK}{field[0]}{crc32(name.encode()):x}"


def field_token(field: str) -> str:
    """Returns the token of the texts of a field."""
    return MARK + field


class Vocabulary:
    """What has to be looked up to make tokens of a term."""

    def inflections(self, word: str) -> Iterable[str]:
        """Returns the words of the index with the same stem."""
        raise NotImplementedError

    def beginning(self, start: str, limit: int) -> list[str]:
        """Returns at most ``limit`` words of the index that begin so."""
        raise NotImplementedError

    def names(self, term: Term) -> list[str]:
        """Returns the names, pages or languages that a term of a place means."""
        raise NotImplementedError


def expression(query: Query, vocabulary: Vocabulary, heads: bool) -> str:
    """Returns the FTS5 expression whose rows hold all that a query finds, and perhaps more; empty if there is none.

    Nothing of the query gets into it but folded letters and digits, each token between quotation marks.

    Args:
        query: The query.
        vocabulary: The words of the index.
        heads: Whether the rows are titles, decks, credits and captions, else passages.
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
    if term.field in PLACE_FIELDS:
        return _any([f'"{place_token(term.field, name)}"' for name in vocabulary.names(term)])
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
    pieces = [(run, False) for run in runs_of(term.text)]
    words = words_of(term.text)
    ends_inside = term.open_end and bool(words) and term.text.endswith(words[-1])
    pieces += [(word, True) for word in words[: len(words) - ends_inside]]
    found = [f'"{piece}"' if is_word else _run(piece) for piece, is_word in dict.fromkeys(pieces)]
    found += [f'"{pair}"' for pair in neighbours(words[: len(words) - ends_inside])]
    if ends_inside:
        found.append(_beginning(words[-1], vocabulary))
    if not found or not all(found):
        return ""
    return found[0] if len(found) == 1 else f"({' AND '.join(found)})"


def _readings(text: str) -> list[str]:
    """Returns what finds pinyin, whichever of its beginnings is the first syllable."""
    ends = range(1, min(MAX_SYLLABLE_CHARS, len(text) - 1) + 1)
    return [f'"{_reading_token(text[:end], text[end:])}" *' for end in ends]


def _run(run: str) -> str:
    if len(run) == 1:
        return f'"{run}" *'
    pairs = dict.fromkeys(run[k : k + 2] for k in range(len(run) - 1))
    return " AND ".join(f'"{pair}"' for pair in pairs)


def _beginning(start: str, vocabulary: Vocabulary) -> str:
    words = vocabulary.beginning(start, MAX_WORDS_OF_A_TERM + 1)
    if len(words) > MAX_WORDS_OF_A_TERM:
        return f'"{start}" *'
    return _any([f'"{word}"' for word in dict.fromkeys((start, *words))])


def _any(alternatives: list[str]) -> str:
    return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})" if alternatives else ""
