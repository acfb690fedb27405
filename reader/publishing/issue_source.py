"""An issue file and its pictures as they are read for a site, and a survey of it before anything is made of it."""

from __future__ import annotations

import hashlib
import os
import platform
import zlib
from functools import cache

from reader import __version__
from reader.errors import UnusableError
from reader.exporting.edition import Edition
from reader.exporting.link_targets import LinkTargets
from reader.exporting.picture_set import picture_set
from reader.gate import shown_path
from reader.model.record import record
from reader.publishing.searched_places import places_of
from reader.publishing.site_pictures import site_pictures
from reader.publishing.summaries import summary_of
from reader.regular_files import read_regular
from reader.source import load
from reader.source.source_file import MAX_FILE_BYTES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from reader.exporting.picture_set import PictureSet
    from reader.publishing.site import PublishedIssue

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
_MADE_BY = (".py", ".js", ".css", ".svg", ".html", ".txt")
"""Endings of the files of the program that decide about the bytes of a site."""


@record
class IssueSource:
    """An issue with all its articles, the bytes of its file, and its pictures."""

    edition: Edition
    data: bytes
    pictures: PictureSet

    @property
    def fingerprint(self) -> str:
        """A hash of the file and of the pictures, or of the messages about those that are left out."""
        pictures = (f"{key} {digest(each.data)}" for key, each in sorted(self.pictures.by_key.items()))
        cover = digest(self.pictures.cover.data) if self.pictures.cover else ""
        return joined_digest((digest(self.data), *pictures, cover, *self.pictures.faults))


@record
class Surveyed:
    """The facts about an issue that the pages of other issues need; or the fault that leaves it out."""

    path: str
    fault: str = ""
    fingerprint: str = ""
    issue: str = ""
    articles: frozenset[str] = frozenset()
    leading_to: tuple[tuple[str, str], ...] = ()
    """The issues and articles of links that lead to other issues."""
    picture_faults: tuple[str, ...] = ()
    """Messages about pictures that are left out, each in one line."""
    file_digest: str = ""
    """The hash of the issue file."""
    places: int = 0
    """Number of places that the search of the site finds."""
    summary: PublishedIssue | None = None
    """The facts about the issue; its book has no size and no hash yet."""


def issue_source(path: str) -> IssueSource:
    """Reads an issue file and its pictures.

    Raises:
        UnusableError: If the issue is to be left out.
    """
    shown = shown_path(path)
    try:
        before = read_regular(path, MAX_FILE_BYTES + 1)
        loaded = load(path, checked=False)
        data = read_regular(path, MAX_FILE_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise UnusableError(f"{shown}: cannot be read: {reason}") from error
    if loaded.issue is None:
        raise UnusableError(f"{loaded.errors[0]}; the issue is left out")
    if data != before:
        raise UnusableError(changed_meanwhile(path))
    edition = Edition(loaded.issue, tuple(article for _, article in loaded.issue.articles()))
    return IssueSource(edition, data, picture_set(edition, os.path.splitext(path)[0]))


def changed_meanwhile(path: str) -> str:
    """Returns the message about a file that was changed while the site was made."""
    return f"{shown_path(path)}: was changed meanwhile; the issue is left out"


def survey_issue(path: str, give: Callable[[Surveyed], None]) -> None:
    """Gives the facts about an issue; a function of worker processes."""
    try:
        source = issue_source(path)
    except UnusableError as error:
        give(Surveyed(path, str(error)))
        return
    edition = source.edition
    leading = {(address.issue, address.article) for address in LinkTargets(edition, str).leaving()}
    articles = frozenset(article.id for article in edition.articles)
    found = site_pictures(edition, source.pictures)
    faults = tuple(f"{shown_path(path)}: {fault}" for fault in found.faults)
    give(
        Surveyed(
            path,
            "",
            source.fingerprint,
            edition.issue.id,
            articles,
            tuple(sorted(leading)),
            faults,
            digest(source.data),
            len(places_of(edition)),
            summary_of(edition, source.data, found),
        )
    )


def digest(data: bytes) -> str:
    """Returns the hash of some bytes."""
    return hashlib.sha256(data).hexdigest()


def joined_digest(parts: Iterable[str]) -> str:
    """Returns one hash of several texts, whose borders count."""
    return digest("\0".join(f"{len(part)} {part}" for part in parts).encode("utf-8", "surrogatepass"))


@cache
def program_digest() -> str:
    """Returns a hash of all of the program, and of the libraries outside it, that decide about the bytes of a site."""
    parts = [__version__, platform.python_version(), zlib.ZLIB_RUNTIME_VERSION]
    for folder, folders, names in os.walk(_PACKAGE):
        folders.sort()
        for name in sorted(name for name in names if name.endswith(_MADE_BY)):
            with open(os.path.join(folder, name), "rb") as file:
                parts.append(f"{name} {digest(file.read())}")
    return joined_digest(parts)
