"""The lines of a column that a picture takes, above the caption of its figure."""

from __future__ import annotations

from reader.layout.piece import Line, PictureLine

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.layout.geometry import FigureRoom
    from reader.layout.item import Item


def picture_lines(item: Item, room: FigureRoom | None, width_cells: int) -> Iterator[Line]:
    """Yields the lines of a figure's picture in the middle of a width; none for other items, or without room."""
    cells = room.cells(item.anchor, width_cells) if room and item.kind == "figure" else None
    if cells:
        columns, rows = cells
        for row in range(rows):
            yield Line(picture=PictureLine(item.anchor, row, columns, rows, (width_cells - columns) // 2))
