"""The folder of a subscription: its state, its last feed, its issues; one process at a time may change it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.file_writing import make_private, replace_file
from reader.folders import data_folder
from reader.gate import quoted, shown_path
from reader.library.files import SUBSCRIBED_ISSUES, SUBSCRIPTIONS_FOLDER
from reader.regular_files import read_regular
from reader.subscriptions.bounds import MAX_FEED_BYTES, FeedError, FullError
from reader.subscriptions.kept_issues import KeptIssues
from reader.subscriptions.state import (
    MAX_STATE_BYTES,
    KnownFeed,
    State,
    feed_as_bytes,
    feed_of_bytes,
    state_as_bytes,
    state_of_bytes,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.subscriptions.web_address import WebAddress

STATE_FILE, FEED_FILE, LOCK_FILE = "state.json", "feed", "lock"
FEED_NAME = "magazine.json"
APART = ".from-"
"""Parts the id of an issue from that of its subscription, in the name of a file whose id another file has."""
MAX_SLUG_CHARS = 40
MAX_HEAD_BYTES = 10_000


class BusyError(ReaderError):
    """A subscription that another process is updating."""


def root_folder() -> str:
    """Returns the folder of all subscriptions."""
    return os.path.join(data_folder(), SUBSCRIPTIONS_FOLDER)


def id_for(feed: WebAddress) -> str:
    """Returns the id of a subscription to a feed: its host and path in letters that every file system has."""
    written = str(feed).removesuffix(FEED_NAME)
    slug = re.sub(r"[^a-z0-9]+", "-", f"{feed.host}{feed.path.removesuffix(FEED_NAME)}".lower()).strip("-")
    return f"{slug[:MAX_SLUG_CHARS].strip('-')}-{hashlib.sha256(written.encode()).hexdigest()[:6]}"


class Subscription:
    """A subscription by its id; its folder may not be there yet."""

    def __init__(self, subscription_id: str) -> None:
        self.id = subscription_id
        self.folder = os.path.join(root_folder(), subscription_id)
        self.issues = KeptIssues(os.path.join(self.folder, SUBSCRIBED_ISSUES))

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    @property
    def state(self) -> State:
        """The state as the file has it.

        Raises:
            UnusableError: If it cannot be read.
        """
        path = self._path(STATE_FILE)
        try:
            return state_of_bytes(read_regular(path, MAX_STATE_BYTES))
        except FeedError as error:
            raise UnusableError(f"{shown_path(path)}: {error}; subscribe again to go on") from error
        except (OSError, ValueError) as error:
            told = getattr(error, "strerror", None) or error
            raise UnusableError(f"{shown_path(path)}: cannot be read: {told}; subscribe again to go on") from error

    def keep(self, state: State) -> None:
        """Writes the state.

        Raises:
            WriteError: If it cannot be written; then it is as it was.
        """
        replace_file(self._path(STATE_FILE), [state_as_bytes(state)], private=True)

    @property
    def known_feed(self) -> KnownFeed | None:
        """The last feed; None if there is none, or it is damaged: then it is fetched anew."""
        try:
            return feed_of_bytes(read_regular(self._path(FEED_FILE), MAX_FEED_BYTES + MAX_HEAD_BYTES))
        except (OSError, ValueError, FeedError):
            return None

    def keep_feed(self, feed: KnownFeed) -> None:
        """Writes the last feed.

        Raises:
            WriteError: If it cannot be written; then it is as it was.
        """
        replace_file(self._path(FEED_FILE), [feed_as_bytes(feed)], private=True)

    def forget_feed(self) -> None:
        """Removes the last feed."""
        with suppress(OSError):
            os.unlink(self._path(FEED_FILE))

    def make(self) -> None:
        """Makes the folder.

        Raises:
            FullError: If it cannot be made.
        """
        try:
            os.makedirs(self.folder, mode=0o700, exist_ok=True)
        except OSError as error:
            raise FullError(f"{shown_path(self.folder)}: cannot be made: {error.strerror}") from error
        self.issues.make()

    def remove(self) -> None:
        """Removes the folder with all that is in it."""
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Holds the subscription for this process; the system lets go of it if the process is killed.

        Raises:
            BusyError: If another process has it.
            FullError: If the lock cannot be made.
        """
        path = self._path(LOCK_FILE)
        try:
            make_private(path)
            descriptor = os.open(path, os.O_RDONLY if os.name == "posix" else os.O_RDWR)
        except OSError as error:
            raise FullError(f"{shown_path(path)}: cannot be made: {error.strerror}") from error
        try:
            _lock(descriptor, self.id)
            yield
        finally:
            os.close(descriptor)


def _lock(descriptor: int, name: str) -> None:
    try:
        if os.name == "posix":
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        else:
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
    except OSError as error:
        raise BusyError(f"{name}: is being updated by another reader; wait for it") from error


def subscriptions() -> list[Subscription]:
    """Returns the subscriptions, sorted by id; also those that have ended, and those whose state cannot be read."""
    try:
        names = sorted(entry.name for entry in os.scandir(root_folder()) if entry.is_dir(follow_symlinks=False))
    except OSError:
        return []
    return [Subscription(name) for name in names if not name.startswith(".")]


def named(word: str) -> Subscription:
    """Returns the subscription that a word names: by its id, its address or that of its feed.

    Raises:
        NotFoundError: If there is none.
    """
    known = subscriptions()
    for each in known:
        if each.id == word:
            return each
        try:
            state = each.state
        except UnusableError:
            continue
        if word.rstrip("/") in (state.url.rstrip("/"), state.feed, state.feed.removesuffix(f"/{FEED_NAME}")):
            return each
    there = ", ".join(each.id for each in known) or "none"
    raise NotFoundError(f"no subscription {quoted(word)}; there are: {there}")
