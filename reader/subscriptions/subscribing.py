"""Beginning and ending of subscriptions."""

from __future__ import annotations

import os

from reader.errors import UnusableError
from reader.library import Library, default_folders
from reader.marks.mark import default_path
from reader.model.record import record, replace
from reader.subscriptions.bounds import FeedError
from reader.subscriptions.discovery import find_feed
from reader.subscriptions.signature import NoProgramError, signer, verify
from reader.subscriptions.state import State
from reader.subscriptions.subscription import APART, Subscription, id_for
from reader.subscriptions.updating import (
    UpdateReport,
    check_signature,
    feed_of,
    signature_of,
    take_feed,
)
from reader.subscriptions.web_address import web_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.subscriptions.fetching import Fetcher
    from reader.subscriptions.state import Pin
    from reader.subscriptions.updating import UpdateWay
    from reader.subscriptions.web_address import WebAddress


@record
class Begun:
    """A subscription that has begun: its first update, and the key that was pinned."""

    report: UpdateReport
    pin: Pin | None = None
    is_old: bool = False
    """Whether it was there before."""
    notice: str = ""


@record
class Ended:
    """A subscription that has ended, with the issues that stay on the shelf."""

    id: str
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def subscribe(url: str, way: UpdateWay) -> Begun:
    """Subscribes to the feed of an address, and fetches as many of its issues as the way says.

    Raises:
        ReaderError: If the address may not be fetched, there is no feed or none that can be used, or the disk cannot
            take it; then there is no new subscription.
    """
    address = web_address(url)
    found = find_feed(address, way.fetcher)
    if found.feed.entries and not found.feed.issues:
        reason = f": {found.feed.faults[0]}" if found.feed.faults else ""
        raise FeedError(f"{found.address}: has {found.feed.entries} entries, and no issue that can be used{reason}")
    subscription = Subscription(id_for(found.address))
    is_new = not os.path.lexists(subscription.folder)
    subscription.make()
    try:
        with subscription.locked():
            subscription.issues.clear()
            old = _old_state(subscription)
            is_old = old is not None and not old.has_ended
            pin, notice = old.pin if is_old and old else None, ""
            if not is_old:
                pin, notice = _pinned(subscription, found.address, found.body, way.fetcher)
            state = State(url, str(found.address), found.feed.title, pin=pin)
            if old:
                state = replace(state, withdrawn=old.withdrawn)
            if is_old and old and old.pin:
                check_signature(subscription, old, found.address, found.body, way.fetcher)
            known = feed_of(found.head, found.body)
            subscription.keep_feed(known)
            subscription.keep(state)
            return Begun(take_feed(subscription, known, found.feed, way), pin, is_old, notice)
    except BaseException:
        if is_new:
            subscription.remove()
        raise


def _old_state(subscription: Subscription) -> State | None:
    try:
        return subscription.state
    except UnusableError:
        return None


def _pinned(subscription: Subscription, address: WebAddress, body: bytes, fetcher: Fetcher) -> tuple[Pin | None, str]:
    """Returns the key that has signed a feed, and a remark; None for a feed that is not signed."""
    signature = signature_of(address, fetcher)
    if signature is None:
        return None, ""
    try:
        pin = signer(signature)
        verify(pin, body, signature, subscription.issues)
    except NoProgramError as error:
        return None, f"{address}: {error}; no key is pinned"
    except FeedError as error:
        raise FeedError(f"{address}: {error}") from error
    return pin, ""


def unsubscribe(subscription: Subscription, *, removes_all: bool = False) -> Ended:
    """Ends a subscription; issues that were read or marked stay on the shelf, unless all are to go.

    Raises:
        ReaderError: If another process is updating it, or the marks cannot be read.
    """
    with subscription.locked():
        ids = subscription.issues.ids
        used = set() if removes_all else used_issues()
        kept = tuple(each for each in ids if each in used)
        removed = tuple(each for each in ids if each not in used)
        if kept:
            state = _old_state(subscription) or State("", "")
            subscription.keep(replace(state, has_ended=True))
            subscription.forget_feed()
            for each in removed:
                subscription.issues.remove(each)
        else:
            subscription.remove()
    return Ended(subscription.id, kept, removed)


def used_issues() -> set[str]:
    """Returns the ids of the issues that were read or marked.

    Raises:
        UnusableError: If the marks cannot be read.
    """
    path = default_path()
    if not os.path.exists(path):
        return set()
    from reader.marks.store import MarkStore

    return {mark.issue for mark in MarkStore(path).everything() if not mark.deleted}


class LocalIssues:
    """The issues of the library outside a subscription; those of another one count where they have the plain name."""

    def __init__(self, set_folders: tuple[str, ...] = ()) -> None:
        """Takes the folders of the settings; the library is read when it is first asked."""
        self._set_folders = set_folders
        self._library: Library | None = None

    def elsewhere(self, issue_ids: Sequence[str], subscription: Subscription) -> dict[str, str]:
        """Returns the path of another file for each id that has one.

        Raises:
            ReaderError: If the library cannot be read.
        """
        if self._library is None:
            self._library = Library(default_folders(self._set_folders))
            self._library.update()
        found: dict[str, str] = {}
        for issue_id, paths in self._library.paths_of(issue_ids, subscription.issues.folder).items():
            others = [path for path in paths if APART not in os.path.basename(path)]
            if others:
                found[issue_id] = others[0]
        return found
