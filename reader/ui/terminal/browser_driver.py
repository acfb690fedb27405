"""Textual's driver for browsers, which ends the app when the server at the other end of its pipes is gone.

Textual's own goes on without one: a killed server would leave a process for each page.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from textual.drivers.web_driver import WebDriver

from reader import log
from reader.ui.terminal.taking import SIGNALLED

if TYPE_CHECKING:
    from textual.app import App

HANGUP = 1
"""Number of the signal that a closed terminal sends."""


class BrowserDriver(WebDriver):
    """Textual's driver on the pipes of ``reader serve`` or textual-serve."""

    def __init__(
        self, app: App[object], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._write = partial(self._written)

    def _written(self, data: bytes) -> int:
        """Writes all of some data; drops it when nobody reads any more."""
        left = memoryview(data)
        try:
            while left:
                left = left[os.write(self.fileno, left) :]
        except BrokenPipeError:
            pass  # the input ends, too, and with it the app
        return len(data)

    def run_input_thread(self) -> None:
        """Reads the input until the app or the server ends."""
        super().run_input_thread()
        if not self.exit_event.is_set() and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end)

    def _end(self) -> None:
        log.info("the page's server is gone")
        self._app.exit(return_code=SIGNALLED + HANGUP)
