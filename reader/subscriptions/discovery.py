"""Finding the feed of an address: the address itself, ``magazine.json`` beside it, or a link in the page."""

from __future__ import annotations

from html.parser import HTMLParser

from reader.model.record import record, replace
from reader.subscriptions.bounds import MAX_FEED_BYTES, AbsentError, FeedError
from reader.subscriptions.fetching import Wanted, shown
from reader.subscriptions.json_feeds import json_feed
from reader.subscriptions.subscription import FEED_NAME
from reader.subscriptions.web_address import joined
from reader.subscriptions.xml_feeds import xml_feed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.subscriptions.feed import Feed
    from reader.subscriptions.fetching import Fetcher, Head
    from reader.subscriptions.web_address import WebAddress

ACCEPT = "application/feed+json, application/opds+json, application/atom+xml, application/json;q=0.9, */*;q=0.5"
FEED_TYPES = ("application/feed+json", "application/opds+json", "application/atom+xml")
"""The types of feeds that a page may link, the best first."""
UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""The first bytes of a text in UTF-16."""
MAX_PAGE_CHARS = 200_000
MAX_LINKS_TRIED = 3


@record
class FoundFeed:
    """A feed at its address, with the answer that it came in."""

    address: WebAddress
    feed: Feed
    head: Head
    body: bytes


def read_feed(data: bytes) -> Feed:
    """Reads a feed in any of its forms.

    Raises:
        FeedError: If it is none, such as a web page.
    """
    start = data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start in (b"{", b"["):
        return json_feed(data)
    if data[:2] in UTF16_MARKS and data[2:4].strip(b"\0 ") in (b"{", b"["):
        raise FeedError("is JSON in UTF-16; JSON is in UTF-8")
    if start == b"<" or data[:2] in UTF16_MARKS:
        return xml_feed(data)
    raise FeedError("is neither JSON nor XML")


def find_feed(address: WebAddress, fetcher: Fetcher) -> FoundFeed:
    """Finds and fetches the feed of an address.

    Raises:
        ReaderError: If there is none, or it cannot be fetched or used.
    """
    is_site = "." not in address.path.rpartition("/")[2]
    if is_site:
        beside = replace(address, target=f"{address.path.removesuffix('/')}/{FEED_NAME}")
        try:
            return _fetched(beside, fetcher)
        except (AbsentError, FeedError) as error:
            fault = error
        try:
            found, page = _page_or_feed(address, fetcher)
        except AbsentError:
            raise fault from None
    else:
        found, page = _page_or_feed(address, fetcher)
    if found:
        return found
    for link in (*page[:MAX_LINKS_TRIED], *((FEED_NAME,) if not is_site else ())):
        try:
            return _fetched(joined(address, link), fetcher)
        except AbsentError:
            continue
    raise FeedError(f"{shown(address)}: neither a feed nor a page that names one; give the address of its {FEED_NAME}")


def _fetched(address: WebAddress, fetcher: Fetcher) -> FoundFeed:
    head, body = fetcher.data(feed_wanted(address, fetcher))
    try:
        return FoundFeed(address, read_feed(body), head, body)
    except FeedError as error:
        raise FeedError(f"{shown(address)}: {error}") from error


def feed_wanted(address: WebAddress, fetcher: Fetcher) -> Wanted:
    """Returns a feed as it is asked for."""
    return Wanted(address, MAX_FEED_BYTES, fetcher.times.feed, ACCEPT)


def _page_or_feed(address: WebAddress, fetcher: Fetcher) -> tuple[FoundFeed | None, list[str]]:
    """Fetches an address; returns the feed that is there, or the links to feeds in the page."""
    head, body = fetcher.data(feed_wanted(address, fetcher))
    try:
        return FoundFeed(address, read_feed(body), head, body), []
    except FeedError as error:
        if not _is_page(head, body):
            raise FeedError(f"{shown(address)}: {error}") from error
    return None, feed_links(body.decode("utf-8", "replace")[:MAX_PAGE_CHARS])


def _is_page(head: Head, body: bytes) -> bool:
    kind = head.headers.get("content-type", "").partition(";")[0].strip().lower()
    return kind in ("text/html", "application/xhtml+xml") or b"<html" in body[:1000].lower()


def feed_links(page: str) -> list[str]:
    """Returns the addresses of the feeds that a page links, the best first. Pure."""
    reading = _PageLinks()
    reading.feed(page)
    return [url for _, url in sorted(reading.found, key=lambda found: FEED_TYPES.index(found[0]))]


class _PageLinks(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        kind = (told.get("type") or "").strip().lower()
        is_feed = tag == "link" and "alternate" in (told.get("rel") or "").lower().split() and kind in FEED_TYPES
        if is_feed and (href := told.get("href")):
            self.found.append((kind, href))
