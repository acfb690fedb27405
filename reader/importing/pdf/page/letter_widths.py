"""Widths of letters: the usual one of each letter of a font, which shows its ligatures."""

from __future__ import annotations

from statistics import median

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from reader.importing.pdf.page.glyphs import Glyph

    LetterWidths = Mapping[tuple[str, str], float]
    """Usual widths by font and letter, divided by the size."""

_USUAL_EM = {"f": 0.31, "i": 0.26, "l": 0.26, "t": 0.33, "T": 0.6}
"""Widths of letters that a font does not show."""


def width_em(glyph: Glyph) -> float:
    """Returns the width of a glyph divided by its size."""
    return (glyph.right - glyph.left) / glyph.size


def letter_widths(glyphs: Iterable[Glyph]) -> LetterWidths:
    """Returns the median width of each Latin letter in each font."""
    found: dict[tuple[str, str], list[float]] = {}
    for glyph in glyphs:
        if glyph.char.isascii() and glyph.char.isalpha():
            found.setdefault((glyph.font, glyph.char), []).append(width_em(glyph))
    return {key: median(widths) for key, widths in found.items()}


def usual_width(widths: LetterWidths, font: str, char: str) -> float:
    """Returns the usual width of a letter in a font, or in most fonts; 0 for one that is in no ligature."""
    return widths.get((font, char), _USUAL_EM.get(char, 0.0))
