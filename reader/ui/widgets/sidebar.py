"""A list at a side of the screen, with an edge that keys and the mouse move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeVar

from reader.pictures.sights import Sight
from reader.ui.widgets.listing import Listing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual import events

T = TypeVar("T")

Edge = Literal["left", "right"]

MIN_CELLS = 16
"""Minimum width of a sidebar."""


class Sidebar(Listing[T]):
    """A list whose width can be dragged at one edge.

    Its entries have a sign for the reading place, so that it shows its cursor only while it has the keys: a bar at its
    edge would be beside the scroll bar of the article.
    """

    QUIET_SIGN = " "

    def __init__(self, id: str, edge: Edge) -> None:
        super().__init__(id=id)
        self._edge = edge
        self._dragging = False
        self.leads = False
        """Whether the first entries are about the reading place: without the keys they stay in sight."""

    def _prepare(self) -> bool:
        self.shown.stays_at_top = self.leads and not self.has_focus
        return super()._prepare()

    def picture_sights(self, *, ahead: bool = False) -> Sequence[Sight]:
        """Returns the pictures of the entries in sight."""
        if ahead or not self.size:
            return ()
        ground = self.picture_cells.ground
        return [Sight(*each, ground=ground) for each in self.shown.pictures()]

    def widen(self, by_cells: int) -> None:
        """Makes the panel wider, or narrower for a negative number, within the bounds of the screen."""
        self._set_width(self.size.width + by_cells)

    def _set_width(self, cells: int) -> None:
        widest = max(self.size.width, self.screen.size.width // 2)
        self.styles.width = max(MIN_CELLS, min(cells, widest))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes hold of the edge."""
        if event.x == (0 if self._edge == "left" else self.size.width - 1):
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drags the edge."""
        if self._dragging:
            self._set_width(self.size.width - event.x if self._edge == "left" else event.x + 1)

    def on_mouse_up(self) -> None:
        """Lets the edge go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()
