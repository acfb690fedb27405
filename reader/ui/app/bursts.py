"""The part of the app that takes what is typed and pasted faster than screens open: none of it is lost or misread."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.css.query import NoMatches

from reader.gate import clean, clean_line
from reader.ui.screens.base import ReaderScreen

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.actions import ActionParseResult
    from textual.dom import DOMNode


class Bursts(App[None]):
    """Keys and pastes, before Textual hands them on and where it has nobody for them."""

    async def on_event(self, event: events.Event) -> None:
        """Lets a paste through the gate: what a terminal hands over goes into boxes, and from there to the screen."""
        if isinstance(event, events.Paste):
            takes_lines = getattr(self.focused, "takes_lines", False)
            event.text = clean(event.text) if takes_lines else clean_line(event.text)
        await super().on_event(event)

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """Does what a key asks for; one in a burst that meets a screen without its widgets is dropped."""
        try:
            return await super().run_action(action, default_namespace, namespaces)
        except NoMatches:
            screen = default_namespace if isinstance(default_namespace, ReaderScreen) else self.screen
            if not isinstance(screen, ReaderScreen) or screen.is_whole:
                raise
            return False

    async def on_key(self, event: events.Key) -> None:
        """Gives a box the keys that were on their way when it was opened: none of a burst is lost."""
        box: Any = self.focused
        insert = getattr(box, "insert_text_at_cursor", None) or getattr(box, "insert", None)
        if insert is None:
            return
        if event.is_printable and event.character:
            insert(event.character)
            event.prevent_default()  # else Textual takes it for a command
        elif await self._check_bindings(event.key, priority=True):  # Enter and Escape are the box's before the screen's
            event.prevent_default()
