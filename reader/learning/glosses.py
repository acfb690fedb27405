"""A gloss: a short sense of a word, for a place above it; the translation beside it helps to choose. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from reader.learning.english import words
from reader.model.record import record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.learning.cedict import DictionaryEntry

MAX_GLOSS_CHARS = 18
"""Longest gloss; a longer one is cut at a blank."""
SHORT_CHARS = 12
"""Length up to which the first sense is taken; the most usual sense comes first."""
MAX_SENSES = 3
"""Number of senses among which a shorter one is looked for: later ones are rare."""
MAX_KEPT_ENTRIES = 4_000
"""Number of entries whose senses are kept: about 1.5 kB each."""
_READING = re.compile(r"\[[^\]]*\]")
_EXPLANATION = re.compile(r"\([^()]*\)|\{[^{}]*\}")
_FORMS = re.compile(r"(\S+)\|(\S+)")
_NO_SENSE = re.compile(
    r"(?:old |erroneous |Japanese |archaic )?variant of|also written|also pr\.|see |used in |abbr\. (?:for|of)|CL:|"
    r"same as |surname |equivalent of|erhua |idiom|fig\.|lit\.|classifier|particle|structural|aspect|bound form",
)
_SURNAME = re.compile("surname ")
_ARTICLE = re.compile(r"^(?:to |a |an |the )(?=\S)")


@record
class _Sense:
    text: str
    is_sure: bool
    """Whether it is a sense of the word, and no reference to another."""
    stems: frozenset[str]


def gloss_of(entries: Sequence[DictionaryEntry], beside: frozenset[str] = frozenset()) -> str:
    """Returns the gloss of a word: a sense that its translation uses, else the first short one; empty without any.

    Args:
        entries: The entries of the word as it is read here, the best first.
        beside: The stems of the words of the translation.
    """
    senses = [sense for entry in entries for sense in _senses(entry)]
    for is_sure in (True, False):
        held = [sense for sense in senses if sense.is_sure == is_sure]
        used = [sense.text for sense in held if sense.stems and sense.stems <= beside]
        if used:
            return _cut(min(used, key=len))
        found = [sense.text for sense in held]
        if found:
            short = next((text for text in found[:MAX_SENSES] if len(text) <= SHORT_CHARS), "")
            return short or _cut(min(found[:MAX_SENSES], key=len))
    return ""


@lru_cache(MAX_KEPT_ENTRIES)
def _senses(entry: DictionaryEntry) -> tuple[_Sense, ...]:
    found = []
    for sense in entry.senses:
        for part in _EXPLANATION.sub(" ", _READING.sub("", sense)).split(";"):
            bare = " ".join(_FORMS.sub(r"\2", part).split()).strip(" ,.")
            reference = _NO_SENSE.match(bare)
            if entry.is_name:
                bare = bare.partition(",")[0].strip()
            if bare and (not reference or _SURNAME.match(bare)):
                text = _ARTICLE.sub("", bare).strip()
                found.append(_Sense(text, not reference, frozenset(words(text))))
    return tuple(found)


def _cut(gloss: str) -> str:
    if len(gloss) <= MAX_GLOSS_CHARS:
        return gloss
    return f"{gloss[:MAX_GLOSS_CHARS].rpartition(' ')[0] or gloss[: MAX_GLOSS_CHARS - 1]}…"
