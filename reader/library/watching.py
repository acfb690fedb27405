"""Watches files and folders that may go away and come back: a change is reported, whichever program makes it."""

from __future__ import annotations

import os
import stat
from itertools import islice
from threading import Event, Thread

from reader import log
from reader.catalogue.file_state import state_of
from reader.library.files import can_be_entered, is_issue_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from reader.catalogue.file_state import FileState

SETTLED_MS = 20
"""Time without a change after which a save is reported: editors write a file in several steps."""
AT_LEAST_EVERY_MS = 200
"""Time after which changes are reported even if they go on."""
LOOK_SECONDS = 1.0
"""Time between two looks at a folder, for changes that no event reports: on a share, or while the folder is gone."""
MAX_LOOKED_AT = 500
"""Number of files of a folder that are looked at; of a larger one, a file that is added or removed is noticed."""


class _Watcher:
    """Watches in a thread of its own, which ends with the program; a fault of watching costs the watching only."""

    def __init__(self, changed: Callable[[], object]) -> None:
        self._changed = changed
        self._told = ""
        self._stopped = Event()
        self._thread = Thread(target=self._watch_until_stopped, daemon=True)

    def start(self) -> None:
        """Begins to watch."""
        self._thread.start()

    def stop(self) -> None:
        """Ends soon; a call that is under way is not waited for."""
        self._stopped.set()

    def _watch_until_stopped(self) -> None:
        while not self._stopped.is_set():
            try:
                self._watch()
            except Exception as fault:  # noqa: BLE001 (whatever a folder or a system does, the next look is tried)
                if str(fault) != self._told:
                    self._told = str(fault)
                    log.crash(fault)
                self._stopped.wait(LOOK_SECONDS)

    def _watch(self) -> None:
        """Watches as long as that is possible."""
        raise NotImplementedError


class FileWatcher(_Watcher):
    """Calls a function in a thread of its own whenever the file or one of its pictures has changed.

    It watches folders, so that a file which replaces the old one is noticed, too; and it looks at them now and then,
    because a folder may be replaced by another one, and a share reports nothing.
    """

    def __init__(self, path: str, changed: Callable[[], object]) -> None:
        super().__init__(changed)
        self._path = os.path.abspath(path)
        self._folders = os.path.dirname(self._path), os.path.splitext(self._path)[0]
        self._seen = self._state()

    def _state(self) -> tuple[object, ...]:
        return state_of(self._path), *(_identity(folder) for folder in self._folders)

    def _has_changed(self) -> bool:
        """Whether the file or the folders are other ones than at the last look."""
        before, self._seen = self._seen, self._state()
        return before != self._seen

    def _watch(self) -> None:
        if self._has_changed():
            self._changed()
        if not any(map(os.path.isdir, self._folders)):
            self._stopped.wait(LOOK_SECONDS)
            return
        try:
            self._follow_events()
        except (OSError, RuntimeError) as error:  # the folder is gone again, or the system watches no more folders
            if str(error) != self._told:
                self._told = str(error)
                log.warning(f"a folder cannot be watched, and is looked at now and then: {error}")
            self._stopped.wait(LOOK_SECONDS)

    def _follow_events(self) -> None:
        """Reports changes until the folders are other ones than those that are watched."""
        from watchfiles import watch

        folder, pictures = self._folders
        wanted = {os.path.realpath(folder): {os.path.basename(self._path)}, os.path.realpath(pictures): None}

        def is_ours(_change: object, path: str) -> bool:
            names = wanted.get(os.path.realpath(os.path.dirname(path)), set())
            return names is None or os.path.basename(path) in names

        identities = self._seen[1:]
        for found in watch(
            *filter(os.path.isdir, self._folders),
            watch_filter=is_ours,
            debounce=AT_LEAST_EVERY_MS,
            step=SETTLED_MS,
            stop_event=self._stopped,
            rust_timeout=round(LOOK_SECONDS * 1000),
            yield_on_timeout=True,
            force_polling=False,
            recursive=False,
            raise_interrupt=False,
        ):
            if self._has_changed() or found:
                self._changed()
            if self._seen[1:] != identities:
                return


class LibraryWatcher(_Watcher):
    """Calls a function in a thread of its own, again and again, while the sources of a library are not as they were."""

    def __init__(self, sources: Sequence[str], changed: Callable[[], object]) -> None:
        super().__init__(changed)
        self._sources = sources
        self._seen: list[object] | None = None

    def look(self) -> None:
        """Takes the sources as they are now for those that are known; from any thread."""
        self._seen = fingerprint(self._sources)

    def _watch(self) -> None:
        while not self._stopped.wait(LOOK_SECONDS):
            if self._seen is not None and fingerprint(self._sources) != self._seen:
                self._changed()


def fingerprint(sources: Sequence[str]) -> list[object]:
    """Returns values that are others once a source has changed; a source that cannot be read has a value, too."""
    found: list[object] = []
    for source in sources:
        folder = _identity(source)
        if folder is None:
            found.append(state_of(source))
            continue
        states = sorted(islice(_states_in(source), MAX_LOOKED_AT + 1))
        found.append((folder, can_be_entered(source), state_of(source) if len(states) > MAX_LOOKED_AT else states))
    return found


def _states_in(folder: str) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yields the names and states of the issue files of a folder, as far as it can be read."""
    try:
        with os.scandir(folder) as entries:
            for entry in filter(is_issue_file, entries):
                state: FileState | None = state_of(entry.path)
                yield entry.name, state.columns if state else ()
    except OSError:
        return


def _identity(folder: str) -> tuple[int, int] | None:
    """Returns the numbers by which a system knows a folder; None if there is none."""
    try:
        found = os.stat(folder)
    except (OSError, ValueError):
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISDIR(found.st_mode) else None
