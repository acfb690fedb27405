"""The state of find in article: the place before it, the query of a search that led here, and its other hits. Pure."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from reader.layout.column import Locus
    from reader.reading.direction import Direction
    from reader.reading.tour import ArticlePlace, Hits
    from reader.reading.viewport import Viewport
    from reader.search.hits import Hit
    from reader.search.query import Query


class FindState:
    """The place where find began, and the query that is lit in opened articles."""

    def __init__(self, sought: Query | None = None, hits: Hits | None = None) -> None:
        """Begins without a search in the article.

        Args:
            sought: The query of the library search that led here; None without one.
            hits: All hits of that search.
        """
        self.sought = sought
        self.hits = hits
        self.before: Locus | None = None
        """Place at which find was opened; None if it was not opened in this article."""

    def begin(self, viewport: Viewport) -> None:
        """Keeps the place to which Back returns."""
        self.before = viewport.window.locus

    def query_for(self, lit: Query | None) -> Query | None:
        """Returns the query to light in an article that is opened, given the one that is lit in the last article."""
        return lit if self.sought is None else self.sought

    def hit_beyond(self, here: ArticlePlace, viewport: Viewport, by: Direction) -> Hit | None:
        """Returns the first hit of the next article (1) or the one before (-1).

        None unless the search's own query is lit and the current match is the last one in that direction.
        """
        if self.hits is None or viewport.sought != self.hits.sought or not viewport.is_last_match(by):
            return None
        return self.hits.beyond(here, by)

    def can_go_back(self, viewport: Viewport) -> bool:
        """Whether matches are lit that find in this article has found."""
        return bool(viewport.matches and self.before)

    def forget(self, viewport: Viewport) -> None:
        """Lights no match any more, and moves to the place before find unless the reader has gone on since."""
        strayed = viewport.strayed
        before, self.before, self.sought = self.before, None, None
        viewport.light(None)
        if before and not strayed:
            viewport.window.resume(before)
