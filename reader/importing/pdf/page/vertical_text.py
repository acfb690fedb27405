"""Vertical text: found by characters that are closer under each other than beside each other, and turned level."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.importing.pdf.page import font_metrics
from reader.importing.pdf.page.geometry import Box
from reader.importing.pdf.page.glyphs import PdfPage, PlacedPicture
from reader.importing.pdf.weights import page as weights
from reader.importing.scripts import count_han
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph

    _GlyphColumn = list[Glyph]
    """Glyphs under each other, from the top down."""
    _Rows = dict[int, list[float]]
    """Left edges of glyphs in ascending order, by their baselines in whole points."""


@record
class LevelAndVertical:
    """A page without its vertical text, and that text at its places on the page turned to the left.

    The columns of the vertical text are lines on the turned page, from the right column down; the head of the page is
    at the left.
    """

    level: PdfPage
    vertical: tuple[Glyph, ...]


def separate_vertical_text(page: PdfPage) -> LevelAndVertical:
    """Separates the vertical text of a page from the level text."""
    columns = _columns(glyph for glyph in page.glyphs if not glyph.char.isspace())
    if not columns:
        return LevelAndVertical(page, ())
    in_columns = {id(glyph) for column in columns for glyph in column}
    sideways = [glyph for glyph in page.sideways if _is_in_a_column(glyph, columns, page.width)]
    used = {id(glyph) for glyph in sideways}
    turned = [_turned(glyph, page.width) for column in columns for glyph in column]
    level = replace(
        page,
        glyphs=tuple(glyph for glyph in page.glyphs if id(glyph) not in in_columns),
        sideways=tuple(glyph for glyph in page.sideways if id(glyph) not in used),
    )
    return LevelAndVertical(level, (*turned, *sideways))


def turned_to_the_left(page: PdfPage) -> PdfPage:
    """Returns the boxes and pictures of a page at their places on the page turned to the left, without its glyphs."""
    return PdfPage(
        page.number,
        page.height,
        page.width,
        boxes=tuple(_turned_box(box, page.width) for box in page.boxes),
        pictures=tuple(PlacedPicture(picture.index, _turned_box(picture.box, page.width)) for picture in page.pictures),
    )


def _turned_box(box: Box, page_width: float) -> Box:
    return Box(box.top, page_width - box.right, box.bottom, page_width - box.left)


def _turned(glyph: Glyph, page_width: float) -> Glyph:
    top = glyph.baseline - font_metrics.VERTICAL_ASCENT_EM * glyph.size
    baseline = page_width - glyph.left - font_metrics.VERTICAL_BASELINE_EM * glyph.size
    return replace(glyph, left=top, right=top + glyph.size, baseline=baseline)


def _columns(glyphs: Iterable[Glyph]) -> list[_GlyphColumn]:
    """Returns the glyphs of vertical text in columns."""
    rows: _Rows = {}
    places: list[_GlyphColumn] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.left):
        rows.setdefault(round(glyph.baseline), []).append(glyph.left)
        if places and abs(places[-1][0].left - glyph.left) <= weights.VERTICAL_PLACE_EM * glyph.size:
            places[-1].append(glyph)
        else:
            places.append([glyph])
    candidates = [column for place in places for column in _divided(place, rows)]
    whole = [
        column
        for column in candidates
        if len(column) >= weights.VERTICAL_MIN_CHARACTERS
        and sum(count_han(glyph.char) for glyph in column) * 2 > len(column)
    ]
    in_columns = {id(glyph) for column in whole for glyph in column}
    level = {round(glyph.baseline) for place in places for glyph in place if id(glyph) not in in_columns}
    whole = [column for column in whole if not _is_of_a_table(column, level)]
    short = [
        column
        for column in candidates
        if len(column) < weights.VERTICAL_MIN_CHARACTERS and any(_is_last_column(column, other) for other in whole)
    ]
    return whole + short


def _divided(place: _GlyphColumn, rows: _Rows) -> list[_GlyphColumn]:
    """Divides the glyphs at one place, at gaps and where the next glyph beside is as near as the one below."""
    place.sort(key=lambda glyph: glyph.baseline)
    found = []
    column = place[:1]
    for above, glyph in pairwise(place):
        step = glyph.baseline - above.baseline
        is_near = weights.VERTICAL_MIN_STEP_EM * glyph.size <= step <= weights.VERTICAL_MAX_STEP_EM * glyph.size
        if not is_near or _gap_beside(glyph, rows) < weights.VERTICAL_BESIDE_RATIO * step:
            found.append(column)
            column = []
        column.append(glyph)
    return [*found, column]


def _is_of_a_table(column: _GlyphColumn, level: set[int]) -> bool:
    """Whether glyphs are a column of a table: most have level text on their baseline."""
    on_rows = sum(round(glyph.baseline) in level for glyph in column)
    return on_rows > weights.VERTICAL_MAX_LEVEL_SHARE * len(column)


def _is_last_column(short: _GlyphColumn, column: _GlyphColumn) -> bool:
    """Whether a few glyphs are the last column of a paragraph: they begin beside a column, where it does."""
    first, size = column[0], column[0].size
    indent = weights.VERTICAL_INDENT_EM * size
    return (
        abs(short[0].size - size) <= weights.VERTICAL_PLACE_EM * size
        and 0 < abs(short[0].left - first.left) <= weights.VERTICAL_NEXT_COLUMN_EM * size
        and first.baseline - indent <= short[0].baseline <= first.baseline + indent
    )


def _gap_beside(glyph: Glyph, rows: _Rows) -> float:
    """Returns the distance to the nearest glyph on the same baseline, on either side."""
    nearest = float("inf")
    for row in range(round(glyph.baseline) - 1, round(glyph.baseline) + 2):
        lefts = rows.get(row, [])
        at = bisect_left(lefts, glyph.left)
        for left in lefts[max(0, at - 2) : at + 3]:
            if abs(left - glyph.left) > weights.VERTICAL_SAME_POINT_PT:
                nearest = min(nearest, abs(left - glyph.left))
    return nearest


def _is_in_a_column(glyph: Glyph, columns: Sequence[_GlyphColumn], page_width: float) -> bool:
    """Whether a sideways letter is in a column, or at either end of one."""
    reach = weights.VERTICAL_LATIN_REACH_EM * glyph.size
    place = page_width - glyph.baseline - font_metrics.VERTICAL_BASELINE_EM * glyph.size
    return any(
        abs(place - column[0].left) < weights.VERTICAL_LATIN_OFFSET_EM * column[0].size
        and column[0].baseline - reach <= glyph.left <= column[-1].baseline + reach
        for column in columns
    )
