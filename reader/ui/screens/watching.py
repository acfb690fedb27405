"""Watching the file of the article that is open: a new version is shown at the same place, a bad one is told."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from textual import work

from reader import log
from reader.catalogue.file_state import state_of
from reader.ui.screens.article import ArticleScreen

if TYPE_CHECKING:
    from reader.catalogue.file_state import FileState
    from reader.model.magazine import Article, Issue
    from reader.source import Loaded

WATCH_SECONDS = 1.0


class Watching(ArticleScreen):
    """The part of the reading screen that follows the file. The last good version stays until there is a better one."""

    _file_state: FileState | None = None
    file_fault = ""
    """What is wrong with the file as it is now, in one line."""

    def watch_file(self) -> None:
        """Begins to watch the file of the issue that is open."""
        self._file_state = state_of(self.entry.path)
        self.file_fault = ""

    def on_mount(self) -> None:
        """Looks at the file now and then."""
        self.set_interval(WATCH_SECONDS, self.look_at_file)

    def look_at_file(self) -> None:
        """Reads the file again if it is not what it was."""
        state = state_of(self.entry.path)
        if state != self._file_state and self.is_current:
            self._file_state = state
            self._read_again(self.entry.path)

    @work(thread=True, exclusive=True, group="file")
    def _read_again(self, path: str) -> None:
        """Reads the file beside the event loop."""
        from reader.source import load

        loaded = load(path, checked=False)
        self.app.call_from_thread(self._take, loaded)

    def _take(self, loaded: Loaded) -> None:
        """Shows the article as the file has it now, or tells why that cannot be."""
        if loaded.path != self.entry.path or not self.is_mounted:
            return
        issue = loaded.issue
        article = issue.article(self.article.id) if issue else None
        if issue and article:
            self.file_fault = ""
            self.entry.take(loaded)
            self.show_anew(issue, article)
        else:
            fault = _fault(loaded) or self.strings.article_gone
            self.file_fault = self.strings.file_unusable.format(fault=fault)
            log.warning(f"an open file is not what it was: {fault}")
            self.follow()
        self.reader.keep_up()

    def show_anew(self, issue: Issue, article: Article) -> None:
        """Shows another version of the article at the place where the reader is."""
        raise NotImplementedError


def _fault(loaded: Loaded) -> str:
    """Returns the first error of a file, after the file's name and the place; nothing if there is none."""
    if not loaded.errors:
        return ""
    first = loaded.errors[0]
    place = f":{first.line}:{first.column}" if first.line else ""
    return f"{os.path.basename(loaded.path)}{place}: {first.message}"
