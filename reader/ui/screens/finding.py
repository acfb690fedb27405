"""Find in article: the box, the matches, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.layout.column import Locus
from reader.reading.viewport import NOTHING
from reader.search.query import Query, phrase
from reader.search.unfolding import written_as
from reader.ui.screens.article import ArticleScreen
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    from textual.widgets import Input

    from reader.reading.tour import Hits
    from reader.search.hits import Hit


class Finding(ArticleScreen):
    """The part of the reading screen that finds in the article."""

    _before_find: Locus | None = None
    _sought: Query | None = None
    hits: Hits | None = None
    """The hits of the search that led here."""

    @property
    def find_box(self) -> Input | None:
        """The box of find in article, while it is open."""
        from textual.widgets import Input

        return next(iter(self.query("#find").results(Input)), None)

    async def action_find(self) -> None:
        """Opens the box of find in article."""
        from reader.ui.widgets.find_box import FindBox

        if self.find_box is None:
            self._before_find = self.view.viewport.locus
            box = FindBox(placeholder=self.strings.find_prompt, id="find", compact=True)
            await self.mount(box, before=self.query_one(Status))
        self.set_focus(self.find_box)
        self.call_after_refresh(self._get_ready)

    def _get_ready(self) -> None:
        """Makes what the first letter will need, before it is typed, a piece at a time."""
        written_as()
        if self.find_box and self.view.viewport.words.learn():
            self.call_later(self._get_ready)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Lights what is typed, from where the reader was; nothing more once the box is closed."""
        if self.find_box:
            self._find(event.value)

    def _find(self, words: str) -> None:
        query, start = phrase(words), self._before_find
        self.go(lambda viewport: viewport.find(query, start))

    async def action_keep_found(self) -> None:
        """Closes the box and keeps lit what was typed, though the message of it may still be on its way."""
        if (box := self.find_box) and self.view.viewport.sought != phrase(box.value):
            self._find(box.value)
        await self._close_find()

    async def _close_find(self) -> None:
        if box := self.find_box:
            await box.remove()
        self.set_focus(self.view)

    def action_next_match(self) -> None:
        """Goes to the next match; behind the last one of the article, to the next article with hits."""
        self._go_to_match(1)

    def action_previous_match(self) -> None:
        """Goes to the previous match; before the first one of the article, to the article with hits before it."""
        self._go_to_match(-1)

    def _go_to_match(self, by: int) -> None:
        here = self.issue.id, self.article.id
        viewport = self.view.viewport
        lit_by_search = self.hits is not None and viewport.sought == self.hits.sought
        hit = self.hits.beyond(here, by) if self.hits and lit_by_search and viewport.is_last_match(by) else None
        if hit:
            self.open_hit(hit, by)
            return
        self.go(lambda viewport: viewport.next_match(by))

    def open_hit(self, hit: Hit, by: int) -> None:
        """Opens the article of a hit at its first match, or at its last one, where ``by`` is negative."""
        raise NotImplementedError

    def _forget_find(self) -> None:
        """Puts the light out and goes back to where the reader was before."""
        strayed = self.view.viewport.strayed  # who has read on since a match was shown stays there
        before, self._before_find = self._before_find, None
        self._sought = None
        self.go(lambda viewport: viewport.light(NOTHING))
        if before and not strayed:
            self.go(lambda viewport: viewport.resume(before))
