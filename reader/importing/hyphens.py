"""Hyphens at the ends of printed lines: those that only divide a word are removed, those that belong to it stay."""

from __future__ import annotations

import re
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyphen import Pyphen

SOFT = "\u00ad\x02"
"""Hyphens that can only divide a word: the soft hyphen, and U+0002, by which PDF readers report one."""
HYPHENS = "-\u2010\u2011" + SOFT

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_FIRST = re.compile(r"(?:[\w'’]+[-\u2010])*[\w'’]+\Z")
_SECOND = re.compile(r"[\w'’]+(?:[-\u2010][\w'’]+)*")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NUMBERS = _listed(
    """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
    eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"""
)
_ALWAYS = _listed("half quasi self well")
"""First parts that nearly always have a hyphen after them, except before a suffix."""
_BEFORE = _listed(
    """all cross custom deep double ex far fast free full good hard high ill large late left
    light long low mid middle much multi near new non off old open quick ready second semi
    short single slow small so soft step third tight top triple ultra vice white"""
)
"""First parts that usually have a hyphen after them, where nothing else decides."""
_AFTER = _listed(
    """based born bound built called class covered day degree educated end eyed faced fashioned filled foot free
    friendly grown haired hand headed in known law led level lit lived long looking made metre meter mile minded
    minute month off old on out owned paid painted piece proof quality range related rich right run scale set shaped
    sided sized speaking spread standing star step storey story style term time to trained turned up using week wide
    winning worn woven year"""
)
_CLOSED = _listed(
    """back board boat body book bird craft day fall field fish ground head hold house how keeper land light line maker
    man market men mill night one over paper place road room self shop shore side smith some stone thing times town ward
    wards water way where wheel wife woman women wood work worker workers works yard"""
)
"""Second parts that are usually written together with the first part."""
_SUFFIXES = _listed("er est ish less lessly lessness ness ing")
_MIN_BEFORE, _MIN_AFTER = 2, 2
_PATTERNS = {
    "de": ("de_DE",),
    "fr": ("fr",),
    "es": ("es",),
    "it": ("it_IT",),
    "pt": ("pt_PT", "pt_BR"),
    "nl": ("nl_NL",),
}
"""Names of the patterns by language; those of British and American English unlike."""
_CONJUNCTIONS = {"de": _listed("und oder bzw"), "nl": _listed("en of")}
"""Words after a hyphen that takes the place of a word: *Muskel- und Gelenkschmerzen*."""


class PageWords(frozenset[str]):
    """The words of a page, and the language that they are in."""

    language: str = "en"


def words(texts: Iterable[str], language: str = "en") -> PageWords:
    """Returns the words of lines in lower case; a hyphenated word is one word.

    A line's last word is left out if it ends with a hyphen, for it may be divided there.
    """
    found: set[str] = set()
    for text in texts:
        line = text.rstrip()
        if line and line[-1] in HYPHENS:
            line = line.rpartition(" ")[0]
        found.update(word.lower() for word in _WORD.findall(line))
    known = PageWords(found)
    known.language = language
    return known


def joined(first: str, second: str, known: frozenset[str] = frozenset()) -> str:
    """Returns a line and the next one as one text; ``known`` are the :func:`words` of the page."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first + second
    if first[-1] not in HYPHENS:
        return f"{first} {second}"
    begun, rest = _FIRST.search(first[:-1]), _SECOND.match(second)
    if not begun or not rest:  # a dash
        return f"{first} {second}"
    if rest[0] in _CONJUNCTIONS.get(_language_of(known), ()):
        return f"{first} {second}"
    return first[:-1] + ("-" if is_part(begun[0], rest[0], known) else "") + second


def _language_of(known: frozenset[str]) -> str:
    return known.language if isinstance(known, PageWords) else "en"


def is_part(first: str, second: str, known: frozenset[str] = frozenset()) -> bool:
    """Whether the hyphen between the two parts of a word belongs to the word (``forty-three``, not ``fin-gernail``)."""
    before, after = first.lower(), second.lower()
    if before + after in known:
        return False
    if f"{before}-{after}" in known or not second[0].islower() or not first[-1].isalpha():
        return True
    if (language := _language_of(known)) != "en":
        return (len(first) > 1 and first.isupper()) or not _divides(before, after, language)
    if "-" in before or "-" in after:
        inner, outer = before.rpartition("-")[2], after.partition("-")[0]
        return "-" in before or not _divides(inner, outer)
    if before in _NUMBERS or (before in _ALWAYS and after not in _SUFFIXES):
        return True
    if before in _BEFORE and (after in _AFTER or (after in known and len(after) > 3 and after not in _CLOSED)):
        return True
    if after in _AFTER and before in known:
        return True
    return not _divides(before, after)


def _divides(before: str, after: str, language: str = "en") -> bool:
    """Whether the patterns of a language divide the joined word there; of English, the American or the British ones."""
    if len(before) < _MIN_BEFORE or len(after) < _MIN_AFTER:
        return False
    word = before + after
    return any(len(before) in dictionary.positions(word) for dictionary in _dictionaries(language))


@cache
def _dictionaries(language: str) -> tuple[Pyphen, ...]:
    from pyphen import Pyphen  # takes 20 ms with a dictionary

    names = _PATTERNS.get(language, ("en_US", "en_GB"))
    return tuple(Pyphen(lang=name, left=_MIN_BEFORE, right=_MIN_AFTER) for name in names)
