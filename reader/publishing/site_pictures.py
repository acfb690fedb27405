"""The pictures of an issue that a site has: those with names that web hosts take, at their paths."""

from __future__ import annotations

import re

from reader.exporting.picture_set import picture_key
from reader.gate import clean_line
from reader.model.record import record
from reader.publishing.site import ISSUES_FOLDER

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.exporting.edition import Edition
    from reader.exporting.picture_set import ExportedPicture, PictureSet

MAX_PICTURE_NAME_BYTES = 200
_PICTURE_NAME = re.compile(r"\w[\w .,()+=@~-]*\.[A-Za-z]{3,4}\Z")
"""Names of pictures that every web host and every reader of the feed takes."""


@record
class SitePictures:
    """The pictures of an issue: their paths by the keys of figures, the pictures by their paths, messages on others."""

    paths: dict[str, str]
    files: dict[str, ExportedPicture]
    faults: list[str]


def site_pictures(edition: Edition, pictures: PictureSet) -> SitePictures:
    """Returns the pictures of an issue that a site may have."""
    found = SitePictures({}, {}, [*pictures.faults])
    for article in edition.articles:
        for figure in article.figures:
            picture = pictures.by_key.get(picture_key(article, figure))
            if picture is None:
                continue
            if not _PICTURE_NAME.match(figure.file) or len(figure.file.encode()) > MAX_PICTURE_NAME_BYTES:
                fault = "its name has signs that not every web host takes; use letters, digits, - and ."
                found.faults.append(f"{clean_line(figure.file)}: left out: {fault}")
                continue
            path = f"{ISSUES_FOLDER}/{edition.issue.id}/{figure.file}"
            found.paths[picture_key(article, figure)] = path
            found.files[path] = picture
    return found
