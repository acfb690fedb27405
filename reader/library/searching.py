"""Searching a library: by its index, and file by file where that knows nothing."""

from __future__ import annotations

from itertools import islice

from reader.catalogue.file import CatalogueError
from reader.catalogue.index import Index, Stopped
from reader.model.record import record
from reader.search.query import READING, Query
from reader.search.ranking import best_first, newest_first
from reader.search.scan import scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeVar

    from reader.catalogue.file import Catalogue
    from reader.library import Entry, Library
    from reader.model.magazine import Issue
    from reader.search.hits import Hit

    T = TypeVar("T")

SORTS = ("best", "newest")


@record
class Found:
    """The first hits of a query; ``more`` if there are others."""

    hits: tuple[Hit, ...]
    more: bool = False


class Search:
    """Searches over a library, one after the other, each of which may be given up.

    It has a connection of its own to the catalogue, so that another thread may read meanwhile; :meth:`close` ends it.
    """

    def __init__(self, library: Library, whole: bool = True) -> None:
        """Opens the index; what it does not know is looked through file by file, unless ``whole`` is false."""
        self._library = library
        self._whole = whole
        self._index: Index | None = None
        self._catalogue: Catalogue | None = None
        self._beside: list[Entry] = []
        self._open()

    def _open(self) -> None:
        library = self._library
        self._beside = library.unknown() if self._whole or library.catalogue is None else []
        if library.catalogue is None or (self._beside and len(self._beside) == len(library.entries)):
            return
        catalogue = library.catalogue.again()
        try:
            if catalogue.open():
                self._catalogue = catalogue
                self._index = Index(catalogue, frozenset(entry.key for entry in self._beside if entry.key))
        except CatalogueError:
            self._beside = list(library.entries)

    def close(self) -> None:
        """Closes the connection."""
        if self._catalogue:
            self._catalogue.close()
        self._index = self._catalogue = None

    def stop(self) -> None:
        """Gives up the search that another thread is at."""
        if self._catalogue:
            self._catalogue.interrupt()

    def find(
        self, query: Query, sort: str = "best", limit: int = 20, stopped: Callable[[], bool] = lambda: False
    ) -> Found:
        """Returns the first hits of a query, the best or the newest first.

        Raises:
            Stopped: If it was given up.
        """
        hits: list[Hit] = []
        if not self._index and not self._whole:
            self._open()  # it may be there by now
        if self._index:
            try:
                hits = self._index.find(query, sort, limit + 1, stopped)
            except CatalogueError as error:
                if stopped():
                    raise Stopped from error
                self.close()  # damaged, or gone: all that is left are the files
                self._beside = list(self._library.entries) if self._whole else []
        if self._beside:
            read = _read if any(term.kind == READING for term in query.terms) else None
            hits += list(islice(_until(stopped, scan(self._issues(stopped), query, read=read)), 50 * limit))
            hits = (newest_first if sort == "newest" else lambda found: best_first(found, query))(hits)
        return Found(tuple(hits[:limit]), len(hits) > limit)

    def _issues(self, stopped: Callable[[], bool]) -> Iterator[Issue]:
        beside = set(map(id, self._beside))
        return _until(stopped, (issue for entry, issue in self._library.issues() if id(entry) in beside))


def search(library: Library, query: Query, sort: str = "best", limit: int = 20) -> Found:
    """Returns the first hits of a query in a library."""
    searching = Search(library)
    try:
        return searching.find(query, sort, limit)
    finally:
        searching.close()


def _read(text: str) -> str:
    from reader.search.readings import read

    return read(text)


def _until(stopped: Callable[[], bool], found: Iterator[T]) -> Iterator[T]:
    for one in found:
        if stopped():
            raise Stopped
        yield one
