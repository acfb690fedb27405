"""Unfolding, the reverse of folding: a pattern that finds a folded string in text that was never folded.

To fold a long article takes longer than to search it. So the few characters of the string are unfolded instead, each
into all characters that fold to it.
"""

from __future__ import annotations

import re
from functools import cache

from reader.model.scripts import simplified_forms
from reader.search.folding import fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Container

# Ranges of characters that fold to another one, but for traditional Han characters (a test checks all of Unicode).
_RANGES = (
    *((0x41, 0x5A), (0xA0, 0x6D3), (0x929, 0xC48), (0xDDA, 0xDDA), (0xF0C, 0xF81), (0x10A0, 0x10FC), (0x13A0, 0x13F5)),
    *((0x1C80, 0x232A), (0x2460, 0x24EA), (0x2ADC, 0x2ADC), (0x2C00, 0x2D6F), (0x2E9F, 0x32FE), (0xA640, 0xA7FF)),
    *((0xAB5C, 0xAB69), (0xF900, 0xFFEE), (0x10400, 0x10595), (0x10781, 0x107BA), (0x10C80, 0x10CB2)),
    *((0x10D50, 0x10D65), (0x1109A, 0x110AB), (0x118A0, 0x118BF), (0x16E40, 0x16EBF), (0x1D15E, 0x1D1C0)),
    *((0x1D400, 0x1D7FF), (0x1E900, 0x1E921), (0x1EE00, 0x1EEBB), (0x1F12B, 0x1F251), (0x1FBF0, 0x1FBF9)),
    (0x2F800, 0x2FA1D),
)


def pattern(folded: str, present: Container[str] | None = None) -> re.Pattern[str]:
    """Returns a pattern that matches every text which folds to ``folded``; each match is as long as that.

    Args:
        folded: The folded string to look for.
        present: The characters of the text, if they are known: a pattern of these alone is up to a hundred times
            faster than one of all characters that fold to the same.
    """
    forms = written_as()
    classes = []
    for character in folded:
        met = [form for form in forms.get(character, "") if present is None or form in present]
        members = "".join(map(re.escape, (character, *met)))
        classes.append(f"[{members}]" if met else members)
    return re.compile("".join(classes))


@cache
def written_as() -> dict[str, str]:
    """Returns for each folded character the other ones that fold to it; the first call takes 10 to 50 ms."""
    forms: dict[str, str] = {}
    codes = (code for first, last in _RANGES for code in range(first, last + 1))
    for character in dict.fromkeys((*map(chr, codes), *map(chr, simplified_forms()))):
        if (folded := fold(character)) != character:
            forms[folded] = forms.get(folded, "") + character
    return forms
