"""Spacing of the letters of a line: blanks that were not drawn in lines set tight or wide, and small capitals."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median, median_low

from reader.importing.pdf import weights
from reader.importing.scripts import count_han
from reader.model.scripts import HAN_UNIFIED

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
_SPACED_MAX_GAP_EM, _SPACED_SLACK_EM = 3.0, 0.2
"""Maximum gap between the characters of a letter-spaced title, and maximum difference of such gaps."""
_SPACED = re.compile(
    rf"(?:[\d.§一二三四五六七八九十]+[、．.]?\s+)?(?=.{{3,15}}\Z)[{HAN_UNIFIED}](?:\s+[{HAN_UNIFIED}])+\Z"
)
"""A short text that is letter-spaced, perhaps with its number."""
_NUMBER = re.compile(r"§?\s*\d{1,2}(?:\.\d{1,2})*\.?\s*\Z")
_SPACES = re.compile(rf"(?<=[{HAN_UNIFIED}])\s+")
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


def with_spaced_joined(fragments: Sequence[Sequence[Glyph]]) -> list[list[Glyph]]:
    """Returns the fragments of a row; single Han characters at even gaps are one: a title such as ``目　　次``.

    Two characters are one if nothing else is in their row but a number before them.
    """
    found: list[list[Glyph]] = []
    for group in _groups_of_characters(fragments):
        others = [fragment for fragment in fragments if fragment not in group]
        is_title = len(group) > 2 or (len(group) == 2 and all(map(_is_number, others)))
        if is_title and _is_even(group):
            found.append([glyph for fragment in group for glyph in fragment])
        else:
            found += [list(fragment) for fragment in group]
    return found


def without_spaces(text: str) -> str:
    """Returns a text without the blanks between its characters if it is a letter-spaced title."""
    return _SPACES.sub("", text) if _SPACED.match(text) else text


def _groups_of_characters(fragments: Sequence[Sequence[Glyph]]) -> list[list[Sequence[Glyph]]]:
    """Returns the fragments of a row, those that continue a row of single Han characters together."""
    groups: list[list[Sequence[Glyph]]] = []
    for fragment in fragments:
        first = fragment[0]
        last = groups[-1][-1][-1] if groups else None
        if (
            last
            and len(fragment) == 1
            and count_han(first.char)
            and count_han(last.char)
            and (len(groups[-1]) > 1 or _has_one_character(groups[-1][0]))
            and (first.font, first.bold) == (last.font, last.bold)
            and abs(first.size - last.size) <= _SPACED_SLACK_EM * first.size
            and 0 < first.left - last.right <= _SPACED_MAX_GAP_EM * first.size
        ):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    return groups


def _is_number(fragment: Sequence[Glyph]) -> bool:
    return bool(_NUMBER.match("".join(glyph.char for glyph in fragment)))


def _has_one_character(fragment: Sequence[Glyph]) -> bool:
    """Whether a fragment is a Han character, perhaps after a number."""
    return not any(glyph.char.isalpha() for glyph in fragment[:-1])


def _is_even(group: Sequence[Sequence[Glyph]]) -> bool:
    gaps = [(after[0].left - before[-1].right) / after[0].size for before, after in pairwise(group)]
    return max(gaps) - min(gaps) <= _SPACED_SLACK_EM


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
