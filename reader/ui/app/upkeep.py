"""The part of the app that keeps up with the library's files, beside the drawing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import work
from textual.message import Message

from reader import log
from reader.library import Library, LibraryEntry
from reader.ui.app.remembering import Remembering
from reader.ui.screens.base import ReaderScreen

if TYPE_CHECKING:
    from reader.library.background import BackgroundUpdate


class Upkeep(Remembering):
    """Looks for what has changed in the library, and for what is new since the last visit."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.keeping: BackgroundUpdate | None = None
        self.reading_issues: tuple[int, int] | None = (0, 0)
        """How many of the files that changed are read, and how many there are; None once that is done."""
        self.fresh: dict[str, frozenset[str]] = {}
        """For each folder the names of the issue files that were not there at the last visit."""

    def keep_up(self) -> None:
        """Looks again for what has changed in the library, unless that is under way."""
        if self.reading_issues is None:
            self.reading_issues = (0, 0)
            self.look_for_changes()

    class LibraryRead(Message):
        """So many of the files that changed were read."""

        def __init__(self, done: int, total: int) -> None:
            self.done, self.total = done, total
            super().__init__()

    class LibraryKept(Message):
        """What the library holds is known."""

    @work(thread=True, group="library")
    def look_for_changes(self) -> None:
        """Looks for what has changed in the library; in a thread."""
        from reader.library.background import BackgroundUpdate

        keeping = self.keeping = BackgroundUpdate(self.library)
        if keeping.look():
            for done, total in keeping.read():
                self.post_message(self.LibraryRead(done, total))
        self._see_issues()
        self.post_message(self.LibraryKept())

    def on_upkeep_library_read(self, message: LibraryRead) -> None:
        """Tells how far the reading is."""
        self.reading_issues = (message.done, message.total)
        for screen in self.whole_screens():
            screen.library_read()

    def on_upkeep_library_kept(self) -> None:
        """Shows what has changed."""
        self.reading_issues = None
        assert self.keeping
        if found := self.keeping.changes:
            self.library.reload(found)
        if found:
            log.info(f"in the library {len(found.changed)} files changed, {len(found.gone)} are gone")
        if self.keeping.notice:
            log.warning(self.keeping.notice)
            if self.screen in self.whole_screens():
                self.screen.say(self.keeping.notice)
        for screen in self.whole_screens():
            screen.library_kept(changed=bool(found))

    def whole_screens(self) -> list[ReaderScreen]:
        """Returns our screens that have their widgets; one that is just being opened says what it has to by itself."""
        return [screen for screen in self.screen_stack if isinstance(screen, ReaderScreen) and screen.is_whole]

    def on_unmount(self) -> None:
        """Gives up what is under way."""
        if self.keeping:
            self.keeping.stop()

    def _see_issues(self) -> None:
        """Finds out which issues are new since the last visit, and keeps that they were seen; in a thread."""
        folders: dict[str, set[str]] = {}
        for entry in self.library.entries:
            folders.setdefault(os.path.dirname(os.path.abspath(entry.path)), set()).add(entry.name)
        for folder, names in folders.items():
            known = self.memory.seen(folder)
            self.fresh[folder] = self.fresh.get(folder, frozenset()) | (names - known if known else frozenset())
            if names - known:
                self.memory.see(folder, sorted(names - known))

    def is_fresh(self, entry: LibraryEntry) -> bool:
        """Whether an issue was not there at the last visit."""
        return bool(self.fresh) and entry.name in self.fresh.get(os.path.dirname(os.path.abspath(entry.path)), ())
