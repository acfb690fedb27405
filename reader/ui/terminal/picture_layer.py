"""The pictures on a terminal beside its cells: drawn after each frame, where they differ from those that it has.

Pictures of sixel and iTerm2 are painted into the cells: one that goes is painted over by writing its cells, and one
whose cells were written is drawn again. Kitty's lie over the cells: each is sent once, then put, moved and taken away.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from typing import TYPE_CHECKING

from reader.pictures import kitty
from reader.pictures.fitting import DrawingPart
from reader.ui.terminal.frame_writer import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.pictures.sights import PictureJob, PlacedDrawing
    from reader.pictures.studio import Made
    from reader.ui.terminal.frame_writer import FrameWriter

    Placement = tuple[int, int]
    """The numbers of one of kitty's pictures and of its placement."""
    Put = tuple[int, int, DrawingPart]
    """The cell and the row of a placement, and the part of the picture that it shows."""

FIRST_IMAGE = 2_130_304
"""The number of the first picture that is sent to a terminal of kitty's protocol."""
MAX_IMAGES = 40
"""Number of pictures that such a terminal is left with."""


class PictureLayer:
    """Keeps the pictures that a terminal shows."""

    def __init__(self, made: Callable[[PictureJob], Made | None], *, is_kitty: bool) -> None:
        """Takes the drawings.

        Args:
            made: Returns a drawing, or None if it is not made yet.
            is_kitty: Whether the pictures lie over the cells.
        """
        self._made, self._is_kitty = made, is_kitty
        self._wanted: list[PlacedDrawing] = []
        self._painted: dict[PlacedDrawing, None] = {}
        self._images: OrderedDict[PictureJob, int] = OrderedDict()
        """The numbers of the pictures that the terminal has."""
        self._put: dict[Placement, Put | None] = {}
        """The placements on the terminal; None for one whose place is not known."""
        self._next_image = FIRST_IMAGE

    def begin(self, wanted: Sequence[PlacedDrawing], frames: FrameWriter) -> None:
        """Takes the drawings to show from now on; has the cells of those that go written by the next output."""
        self._wanted = [drawing for drawing in wanted if all(self._is_ready(tile.job) for tile in drawing.tiles)]
        if self._is_kitty:
            return
        kept = dict.fromkeys(self._wanted)
        for gone in self._painted:
            if gone not in kept:
                frames.forget_cells(gone.x, gone.y, *gone.cells)

    def end(self, frames: FrameWriter) -> str:
        """Returns the output that draws the pictures, behind that of the cells."""
        return self._placed() if self._is_kitty else self._drawn_over(frames)

    def forget(self) -> None:
        """Takes all that the terminal shows for unknown."""
        self._painted = {}
        self._put = dict.fromkeys(self._put)

    def cleared(self) -> str:
        """Returns the output that takes every picture away, before the terminal is given back."""
        output = "".join(map(kitty.forgotten, self._images.values()))
        self._painted, self._put = {}, {}
        self._images.clear()
        return output

    def _is_ready(self, job: PictureJob) -> bool:
        return (self._is_kitty and job in self._images) or self._made(job) is not None

    # -- painted pictures ---------------------------------------------------------------------------------

    def _drawn_over(self, frames: FrameWriter) -> str:
        parts = []
        for drawing in self._wanted:
            if drawing in self._painted and not frames.has_written(drawing.x, drawing.y, *drawing.cells):
                continue
            for tile in drawing.tiles:
                data = self._made(tile.job)
                if isinstance(data, str):
                    parts.append(place_of((tile.x, tile.y)) + data)
        self._painted = dict.fromkeys(self._wanted)
        return "".join(parts)

    # -- kitty's pictures -----------------------------------------------------------------------------------

    def _placed(self) -> str:
        parts: list[str] = []
        counts: Counter[int] = Counter()
        wanted: dict[Placement, Put] = {}
        for drawing in self._wanted:
            for tile in drawing.tiles:
                image, sending = self._image_of(tile.job)
                parts.append(sending)
                counts[image] += 1
                is_whole = tile.job.part == drawing.whole.part
                part = tile.tile.part if is_whole else DrawingPart(0, 0, *tile.tile.part.size)
                wanted[image, counts[image]] = tile.x, tile.y, part
        parts += [kitty.taken_away(*placement) for placement in self._put if placement not in wanted]
        for placement, (x, y, part) in wanted.items():
            if self._put.get(placement) != (x, y, part):
                parts.append(place_of((x, y)) + kitty.placed(*placement, part))
        self._put = dict(wanted)
        return "".join([*parts, *self._freed({image for image, _ in wanted})])

    def _image_of(self, job: PictureJob) -> tuple[int, str]:
        """Returns the number of a picture, and the commands that send it if the terminal has it not."""
        if (known := self._images.get(job)) is not None:
            self._images.move_to_end(job)
            return known, ""
        data = self._made(job)
        image = self._images[job] = self._next_image
        self._next_image += 1
        return image, kitty.sent(image, data if isinstance(data, bytes) else b"")

    def _freed(self, in_use: set[int]) -> list[str]:
        """Returns the commands that free the pictures shown longest ago, beyond the number that is kept."""
        found = []
        for job, image in list(self._images.items()):
            if len(self._images) <= MAX_IMAGES:
                break
            if image not in in_use:
                del self._images[job]
                found.append(kitty.forgotten(image))
        return found
