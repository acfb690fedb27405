"""Screens whose box lies over the screen below, which stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.containers import Container
from textual.screen import ModalScreen

from reader.ui.screens.base import ReaderScreen

if TYPE_CHECKING:
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType
    from textual.geometry import Region
    from textual.strip import Strip

    from reader.ui.screens.writing_room import WritingRoom


class BoxScreen(ReaderScreen, ModalScreen[str]):
    """A box, its one container, over the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "app.help_quit", show=False, priority=True),  # the app's own keys end at a modal screen
    ]

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draws the screen below, from its strips: the framework takes them apart and joins them again.

        Each frame of a box draws it, so that this is the most of the time from a key to an open box.
        """
        stack = self.app.screen_stack
        below = stack[stack.index(self) - 1] if self in stack[1:] else None
        composed = below._compositor if below else None  # noqa: SLF001 (Textual has no public name for it)
        if composed is None or composed.size != self.size:  # the screen below takes a new size after the box
            return super().render_lines(crop)
        strips = composed.render_strips()
        return [strip.crop(crop.x, crop.right) for strip in strips[crop.y : crop.bottom]]


class RoomScreen(BoxScreen):
    """A box in a room that the screen below makes for it."""

    def __init__(self, room: WritingRoom) -> None:
        """Takes the part of the screen below that the box lies over."""
        super().__init__()
        self.room = room

    def place(self) -> None:
        """Puts the box into its room, as high as its content needs; called again when the room changes."""
        raise NotImplementedError

    def put(self, rows: int) -> None:
        """Puts the box into its room with a number of rows."""
        place = self.room.open(rows, self.place)
        box = self.query_one(Container)
        box.styles.margin = (place.y, 0, 0, place.x)
        box.styles.width, box.styles.height = place.width_cells, rows

    def on_resize(self) -> None:
        """Finds the room for the box anew."""
        self.place()

    def leave(self) -> None:
        """Gives the room back."""
        self.room.close()

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Gives the room back and closes: the next key of a burst finds the screen below as it was."""
        if self.is_current and not self._is_dismissed:
            self.leave()
        return super().dismiss(result)
