"""The words of a dictionary's glosses, so that it answers in the other direction, too. Pure.

A gloss of one word answers for it best, then one that begins with it, then one that has it anywhere; what stands in
parentheses explains, and answers for nothing.
"""

from __future__ import annotations

import re

from reader.model.equivalence import fold
from reader.search.stemming import stem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from reader.learning.cedict import DictionaryEntry

MAX_ENTRIES = 48
"""Number of entries that are kept for a word, the best first."""
MAX_GLOSS_WORDS = 8
"""Number of words of a gloss that answer; the end of a long one explains."""
_EXPLANATION = re.compile(r"\([^()]*\)|\[[^\]]*\]|[^\s|]+\|[^\s|\[]+")
_PARENTHESES = re.compile(r"\([^()]*\)")
_REFERENCE = re.compile(
    r"(?:see(?: also)?|used in|same as|(?:also )?(?:written|called)|(?:[a-z]+ )?variant of|abbr\. (?:for|of))"
    r" [^\x00-\u2e7f]"
)
"""Beginning of a gloss that names another Chinese word, whose English words mean nothing."""
_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_LEADING = frozenset(
    ["to", "a", "an", "the", "be", "of", "in", "on", "at", "for", "with", "and", "or", "sth", "sb", "one's"]
)
"""Words that begin glosses without meaning more: they answer only where they are the whole gloss."""
_AMERICAN = (
    ("our", "or"),
    ("tre", "ter"),
    ("bre", "ber"),
    ("ence", "ense"),
    ("ctis", "ctic"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ogue", "og"),
    ("ll", "l"),
)
"""British spellings and the American ones, which the glosses have."""
_SHORT_CHARS = 3
_SENSE_PENALTY, _WORD_PENALTY, _INNER_PENALTY = 2, 3, 8
_NAME_PENALTY, _REFERENCE_PENALTY = 12, 30


def words(text: str) -> list[str]:
    """Returns the stems of the words of an English text, in their order."""
    return [stem(word) for word in spelt_words(text)]


def spelt_words(text: str) -> list[str]:
    """Returns the words of an English text, folded, without a possessive ending."""
    return [word.removesuffix("'s") for word in _WORD.findall(fold(text).replace("’", "'"))]


def wanted_words(text: str) -> list[str]:
    """Returns the words of an expression to look up: those that mean something, or all if none does."""
    found = spelt_words(text)
    return [word for word in found if word not in _LEADING] or found


def is_of_grammar(text: str) -> bool:
    """Whether an expression has only words that answer nowhere but where they are the whole gloss."""
    return all(word in _LEADING for word in spelt_words(text))


def has_short_word(text: str, senses: Iterable[str]) -> bool:
    """Whether senses have a short word as it is written: its stem may be that of another one, as of *in* and *inn*.

    A longer word has few neighbours, and is often inflected; then it is taken as found.
    """
    found = spelt_words(text)
    return len(text) > _SHORT_CHARS or not found or found[0] in spelt_words(_EXPLANATION.sub(" ", " ; ".join(senses)))


def has_as_gloss(text: str, senses: Iterable[str]) -> bool:
    """Whether the words of an expression are a whole gloss of one of some senses, or all of it after *to*."""
    wanted = spelt_words(text)
    glosses = (spelt_words(gloss) for sense in senses for gloss in _glosses(sense))
    return any(words in (wanted, ["to", *wanted]) for words in glosses)


def as_written_first(text: str, entries: list[DictionaryEntry]) -> list[DictionaryEntry]:
    """Returns the entries for a word, those first that have it as it is written, if it is a short one.

    A word of grammar is never inflected: entries that have only its stem, as *off* has that of *of*, are left out.
    """
    if is_of_grammar(text):
        return [entry for entry in entries if has_as_gloss(text, entry.senses)]
    return sorted(entries, key=lambda entry: not has_short_word(text, entry.senses))


def variants(word: str) -> Iterator[str]:
    """Yields the stems under which glosses may have a folded word: its own, American ones, those of comparison."""
    own = stem(word)
    yield own
    for british, american in _AMERICAN:
        if british in word:
            yield stem(word.replace(british, american))
    for ending in ("est", "er"):
        if own.endswith(ending) and len(own) > len(ending) + 2:
            bare = own.removesuffix(ending)
            yield stem(bare)
            yield stem(bare + "e")
            yield stem(bare.removesuffix("i") + "y")
            yield stem(bare[:-1])


def _glosses(sense: str) -> list[str]:
    """Returns the glosses of a sense without their explanations, and none that refers to another word."""
    glosses = _PARENTHESES.sub(" ", sense).split(";")
    return [_EXPLANATION.sub(" ", gloss) for gloss in glosses if not _REFERENCE.match(gloss.strip())]


def answers(entry: DictionaryEntry) -> Iterator[tuple[str, int]]:
    """Yields the words that an entry answers for, by their stems, each with its penalty: 0 for an exact gloss."""
    basic = _NAME_PENALTY * entry.is_name + _REFERENCE_PENALTY * entry.is_reference
    best: dict[str, int] = {}
    for number, sense in enumerate(entry.senses):
        for gloss in _glosses(sense):
            core = [stem(word) for word in wanted_words(gloss)[:MAX_GLOSS_WORDS]]
            for place, word in enumerate(core):
                inner = _INNER_PENALTY + place if place else 0
                penalty = basic + _SENSE_PENALTY * number + _WORD_PENALTY * (len(core) - 1) + inner
                best[word] = min(penalty, best.get(word, penalty))
    yield from best.items()


def index(entries: list[DictionaryEntry], levels: dict[str, int]) -> dict[str, list[int]]:
    """Returns, for each word of the glosses by its stem, the numbers of the entries that answer for it, the best first.

    Args:
        entries: The entries.
        levels: How hard a headword is, from 1; the easier of two equally good answers comes first.
    """
    ranked: dict[str, list[tuple[int, int]]] = {}
    for number, entry in enumerate(entries):
        hardness = levels.get(entry.simplified, 9 + len(entry.simplified))
        for word, penalty in answers(entry):
            ranked.setdefault(word, []).append((penalty * 2 + hardness, number))
    return {word: [number for _, number in sorted(found)[:MAX_ENTRIES]] for word, found in ranked.items()}
