"""Inset glyphs: short texts off the baseline of a line that fill a hole in it.

They are raised numbers of references, limits and indices in formulas, a lowered letter of a logo, and letters of a
font whose own baseline is lower. The text before and after them shows that they belong there, whatever they are.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from reader.importing.pdf.page.shifted_glyphs import is_citation, placed_at
from reader.importing.pdf.weights import page as weights
from reader.model.record import record, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.importing.pdf.page.glyphs import Glyph

_MAX_INSETS = 400
"""Maximum number of insets of a page; a page with more is a table or a map."""


@record
class _GlyphRow:
    """The glyphs on a baseline, from the left."""

    baseline: float
    glyphs: tuple[Glyph, ...]
    middles: tuple[float, ...]


@record
class _Hole:
    """A place of a row, between the glyphs of it before and after."""

    row: _GlyphRow
    at: int
    left: float
    right: float


def with_insets_placed(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Returns the glyphs of a page, insets on the baseline of their line, in its size.

    Of insets over each other in one hole, the upper one comes first.
    """
    rows = _rows(glyphs)
    filled: dict[tuple[float, int], tuple[_Hole, list[Sequence[Glyph]]]] = {}
    for at, row in enumerate(rows):
        near = [*rows[max(0, at - weights.INSET_NEAR_ROWS) : at], *rows[at + 1 : at + 1 + weights.INSET_NEAR_ROWS]]
        for run in _short_runs(row):
            holes = [hole for other in near if (hole := _hole(run, other))]
            if holes:
                hole = min(holes, key=lambda hole: abs(hole.row.baseline - run[0].baseline))
                filled.setdefault((hole.row.baseline, hole.at), (hole, []))[1].append(run)
    if not filled or len(filled) > _MAX_INSETS:
        return list(glyphs)
    placed = {id(old): new for hole, runs in filled.values() for old, new in _filled(hole, runs)}
    return [placed.get(id(glyph), glyph) for glyph in glyphs]


def _rows(glyphs: Iterable[Glyph]) -> list[_GlyphRow]:
    rows: list[list[Glyph]] = []
    for glyph in sorted((each for each in glyphs if not each.char.isspace()), key=lambda each: each.baseline):
        if rows and glyph.baseline - rows[-1][0].baseline <= weights.INSET_SAME_ROW_EM * glyph.size:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    found = []
    for row in rows:
        ordered = tuple(sorted(row, key=lambda glyph: glyph.left))
        middles = tuple((glyph.left + glyph.right) / 2 for glyph in ordered)
        found.append(_GlyphRow(row[0].baseline, ordered, middles))
    return found


def _short_runs(row: _GlyphRow) -> list[list[Glyph]]:
    """Returns the short texts of a row that are apart from its other text."""
    runs = [[row.glyphs[0]]]
    for last, glyph in pairwise(row.glyphs):
        if glyph.left - last.right > weights.INSET_APART_EM * glyph.size:
            runs.append([])
        runs[-1].append(glyph)
    return [run for run in runs if len(run) <= weights.INSET_MAX_CHARACTERS]


def _hole(run: Sequence[Glyph], row: _GlyphRow) -> _Hole | None:
    """Returns the hole of a row that a short text off its baseline fills, if it is one in a line of text."""
    left, right = run[0].left, run[-1].right
    at = bisect_left(row.middles, (left + right) / 2)
    before = row.glyphs[at - 1] if at else None
    after = row.glyphs[at] if at < len(row.glyphs) else None
    nearest = before or after
    if nearest is None or not (after and (before or is_citation(run))):
        return None
    size = max(nearest.size, after.size)
    offset = abs(row.baseline - run[0].baseline) / size
    reach, overlap = weights.INSET_GAP_EM * size, weights.INSET_OVERLAP_EM * size
    is_at = all(-overlap <= gap <= reach for gap in (left - before.right if before else 0.0, after.left - right))
    if not is_at or offset > weights.INSET_MAX_OFFSET_EM or run[0].size > weights.INSET_MAX_SIZE_RATIO * size:
        return None
    first = bisect_left(row.middles, left - weights.INSET_TEXT_REACH_EM * size)
    beyond = bisect_left(row.middles, right + weights.INSET_TEXT_REACH_EM * size)
    if beyond - first < max(weights.INSET_MIN_TEXT, weights.INSET_MIN_TEXT_RATIO * len(run)):
        return None
    return _Hole(row, at, before.right if before else left, after.left)


def _filled(hole: _Hole, runs: Sequence[Sequence[Glyph]]) -> list[tuple[Glyph, Glyph]]:
    """Returns each glyph of the texts in a hole with the one that takes its place."""
    host = hole.row.glyphs[hole.at - 1] if hole.at else hole.row.glyphs[0]
    ordered = sorted(runs, key=lambda run: (run[0].baseline, run[0].left))
    are_over_each_other = any(
        one[0].left < other[-1].right and other[0].left < one[-1].right
        for at, one in enumerate(ordered)
        for other in ordered[at + 1 :]
    )
    pairs = [
        (old, new) for run in ordered for old, new in zip(run, placed_at(run, host.baseline, host.size), strict=True)
    ]
    if not are_over_each_other:
        return pairs
    step = (hole.right - hole.left) / len(pairs)
    return [
        (old, replace(new, left=hole.left + at * step, right=hole.left + (at + 1) * step))
        for at, (old, new) in enumerate(pairs)
    ]
