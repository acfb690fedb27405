"""Pictures in sight: their boxes of cells on a panel or a screen, and the drawing in each. Pure."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from reader.pictures.fitting import (
    WHOLE,
    CellBox,
    CellPixels,
    DrawingPart,
    Excerpt,
    PixelSize,
    Tile,
    cells_of,
    pixels_in,
    tiles_of,
)
from reader.pictures.half_blocks import BlockForm, size_in_blocks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.pictures.abilities import PictureAbility, Protocol
    from reader.pictures.half_blocks import Colour
    from reader.pictures.headers import PictureFile

IN_TEXT: tuple[Protocol, ...] = ("placeholders", "blocks")
"""The protocols whose pictures are rows of text, each drawn by itself."""


class PictureJob(NamedTuple):
    """A drawing of a picture, or a part of one, in the form in which it is written."""

    file: PictureFile
    size: PixelSize
    """The size of the whole drawing."""
    excerpt: Excerpt
    ground: Colour
    protocol: Protocol
    part: DrawingPart
    colours: int = 0
    """Number of colours of a sixel picture; 0 for other forms."""
    blocks: BlockForm = BlockForm()
    """The form of half blocks."""


class Sight(NamedTuple):
    """A picture in sight: its box, of which some rows may be out of sight."""

    file: PictureFile
    x: int
    """The first cell of the box."""
    y: int
    """The row of its first row in sight."""
    box: CellBox
    rows: tuple[int, int]
    """The rows of the box in sight, half-open."""
    excerpt: Excerpt = WHOLE
    ground: Colour = (0, 0, 0)
    """The colour of the screen around it."""

    @property
    def top(self) -> int:
        """The row of the box's first row, which may be above the panel."""
        return self.y - self.rows[0]


class PlacedTile(NamedTuple):
    """A part of a drawing, the cell of the screen where it begins, and the job that makes it."""

    x: int
    y: int
    tile: Tile
    job: PictureJob


class PlacedDrawing(NamedTuple):
    """The drawing of a picture in its place on the screen."""

    x: int
    y: int
    cells: CellBox
    """The cells of it that are seen."""
    whole: PictureJob
    """The job of the whole drawing."""
    tiles: tuple[PlacedTile, ...]
    """The parts that are drawn; one of text has rows of cells."""
    first_row: int
    """The first row of the whole drawing that is seen."""
    all_cells: CellBox
    """The cells of the whole drawing."""


class Margins(NamedTuple):
    """The cells of a box at the left of a drawing and above it."""

    left: int
    top: int


def margins(box: CellBox, drawing: PixelSize, grid: CellPixels) -> Margins:
    """Returns the margins that put a drawing into the middle of its box, half a cell beside it at most.

    Args:
        box: The cells of the box.
        drawing: The size of the drawing.
        grid: The size of a cell in its pixels.
    """
    covered = cells_of(drawing, grid)
    left, above = (box.columns - drawing.width / grid.width) / 2, (box.rows - drawing.height / grid.height) / 2
    return Margins(
        min(box.columns - covered.columns, ceil(left - 0.5)), min(box.rows - covered.rows, ceil(above - 0.5))
    )


def drawing_size(sight: Sight, ability: PictureAbility) -> PixelSize:
    """Returns the size of a picture's whole drawing in pixels; in half blocks a cell has two of them."""
    if ability.protocol != "blocks":
        return pixels_in(sight.file.size, sight.box, ability.cell, sight.excerpt)
    width, height = size_in_blocks(sight.file.size, sight.box, sight.excerpt)
    return PixelSize(width, height // 2 if ability.blocks.in_blanks else height)


def drawing_grid(ability: PictureAbility) -> CellPixels:
    """Returns the size of a cell in the pixels of a drawing."""
    if ability.protocol != "blocks":
        return ability.cell
    return CellPixels(1, 1 if ability.blocks.in_blanks else 2)


def cells_of_drawing(sight: Sight, ability: PictureAbility) -> CellBox:
    """Returns the cells that the drawing of a picture covers in its box."""
    return cells_of(drawing_size(sight, ability), drawing_grid(ability))


def placed(sight: Sight, ability: PictureAbility, free: tuple[int, int]) -> PlacedDrawing | None:
    """Returns the drawing of a picture as a terminal draws it; None if none of its rows is free.

    Args:
        sight: The picture.
        ability: The way in which the terminal draws pictures.
        free: The rows of the screen on which nothing lies over it, half-open.
    """
    cell, size = drawing_grid(ability), drawing_size(sight, ability)
    covered = cells_of(size, cell)
    left, above = margins(sight.box, size, cell)
    x, top = sight.x + left, sight.top + above
    first, end = max(0, free[0] - top), min(covered.rows, free[1] - top)
    if first >= end:
        return None
    is_sixel = ability.protocol == "sixel"
    colours = ability.colours if is_sixel else 0

    def job(part: DrawingPart) -> PictureJob:
        return PictureJob(
            sight.file, size, sight.excerpt, sight.ground, ability.protocol, part, colours, ability.blocks
        )

    tiles = tiles_of(size, cell, (first, end), ability.largest if is_sixel else None)
    whole = job(DrawingPart(0, 0, *size))
    y = top + first
    crops = ability.protocol in IN_TEXT or (ability.protocol == "kitty" and ability.crops)
    parts = (PlacedTile(x + tile.column, y + tile.row, tile, whole if crops else job(tile.part)) for tile in tiles)
    return PlacedDrawing(x, y, CellBox(covered.columns, end - first), whole, tuple(parts), first, covered)


def free_rows(sight: Sight, is_free: Sequence[bool]) -> tuple[int, int]:
    """Returns the longest stretch of free rows of the screen in a picture's rows in sight, half-open.

    Args:
        sight: The picture.
        is_free: For each row in sight, whether nothing lies over the picture.
    """
    best = begin = 0
    found = (sight.y, sight.y)
    for row, free in enumerate([*is_free, False]):
        if free:
            continue
        if row - begin > best:
            best, found = row - begin, (sight.y + begin, sight.y + row)
        begin = row + 1
    return found
