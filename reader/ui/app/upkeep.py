"""The library's files, looked at beside the drawing: the changed ones, and those that are new since the last visit."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual.message import Message

from reader import log
from reader.library.files import subscribed_folders
from reader.model.record import record
from reader.reading.arrivals import folder_of, name_of, names_by_folder, new_names
from reader.ui.app.fetching import Fetching

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import App

    from reader.library import Library, LibraryEntry
    from reader.library.background import BackgroundUpdate
    from reader.library.watching import LibraryWatcher
    from reader.reading.memory import Memory


@record
class Progress:
    """The number of changed files that are read, and of all changed files."""

    done: int = 0
    total: int = 0


class LibraryRead(Message):
    """Some more of the changed files are read."""

    def __init__(self, progress: Progress) -> None:
        self.progress = progress
        super().__init__()


class LibraryKept(Message):
    """All changed files are read."""


class LibraryChanged(Message):
    """The library's folders are not as they were when they were last looked at."""


class Upkeep:
    """Looks for changes in the library's files, in threads, and tells the app about them by messages."""

    def __init__(self, app: App[None], library: Library, memory: Callable[[], Memory]) -> None:
        """Takes the app whose workers it uses; ``memory`` returns the file of marks when it is first needed."""
        self._app, self._library, self._memory = app, library, memory
        self._keeping: BackgroundUpdate | None = None
        self._watching: LibraryWatcher | None = None
        self._new: dict[str, frozenset[str]] = {}
        """The names of the issue files that were not there at the last visit, by folder."""
        self.fetching = Fetching(app)
        """Updates the subscriptions."""
        self.progress: Progress | None = Progress()
        """Progress of reading changed files; None when it is done."""

    def start(self) -> None:
        """Begins to watch the library, and looks for changes in a thread."""
        from reader.library.watching import LibraryWatcher

        self._watching = LibraryWatcher(
            self._library.sources, lambda: self._app.post_message(LibraryChanged()) and None
        )
        self._watching.start()
        self._begin()

    def again(self) -> None:
        """Looks for changes again, unless it is still doing so."""
        if self.progress is None:
            self.progress = Progress()
            self._begin()

    def _begin(self) -> None:
        self._app.run_worker(self._look, thread=True, group="library")

    def stop(self) -> None:
        """Gives up reading, watching and fetching."""
        self.fetching.stop()
        if self._watching:
            self._watching.stop()
        if self._keeping:
            self._keeping.stop()

    def finish(self) -> tuple[bool, str]:
        """Gives the changes to the library; on the event loop, after :class:`LibraryKept`.

        Returns:
            Whether anything changed, and a notice for the reader, or an empty string.
        """
        self.progress = None
        keeping, library = self._keeping, self._library
        if keeping is None:  # it has failed at once
            return False, ""
        faults = library.faults
        is_changed = bool(keeping.changes)
        if keeping.folders is not None:
            is_changed = library.take(keeping.folders) or is_changed
        if found := keeping.changes:
            library.reload(found)
            log.info(f"in the library {len(found.changed)} files changed, {len(found.gone)} are gone")
        for fault in library.faults:
            if fault not in faults:
                log.warning(fault)
        if keeping.notice:
            log.warning(keeping.notice)
        return is_changed, keeping.notice

    @property
    def has_new(self) -> bool:
        """Whether any issue was not there at the last visit."""
        return any(self._new.values())

    def is_new(self, entry: LibraryEntry) -> bool:
        """Whether an issue was not there at the last visit."""
        return bool(self._new) and name_of(entry) in self._new.get(folder_of(entry), ())

    def _look(self) -> None:
        from reader.library.background import BackgroundUpdate

        self._keeping = None
        try:
            if self._watching:
                self._watching.look()
            keeping = self._keeping = BackgroundUpdate(self._library)
            if keeping.look():
                for done, total in keeping.read():
                    self._app.post_message(LibraryRead(Progress(done, total)))
            self._see_issues(keeping.library)
        finally:
            self._app.post_message(LibraryKept())

    def _see_issues(self, library: Library) -> None:
        """Finds the issues that are new since the last visit, and keeps that they were seen."""
        memory, subscribed = self._memory(), set(map(os.path.abspath, subscribed_folders()))
        for folder, names in names_by_folder(library.entries).items():
            new = new_names(folder, names, memory, is_subscribed=folder in subscribed)
            self._new[folder] = self._new.get(folder, frozenset()) | new
            if unseen := names - memory.seen(folder):
                memory.see(folder, sorted(unseen))
