"""Updates a library beside a screen: changes are looked for at once, and changed files are read by a worker process.

The worker shares no interpreter with the drawing, and ends with its input: it may be given up at any moment.
"""

from __future__ import annotations

import time
from threading import Event

from reader.library.library import Library
from reader.model.record import record
from reader.workers import Worker, WorkerEnded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from reader.catalogue.update import Changes
    from reader.library.folder import Folder

REPORT_SECONDS = 0.2
"""Time between two reports of the worker's progress."""


@record
class UpdateRequest:
    """The library to update."""

    sources: tuple[str, ...]
    catalogue_path: str
    folders: dict[str, Folder]


class BackgroundUpdate:
    """One look for changes in the folders of a library, and the reading of the changed files."""

    def __init__(self, library: Library) -> None:
        self.library = library.again()
        """The library with a connection of its own."""
        self._worker: Worker[UpdateRequest, tuple[int, int] | str] | None = None
        self._stopped = Event()
        self.changes: Changes | None = None
        """The changes; None as long as they are not known."""
        self.notice = ""
        """The reason why the catalogue is not used, in one line."""
        self.folders: Mapping[str, Folder] | None = None
        """The folders as they are now; None as long as that is not known."""

    def look(self) -> bool:
        """Looks for changes; returns whether there are files to read."""
        library = self.library
        self.changes = library.changes()
        self.folders, self.notice = library.folders, library.notice
        if library.catalogue:
            library.catalogue.close()
        return bool(self.changes)

    def read(self) -> Iterator[tuple[int, int]]:
        """Reads the changed files; yields now and then the number of those done and the number of all."""
        catalogue = self.library.catalogue
        if self._stopped.is_set() or catalogue is None:
            return
        worker = self._worker = Worker(update_library, is_silent=True)
        try:
            if self._stopped.is_set():  # in the moment in which it was started
                worker.kill()
            worker.ask(UpdateRequest(self.library.sources, self.library.catalogue_path, dict(self.library.folders)))
            for report in worker.answers():
                if isinstance(report, str):
                    self.notice = report
                else:
                    yield report
        except WorkerEnded:
            pass  # it was stopped or killed: the next look finds the files that are left
        finally:
            self.stop()
            worker.end()

    def stop(self) -> None:
        """Gives it up. All that was written is whole; the rest is read another time."""
        self._stopped.set()
        if self._worker:
            self._worker.kill()


def update_library(request: UpdateRequest, send: Callable[[tuple[int, int] | str], object]) -> None:
    """Updates a library; sends its progress now and then, and in the end the notice. The function of the worker."""
    library = Library(request.sources, request.catalogue_path, request.folders)
    last = 0.0

    def report(done: int, total: int) -> None:
        nonlocal last
        if time.monotonic() - last >= REPORT_SECONDS:
            last = time.monotonic()
            send((done, total))

    library.update(report)
    send(library.notice)
