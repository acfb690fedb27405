"""Keeping passages: bookmarks, and copies to the clipboard."""

from __future__ import annotations

from reader.errors import UnusableError
from reader.model.passage import Passage, address, find, passages
from reader.ui.screens.article import ArticleScreen


class Keeping(ArticleScreen):
    """The part of the reading screen that keeps the current passage."""

    @property
    def _passage(self) -> Passage | None:
        """The passage at the top of the window; the first one while the head of the article is there."""
        item = self.view.viewport.item
        return find(self.article, item.anchor) if item and item.number else next(passages(self.article), None)

    def _show_bookmarks(self) -> None:
        """Marks the passages of this article that are bookmarked."""
        start = f"{self.issue.id}/{self.article.id}#"
        try:
            marks = self.reader.bookmarks.all()
        except UnusableError as error:
            self.say(str(error))
            marks = ()
        self.view.bookmarked = frozenset(m.address.removeprefix(start) for m in marks if m.address.startswith(start))
        self.view.refresh()

    def action_bookmark(self) -> None:
        """Bookmarks the paragraph at the top of the window, or takes its bookmark away."""
        passage = self._passage
        if passage is None:
            return
        where = str(address(self.issue, self.article, passage))
        try:
            marked = self.reader.bookmarks.toggle(where, passage.text.best(self.languages))
        except UnusableError as error:
            self.say(str(error))
            return
        said = self.strings.bookmarked if marked else self.strings.unmarked
        self.say(said.format(address=where))
        self._show_bookmarks()

    def action_next_bookmark(self) -> None:
        """Goes to the next bookmark of this article, around the end."""
        if not self.view.go_to_next(self.view.bookmarked):
            self.say(self.strings.no_bookmark)

    def action_copy(self) -> None:
        """Copies the paragraph at the top of the window in both languages."""
        passage = self._passage
        if passage is None:
            return
        texts = dict.fromkeys(passage.text.plain(tag) for tag in (*self.languages, *passage.text.languages))
        self.app.copy_to_clipboard("\n\n".join(filter(None, texts)))
        where = str(address(self.issue, self.article, passage))
        self.say(self.strings.copied.format(address=where))
