"""Accents that are drawn over a letter as a glyph of their own, as TeX does: joined with it to one character."""

from __future__ import annotations

import unicodedata

from reader.importing.pdf.weights import page as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_COMBINING = str.maketrans(
    {
        "`": "\u0300",
        "´": "\u0301",
        "^": "\u0302",
        "ˆ": "\u0302",
        "~": "\u0303",
        "˜": "\u0303",
        "¯": "\u0304",
        "˘": "\u0306",
        "˙": "\u0307",
        "¨": "\u0308",
        "˚": "\u030a",
        "˝": "\u030b",
        "ˇ": "\u030c",
        "¸": "\u0327",
        "˛": "\u0328",
    }
)
"""Accents that take a place of their own, and those that join the letter before them."""
_MAX_AWAY = 8
"""Maximum number of glyphs between an accent and its letter, in the order in which they are drawn."""
_DOTLESS = str.maketrans({"ı": "i", "ȷ": "j"})


def with_accents_joined(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Returns the glyphs of a page, each accent that is over the letter after or before it joined with that."""
    found: list[Glyph] = []
    at = 0
    while at < len(glyphs):
        pair = glyphs[at : at + 2]
        joined = _joined(pair[0], pair[1]) or _joined(pair[1], pair[0]) if len(pair) > 1 else None
        found.append(joined or glyphs[at])
        at += 2 if joined else 1
    return _with_late_accents_joined(found)


def _with_late_accents_joined(glyphs: list[Glyph]) -> list[Glyph]:
    """Returns the glyphs; an accent drawn a little before or after its letter is joined with that."""
    found: list[Glyph | None] = list(glyphs)
    for at, accent in enumerate(glyphs):
        if accent.char.isalpha() or not _is_accent(accent):
            continue
        for near in range(max(0, at - _MAX_AWAY), min(len(glyphs), at + _MAX_AWAY + 1)):
            letter = found[near]
            if near != at and letter and (joined := _joined(accent, letter)):
                found[near], found[at] = joined, None
                break
    return [glyph for glyph in found if glyph]


def _is_accent(glyph: Glyph) -> bool:
    return bool(unicodedata.combining(glyph.char.translate(_COMBINING)[0]))


def _joined(accent: Glyph, letter: Glyph) -> Glyph | None:
    """Returns a letter with its accent; None if the glyphs are no such pair.

    Symbols of formulas, which are in a font of their own, have accents with which they make no single character.
    """
    mark = accent.char.translate(_COMBINING)
    if not _is_accent(accent) or not letter.char.isalpha():
        return None
    off = abs(accent.left + accent.right - letter.left - letter.right) / 2
    rise = abs(accent.baseline - letter.baseline)
    if off > weights.ACCENT_OFF_EM * letter.size or rise > weights.ACCENT_RISE_EM * letter.size:
        return None
    whole = unicodedata.normalize("NFC", letter.char.translate(_DOTLESS) + mark)
    is_symbol = letter.char.isascii() and letter.font != accent.font
    return replace(letter, char=whole) if len(whole) == 1 or is_symbol else None
