"""Pictures drawn by way of a confined process, which is kept for all of them: no file keeps the reader waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reader.confined import Confined, ConfinedError, InterruptedRequestError, Limits
from reader.errors import UnusableError
from reader.pictures import half_blocks
from reader.pictures.fitting import WHOLE, CellBox, Excerpt, PixelSize
from reader.pictures.picture_files import picture_bytes
from reader.pictures.sixel import PALETTE_BYTES, checked

if TYPE_CHECKING:
    from reader.confined import Json
    from reader.pictures.fitting import DrawingPart
    from reader.pictures.half_blocks import BlockForm, BlockRows, Colour

HANDLER = "reader.pictures.decoding:answer"
LIMITS = Limits(memory_bytes=400_000_000, cpu_seconds=5, reply_bytes=64_000_000)
_NO_PICTURE = "gives no picture"


class Drawn(NamedTuple):
    """A picture in the size in which it is drawn: three bytes a pixel; if numbered, a palette and a byte a pixel."""

    size: PixelSize
    data: bytes
    is_numbered: bool = False

    def rows(self, top: int, bottom: int) -> bytes:
        """Returns the data of some rows of pixels, half-open, behind the palette if there is one."""
        if self.is_numbered:
            head, width = self.data[:PALETTE_BYTES], self.size.width
            return head + self.data[PALETTE_BYTES + top * width : PALETTE_BYTES + bottom * width]
        width = 3 * self.size.width
        return self.data[top * width : bottom * width]


class PictureDecoder:
    """Decodes pictures, one at a time; the process is started by the first one."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._process = Confined(HANDLER, limits)

    def draw(
        self, folder: str, name: str, size: PixelSize, ground: Colour, view: Excerpt = WHOLE, colours: int = 0
    ) -> Drawn:
        """Returns a picture of an issue in a size.

        Args:
            folder: The folder of the issue's pictures.
            name: The name of a file in it.
            size: The size of the drawing.
            ground: The colour seen where it is transparent.
            view: The part of the picture that is drawn.
            colours: The number of colours that are numbered in it; 0 for pixels in all colours.

        Raises:
            UnusableError: If it cannot be read, is no picture, or goes beyond a bound.
            InterruptedRequestError: If it was given up.
        """
        make: dict[str, Json] = {"make": "numbered", "colours": colours} if colours else {"make": "pixels"}
        length = size.width * size.height
        try:
            data = picture_bytes(folder, name)
            request = make | {"size": [*size], "ground": [*ground], "view": [*view]}
            reply = self._process.ask(request, data).data
        except InterruptedRequestError:
            raise
        except (ConfinedError, UnusableError) as error:
            raise UnusableError(f"{name}: {error}") from error
        if len(reply) != (PALETTE_BYTES + length if colours else 3 * length):
            raise UnusableError(f"{name}: {_NO_PICTURE}")
        return Drawn(size, reply, bool(colours))

    def sixel(self, drawn: Drawn, part: DrawingPart) -> str:
        """Returns a part of a drawing with numbered colours as a sixel sequence.

        Raises:
            UnusableError: If it goes beyond a bound.
            InterruptedRequestError: If it was given up.
        """
        return checked(self._made("sixel", drawn, part))

    def blocks(self, drawn: Drawn, form: BlockForm) -> BlockRows:
        """Returns a drawing as rows of half blocks.

        Raises:
            UnusableError: If it goes beyond a bound.
            InterruptedRequestError: If it was given up.
        """
        width, height = drawn.size
        request: dict[str, Json] = {"make": "blocks", "width": width, "form": [form.colours, int(form.in_blanks)]}
        data = self._asked(request, drawn.data)
        return half_blocks.checked(data, CellBox(width, height if form.in_blanks else height // 2))

    def png(self, drawn: Drawn, part: DrawingPart) -> bytes:
        """Returns a part of a drawing as the bytes of a PNG.

        Raises:
            UnusableError: If it goes beyond a bound.
            InterruptedRequestError: If it was given up.
        """
        return self._made("png", drawn, part)

    def jpeg(self, drawn: Drawn, part: DrawingPart) -> bytes:
        """Returns a part of a drawing as the bytes of a JPEG, which is made sooner than a PNG of a photograph.

        Raises:
            UnusableError: If it goes beyond a bound.
            InterruptedRequestError: If it was given up.
        """
        return self._made("jpeg", drawn, part)

    def _made(self, make: str, drawn: Drawn, part: DrawingPart) -> bytes:
        request: dict[str, Json] = {
            "make": make,
            "columns": [drawn.size.width, part.left, part.right],
            "numbered": drawn.is_numbered,
        }
        return self._asked(request, drawn.rows(part.top, part.bottom))

    def _asked(self, request: dict[str, Json], data: bytes) -> bytes:
        try:
            return self._process.ask(request, data).data
        except InterruptedRequestError:
            raise
        except ConfinedError as error:
            raise UnusableError(str(error)) from error

    def give_up(self) -> None:
        """Gives up the picture that is being decoded, if there is one."""
        self._process.interrupt()

    def close(self) -> None:
        """Ends the process for good, whatever it is doing."""
        self._process.close()
