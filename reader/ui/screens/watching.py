"""Watching a file beside the drawing: a changed file is read in a thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from reader.catalogue.file_state import state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.catalogue.file_state import FileState
    from reader.source import Loaded
    from reader.ui.screens.base import ReaderScreen

WATCH_SECONDS = 1.0
"""Time between two looks at the file."""


class FileFollower(Protocol):
    """Follows the file of the open article."""

    def follow(self, path: str) -> None:
        """Follows another file from now on."""

    def look(self) -> None:
        """Looks at the file at once, as an editor may have changed it."""


class FileWatch:
    """Looks at a file every :data:`WATCH_SECONDS`, and reads it again if it has changed."""

    def __init__(
        self, screen: ReaderScreen, path: str, take: Callable[[Loaded], None], seen: FileState | None = None
    ) -> None:
        """Begins to watch.

        Args:
            screen: Has the timer and the worker; nothing is read while it is not the current screen.
            path: The file.
            take: Receives the changed file, on the event loop.
            seen: The state of the file that is shown: it may have changed since; the present one if None.
        """
        self._screen, self._take = screen, take
        self._path, self._state = path, seen or state_of(path)
        screen.set_interval(WATCH_SECONDS, self.look)

    def follow(self, path: str) -> None:
        """Watches another file from now on."""
        self._path, self._state = path, state_of(path)

    def look(self) -> None:
        """Reads the file again if it has changed."""
        state: FileState | None = state_of(self._path)
        if state != self._state and self._screen.is_current:
            self._state = state
            read = partial(self._read, self._path, state)
            self._screen.run_worker(read, thread=True, exclusive=True, group="file")

    def _read(self, path: str, state: FileState | None) -> None:
        from reader.source import load

        loaded = load(path, checked=False)
        if (path, state) == (self._path, self._state):  # else a newer state is being read
            self._screen.app.call_from_thread(self._take, loaded)
