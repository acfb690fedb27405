"""Updates all subscriptions beside a screen, in a process of its own that ends with its input."""

from __future__ import annotations

import time
from threading import Event

from reader.errors import UnusableError
from reader.model.record import record, replace
from reader.subscriptions.fetching import Fetcher
from reader.subscriptions.subscribing import LocalIssues
from reader.subscriptions.subscription import subscriptions
from reader.subscriptions.updating import UpdateWay, update
from reader.workers import Worker, WorkerEnded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Report = "FetchProgress | FetchOutcome"
    Send = Callable[["FetchProgress | FetchOutcome"], object]

REPORT_SECONDS = 0.2
"""Time between two reports of the progress."""


@record
class FetchRequest:
    """The folders of the settings' library, for ids that are there already."""

    set_folders: tuple[str, ...]


@record
class FetchProgress:
    """The number of issues of a subscription that are fetched, and of those that are to be."""

    title: str
    done: int
    total: int


@record
class FetchOutcome:
    """The result of an update of all subscriptions."""

    subscriptions: int
    new: int = 0
    changed: int = 0
    """The number of issues that are changed, or whole again."""
    faults: tuple[str, ...] = ()
    apart: int = 0
    """The number of new issues whose id another issue of the library has."""


class BackgroundFetching:
    """One update of all subscriptions."""

    def __init__(self, set_folders: tuple[str, ...]) -> None:
        self._request = FetchRequest(set_folders)
        self._worker: Worker[FetchRequest, FetchProgress | FetchOutcome] | None = None
        self._stopped = Event()

    def reports(self) -> Iterator[FetchProgress | FetchOutcome]:
        """Updates the subscriptions; yields the progress now and then, and last the outcome, unless it was stopped."""
        if self._stopped.is_set():
            return
        worker = self._worker = Worker(fetch_all, is_silent=True)
        try:
            if self._stopped.is_set():  # in the moment in which it was started
                worker.kill()
            worker.ask(self._request)
            yield from worker.answers()
        except WorkerEnded:
            if not self._stopped.is_set():
                yield FetchOutcome(1, faults=("the update has ended early; it goes on where it was at the next one",))
        finally:
            self.stop()
            worker.end()

    def stop(self) -> None:
        """Gives it up: each issue is as it was, or new and whole."""
        self._stopped.set()
        if self._worker:
            self._worker.kill()


def fetch_all(request: FetchRequest, send: Send) -> None:
    """Updates all subscriptions, and sends the progress and the outcome. The function of the worker."""
    new = changed = apart = count = 0
    faults: list[str] = []
    way = UpdateWay(Fetcher(), LocalIssues(request.set_folders).elsewhere)
    for each in subscriptions():
        try:
            state = each.state
        except UnusableError as error:
            faults.append(str(error))
            continue
        if state.has_ended:
            continue
        count += 1
        report = update(each, replace(way, progress=_sender(state.title or each.id, send)))
        new += len(report.new)
        changed += len(report.changed) + len(report.restored)
        apart += len({clash.id for clash in report.clashes} & {*report.new})
        faults += (f"{state.title or each.id}: {fault}" for fault in report.faults)
    send(FetchOutcome(count, new, changed, tuple(faults), apart))


def _sender(title: str, send: Send) -> Callable[[int, int], object]:
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        if total and time.monotonic() - last >= REPORT_SECONDS:
            last = time.monotonic()
            send(FetchProgress(title, done, total))

    return report
