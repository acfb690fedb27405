"""Links to issue files in feeds that know no issues: the id is the file's name. Pure."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

from reader.gate import quoted
from reader.model.record import record
from reader.subscriptions.bounds import MAX_ISSUE_BYTES, FeedError
from reader.subscriptions.feed import ISSUE_ENDING, FeedFile, FeedIssue, is_id

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

YAML_TYPES = ("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml", "text/vnd.yaml")


@record
class YamlLink:
    """A link of a feed's entry."""

    url: str
    type: str
    size_bytes: int = -1

    @property
    def is_yaml(self) -> bool:
        """Whether it leads to an issue file, by its type or its ending."""
        kind = self.type.partition(";")[0].strip().lower()
        return bool(self.url) and (kind in YAML_TYPES or (not kind and _file_name(self.url).endswith(ISSUE_ENDING)))


def issue_of_link(links: Iterable[YamlLink], updated: str, published: str) -> FeedIssue | None:
    """Returns the issue of an entry by its link to an issue file; None if it has none.

    Raises:
        FeedError: If the file's name is no id, or the file too large.
    """
    link = next((each for each in links if each.is_yaml), None)
    if link is None:
        return None
    name = _file_name(link.url)
    issue_id = name.removesuffix(ISSUE_ENDING)
    if name == issue_id or not is_id(issue_id):
        raise FeedError(f"{quoted(link.url)} is no file ID{ISSUE_ENDING}")
    if link.size_bytes > MAX_ISSUE_BYTES:
        raise FeedError(f"{quoted(link.url)} has {link.size_bytes} bytes; the most is {MAX_ISSUE_BYTES}")
    return FeedIssue(issue_id, (FeedFile(name),), link.url, updated, sortable_time(published))


def _file_name(url: str) -> str:
    try:
        return unquote(urlsplit(url).path.rpartition("/")[2])
    except ValueError:
        return ""


def sortable_time(written: str) -> str:
    """Returns a time of RFC 3339 in a form that sorts by time; empty if it is none."""
    try:
        found = datetime.fromisoformat(written.strip())
    except ValueError:
        return ""
    try:
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    except (ValueError, OverflowError):
        return ""
