"""Fonts without a map of their characters: their glyphs are read as letters that are not on the page."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache
from itertools import pairwise

from reader.importing.pdf.weights import page as weights

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_NAMELESS = frozenset(("Cc", "Cn", "Co", "Cs"))
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
    return unmapped > weights.UNMAPPED_MAX_SHARE * len(inked)


def _is_unmapped(inked: list[str]) -> bool:
    """Whether the text in a font is none: numbers of glyphs, or letters and signs that no text mixes."""
    if len(inked) < weights.UNMAPPED_FONT_MIN_GLYPHS or len(set(inked)) < weights.UNMAPPED_FONT_MIN_KINDS:
        return False
    counts = Counter(inked)
    signs = sum(count for char, count in counts.items() if unicodedata.category(char) == "So")
    nameless = sum(count for char, count in counts.items() if _is_nameless(char))
    return (
        nameless >= weights.NAMELESS_MIN_SHARE * len(inked)
        or signs >= weights.SIGNS_MIN_SHARE * len(inked)
        or _count_mixed(inked) >= weights.MIXED_LETTERS_MIN_SHARE * len(inked)
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
