"""The hits of a search as a tour through the library, from article to article. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.reading.direction import Direction
    from reader.search.hits import Hit
    from reader.search.query import Query

    ArticlePlace = tuple[str, str]
    """Ids of an issue and of an article in it."""


class Hits:
    """Hits of the query ``sought`` in the order of their list, those of an article together, and the current one."""

    def __init__(self, hits: Sequence[Hit], index: int = 0, sought: Query | None = None) -> None:
        self._hits = tuple(hits)
        self._index = index
        self.sought = sought
        self.articles = tuple(dict.fromkeys(map(where, self._hits)))

    def __len__(self) -> int:
        return len(self._hits)

    @property
    def current(self) -> Hit:
        """Hit that was opened last."""
        return self._hits[self._index]

    def next(self) -> Hit:
        """Moves to the next hit, around the end."""
        return self._move(self._index + 1)

    def previous(self) -> Hit:
        """Moves to the hit before, around the beginning."""
        return self._move(self._index - 1)

    def beyond(self, here: ArticlePlace, by: Direction) -> Hit | None:
        """Moves to the first hit of the article after (1) or before (-1) ``here``, around the ends.

        If ``here`` has no hit, the article of the current hit takes its place.

        Returns:
            The hit; None if no other article has hits.
        """
        start = self.articles.index(here if here in self.articles else where(self.current))
        target = self.articles[(start + by) % len(self.articles)]
        if target == here:
            return None
        return self._move(next(k for k, hit in enumerate(self._hits) if where(hit) == target))

    def _move(self, index: int) -> Hit:
        self._index = index % len(self._hits)
        return self.current


def where(hit: Hit) -> ArticlePlace:
    """Returns the issue and the article of a hit."""
    return hit.issue.id, hit.article.id
