"""The message by which work beside a screen says something on it."""

from __future__ import annotations

from textual.message import Message


class Told(Message):
    """Something to say in the status line of the screen that is open."""

    def __init__(self, text: str) -> None:
        self.text = text
        super().__init__()
