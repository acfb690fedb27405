"""The pictures on the screens: asked for when one is first in sight, made in a thread, drawn as the terminal can."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING
from weakref import WeakSet

from reader import log
from reader.layout.width import ambiguous_are_wide
from reader.pictures.abilities import (
    ANSWER_SECONDS,
    CELL_QUESTION,
    QUESTION,
    PictureAbility,
    PictureAnswers,
    ability,
    cell_size,
    is_alike,
    is_multiplexed,
    with_answer,
)
from reader.pictures.fitting import USUAL_CELL, PixelSize
from reader.pictures.half_blocks import BlockForm
from reader.pictures.kitty import faulty_image
from reader.pictures.sights import cells_of_drawing, drawing_grid, drawing_size, free_rows, margins, placed
from reader.settings.table import AUTO
from reader.ui.screens.base import ReaderScreen
from reader.ui.terminal.frames import draw_pictures, own_driver
from reader.ui.terminal.ground import is_asked
from reader.ui.widgets.pictured import PicturedPanel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from textual.app import App
    from textual.timer import Timer
    from textual.widget import Widget

    from reader.pictures.fitting import CellPixels
    from reader.pictures.half_blocks import BlockRows
    from reader.pictures.headers import PictureFile
    from reader.pictures.sights import PictureJob, PlacedDrawing, Sight
    from reader.pictures.studio import Studio
    from reader.settings.table import PicturesSetting
    from reader.ui.picture_desk import PictureMode
    from reader.ui.terminal.driver import TerminalDriver
    from reader.ui.terminal.frame_writer import FrameWriter

_COLOURS = {"256": 256, "standard": 16}
"""The numbers of colours by Rich's names of them, where they are fewer than all."""


