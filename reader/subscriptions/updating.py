"""An update of a subscription: the feed, the issues that are new, changed or damaged, and those that are withdrawn."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime

from reader.errors import ReaderError
from reader.model.record import record, replace
from reader.subscriptions.bounds import (
    MAX_SIGNATURE_BYTES,
    MAX_WAIT_SECONDS,
    AbsentError,
    FeedError,
    FetchError,
    FullError,
    RefusedError,
    WaitError,
)
from reader.subscriptions.discovery import feed_wanted, read_feed
from reader.subscriptions.fetching import NOT_MODIFIED, Wanted
from reader.subscriptions.installing import Budget, FeedSource, FilesSpentError, fetch_issue
from reader.subscriptions.signature import ENDING, signer, verify
from reader.subscriptions.state import KnownFeed
from reader.subscriptions.subscription import APART, BusyError
from reader.subscriptions.web_address import web_address

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from reader.subscriptions.feed import Feed, FeedIssue
    from reader.subscriptions.fetching import Fetcher, Head
    from reader.subscriptions.state import State
    from reader.subscriptions.subscription import Subscription
    from reader.subscriptions.web_address import WebAddress

    Elsewhere = Callable[[Sequence[str], Subscription], Mapping[str, str]]
    """Returns the path of a file outside a subscription for each issue whose id such a file has."""
    Progress = Callable[[int, int], object]

MAX_FAILURES = 3
"""Number of issues one after the other that cannot be fetched, after which an update gives up until the next one."""
_KEPT_FOR = "max-age="


@record
class Clash:
    """An issue of a subscription whose id another issue of the library has."""

    id: str
    path: str
    """The file of the other issue."""


@record
class UpdateReport:
    """The result of an update: issues by id, and faults in one line each."""

    id: str
    url: str
    title: str = ""
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    """Issues with lost or damaged files that are whole again."""
    withdrawn: tuple[str, ...] = ()
    """Issues that have left the feed since the last update, and are kept."""
    clashes: tuple[Clash, ...] = ()
    left: int = 0
    """The number of issues of the feed that are not here yet."""
    faults: tuple[str, ...] = ()
    notice: str = ""
    """A remark that is no fault, such as that another process is updating it."""


class _Findings:
    """The findings of an update while it runs."""

    def __init__(self) -> None:
        self.new: list[str] = []
        self.changed: list[str] = []
        self.restored: list[str] = []
        self.faults: list[str] = []


@record
class UpdateWay:
    """The way to update: the means, and how far."""

    fetcher: Fetcher
    elsewhere: Elsewhere
    newest_only: bool = False
    at_once: bool = False
    """Whether the server is asked although it said that nothing is new yet."""
    progress: Progress = lambda _done, _total: None


def update(subscription: Subscription, way: UpdateWay) -> UpdateReport:
    """Updates a subscription; every fault of the server, the feed or the disk is in the report.

    A fault leaves the last good state: each issue is as it was, or new and whole.
    """
    url = ""
    try:
        url = subscription.state.url
        with subscription.locked():
            return _update(subscription, way)
    except BusyError as error:
        return UpdateReport(subscription.id, url, notice=str(error))
    except ReaderError as error:
        return UpdateReport(subscription.id, url, faults=(str(error),))


def _update(subscription: Subscription, way: UpdateWay) -> UpdateReport:
    subscription.issues.make()
    subscription.issues.clear()
    state = subscription.state
    now = int(time.time())
    if state.wait_until - now > MAX_WAIT_SECONDS:  # the clock was set
        state = replace(state, wait_until=0)
    if state.wait_until > now and not way.at_once:
        minutes = max(1, round((state.wait_until - now) / 60))
        raise WaitError(f"{state.feed}: the server asked to be left alone; update again in {minutes} min", 0)
    try:
        known = _known_feed(subscription, state, way)
    except WaitError as error:
        subscription.keep(replace(state, wait_until=now + error.seconds))
        raise
    return take_feed(subscription, known, read_feed(known.body), way)


def take_feed(subscription: Subscription, known: KnownFeed, feed: Feed, way: UpdateWay) -> UpdateReport:
    """Brings the issues of a subscription to the state of its feed, under its lock; returns the report."""
    findings = _Findings()
    findings.faults += feed.faults
    state = subscription.state
    before = set(subscription.issues.ids)
    offered = {issue.id for issue in feed.issues}
    withdrawn = tuple(sorted(before - offered))
    state = replace(state, title=feed.title or state.title, checked=_now(), withdrawn=withdrawn, wait_until=0)
    gone = tuple(each for each in withdrawn if each not in subscription.state.withdrawn)
    subscription.keep(state)
    wait = _fetch_issues(subscription, known, feed, way, findings)
    if wait:
        subscription.keep(replace(state, wait_until=int(time.time()) + wait))
    clashes: tuple[Clash, ...] = ()
    try:
        clashes = show(subscription, way.elsewhere)
    except ReaderError as error:
        findings.faults.append(str(error))
    left = sum(subscription.issues.version(each) is None for each in offered)
    return UpdateReport(
        subscription.id,
        state.url,
        state.title,
        tuple(findings.new),
        tuple(findings.changed),
        tuple(findings.restored),
        gone,
        clashes,
        left,
        tuple(findings.faults),
    )


def show(subscription: Subscription, elsewhere: Elsewhere) -> tuple[Clash, ...]:
    """Lets the library see the issues of a subscription; one whose id is taken gets another file name.

    Raises:
        FullError: If the disk cannot take the names.
        ReaderError: If the library cannot be read; then those that have no name yet wait for the next update.
    """
    issues = subscription.issues
    ids = issues.ids
    others = elsewhere(ids, subscription)
    for each in ids:
        issues.show_as(each, f"{each}{APART}{subscription.id}" if each in others else each)
    return tuple(Clash(each, others[each]) for each in ids if each in others)


# -- the feed ------------------------------------------------------------------------------------------------


def _known_feed(subscription: Subscription, state: State, way: UpdateWay) -> KnownFeed:
    """Returns the feed as the server has it now, or as it had it, where that is still fresh or not modified."""
    known = subscription.known_feed
    now = int(time.time())
    if known and now < known.fresh_until <= now + MAX_WAIT_SECONDS and not way.at_once:
        return known
    wanted = feed_wanted(web_address(state.feed), way.fetcher)
    if known:
        wanted = replace(wanted, etag=known.etag, last_modified=known.last_modified)
    head, body = way.fetcher.data(wanted)
    if head.status == NOT_MODIFIED:
        if known is None:
            raise FetchError(f"{state.feed}: the server answers 304 to a first question; tell the publisher")
        found = replace(known, fresh_until=now + fresh_seconds(head.headers))
        subscription.keep_feed(found)
        return found
    try:
        read_feed(body)
        check_signature(subscription, state, wanted.address, body, way.fetcher)
    except FeedError as error:
        raise FeedError(f"{state.feed}: {error}") from error
    found = feed_of(head, body)
    subscription.keep_feed(found)
    return found


def feed_of(head: Head, body: bytes) -> KnownFeed:
    """Returns a feed with the signs that its server gave it; none where it is not to be stored."""
    headers, told = head.headers, head.headers.get("cache-control", "").lower()
    may_keep = "no-store" not in told
    return KnownFeed(
        body,
        str(head.address),
        _sign(headers.get("etag", "")) if may_keep else "",
        _sign(settled_date(headers)) if may_keep else "",
        int(time.time()) + fresh_seconds(headers),
    )


def _sign(written: str) -> str:
    """Returns a sign of a server that may be sent back to it; empty for one that is too long or not plain."""
    return written if len(written) <= 500 and written.isascii() and written.isprintable() else ""


def settled_date(headers: Mapping[str, str]) -> str:
    """Returns the time at which a file was changed, where no later change can have the same. Pure.

    Times count seconds: one that is not a second older than the answer may be that of another change, too
    (RFC 9110, 8.8.2.2).
    """
    changed = headers.get("last-modified", "")
    try:
        is_settled = parsedate_to_datetime(headers.get("date", "")) > parsedate_to_datetime(changed)
    except (ValueError, TypeError, OverflowError):
        return ""
    return changed if is_settled else ""


def fresh_seconds(headers: Mapping[str, str]) -> int:
    """Returns the seconds for which a server has nothing newer by its own word, a day at most. Pure."""
    words = [word.strip() for word in headers.get("cache-control", "").lower().split(",")]
    if "no-cache" in words or "no-store" in words:
        return 0
    for word in words:
        if word.startswith(_KEPT_FOR):
            seconds = _seconds(word.removeprefix(_KEPT_FOR).strip('"')) - _seconds(headers.get("age", ""))
            return max(0, min(seconds, MAX_WAIT_SECONDS))
    return 0


def _seconds(written: str) -> int:
    return int(written[:9]) if written.isascii() and written.isdigit() else 0


def check_signature(
    subscription: Subscription, state: State, address: WebAddress, body: bytes, fetcher: Fetcher
) -> None:
    """Verifies the signature of a feed where a key was pinned.

    Raises:
        FeedError: If it is not signed by that key.
    """
    if state.pin is None:
        return
    again = f"; if the publisher has told of it: reader unsubscribe {subscription.id}, and subscribe again"
    signature = signature_of(address, fetcher)
    if signature is None:
        raise FeedError(f"is not signed any more; nothing of it is taken{again}")
    pin = signer(signature)
    if pin != state.pin:
        raise FeedError(f"is signed by another key than at first; nothing of it is taken{again}")
    verify(pin, body, signature, subscription.issues)


def signature_of(address: WebAddress, fetcher: Fetcher) -> bytes | None:
    """Fetches the signature of a feed; None if the server has none."""
    beside = replace(address, target=f"{address.path}{ENDING}")
    try:
        return fetcher.data(Wanted(beside, MAX_SIGNATURE_BYTES, fetcher.times.feed))[1]
    except AbsentError:
        return None


# -- the issues ----------------------------------------------------------------------------------------------


def _fetch_issues(subscription: Subscription, known: KnownFeed, feed: Feed, way: UpdateWay, findings: _Findings) -> int:
    """Fetches the issues that are not here as the feed has them; returns the seconds that the server asks to wait."""
    offered = sorted(feed.issues, key=lambda issue: issue.published, reverse=True)
    if way.newest_only:
        offered = [issue for issue in (feed.newest,) if issue]
    wanted = [issue for issue in offered if not _is_present(issue, subscription)]
    source, budget = FeedSource(web_address(known.url), way.fetcher), Budget()
    failures = 0
    end = time.monotonic() + way.fetcher.times.update
    for done, issue in enumerate(wanted):
        way.progress(done, len(wanted))
        if time.monotonic() > end:
            findings.faults.append(f"has taken {way.fetcher.times.update / 60:g} min; the next update goes on")
            break
        try:
            _fetch_one(issue, subscription, source, budget, findings)
            failures = 0
        except WaitError as error:
            findings.faults.append(f"{issue.id}: {error}")
            return error.seconds
        except (FilesSpentError, FullError) as error:
            findings.faults.append(str(error))
            break
        except (AbsentError, FeedError, RefusedError) as error:
            findings.faults.append(f"{issue.id}: {error}")
        except FetchError as error:
            findings.faults.append(f"{issue.id}: {error}")
            failures += 1
            if failures == MAX_FAILURES:
                break
    way.progress(len(wanted), len(wanted))
    return 0


def _is_present(issue: FeedIssue, subscription: Subscription) -> bool:
    """Whether an issue is here as the feed has it, with all its bytes."""
    version = subscription.issues.version(issue.id)
    if version is None:
        return False
    is_same = version.files == issue.files if issue.names_pictures else version.updated == issue.updated
    return is_same and version.is_whole


def _fetch_one(
    issue: FeedIssue, subscription: Subscription, source: FeedSource, budget: Budget, findings: _Findings
) -> None:
    before = subscription.issues.version(issue.id)
    fetch_issue(issue, subscription.issues, before, source, budget)
    after = subscription.issues.version(issue.id)
    if before is None:
        findings.new.append(issue.id)
    elif after and before.files == after.files:
        findings.restored.append(issue.id)
    else:
        findings.changed.append(issue.id)


def _now() -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
