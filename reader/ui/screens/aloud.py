"""A screen while an article is heard: the status line over the article, whose sentence or passage is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from reader.ui.commands.command import SPEAKING
from reader.ui.commands.table import bindings
from reader.ui.screens.box import BoxScreen
from reader.ui.widgets.status import Status

if TYPE_CHECKING:
    import asyncio

    from textual.app import ComposeResult
    from textual.await_complete import AwaitComplete
    from textual.binding import BindingType

    from reader.learning.speaking import Speech
    from reader.model.magazine import Issue
    from reader.reading.direction import Direction
    from reader.reading.selection import Selection
    from reader.ui.screens.reading_context import ReadingContext


class AloudScreen(BoxScreen):
    """Has the status line only: the article is the screen below."""

    scope = SPEAKING
    shows_below = True
    BINDINGS: ClassVar[list[BindingType]] = bindings(SPEAKING)

    def __init__(self, context: ReadingContext, begun: Selection) -> None:
        """Takes the article, and the place in it to begin at."""
        super().__init__()
        self._article, self._begun = context, begun
        self._is_paused = False
        self._speech: Speech | None = None
        """The program that is heard."""
        self._going_on: asyncio.Task[None] | None = None

    def compose(self) -> ComposeResult:
        """Yields the status line."""
        yield Status(id="status")

    def relabel(self) -> None:
        """Shows everything in the interface's language."""
        status = self.query_one(Status)
        status.scope, status.language = SPEAKING, self.host.interface
        self._show_state()

    def issue_in_sight(self) -> Issue:
        """Returns the issue that is open."""
        return self._article.opened.issue

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Falls silent at once, and closes; the article is at the place that was heard last."""
        self._fall_silent()
        view = self._article.view
        if self.is_current and not self._is_dismissed and view.ready:
            view.light_sentence(None)
        return super().dismiss(result)

    def on_unmount(self) -> None:
        """Falls silent."""
        self._fall_silent()

    def pause(self) -> None:
        """Falls silent, or goes on."""
        raise NotImplementedError

    def step(self, by: Direction) -> None:
        """Goes to the next sentence or passage, or to the one before."""
        raise NotImplementedError

    def change_pace(self, by: Direction) -> None:
        """Goes on slower or faster."""
        raise NotImplementedError

    def change_languages(self) -> None:
        """Goes on with another language."""
        raise NotImplementedError

    def _fall_silent(self) -> None:
        if self._going_on:
            self._going_on.cancel()
            self._going_on = None
        if self._speech:
            self._speech.end()
            self._speech = None

    def _show_state(self) -> None:
        raise NotImplementedError
