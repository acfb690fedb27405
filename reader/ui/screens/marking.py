"""Searching for the reader's marks in an article, beside the drawing."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reader.reading.overlays import FoundMark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from reader.reading.memory import Memory
    from reader.reading.opened import OpenArticle
    from reader.ui.screens.base import ReaderScreen

SLICE_SECONDS = 0.004
"""Longest time of the search between two messages, so that keys are answered meanwhile."""


class MarkSearch:
    """Finds the marks of an issue in one of its articles, a few at a time."""

    def __init__(self, screen: ReaderScreen, show: Callable[[], None]) -> None:
        """Takes the screen on whose event loop it runs; ``show`` is called for the first marks and for all of them."""
        self._screen, self._show = screen, show
        self._article = ""
        self._search: Iterator[FoundMark] | None = None
        self.found: list[FoundMark] = []
        """The marks in the article that are found so far."""

    def start(self, memory: Memory, opened: OpenArticle) -> None:
        """Begins anew, for an article that is opened or after a mark has changed."""
        marks, whereabouts = memory.near(opened.issue.id, opened.article.id), memory.whereabouts(opened.issue)
        self.found, self._article = [], opened.article.id
        self._search = (FoundMark(mark, whereabouts.of(mark)) for mark in marks)
        self._go_on(self._search)

    def _go_on(self, search: Iterator[FoundMark]) -> None:
        if search is not self._search or not self._screen.is_mounted:
            return  # a newer search has begun
        is_first = not self.found
        end = time.perf_counter() + SLICE_SECONDS
        for found in search:
            if any(stretch.article == self._article for stretch in found.stretches):
                self.found.append(found)
            if time.perf_counter() > end:
                self._screen.call_later(self._go_on, search)
                break
        else:
            self._search = None
        if is_first or self._search is None:
            self._show()
