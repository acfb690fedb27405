"""The output of frames: the text of each at once, its pictures in portions whenever the terminal has taken all else.

Pictures are a hundred times as long as a text, and a terminal reads what it is sent in its order. So no more than a
portion of them is ever on its way, and the text of the next key is behind that at most.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual._ansi_sequences import SYNC_END, SYNC_START

from reader.ui.terminal.frame_writer import FrameWriter, place_of
from reader.ui.terminal.straight_rows import straightened

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.app import App

    from reader.pictures.sights import PlacedDrawing
    from reader.ui.terminal.picture_layer import PictureLayer

KEY_SECONDS = 0.05
"""Time in which the pictures wait for the text that a key calls for; some keys call for none."""


def output_of(app: App[None]) -> FrameOutput | None:
    """Returns the output of an app's frames; None if its driver is not ours."""
    return getattr(app._driver, "frame_output", None)  # noqa: SLF001 (Textual has no public name for it)


class FrameOutput:
    """Writes frames and their pictures."""

    def __init__(
        self,
        give: Callable[[str], object],
        is_at_rest: Callable[[], bool],
        call_later: Callable[[float, Callable[[], object]], object],
    ) -> None:
        """Takes the terminal.

        Args:
            give: Takes the output for it.
            is_at_rest: Returns whether it has taken all output.
            call_later: Calls a function after some seconds.
        """
        self._give, self._is_at_rest, self._call_later = give, is_at_rest, call_later
        self.frames = FrameWriter()
        """Keeps the cells that the terminal has."""
        self.pictures: PictureLayer | None = None
        """Keeps the pictures that it has; None before one is in sight."""
        self._behind_pictures = ""
        """The output behind the pictures that are being drawn; empty if there are none."""
        self._is_open = False
        """Whether their frame is one that the terminal shows when it has all of it (mode 2026)."""
        self._held_until, self._is_waiting = 0.0, False
        """The time until which no picture is written, and whether that is waited for."""

    @property
    def is_drawing(self) -> bool:
        """Whether there are pictures to come."""
        return bool(self._behind_pictures)

    def expect_text(self) -> None:
        """Has the pictures wait for the text of a key that was pressed; may be called from any thread."""
        self._held_until = time.monotonic() + KEY_SECONDS

    def write(self, output: str) -> None:
        """Writes output that is no frame: it ends a picture of which a portion is written, and that begins anew."""
        self._give((self.pictures.interrupted() if self.pictures else "") + straightened(output))

    def show(self, drawings: Sequence[PlacedDrawing], cursor: tuple[int, int], *, in_one: bool, with_new: bool) -> bool:
        """Writes the difference of a frame, which the writer has taken, from the one before it.

        Args:
            drawings: The pictures on it.
            cursor: The column and the row where the cursor is left.
            in_one: Whether the terminal draws the frame when it has all of it (mode 2026).
            with_new: Whether pictures that the terminal does not show yet are drawn, too.

        Returns:
            Whether there are such pictures left.
        """
        layer, has_more, moves, rest = self.pictures, False, "", ""
        if layer:
            has_more = layer.begin(drawings, self.frames, with_new=with_new)
        text = straightened(self.frames.output(cursor))
        ended = ""
        if text:
            ended, self._held_until = self._ended(), 0.0
        if layer and (moves := layer.end(self.frames)):
            moves += place_of(cursor)
            rest = layer.rest_of_sending()
        has_portions = layer is not None and layer.has_portions
        stays_open = in_one and has_portions and bool(text) and not with_new
        output = ended + _frame(text, "" if rest else moves, in_one=in_one, stays_open=stays_open)
        if output or rest:
            self._give(output + (rest + moves if rest else ""))
        if has_portions:
            self._is_open = self._is_open or stays_open
            self._behind_pictures = place_of(cursor)
            self.go_on()
        return has_more

    def go_on(self) -> None:
        """Writes the next portion of the pictures, unless the terminal has something to take: then it follows that."""
        if not self._behind_pictures or not self._is_at_rest():
            return
        if (seconds := self._held_until - time.monotonic()) > 0:
            if not self._is_waiting:
                self._is_waiting = True
                self._call_later(seconds, self._end_of_wait)
            return
        if portion := self.pictures.next_portion() if self.pictures else "":
            self._give(portion)
        else:
            self._give(self._behind_pictures + self._ended())

    def _end_of_wait(self) -> None:
        self._is_waiting = False
        self.go_on()

    def take_pictures_away(self) -> None:
        """Takes all pictures away; the cells below them are written by the next output."""
        if layer := self.pictures:
            layer.begin((), self.frames)
            self._give(self._ended() + layer.cleared())

    def _ended(self) -> str:
        """Returns the output that ends the drawing of pictures; the next frame begins it again."""
        self._behind_pictures = ""
        closing = self.pictures.interrupted() if self.pictures else ""
        was_open, self._is_open = self._is_open, False
        return closing + SYNC_END if was_open else closing


def _frame(text: str, pictures: str, *, in_one: bool, stays_open: bool) -> str:
    """Returns the output of a frame; one that stays open is shown when its pictures are drawn."""
    output = text + pictures
    if not output or not in_one:
        return output
    return SYNC_START + output + ("" if stays_open else SYNC_END)
