"""Unfolding, the reverse of folding: a pattern that finds a folded string in text that was never folded.

To fold a long article takes longer than to search it. So the few characters of the string are unfolded instead, each
into all characters that fold to it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from reader.model.equivalence import fold, is_unspaced_folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

# Ranges of characters that fold to one other, but for the classes of Han characters (a test checks all of Unicode).
_RANGES = (
    *((0x41, 0x24E), (0x2B0, 0x2E4), (0x345, 0x5BE), (0x622, 0x626), (0x6C0, 0x6D3), (0x929, 0x95F)),
    *((0x9DC, 0x9DF), (0xA33, 0xA5E), (0xB5C, 0xB5D), (0xC48, 0xC48), (0xF0C, 0xF0C), (0xF76, 0xF79)),
    *((0x10A0, 0x10FC), (0x13F8, 0x1400), (0x1806, 0x1806), (0x1C80, 0x1CBF), (0x1D2C, 0x1DBF), (0x1E00, 0x209C)),
    *((0x2102, 0x232A), (0x2460, 0x2468), (0x24B6, 0x2501), (0x2ADC, 0x2ADC), (0x2C00, 0x2CF2), (0x2D6F, 0x2D6F)),
    *((0x2E17, 0x2E5D), (0x2F00, 0x319F), (0x3244, 0x32FE), (0xA640, 0xA69D), (0xA722, 0xA7F9), (0xAB5C, 0xABBF)),
    *((0xF900, 0xFAD9), (0xFB1D, 0xFBFF), (0xFC5B, 0xFC90), (0xFCD9, 0xFCF4), (0xFD3C, 0xFD3D), (0xFE10, 0xFFEE)),
    *((0x10400, 0x10427), (0x104B0, 0x104D3), (0x10570, 0x10595), (0x10781, 0x107BA), (0x10C80, 0x10CB2)),
    *((0x10EAD, 0x10EAD), (0x1109A, 0x110AB), (0x118A0, 0x118BF), (0x16E40, 0x16E5F), (0x1D15E, 0x1D164)),
    *((0x1D1BB, 0x1D1C0), (0x1D400, 0x1D7FF), (0x1E900, 0x1E921), (0x1EE00, 0x1EEBB), (0x1F12B, 0x1F149)),
    *((0x1F202, 0x1F251), (0x1FBF0, 0x1FBF9), (0x2F800, 0x2FA1D)),
)
_UNSEEN = "\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff"
"""Characters that fold to nothing and that texts have, as ranges for a set of a regular expression."""
_BLANKS = " \u00a0\u3000"


def pattern(folded: str, present: Collection[str] | None = None) -> re.Pattern[str]:
    """Returns a pattern that matches the texts that fold to ``folded``, but for those with a character of several.

    Args:
        folded: The folded string to look for.
        present: The characters of the text, if they are known: a pattern of these alone is up to a hundred times
            faster than one of all characters that fold to the same. :func:`expand` must say that they suffice.
    """
    unseen = _UNSEEN if present is None else _set_of(character for character in present if not fold(character))
    forms = written_as()
    parts = []
    for before, character in zip(("", *folded), folded, strict=False):
        met = [form for form in forms.get(character, "") if present is None or form in present]
        members = "".join(map(re.escape, (character, *met)))
        beside = bool(before) and (is_unspaced_folded(before) or is_unspaced_folded(character))
        between = unseen + (_BLANKS if beside else "") if before else ""
        parts.append((f"[{between}]*" if between else "") + (f"[{members}]" if met else members))
    accents = "\u0300-\u036f\ufe00-\ufe0f" if present is None else _set_of(filter(_is_accent, present))
    return re.compile("".join(parts) + (f"[{accents}]*" if accents else ""))


def expand(folded: str, present: Iterable[str]) -> bool:
    """Whether one of a text's characters folds to several, of which one is in ``folded``: ``ﬁ`` for ``first``."""
    wanted = set(folded)
    for character in present:
        found = fold(character)
        if (len(found) > 1 and not wanted.isdisjoint(found)) or "\u1100" <= found[:1] <= "\u11ff":
            return True
    return False


def _is_accent(character: str) -> bool:
    return not fold(character) and unicodedata.category(character)[0] == "M"


def _set_of(characters: Iterable[str]) -> str:
    return "".join(map(re.escape, characters))


@cache
def written_as() -> dict[str, str]:
    """Returns for each folded character the other ones that fold to it; the first call takes 10 to 50 ms."""
    from reader.model._equivalence_data import FORMS

    forms: dict[str, str] = {}
    codes = (code for first, last in _RANGES for code in range(first, last + 1))
    for character in dict.fromkeys((*map(chr, codes), *FORMS)):
        folded = fold(character)
        if folded != character and len(folded) == 1:
            forms[folded] = forms.get(folded, "") + character
    return forms
