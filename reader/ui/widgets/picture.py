"""A picture over a whole panel, or words where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive

from reader.layout.runs import wrap
from reader.pictures.fitting import WHOLE, CellBox, Excerpt
from reader.pictures.sights import Sight
from reader.ui.widgets.pictured import PicturedPanel, with_pictures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.strip import Strip

    from reader.pictures.headers import PictureFile

SIDE_CELLS = 1
"""Width left blank at each side."""


class Picture(PicturedPanel):
    """Draws a picture, or a part of it, as large as there is room."""

    file: reactive[PictureFile | None] = reactive["PictureFile | None"](None)
    excerpt: reactive[Excerpt] = reactive(WHOLE)
    words: reactive[str] = reactive("")
    """The description of the picture, which is shown where it cannot be drawn."""
    absence: reactive[str] = reactive("")
    """The words where there is no picture, nor a description of one."""

    class Resized(Message):
        """The room for the picture has changed."""

    @property
    def room(self) -> CellBox:
        """The cells that the picture may take."""
        return CellBox(max(1, self.size.width - 2 * SIDE_CELLS), max(1, self.size.height))

    def on_resize(self) -> None:
        """Has the part of the picture chosen anew."""
        self.post_message(self.Resized())

    def picture_sights(self, *, ahead: bool = False) -> Sequence[Sight]:
        """Returns the picture, if there is one."""
        if self.file is None or ahead:
            return ()
        room = self.room
        ground = self.picture_cells.ground
        return (Sight(self.file, SIDE_CELLS, 0, room, (0, room.rows), self.excerpt, ground),)

    def render_line(self, y: int) -> Strip:
        """Draws one row of the picture, or of the words in its place."""
        words = self._shown_words
        if not words:
            return with_pictures(self, y, self.draw([]))
        width, height = self.size
        lines = wrap(((words, "muted"),), max(4, width - 4))
        top = max(0, (height - len(lines)) // 2)
        return self.draw([("  ", ""), *lines[y - top]] if top <= y < top + len(lines) else [])

    @property
    def _shown_words(self) -> str:
        """The words in place of the picture; an empty string if it is drawn, or will be."""
        if self.file is None or self.picture_cells.desk.mode == "none":
            return self.words or self.absence
        fault = self.picture_cells.desk.fault(self.file)
        return " ".join(filter(None, (self.words, self.picture_cells.words_for(fault)))) if fault else ""
