"""Searches a library: in the index, and file by file where the index does not have the present state of a file."""

from __future__ import annotations

from itertools import islice

from reader.catalogue.access import CatalogueAccess
from reader.catalogue.index import Index, Stopped
from reader.model.record import record
from reader.search.ranking import best_first, newest_first
from reader.search.scan import scan
from reader.search.terms import READING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TypeVar

    from reader.catalogue.file import Catalogue
    from reader.catalogue.index import IsStopped
    from reader.library.entry import LibraryEntry
    from reader.library.library import Library
    from reader.model.magazine import Issue
    from reader.search.hits import Hit
    from reader.search.query import Query
    from reader.search.ranking import Sort

    T = TypeVar("T")

SCANNED_HITS = 50
"""Number of scanned hits that are sorted for each hit that is returned."""


@record
class SearchResult:
    """The first hits of a query; ``more`` if there are others."""

    hits: tuple[Hit, ...]
    more: bool = False


class SearchSession:
    """Searches over a library, one after another; each may be given up.

    It has a connection of its own to the catalogue, so that another thread may read meanwhile; :meth:`close` ends it.
    """

    def __init__(self, library: Library, whole: bool = True) -> None:
        """Opens the index; files that it does not have are scanned, unless ``whole`` is false."""
        self._library = library
        self._whole = whole
        self._index: Index | None = None
        self._access: CatalogueAccess | None = None
        self._scanned: list[LibraryEntry] = []
        self._open()

    def _open(self) -> None:
        library = self._library
        self._scanned = library.unknown() if self._whole or library.catalogue is None else []
        if library.catalogue is None or (self._scanned and len(self._scanned) == len(library.entries)):
            return
        access = CatalogueAccess(library.catalogue.again())
        is_open, error = access.attempt(lambda catalogue: catalogue.open())
        if is_open and access.catalogue:
            self._access = access
            self._index = Index(access.catalogue, frozenset(entry.key for entry in self._scanned if entry.key))
        elif error:
            self._scanned = list(library.entries)

    def close(self) -> None:
        """Closes the connection."""
        if self._access and self._access.catalogue:
            self._access.catalogue.close()
        self._index = self._access = None

    def stop(self) -> None:
        """Gives up the search that another thread is running."""
        if (access := self._access) and access.catalogue:
            access.catalogue.interrupt()

    def find(
        self, query: Query, sort: Sort = "best", limit: int = 20, is_stopped: IsStopped = lambda: False
    ) -> SearchResult:
        """Returns the first hits of a query, the best or the newest first.

        Raises:
            Stopped: If it was given up.
        """
        if not self._index and not self._whole:
            self._open()  # the catalogue may have been made meanwhile
        hits = self._in_index(query, sort, limit + 1, is_stopped)
        if self._scanned:
            pinyin = _pinyin if any(term.kind == READING for term in query.terms) else None
            found = _unless_stopped(is_stopped, scan(self._issues(is_stopped), query, pinyin=pinyin))
            hits += list(islice(found, SCANNED_HITS * limit))
            hits = newest_first(hits) if sort == "newest" else best_first(hits, query)
        return SearchResult(tuple(hits[:limit]), len(hits) > limit)

    def _in_index(self, query: Query, sort: Sort, limit: int, is_stopped: IsStopped) -> list[Hit]:
        index, access = self._index, self._access
        if not index or not access:
            return []

        def find(_catalogue: Catalogue) -> list[Hit]:
            return index.find(query, sort, limit, is_stopped)

        hits, error = access.attempt(find)
        if error:
            if is_stopped():
                raise Stopped from error
            self.close()  # the catalogue is damaged or gone: only the files are left
            self._scanned = list(self._library.entries) if self._whole else []
        return hits or []

    def _issues(self, is_stopped: IsStopped) -> Iterator[Issue]:
        scanned = set(map(id, self._scanned))
        return _unless_stopped(is_stopped, (issue for entry, issue in self._library.issues() if id(entry) in scanned))


def search(library: Library, query: Query, sort: Sort = "best", limit: int = 20) -> SearchResult:
    """Returns the first hits of a query in a library."""
    session = SearchSession(library)
    try:
        return session.find(query, sort, limit)
    finally:
        session.close()


def _pinyin(text: str) -> str:
    from reader.search.readings import toneless_pinyin

    return toneless_pinyin(text)


def _unless_stopped(is_stopped: IsStopped, items: Iterator[T]) -> Iterator[T]:
    for item in items:
        if is_stopped():
            raise Stopped
        yield item
