"""What every part of the reading screen stands on: the article that is open, and the view that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.library import LibraryEntry
from reader.model.magazine import Article, Issue
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.pointed_spread import PointedSpread

if TYPE_CHECKING:
    from collections.abc import Callable

    from reader.reading.viewport import Viewport


class ArticleScreen(ReaderScreen):
    """A screen with an article of an issue open, in two languages."""

    entry: LibraryEntry
    issue: Issue
    article: Article
    languages: tuple[str, str]

    @property
    def view(self) -> PointedSpread:
        """The article."""
        return self.query_one(PointedSpread)

    def issue_in_sight(self) -> Issue:
        """Returns the issue that is open."""
        return self.issue

    def follow(self) -> None:
        """Brings what stands beside the text to where the reader is."""
        raise NotImplementedError

    def go(self, step: Callable[[Viewport], object]) -> None:
        """Goes somewhere in the article, and says at once where that is: text and status are drawn in one frame."""
        self.view.go(step)
        self.follow()
