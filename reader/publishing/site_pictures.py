"""The pictures of an issue that a site has: those with names that web hosts take, at their paths."""

from __future__ import annotations

import re

from reader.exporting.picture_set import COVER, picture_key
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
    """Returns the pictures of an issue that a site may have; the one on its cover comes first."""
    found = SitePictures({}, {}, [*pictures.faults])
    named = [(picture_key(article, each), each.file) for article in edition.articles for each in article.figures]
    for key, file in [(COVER, edition.issue.cover), *named]:
        picture = pictures.cover if key == COVER else pictures.by_key.get(key)
        if picture is None:
            continue
        if not _PICTURE_NAME.match(file) or len(file.encode()) > MAX_PICTURE_NAME_BYTES:
            fault = "its name has signs that not every web host takes; use letters, digits, - and ."
            found.faults.append(f"{clean_line(file)}: left out: {fault}")
            continue
        path = f"{ISSUES_FOLDER}/{edition.issue.id}/{file}"
        found.paths[key] = path
        found.files[path] = picture
    return found
