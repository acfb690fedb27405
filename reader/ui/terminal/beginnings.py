"""The beginning of an answer from the terminal at the end of the typed text, which may be a key as well. Pure."""

from __future__ import annotations

ANSWER_SECONDS = 10.0
"""Time after a question for which Escape, with which its answer begins, is held as well."""
ESCAPE_SECONDS = 0.1
"""Time for which Escape alone is held: readers press it, while answers are seldom cut behind it."""
HELD_SECONDS = 0.5
"""Time for which a longer beginning waits for its rest, before it counts as keys."""


class HeldBeginning:
    """The beginning of an answer, held until its rest comes or a time is over."""

    def __init__(self) -> None:
        self._text, self._until = "", 0.0

    def __bool__(self) -> bool:
        return bool(self._text)

    def hold(self, text: str, now: float) -> None:
        """Holds a beginning that came at a time in seconds."""
        self._text, self._until = text, now + (HELD_SECONDS if len(text) > 1 else ESCAPE_SECONDS)

    def take(self) -> str:
        """Returns the beginning, which is held no longer; an empty text if there is none."""
        text, self._text = self._text, ""
        return text

    def is_over(self, now: float) -> bool:
        """Whether a beginning has been held for its time."""
        return bool(self._text) and now >= self._until
