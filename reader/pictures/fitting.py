"""Sizes of pictures: the cells that one takes, its pixels in them, and the parts that are sent. Pure."""

from __future__ import annotations

from math import ceil
from typing import NamedTuple

USUAL_CELL_WIDTH, USUAL_CELL_HEIGHT = 10, 20
"""Pixels of a cell by which pictures get their cells, so that these are the same on every terminal."""
MOST_ENLARGED = 2.0
"""Greatest factor by which a small picture is enlarged beside text."""


class CellPixels(NamedTuple):
    """The size of a terminal's cell in pixels; the width may be a fraction."""

    width: float
    height: float


USUAL_CELL = CellPixels(USUAL_CELL_WIDTH, USUAL_CELL_HEIGHT)


class PixelSize(NamedTuple):
    """The size of a picture in pixels."""

    width: int
    height: int


class CellBox(NamedTuple):
    """The cells that a picture takes."""

    columns: int
    rows: int


class Excerpt(NamedTuple):
    """The part of a picture that is shown, as shares of its width and height from 0 to 1."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def shares(self) -> tuple[float, float]:
        """The shares of the width and of the height that are shown."""
        return self.right - self.left, self.bottom - self.top


WHOLE = Excerpt()


class DrawingPart(NamedTuple):
    """Pixels of a drawing, half-open: those that one sequence draws."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> PixelSize:
        """Its width and height."""
        return PixelSize(self.right - self.left, self.bottom - self.top)


class Tile(NamedTuple):
    """A part of a drawing, and the cell of the drawing where it begins."""

    column: int
    row: int
    part: DrawingPart


def box_of(picture: PixelSize, most: CellBox, most_enlarged: float = MOST_ENLARGED) -> CellBox:
    """Returns the cells of a picture in its proportions, on cells of the usual size; at least one."""
    scale = min(
        most.columns * USUAL_CELL.width / picture.width, most.rows * USUAL_CELL.height / picture.height, most_enlarged
    )
    columns = ceil(picture.width * scale / USUAL_CELL.width - 0.01)
    rows = ceil(picture.height * scale / USUAL_CELL.height - 0.01)
    return CellBox(max(1, min(columns, most.columns)), max(1, min(rows, most.rows)))


def zoomed(picture: PixelSize, room: CellBox, cell: CellPixels, factor: float, middle: tuple[float, float]) -> Excerpt:
    """Returns the part of a picture that a room shows, enlarged by a factor over the whole picture in it.

    Args:
        picture: The size of the picture.
        room: The cells for it.
        cell: The size of a cell.
        factor: The enlargement; 1 for the whole picture.
        middle: The shares of the width and the height at which the middle of the part is wanted.
    """
    width, height = room.columns * cell.width, room.rows * cell.height
    scale = factor * min(width / picture.width, height / picture.height)
    shares = (min(1.0, width / (picture.width * scale)), min(1.0, height / (picture.height * scale)))
    left, top = (max(0.0, min(at - share / 2, 1 - share)) for at, share in zip(middle, shares, strict=True))
    return Excerpt(left, top, left + shares[0], top + shares[1])


def pixels_in(picture: PixelSize, box: CellBox, cell: CellPixels, view: Excerpt = WHOLE) -> PixelSize:
    """Returns the size in which a picture, or a part of it, is drawn: the largest in its proportions in a box."""
    across, down = view.shares
    width, height = picture.width * across, picture.height * down
    room_width, room_height = box.columns * cell.width, box.rows * cell.height
    scale = min(room_width / width, room_height / height)
    return PixelSize(
        max(1, min(int(room_width), round(width * scale))), max(1, min(int(room_height), round(height * scale)))
    )


def cells_of(drawing: PixelSize, cell: CellPixels) -> CellBox:
    """Returns the cells that a drawing covers, wholly or in part."""
    return CellBox(ceil(drawing.width / cell.width - 1e-6), ceil(drawing.height / cell.height - 1e-6))


def tiles_of(
    drawing: PixelSize, cell: CellPixels, rows: tuple[int, int], largest: PixelSize | None = None
) -> list[Tile]:
    """Returns the parts of a drawing in some of its rows of cells, none larger than a terminal takes.

    Args:
        drawing: The size of the whole drawing.
        cell: The size of a cell.
        rows: The rows in sight, half-open, from the top of the drawing.
        largest: The largest part; None for any.
    """
    columns_end = cells_of(drawing, cell).columns
    across = max(1, int(largest.width / cell.width)) if largest else columns_end
    down = max(1, int(largest.height / cell.height)) if largest else rows[1]
    found = []
    for row in range(rows[0], rows[1], down):
        top, bottom = (
            _edge(row, cell.height, drawing.height),
            _edge(min(row + down, rows[1]), cell.height, drawing.height),
        )
        for column in range(0, columns_end, across):
            left, right = _edge(column, cell.width, drawing.width), _edge(column + across, cell.width, drawing.width)
            if left < right and top < bottom:
                found.append(Tile(column, row - rows[0], DrawingPart(left, top, right, bottom)))
    return found


def _edge(cells: int, pixels: float, most: int) -> int:
    """Returns the pixel at which a cell begins."""
    return min(most, round(cells * pixels))
