"""The bounds of a feed and of everything that is fetched for it, and the faults of fetching."""

from __future__ import annotations

from reader.errors import NotFoundError, ReaderError, UnusableError
from reader.model.record import record

MAX_REDIRECTS = 5
MAX_FEED_BYTES = 2_000_000
MAX_ISSUE_BYTES = 4_000_000
"""The largest issue file that is opened, too."""
MAX_PICTURE_BYTES = 30_000_000
MAX_SIGNATURE_BYTES = 16_000
MAX_FILES = 2_000
"""Maximum number of files that one update fetches for a subscription."""
MAX_FEED_ISSUES = 5_000
"""Maximum number of issues of a feed; others are not looked at."""
MAX_URL_CHARS = 2_000
MAX_WAIT_SECONDS = 86_400
"""The longest time for which a server can ask not to be asked: a day."""


@record
class Times:
    """The times that a server has, in seconds."""

    connect: float = 10.0
    """To the end of the TCP connection with one of the host's addresses."""
    stall: float = 15.0
    """Between two pieces of an answer."""
    feed: float = 30.0
    """For a whole answer that is a feed or a signature."""
    file: float = 180.0
    """For a whole answer that is an issue or a picture."""
    update: float = 3_600.0
    """For all issues of a subscription; after it no other one is begun."""


class FetchError(ReaderError):
    """A file that could not be fetched: the server is not there, or gives no whole answer."""


class AbsentError(NotFoundError):
    """A file that the server says it does not have."""


class RefusedError(ReaderError):
    """An address that nothing is fetched from."""


class WaitError(FetchError):
    """A server that asks to be left alone for a while."""

    def __init__(self, message: str, seconds: int) -> None:
        super().__init__(message)
        self.seconds = seconds


class FeedError(UnusableError):
    """A feed that was fetched and cannot be used."""


class FullError(ReaderError):
    """A subscription's folder that cannot be written."""
