"""Spacing of the letters of a line: blanks that were not drawn in lines set tight or wide, and small capitals."""

from __future__ import annotations

from itertools import pairwise
from statistics import median, median_low

from reader.importing.pdf import weights
from reader.importing.scripts import count_han

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_MIN_GAPS = 6
"""Minimum number of gaps between letters that show how a line is spaced."""
_JUMP_EM = 0.06
"""Minimum difference between the gaps of letters and those of words in a line set tight or wide."""
_MIN_BLANK_EM = 0.09
"""Minimum distance of a blank's width from the usual gap between letters."""
_WIDE_EM = 0.1
"""Usual gap between letters from which on a line is set wide."""
_SMALL_CAPITALS_MAX_RATIO = 1.6
"""Maximum size of a capital divided by that of the small capitals after it."""
_SMALL_CAPITALS_GAP_EM = 0.5
"""Maximum gap between a capital and small capitals."""
_TIGHT_MIN_BLANKS = 4
"""Minimum number of blanks of a row that show whether blanks are stretched in it."""
_TIGHT_MAX_STRETCH_EM = 0.25
"""Usual width added to the blanks of a row up to which they are not stretched: a wider gap ends a line."""
_MIN_LATIN_SHARE = 0.5
"""Share of the glyphs of a line that have a Latin letter after them, below which it shows no spacing of its own."""


def least_blank_em(glyphs: Sequence[Glyph]) -> float:
    """Returns the width above which a gap between the Latin letters of a line is a blank, in their size.

    Headlines are set so tight that their blanks are narrower than usual, or so wide that the gaps between letters are
    as wide as blanks: the gaps then fall into two groups. A line with blanks drawn in it needs no such guess.
    """
    usual = weights.LATIN_BLANK_EM
    if any(glyph.char.isspace() for glyph in glyphs):
        return usual
    gaps = sorted(
        (after.left - before.right) / after.size
        for before, after in pairwise(glyphs)
        if (before.char + after.char).isalnum() and not count_han(before.char + after.char)
    )
    if len(gaps) < max(_MIN_GAPS, _MIN_LATIN_SHARE * len(glyphs)):
        return usual
    letters = median_low(gaps)
    best = usual
    widest_jump = _JUMP_EM
    for lower, upper in pairwise(gaps):
        if letters <= lower and upper - lower >= widest_jump and upper - letters >= _MIN_BLANK_EM:
            widest_jump, best = upper - lower, (lower + upper) / 2
            if lower <= usual < upper:
                best = usual
    return best if best <= usual or letters > _WIDE_EM else usual


def has_stretched_blanks(row: Sequence[Glyph]) -> bool:
    """Whether the blanks of a row may be stretched: most of them are, or they are too few to show it."""
    gaps = []
    last: Glyph | None = None
    for before, glyph in pairwise(row):
        if not before.char.isspace():
            last = before
        elif last and not glyph.char.isspace():
            gaps.append((glyph.left - before.right) / glyph.size)
    return len(gaps) < _TIGHT_MIN_BLANKS or median(gaps) > _TIGHT_MAX_STRETCH_EM


def is_in_small_capitals(last: Glyph, glyph: Glyph, gap: float) -> bool:
    """Whether two neighbours of unlike sizes are a capital and a small capital, or a sign among such.

    Fonts without small capitals have capitals of a smaller size for them.
    """
    small, large = sorted((last.size, glyph.size))
    both = last.char + glyph.char
    return (
        large <= _SMALL_CAPITALS_MAX_RATIO * small
        and gap <= _SMALL_CAPITALS_GAP_EM * large
        and any(map(str.isupper, both))
        and all(char.isupper() or not char.isalpha() for char in both)
    )


def size_of(inked: Sequence[Glyph]) -> float:
    """Returns the font size of a line: that of most of its glyphs, or the larger one of a line in small capitals."""
    sizes = [glyph.size for glyph in inked]
    usual = median(sizes)
    return max(sizes) if max(sizes) > weights.SIZE_RATIO * usual else usual
