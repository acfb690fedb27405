"""Spacing of the letters of a line: blanks that were not drawn in lines set tight or wide, and small capitals."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median, median_low

from reader.importing.pdf.weights import page as page_weights
from reader.importing.pdf.weights import text_lines as weights
from reader.importing.scripts import count_han
from reader.model.scripts import HAN_UNIFIED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_SPACED = re.compile(
    rf"(?:[\d.§一二三四五六七八九十]+[、．.]?\s+)?(?=.{{3,15}}\Z)[{HAN_UNIFIED}](?:\s+[{HAN_UNIFIED}])+\Z"
)
"""A short text that is letter-spaced, perhaps with its number."""
_NUMBER = re.compile(r"§?\s*\d{1,2}(?:\.\d{1,2})*\.?\s*\Z")
_SPACES = re.compile(rf"(?<=[{HAN_UNIFIED}])\s+")


def least_blank_em(glyphs: Sequence[Glyph]) -> float:
    """Returns the width above which a gap between the Latin letters of a line is a blank, in their size.

    Headlines are set so tight that their blanks are narrower than usual, or so wide that the gaps between letters are
    as wide as blanks: the gaps then fall into two groups. A line with blanks drawn in it needs no such guess; if most
    of its letters are as far apart as words, its words end at these blanks alone.
    """
    usual = page_weights.LATIN_BLANK_EM
    has_blanks = any(glyph.char.isspace() for glyph in glyphs)
    gaps = sorted(
        (after.left - before.right) / after.size
        for before, after in pairwise(glyphs)
        if (before.char + after.char).isalnum() and not count_han(before.char + after.char)
    )
    if len(gaps) < max(weights.SPACING_MIN_GAPS, weights.SPACING_MIN_LATIN_SHARE * len(glyphs)):
        return usual
    letters = median_low(gaps)
    if has_blanks and letters <= usual:
        return usual
    best = max(usual, gaps[-1]) if has_blanks else usual
    widest_jump = weights.SPACING_JUMP_EM
    for lower, upper in pairwise(gaps):
        if letters <= lower and upper - lower >= widest_jump and upper - letters >= weights.SPACING_MIN_BLANK_EM:
            widest_jump, best = upper - lower, (lower + upper) / 2
            if lower <= usual < upper:
                best = usual
    return best if best <= usual or letters > weights.SPACING_WIDE_EM else usual


def with_spaced_joined(fragments: Sequence[Sequence[Glyph]]) -> list[list[Glyph]]:
    """Returns the fragments of a row; single Han characters at even gaps are one: a title such as ``目　　次``.

    Two characters are one if nothing else is in their row but a number before them, or the second one goes on with
    marks: the number of an institution after a name, or the colon of a label.
    """
    fragments = _with_first_characters_joined(fragments)
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
            and abs(first.size - last.size) <= weights.SPACED_SLACK_EM * first.size
            and 0 < first.left - last.right <= weights.SPACED_MAX_GAP_EM * first.size
        ):
            groups[-1].append(fragment)
        else:
            groups.append([fragment])
    return groups


def _with_first_characters_joined(fragments: Sequence[Sequence[Glyph]]) -> list[Sequence[Glyph]]:
    """Returns the fragments; a lone Han character is with the rest of the letter-spaced name or label it begins."""
    found: list[Sequence[Glyph]] = []
    for fragment in reversed(fragments):
        inked = [glyph for glyph in found[-1] if not glyph.char.isspace()] if found else []
        if len(fragment) == 1 and len(inked) > 1 and _continues_spaced(fragment[0], inked):
            found[-1] = [*fragment, *found[-1]]
        else:
            found.append(fragment)
    return found[::-1]


def _continues_spaced(lone: Glyph, inked: Sequence[Glyph]) -> bool:
    """Whether the characters that a text begins with are as far from each other as a lone one is from them."""
    first, second = inked[:2]
    gap = first.left - lone.right
    is_near = 0 < gap <= weights.SPACED_START_MAX_GAP_EM * first.size
    if not is_near or not count_han(lone.char) or not count_han(first.char) or _style(lone) != _style(first):
        return False
    if second.char.isalpha() and _style(second) == _style(first):
        return abs(second.left - first.right - gap) <= weights.SPACED_SLACK_EM * first.size
    return True


def _style(glyph: Glyph) -> tuple[str, float]:
    return glyph.font, glyph.size


def _is_number(fragment: Sequence[Glyph]) -> bool:
    return bool(_NUMBER.match("".join(glyph.char for glyph in fragment)))


def _has_one_character(fragment: Sequence[Glyph]) -> bool:
    """Whether a fragment is a Han character, perhaps after a number."""
    return not any(glyph.char.isalpha() for glyph in fragment[:-1])


def _is_even(group: Sequence[Sequence[Glyph]]) -> bool:
    gaps = [(after[0].left - before[-1].right) / after[0].size for before, after in pairwise(group)]
    return max(gaps) - min(gaps) <= weights.SPACED_SLACK_EM


def has_stretched_blanks(row: Sequence[Glyph]) -> bool:
    """Whether the blanks of a row may be stretched: most of them are, or they are too few to show it."""
    gaps = []
    last: Glyph | None = None
    for before, glyph in pairwise(row):
        if not before.char.isspace():
            last = before
        elif last and not glyph.char.isspace():
            gaps.append((glyph.left - before.right) / glyph.size)
    return len(gaps) < weights.TIGHT_MIN_BLANKS or median(gaps) > weights.TIGHT_MAX_STRETCH_EM


def is_in_small_capitals(last: Glyph, glyph: Glyph, gap: float) -> bool:
    """Whether two neighbours of unlike sizes are a capital and a small capital, or a sign among such.

    Fonts without small capitals have capitals of a smaller size for them.
    """
    small, large = sorted((last.size, glyph.size))
    both = last.char + glyph.char
    return (
        large <= weights.SMALL_CAPITALS_MAX_RATIO * small
        and gap <= weights.SMALL_CAPITALS_GAP_EM * large
        and any(map(str.isupper, both))
        and all(char.isupper() or not char.isalpha() for char in both)
    )


def size_of(inked: Sequence[Glyph]) -> float:
    """Returns the font size of a line: that of most of its glyphs, or the larger one of a line in small capitals."""
    sizes = [glyph.size for glyph in inked]
    usual = median(sizes)
    return max(sizes) if max(sizes) > weights.SIZE_RATIO * usual else usual
