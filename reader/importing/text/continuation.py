"""Continuation models: scores of one text continuing in another, in nats against chance.

The Chinese model knows pairs of characters inside words, the English one pairs of word classes. Both are small tables
that ``tools/make_continuation_tables.py`` writes; ``data/SOURCES.md`` names their sources and licences.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data

from reader.importing.text import weights
from reader.importing.text.word_classes import closing_mark, word_class
from reader.model.scripts import is_han, simplified_forms

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    ContinuationModel = Callable[[str, str], float]
    """Scores, in nats against chance, that the second word follows the first one where a line ends between them."""

_NEVER_FIRST = frozenset("，。、；：？！）》」』”’〉】％…,.;:?!)%")
_NEVER_LAST = frozenset("（《「『“‘〈【(")
_TENTHS = 10
"""Number of units of the English table in a nat."""


class _CharacterPairs:
    """The Chinese table, kept in the form of its file: a page looks up few of its rows."""

    def __init__(self, lines: list[str]) -> None:
        """Takes the lines of the file: characters that seldom end a word, those that seldom begin one, then rows."""
        starts, ends, *rows = lines
        self.starts, self.ends = frozenset(starts), frozenset(ends)
        self._rows = {row[0]: row for row in rows}

    def level(self, before: str, after: str) -> int:
        """Returns the score of two characters as neighbours in a word, in whole nats; 0 if no common word has them."""
        row = self._rows.get(before, "")
        at = -1 if after.isdigit() else row.find(after, 1)
        while at > 0 and not row[at].isdigit():  # the level is before the characters that have it
            at -= 1
        return int(row[at]) if at > 0 else 0


def _lines(name: str) -> list[str]:
    """Returns the lines of a data file."""
    data = get_data("reader.importing.text", f"data/{name}")
    assert data
    return data.decode().splitlines()


@cache
def _character_pairs() -> _CharacterPairs:
    return _CharacterPairs(_lines("chinese_continuation.txt"))


@cache
def _word_classes() -> dict[str, dict[str, float]]:
    """Returns the score of each word class after another."""
    table: dict[str, dict[str, float]] = {}
    for line in _lines("english_continuation.txt"):
        first, *followers = line.split(" ")
        table[first] = {name: int(score) / _TENTHS for name, score in (pair.split("=") for pair in followers)}
    return table


def chinese_model() -> ContinuationModel:
    """Returns a model of Chinese. It remembers scores, so changed weights take effect in a new model."""
    follows = cache(_character_score)
    return lambda before, after: follows(before[-1], after[0])


def english_model() -> ContinuationModel:
    """Returns a model of English, which remembers scores, too."""
    return cache(english_score)


def chinese_score(before: str, after: str) -> float:
    """Returns the score of Chinese ``after`` following ``before`` where a line ends between them."""
    return _character_score(before[-1], after[0])


def _character_score(before: str, after: str) -> float:
    if after in _NEVER_FIRST or before in _NEVER_LAST:
        return weights.MARK_OUT_OF_PLACE
    pairs = _character_pairs()
    a, b = before.translate(simplified_forms()), after.translate(simplified_forms())
    if before == after:  # a doubled character is hardly ever divided, but often there by chance
        return 0.0
    if level := pairs.level(a, b):
        return min(weights.PAIR_MOST, weights.PAIR_KNOWN + weights.PAIR_LEVEL * level)
    if not (is_han(a) and is_han(b)):
        return 0.0
    return weights.PAIR_UNKNOWN + weights.PAIR_TORN * ((a in pairs.starts) + (b in pairs.ends))


def english_score(before: str, after: str) -> float:
    """Returns the score of the English word ``after`` following ``before``; marks that end a sentence count."""
    mark = closing_mark(before)
    is_capital = after.lstrip("\"'“‘([")[:1].isupper()
    if mark and mark in ".?!":
        return weights.CAPITAL_AFTER_SENTENCE if is_capital else weights.SMALL_AFTER_SENTENCE
    if before.endswith("-") and before[-2:-1].isalpha():
        if not after[:1].islower():
            return weights.CAPITAL_AFTER_HYPHEN
        return weights.FUNCTION_WORD_AFTER_HYPHEN if word_class(after).islower() else weights.REST_AFTER_HYPHEN
    if is_capital and after != "I" and word_class(after).islower():
        return weights.CAPITAL_FUNCTION_WORD
    if mark:
        return weights.CAPITAL_AFTER_MARK if is_capital else 0.0
    return _word_classes().get(word_class(before), {}).get(word_class(after), 0.0)