class Picturing:
    """Knows how the terminal draws pictures, and has those made that are in sight."""

    def __init__(self, app: App[None], wanted: PicturesSetting) -> None:
        """Takes the app whose screens have pictures, and the setting."""
        self._app, self._wanted = app, wanted
        self._ability: PictureAbility | None = None
        self._answers = PictureAnswers()
        self._timer: Timer | None = None
        self._waiting: WeakSet[Widget] = WeakSet()
        """The panels that were drawn before the terminal had answered."""
        self._is_asking = self._is_told = False
        self._studio: Studio | None = None
        self._found: list[PlacedDrawing] = []
        self._wanted_jobs: tuple[list[PictureJob], int] = [], 0
        self._missing: dict[PictureJob, None] = {}
        """Half blocks that a panel has missed since the last time that any were wanted."""

    @property
    def mode(self) -> PictureMode:
        """The way in which panels draw the cells of a picture."""
        if self._wanted == "off":
            return "none"
        if self._ability is None:
            return "waiting"
        return "layer" if self._driver else "blocks"

    @property
    def cell(self) -> CellPixels:
        """The size of the terminal's cells; the usual one before it is known, and for half blocks."""
        known = self._ability
        return known.cell if known and known.protocol != "blocks" else USUAL_CELL

    # -- for the panels -----------------------------------------------------------------------------------

    def seen(self, panel: Widget) -> None:
        """Has the terminal asked, once, because a picture is in sight; the panel is drawn anew after the answer."""
        self._waiting.add(panel)
        if not self._is_asking:
            self._is_asking = True
            self._app.call_later(self._ask)

    def half_blocks(self, sight: Sight) -> BlockRows | None:
        """Returns a picture as rows of half blocks; None if it is not made yet."""
        drawing = placed(sight, PictureAbility("blocks"), (sight.top, sight.top + sight.box.rows))
        if drawing is None:
            return None
        job = drawing.whole
        made = self.studio.made(job)
        if isinstance(made, tuple):
            return made
        if not self._missing:
            self._app.call_later(self._want_missing)
        self._missing[job] = None
        return None

    def fault(self, file: PictureFile) -> str:
        """Returns why a picture cannot be drawn; an empty string if that is not known."""
        return self._studio.fault(file) if self._studio else ""

    # -- for the terminal -----------------------------------------------------------------------------------

    def drawings(self, frames: FrameWriter) -> Sequence[PlacedDrawing]:
        """Returns the drawings on the screen as it is composed, where nothing lies over them; has missing ones made."""
        known = self._ability
        if known is None or self.mode != "layer":
            return ()
        found = []
        for sight in self._sights():
            covered = cells_of_drawing(sight, known)
            x = sight.x + margins(sight.box, drawing_size(sight, known), drawing_grid(known)).left
            rows = range(sight.y, sight.y + sight.rows[1] - sight.rows[0])
            free = free_rows(sight, [frames.is_reserved(x, y, covered.columns) for y in rows])
            if drawing := placed(sight, known, free):
                found.append(drawing)
        if found != self._found:
            self._found = found
            self._app.call_later(self._want_found)
        return found

    def prepare(self) -> None:
        """Has the drawings made that may come into sight next, once the frame of a move is on the terminal."""
        if self.mode == "layer":
            self._want_found()

    def _want_found(self) -> None:
        """Has the drawings made that are in sight, and those that may come next: behind the frame."""
        if known := self._ability:
            ahead = (placed(each, known, (each.y, each.y + each.rows[1] - each.rows[0])) for each in self._ahead())
            self._want(_jobs(self._found), _jobs(filter(None, ahead)))

    def forget(self) -> None:
        """Takes all that the terminal shows for unknown, and asks for the size of its cells again."""
        driver = self._driver
        if driver and (layer := driver.frame_output.pictures):
            layer.forget()
            if self._ability and self._ability.protocol != "blocks":
                driver.ask(CELL_QUESTION, self._hear)
                self._app.call_later(self._measure)

    def close(self) -> None:
        """Ends the decoding for good, whatever it is doing."""
        if self._studio:
            self._studio.close()

    # -- the question -----------------------------------------------------------------------------------------

    @property
    def _driver(self) -> TerminalDriver | None:
        """The driver, if it is ours."""
        return own_driver(self._app)

    def _ask(self) -> None:
        driver = self._driver
        if driver is None or self._wanted == "blocks" or not is_asked(os.environ):
            self._decide()
            return
        self._timer = self._app.set_timer(ANSWER_SECONDS, self._decide)
        driver.ask(QUESTION, self._hear)

    def _hear(self, sequence: str) -> None:
        """Takes whatever the terminal sends that is no text; an answer that comes late counts, too."""
        layer = self._driver.frame_output.pictures if self._driver else None
        if layer and (image := faulty_image(sequence)):
            if layer.lost(image):
                self._app.call_later(draw_pictures, self._app)
            return
        answers = with_answer(self._answers, sequence)
        if answers == self._answers:
            return
        self._answers = answers
        if answers.is_complete or (self._ability and self._wanted != AUTO):
            self._app.call_later(self._decide)

    def _decide(self) -> None:
        """Draws pictures from now on, in the way that the answers tell."""
        if self._timer:
            self._timer.stop()
        driver = self._driver
        found = ability(
            self._answers if driver else PictureAnswers(),
            self._wanted if driver else "blocks",
            in_tmux=is_multiplexed(os.environ),
            cell=self._cell(),
            blocks=self._blocks,
        )
        before, self._ability = self._ability, found
        if found == before:
            return
        if driver and (before is None or not is_alike(before, found)):
            self._begin(driver, found)
        elif before:
            draw_pictures(self._app)
        for panel in self._waiting:
            panel.refresh()
        self._waiting.clear()

    def _begin(self, driver: TerminalDriver, found: PictureAbility) -> None:
        """Has the driver draw pictures, in place of those that it has drawn in another way."""
        from reader.ui.terminal.picture_layer import PictureLayer

        width, height = found.cell
        log.info(f"pictures are drawn by {found.protocol} in cells of {width:g}x{height:g} pixels")
        driver.frame_output.take_pictures_away()
        driver.frame_output.pictures = PictureLayer(self.studio.made, found)
        draw_pictures(self._app)

    @property
    def _blocks(self) -> BlockForm:
        """The form of half blocks that the terminal shows."""
        return BlockForm(_COLOURS.get(self._app.console.color_system or "", 0), ambiguous_are_wide())

    def _cell(self) -> CellPixels:
        driver = self._driver
        width, height = driver.text_pixels if driver else (0, 0)
        return cell_size(self._answers, *self._app.size, PixelSize(width, height) if width and height else None)

    def _measure(self) -> None:
        """Draws the pictures anew if the cells have another size than before."""
        if self._ability and self._cell() != self._ability.cell:
            self._decide()

    # -- the drawings -----------------------------------------------------------------------------------------

    @property
    def studio(self) -> Studio:
        """Makes the drawings; there is none before the first picture."""
        if self._studio is None:
            from reader.pictures.studio import Studio

            self._studio = Studio()
        return self._studio

    def _sights(self) -> Iterator[Sight]:
        """Yields the pictures on the screen, by their places there."""
        screens = list(self._app.screen_stack)
        while screens:
            screen = screens.pop()
            for panel in _panels(screen):
                x, y = panel.region.offset
                for sight in panel.picture_sights():
                    yield sight._replace(x=sight.x + x, y=sight.y + y)
            if not isinstance(screen, ReaderScreen) or not screen.shows_below:
                return

    def _ahead(self) -> Iterator[Sight]:
        """Yields pictures that may come into sight next."""
        for panel in _panels(self._app.screen):
            yield from panel.picture_sights(ahead=True)

    def _want(self, in_sight: list[PictureJob], ahead: Sequence[PictureJob] = ()) -> None:
        jobs = [*in_sight, *ahead]
        if (jobs, len(in_sight)) == self._wanted_jobs:
            return
        self._wanted_jobs = jobs, len(in_sight)
        if (jobs or self._studio) and self.studio.want(jobs, len(in_sight)):
            self._app.run_worker(partial(self.studio.work, self._tell), thread=True, group="pictures")

    def _want_missing(self) -> None:
        jobs, self._missing = list(self._missing), {}
        self._want(jobs)

    def _tell(self) -> None:
        """Has the drawings shown that are ready, once for all that came meanwhile; in the thread that makes them."""
        if not self._is_told:
            self._is_told = True
            self._app.call_later(self._show_ready)

    def _show_ready(self) -> None:
        self._is_told = False
        if self.mode == "layer":
            draw_pictures(self._app)
        panels = list(_panels(self._app.screen))
        if self.mode == "blocks" or any(self.fault(s.file) for panel in panels for s in panel.picture_sights()):
            _refresh(panels)


def _jobs(drawings: Iterable[PlacedDrawing]) -> list[PictureJob]:
    return [tile.job for drawing in drawings for tile in drawing.tiles]


def _panels(screen: object) -> Iterator[PicturedPanel]:
    """Yields the panels of a screen that have pictures, and are shown."""
    if isinstance(screen, ReaderScreen) and screen.is_whole:
        panels = (screen.query_one(selector, PicturedPanel) for selector in screen.pictured)
        yield from (panel for panel in panels if panel.display and panel.size)


def _refresh(panels: Iterable[PicturedPanel]) -> None:
    for panel in panels:
        panel.refresh()
