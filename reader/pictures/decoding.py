"""Decoding pictures: within bounds of their size, and of the work that their file makes.

It runs in a confined process (:mod:`reader.pictures.confined_pictures`), which holds whatever is forgotten here.
"""

from __future__ import annotations

import warnings
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from reader.confined import Reply
from reader.errors import UnusableError
from reader.pictures import sixel
from reader.pictures.fitting import Excerpt, PixelSize
from reader.pictures.half_blocks import BlockForm, Pixels, block_rows
from reader.pictures.headers import TURNED, head_in, size_in
from reader.pictures.sixel import PALETTE_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image, Transpose

    from reader.confined import Json
    from reader.pictures.half_blocks import Colour

MAX_PIXELS = 24_000_000
MAX_SIDE_PIXELS = 16_000
MAX_SCANS = 100
"""Maximum number of scans of a JPEG, each of which may be a pass over all pixels; cameras and programs write ten."""
FORMATS = ("PNG", "JPEG", "GIF", "WEBP")
_TOO_MANY_PIXELS = f"more than {MAX_PIXELS:,} pixels, or {MAX_SIDE_PIXELS:,} on a side"
JPEG_QUALITY = 92
PNG_LEVEL = 1
"""Zlib's level: higher ones take much longer, and save little."""
_SAMPLED = 3
"""Divisor of a picture's sides for the sample that its colours are chosen from: a tenth of the time, seen by nobody."""
_GREY_OF_16_BITS = ("I;16", "I;16B", "I;16L", "I;16N", "I")
_JPEG_MARK, _SCAN_MARK = b"\xff\xd8", b"\xff\xda"


@contextmanager
def opened(data: bytes) -> Iterator[Image]:
    """Opens the bytes of a picture: only its header is read, and held to the bounds.

    Raises:
        UnusableError: If it is too large, or is no picture; also for what fails inside the context.
    """
    from PIL import Image, UnidentifiedImageError

    if data.startswith(_JPEG_MARK) and data.count(_SCAN_MARK) > MAX_SCANS:
        raise UnusableError(f"more than {MAX_SCANS} scans")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=FORMATS) as picture:
                if picture.width * picture.height > MAX_PIXELS or max(picture.size) > MAX_SIDE_PIXELS:
                    raise UnusableError(_TOO_MANY_PIXELS)
                yield picture
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnusableError(_TOO_MANY_PIXELS) from error
    except UnidentifiedImageError as error:
        raise UnusableError("no PNG, JPEG, GIF or WebP picture, or a damaged one") from error
    except (OSError, ValueError, SyntaxError) as error:
        raise UnusableError("damaged, or not whole") from error


