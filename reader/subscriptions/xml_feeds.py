"""Feeds in XML: Atom, and OPDS 1.2, which is Atom; entries with a link to an issue file. Pure.

The parser is Expat, which gives one event after the other: nothing is built but the entries. A document with a type
declaration is refused, so that there are no entities.
"""

from __future__ import annotations

from xml.parsers import expat

from reader.gate import clean_line
from reader.subscriptions.bounds import FeedError
from reader.subscriptions.feed import Feed, FeedEntries, FeedIssue
from reader.subscriptions.yaml_links import YamlLink, issue_of_link

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_ATOM = "http://www.w3.org/2005/Atom "
_FEED, _ENTRY = f"{_ATOM}feed", f"{_ATOM}entry"
_TEXTS = {f"{_ATOM}{name}": name for name in ("title", "updated", "published")}
_LINK = f"{_ATOM}link"
_RELATIONS = ("enclosure", "alternate", "")
_ACQUISITION = "http://opds-spec.org/acquisition"
MAX_DEPTH = 64
MAX_TEXT_CHARS = 1_000
MAX_LINKS = 50
"""Maximum number of links of an entry that are looked at."""


def xml_feed(data: bytes) -> Feed:
    """Reads a feed of Atom.

    Raises:
        FeedError: If it is none.
    """
    reading = _Reading()
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = reading.start
    parser.EndElementHandler = reading.end
    parser.CharacterDataHandler = reading.text
    parser.StartDoctypeDeclHandler = reading.refuse_type
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise FeedError(f"is no XML that can be read: {clean_line(str(error))}") from error
    if not reading.is_feed:
        raise FeedError("is XML, but no Atom feed")
    return reading.entries.feed(reading.title)


class _Reading:
    """The state between two events of the parser."""

    def __init__(self) -> None:
        self.is_feed = False
        self.title = ""
        self.entries = FeedEntries()
        self._path: list[str] = []
        self._texts: dict[str, str] = {}
        self._links: list[YamlLink] = []

    def refuse_type(self, *_declaration: object) -> None:
        raise FeedError("is XML with a type declaration, which is not read")

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._path.append(name)
        if len(self._path) > MAX_DEPTH:
            raise FeedError(f"is nested deeper than {MAX_DEPTH} elements")
        if len(self._path) == 1:
            self.is_feed = name == _FEED
        elif self._is_entry and len(self._path) == 2:
            self._texts, self._links = {}, []
        elif self._is_entry and len(self._path) == 3 and name == _LINK and len(self._links) < MAX_LINKS:
            relation = attributes.get("rel", "")
            if relation in _RELATIONS or relation.startswith(_ACQUISITION):
                size = attributes.get("length", "")
                size_bytes = int(size) if size.isascii() and size.isdigit() and len(size) < 16 else -1
                url, kind = attributes.get("href", ""), attributes.get("type", "")
                self._links.append(YamlLink(url, kind, size_bytes))

    @property
    def _is_entry(self) -> bool:
        return self.is_feed and len(self._path) > 1 and self._path[1] == _ENTRY

    def text(self, data: str) -> None:
        field = _TEXTS.get(self._path[-1]) if self._path else None
        if field is None or not self.is_feed:
            return
        if self._is_entry and len(self._path) == 3:
            self._texts[field] = (self._texts.get(field, "") + data)[:MAX_TEXT_CHARS]
        elif len(self._path) == 2 and field == "title":
            self.title = (self.title + data)[:MAX_TEXT_CHARS]

    def end(self, _name: str) -> None:
        if self._is_entry and len(self._path) == 2:
            self.entries.take(self._issue)
        self._path.pop()

    def _issue(self) -> FeedIssue | None:
        """Returns the issue of the entry that has just ended."""
        published, updated = self._texts.get("published", ""), self._texts.get("updated", "")
        return issue_of_link(self._links, clean_line(updated), published or updated)
