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
from codecs import utf_16_le_encode
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


_COMMON_PAGES = bytes((0x00, 0x01, 0x02, 0x20, 0x21, 0x30, *range(0x34, 0xA0), 0xFF))
"""Upper bytes of the code points of the common characters."""


@cache
def _uncommon() -> re.Pattern[str]:
    """Returns the pattern of the other characters with these upper bytes, compiled on first use.

    A set of the common characters would take 2 ms to compile, for the 27,000 ideographs in it.
    """
    return re.compile(
        "[\0-\x1f\x7f-\xa0\xad\u2000-\u200f\u2028-\u202f\u205f-\u20ff\u2139-\u21ff\u302a-\u302f\u303f\u3040"
        "\u3097-\u309a\u4dc0-\u4dff\uff00\uff61-\uffff]"
    )


def is_common(text: str) -> bool:
    """Whether every character is in the common ranges of Latin, Chinese and Japanese text.

    Each of those characters is a cluster, and within 256 code points all of them take the same number of cells.
    """
    return not upper_bytes(text).translate(None, _COMMON_PAGES) and not _uncommon().search(text)


def upper_bytes(text: str) -> bytes:
    """Returns the upper byte of each code unit of a text in UTF-16, which tells its scripts fast.

    ``str.encode`` takes twice as long for a short text, because it looks for the codec.
    """
    return utf_16_le_encode(text, "surrogatepass")[0][1::2]


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
