"""Fonts without a map of their characters: their glyphs are read as letters that are not on the page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_MIN_GLYPHS = 60
"""Minimum number of glyphs of a font that show that it has no map; fewer may be signs or a formula."""
_MIN_KINDS = 10
"""Minimum number of different ones."""
_MAX_UNMAPPED_SHARE = 0.2
"""Maximum share of the characters of a page in such fonts; fewer are signs beside its text."""
_NAMELESS = frozenset(("Cc", "Cn", "Co", "Cs"))
_MIN_NAMELESS_SHARE = 0.06
"""Share of characters without a meaning from which on a font has no map: numbers of glyphs, the blank among them."""
_MIN_MIXED_SHARE = 0.2
"""Share of letters beside one of another script from which on a font has no map."""
_MIN_SIGN_SHARE = 0.25
"""Share of signs and ornaments from which on a font has no map."""
_MIXED_BY_RIGHT = frozenset(
    ("LATIN", "GREEK", "CYRILLIC", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "FULLWIDTH", "MICRO", "SCRIPT")
)
"""Scripts that texts and formulas mix."""


def lacks_characters(glyphs: Sequence[Glyph]) -> bool:
    """Whether fonts of a page do not say which characters many of its letters are."""
    inked = [glyph for glyph in glyphs if not glyph.char.isspace()]
    texts: dict[str, list[str]] = {}
    for glyph in inked:
        texts.setdefault(glyph.font, []).append(glyph.char)
    unmapped = sum(len(chars) for chars in texts.values() if _is_unmapped(chars))
    return unmapped > _MAX_UNMAPPED_SHARE * len(inked)


def _is_unmapped(inked: list[str]) -> bool:
    """Whether the text in a font is none: numbers of glyphs, or letters and signs that no text mixes."""
    if len(inked) < _MIN_GLYPHS or len(set(inked)) < _MIN_KINDS:
        return False
    counts = Counter(inked)
    signs = sum(count for char, count in counts.items() if unicodedata.category(char) == "So")
    nameless = sum(count for char, count in counts.items() if _is_nameless(char))
    return (
        nameless >= _MIN_NAMELESS_SHARE * len(inked)
        or signs >= _MIN_SIGN_SHARE * len(inked)
        or _count_mixed(inked) >= _MIN_MIXED_SHARE * len(inked)
    )


def _is_nameless(char: str) -> bool:
    return char == "\ufffd" or (not char.isspace() and unicodedata.category(char) in _NAMELESS)


def _count_mixed(chars: list[str]) -> int:
    """Returns the number of letters after one of another script, where texts do not mix the two."""
    scripts = [_script(char) for char in chars]
    return sum(
        bool(one and other and one != other and not {one, other} <= _MIXED_BY_RIGHT) for one, other in pairwise(scripts)
    )


@cache
def _script(char: str) -> str:
    return unicodedata.name(char, "").partition(" ")[0] if char.isalpha() else ""
