"""The pictures as panels and frames see them, so that these do not import the app."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from textual.widget import Widget

    from reader.pictures.fitting import CellPixels
    from reader.pictures.half_blocks import BlockRows
    from reader.pictures.headers import PictureFile
    from reader.pictures.sights import PlacedDrawing, Sight
    from reader.ui.terminal.frame_writer import FrameWriter

    PictureMode = Literal["none", "waiting", "layer", "blocks"]
    """The cells of a picture: without pictures; blank until the terminal has answered; left to a layer; half blocks,
    on a terminal that is not ours."""


class PictureDesk(Protocol):
    """Has pictures made, and knows how panels draw them."""

    @property
    def mode(self) -> PictureMode:
        """The way in which panels draw the cells of a picture."""

    @property
    def cell(self) -> CellPixels:
        """The size of the terminal's cells."""

    def seen(self, panel: Widget) -> None:
        """Has the terminal asked, once, because a picture is in sight; the panel is drawn anew after the answer."""

    def half_blocks(self, sight: Sight) -> BlockRows | None:
        """Returns a picture as rows of half blocks; None if it is not made yet."""

    def fault(self, file: PictureFile) -> str:
        """Returns why a picture cannot be drawn; an empty string if that is not known."""

    def drawings(self, frames: FrameWriter) -> Sequence[PlacedDrawing]:
        """Returns the drawings on the screen as it is composed, where nothing lies over them; has missing ones made."""

    def prepare(self) -> None:
        """Has the drawings made that may come into sight next, once the frame of a move is on the terminal."""

    def forget(self) -> None:
        """Takes all that the terminal shows for unknown, and asks for the size of its cells again."""
