"""Characters of symbol fonts: their codes, or Chinese characters for them, as the signs and Greek letters they show."""

from __future__ import annotations

import re

from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from reader.importing.pdf.page.glyphs import Glyph

_BASE = 0xF000
"""Code in the private use area of code 0 of a symbol font."""
_GREEK = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ"
_SMALL_GREEK = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ"
_SIGNS = {
    "′": 0xA2,
    "≤": 0xA3,
    "∞": 0xA5,
    "←": 0xAC,
    "→": 0xAE,
    "°": 0xB0,
    "±": 0xB1,
    "≥": 0xB3,
    "×": 0xB4,
    "∝": 0xB5,
    "∂": 0xB6,
    "•": 0xB7,
    "÷": 0xB8,
    "≠": 0xB9,
    "≡": 0xBA,
    "≈": 0xBB,
    "…": 0xBC,
    "⊗": 0xC4,
    "⊕": 0xC5,
    "∅": 0xC6,
    "∩": 0xC7,
    "∪": 0xC8,
    "⊃": 0xC9,
    "⊇": 0xCA,
    "⊂": 0xCC,
    "⊆": 0xCD,
    "∈": 0xCE,
    "∉": 0xCF,
    "∇": 0xD1,
    "∏": 0xD5,
    "√": 0xD6,
    "⋅": 0xD7,
    "∧": 0xD9,
    "∨": 0xDA,
    "⇒": 0xDE,
    "∑": 0xE5,
    "∫": 0xF2,
    "∀": 0x22,
    "∃": 0x24,
    "∗": 0x2A,
    "−": 0x2D,
    "≅": 0x40,
    "∴": 0x5C,
    "⊥": 0x5E,
}
_SAME = "()+,./0123456789:;<=>[]{|}~%&!?"
_CHARACTERS = (
    {chr(_BASE + ord(char)): char for char in " " + _SAME}
    | {chr(_BASE + 0x41 + at): char for at, char in enumerate(_GREEK)}
    | {chr(_BASE + 0x61 + at): char for at, char in enumerate(_SMALL_GREEK)}
    | {chr(_BASE + code): char for char, code in _SIGNS.items()}
)

_FOUNDER_FONT = re.compile(r"E-[A-Z][A-Z0-9]{1,2}(?![A-Za-z])")
"""Name of a western font of the Founder typesetting system: its files name signs by the Chinese character of a code."""
_FOUNDER_ASCII_ROW = 0xD4
"""Row of GB 2312 in which the file names the signs of ASCII."""
_FOUNDER_GREEK = "住注祝驻抓爪拽专砖转撰赚篆桩庄装妆撞壮状椎锥追赘琢茁酌啄着灼浊兹咨资姿滋淄孜紫仔籽滓子自渍字鬃棕"
_GREEK_ALPHABET = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω"
_FOUNDER_CHARACTERS = (
    {bytes((_FOUNDER_ASCII_ROW, 0x80 | code)).decode("gb2312"): chr(code) for code in range(0x21, 0x7F)}
    | dict(zip(_FOUNDER_GREEK, _GREEK_ALPHABET, strict=True))
    | dict(zip("鄄蒺伊依臆逸抑肄毅忆义益寅", "-’×±≤≥≈∞°′″℃→", strict=True))
)


def with_symbols_named(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Returns the glyphs of a page; those of symbol fonts are the characters that they show.

    Other fonts have pictures of their own at codes in the private use area, and Chinese characters of their own.
    """
    return [replace(glyph, char=_shown(glyph)) for glyph in glyphs]


def _shown(glyph: Glyph) -> str:
    """Returns the character that a glyph shows."""
    if glyph.char in _CHARACTERS and "symbol" in glyph.font.lower():
        return _CHARACTERS[glyph.char]
    if glyph.char in _FOUNDER_CHARACTERS and _FOUNDER_FONT.match(glyph.font):
        return _FOUNDER_CHARACTERS[glyph.char]
    return glyph.char
