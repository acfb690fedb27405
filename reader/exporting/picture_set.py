"""The pictures of an edition: bytes within bounds, of a known kind, under names that are made here."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.gate import clean_line
from reader.model.record import record
from reader.pictures.picture_files import picture_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from reader.exporting.edition import Edition
    from reader.model.magazine import Article, Figure

MAX_TOTAL_BYTES = 200_000_000
"""Size of all pictures of an edition, which are held at once."""


@record
class ExportedPicture:
    """A picture; its name is made of ids, never of the name of a file."""

    name: str
    media_type: str
    data: bytes


@record
class PictureSet:
    """The pictures of an edition by the keys of :func:`picture_key`, and the messages about those that it lacks."""

    by_key: Mapping[str, ExportedPicture]
    faults: tuple[str, ...] = ()


def picture_key(article: Article, figure: Figure) -> str:
    """Returns the key of a figure's picture, which no other figure of an issue has: ids have no two hyphens."""
    return f"{article.id}--{figure.id}"


def picture_set(edition: Edition, folder: str) -> PictureSet:
    """Returns the pictures of an edition from the folder of the issue; those that cannot be read are left out."""
    found: dict[str, ExportedPicture] = {}
    faults: list[str] = []
    total = 0
    for article in edition.articles:
        for figure in (each for each in article.figures if each.file):
            key = picture_key(article, figure)
            try:
                data = picture_bytes(folder, figure.file)
                total += len(data)
                if total > MAX_TOTAL_BYTES:
                    raise UnusableError(f"the pictures are larger than {MAX_TOTAL_BYTES:,} bytes together")
                ending, media_type = kind_of(data)
            except UnusableError as error:
                faults.append(f"{clean_line(figure.file)}: left out: {error}")
            else:
                found[key] = ExportedPicture(f"{key}.{ending}", media_type, data)
    return PictureSet(found, tuple(faults))


def kind_of(data: bytes) -> tuple[str, str]:
    """Returns the ending and the media type of a picture by its first bytes.

    Raises:
        UnusableError: If it is of no known kind.
    """
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png", "image/png"
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg", "image/jpeg"
    if data.startswith((b"GIF87a", b"GIF89a")):
        return "gif", "image/gif"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "webp", "image/webp"
    raise UnusableError("no PNG, JPEG, GIF or WebP file")
