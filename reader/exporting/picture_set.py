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

COVER = "cover"
"""The key of the picture on the cover, which no figure has."""
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
    cover: ExportedPicture | None = None
    """None for a part of an issue, and for an issue without a picture on its cover."""


def picture_key(article: Article, figure: Figure) -> str:
    """Returns the key of a figure's picture, which no other figure of an issue has: ids have no two hyphens."""
    return f"{article.id}--{figure.id}"


def picture_set(edition: Edition, folder: str) -> PictureSet:
    """Returns the pictures of an edition from the folder of the issue; those that cannot be read are left out."""
    found: dict[str, ExportedPicture] = {}
    faults: list[str] = []
    total = 0
    named = [(picture_key(article, each), each.file) for article in edition.articles for each in article.figures]
    for key, file in [(COVER, edition.issue.cover if edition.is_whole else ""), *named]:
        if not file:
            continue
        try:
            data = picture_bytes(folder, file)
            total += len(data)
            if total > MAX_TOTAL_BYTES:
                raise UnusableError(f"the pictures are larger than {MAX_TOTAL_BYTES:,} bytes together")
            ending, media_type = kind_of(data)
        except UnusableError as error:
            faults.append(f"{clean_line(file)}: left out: {error}")
        else:
            found[key] = ExportedPicture(f"{key}.{ending}", media_type, data)
    cover = found.pop(COVER, None)
    return PictureSet(found, tuple(faults), cover)


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
