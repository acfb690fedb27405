"""Pictures of pages, scans and photos as files: told by their first bytes, and opened within bounds."""

from __future__ import annotations

from io import BytesIO
from math import ceil, sqrt
from warnings import catch_warnings

from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page.page_view import Handle

MAX_PICTURE_BYTES = 64_000_000
MAX_PICTURE_PIXELS = 100_000_000
"""Maximum number of pixels of a picture: a sheet of A3 in 600 dots an inch has 70 million."""
MAX_READ_PIXELS = 24_000_000
"""Number of pixels above which a picture is made smaller before it is read."""
MIN_PICTURE_SIDE = 32
"""Width and height of a picture below which it shows no page."""
_TOO_LARGE = (
    f"the picture has more than {MAX_PICTURE_PIXELS // 10**6} million pixels; "
    "save it with fewer: 200 dots an inch are enough"
)
_MARKS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"GIF8")
_NUMBERS = ("I", "F")
"""Modes of grey pictures whose black and white are any two numbers."""
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")


def is_picture(head: bytes) -> bool:
    """Whether a file is a picture, by its first bytes."""
    is_bitmap = head[:2] == b"BM" and head[6:10] == bytes(4)  # a text may begin with the same letters
    return is_bitmap or head.startswith(_MARKS) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")


def count_pages(data: bytes) -> int:
    """Returns the number of pages of a file: a TIFF file may have several; 1 if it is damaged."""
    from PIL import Image

    try:
        with _silent(), Image.open(BytesIO(data), formats=_FORMATS) as picture:
            return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return 1


def opened(data: bytes, number: int = 1) -> Handle:
    """Returns a page of the picture of a file, upright, in RGB and with up to :data:`MAX_READ_PIXELS`.

    White is behind a picture that lets something through.

    Raises:
        ReaderError: It is damaged, has more than :data:`MAX_PICTURE_PIXELS`, or less than :data:`MIN_PICTURE_SIDE` on
            a side.
    """
    from PIL import Image

    try:
        with _silent():
            return _read(data, number)
    except Image.DecompressionBombError:
        raise ReaderError(_TOO_LARGE) from None
    except (OSError, ValueError, SyntaxError, EOFError):
        raise ReaderError("the picture is damaged") from None


def _silent() -> catch_warnings:
    """Keeps Pillow's warnings on damaged files off the terminal."""
    return catch_warnings(action="ignore")


def _read(data: bytes, number: int) -> Handle:
    from PIL import Image, ImageOps

    picture = Image.open(BytesIO(data), formats=_FORMATS)
    if number > 1:
        picture.seek(number - 1)
    if picture.width * picture.height > MAX_PICTURE_PIXELS:
        raise ReaderError(_TOO_LARGE)
    if min(picture.size) < MIN_PICTURE_SIDE:
        raise ReaderError(f"the picture has less than {MIN_PICTURE_SIDE} pixels on a side")
    turned: Handle = ImageOps.exif_transpose(picture)
    times = min(ceil(sqrt(turned.width * turned.height / MAX_READ_PIXELS)), min(turned.size) // MIN_PICTURE_SIDE)
    plain = _in_colours(turned).reduce(times)
    if kept := turned.info.get("dpi"):
        plain.info["dpi"] = tuple(float(each) / times for each in kept)
    return plain


def _in_colours(picture: Handle) -> Handle:
    """Returns a picture in RGB, without transparency and deep grey, which a conversion makes black or white."""
    from PIL import Image

    if picture.mode.startswith("I;16"):
        return picture.point(lambda value: value / 257).convert("L").convert("RGB")
    if picture.mode in _NUMBERS:
        return _in_full_contrast(picture)
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _in_full_contrast(picture: Handle) -> Handle:
    """Returns a grey picture of numbers in RGB: from black, at 0 or the lowest one, to white, at the highest one."""
    import numpy
    from PIL import Image

    values = numpy.nan_to_num(numpy.asarray(picture, "float64"), copy=False, posinf=0.0, neginf=0.0)
    black, white = min(0.0, float(values.min())), float(values.max())
    values -= black  # in place, for a large picture has nearly a gigabyte of them
    values *= 255.0 / ((white - black) or 1.0)
    return Image.fromarray(values.astype("uint8")).convert("RGB")
