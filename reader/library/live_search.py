"""Searching while the reader types: one search at a time, in any thread, given up for the next one."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from reader.catalogue.index import Stopped
from reader.library.searching import SearchResult, SearchSession
from reader.model.record import replace
from reader.search.ranking import grouped

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.library import Library
    from reader.search import Hit, Query
    from reader.search.ranking import Sort


class LiveSearch:
    """Searches a library from any thread; :meth:`stop` and :meth:`close` never wait."""

    def __init__(self, library: Library, whole: bool) -> None:
        """Takes the library; unless ``whole``, the texts that are not in the index yet are not searched."""
        self._library, self._whole = library, whole
        self._search: SearchSession | None = None
        self._lock = Lock()
        self._closed = False

    def find(self, query: Query, sort: Sort, limit: int, stopped: Callable[[], bool]) -> SearchResult | None:
        """Returns the first hits, by issue and article, a text in one language only; None if given up."""
        with self._lock:
            try:
                if stopped() or self._closed:
                    return None
                if self._search is None:
                    self._search = SearchSession(self._library, self._whole)
                found = self._search.find(query, sort, limit, stopped)
            except Stopped:
                return None
            finally:
                if self._closed:
                    self._end()
        return replace(found, hits=tuple(once(grouped(found.hits))))

    def stop(self) -> None:
        """Gives up the search that is under way."""
        if search := self._search:
            search.stop()

    def close(self) -> None:
        """Gives up the search that is under way, and closes the index."""
        self._closed = True
        self.stop()
        if self._lock.acquire(blocking=False):
            self._end()
            self._lock.release()

    def _end(self) -> None:
        if self._search:
            self._search.close()
        self._search = None


def once(hits: list[Hit]) -> list[Hit]:
    """Returns the hits without those of a text that has a hit in another language before."""
    return list({(hit.address, hit.field, hit.text): hit for hit in reversed(hits)}.values())[::-1]