def decoded(data: bytes, width_pixels: int, height_pixels: int) -> Image:
    """Decodes the bytes of a picture, scaled down by a whole number for a size in which it is to be drawn.

    It is turned as its camera noted; an animated one is its first frame.

    Args:
        data: The bytes of its file.
        width_pixels: The width of the drawing; a larger picture stays at least twice as wide.
        height_pixels: The height of the drawing; a larger picture stays at least twice as high.

    Raises:
        UnusableError: If it is too large, or is no picture.
    """
    with opened(data) as picture:
        head = head_in(BytesIO(data))
        if head and head.orientation in TURNED:
            width_pixels, height_pixels = height_pixels, width_pixels
        picture.draft("RGB", (2 * width_pixels, 2 * height_pixels))  # a JPEG is decoded small
        factor = max(1, min(picture.width // (2 * width_pixels), picture.height // (2 * height_pixels)))
        small = _plain(picture)
        small = (small.reduce(factor) if factor > 1 else small).convert("RGBA")
        turn = _turns().get(head.orientation) if head else None
        return small if turn is None else small.transpose(turn)


def _turns() -> dict[int, Transpose]:
    """Returns the way to turn a picture for each orientation that Exif has."""
    from PIL.Image import Transpose

    return {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }


def _plain(picture: Image) -> Image:
    """Returns a picture in a mode that can be scaled, and becomes others without a loss of its colours."""
    if picture.mode in _GREY_OF_16_BITS:  # Pillow would cut its values off
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("L", "RGB", "RGBA") and "transparency" not in picture.info:
        return picture
    return picture.convert("RGBA")


def drawn(data: bytes, size: PixelSize, view: Excerpt, ground: Colour) -> Image:
    """Returns a picture, or a part of it, in a size, without transparency.

    Args:
        data: The bytes of its file.
        size: The size of the drawing.
        view: The part that is drawn.
        ground: The colour seen where the picture is transparent.

    Raises:
        UnusableError: If it is too large, or is no picture.
    """
    from PIL import Image

    across, down = view.shares
    picture = decoded(data, max(1, round(size.width / across)), max(1, round(size.height / down)))
    whole_width, whole_height = picture.size
    box = (view.left * whole_width, view.top * whole_height, view.right * whole_width, view.bottom * whole_height)
    small = picture.resize(size, Image.Resampling.LANCZOS, box)
    flat = Image.new("RGBA", size, (*ground, 255))
    flat.alpha_composite(small)
    return flat.convert("RGB")


def _numbered(picture: Image, colours: int) -> bytes:
    """Returns a palette for a picture, then the number of the colour of each pixel."""
    from PIL import Image

    factor = _SAMPLED if min(picture.size) >= 8 * _SAMPLED else 1
    sample = picture.reduce(factor) if factor > 1 else picture
    palette = sample.quantize(colours, method=Image.Quantize.MEDIANCUT)
    numbered = picture.quantize(palette=palette, dither=Image.Dither.NONE)
    found = bytes(numbered.getpalette() or ())[:PALETTE_BYTES]
    return found.ljust(PALETTE_BYTES, b"\0") + numbered.tobytes()


def answer(request: dict[str, Json], data: bytes) -> Reply:
    """Replies with a drawing of a picture, or with a part of one in the form in which a terminal takes it.

    A request has ``make``: ``pixels`` (three bytes a pixel) or ``numbered`` (a palette, then a byte a pixel) of the
    bytes of a file; ``sixel`` of numbered pixels, ``png`` of either, ``jpeg`` or ``blocks`` of pixels.
    """
    make = request["make"]
    if make in ("pixels", "numbered"):
        width, height = _numbers(request["size"])
        red, green, blue = _numbers(request["ground"])
        shares = request["view"]
        assert isinstance(shares, list)
        view = Excerpt(*(float(str(share)) for share in shares))
        picture = drawn(data, PixelSize(width, height), view, (red, green, blue))
        if make == "pixels":
            return Reply(None, picture.tobytes())
        return Reply(None, _numbered(picture, int(str(request["colours"]))))
    if make == "blocks":
        colours, in_blanks = _numbers(request["form"])
        rows = block_rows(Pixels(int(str(request["width"])), data), BlockForm(colours, bool(in_blanks)))
        return Reply(None, "\n".join(rows).encode())
    width, left, right = _numbers(request["columns"])
    if make == "sixel":
        return Reply(None, _sixel(data, width, left, right))
    made = _of_numbers(data, width) if request["numbered"] else _of_pixels(data, width)
    return Reply(None, _file(made.crop((left, 0, right, made.height)), str(make)))


def _sixel(data: bytes, width: int, left: int, right: int) -> bytes:
    """Returns columns of numbered pixels as a sixel sequence."""
    palette, numbers = data[:PALETTE_BYTES], data[PALETTE_BYTES:]
    if right - left < width:
        numbers = b"".join(numbers[at + left : at + right] for at in range(0, len(numbers), width))
    return sixel.encoded(numbers, right - left, palette)


def _of_pixels(data: bytes, width: int) -> Image:
    from PIL import Image

    return Image.frombytes("RGB", (width, len(data) // (3 * width)), data)


def _of_numbers(data: bytes, width: int) -> Image:
    from PIL import Image

    palette, numbers = data[:PALETTE_BYTES], data[PALETTE_BYTES:]
    picture = Image.frombytes("P", (width, len(numbers) // width), numbers)
    picture.putpalette(palette)
    return picture


def _file(picture: Image, form: str) -> bytes:
    """Returns a picture as the bytes of a file."""
    file = BytesIO()
    if form == "jpeg":
        picture.save(file, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    else:
        picture.save(file, "PNG", compress_level=PNG_LEVEL)
    return file.getvalue()


def _numbers(values: Json) -> list[int]:
    assert isinstance(values, list)
    return [int(str(value)) for value in values]


def inspect(request: dict[str, Json], data: bytes) -> Reply:
    """Replies with the format and the number of pixels of a picture; decodes it if it has at most ``decoded`` pixels.

    It is decoded as for the smallest drawing: as far as any drawing would be, but for the parts that a JPEG's smaller
    forms leave out.
    """
    most = int(str(request["decoded"]))
    with opened(data) as picture:
        name, pixels = str(picture.format), picture.width * picture.height
    if 0 in (size_in(BytesIO(data)) or (0, 0)):
        raise UnusableError("its head gives no size")
    if pixels <= most:
        decoded(data, 1, 1)
    return Reply([name, pixels])
