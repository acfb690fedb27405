"""Pictures drawn by way of a confined process, which is kept for all of them: no file keeps the reader waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.confined import Confined, ConfinedError, Limits
from reader.errors import UnusableError
from reader.pictures.half_blocks import Pixels, half_blocks
from reader.pictures.picture_files import picture_bytes

if TYPE_CHECKING:
    from reader.pictures.half_blocks import Colour, HalfBlock

HANDLER = "reader.pictures.decoding:answer"
LIMITS = Limits(memory_bytes=400_000_000, cpu_seconds=5, reply_bytes=16_000_000)


class PictureDecoder:
    """Decodes pictures, one at a time; the process is started by the first one."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._process = Confined(HANDLER, limits)

    def draw(self, folder: str, name: str, cells: tuple[int, int], background: Colour) -> list[list[HalfBlock]]:
        """Returns a picture of an issue as rows of cells.

        Args:
            folder: The folder of the issue's pictures.
            name: The name of a file in it.
            cells: The number of columns and of rows that it is to fit into.
            background: The colour seen where it is transparent.

        Raises:
            UnusableError: If it cannot be read, is no picture, goes beyond a bound, or was given up.
        """
        try:
            data = picture_bytes(folder, name)
            reply = self._process.ask({"numbers": [*cells, *background]}, data)
        except (ConfinedError, UnusableError) as error:
            raise UnusableError(f"{name}: {error}") from error
        width = reply.value
        if not isinstance(width, int) or not 0 < width <= max(2, cells[0]) or len(reply.data) % (6 * width):
            raise UnusableError(f"{name}: gives no picture")
        return half_blocks(Pixels(width, reply.data))

    def give_up(self) -> None:
        """Gives up the picture that is being decoded, if there is one."""
        self._process.interrupt()

    def close(self) -> None:
        """Ends the process for good, whatever it is doing."""
        self._process.close()
