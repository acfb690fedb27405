"""The pictures on a terminal beside its cells: drawn after each frame, where they differ from those that it has.

Pictures of sixel and iTerm2 and rows of text are painted into the cells: one that goes is painted over by writing its
cells, and one whose cells were written is drawn again. Kitty's lie over the cells: each is sent once, then put, moved
and taken away. A frame of text waits for none: it moves the pictures that are there, and new ones come behind it.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from typing import TYPE_CHECKING

from reader.pictures import kitty, placeholders
from reader.pictures.fitting import DrawingPart
from reader.ui.terminal.frame_writer import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from reader.pictures.abilities import PictureAbility
    from reader.pictures.fitting import PixelSize
    from reader.pictures.headers import PictureFile
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
MAX_LOST = 2
"""Number of times that a picture is sent again to a terminal that answers that it cannot show it."""


class PictureLayer:
    """Keeps the pictures that a terminal shows."""

    def __init__(self, made: Callable[[PictureJob], Made | None], ability: PictureAbility) -> None:
        """Takes the drawings.

        Args:
            made: Returns a drawing, or None if it is not made yet.
            ability: The way in which the terminal draws pictures.
        """
        self._made, self._in_tmux = made, ability.in_tmux
        self._is_over, self._has_places = ability.protocol == "kitty", ability.protocol == "placeholders"
        self._wanted: list[PlacedDrawing] = []
        self._painted: dict[PlacedDrawing, None] = {}
        self._images: OrderedDict[PictureJob, int] = OrderedDict()
        """The numbers of the pictures that the terminal has."""
        self._put: dict[Placement, Put | None] = {}
        """The placements on the terminal; None for one whose place is not known."""
        self._next_image = placeholders.IMAGES[0] if self._has_places else FIRST_IMAGE
        self._lost: Counter[PictureJob] = Counter()
        """The number of times that the terminal has answered that it cannot show a picture."""

    def begin(self, wanted: Sequence[PlacedDrawing], frames: FrameWriter, *, with_new: bool = True) -> bool:
        """Takes the drawings to show from now on; has the cells of those that go written by the next output.

        Args:
            wanted: The drawings.
            frames: The writer of the cells.
            with_new: Whether pictures that the terminal does not show yet are drawn, too.

        Returns:
            Whether there are drawings left that can be drawn now.
        """
        ready = [drawing for drawing in wanted if all(self._is_ready(tile.job) for tile in drawing.tiles)]
        shown = {(drawing.whole.file, drawing.whole.size) for drawing in self._painted}
        self._wanted = [drawing for drawing in ready if with_new or self._is_there(drawing, shown)]
        if not self._is_over:
            kept = dict.fromkeys(self._wanted)
            for gone in self._painted:
                if gone not in kept:
                    frames.forget_cells(gone.x, gone.y, *gone.cells)
        return len(self._wanted) < len(ready)

    def sending(self) -> str:
        """Returns the output that sends pictures which the terminal has not yet, before that of the cells."""
        if not (self._is_over or self._has_places):
            return ""
        output = "".join(self._sent(drawing, tile.job) for drawing in self._wanted for tile in drawing.tiles)
        self._wanted = [each for each in self._wanted if all(tile.job in self._images for tile in each.tiles)]
        return output

    def end(self, frames: FrameWriter) -> str:
        """Returns the output that draws the pictures, behind that of the cells."""
        return self._placed() if self._is_over else self._drawn_over(frames)

    def forget(self) -> None:
        """Takes all that the terminal shows for unknown."""
        self._painted = {}
        self._put = dict.fromkeys(self._put)

    def cleared(self) -> str:
        """Returns the output that takes every picture away, before the terminal is given back."""
        output = "".join(map(self._forgotten, self._images.values()))
        self._painted, self._put = {}, {}
        self._images.clear()
        return output

    def lost(self, image: int) -> bool:
        """Takes a picture for one that the terminal has not; returns whether it was thought to be there."""
        job = next((job for job, number in self._images.items() if number == image), None)
        if job is None or self._lost[job] >= MAX_LOST:
            return False
        self._lost[job] += 1
        del self._images[job]
        self._put = {placement: put for placement, put in self._put.items() if placement[0] != image}
        return True

    def _is_ready(self, job: PictureJob) -> bool:
        return job in self._images or self._made(job) is not None

    def _is_there(self, drawing: PlacedDrawing, painted: set[tuple[PictureFile, PixelSize]]) -> bool:
        """Whether the terminal has a picture already, at this place or another."""
        if self._is_over:
            return all(tile.job in self._images for tile in drawing.tiles)
        return (drawing.whole.file, drawing.whole.size) in painted

    # -- painted pictures ---------------------------------------------------------------------------------

    def _drawn_over(self, frames: FrameWriter) -> str:
        parts: list[str] = []
        for drawing in self._wanted:
            if drawing in self._painted and not frames.has_written(drawing.x, drawing.y, *drawing.cells):
                continue
            for tile in drawing.tiles:
                data = self._made(tile.job)
                if self._has_places:
                    parts += self._by_placeholders(drawing, self._images[tile.job])
                elif isinstance(data, str):
                    parts.append(place_of((tile.x, tile.y)) + data)
                elif isinstance(data, tuple):
                    rows = data[drawing.first_row : drawing.first_row + drawing.cells.rows]
                    parts += (place_of((drawing.x, y)) + row for y, row in enumerate(rows, drawing.y))
        self._painted = dict.fromkeys(self._wanted)
        return "".join([*parts, *self._freed({self._images.get(drawing.whole, 0) for drawing in self._wanted})])

    def _by_placeholders(self, drawing: PlacedDrawing, image: int) -> list[str]:
        columns, rows = drawing.cells
        return [
            place_of((drawing.x, drawing.y + row)) + placeholders.row(image, drawing.first_row + row, columns)
            for row in range(rows)
        ]

    # -- kitty's pictures -----------------------------------------------------------------------------------

    def _placed(self) -> str:
        parts: list[str] = []
        counts: Counter[int] = Counter()
        wanted: dict[Placement, Put] = {}
        for drawing in self._wanted:
            for tile in drawing.tiles:
                image = self._images[tile.job]
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

    def _sent(self, drawing: PlacedDrawing, job: PictureJob) -> str:
        """Returns the commands that send a picture; an empty string if the terminal has it."""
        if job in self._images:
            self._images.move_to_end(job)
            return ""
        data = self._made(job)
        if not isinstance(data, bytes):
            return ""
        image = self._images[job] = self._next_image
        self._next_image += 1
        if not self._has_places:
            return kitty.sent(image, data)
        if self._next_image not in placeholders.IMAGES:
            self._next_image = placeholders.IMAGES[0]
        return placeholders.sent(image, data, drawing.all_cells, in_tmux=self._in_tmux)

    def _freed(self, in_use: set[int]) -> list[str]:
        """Returns the commands that free the pictures shown longest ago, beyond the number that is kept."""
        found = []
        for job, image in list(self._images.items()):
            if len(self._images) <= MAX_IMAGES:
                break
            if image not in in_use:
                del self._images[job]
                found.append(self._forgotten(image))
        return found

    def _forgotten(self, image: int) -> str:
        if self._has_places:
            return placeholders.forgotten(image, in_tmux=self._in_tmux)
        return kitty.forgotten(image)
