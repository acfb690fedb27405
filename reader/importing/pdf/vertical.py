"""Vertical Chinese: found by its characters standing closer under each other than beside each other, and laid down."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.importing.pdf.sheets import Box
from reader.importing.scripts import count_han
from reader.model.record import replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.sheets import Glyph, Sheet

STEP = 1.45
"""Sizes from a character to the one under it, at most."""
ASIDE = 1.3
"""So many times as far away at least is what stands beside it."""
MIN_CHARS = 4
"""Characters under each other that are a column: fewer are set that way as an ornament."""
MAX_LEVEL = 0.7
"""The share of a column's characters that may have level text on their baseline, by chance."""
_SAME_PLACE = 0.2
_SAME_POINT = 0.1
_NEXT, _INDENT = 2.5, 2.2
"""Sizes from one column to the next at most, and by which the first character of a paragraph is set down."""
_BASE = 0.12
"""Sizes from the middle of a column's left edge to the baseline of letters that are turned in it."""


def laid_down(sheet: Sheet) -> tuple[Sheet, tuple[Glyph, ...]]:
    """Returns a sheet without its vertical text, and that text as if the page were turned to the left.

    Its columns are lines then, from the right one down, and what was its head is at the left.
    """
    columns = _columns(glyph for glyph in sheet.glyphs if not glyph.char.isspace())
    if not columns:
        return sheet, ()
    standing = {id(glyph) for column in columns for glyph in column}
    turned = [glyph for glyph in sheet.turned if _is_in(glyph, columns, sheet.width)]
    used = {id(glyph) for glyph in turned}
    lying = [_laid(glyph, sheet.width) for column in columns for glyph in column]
    rest = tuple(glyph for glyph in sheet.glyphs if id(glyph) not in standing)
    left = tuple(glyph for glyph in sheet.turned if id(glyph) not in used)
    return replace(sheet, glyphs=rest, turned=left), (*lying, *turned)


def turned_box(box: Box, width: float) -> Box:
    """Returns where a rectangle is on a page of a width that is turned to the left."""
    return Box(box.top, width - box.right, box.bottom, width - box.left)


def _columns(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Returns the characters that stand under each other, and closer than beside each other."""
    rows: dict[int, list[float]] = {}
    places: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.left):
        rows.setdefault(round(glyph.baseline), []).append(glyph.left)
        if places and abs(places[-1][0].left - glyph.left) <= _SAME_PLACE * glyph.size:
            places[-1].append(glyph)
        else:
            places.append([glyph])
    found = []
    for place in places:
        place.sort(key=lambda glyph: glyph.baseline)
        column = place[:1]
        for above, glyph in pairwise(place):
            step = glyph.baseline - above.baseline
            if not 0.7 * glyph.size <= step <= STEP * glyph.size or _beside(glyph, rows) < ASIDE * step:
                found.append(column)
                column = []
            column.append(glyph)
        found.append(column)
    whole = [column for column in found if len(column) >= MIN_CHARS and _is_chinese(column)]
    standing = {id(glyph) for column in whole for glyph in column}
    level = {round(glyph.baseline) for place in places for glyph in place if id(glyph) not in standing}
    whole = [column for column in whole if not _is_in_rows(column, level)]
    short = [column for column in found if len(column) < MIN_CHARS and any(_is_next(column, other) for other in whole)]
    return whole + short


def _is_in_rows(column: Sequence[Glyph], level: set[int]) -> bool:
    """Whether characters are a column of a table: most have level text on their baseline."""
    return sum(round(glyph.baseline) in level for glyph in column) > MAX_LEVEL * len(column)


def _is_chinese(column: Sequence[Glyph]) -> bool:
    return sum(count_han(glyph.char) for glyph in column) * 2 > len(column)


def _is_next(short: Sequence[Glyph], column: Sequence[Glyph]) -> bool:
    """Whether a few characters are the last column of a paragraph: they begin beside a column, where it does."""
    first, size = column[0], column[0].size
    return (
        abs(short[0].size - size) <= _SAME_PLACE * size
        and 0 < abs(short[0].left - first.left) <= _NEXT * size
        and first.baseline - _INDENT * size <= short[0].baseline <= first.baseline + _INDENT * size
    )


def _beside(glyph: Glyph, rows: dict[int, list[float]]) -> float:
    """Returns how far it is to the next character on the same baseline, on either side."""
    nearest = float("inf")
    for row in range(round(glyph.baseline) - 1, round(glyph.baseline) + 2):
        lefts = rows.get(row, [])
        at = bisect_left(lefts, glyph.left)
        for left in lefts[max(0, at - 2) : at + 3]:
            if abs(left - glyph.left) > _SAME_POINT:
                nearest = min(nearest, abs(left - glyph.left))
    return nearest


def _laid(glyph: Glyph, width: float) -> Glyph:
    top = glyph.baseline - 0.88 * glyph.size
    return replace(glyph, left=top, right=top + glyph.size, baseline=width - glyph.left - _BASE * glyph.size)


def _is_in(glyph: Glyph, columns: Sequence[Sequence[Glyph]], width: float) -> bool:
    """Whether a letter that is turned stands in a column or at its ends."""
    return any(
        abs(width - glyph.baseline - column[0].left - _BASE * glyph.size) < 0.3 * column[0].size
        and column[0].baseline - 12 * glyph.size <= glyph.left <= column[-1].baseline + 12 * glyph.size
        for column in columns
    )
