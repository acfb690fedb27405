"""A site, and an issue as it is published: the facts that pages, feeds and the index need when its texts are gone."""

from __future__ import annotations

import hashlib
import os
from urllib.parse import quote, urlsplit

from reader.errors import ReaderError
from reader.gate import quoted
from reader.model.naming import both
from reader.model.record import record
from reader.regular_files import read_regular

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from reader.model.text import Text

EPUB_FOLDER = "epub"
ISSUES_FOLDER = "issues"
MAX_URL_CHARS = 2_000


@record
class SiteFile:
    """A file of a site by its path, whose parts are separated by slashes."""

    path: str
    data: bytes
    key: str = ""
    """Hash of the sources and the options that it was made from; empty for a file that is made each time."""

    @property
    def size_bytes(self) -> int:
        """The number of its bytes."""
        return len(self.data)


@record
class KeptFile:
    """A file of the site as it is that need not be made again."""

    path: str
    size_bytes: int
    sha256: str
    key: str
    folder: str
    """The folder of the site."""

    @property
    def data(self) -> bytes:
        """The bytes of the file.

        Raises:
            OSError: If it cannot be read.
        """
        return read_regular(os.path.join(self.folder, *self.path.split("/")), self.size_bytes + 1)


@record
class PublishedFile:
    """A file as a feed names it."""

    path: str
    size_bytes: int
    sha256: str
    media_type: str


def published(file: SiteFile, media_type: str) -> PublishedFile:
    """Returns the facts about a file."""
    return PublishedFile(file.path, len(file.data), hashlib.sha256(file.data).hexdigest(), media_type)


@record
class PublishedIssue:
    """An issue without its texts."""

    id: str
    languages: tuple[str, ...]
    magazine: Text
    label: Text
    title: Text | None
    date: str
    sections: tuple[Text, ...]
    """The titles of its sections."""
    authors: tuple[str, ...]
    articles: tuple[str, ...]
    """The ids of its articles."""
    files: tuple[PublishedFile, ...]
    """The issue file first, then its pictures."""
    epub: PublishedFile
    picture: str = ""
    """Path of the picture on its cover, else of its first one; empty without any."""

    @property
    def name(self) -> str:
        """The magazine's name and the issue's label in its first two languages."""
        return f"{both(self.magazine, self.languages)} · {both(self.label, self.languages)}"

    @property
    def day(self) -> str:
        """The first day of its date, ``2018-08-01``."""
        return f"{self.date}{FIRST_DAY[len(self.date) :]}"


FIRST_DAY = "2000-01-01"
"""Date of what has none, as in exported books."""


@record
class Site:
    """The address of a site."""

    base_url: str
    """Ends with a slash."""

    def url(self, path: str) -> str:
        """Returns the address of a page or a file of the site; that of a page ends with a slash."""
        return self.base_url + quote(path)


def site_at(base_url: str) -> Site:
    """Returns a site.

    Raises:
        ReaderError: If its address cannot be that of a site.
    """
    written = base_url.strip()
    try:
        parts = urlsplit(written)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        is_good = False
    is_plain = is_good and not (parts.query or parts.fragment or parts.username or parts.password)
    if not is_plain or len(written) > MAX_URL_CHARS or any(c <= " " or c in "\\<>\"'" or c > "~" for c in written):
        raise ReaderError(f"{quoted(base_url)}: is no address of a site; give one as https://example.org/magazine/")
    return Site(written.rstrip("/") + "/")


def newest_first(issues: Sequence[PublishedIssue]) -> list[PublishedIssue]:
    """Returns issues by date, the newest first; those of one date by their ids."""
    return sorted(sorted(issues, key=lambda issue: issue.id), key=lambda issue: issue.date, reverse=True)


def title_of(names: Iterable[str]) -> str:
    """Returns the title of a site that has none of its own: the names of its magazines, at most three."""
    return " · ".join([*dict.fromkeys(names)][:MAX_NAMES]) or "Magazines"


MAX_NAMES = 3
"""Number of magazines that a title names."""
