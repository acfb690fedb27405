"""The update of the subscriptions beside the screen, told in the status line; the library's watch finds its issues."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from reader import log
from reader.library.files import subscribed_folders
from reader.ui.lists.fetched import outcome_line, progress_line

if TYPE_CHECKING:
    from textual.app import App

    from reader.settings import Settings
    from reader.subscriptions.background import BackgroundFetching
    from reader.ui.strings import Strings


class Surroundings(Protocol):
    """The app, as far as an update knows it."""

    @property
    def settings(self) -> Settings:
        """The reader's settings."""

    @property
    def strings(self) -> Strings:
        """The strings of the interface, in its language."""


@runtime_checkable
class Speaking(Protocol):
    """A screen with a status line."""

    @property
    def is_whole(self) -> bool:
        """Whether the screen has all its widgets."""

    def say(self, message: str) -> None:
        """Says something in the status line."""


class Fetching:
    """Updates the subscriptions, once at a time, in a thread and a process of its own."""

    def __init__(self, app: App[None]) -> None:
        """Takes the app whose workers it uses."""
        self._app = app
        self._running: BackgroundFetching | None = None
        self._is_running = False

    @property
    def _around(self) -> Surroundings:
        return cast("Surroundings", self._app)

    def begin(self) -> str:
        """Begins an update, unless there is nothing to update or one is under way; returns a line about it."""
        strings = self._around.strings
        if not subscribed_folders():
            return strings.no_subscriptions
        if not self._is_running:
            self._is_running = True
            self._app.run_worker(self._fetch, thread=True, group="subscriptions")
        return strings.asking_publishers

    def begin_at_start(self) -> None:
        """Begins an update if the settings want one at the start of the screen."""
        if self._around.settings.flag("update-at-start") and subscribed_folders():
            self.begin()

    def stop(self) -> None:
        """Gives it up."""
        if self._running:
            self._running.stop()

    def _fetch(self) -> None:
        from reader.subscriptions.background import BackgroundFetching, FetchProgress

        try:
            running = self._running = BackgroundFetching(
                tuple(map(os.path.expanduser, self._around.settings.texts("library")))
            )
            for report in running.reports():
                if isinstance(report, FetchProgress):
                    self._tell(progress_line(report, self._around.strings))
                    continue
                for fault in report.faults:
                    log.warning(fault)
                self._tell(outcome_line(report, self._around.strings))
        finally:
            self._running, self._is_running = None, False

    def _tell(self, text: str) -> None:
        """Says something, from the thread, on the screen that is open when its turn comes."""
        self._app.call_later(self._say, text)

    def _say(self, text: str) -> None:
        screen = self._app.screen
        if isinstance(screen, Speaking) and screen.is_whole:
            screen.say(text)
