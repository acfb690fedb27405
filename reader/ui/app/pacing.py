"""The pace of keys: each finds the screen that the one before it has left, however fast they come.

Textual gives every key at once to the widget that has the focus, and a key that this does not take comes back later.
So the keys behind the one that closes a box would still fall into the box. Those that come before the first screen is
drawn by the app wait for it.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from textual.app import App

from reader.ui.app.bursts import prepared

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.message_pump import MessagePump

    Typed = events.Key | events.Paste


class Pace:
    """Gives keys and pastes to the widgets one at a time."""

    def __init__(self, app: App[None], own_keys: Iterable[Iterable[str]]) -> None:
        """Takes the app, and the keys that the reader has set."""
        self._app, self._own_keys = app, own_keys
        self._waiting: deque[Typed] = deque()
        self._sent: Typed | None = None
        self._target: MessagePump | None = None
        self._has_begun = False

    async def begin(self) -> None:
        """Handles the keys that were typed before there was a screen."""
        self._has_begun = True
        await self._go_on()

    async def take(self, event: Typed) -> None:
        """Passes an event on, now or when those before it have done their work."""
        self._waiting.append(event)
        if self._target is not None and not self._target.is_attached:
            self._sent = self._target = None  # the event is gone with its widget
        await self._go_on()

    async def came_back(self, event: events.Event) -> None:
        """Goes on behind an event that no widget has taken, and that the app has handled therefore."""
        if event is self._sent:
            self._sent = self._target = None
            await self._go_on()

    async def _go_on(self) -> None:
        while self._has_begun and self._waiting and self._sent is None:
            event = prepared(self._waiting.popleft(), self._app.focused, self._own_keys)
            await App.on_event(self._app, event)  # ours calls this
            target = self._app.focused or self._app.screen  # before it, another one may have had the focus
            if event.is_forwarded and target.call_later(self._look, event):
                self._sent, self._target = event, target

    def _look(self, event: Typed) -> None:
        """Goes on behind an event that the widget has taken; another one comes back."""
        if event._stop_propagation:  # noqa: SLF001 (Textual has no public name for it)
            self._app.call_later(self.came_back, event)
