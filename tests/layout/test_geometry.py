"""Geometry of a spread: columns fit into the width, and the split can be moved."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reader.layout.geometry import MIN_PARALLEL_CELLS, MIN_SPLIT_COLUMN_CELLS, MODES, Geometry
from reader.layout.spaces import SpreadCell

modes = st.sampled_from(MODES)
splits = st.sampled_from((0.5, 0.2, 0.35, 0.8))


@given(st.integers(0, 500), modes, st.integers(24, 120), splits)
def test_the_columns_fit_into_the_width(width: int, mode: str, measure: int, split: float) -> None:
    geometry = Geometry(width, mode, measure, split)
    left, right = geometry.columns_cells
    used = geometry.left_cells + geometry.margin_cells + left + geometry.hang_cells
    used += geometry.gutter_cells + right if geometry.parallel else 0
    assert left + right <= 2 * measure
    assert min(left, right) >= min(2, measure)
    assert geometry.left_cells >= 0
    if width >= 3:
        assert used <= width
    assert (geometry.shown_mode == "interleaved") == (
        mode == "interleaved" or (mode == "parallel" and width < MIN_PARALLEL_CELLS)
    )


@given(st.integers(MIN_PARALLEL_CELLS, 300), st.floats(0, 1))
def test_a_split_at_the_gutter_is_the_same_split(width: int, split: float) -> None:
    geometry = Geometry(width, split=split)
    middle = SpreadCell(geometry.starts_cells[0] + geometry.columns_cells[0] + geometry.gutter_cells // 2)
    moved = Geometry(width, split=geometry.split_at(middle))
    assert moved.columns_cells == geometry.columns_cells
    assert min(moved.columns_cells) >= MIN_SPLIT_COLUMN_CELLS
    assert all(cell not in geometry.gutter for cell in range(geometry.starts_cells[0]))
