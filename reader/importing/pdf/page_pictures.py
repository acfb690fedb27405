"""Pictures of pages, scans and photos as files: told by their first bytes, and opened within bounds."""

from __future__ import annotations

from io import BytesIO

from reader.errors import ReaderError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.importing.pdf.page_view import Handle

MAX_PICTURE_BYTES = 64_000_000
MAX_PICTURE_PIXELS = 50_000_000
_MARKS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"GIF8")
_FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "BMP", "GIF")


def is_picture(head: bytes) -> bool:
    """Whether a file is a picture, by its first bytes."""
    is_bitmap = head[:2] == b"BM" and head[6:10] == bytes(4)  # a text may begin with the same letters
    return is_bitmap or head.startswith(_MARKS) or (head.startswith(b"RIFF") and head[8:12] == b"WEBP")


def opened(data: bytes) -> Handle:
    """Returns the picture of a file, upright and in RGB.

    Raises:
        ReaderError: It is damaged, or has more than :data:`MAX_PICTURE_PIXELS`.
    """
    from PIL import Image, ImageOps

    try:
        picture = Image.open(BytesIO(data), formats=_FORMATS)
        if picture.width * picture.height > MAX_PICTURE_PIXELS:
            raise ReaderError(f"the picture has more than {MAX_PICTURE_PIXELS // 10**6} million pixels")
        turned: Handle = ImageOps.exif_transpose(picture)
        kept = turned.info.get("dpi")
        plain = turned.convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise ReaderError("the picture is damaged") from None
    if kept:
        plain.info["dpi"] = kept
    return plain
