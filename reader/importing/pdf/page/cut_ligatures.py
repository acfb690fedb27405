"""Ligatures of which a file names the last letter alone, by their widths."""

from __future__ import annotations

from reader.importing.pdf.page.letter_widths import letter_widths, usual_width, width_em
from reader.importing.pdf.weights import page as weights
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph
    from reader.importing.pdf.page.letter_widths import LetterWidths

_NAMES = {"i": ("fi", "ffi"), "l": ("fl", "ffl"), "f": ("ff",), "h": ("Th",), "t": ("ft", "tt")}
"""Ligatures by their last letter."""
_NEVER_JOINED = frozenset("acedgmnopqruvwxz")
"""Letters that are in no usual ligature."""


def with_ligatures_whole(glyphs: Sequence[Glyph]) -> Sequence[Glyph]:
    """Returns the glyphs of a page; a letter as wide as a ligature that ends with it is that ligature.

    Fonts in which other letters have more than one width have none.
    """
    usual = letter_widths(glyphs)
    cut = [
        at
        for at, glyph in enumerate(glyphs)
        if glyph.char in _NAMES
        and _is_wide(glyph, usual, weights.CUT_LIGATURE_MIN_RATIO)
        and not _is_named_in_full(glyphs, at)
    ]
    if not cut:
        return glyphs
    uneven = {
        glyph.font
        for glyph in glyphs
        if glyph.char in _NEVER_JOINED and _is_wide(glyph, usual, weights.UNEVEN_LETTER_MIN_RATIO)
    }
    names = {at: _name(glyphs[at], usual) for at in cut if glyphs[at].font not in uneven}
    return [replace(glyph, char=names[at]) if at in names else glyph for at, glyph in enumerate(glyphs)]


def _is_wide(glyph: Glyph, usual: LetterWidths, ratio: float) -> bool:
    return width_em(glyph) >= ratio * usual[glyph.font, glyph.char] > 0


def _is_named_in_full(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether another letter is drawn in the place of one, or before the second ``f``: the file names each letter."""
    glyph = glyphs[at]
    if glyph.char == "f" and at and glyphs[at - 1].char == "f":
        return True
    middle = (glyph.left + glyph.right) / 2
    beside = [*glyphs[max(0, at - 2) : at], *glyphs[at + 1 : at + 3]]
    return any(other.baseline == glyph.baseline and other.left < middle < other.right for other in beside)


def _name(glyph: Glyph, usual: LetterWidths) -> str:
    """Returns the letters of the ligature that a letter is nearest to in width; the letter if none is near."""
    wide = width_em(glyph)

    def difference(name: str) -> float:
        return abs(sum(usual_width(usual, glyph.font, char) for char in name) - wide)

    best = min(_NAMES[glyph.char], key=difference)
    return best if difference(best) <= weights.CUT_LIGATURE_MAX_DIFFERENCE * wide else glyph.char
