"""The rows of lines beside or below something, such as the captions of a picture or the card of an article. Pure."""

from __future__ import annotations

from reader.layout.runs import with_ellipsis

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.layout.runs import Run

MARGIN_CELLS = 2
"""Width of the margin at each side of the lines."""


def legend_row(lines: Sequence[list[Run]], y: int, width_cells: int, height: int) -> list[Run]:
    """Returns a row of a panel: blank at the top, then the lines; an ellipsis ends those that are cut off."""
    if not 0 < y <= len(lines):
        return []
    line = lines[y - 1]
    if y == height - 1 and y < len(lines):
        line = with_ellipsis(line, width_cells - 2 * MARGIN_CELLS)
    return [(" " * MARGIN_CELLS, ""), *line]
