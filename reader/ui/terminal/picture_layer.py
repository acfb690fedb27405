"""The pictures on a terminal beside its cells: drawn after each frame, where they differ from those that it has.

Pictures of sixel and iTerm2 and rows of text are painted into the cells: one that goes is painted over by writing its
cells, and one whose cells were written is drawn again. Kitty's lie over the cells: each is sent once, then put, moved
and taken away. No text waits for them: they come behind it, in portions, and a text that comes meanwhile ends the sixel
picture that is being painted, which begins anew if it is still wanted.
"""

from __future__ import annotations

from collections import Counter, OrderedDict, deque
from typing import TYPE_CHECKING

from reader.pictures import kitty, placeholders
from reader.pictures.fitting import DrawingPart
from reader.pictures.portions import Portion, joined, portions_of_sixel
from reader.ui.terminal.frame_writer import place_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

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
MAX_CUTS = 2
"""Number of times that a text ends the painting of a picture at one place; then it is painted in one portion.

So it comes while keys are typed without a pause, and a terminal that keeps a few pictures only (xterm: sixteen) keeps
the whole ones.
"""


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
        self._painted: dict[PlacedDrawing, bool] = {}
        """The drawings in the cells, and whether each is there whole."""
        self._portions: deque[Portion] = deque()
        """The rest of the drawing that is being painted or sent."""
        self._painting: PlacedDrawing | None = None
        self._sending: tuple[PictureJob, int] | None = None
        """The picture that is being sent, and its number."""
        self._closing = ""
        """The output that ends the drawing that is being painted."""
        self._cuts: Counter[PlacedDrawing] = Counter()
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
            for gone in [drawing for drawing in self._painted if drawing not in kept]:
                frames.forget_cells(gone.x, gone.y, *gone.cells)
                del self._painted[gone]
                self._leave(gone)
        return len(self._wanted) < len(ready)

    def interrupted(self) -> str:
        """Returns the output that ends a picture which is being painted, before any other output."""
        closing, self._closing = self._closing, ""
        if closing and self._painting:
            self._cuts[self._painting] += 1
            self._leave(self._painting)
        return closing

    def end(self, frames: FrameWriter) -> str:
        """Returns the output that moves pictures and takes them away, behind that of the cells."""
        if self._is_over:
            return self._placed()
        for drawing in self._painted:
            if frames.has_written(drawing.x, drawing.y, *drawing.cells):
                self._painted[drawing] = False
                self._leave(drawing)
        self._cuts = Counter({each: count for each, count in self._cuts.items() if each in self._painted})
        return ""

    def rest_of_sending(self) -> str:
        """Returns the rest of a picture that is being sent, between whose parts no other command may be."""
        return self._written_at_once() if self._sending else ""

    def next_portion(self) -> str:
        """Returns the next output of the pictures that are to come; an empty string if there is none."""
        while not self._portions:
            if not self._begin_next():
                return ""
        if self._painting and self._cuts[self._painting] >= MAX_CUTS:
            return self._written_at_once()
        portion = self._portions.popleft()
        self._closing = portion.closing
        return portion.text + ("" if self._portions else self._finished())

    @property
    def has_portions(self) -> bool:
        """Whether there are pictures to come."""
        return bool(self._portions or self._unsent() or self._unpainted())

    def forget(self) -> None:
        """Takes all that the terminal shows for unknown."""
        self._painted = dict.fromkeys(self._painted, False)
        self._put = dict.fromkeys(self._put)

    def cleared(self) -> str:
        """Returns the output that takes every picture away, before the terminal is given back."""
        output = self.interrupted() + self.rest_of_sending() + "".join(map(self._forgotten, self._images.values()))
        self._wanted, self._painted, self._put = [], {}, {}
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
            return self._is_sent(drawing)
        return (drawing.whole.file, drawing.whole.size) in painted

    def _is_sent(self, drawing: PlacedDrawing) -> bool:
        return all(tile.job in self._images for tile in drawing.tiles)

    def _leave(self, drawing: PlacedDrawing) -> None:
        """Leaves the painting of a drawing, if it is at it; it may begin anew."""
        if drawing == self._painting:
            self._painting = None
            self._portions.clear()

    # -- portions -------------------------------------------------------------------------------------------

    def _begin_next(self) -> bool:
        """Begins with the next picture; returns whether there is one."""
        if unsent := self._unsent():
            self._begin_sending(*unsent)
            return True
        drawing = self._unpainted()
        if drawing is None:
            return False
        if all(self._is_ready(tile.job) for tile in drawing.tiles):
            self._portions.extend(self._portions_of(drawing))
        if self._portions:
            self._painting = drawing
            self._painted[drawing] = False
        else:  # its data, or that of a part, is gone, and comes again
            self._wanted.remove(drawing)
        return True

    def _finished(self) -> str:
        """Takes note that a picture is there whole; returns the output that this calls for."""
        if self._painting:
            self._painted[self._painting] = True
            del self._cuts[self._painting]
            self._painting = None
        elif self._sending:
            job, image = self._sending
            self._images[job], self._sending = image, None
            if self._is_over:
                return self._placed()
            return "".join(self._freed({self._images.get(each.whole, 0) for each in self._wanted}))
        return ""

    def _written_at_once(self) -> str:
        """Returns all portions of the picture that is being drawn."""
        output = "".join(portion.text for portion in self._portions)
        self._portions.clear()
        self._closing = ""
        return output + self._finished()

    # -- painted pictures ---------------------------------------------------------------------------------

    def _unpainted(self) -> PlacedDrawing | None:
        """Returns the next drawing that is to be painted."""
        if self._is_over:
            return None
        missing = (each for each in self._wanted if not self._painted.get(each))
        return next((each for each in missing if not self._has_places or self._is_sent(each)), None)

    def _portions_of(self, drawing: PlacedDrawing) -> Iterator[Portion]:
        if self._has_places:
            yield from joined(self._by_placeholders(drawing, self._images[drawing.whole]))
            return
        for tile in drawing.tiles:
            data = self._made(tile.job)
            if isinstance(data, str):
                first, *others = portions_of_sixel(data) if tile.job.protocol == "sixel" else [Portion(data)]
                yield first._replace(text=place_of((tile.x, tile.y)) + first.text)
                yield from others
            elif isinstance(data, tuple):
                rows = data[drawing.first_row : drawing.first_row + drawing.cells.rows]
                yield from joined(place_of((drawing.x, y)) + row for y, row in enumerate(rows, drawing.y))

    def _by_placeholders(self, drawing: PlacedDrawing, image: int) -> Iterator[str]:
        columns, rows = drawing.cells
        for row in range(rows):
            cells = placeholders.row(image, drawing.first_row + row, columns)
            yield place_of((drawing.x, drawing.y + row)) + cells

    # -- kitty's pictures -----------------------------------------------------------------------------------

    def _placed(self) -> str:
        parts: list[str] = []
        counts: Counter[int] = Counter()
        wanted: dict[Placement, Put] = {}
        for drawing in filter(self._is_sent, self._wanted):
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

    def _unsent(self) -> tuple[PlacedDrawing, PictureJob] | None:
        """Returns the next picture that is to be sent, and the drawing that needs it."""
        if not (self._is_over or self._has_places):
            return None
        jobs = ((drawing, tile.job) for drawing in self._wanted for tile in drawing.tiles)
        return next((each for each in jobs if each[1] not in self._images), None)

    def _begin_sending(self, drawing: PlacedDrawing, job: PictureJob) -> None:
        data = self._made(job)
        if not isinstance(data, bytes):  # it is gone, and comes again
            self._wanted.remove(drawing)
            return
        image = self._next_image
        self._next_image += 1
        if self._has_places and self._next_image not in placeholders.IMAGES:
            self._next_image = placeholders.IMAGES[0]
        self._sending = job, image
        sent = (
            placeholders.sent(image, data, drawing.all_cells, in_tmux=self._in_tmux)
            if self._has_places
            else kitty.sent(image, data)
        )
        self._portions.extend(joined(sent))

    def _freed(self, in_use: set[int]) -> list[str]:
        """Returns the commands that free the pictures shown longest ago, beyond the number that is kept."""
        for drawing in self._wanted:
            for tile in drawing.tiles:
                if tile.job in self._images:
                    self._images.move_to_end(tile.job)
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
