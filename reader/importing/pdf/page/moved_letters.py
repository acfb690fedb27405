"""Letters moved off the baseline inside a word, as in logos such as that of TeX: put back on the baseline."""

from __future__ import annotations

from itertools import pairwise

from reader.importing.pdf.weights import page as weights
from reader.importing.scripts import count_han
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.importing.pdf.page.glyphs import Glyph


def with_moved_letters_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs of a page; a letter a little higher or lower than those before and after it is in their line.

    All three are drawn one after another, and touch each other.
    """
    found = list(glyphs)
    for at in range(1, len(found) - 1):
        before, letter, after = found[at - 1 : at + 2]
        shift = abs(letter.baseline - before.baseline) / before.size
        is_moved = weights.MOVED_LETTER_MIN_SHIFT_EM <= shift <= weights.MOVED_LETTER_MAX_SHIFT_EM
        if is_moved and _are_in_line(before, after) and _are_of_one_word(before, letter, after):
            found[at] = replace(letter, baseline=before.baseline, size=before.size)
    return found


def _are_in_line(before: Glyph, after: Glyph) -> bool:
    """Whether two glyphs are in one size on one baseline."""
    slack = weights.MOVED_LETTER_MIN_SHIFT_EM * before.size
    return abs(before.baseline - after.baseline) < slack and abs(before.size - after.size) < slack


def _are_of_one_word(*letters: Glyph) -> bool:
    """Whether glyphs are Latin letters that touch each other."""
    if any(not each.char.isalpha() or count_han(each.char) for each in letters):
        return False
    return all(
        weights.MOVED_LETTER_MIN_GAP_EM * letters[0].size
        <= after.left - before.right
        <= weights.MOVED_LETTER_MAX_GAP_EM * letters[0].size
        for before, after in pairwise(letters)
    )
