"""A publisher's feed: the issues it offers, each with its files by name. Pure."""

from __future__ import annotations

import re
import unicodedata

from reader.gate import clean_line, quoted
from reader.model.address import ID_PATTERN
from reader.model.bounds import MAX_ID_CHARS
from reader.model.file_names import is_device, windows_fault
from reader.model.record import record
from reader.subscriptions.bounds import MAX_FEED_ISSUES, MAX_ISSUE_BYTES, MAX_PICTURE_BYTES, FeedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

MAX_NAME_BYTES = 200
MAX_FAULTS = 20
"""Number of entries of a feed that are reported one by one where they cannot be used."""
FOLDER = "issues"
ISSUE_ENDING = ".yaml"
PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".gif", ".webp")
_ID = re.compile(rf"{ID_PATTERN}\Z")
_PICTURE = re.compile(r"\w[\w .,()+=@~-]*\.[A-Za-z]{3,4}\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


@record
class FeedFile:
    """A file of an issue by its name: that of the issue file, or that of a picture in the issue's folder."""

    name: str
    size_bytes: int = -1
    """-1 if the feed does not say it."""
    sha256: str = ""
    """In hexadecimal digits; empty if the feed does not say it."""


@record
class FeedIssue:
    """An issue that a feed offers."""

    id: str
    files: tuple[FeedFile, ...]
    """The issue file first; alone if the feed does not name the pictures."""
    url: str = ""
    """The address of the issue file, for feeds that name it; else it is beside the feed."""
    updated: str = ""
    """The time or another sign of its last change; empty if the feed does not say it."""
    published: str = ""

    @property
    def names_pictures(self) -> bool:
        """Whether the feed names every file of the issue, with its hash."""
        return bool(self.files[0].sha256)


@record
class Feed:
    """A feed: its title and issues, the number of its entries, and lines about those that cannot be used."""

    title: str
    issues: tuple[FeedIssue, ...]
    entries: int = 0
    faults: tuple[str, ...] = ()

    @property
    def newest(self) -> FeedIssue | None:
        """The issue that was published last; the first one where the feed has no dates."""
        return max(self.issues, key=lambda issue: issue.published, default=None)


class FeedEntries:
    """The entries of a feed as they are read, one after the other."""

    def __init__(self) -> None:
        self.count = 0
        self._issues: dict[str, FeedIssue] = {}
        self._faults: list[str] = []
        self._left_out = 0

    def take(self, read: Callable[[], FeedIssue | None]) -> None:
        """Takes the next entry; one that cannot be read is reported, and so are those after the most."""
        self.count += 1
        if self.count > MAX_FEED_ISSUES:
            return
        try:
            found = read()
            if found and found.id in self._issues:
                raise FeedError(f"the issue {quoted(found.id)} is there twice")
        except FeedError as error:
            self._left_out += 1
            if self._left_out <= MAX_FAULTS:
                self._faults.append(f"entry {self.count} of the feed: {error}; it is left out")
            return
        if found:
            self._issues[found.id] = found

    def feed(self, title: str) -> Feed:
        """Returns the feed."""
        faults = [*self._faults]
        if self._left_out > MAX_FAULTS:
            faults.append(f"{self._left_out - MAX_FAULTS} more entries of the feed are left out")
        if self.count > MAX_FEED_ISSUES:
            faults.append(f"the feed has {self.count} entries; only the first {MAX_FEED_ISSUES} are read")
        return Feed(clean_line(title), tuple(self._issues.values()), self.count, tuple(faults))


def is_id(text: str) -> bool:
    """Whether a text has the form of an issue's id."""
    return len(text) <= MAX_ID_CHARS and bool(_ID.match(text)) and not is_device(text)


def is_picture_name(name: str) -> bool:
    """Whether a name may be that of a picture: a single plain name with an ending that is shown."""
    return (
        len(name.encode("utf-8", "surrogatepass")) <= MAX_NAME_BYTES
        and bool(_PICTURE.match(name))
        and name.lower().endswith(PICTURE_ENDINGS)
        and not windows_fault(name)
    )


def checked_files(issue_id: str, paths: Iterable[str], facts: Iterable[FeedFile]) -> tuple[FeedFile, ...]:
    """Returns the files of an issue under their names.

    Args:
        issue_id: The issue.
        paths: The paths of its files in the feed, ``issues/ID.yaml`` first.
        facts: The size and the hash of each.

    Raises:
        FeedError: If a path is any other than those of an issue, or a file is too large by its own word.
    """
    if not is_id(issue_id):
        raise FeedError(f"{quoted(issue_id)} is no id of an issue")
    files: list[FeedFile] = []
    seen: set[str] = set()
    for path, fact in zip(paths, facts, strict=True):
        name = _name(issue_id, path, is_first=not files)
        form = unicodedata.normalize("NFC", name).casefold()
        if form in seen:
            raise FeedError(f"the path {quoted(path)} is there twice")
        seen.add(form)
        limit = MAX_PICTURE_BYTES if files else MAX_ISSUE_BYTES
        if fact.size_bytes > limit:
            raise FeedError(f"{quoted(path)} has {fact.size_bytes} bytes; the most is {limit}")
        if fact.sha256 and not _SHA256.match(fact.sha256):
            raise FeedError(f"the SHA-256 of {quoted(path)} has not 64 hexadecimal digits")
        files.append(FeedFile(name, fact.size_bytes, fact.sha256))
    if not files:
        raise FeedError("names no files")
    return tuple(files)


def _name(issue_id: str, path: str, *, is_first: bool) -> str:
    if is_first:
        if path != f"{FOLDER}/{issue_id}{ISSUE_ENDING}":
            raise FeedError(f"the first file must be {FOLDER}/{issue_id}{ISSUE_ENDING}, not {quoted(path)}")
        return f"{issue_id}{ISSUE_ENDING}"
    name = path.removeprefix(f"{FOLDER}/{issue_id}/")
    if name == path or not is_picture_name(name):
        raise FeedError(f"the path {quoted(path)} is none of a picture in {FOLDER}/{issue_id}/")
    return name
