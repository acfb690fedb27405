"""The state of a subscription between two updates, and the last feed with the signs that it is known by."""

from __future__ import annotations

import json

from reader.model.record import record
from reader.subscriptions.bounds import MAX_FEED_BYTES, FeedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    Stored = Mapping[str, object]

VERSION = 1
MAX_STATE_BYTES = 2_000_000


@record
class Pin:
    """The key that signed the feed when it was subscribed to."""

    key: str
    """Type and key as in a public key file of OpenSSH."""
    namespace: str


@record
class State:
    """A subscription: its addresses, and the facts of its last update."""

    url: str
    """The address that was subscribed to."""
    feed: str
    """The address of the feed."""
    title: str = ""
    checked: str = ""
    """The time in UTC of the last answer of the server, in ISO 8601; empty before the first."""
    withdrawn: tuple[str, ...] = ()
    """Issues that the feed does not have any more."""
    wait_until: int = 0
    """The time, in seconds since 1970, before which the server asked not to be asked."""
    pin: Pin | None = None
    has_ended: bool = False
    """Whether it is none any more, and its folder has issues that were read or marked."""


@record
class KnownFeed:
    """The body of the last answer with a feed, and the signs by which the server knows it."""

    body: bytes
    url: str
    """The address that it came from after all redirects: its files are beside it."""
    etag: str = ""
    last_modified: str = ""
    fresh_until: int = 0
    """The time, in seconds since 1970, until which the server has nothing newer by its own word."""


def state_as_bytes(state: State) -> bytes:
    """Returns the content of the file of a state."""
    pin = {"key": state.pin.key, "namespace": state.pin.namespace} if state.pin else None
    told = {
        "version": VERSION,
        "url": state.url,
        "feed": state.feed,
        "title": state.title,
        "checked": state.checked,
        "withdrawn": list(state.withdrawn),
        "wait_until": state.wait_until,
        "pin": pin,
        "has_ended": state.has_ended,
    }
    return f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode("utf-8", "backslashreplace")


def state_of_bytes(data: bytes) -> State:
    """Reads the content of the file of a state.

    Raises:
        FeedError: If it is none.
    """
    told = _table(data)
    if told.get("version") != VERSION:
        raise FeedError("is of another version of the program")
    pin, withdrawn = told.get("pin"), told.get("withdrawn")
    state = State(
        _text(told, "url"),
        _text(told, "feed"),
        _text(told, "title"),
        _text(told, "checked"),
        tuple(each for each in withdrawn if isinstance(each, str)) if isinstance(withdrawn, list) else (),
        _number(told, "wait_until"),
        Pin(_text(pin, "key"), _text(pin, "namespace")) if isinstance(pin, dict) else None,
        told.get("has_ended") is True,
    )
    if not state.feed or (state.pin and not (state.pin.key and state.pin.namespace)):
        raise FeedError("is damaged")
    return state


def feed_as_bytes(feed: KnownFeed) -> bytes:
    """Returns the content of the file of a feed: a line of JSON, then the body, so that they never part."""
    head = {
        "url": feed.url,
        "etag": feed.etag,
        "last_modified": feed.last_modified,
        "fresh_until": feed.fresh_until,
        "bytes": len(feed.body),
    }
    return json.dumps(head).encode() + b"\n" + feed.body


def feed_of_bytes(data: bytes) -> KnownFeed:
    """Reads the content of the file of a feed.

    Raises:
        FeedError: If it is none.
    """
    line, _, body = data.partition(b"\n")
    head = _table(line)
    if head.get("bytes") != len(body) or len(body) > MAX_FEED_BYTES or not _text(head, "url"):
        raise FeedError("is damaged")
    return KnownFeed(
        body, _text(head, "url"), _text(head, "etag"), _text(head, "last_modified"), _number(head, "fresh_until")
    )


def _table(data: bytes) -> Stored:
    try:
        told: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FeedError("is damaged") from error
    if not isinstance(told, dict):
        raise FeedError("is damaged")
    return told


def _text(told: Stored, name: str) -> str:
    found = told.get(name)
    return found if isinstance(found, str) else ""


def _number(told: Stored, name: str) -> int:
    found = told.get(name)
    return found if isinstance(found, int) and not isinstance(found, bool) else 0
