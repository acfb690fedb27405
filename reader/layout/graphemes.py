"""Extended grapheme clusters (UAX #29 of Unicode 17), which readers perceive as single characters.

The text is translated into one letter a code point, and a regular expression over those letters
matches clusters. The letters of `_grapheme_data` are

    r CR · n LF · c Control · z ZWJ · R Regional_Indicator · p Prepend · s SpacingMark
    L V T v t   Hangul L, V, T, LV, LVT
    e x k       Extend, of which x has Indic_Conjunct_Break=Extend and k =Linker
    C           Indic_Conjunct_Break=Consonant
    P           Extended_Pictographic
    .           anything else
"""

from __future__ import annotations

import re
from functools import cache

from reader.layout._grapheme_data import STARTS, VALUES
from reader.layout._ranges import RangeTable

_LETTERS = RangeTable(STARTS, VALUES)

# GB3–GB5 controls | GB9b prepended | GB6–GB8 Hangul | GB12, GB13 flags | GB11 emoji | GB9c conjuncts
# | any other, each with its extending characters (GB9, GB9a). A run of single characters is matched
# at once. Repetitions are possessive or cannot overlap, so that the time is linear.
_CLUSTER = (
    r"(\.+)(?![exkzs])"
    r"|rn|[rnc]"
    r"|p*(?:L*+(?:V+|vV*|t)T*|L+|T+|RR|P(?:[exk]*zP)*|C(?:[xz]*k[xkz]*+C)*|[^rnc])[exkzs]*"
)


@cache
def _cluster() -> re.Pattern[str]:
    """Returns the pattern of clusters, compiled on first use: most texts do not need it."""
    return re.compile(_CLUSTER)


@cache
def _common() -> re.Pattern[str]:
    """Returns the pattern of the characters that most texts consist of, compiled on first use."""
    return re.compile(
        "[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u2138\u3000-\u3029\u3030-\u303e"
        "\u3041-\u3096\u309b-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*+"
    )


def is_common(text: str) -> bool:
    """Whether every character is in the common ranges of Latin, Chinese and Japanese text.

    Each of those characters is a cluster, and within 256 code points all of them take the same number of cells.
    """
    return _common().fullmatch(text) is not None


def compounds(text: str) -> list[tuple[int, int]]:
    """Returns the clusters of more than one code point, as half-open ranges of offsets, in order."""
    if (text.isascii() and "\r\n" not in text) or is_common(text):
        return []
    letters = text.translate(_LETTERS)
    if not letters.strip("."):
        return []
    return [
        match.span()
        for match in _cluster().finditer(letters)
        if match.end() - match.start() > 1 and match.lastindex is None
    ]


def boundaries(text: str) -> list[int]:
    """Returns every cluster boundary in code points, ascending, with 0 and ``len(text)``.

    `itertools.pairwise` of it gives the clusters; the empty text has the single boundary 0.
    """
    offsets = list(range(len(text) + 1))
    found = compounds(text)
    if not found:
        return offsets
    kept: list[int] = []
    begin = 0
    for start, end in found:
        kept += offsets[begin : start + 1]
        begin = end
    return kept + offsets[begin:]
