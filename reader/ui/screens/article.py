"""What every part of the reading screen stands on: the article that is open, and the view that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.library import Entry
from reader.model.magazine import Article, Issue
from reader.ui.screens.base import ReaderScreen
from reader.ui.widgets.spread_view import SpreadView

if TYPE_CHECKING:
    from collections.abc import Callable


class ArticleScreen(ReaderScreen):
    """A screen with an article of an issue open, in two languages."""

    entry: Entry
    issue: Issue
    article: Article
    languages: tuple[str, str]

    @property
    def view(self) -> SpreadView:
        """The article."""
        return self.query_one(SpreadView)

    def follow(self) -> None:
        """Brings what stands beside the text to where the reader is."""
        raise NotImplementedError

    def scroll_article(self, move: Callable[[Any], None], by: float) -> None:
        """Moves in the article, and says at once where the reader is: text and status are drawn in one frame."""
        move(by)
        self.follow()
