"""Cells and pixels of pictures: in proportion, within their room, and without a gap between parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.pictures.fitting import (
    WHOLE,
    CellBox,
    CellPixels,
    Excerpt,
    PixelSize,
    box_of,
    cells_of,
    pixels_in,
    tiles_of,
)
from reader.pictures.half_blocks import size_in_blocks
from reader.pictures.sights import margins

SIDES = st.integers(1, 16_000)
CELLS = st.builds(CellPixels, st.floats(4, 30), st.integers(6, 60))


@pytest.mark.parametrize(
    ("picture", "most", "box"),
    [
        ((480, 320), (120, 20), (60, 20)),
        ((480, 320), (30, 20), (30, 10)),
        ((16, 16), (120, 20), (4, 2)),
        ((1, 10_000), (120, 20), (1, 20)),
        ((10_000, 1), (120, 20), (120, 1)),
    ],
)
def test_a_picture_takes_cells_in_its_proportions(
    picture: tuple[int, int], most: tuple[int, int], box: tuple[int, int]
) -> None:
    assert box_of(PixelSize(*picture), CellBox(*most)) == box


@given(SIDES, SIDES, st.integers(1, 200), st.integers(1, 100), CELLS)
def test_a_drawing_fits_into_its_box_and_keeps_its_proportions(
    width: int, height: int, columns: int, rows: int, cell: CellPixels
) -> None:
    picture, most = PixelSize(width, height), CellBox(columns, rows)
    box = box_of(picture, most)
    assert 1 <= box.columns <= columns
    assert 1 <= box.rows <= rows
    for view in (WHOLE, Excerpt(0.25, 0.5, 0.5, 0.75)):
        drawing = pixels_in(picture, box, cell, view)
        covered = cells_of(drawing, cell)
        assert covered.columns <= box.columns
        assert covered.rows <= box.rows
        across, down = view.shares
        if min(drawing) > 20:
            assert abs(drawing.width / drawing.height * height * down / (width * across) - 1) < 0.1
        blocks = size_in_blocks(picture, box, view)
        assert 1 <= blocks.width <= box.columns
        assert blocks.height in range(2, 2 * box.rows + 1, 2)


@given(SIDES, SIDES, CELLS, st.data())
def test_parts_lie_beside_each_other_and_cover_the_rows_in_sight(
    width: int, height: int, cell: CellPixels, data: st.DataObject
) -> None:
    drawing = pixels_in(PixelSize(width, height), CellBox(150, 60), cell)
    rows = cells_of(drawing, cell).rows
    first = data.draw(st.integers(0, rows - 1))
    end = data.draw(st.integers(first + 1, rows))
    largest = data.draw(st.sampled_from([None, PixelSize(1000, 1000), PixelSize(200, 90)]))
    tiles = tiles_of(drawing, cell, (first, end), largest)
    area = sum(tile.part.size.width * tile.part.size.height for tile in tiles)
    top, bottom = min(tile.part.top for tile in tiles), max(tile.part.bottom for tile in tiles)
    assert (top, bottom) == (
        min(drawing.height, round(first * cell.height)),
        min(drawing.height, round(end * cell.height)),
    )
    assert area == drawing.width * (bottom - top)
    for tile in tiles:
        assert tile.part.left == round(tile.column * cell.width)
        assert tile.part.top == round((first + tile.row) * cell.height)
        assert largest is None or (
            tile.part.size.width <= largest.width + 1 and tile.part.size.height <= largest.height + 1
        )


@given(SIDES, SIDES, st.integers(1, 200), st.integers(1, 100), CELLS)
def test_a_drawing_is_in_the_middle_of_its_box_as_near_as_cells_allow(
    width: int, height: int, columns: int, rows: int, cell: CellPixels
) -> None:
    box = CellBox(columns, rows)
    drawing = pixels_in(PixelSize(width, height), box, cell)
    covered, found = cells_of(drawing, cell), margins(box, drawing, cell)
    assert 0 <= found.left <= columns - covered.columns
    assert 0 <= found.top <= rows - covered.rows
    for margin, most, share in (
        (found.left, columns, drawing.width / cell.width),
        (found.top, rows, drawing.height / cell.height),
    ):
        assert abs(margin - (most - margin - share)) <= 1 + 1e-5  # beside the middle by half a cell
