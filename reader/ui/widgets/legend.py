"""Lines beside or below something, such as the captions of a picture or the card of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.reactive import reactive

from reader.pictures.fitting import CellBox, box_of
from reader.pictures.sights import Sight
from reader.ui.lists.legend import MARGIN_CELLS, legend_row
from reader.ui.widgets.pictured import PicturedPanel, with_pictures

MARGIN_ROWS = 1
"""Blank rows above the picture and below it."""
MIN_PICTURE_ROWS = 6

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from reader.layout.runs import Run
    from reader.pictures.headers import PictureFile


class Legend(PicturedPanel):
    """Shows lines of runs, as many as there is room for, below a blank row; an ellipsis ends lines that are cut off."""

    lines: reactive[list[list[Run]]] = reactive(list)
    picture: reactive[PictureFile | None] = reactive["PictureFile | None"](None)
    """A picture below the lines, where there is room for it."""

    def render_line(self, y: int) -> Strip:
        """Draws one line."""
        return with_pictures(self, y, self.draw(legend_row(self.lines, y, *self.size)))

    def picture_sights(self, *, ahead: bool = False) -> Sequence[Sight]:
        """Returns the picture at the bottom, if the lines leave room for it."""
        width, height = self.size
        most = CellBox(width - 2 * MARGIN_CELLS, min(height // 2, height - len(self.lines) - 2 * MARGIN_ROWS))
        if ahead or self.picture is None or most.rows < MIN_PICTURE_ROWS or most.columns < 1:
            return ()
        box = box_of(self.picture.size, most)
        y = height - MARGIN_ROWS - box.rows
        return (Sight(self.picture, MARGIN_CELLS, y, box, (0, box.rows), ground=self.picture_cells.ground),)
