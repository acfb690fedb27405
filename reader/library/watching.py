"""Watches an issue file and its pictures: a change is reported at once, whichever program makes it."""

from __future__ import annotations

import os
from threading import Event, Thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SETTLED_MS = 20
"""Time without a change after which a save is reported: editors write a file in several steps."""
AT_LEAST_EVERY_MS = 200
"""Time after which changes are reported even if they go on."""


class FileWatcher:
    """Calls a function in a thread of its own whenever the file or one of its pictures has changed.

    It watches folders, so that a file which replaces the old one is noticed, too.
    """

    def __init__(self, path: str, changed: Callable[[], None]) -> None:
        self._path = os.path.abspath(path)
        self._changed = changed
        self._stopped = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def start(self) -> None:
        """Begins to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Ends soon; a call that is under way is not waited for."""
        self._stopped.set()

    def _watch(self) -> None:
        from watchfiles import watch

        folder, pictures = os.path.split(self._path)[0], os.path.splitext(self._path)[0]
        wanted = {os.path.realpath(folder): {os.path.basename(self._path)}, os.path.realpath(pictures): None}

        def is_ours(_change: object, path: str) -> bool:
            names = wanted.get(os.path.realpath(os.path.dirname(path)), set())
            return names is None or os.path.basename(path) in names

        for _ in watch(
            *filter(os.path.isdir, (folder, pictures)),
            watch_filter=is_ours,
            debounce=AT_LEAST_EVERY_MS,
            step=SETTLED_MS,
            stop_event=self._stopped,
            force_polling=False,
            recursive=False,
            raise_interrupt=False,
        ):
            self._changed()
